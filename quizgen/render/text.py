"""Plain text for a terminal or a pipe, at any width, in Unicode or ASCII."""

from __future__ import annotations

from textwrap import wrap

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
    Table,
    WorkedStep,
)
from ..formula.plain import ASCII, UNICODE
from ..formula.printer import printed, template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Chain, Text

ASCII_FOR = {
    "−": "-",
    "×": "x",
    "…": "...",
    "√": "sqrt ",
    "→": "->",
    "⇒": "=>",
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "–": "-",
    "—": "-",
    "’": "'",
    "“": '"',
    "”": '"',
    "·": "*",
    "✗": "x",
    "✓": "ok",
    "~": "~",
    "²": "^2",
    "³": "^3",
    "μ": "mu",
    "σ": "sigma",
    "α": "alpha",
    "η": "eta",
    "γ": "gamma",
    "δ": "delta",
    "∂": "d",
    "θ": "theta",
    "Ω": "ohm",
    "€": "EUR",
    "₀": "0",
    "₁": "1",
    "₂": "2",
    "─": "-",
    "ⱼ": "_j",
    "ᵢ": "_i",
    "⁰": "^0",
}


class TextRenderer:
    """Renders blocks as lines of at most `width` characters."""

    def __init__(self, width: int = 78, ascii_only: bool = False) -> None:
        self.width = max(20, width)
        self.notation = ASCII if ascii_only else UNICODE
        self.ascii_only = ascii_only

    def question(self, question: Question) -> Iterator[str]:
        """Title, id, text and what is asked."""
        title = f"{question.title} · {question.level}" if question.level else question.title
        yield from self._lines(title)
        yield from self._lines(f"{question.id or 'own numbers'} · {question.marks} marks")
        yield self.plain("─" * min(self.width, 78))
        for block in question.blocks:
            yield from self.block(block)

    def solution(self, question: Question) -> Iterator[str]:
        """The worked steps and the final answers."""
        for block in question.solution:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        """A block as lines, with an empty one before it."""
        match block:
            case Paragraph(text):
                yield from ("", *self._lines(self.inline(text)))
            case Heading(text):
                yield from ("", *self._lines(f"== {self.inline(text)} =="))
            case Answers(labels):
                yield from ("", *self._lines("Asked: " + ", ".join(map(self.inline, labels))))
            case WorkedStep():
                yield from self._step(block)
            case Derivation(chains):
                for chain in chains:
                    yield from self._chain(chain)
            case Table():
                yield from ("", *self._table(block))
            case Figure():
                yield from ("", *self._lines(f"[Figure: {block.alt}]"))
            case Conclusion(text, meaning):
                yield from ("", *self._lines("Answer: " + self.inline(text)))
                yield from self._lines(self.inline(meaning)) if meaning else ()
            case Caution(text):
                yield from ("", *self._lines("Common mistake: " + self.inline(text)))

    def _step(self, step: WorkedStep) -> Iterator[str]:
        yield ""
        number = f"{step.number}  " if step.number else ""
        yield from self._lines(f"{number}{self.inline(step.title)}{marks(step.marks)}")
        if step.why:
            yield from self._lines("   " + self.inline(step.why))
        for block in step.blocks:
            yield from (line for line in self.block(block) if line)

    def _chain(self, chain: Chain) -> Iterator[str]:
        left, parts = self.maths(chain.left), [self.maths(right) for right in chain.rights]
        relation = self.plain(chain.relation)
        whole = f"     {left} {relation} " + f" {relation} ".join(parts)
        if len(whole) <= self.width:
            yield whole
            return
        yield from self._lines(f"     {left}")
        for part in parts:
            yield from self._lines(f"       {relation} {part}", 9)

    def _table(self, table: Table) -> Iterator[str]:
        rows = [[self.inline(cell) for cell in row] for row in (table.header, *table.rows)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            yield "   " + "  ".join(cell.rjust(width) for cell, width in zip(row, widths)).rstrip()

    def inline(self, text: Text) -> str:
        """Words and maths on one line."""
        return self.plain("".join(part if isinstance(part, str) else self.maths(part) for part in text))

    def maths(self, maths: Maths) -> str:
        """A tree on one line."""
        if maths.numbers is not None:
            return self.plain(template(maths.node, self.notation).fill(maths.numbers))
        return self.plain(printed(maths.node, self.notation, maths.symbols))

    def plain(self, text: str) -> str:
        """The text, in ASCII where no more can be shown."""
        if not self.ascii_only:
            return text
        return "".join(sign if sign.isascii() else ASCII_FOR.get(sign, "?") for sign in text)

    def wrapped(self, text: str, indent: int = 0) -> list[str]:
        """A line broken at the width, its continuation indented."""
        return self._lines(text, indent)

    def _lines(self, text: str, indent: int = 0) -> list[str]:
        text = self.plain(text)
        margin = " " * (len(text) - len(text.lstrip(" ")))
        return wrap(text, self.width, subsequent_indent=" " * indent or margin, break_on_hyphens=False) or [""]


def marks(marks: tuple[int, int]) -> str:
    """How a step's marks are written behind its title: "  1M 1A"."""
    written = " ".join(f"{count}{letter}" for count, letter in zip(marks, "MA") if count)
    return f"  [{written}]" if written else ""
