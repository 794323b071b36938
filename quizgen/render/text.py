"""Plain text for a terminal or a pipe, at any width, in Unicode or ASCII."""

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
from ..formula.nodes import Compare
from ..formula.plain import ASCII, UNICODE, columns
from ..formula.printer import printed, template
from .lines import kept, words, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..document import Text
    from ..formula.printer import Notation

NARROWEST = 20


class TextRenderer:
    """Renders blocks as lines of at most `width` columns.

    `color` adds color; `flat` keeps formulas on one line of writing and leaves out rules, as a screen reader wants them.
    """

    def __init__(self, width: int = 78, ascii_only: bool = False, color: bool = False, flat: bool = False) -> None:
        self.width = max(NARROWEST, width)
        self.notation: Notation = ASCII if ascii_only else UNICODE
        self.ascii_only = ascii_only
        self.color = color
        self.flat = flat

    def question(self, question: Question) -> Iterator[str]:
        """Title, id, text and what is asked."""
        yield from self._heading(question)
        for block in question.blocks:
            yield from self.block(block)

    def solved(self, question: Question) -> Iterator[str]:
        """Title, id, the worked steps and the final answers."""
        yield from self._heading(question)
        yield from self.solution(question)

    def _heading(self, question: Question) -> Iterator[str]:
        dot = " - " if self.ascii_only else " · "
        title = f"{question.number}. {question.title}" if question.number else question.title
        about = dot.join(part for part in (question.level, counted(question.marks, "mark")) if part)
        name = question.id or "own numbers"
        if columns(title + dot + about) + 2 + len(name) <= self.width:
            yield from self._ends(title + dot + about, name, "strong")
        else:
            yield from (self.styled(line, "strong") for line in self.wrapped(title))
            yield from self._ends(about, name, "")
        if not self.flat:
            yield self.styled(self.plain("─" * self.width), "quiet")

    def solution(self, question: Question) -> Iterator[str]:
        """The worked steps and the final answers."""
        for block in question.solution:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        """A block as lines, with an empty one before it."""
        match block:
            case Paragraph(text):
                yield from ("", *self._text(text))
            case Heading(text):
                yield from ("", *(self.styled(line, "strong") for line in self._text(("== ", *text, " =="))))
            case Answers(labels):
                yield from ("", *self._text(("Asked: ", *_with(", ", labels)), 7))
            case Options():
                yield from ("", *self._options(block))
            case WorkedStep():
                yield from ("", *self._step(block))
            case Derivation(chains):
                from .chains import derivation

                yield from derivation(chains, self)
            case Table():
                yield from ("", *self._table(block))
            case Figure():
                yield from ("", *self.wrapped(f"[Figure: {block.alt}]"))
            case Conclusion(text, meaning):
                yield from ("", *self._conclusion(text))
                yield from self._text(meaning) if meaning else ()
            case Caution(text):
                yield from ("", *self._text(("Common mistake: ", *text)))

    def _options(self, options: Options) -> Iterator[str]:
        """Entries behind their labels, "A)" or "1)"; those without labels on one line."""
        if not any(options.labels):
            yield from self._text(("   ", *_with(" / ", options.texts)))
            return
        for label, text in zip(options.labels, options.texts):
            yield from self._text((f"   {label}) ", *text), 6)

    def _step(self, step: WorkedStep) -> Iterator[str]:
        number = f"{step.number}  " if step.number else ""
        yield from self._ends(number + self.inline(step.title), marks(step.marks).strip(" []"), "strong")
        if step.why:
            yield from self._text(("   ", *step.why))
        for block in step.blocks:
            if isinstance(block, Paragraph):
                yield from self._text(("   ", *block.text))
            else:
                yield from self.block(block)

    def _ends(self, left: str, right: str, style: str) -> Iterator[str]:
        """A line with something at either end; where it is too long, the right end stands below."""
        left, right = self.plain(left), self.plain(right)
        room = self.width - columns(left) - columns(right)
        if room >= 2 and right:
            yield self.styled(left, style) + " " * room + self.styled(right, "quiet")
            return
        yield from (self.styled(line, style) for line in self.wrapped(left, 3))
        if right:
            yield from (self.styled(line, "quiet") for line in self.wrapped(f"   {right}"))

    def _table(self, table: Table) -> Iterator[str]:
        rows = [[self.inline(cell) for cell in row] for row in (table.header, *table.rows)]
        widths = [max(map(columns, column)) for column in zip(*rows)]
        if 3 + sum(widths) + 2 * (len(widths) - 1) <= self.width:
            for row in rows:
                cells = (" " * (width - columns(cell)) + cell for cell, width in zip(row, widths))
                yield "   " + "  ".join(cells).rstrip()
            return
        for row in rows[1:]:
            cells = (f"{head}: {cell}".lstrip(": ") for head, cell in zip(rows[0], row))
            yield from self.wrapped("   " + "; ".join(cells), 5)

    def _conclusion(self, text: Text) -> list[str]:
        """The answers on one line, or those of each round, or each on a line of its own."""
        whole = "Answer: " + self.inline(text)
        if len(whole) <= self.width:
            return [self.styled("Answer:", "strong") + whole[7:]]
        from .notation import is_matrix

        lines = [self.styled("Answer:", "strong")]
        by_round = _split(text, "; ")
        for of_round in by_round:
            if len(by_round) > 1 and len(self.inline(of_round)) + 3 <= self.width and not any(map(is_matrix, of_round)):
                lines.append("   " + self.inline(of_round))
            else:
                lines += [line for answer in _split(of_round, ", ") for line in self._answer(answer)]
        return lines

    def _answer(self, answer: Text) -> Iterable[str]:
        match answer:
            case (Maths(Compare("==", left, right), symbols, numbers),):
                from .chains import equation

                return equation((Maths(left, symbols, numbers), Maths(right, symbols, numbers)), 3, self)
        return self._text(("   ", *answer), 5)

    def inline(self, text: Text) -> str:
        """Words and maths on one line."""
        return self.plain(
            "".join([part if isinstance(part, str) else self._printed(part, self.notation) for part in text])
        )

    def _joined(self, text: Text) -> str:
        return "".join(self.plain(words(part)) if isinstance(part, str) else kept(self.maths(part)) for part in text)

    def _text(self, text: Text, indent: int | None = None) -> list[str]:
        return wrapped(self._joined(text), self.width, indent)

    def maths(self, maths: Maths) -> str:
        """A tree on one line."""
        return self.plain(self._printed(maths, self.notation))

    def marked(self, maths: Maths) -> str:
        """A tree with marks around what can be stacked."""
        from ..formula.layout import STACKED_ASCII, STACKED_UNICODE

        return self._printed(maths, STACKED_ASCII if self.ascii_only else STACKED_UNICODE)

    def _printed(self, maths: Maths, notation: Notation) -> str:
        if maths.numbers is not None:
            return template(maths.node, notation).fill(maths.numbers)
        return printed(maths.node, notation, maths.symbols)

    def plain(self, text: str) -> str:
        """The text, in ASCII where no more can be shown."""
        text = text.replace("\u00a0", " ")
        if not self.ascii_only:
            return text
        from .ascii import to_ascii

        return to_ascii(text)

    def styled(self, text: str, style: str) -> str:
        """The text in a style, where there is color."""
        if not (self.color and text and style):
            return text
        from .style import painted

        return painted(text, style)

    def wrapped(self, text: str, indent: int | None = None) -> list[str]:
        """A text broken at the width, its later lines indented."""
        return wrapped(self.plain(words(text)), self.width, indent)


