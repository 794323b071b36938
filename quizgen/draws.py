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
    Drawn = tuple[Any, Any]
    Sampler = Callable[[Uniform, Mapping[str, Any], Mapping[str, Any]], Drawn]

TRIES = 100


class Draw(Record):
    """A way to draw one value, given the values drawn before it."""

    def sampler(self, formula: Compile) -> Sampler:
        """A function of the stream and of the values and texts drawn before: a value, and the text that it is written as;
        lists of both for a vector. ArithmeticError or ValueError where there is none."""
        raise NotImplementedError


class Constant(Draw):
    """Always the same."""

    value: Any

    def sampler(self, formula: Compile) -> Sampler:
        text = as_lists(self.value)
        pair = value_of(text), text
        return lambda uniform, values, texts: pair


class Between(Draw):
    """low, low + step, ..., high, each alike; bounds are decimals or formulas of what was drawn before."""

    low: str
    high: str
    step: str
    distinct: bool = False

    def sampler(self, formula: Compile) -> Sampler:
        places = decimals(self.step)
        scale: int = 10**places
        stride = round(float(self.step) * scale)
        low, high = _bound(self.low, formula), _bound(self.high, formula)

        def first(values: Mapping[str, Any]) -> int:
            return ceil(low(values) * scale / stride - 1e-9)

        def last(values: Mapping[str, Any]) -> int:
            return floor(high(values) * scale / stride + 1e-9)

        if is_decimal(self.low) and is_decimal(self.high):
            start, count = first({}), last({}) - first({}) + 1
            return lambda uniform, values, texts: decimal((start + int(uniform() * count)) * stride, places)

        def sample(uniform: Uniform, values: Mapping[str, Any], texts: Mapping[str, Any]) -> Drawn:
            start = first(values)
            return decimal((start + int(uniform() * (last(values) - start + 1))) * stride, places)

        return sample


class OneOf(Draw):
    """One of some values, each alike."""

    options: tuple[Any, ...]

    def sampler(self, formula: Compile) -> Sampler:
        options = [option.sampler(formula) for option in map(as_draw, self.options) if option is not None]
        count = len(options)
        return lambda uniform, values, texts: options[int(uniform() * count)](uniform, values, texts)


class Computed(Draw):
    """A formula of what was drawn before, rounded to `places`; with `each`, one entry for each value of those indices."""

    text: str
    each: tuple[str, ...] = ()
    places: int | None = None

    def sampler(self, formula: Compile) -> Sampler:
        number, places = formula(self.text, self.each).number, self.places

        def sample(uniform: Uniform, values: Mapping[str, Any], texts: Mapping[str, Any]) -> Drawn:
            text = as_texts(number(values), places)
            return value_of(text), text

        return sample


class Shuffled(Draw):
    """The entries of another draw, in any order."""

    of: Draw

    def sampler(self, formula: Compile) -> Sampler:
        whole = self.of.sampler(formula)

        def sample(uniform: Uniform, values: Mapping[str, Any], texts: Mapping[str, Any]) -> Drawn:
            entries = list(zip(*whole(uniform, values, texts)))
            for last in range(len(entries) - 1, 0, -1):
                other = int(uniform() * (last + 1))
                entries[last], entries[other] = entries[other], entries[last]
            return [value for value, _ in entries], [text for _, text in entries]

        return sample


class Pick(Draw):
    """One entry of a vector drawn before."""

    of: str

    def sampler(self, formula: Compile) -> Sampler:
        def sample(uniform: Uniform, values: Mapping[str, Any], texts: Mapping[str, Any]) -> Drawn:
            place = int(uniform() * len(values[self.of]))
            return values[self.of][place], texts[self.of][place]

        return sample


class Made(Draw):
    """What a pure function makes of values drawn before."""

    function: Callable[..., Any]
    uses: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Made({self.function.__name__}, {self.uses})"

    def sampler(self, formula: Compile) -> Sampler:
        def sample(uniform: Uniform, values: Mapping[str, Any], texts: Mapping[str, Any]) -> Drawn:
            text = as_texts(self.function(*(values[name] for name in self.uses)), None)
            return value_of(text), text

        return sample


def of_size(draw: Draw, size: Draw | tuple[Draw | None, ...], formula: Compile) -> Sampler:
    """Draws a vector, or a matrix where the size is (rows, columns); a draw that gives a list gives the whole vector.
    ValueError where a draw of distinct values has too few."""
    one = draw.sampler(formula)
    rows, columns = size if isinstance(size, tuple) else (None, size)
    height = rows.sampler(formula) if rows else None
    assert columns is not None
    width, distinct = columns.sampler(formula), isinstance(draw, Between) and draw.distinct

    def sample(uniform: Uniform, values: Mapping[str, Any], texts: Mapping[str, Any]) -> Drawn:
        if height is not None:
            many, each = int(height(uniform, values, texts)[0]), int(width(uniform, values, texts)[0])
            drawn = [vector(each, uniform, values, texts) for _ in range(many)]
            return [row for row, _ in drawn], [row for _, row in drawn]
        if not isinstance(draw, (Between, OneOf, Pick)):
            whole = one(uniform, values, texts)
            if isinstance(whole[0], list):
                return whole
        return vector(int(width(uniform, values, texts)[0]), uniform, values, texts)

    def vector(length: int, uniform: Uniform, values: Mapping[str, Any], texts: Mapping[str, Any]) -> Drawn:
        found: list[Any] = []
        written: list[Any] = []
        for _ in range(TRIES * (length + 1)):
            if len(found) == length:
                return found, written
            value, text = one(uniform, values, texts)
            if not (distinct and value in found):
                found.append(value)
                written.append(text)
        raise ValueError(f"{draw!r} has no {length} different values")

    return sample


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


def made(function: Callable[..., Any], uses: str) -> Draw:
    """What a pure function makes of the values drawn before under the names in `uses`: sentences of words, for one."""
    return Made(function, tuple(uses.split()))


def as_draw(spec: object) -> Draw | None:
    """A draw as it stands; any other value as a constant; None stays None."""
    return spec if spec is None or isinstance(spec, Draw) else Constant(spec)


def decimals(text: str) -> int:
    """How many decimals a number is written with."""
    return len(text.partition(".")[2])


def decimal(units: int, places: int) -> Drawn:
    """units * 10**-places as a number and written out."""
    if not places:
        return units, str(units)
    value = units / 10**places
    return value, f"{value:.{places}f}"


def is_decimal(text: str) -> bool:
    """Whether a bound is a number rather than a formula."""
    return text.replace(".", "", 1).lstrip("-").isdigit()


def _bound(text: str, formula: Compile) -> Callable[[Mapping[str, Any]], float]:
    if is_decimal(text):
        value = float(text)
        return lambda values: value
    return formula(text).number


def number_of(text: str) -> float | int:
    """The number that a decimal text says: whole where it has no point or exponent."""
    return int(text) if text.lstrip("-").isdigit() else float(text)


def value_of(text: Any) -> Any:
    """The value of a text: a number, a list (of lists) of numbers, or the word itself."""
    if isinstance(text, list):
        return [value_of(entry) for entry in text]
    try:
        return number_of(text)
    except ValueError:
        return text


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
