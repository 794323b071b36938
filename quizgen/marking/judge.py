"""Verdicts: the solution run again beside the student's answers.

Five tapes are carried through the steps in one pass. `key` holds the right values. `fine` and `coarse` hold the givens and
the student's lines judged right so far, as intervals, where lines not handed in may have been rounded to the places asked,
or to two decimals. `own` holds all the student's lines as written, as intervals; `middle` the same as plain numbers.
Agreeing with key or fine is right, with coarse rounded, with own following; anything else is wrong.
"""

from __future__ import annotations

from math import isfinite

from ..errors import ImpossibleData, InputError
from ..formula.interval import Undecided
from ..record import Record
from ..rounding import shown
from .handed_in import HandedIn, Unreadable, numbers_read, readable
from .spread import agreement, as_written, spread, unit_asked, widened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ..answers import Written
    from ..plan import Step, Tape
    from ..variant import Variant

ORDER = ("right", "rounded", "follows", "other-convention", "undefined", "missing", "unreadable", "wrong")
TOO_EARLY = "moved by rounding too early: keep more places on the way"
ERRORS = frozenset(("wrong", "other-convention", "undefined", "unreadable"))
IMPOSSIBLE = (ImpossibleData, InputError, ArithmeticError, ValueError, LookupError, TypeError)


class Judged(Record):
    """A step's verdict; `expected_own` is what follows from the student's own lines, None where nothing does."""

    step: Step
    handed: HandedIn | None
    verdict: str
    why: str
    components: Any
    expected: Any
    expected_own: Any


class Tapes:
    """The tapes, each holding what is known before a step."""

    def __init__(self, variant: Variant) -> None:
        start = variant.start()
        self.right = variant.tape
        self.fine, self.coarse, self.own, self.middle = dict(start), dict(start), dict(start), dict(start)

    def all(self) -> tuple[Tape, ...]:
        """Each tape that moves between rounds are made on."""
        return (self.fine, self.coarse, self.own, self.middle)


def judge(variant: Variant, handed: Mapping[str, HandedIn]) -> list[Judged]:
    """A verdict for every step of the variant, in the solution's order."""
    tapes = Tapes(variant)
    found = []
    for step in _walk(variant, tapes):
        key = variant.tape[step.key]
        fine, coarse = _or(key, step, tapes.fine), _or(key, step, tapes.coarse)
        own, middle = _or(None, step, tapes.own), _number(step, tapes.middle)
        verdict = _verdict(step, handed.get(step.key), (key, fine, coarse, own), middle)
        found.append(verdict)
        _carry(step, tapes, verdict, fine, coarse, own, middle)
    return found


def _walk(variant: Variant, tapes: Tapes) -> Any:
    """The steps, with each round's moves made on every tape."""
    for steps in zip(*(variant.plan.walk(tape) for tape in tapes.all())):
        yield steps[0]


def _or(fallback: Any, step: Step, tape: Tape) -> Any:
    try:
        return spread(step, tape)
    except IMPOSSIBLE:
        return fallback


def _number(step: Step, tape: Tape) -> Any:
    try:
        value = step.number(tape)
    except IMPOSSIBLE:
        return None
    return value if _finite(value) else None


def _finite(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_finite, value))
    return not isinstance(value, float) or isfinite(value)


def _verdict(step: Step, answer: HandedIn | None, truths: tuple[Any, ...], middle: Any) -> Judged:
    key = truths[0]
    if answer is None:
        return Judged(step, None, "missing", "", None, key, middle)
    if answer.fault is not None:
        return Judged(step, answer, "unreadable", answer.fault, None, key, middle)
    if not isinstance(key, list):
        verdict, why = _single(step, answer.read, truths)
        return Judged(step, answer, verdict, why, None, key, middle)
    components, whys = _entries(step, answer.read, truths)
    flat = [verdict for verdict in _flat(components) if verdict != "missing"]
    verdict = max(flat, key=ORDER.index) if flat else "missing"
    return Judged(step, answer, verdict, whys.get(verdict, ""), components, key, middle)


def _flat(components: Any) -> list[str]:
    return [verdict for part in components for verdict in _flat(part)] if isinstance(components, list) else [components]


