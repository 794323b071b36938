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
    Options,
    Paragraph,
    Question,
    Sheet,
    Table,
    WorkedStep,
)
from ..formula.latex import LATEX
from .escape import harmless
from .notation import around_matrices, concluded, is_matrix, is_number, numbers, write
from .text import counted, marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import Chain, Text

SPECIAL = frozenset("\\`*_{}[]<>#+!|$~&")


def sheet(page: Sheet) -> str:
    """The questions of a sheet, and the tables that they need."""
    lines = [f"# {escaped(page.title)}", "", _facts(page), "", escaped(page.instructions), ""]
    for question in page.questions:
        lines += [*question_lines(question), ""]
    for table in page.appendix:
        lines += [f"## {inline(table.title)}", *_block(table), ""]
    return "\n".join(lines)


def key(page: Sheet) -> str:
    """The final answers and the worked solutions of a sheet."""
    lines = [f"# {escaped(page.title)}: answer key", "", _facts(page), ""]
    lines += ["|  | Final answer | Points |", "| ---: | --- | ---: |"]
    lines += [f"| {q.number} | {''.join(map(_inline, q.answer))} | {q.marks} |" for q in page.questions]
    lines += ["", escaped(page.scheme), ""]
    for question in page.questions:
        lines += [f"## {question.number}. {escaped(question.title)}", "", f"`{question.id}`"]
        lines += [*solution_lines(question), ""]
    return "\n".join(lines)


def _facts(page: Sheet) -> str:
    """Course, date, duration and points in a line, each with its name: so none of them can begin a list or a heading."""
    facts = (("Course", page.course), ("Date", page.date), ("Duration", page.duration))
    told = [f"{name}: {escaped(fact)}" for name, fact in facts if fact]
    return " · ".join([*told, f"Points: {sum(question.marks for question in page.questions)}"])


def page(questions: Sequence[Question], solved: bool) -> str:
    """Questions, each followed by its worked solution where wanted."""
    lines: list[str] = []
    for question in questions:
        lines += [*question_lines(question), *(solution_lines(question) if solved else ()), ""]
    return "\n".join(lines)


def question_lines(question: Question) -> Iterator[str]:
    """A question: heading, text, what is asked."""
    number = f"{question.number}. " if question.number else ""
    yield f"## {number}{escaped(question.title)} ({counted(question.marks, 'point')})"
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
            yield from ("", *(f"- {inline(label)} = \\_\\_\\_\\_" for label in labels))
        case Options(labels, texts, tick):
            heads = [f"{'☐ ' if tick else ''}{f'{label}) ' if label else ''}" for label in labels]
            yield from ("", *(f"- {head}{inline(text)}" for head, text in zip(heads, texts)))
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
        case Conclusion():
            yield from ("", f"**Answer:** {inline(concluded(block))}")
        case Caution(text):
            yield from ("", f"**Common mistake.** {inline(text)}")


def _row(cells: tuple[Text, ...]) -> str:
    return f"| {' | '.join(map(inline, cells))} |"


def _chain(chain: Chain) -> str:
    relation = {"⇒": r"\Rightarrow"}.get(chain.relation, chain.relation)
    return f"{maths(chain.left)} &{relation} {f' {relation} '.join(map(maths, chain.rights))}"


def inline(text: Text) -> str:
    """Words and maths in a line; a matrix on a line of its own."""
    return "".join(
        f"\n\n$${maths(part)}{mark}$$\n\n" if is_matrix(part) and not isinstance(part, str) else _inline(part)
        for part, mark in around_matrices(text)
    ).strip("\n")


def _inline(part: str | Maths) -> str:
    if isinstance(part, str):
        return escaped(part)
    return escaped(numbers(part)) if is_number(part.node) else f"${maths(part)}$"


def maths(part: Maths) -> str:
    """A tree in LaTeX."""
    return write(part, LATEX)


def escaped(text: str) -> str:
    """A text in which nothing is markup."""
    return "".join("\\" + sign if sign in SPECIAL else sign for sign in harmless(text) if sign.isprintable())
