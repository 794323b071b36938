"""The blocks of a page: prose, maths, tables, figures, answer boxes. No format is in them.

Maths is a formula's tree. A text is a tuple of parts: plain words, and `Maths` among them.
"""

from __future__ import annotations

from .formula.nodes import Node
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .formula.symbols import Partial, Symbol

    Naming = Callable[[str], Symbol | Partial]


class Maths(Record):
    """A tree with what its names look like: `symbols` is the problem's table; `numbers`, where given, maps a name or
    entry to the text of the number that is put in for it."""

    node: Node
    symbols: Mapping[str, str]
    numbers: Callable[[Node], str | None] | None = None


if TYPE_CHECKING:
    Text = tuple[str | Maths, ...]


class Block(Record):
    """Anything that stands on a page by itself."""


class Paragraph(Block):
    """Running text."""

    text: Text


class Chain(Record):
    """left = first = second = ...: one line of a derivation."""

    left: Maths
    rights: tuple[Maths, ...]
    relation: str = "="


class Derivation(Block):
    """Chains below each other, aligned on their relations."""

    chains: tuple[Chain, ...]


class Table(Block):
    """Rows of texts under a header; `shade` gives each body cell a darkness from 0 to 1. The first column is a header
    too where `stub`. `title` stands above it."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    alt: str
    stub: bool = False
    shade: tuple[tuple[float, ...], ...] = ()
    title: Text = ()


class Shape(Record):
    """A part of a figure. Coordinates are in points, x to the right, y up, from the lower left corner."""


class Path(Shape):
    """Straight lines through some points; `role` is "axis", "curve", "mark", "guide" or "light"; `fill` shades the inside;
    `arrow` puts a head on the last point."""

    points: tuple[tuple[float, float], ...]
    role: str = "curve"
    fill: bool = False
    dashed: bool = False
    arrow: bool = False


class Dot(Shape):
    """A disc ("disc"), a circle ("circle") or a square ("square") around a point."""

    x: float
    y: float
    radius: float
    form: str = "disc"
    role: str = "curve"


class Label(Shape):
    """A text whose `anchor` ("center", "left", "right", "top", "bottom": the side that lies at the point) is at (x, y);
    a `plate` covers the lines behind it."""

    x: float
    y: float
    text: Text
    anchor: str = "center"
    role: str = "axis"
    size: float = 8
    plate: bool = False


class Figure(Block):
    """Shapes on an area of `width` by `height` points; `alt` says in words what they show."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str


class Answers(Block):
    """Boxes to write answers in, each with its label; `sizes` are the rows and columns of each answer, (1, 1) for a number
    and (1, 2) for words."""

    labels: tuple[Text, ...]
    sizes: tuple[tuple[int, int], ...]


class Options(Block):
    """Entries with a label each, A to E or 1 to 5; where `tick`, with a box to tick."""

    labels: tuple[str, ...]
    texts: tuple[Text, ...]
    tick: bool = False


class Space(Block):
    """Room for working, in lines."""

    lines: int


class WorkedStep(Block):
    """A step of a solution, or several alike: its number ("3", "3–5", "" for a remark) and title, the marks it carries,
    why, and the blocks that show it."""

    number: str
    title: Text
    marks: tuple[int, int]
    why: Text
    blocks: tuple[Block, ...]


class Heading(Block):
    """A title inside a solution, such as "Sample 2"."""

    text: Text


class Conclusion(Block):
    """The final answers in one box, and in words what they mean, where a problem says it."""

    text: Text
    meaning: Text = ()


class Caution(Block):
    """A common mistake."""

    text: Text


class Question(Record):
    """One variant as a question: its title, level, id, marks and blocks; its number on a sheet, where it has one."""

    title: str
    level: str | None
    id: str | None
    marks: int
    blocks: tuple[Block, ...]
    answer: Text
    solution: tuple[Block, ...]
    number: int | None = None


class Sheet(Record):
    """A printable sheet of questions: `instructions` stand above them, the tables that they need behind them, and `scheme`
    says in the key how marks are given. What is None is left as a blank line to fill in."""

    questions: tuple[Question, ...]
    title: str
    course: str | None = None
    date: str | None = None
    duration: str | None = None
    instructions: str = ""
    scheme: str = ""
    appendix: tuple[Table, ...] = ()
