"""What a problem file imports: the words in which a problem is written.

A problem is a class with its givens, conventions and levels as attributes, and one method, `work`, which is the worked
solution: see `problems/statistics/t_test.py` for a whole one and `docs/authoring.md` for each word.
"""

from __future__ import annotations

from .draws import Draw, as_draw, between, computed, made, oneof, pick, shuffled
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, ClassVar

    from .board import Board

__all__ = [
    "Aside",
    "Choice",
    "Convention",
    "Expression",
    "Given",
    "Index",
    "Label",
    "Labels",
    "Level",
    "Matrix",
    "Mistake",
    "Number",
    "Problem",
    "Rounding",
    "Story",
    "Text",
    "Vector",
    "Whole",
    "between",
    "computed",
    "made",
    "oneof",
    "pick",
    "shuffled",
]


class Given:
    """A quantity that the question states.

    `draw` says how it is drawn (a constant, `between`, `oneof`, `computed`, ...); without one it is never drawn, but a
    user may give it; `when`, a formula, says under which conventions and earlier draws it is drawn. `default` is a value
    or a formula used when the user leaves it out. An `optional` given may be left out, any other where those named in
    `instead` stand in its place: "data or s2", "h1 and h2". `above` and `below` (exclusive), `least` and `most`
    (inclusive) bound what makes sense.
    """

    type = "number"

    def __init__(
        self,
        means: str,
        *,
        draw: object = None,
        when: str | None = None,
        default: object = None,
        unit: str | None = None,
        optional: bool = False,
        instead: str = "",
        above: float | None = None,
        least: float | None = None,
        below: float | None = None,
        most: float | None = None,
    ) -> None:
        self.means = means
        self.draw = as_draw(draw)
        self.when = when
        self.default = default
        self.unit = unit
        self.optional = optional
        self.instead = instead
        self.above, self.least, self.most, self.below = above, least, most, below


class Number(Given):
    """One number."""


class Whole(Given):
    """One whole number, at most 10**12 unless said otherwise."""

    type = "integer"

    def __init__(self, means: str, *, most: float = 10**12, **how: Any) -> None:
        super().__init__(means, most=most, **how)


class Vector(Given):
    """A list of numbers; `size` entries are drawn, `fewest` at least are needed. Bounds hold for each entry. `entries`, a
    formula, is how many there must be, in a matrix in each row. A `series` of measurements, or of a matrix's rows, stands
    in a sentence one by one: "65, 56, 66"; with what is said between them, series="×", "32×32×3". Where `flat`, a single
    number may stand in its place; where `whole`, every entry is a whole number."""

    type = "vector"

    def __init__(
        self,
        means: str,
        *,
        size: object = None,
        fewest: int = 1,
        entries: str | None = None,
        series: bool | str = False,
        flat: bool = False,
        whole: bool = False,
        **how: Any,
    ) -> None:
        super().__init__(means, **how)
        self.entries = entries
        self.series = series
        self.flat = flat
        self.whole = whole
        self.size: Draw | tuple[Draw | None, ...] | None = as_draw(size)
        self.fewest = fewest


class Matrix(Vector):
    """Rows of numbers, alike in length unless `ragged`; `size` is (rows, columns). Where `flat`, a single vector may stand
    in its place."""

    type = "matrix"

    def __init__(self, means: str, *, size: object = None, ragged: bool = False, **how: Any) -> None:
        super().__init__(means, **how)
        self.ragged = ragged
        self.size = sized(size)


class Choice(Given):
    """One of some words."""

    type = "choice"

    def __init__(self, means: str, *words: str, **how: Any) -> None:
        super().__init__(means, **how)
        self.words = words


class Label(Given):
    """The name of a class: a word, or a number."""

    type = "text"


class Labels(Vector):
    """Names of classes, one for each case."""


class Text(Given):
    """Words that describe, or a list of words; `of` "sentences" a list of these, each told in quotes, or of "one word"."""

    type = "text"

    def __init__(self, means: str, *, of: str = "words", **how: Any) -> None:
        super().__init__(means, **how)
        self.of = of


class Expression(Given):
    """A formula in the letters `of`: "w", "x y". It is typed as answers are, w^4 - 3w^2; its value is its text as formulas
    are written, "w**4 - 3*w**2"."""

    type = "expression"

    def __init__(self, means: str, *, of: str, **how: Any) -> None:
        super().__init__(means, **how)
        self.of = of


class Aside:
    """A quantity that is drawn and used by other draws and by conditions, and never shown; of None only where a level
    draws it."""

    def __init__(self, draw: object, *, size: object = None) -> None:
        self.draw = as_draw(draw)
        self.size = sized(size)


def sized(size: object) -> Draw | tuple[Draw | None, ...] | None:
    """How many entries are drawn, or (rows, columns)."""
    return tuple(as_draw(side) for side in size) if isinstance(size, tuple) else as_draw(size)


class Index:
    """A subscript that runs from 1: over the entries of `over`, with `of_row` over the entries of its first row, or as far
    as `upto`, a formula, says."""

    def __init__(self, over: str = "", *, of_row: bool = False, upto: str = "") -> None:
        self.length = upto or (f"count({over}[1])" if of_row else f"count({over})")


