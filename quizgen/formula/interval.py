"""Interval arithmetic: the spread that rounded inputs allow a formula's value.

Every operation encloses the true range of its operands; ends are moved outward by one float, so that a value computed
from any numbers inside the operands lies inside the result. Source: Moore, Kearfott and Cloud, Introduction to
Interval Analysis (2009), chapters 2 and 5.
"""

from __future__ import annotations

import math

from .functions import FUNCTIONS, REDUCTIONS, entries, positions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


class Unbounded(ArithmeticError):
    """An interval that holds a pole or leaves a function's domain in part: nothing can be said about the result."""


class Interval:
    """All numbers from `lo` to `hi`."""

    __slots__ = ("hi", "lo")

    def __init__(self, lo: float, hi: float) -> None:
        self.lo, self.hi = lo, hi

    def __repr__(self) -> str:
        return f"Interval({self.lo!r}, {self.hi!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Interval) and (self.lo, self.hi) == (other.lo, other.hi)

    def __hash__(self) -> int:
        return hash((self.lo, self.hi))

    def __contains__(self, x: float) -> bool:
        return self.lo <= x <= self.hi

    def __add__(self, other: Value) -> Interval:
        lo, hi = ends(other)
        return outward(self.lo + lo, self.hi + hi)

    __radd__ = __add__

    def __neg__(self) -> Interval:
        return Interval(-self.hi, -self.lo)

    def __pos__(self) -> Interval:
        return self

    def __sub__(self, other: Value) -> Interval:
        lo, hi = ends(other)
        return outward(self.lo - hi, self.hi - lo)

    def __rsub__(self, other: Value) -> Interval:
        return -self + other

    def __mul__(self, other: Value) -> Interval:
        lo, hi = ends(other)
        corners = self.lo * lo, self.lo * hi, self.hi * lo, self.hi * hi
        return outward(min(corners), max(corners))

    __rmul__ = __mul__

    def __truediv__(self, other: Value) -> Interval:
        lo, hi = ends(other)
        if lo <= 0 <= hi:
            raise (ZeroDivisionError if lo == hi else Unbounded)("division by zero")
        return self * outward(1 / hi, 1 / lo)

    def __rtruediv__(self, other: Value) -> Interval:
        return Interval(*ends(other)) / self

    def __pow__(self, exponent: int) -> Interval:
        if exponent % 2 == 0 and self.lo < 0 < self.hi:
            return outward(0.0, max(-self.lo, self.hi) ** exponent)
        corners = self.lo**exponent, self.hi**exponent
        return outward(min(corners), max(corners))

    def __abs__(self) -> Interval:
        if self.lo >= 0:
            return self
        return -self if self.hi <= 0 else Interval(0.0, max(-self.lo, self.hi))


class Undecided:
    """A choice that the spread of its inputs leaves open: one of `options`."""

    __slots__ = ("options",)

    def __init__(self, options: tuple[Any, ...]) -> None:
        self.options = options

    def __repr__(self) -> str:
        return f"Undecided({self.options!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Undecided) and self.options == other.options

    def __hash__(self) -> int:
        return hash(self.options)


if TYPE_CHECKING:
    Value = float | Interval

EITHER = Undecided((True, False))


def ends(value: Any) -> tuple[float, float]:
    """The lowest and highest number that a value may be."""
    return (value.lo, value.hi) if isinstance(value, Interval) else (value, value)


def outward(lo: float, hi: float) -> Interval:
    """The interval, wider by one float at each end. OverflowError where an end is not finite."""
    if not (math.isfinite(lo) and math.isfinite(hi)):
        raise OverflowError("too large a number")
    return Interval(math.nextafter(lo, -math.inf), math.nextafter(hi, math.inf))


