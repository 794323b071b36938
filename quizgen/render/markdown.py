"""Markdown with maths between dollars, for a notebook or a web page."""

from __future__ import annotations

from ..document import (
    Answers,
    Block,
    Caution,
    Conclusion,
    Derivation,
    Figure,
    Heading,
    Maths,
    Paragraph,
    Question,
    Sheet,
    Table,
    WorkedStep,
)
from ..formula.latex import LATEX
from ..formula.printer import printed, template
from .text import marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import Chain, Text

SPECIAL = frozenset("\\`*_{}[]<>#+!|$~&")


def sheet(page: Sheet) -> str:
    """The questions of a sheet."""
    lines = [f"# {escaped(page.title)}", ""]
    facts = [page.course, page.date, page.duration, f"{sum(q.marks for q in page.questions)} marks"]
    lines += [escaped(", ".join(fact for fact in facts if fact)), ""]
    for question in page.questions:
        lines += [*question_lines(question), ""]
    return "\n".join(lines)


def key(page: Sheet) -> str:
    """The worked solutions of a sheet."""
    lines = [f"# {escaped(page.title)}: answer key", ""]
    for question in page.questions:
        lines += [f"## {question.number}. {escaped(question.title)}", "", f"`{question.id}`", ""]
        lines += [*solution_lines(question), ""]
    return "\n".join(lines)


def page(questions: Sequence[Question], solved: bool) -> str:
    """Questions, each followed by its worked solution where wanted."""
    lines: list[str] = []
    for question in questions:
        lines += [*question_lines(question), *(solution_lines(question) if solved else ()), ""]
    return "\n".join(lines)


def question_lines(question: Question) -> Iterator[str]:
    """A question: heading, text, what is asked."""
    number = f"{question.number}. " if question.number else ""
    yield f"## {number}{escaped(question.title)} ({question.marks} marks)"
    for block in question.blocks:
        yield from _block(block)
    if question.id:
        yield from ("", f"`{question.id}`")


def solution_lines(question: Question) -> Iterator[str]:
    """A worked solution."""
    for block in question.solution:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield from ("", inline(text))
        case Heading(text):
            yield from ("", f"### {inline(text)}")
        case Answers(labels):
            yield from ("", *(f"- {inline(label)} = ____" for label in labels))
        case WorkedStep():
            number = f"{block.number}. " if block.number else ""
            yield from ("", f"**{number}{inline(block.title)}**{marks(block.marks)}")
            if block.why:
                yield from ("", f"*{inline(block.why)}*")
            for inner in block.blocks:
                yield from _block(inner)
        case Derivation(chains):
            yield from ("", "$$\\begin{aligned}", " \\\\\n".join(map(_chain, chains)), "\\end{aligned}$$")
        case Table(header, rows):
            yield from ("", _row(header), "|" + " --- |" * len(header), *map(_row, rows))
        case Figure():
            yield from ("", f"*Figure: {escaped(block.alt)}*")
        case Conclusion(text):
            yield from ("", f"**Answer:** {inline(text)}")
        case Caution(text):
            yield from ("", f"**Common mistake.** {inline(text)}")


def _row(cells: tuple[Text, ...]) -> str:
    return f"| {' | '.join(map(inline, cells))} |"


def _chain(chain: Chain) -> str:
    relation = {"⇒": r"\Rightarrow"}.get(chain.relation, chain.relation)
    return f"{maths(chain.left)} &{relation} {f' {relation} '.join(map(maths, chain.rights))}"


def inline(text: Text) -> str:
    """Words and maths in a line."""
    return "".join(escaped(part) if isinstance(part, str) else f"${maths(part)}$" for part in text)


def maths(part: Maths) -> str:
    """A tree in LaTeX."""
    if part.numbers is not None:
        return template(part.node, LATEX).fill(part.numbers)
    return printed(part.node, LATEX, part.symbols)


def escaped(text: str) -> str:
    """A text in which nothing is markup."""
    return "".join("\\" + sign if sign in SPECIAL else sign for sign in text if sign.isprintable())