def _entries(step: Step, read: list[Any], truths: tuple[Any, ...]) -> tuple[list[Any], dict[str, str]]:
    components: list[Any] = []
    whys: dict[str, str] = {}
    for place, entry in enumerate(read):
        here = tuple(truth[place] if isinstance(truth, list) and place < len(truth) else None for truth in truths)
        if isinstance(entry, list):
            inner, reasons = _entries(step, entry, here)
            components.append(inner)
        else:
            verdict, why = _one_entry(step, entry, here)
            components.append(verdict)
            reasons = {verdict: why}
        for verdict, why in reasons.items():
            whys.setdefault(verdict, why)
    return components, whys


def _one_entry(step: Step, entry: Any, truths: tuple[Any, ...]) -> tuple[str, str]:
    if entry is None:
        return "missing", ""
    return ("unreadable", entry.fault) if isinstance(entry, Unreadable) else _single(step, entry, truths)


def _single(step: Step, read: Any, truths: tuple[Any, ...]) -> tuple[str, str]:
    if step.kind == "choice":
        return _choice(getattr(read, "value", read), truths)
    return _written(step, read, truths)


def _choice(picked: Any, truths: tuple[Any, ...]) -> tuple[str, str]:
    key, fine, _, own = truths
    if picked == key or (isinstance(fine, Undecided) and picked in fine.options):
        return "right", ""
    if own is None:
        return "undefined", "an earlier value makes it impossible"
    if picked == own or (isinstance(own, Undecided) and picked in own.options):
        return "follows", ""
    return "wrong", ""


def _written(step: Step, number: Written, truths: tuple[Any, ...]) -> tuple[str, str]:
    key, fine, coarse, own = truths
    agreed = agreement(number, key) or agreement(number, fine)
    if agreed and number.figures == 0 and key != 0:
        return "rounded", f"no significant figure is left: give it as {_form(step, key)}"
    if agreed and _short(step, number, key):
        return "rounded", f"{number.text} is right; it was asked {_form(step, key)}"
    if agreed:
        return "right", "cut off, not rounded" if agreed == "truncated" else ""
    if step.kind == "number" and agreement(number, coarse):
        return "rounded", TOO_EARLY
    if own is None:
        return "undefined", "an earlier value makes it impossible"
    return ("follows", "") if agreement(number, own) else ("wrong", "")


def _short(step: Step, number: Written, key: float) -> bool:
    """Whether fewer places are written than are asked, and some are lost by it."""
    if step.kind != "number" or not number.unit or abs(number.value - key) <= 1e-9 * abs(key):
        return False
    return number.unit > 1.5 * unit_asked(key, step.places)


def _form(step: Step, key: float) -> str:
    """How a number is asked: to so many decimals, or figures where it is small."""
    places = len(shown(key, step.places).partition(".")[2])
    return "to 2 significant figures" if places > step.places else f"to {step.places} decimals"


def _carry(step: Step, tapes: Tapes, judged: Judged, fine: Any, coarse: Any, own: Any, middle: Any) -> None:
    read = readable(judged.handed.read) if judged.handed else None
    good = judged.verdict in ("right", "rounded")
    for tape, value, is_coarse in ((tapes.fine, fine, False), (tapes.coarse, coarse, True), (tapes.own, own, True)):
        trusted = read is not None and (good or tape is tapes.own)
        rest = widened(step, value, is_coarse) if value is not None else None
        _put(tape, step, _overlay(read, rest, as_intervals) if trusted else rest)
    _put(tapes.middle, step, _overlay(read, middle, numbers_read) if read is not None else middle)


def _put(tape: Tape, step: Step, value: Any) -> None:
    if value is None:
        tape.pop(step.name, None)
        tape.pop(step.key, None)
    else:
        tape[step.name] = tape[step.key] = value


def _overlay(read: Any, rest: Any, made: Any) -> Any:
    """The student's value where one stands, the worked one elsewhere."""
    if isinstance(read, list):
        parts = [
            _overlay(entry, rest[place] if isinstance(rest, list) else None, made) for place, entry in enumerate(read)
        ]
        return None if any(part is None for part in parts) else parts
    if read is None or (getattr(read, "figures", None) == 0 and rest is not None):
        return rest
    return made(read)


def as_intervals(read: Any) -> Any:
    """A written number as the interval it stands for; a word or position as it is."""
    return as_written(read) if hasattr(read, "unit") else read
