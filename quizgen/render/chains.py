"""Derivations as lines of text: a chain on one line where it fits, else one relation a line; in two dimensions where that
reads better and fits, else on one line of writing."""

from __future__ import annotations

from ..formula.layout import Box, beside, laid_out, stands_better
from ..formula.nodes import Item, Number
from .lines import GLUE, bracketed, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import Chain, Maths
    from .text import TextRenderer

INDENT, FEW = 5, 2
Shapes = list[Box]


def derivation(chains: Sequence[Chain], text: TextRenderer) -> Iterator[str]:
    """Chains below each other, aligned on their relations, with an empty line beside a tall one; many entries of a vector
    are kept on lines of writing."""
    many = sum(map(_is_entry, chains)) > FEW
    parts = [_shapes((chain.left, *chain.rights), text, text.flat or (many and _is_entry(chain))) for chain in chains]
    widest = max(left.width for (left, *_), *_ in parts)
    aligned = widest if widest <= text.width // 3 else 0
    before = False
    for place, (chain, shapes) in enumerate(zip(chains, parts)):
        margin = min(INDENT, text.width // 8) + max(0, aligned - shapes[0][0].width)
        rows = _rows(shapes, margin, text.plain(chain.relation), text.width)
        tall = any(row.baseline for row in rows)
        if place and (tall or before):
            yield ""
        yield from _lines(rows, text)
        before = tall


def _is_entry(chain: Chain) -> bool:
    return isinstance(chain.left.node, Item) and isinstance(chain.left.node.index, Number)


def equation(sides: Sequence[Maths], margin: int, text: TextRenderer) -> Iterator[str]:
    """An equation that stands by itself."""
    yield from _lines(_rows(_shapes(sides, text, text.flat), margin, "=", text.width), text)


def _shapes(parts: Sequence[Maths], text: TextRenderer, flat: bool) -> list[Shapes]:
    """What each part of a chain can look like, the best first: in two dimensions, where some part reads better so, and on
    one line of writing."""
    lines = [Box((text.maths(part),)) for part in parts]
    marked = [] if flat else [text.marked(part) for part in parts]
    if any(map(stands_better, marked)):
        return [[laid_out(part), line] for part, line in zip(marked, lines)]
    return [[line] for line in lines]


def _rows(parts: Sequence[Shapes], margin: int, relation: str, width: int) -> list[Box]:
    """A chain's rows: one, or one a relation; the left side stands above them where it is wide."""
    sign = Box((f" {relation} ",))
    left, *rights = parts
    start = beside([_blank(margin), left[0]])
    whole = beside([start, *(box for right in rights for box in (sign, right[0]))])
    if _fits(whole, width):
        return [whole]
    if not _fits(beside([start, sign, rights[0][0]]), width):
        start = beside([_blank(margin), left[-1]])
    if start.width > width // 2:
        under = beside([_blank(margin + 1), sign])
        return [_fitting(_blank(margin), left, width), *(_fitting(under, right, width) for right in rights)]
    under = beside([_blank(start.width), sign])
    return [_fitting(under if at else beside([start, sign]), right, width) for at, right in enumerate(rights)]


def _fits(box: Box, width: int) -> bool:
    """Whether a box fits, also where a terminal gives an accent a column of its own."""
    return max(map(len, box.lines)) <= width


def _blank(width: int) -> Box:
    return Box((" " * width,))


def _fitting(start: Box, shapes: Shapes, width: int) -> Box:
    """The first shape that fits behind a start; else the last, broken."""
    for shape in shapes:
        row = beside([start, shape])
        if _fits(row, width):
            return row
    whole_products = bracketed(shapes[-1].lines[0]).replace(" × ", f"{GLUE}×{GLUE}")
    lines = wrapped(whole_products, width - start.width)
    return beside([start, Box(tuple(line.ljust(width) for line in lines))])


def _lines(rows: Sequence[Box], text: TextRenderer) -> Iterator[str]:
    """The rows' lines, with an empty one between two that are tall."""
    before = 0
    for row in rows:
        if before and row.baseline:
            yield ""
        yield from (text.plain(line).rstrip() for line in row.lines)
        before = row.baseline
