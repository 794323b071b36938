"""The functions that a formula may call, on numbers."""

from __future__ import annotations

import math

from ..rounding import rounded
from .special import normal_quantile, normal_tail, t_quantile, t_tail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


MOST_ENTRIES = 50_000


def sigmoid(x: float) -> float:
    """1 / (1 + e^-x), without overflow."""
    if x < 0:
        grown = math.exp(x)
        return grown / (1 + grown)
    return 1 / (1 + math.exp(-x))


def relu(x: float) -> float:
    """x above 0, else 0."""
    return x if x > 0 else 0.0


def entries(value: Any) -> int:
    """How many entries a vector has, or rows a matrix; a number is one."""
    return len(value) if isinstance(value, (list, tuple)) else 1


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean."""
    return math.fsum(values) / len(values)


def median(values: Sequence[float]) -> float:
    """The middle of the sorted values, or the mean of the two middle ones."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def runner_up(values: Sequence[float]) -> float:
    """The second smallest value; infinity where there is no second."""
    return sorted(values)[1] if len(values) > 1 else math.inf


def argmin(values: Sequence[float]) -> int:
    """Position of the smallest value, counted from 1; the first of equals."""
    return min(range(len(values)), key=values.__getitem__) + 1


def argmax(values: Sequence[float]) -> int:
    """Position of the largest value, counted from 1; the first of equals."""
    return max(range(len(values)), key=values.__getitem__) + 1


def smallest(*values: Any) -> Any:
    """The least of several numbers, or of one vector."""
    return min(*values)


def largest(*values: Any) -> Any:
    """The greatest of several numbers, or of one vector."""
    return max(*values)


def sign(x: float) -> int:
    """1, 0 or -1."""
    return (x > 0) - (x < 0)


def half_up(x: float, places: int = 0) -> float:
    """x rounded half up in decimal."""
    return float(rounded(x, places))


def positions(count: float) -> range:
    """The positions of so many entries, from 1. OverflowError where they are too many to be worked."""
    if count > MOST_ENTRIES:
        raise OverflowError(f"{count:.6g} entries, of which at most {MOST_ENTRIES} are worked")
    return range(1, int(count) + 1)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "exp": math.exp,
    "log": math.log,
    "ln": math.log,
    "sqrt": math.sqrt,
    "abs": abs,
    "tanh": math.tanh,
    "sigmoid": sigmoid,
    "relu": relu,
    "min": smallest,
    "max": largest,
    "count": entries,
    "mean": mean,
    "median": median,
    "runner_up": runner_up,
    "round": half_up,
    "sign": sign,
    "comb": math.comb,
    "floor": math.floor,
    "ceil": math.ceil,
    "sum": math.fsum,
    "prod": math.prod,
    "t_quantile": t_quantile,
    "t_tail": t_tail,
    "z_quantile": normal_quantile,
    "z_tail": normal_tail,
}

REDUCTIONS: dict[str, Callable[[Sequence[Any]], Any]] = {
    "sum": math.fsum,
    "prod": math.prod,
    "min": min,
    "max": max,
    "argmin": argmin,
    "argmax": argmax,
}