def hull(values: Sequence[Any]) -> Any:
    """The smallest interval that holds all the values; entry by entry for vectors; open choices merged."""
    first = values[0]
    if all(value == first for value in values):
        return first
    if isinstance(first, list):
        return [hull(entries) for entries in zip(*values)]
    if any(isinstance(value, (Undecided, str, bool)) for value in values):
        options = (value.options if isinstance(value, Undecided) else (value,) for value in values)
        return Undecided(tuple(dict.fromkeys(option for some in options for option in some)))
    return Interval(min(ends(value)[0] for value in values), max(ends(value)[1] for value in values))


def less(a: Value, b: Value) -> Any:
    """a < b: True, False, or undecided."""
    (a_lo, a_hi), (b_lo, b_hi) = ends(a), ends(b)
    return True if a_hi < b_lo else False if a_lo >= b_hi else EITHER


def less_equal(a: Value, b: Value) -> Any:
    """a <= b: True, False, or undecided."""
    return negation(less(b, a))


def negation(condition: Any) -> Any:
    """not condition, where that is decided."""
    return condition if isinstance(condition, Undecided) else not condition


def equal(a: Any, b: Any) -> Any:
    """a == b: True, False, or undecided."""
    for value, other in ((a, b), (b, a)):
        if isinstance(value, Undecided):
            return EITHER if other in value.options else False
    if isinstance(a, str) or isinstance(b, str):
        return a == b
    (a_lo, a_hi), (b_lo, b_hi) = ends(a), ends(b)
    if a_hi < b_lo or b_hi < a_lo:
        return False
    return True if a_lo == a_hi == b_lo == b_hi else EITHER


def all_of(*conditions: Any) -> Any:
    """Their conjunction: decided by any that is False."""
    if any(condition is False for condition in conditions):
        return False
    return EITHER if any(isinstance(condition, Undecided) for condition in conditions) else True


def any_of(*conditions: Any) -> Any:
    """Their disjunction: decided by any that is True."""
    return negation(all_of(*(negation(condition) for condition in conditions)))


def choose(condition: Any, yes: Callable[[], Any], no: Callable[[], Any]) -> Any:
    """The branch taken; the hull of both where the condition is undecided."""
    if isinstance(condition, Undecided):
        return hull([yes(), no()])
    return yes() if condition else no()


def position(values: Sequence[Any], index: float) -> Any:
    """values[index], counted from 1. IndexError outside."""
    if isinstance(index, float) and index.is_integer():
        index = int(index)
    if not isinstance(index, int) or not 1 <= index <= len(values):
        raise IndexError(f"there is no entry {index}; entries are counted from 1 to {len(values)}")
    return values[index - 1]


def at(values: Sequence[Any], index: Any) -> Any:
    """values[index], counted from 1; the hull of all entries meant where the index is undecided."""
    if isinstance(index, Undecided):
        return hull([position(values, option) for option in index.options])
    return position(values, index)


def power(base: Value, exponent: Value) -> Any:
    """base ** exponent. ValueError where that is no real number."""
    if isinstance(exponent, Interval) or (isinstance(base, Interval) and exponent != int(exponent)):
        (b_lo, b_hi), (e_lo, e_hi) = ends(base), ends(exponent)
        if b_lo <= 0:
            raise Unbounded("a power of a number that may be negative")
        corners = [b**e for b in (b_lo, b_hi) for e in (e_lo, e_hi)]
        return outward(min(corners), max(corners))
    if isinstance(base, Interval):
        return base ** int(exponent) if exponent >= 0 else 1 / base ** int(-exponent)
    result = base**exponent
    if isinstance(result, complex):
        raise ValueError("a root of a negative number")
    return result


def total(values: Sequence[Value]) -> Any:
    """The sum."""
    if not any(isinstance(value, Interval) for value in values):
        return math.fsum(values)  # type: ignore[arg-type]
    both = [ends(value) for value in values]
    return outward(math.fsum(lo for lo, _ in both), math.fsum(hi for _, hi in both))


