"""A sheet and its key as plain text."""

from __future__ import annotations

from .escape import harmless
from .text import TextRenderer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Sheet

WIDTH = 78


def sheet(page: Sheet) -> str:
    """The questions of a sheet, and the tables that they need."""
    text = TextRenderer(WIDTH)
    lines = [*_head(page, text, page.title, page.instructions)]
    for question in page.questions:
        lines += ["", f"{question.number}.", *text.question(question)]
    for table in page.appendix:
        lines += ["", text.inline(table.title), *text.block(table)]
    return "\n".join([*lines, ""])


def key(page: Sheet) -> str:
    """The final answers and the worked solutions of a sheet."""
    text = TextRenderer(WIDTH)
    lines = [*_head(page, text, f"{page.title}: answer key", page.scheme), ""]
    for question in page.questions:
        lines += text.wrapped(f"{question.number}. {text.inline(question.answer)}", 4)
    for question in page.questions:
        lines += ["", "", *text.wrapped(f"{question.number}. {question.title} · {question.id}")]
        lines += text.solution(question)
    return "\n".join([*lines, ""])


def _head(page: Sheet, text: TextRenderer, title: str, note: str) -> Iterator[str]:
    points = sum(question.marks for question in page.questions)
    facts = [page.course, page.date, page.duration, f"{points} points"]
    for told in (title, " · ".join(fact for fact in facts if fact), "", note):
        yield from text.wrapped(harmless(told))
