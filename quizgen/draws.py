"""How values are drawn: distributions over decimal numbers, from one stream of random fractions.

A drawn number is a whole number of steps, written as a decimal; its value is what that text says. Only
`random.Random.random` is used, the one method whose results Python promises to keep.
"""

from __future__ import annotations

from math import ceil, floor

from .formula import Formula
from .record import Record
from .rounding import rounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    Uniform = Callable[[], float]
    Compile = Callable[..., Formula]


class Draw(Record):
    """A way to draw one value, given the values drawn before it."""

    def one(self, uniform: Uniform, drawn: Mapping[str, Any], formula: Compile) -> Any:
        """A value: a number, a decimal text, a word, or a list of these."""
        raise NotImplementedError


class Constant(Draw):
    """Always the same."""

    value: Any

    def one(self, uniform: Uniform, drawn: Mapping[str, Any], formula: Compile) -> Any:
        return as_lists(self.value)


class Between(Draw):
    """low, low + step, ..., high, each alike; bounds are decimals or formulas of what was drawn before."""

    low: str
    high: str
    step: str
    distinct: bool = False

    def one(self, uniform: Uniform, drawn: Mapping[str, Any], formula: Compile) -> Any:
        places = decimals(self.step)
        scale = 10**places
        stride = round(float(self.step) * scale)
        low = ceil(self._bound(self.low, drawn, formula) * scale / stride - 1e-9)
        high = floor(self._bound(self.high, drawn, formula) * scale / stride + 1e-9)
        return decimal_text((low + int(uniform() * (high - low + 1))) * stride, places)

    @staticmethod
    def _bound(text: str, drawn: Mapping[str, Any], formula: Compile) -> float:
        try:
            return float(text)
        except ValueError:
            return float(formula(text).number(drawn))


class OneOf(Draw):
    """One of some values, each alike."""

    options: tuple[Any, ...]

    def one(self, uniform: Uniform, drawn: Mapping[str, Any], formula: Compile) -> Any:
        option = self.options[int(uniform() * len(self.options))]
        return option.one(uniform, drawn, formula) if isinstance(option, Draw) else as_lists(option)


class Computed(Draw):
    """A formula of what was drawn before, rounded to `places`; with `each`, one entry for each value of those indices."""

    text: str
    each: tuple[str, ...] = ()
    places: int | None = None

    def one(self, uniform: Uniform, drawn: Mapping[str, Any], formula: Compile) -> Any:
        return as_texts(formula(self.text, self.each).number(drawn), self.places)


class Shuffled(Draw):
    """The entries of another draw, in any order."""

    of: Draw

    def one(self, uniform: Uniform, drawn: Mapping[str, Any], formula: Compile) -> Any:
        entries = list(self.of.one(uniform, drawn, formula))
        for last in range(len(entries) - 1, 0, -1):
            other = int(uniform() * (last + 1))
            entries[last], entries[other] = entries[other], entries[last]
        return entries


class Pick(Draw):
    """One entry of a vector drawn before."""

    of: str

    def one(self, uniform: Uniform, drawn: Mapping[str, Any], formula: Compile) -> Any:
        return drawn[self.of][int(uniform() * len(drawn[self.of]))]


def between(low: object, high: object, step: object = 1, distinct: bool = False) -> Draw:
    """A number from low to high in steps: between(0.5, 9, 0.1). Bounds may be formulas: between("mu0 - 5", "mu0 + 5").
    `distinct`: no two entries of a vector are equal."""
    return Between(str(low), str(high), str(step), distinct)


def oneof(*options: object) -> Draw:
    """One of the options, each alike; an option may itself be a draw."""
    return OneOf(options)


def computed(text: str, *each: str, places: int | None = None) -> Draw:
    """A formula of the values drawn before: computed("n - TP"), computed("mu + k*d[i]", "i")."""
    return Computed(text, each, places)


def shuffled(draw: object) -> Draw:
    """The entries of a list, or of a draw that gives one, in any order."""
    made = as_draw(draw)
    assert made is not None
    return Shuffled(made)


def pick(name: str) -> Draw:
    """One entry of a vector drawn before."""
    return Pick(name)


def as_draw(spec: object) -> Draw | None:
    """A draw as it stands; any other value as a constant; None stays None."""
    return spec if spec is None or isinstance(spec, Draw) else Constant(spec)


def decimals(text: str) -> int:
    """How many decimals a number is written with."""
    return len(text.partition(".")[2])


def decimal_text(units: int, places: int) -> str:
    """units * 10**-places, written out."""
    if not places:
        return str(units)
    digits = str(abs(units)).rjust(places + 1, "0")
    return f"{'-' if units < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def as_lists(value: Any) -> Any:
    """Tuples made lists, numbers made texts, words left alone."""
    if isinstance(value, (tuple, list)):
        return [as_lists(entry) for entry in value]
    return value if isinstance(value, str) else repr(value)


def as_texts(value: Any, places: int | None) -> Any:
    """Computed numbers as decimal texts: to `places`, else whole where they are whole."""
    if isinstance(value, (list, tuple)):
        return [as_texts(entry, places) for entry in value]
    if isinstance(value, str):
        return value
    if places is not None:
        return rounded(value, places)
    return str(int(value)) if value == int(value) else repr(value)


def drawn_vector(draw: Draw, size: int, uniform: Uniform, drawn: Mapping[str, Any], formula: Compile) -> list[Any]:
    """`size` entries, each drawn alike; no two equal where the draw says distinct (ValueError if that cannot be)."""
    entries: list[Any] = []
    for _ in range(100 * size + 100):
        if len(entries) == size:
            return entries
        entry = draw.one(uniform, drawn, formula)
        if not (isinstance(draw, Between) and draw.distinct and entry in entries):
            entries.append(entry)
    raise ValueError(f"{draw!r} has no {size} different values")