class Convention:
    """A choice in which courses differ; the first is the default. `says` tells each in the question's words, a story with
    {its name} at that place, any other behind it; where `when`, a formula, does not hold, it goes without saying."""

    def __init__(self, *choices: str, says: Mapping[str, str] | None = None, when: str | None = None) -> None:
        self.choices = choices
        self.says = says or {}
        self.when = when

    @property
    def default(self) -> str:
        """The choice in force unless another is asked for."""
        return self.choices[0]


class Rounding(Convention):
    """Whether values that later steps use are rounded on the way: "off", or to so many decimals."""


class Level(Record):
    """What sets a level apart: the answers asked, and draws that replace those of the givens (None: not given).

    >>> Level("t t_crit decision", tail=oneof("less", "greater"))
    """

    ask: tuple[str, ...]
    draws: Mapping[str, Draw | None]

    def __init__(self, ask: str, **draws: object) -> None:
        super().__init__(tuple(ask.split()), {plain(name): as_draw(draw) for name, draw in draws.items()})


class Mistake(Record):
    """A slip that students make: the formulas it puts in place of those of some steps, and what to say about it.

    `when` is a formula: the mistake can be made only where it holds. Of several formulas for a step the first is put in
    whose names are given or worked: `z=("(mu - target)/sigma", "(mean - target)/sd")`. A function of the same values stands
    in place of a procedure.
    """

    name: str
    says: str
    formulas: Mapping[str, Any]
    when: str | None = None

    def __init__(self, name: str, says: str, when: str | None = None, **formulas: Any) -> None:
        super().__init__(name, says, {plain(step): formula for step, formula in formulas.items()}, when)


class Story(Record):
    """A question's text: {name} is a given's value, {ask} what is asked and to how many places, $...$ a formula. Where it
    does not say {ask} itself, "Give {ask}." stands behind it.

    Told only where all its givens are given and `when`, a formula, holds. `tabled` are givens told by the problem's
    `question_table(v)`, which then stands below the text.
    """

    text: str
    when: str | None = None
    tabled: str = ""


if TYPE_CHECKING:
    Group = str | Story | tuple[str | Story, ...]
    Stories = tuple[str | Story, ...] | Mapping[str, Group]


def plain(name: str) -> str:
    """The name without the underscore that Python needs after `lambda_`, `class_`."""
    return name.rstrip("_")


def stories_told(stories: Stories) -> Iterator[Story]:
    """The stories, with the condition that their group stands under and with what is asked."""
    for when, group in stories.items() if isinstance(stories, dict) else [(None, stories)]:
        for story in [group] if isinstance(group, (str, Story)) else group:
            told = story if isinstance(story, Story) else Story(story)
            text = told.text if "{ask}" in told.text else f"{told.text} Give {{ask}}."
            yield told.replace(text=text, when=told.when or when)


class Problem:
    """Base of every problem. The loader sets `slug`, `topic` and `path` from the file's place.

    `stories` may be grouped by the condition, a formula, under which they are told: {"tail == 'two'": ("...", "...")}.
    `few` says why a level has fewer than 500 variants, where it has.
    """

    slug: str = ""
    topic: str = ""
    path: str = ""
    title: ClassVar[str]
    answers: ClassVar[str]
    levels: ClassVar[Mapping[str, Level | tuple[Level, ...]]]
    stories: ClassVar[Stories]
    mistakes: ClassVar[tuple[Mistake, ...]] = ()
    nudge: ClassVar[str]
    symbols: ClassVar[Mapping[str, str]] = {}
    also: ClassVar[Mapping[str, str]] = {}
    accept: ClassVar[tuple[str, ...]] = ()
    impossible: ClassVar[Mapping[str, str]] = {}
    few: ClassVar[str] = ""

    givens: ClassVar[Mapping[str, Given]] = {}
    asides: ClassVar[Mapping[str, Aside]] = {}
    draws_in_order: ClassVar[tuple[str, ...]] = ()
    conventions: ClassVar[Mapping[str, Convention]] = {}
    indices: ClassVar[Mapping[str, Index]] = {}
    told: ClassVar[tuple[Story, ...]] = ()

    def __init_subclass__(cls) -> None:
        parts = {plain(name): part for name, part in vars(cls).items()}
        cls.givens = {name: part for name, part in parts.items() if isinstance(part, Given)}
        cls.asides = {name: part for name, part in parts.items() if isinstance(part, Aside)}
        cls.draws_in_order = tuple(name for name, part in parts.items() if isinstance(part, (Given, Aside)))
        cls.conventions = {name: part for name, part in parts.items() if isinstance(part, Convention)}
        cls.indices = {name: part for name, part in parts.items() if isinstance(part, Index)}
        cls.told = tuple(stories_told(parts.get("stories", ())))

    def question_table(self, v: Any) -> Any:
        """A table that tells the givens which a story leaves to it, from the given values."""

    def question_figure(self, v: Any) -> Any:
        """A figure for the question, from the given values."""

    def solution_figure(self, v: Any) -> Any:
        """A figure or a table for the worked solution, or a tuple of them, from all values."""

    def conclusion(self, v: Any) -> Any:
        """What the result means, in a sentence ({name} is a given's value), from all values."""

    def work(self, w: Board) -> None:
        """The worked solution, step by step."""
        raise NotImplementedError
