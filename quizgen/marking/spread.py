"""How far a number may lie from the true one because it, or a number before it, was rounded."""

from __future__ import annotations

import math

from ..formula.interval import Interval, Undecided, ends
from ..rounding import rounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..answers import Written
    from ..plan import Step

COARSE = 2
FIGURES = 2


def as_written(number: Written) -> float | Interval:
    """All values that a written number may stand for: half a unit of its last place to each side."""
    return Interval(number.value - number.unit / 2, number.value + number.unit / 2) if number.unit else number.value


def unit_asked(value: float, places: int) -> float:
    """One unit of the last place that is asked: of `places` decimals, or of the second figure of a small number."""
    size = abs(value)
    leading = math.floor(math.log10(size)) if size > 0 and math.isfinite(size) else 0
    leading += size >= (10 - 0.5 * 10.0 ** (1 - FIGURES)) * 10.0**leading  # 0.000996 is shown as 0.0010
    return float(10.0 ** min(-places, leading - FIGURES + 1)) if size > 0 else float(10.0**-places)


def widened(step: Step, value: Any, coarse: bool) -> Any:
    """A step's value as it may be after rounding to the places asked, or, `coarse`, to two decimals."""
    if isinstance(value, list):
        return [widened(step, entry, coarse) for entry in value]
    if step.kind != "number" or isinstance(value, (Undecided, str, bool)) or step.round_to is not None:
        return value
    lo, hi = ends(value)
    half = unit_asked(max(abs(lo), abs(hi)), min(step.places, COARSE) if coarse else step.places) / 2
    return Interval(lo - half, hi + half)


def spread(step: Step, tape: dict[str, Any]) -> Any:
    """The step's value on a tape of intervals. Raises what its formula raises."""
    if step.formula is None or step.kind == "expression":
        used = {name: value for name, value in tape.items() if name in step.uses}
        value = step.number(middles := {name: middle(value) for name, value in used.items()})
        return value if step.kind != "number" else _swung(step, value, middles, used)
    value = step.formula.interval(tape)
    if step.yes is not None:
        return _worded(step, value)
    return value if step.round_to is None else rounded_ends(value, step.round_to)


def _swung(step: Step, value: Any, middles: dict[str, Any], used: dict[str, Any]) -> Any:
    """A procedure's value in the middle of intervals, made as wide as their ends, one interval after another, move it."""
    centre = _flat(value)
    swing = [0.0] * len(centre)
    for name, known in used.items():
        for place, interval in enumerate(_flat(known)):
            if not isinstance(interval, Interval):
                continue
            ends_of = [{**middles, name: _with(middles[name], place, end)} for end in (interval.lo, interval.hi)]
            moved = [_flat(step.number(tape)) for tape in ends_of]
            if any(len(entries) != len(centre) for entries in moved):
                return value
            swing = [far + max(abs(entry - near) for entry in ends) for far, near, *ends in zip(swing, centre, *moved)]
    widths = iter(swing)
    return _each(value, lambda entry: Interval(entry - far, entry + far) if (far := next(widths)) else entry)


def _flat(value: Any) -> list[Any]:
    return [entry for part in value for entry in _flat(part)] if isinstance(value, list) else [value]


def _with(value: Any, place: int, entry: float) -> Any:
    """A value with another number at a place, counted over all its entries."""
    places = iter(range(len(_flat(value))))
    return _each(value, lambda old: entry if next(places) == place else old)


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    return [_each(entry, change) for entry in value] if isinstance(value, list) else change(value)


def _worded(step: Step, condition: Any) -> Any:
    if isinstance(condition, Undecided):
        return Undecided((step.yes, step.no))
    return step.yes if condition else step.no


def rounded_ends(value: Any, places: int) -> Any:
    """A number or interval, or each entry of a list, rounded half up."""
    if isinstance(value, list):
        return [rounded_ends(entry, places) for entry in value]
    lo, hi = (float(rounded(end, places)) for end in ends(value))
    return lo if lo == hi else Interval(lo, hi)


def middle(value: Any) -> Any:
    """A number for an interval, the first of the options of an open choice."""
    if isinstance(value, list):
        return [middle(entry) for entry in value]
    if isinstance(value, Undecided):
        return value.options[0]
    return (value.lo + value.hi) / 2 if isinstance(value, Interval) else value


def agreement(number: Written, truth: Any) -> str | None:
    """How a written number agrees with a value or interval: "rounded" (half up or half even), "truncated", or not."""
    lo, hi = ends(truth)
    slack = 1e-9 * max(abs(lo), abs(hi), 1e-300) + number.unit * 1e-6
    half = number.unit / 2 + slack
    if lo - half <= number.value <= hi + half:
        return "rounded"
    towards_zero = lo - number.unit if number.value >= 0 else lo
    beyond = hi if number.value >= 0 else hi + number.unit
    return "truncated" if number.unit and towards_zero < number.value <= beyond else None


def agree(read: Any, truth: Any) -> bool:
    """Whether written numbers and a value have the same shape and agree entry by entry."""
    if isinstance(read, list) or isinstance(truth, list):
        alike = isinstance(read, list) and isinstance(truth, list) and len(read) == len(truth)
        return alike and all(map(agree, read, truth))
    return not isinstance(truth, str) and truth is not None and agreement(read, truth) is not None


def width(value: Any) -> float:
    """How wide an interval is; 0 for a number."""
    lo, hi = ends(value)
    return float(hi - lo)
