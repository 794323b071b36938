"""Formulas in two dimensions, for lines of text: fractions with a bar, tall brackets, all aligned on one line of writing.

A formula is printed as in any other notation, to a string with marks around what is stacked; `laid_out` makes a box of it.
"""

from __future__ import annotations

import re

from ..record import Record
from .plain import Ascii, Unicode, columns
from .printer import Notation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .symbols import Partial

FRACTION, PARTIAL, GROUP, BARS, RADICAL, EXPONENT, MATRIX = "\ue010\ue011\ue012\ue013\ue014\ue015\ue016"
FLOOR, CEILING = "\ue01a\ue01b"
NEXT, CLOSE, CELL = "\ue017\ue018\ue019"
MARK = re.compile("([\ue010-\ue018\ue01a\ue01b])")
BETTER = re.compile(f"{FRACTION}(?!\\d+{NEXT}\\d+{CLOSE})|{MATRIX}|{PARTIAL}.*{PARTIAL}")


class Marks(Notation):
    """What is stacked, between marks; the rest as on one line."""

    stacks = True

    def partial(self, name: Partial) -> str:
        return super().partial(name).replace("/", NEXT).join((PARTIAL, CLOSE))

    def fraction(self, above: str, below: str) -> str:
        return f"{FRACTION}{above}{NEXT}{below}{CLOSE}"

    def power(self, base: str, exponent: str) -> str:
        flat = super().power(base, exponent)
        behind = flat[len(base) :]
        if not _tall(base) and (exponent.isalnum() or behind[0] != "^"):
            return flat
        return f"{EXPONENT}{base}{NEXT}{behind.removeprefix('^')}{CLOSE}"

    def exponential(self, exponent: str) -> str:
        return self.call("exp", [exponent])

    def root(self, inner: str) -> str:
        if not _tall(inner):
            return super().root(inner)
        if self.root_binds and inner[0] == GROUP:
            inner = inner[1:-1]
        return f"{RADICAL}{inner}{CLOSE}"

    def absolute(self, inner: str) -> str:
        return f"{BARS}{inner}{CLOSE}" if _tall(inner) else super().absolute(inner)

    def whole(self, function: str, inner: str) -> str:
        if not _tall(inner):
            return super().whole(function, inner)
        return f"{FLOOR if function == 'floor' else CEILING}{inner}{CLOSE}"

    def group(self, inner: str) -> str:
        return f"{GROUP}{inner}{CLOSE}" if _tall(inner) else super().group(inner)

    def call(self, function: str, args: list[str]) -> str:
        flat = super().call(function, args)
        return flat.partition("(")[0] + self.group(", ".join(args)) if _tall(flat) else flat

    def product(self, left: str, right: str, numbers: bool) -> str:
        if numbers or not (_tall(left) or _tall(right)):
            return super().product(left, right, numbers)
        return f"{left} {super().product('', '', False)} {right}"

    def matrix(self, rows: list[list[str]]) -> str:
        if _tall("".join(map("".join, rows))):
            return super().matrix(rows)
        return MATRIX + NEXT.join(map(CELL.join, rows)) + CLOSE


class StackedUnicode(Marks, Unicode):
    """Unicode between marks."""


class StackedAscii(Marks, Ascii):
    """ASCII between marks."""


STACKED_UNICODE, STACKED_ASCII = StackedUnicode(), StackedAscii()


def _tall(text: str) -> bool:
    return MARK.search(text) is not None


def stands_better(text: str) -> bool:
    """Whether what is printed between marks reads better in two dimensions: with a matrix, a product of derivatives, or a
    fraction that is more than one whole number over another."""
    return BETTER.search(text) is not None


class Box(Record):
    """Lines of equal width; the one numbered `baseline` is level with what stands beside it."""

    lines: tuple[str, ...]
    baseline: int = 0

    @property
    def width(self) -> int:
        """Columns."""
        return columns(self.lines[0])


def laid_out(text: str) -> Box:
    """The box of a formula printed between marks."""
    return _row(iter(MARK.split(text)))[0]


def _row(tokens: Iterator[str]) -> tuple[Box, str]:
    """The boxes up to the mark that ends them, side by side, and that mark."""
    boxes: list[Box] = []
    for token in tokens:
        if token in STACKS:
            boxes.append(STACKS[token](*_parts(tokens)))
        elif token in (NEXT, CLOSE):
            return beside(boxes), token
        elif token:
            boxes.append(Box((token,)))
    return beside(boxes), CLOSE


def _parts(tokens: Iterator[str]) -> Iterator[Box]:
    ended = NEXT
    while ended == NEXT:
        box, ended = _row(tokens)
        yield box


def beside(boxes: Iterable[Box]) -> Box:
    """Boxes from left to right, on one baseline."""
    boxes = list(boxes)
    above = max((box.baseline for box in boxes), default=0)
    below = max((len(box.lines) - box.baseline for box in boxes), default=1)
    return Box(tuple("".join(_line(box, row + box.baseline) for box in boxes) for row in range(-above, below)), above)


def _line(box: Box, row: int) -> str:
    return box.lines[row] if 0 <= row < len(box.lines) else " " * box.width


def _centered(box: Box, width: int) -> list[str]:
    left = (width - box.width) // 2
    return [" " * left + line + " " * (width - left - box.width) for line in box.lines]


def _fraction(above: Box, below: Box) -> Box:
    width = max(above.width, below.width) + 2
    return Box((*_centered(above, width), "─" * width, *_centered(below, width)), len(above.lines))


def _raised(base: Box, exponent: Box) -> Box:
    """An exponent to the right of its base: above a line, or level with the top of what is taller."""
    bottom = -base.baseline if len(base.lines) > 1 else -1
    return beside((base, Box(exponent.lines, len(exponent.lines) - 1 - bottom)))


def _bracketed(inner: Box, left: str, right: str) -> Box:
    """A box between brackets as tall as it is, of which the upper, middle, lower and one-line form are given."""
    last = len(inner.lines) - 1
    forms = [0, *[1] * (last - 1), 2] if last else [3]
    return Box(tuple(left[at] + line + right[at] for at, line in zip(forms, inner.lines)), inner.baseline)


def _radical(inner: Box) -> Box:
    """A box under a root."""
    last = len(inner.lines) - 1
    body = [f"{'╲' if row == last else ' '}│ {line} " for row, line in enumerate(inner.lines)]
    return Box((" ┌" + "─" * (inner.width + 2), *body), inner.baseline + 1)


def _matrix(*rows: Box) -> Box:
    """Rows of entries, each column to the right."""
    cells = [row.lines[0].split(CELL) for row in rows]
    widths = [max(map(columns, column)) for column in zip(*cells)]
    lines = [" ".join(" " * (width - columns(cell)) + cell for cell, width in zip(row, widths)) for row in cells]
    return _bracketed(Box(tuple(lines), (len(lines) - 1) // 2), "⎡⎢⎣[", "⎤⎥⎦]")


STACKS: dict[str, Callable[..., Box]] = {
    FRACTION: _fraction,
    PARTIAL: _fraction,
    GROUP: lambda inner: _bracketed(inner, "⎛⎜⎝(", "⎞⎟⎠)"),
    FLOOR: lambda inner: _bracketed(inner, "⎢⎢⎣⌊", "⎥⎥⎦⌋"),
    CEILING: lambda inner: _bracketed(inner, "⎡⎢⎢⌈", "⎤⎥⎥⌉"),
    BARS: lambda inner: _bracketed(inner, "││││", "││││"),
    RADICAL: _radical,
    EXPONENT: _raised,
    MATRIX: _matrix,
}