def sheet(page: Sheet) -> str:
    """The questions of a sheet, and the tables that they need."""
    text, marks = TextRenderer(), sum(question.marks for question in page.questions)
    facts = ", ".join(fact for fact in (page.course, page.date, page.duration, counted(marks, "mark")) if fact)
    tables = [iter((text.inline(table.title), *text.block(table))) for table in page.appendix]
    return _page([page.title, facts, page.instructions], [*map(text.question, page.questions), *tables])


def key(page: Sheet) -> str:
    """The final answers and the worked solutions of a sheet."""
    text = TextRenderer()
    answers = [line for q in page.questions for line in text.wrapped(f"{q.number}. {text.inline(q.answer)}", 4)]
    return _page([f"{page.title}: answer key", page.scheme], [answers, *map(text.solved, page.questions)])


def _page(head: list[str], parts: Iterable[Iterable[str]]) -> str:
    from .escape import harmless

    lines = [line for text in head if text for line in wrapped(harmless(text), TextRenderer().width)]
    for part in parts:
        lines += ["", "", *part]
    return "\n".join([*lines, ""])


def counted(count: int, noun: str) -> str:
    """A number with its noun: 1 mark, 2 marks."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _with(between: str, texts: tuple[Text, ...]) -> Text:
    """Texts with something between them."""
    return tuple(part for place, text in enumerate(texts) for part in ((between, *text) if place else text))


def _split(text: Text, separator: str) -> list[Text]:
    """The texts between the separators."""
    found: list[Text] = [()]
    for part in text:
        if part == separator:
            found.append(())
        else:
            found[-1] += (part,)
    return found


def marks(marks: tuple[int, int]) -> str:
    """How a step's marks are written behind its title: "  [1M 1A]"."""
    written = " ".join(f"{count}{letter}" for count, letter in zip(marks, "MA") if count)
    return f"  [{written}]" if written else ""