def product(values: Sequence[Value]) -> Any:
    """The product."""
    result: Any = 1
    for value in values:
        result = result * value
    return result


def _spread(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that is monotone in each argument (numbers or vectors), carried over to intervals by their corners."""

    def on_intervals(*args: Any) -> Any:
        if not any(_wide(arg) for arg in args):
            return function(*args)
        results = [function(*corner) for corner in _corners(args)]
        lo, hi = min(results), max(results)
        slack = 1e-12 * max(abs(lo), abs(hi))
        return outward(lo - slack, hi + slack)

    return on_intervals


def _stepwise(function: Callable[[float], float]) -> Callable[[Value], Any]:
    """A monotone function whose values are whole, carried over to intervals: these are exact."""

    def on_intervals(x: Value) -> Any:
        lo, hi = map(function, ends(x))
        return lo if lo == hi else Interval(lo, hi)

    return on_intervals


def _wide(arg: Any) -> bool:
    return any(_wide(entry) for entry in arg) if isinstance(arg, (list, tuple)) else isinstance(arg, Interval)


def _corners(args: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """All choices of the lower or the upper end of each argument; a vector's entries move together."""
    corners: list[tuple[Any, ...]] = [()]
    for arg in args:
        sides = [_end(arg, 0), _end(arg, 1)] if _wide(arg) else [arg]
        corners = [corner + (side,) for corner in corners for side in sides]
    return corners


def _end(arg: Any, side: int) -> Any:
    return [_end(entry, side) for entry in arg] if isinstance(arg, (list, tuple)) else ends(arg)[side]


def _root(x: Value) -> Any:
    """The square root; an end that widening has moved just below 0 counts as 0."""
    lo, hi = ends(x)
    if lo < 0 <= hi:
        if lo < -1e-15 * hi - 1e-300:
            raise Unbounded("a root of a number that may be negative")
        return MONOTONE_ROOT(Interval(0.0, hi))
    return MONOTONE_ROOT(x)


def _logarithm(x: Value) -> Any:
    """The natural logarithm."""
    lo, hi = ends(x)
    if lo <= 0 < hi:
        raise Unbounded("a logarithm of a number that may be 0 or negative")
    return MONOTONE_LOG(x)


def _candidates(values: Sequence[Value]) -> Any:
    """argmin: the one position, counted from 1, that holds the smallest value, or all that may."""
    bound = min(ends(value)[1] for value in values)
    options = tuple(k for k, value in enumerate(values, 1) if ends(value)[0] <= bound)
    if not any(isinstance(value, Interval) for value in values):
        return options[0]
    return options[0] if len(options) == 1 else Undecided(options)


MONOTONE_ROOT, MONOTONE_LOG = _spread(math.sqrt), _spread(math.log)
ON_NUMBERS: dict[str, Any] = (
    FUNCTIONS
    | REDUCTIONS
    | {"positions": positions, "at": position, "power": power}
    | {"min": FUNCTIONS["min"], "max": FUNCTIONS["max"]}
)

ON_INTERVALS: dict[str, Any] = {name: _spread(function) for name, function in FUNCTIONS.items()} | {
    "sqrt": _root,
    "log": _logarithm,
    "ln": _logarithm,
    "abs": abs,
    "floor": _stepwise(math.floor),
    "ceil": _stepwise(math.ceil),
    "sign": _stepwise(FUNCTIONS["sign"]),
    "count": entries,
    "positions": positions,
    "sum": total,
    "prod": product,
    "at": at,
    "power": power,
    "choose": choose,
    "argmin": _candidates,
    "argmax": lambda values: _candidates([-value for value in values]),
    "less": less,
    "less_equal": less_equal,
    "greater": lambda a, b: less(b, a),
    "equal": equal,
    "greater_equal": lambda a, b: less_equal(b, a),
    "unequal": lambda a, b: negation(equal(a, b)),
    "and_": all_of,
    "or_": any_of,
}
