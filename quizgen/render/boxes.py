"""How wide and high an answer's box is, and how the room to work in is cut: what the printed formats share."""

from __future__ import annotations

from ..formula.plain import UNICODE
from .notation import EQUALS, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Answers, Options, Question, Text

FOR_A_NUMBER = 8
FOUR, TWO = 17, 38
WIDTHS = ((18, 23.5), (25, 32.0), (40, 49.0))
TOGETHER, PIECE, LEAST = 5, 4, 0.7


def boxes(answers: Answers) -> Iterator[tuple[Text, float, int]]:
    """Each answer's label, with the width of its box in percent of the line and its height in lines."""
    for label, (rows, columns) in zip(answers.labels, answers.sizes):
        if (rows, columns) != (1, 2) or not isinstance(label[0], str):
            label = (*label, EQUALS.rstrip())
        needed = _letters(label) + 2 + FOR_A_NUMBER * columns
        yield label, next((width for most, width in WIDTHS if needed <= most), 100.0), rows


def columns(options: Options) -> int:
    """In how many columns options stand: as many as their longest leaves room for."""
    longest = max(map(_letters, options.texts))
    fitting = 4 if longest <= FOUR else 2 if longest <= TWO else 1
    return min(fitting, len(options.texts))


def _letters(text: Text) -> int:
    return sum(len(part) if isinstance(part, str) else len(write(part, UNICODE)) for part in text)


def room(question: Question) -> list[int]:
    """The lines to work in, fewer than are wanted, since what is left of a page is added: those that stay with the
    question, then pieces that may go to the next page."""
    from ..document import Space

    wanted = sum(block.lines for block in question.blocks if isinstance(block, Space))
    if not wanted:
        return []
    lines = max(TOGETHER, round(LEAST * wanted))
    more = max(0, lines - TOGETHER) // PIECE
    return [lines - more * PIECE, *([PIECE] * more)]
