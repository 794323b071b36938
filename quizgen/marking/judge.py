"""Verdicts: the solution run again beside the student's answers.

Five tapes are carried through the steps in one pass. `key` holds the right values. `fine` and `coarse` hold the givens and
the student's lines judged right so far, as intervals, where lines not handed in may have been rounded to the places asked,
or to two decimals. `own` holds all the student's lines as written, as intervals; `middle` the same as plain numbers, and
`near` as `own`, but with lines not handed in rounded to the places asked: from these causes are sought.
Agreeing with key or fine is right, with coarse rounded, with own following; anything else is wrong.
"""

from __future__ import annotations

from math import isfinite

from ..formula.interval import Interval, ends
from ..record import Record
from .causes import diagnose_shape
from .expressions import Expression, same
from .ground import IMPOSSIBLE, Ground, open_steps
from .handed_in import HandedIn, Unreadable, numbers_read, readable
from .spread import agree, agreement, as_written, spread, widened
from .texts import Words, says_same
from .verdict import TOO_EARLY, Truths, entry_of, is_short, verdict_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from ..answers import Written
    from ..plan import Step, Tape
    from ..variant import Variant

ERRORS = frozenset(("wrong", "other-convention", "undefined", "unreadable"))


class Judged(Record):
    """A step's verdict; `expected_own` is what follows from the student's own lines, None where nothing does. `ground` is
    what a wrong or rounded answer stands on."""

    step: Step
    handed: HandedIn | None
    verdict: str
    why: str
    components: Any
    expected: Any
    expected_own: Any
    truths: Truths | None = None
    ground: Ground | None = None


def judge(variant: Variant, handed: Mapping[str, HandedIn], explained: bool = False) -> list[Judged]:
    """A verdict for every step of the variant, in the solution's order; where `explained`, with all spreads."""
    quick = None if explained else _all_right(variant, handed)
    return quick or list(_with_spreads(variant, handed))


def _all_right(variant: Variant, handed: Mapping[str, HandedIn]) -> list[Judged] | None:
    """The verdicts where every answer is the right value, so that no spread is needed; else None."""
    for key, answer in handed.items():
        right = variant.tape[key]
        if answer.fault is not None or answer.set_ups or answer.step.signless:
            return None
        if not _is_right(answer.step, answer.read, right, key in variant.asked):
            return None
    return [
        Judged(step, answer, "right" if answer else "missing", _why(answer, right), _marks(answer), right, right)
        for step in variant.plan.steps
        for answer, right in ((handed.get(step.key), variant.tape[step.key]),)
    ]


def _is_right(step: Step, read: Any, right: Any, asked: bool) -> bool:
    if isinstance(read, Words):
        return says_same(read, right, step.unordered)
    if isinstance(read, Expression):
        return step.formula is not None and same(read.node, step.formula.node)
    if isinstance(read, list):
        return all(_is_right(step, *pair, asked) for pair in zip(read, right))
    if isinstance(read, Unreadable):
        return False
    if read is None or step.kind == "choice":
        return read is None or getattr(read, "value", read) == right
    return bool(agreement(read, right)) and not (read.figures == 0 and right) and not is_short(step, read, right, asked)


def _why(answer: HandedIn | None, right: Any) -> str:
    cut = answer is not None and any(
        agreement(read, value) == "truncated" for read, value in _pairs(answer.read, right)
    )
    return "cut off, not rounded" if cut else ""


def _pairs(read: Any, right: Any) -> Iterator[tuple[Written, float]]:
    """The numbers of an answer with the right ones."""
    if isinstance(read, list):
        for part, value in zip(read, right):
            yield from _pairs(part, value)
    elif hasattr(read, "unit") and not isinstance(right, (str, int)):
        yield read, right


def _marks(answer: HandedIn | None) -> Any:
    """The verdict of each entry of a vector all of whose entries are right."""
    return _verdicts(answer.read) if answer and isinstance(answer.read, list) else None


def _verdicts(read: Any) -> Any:
    return [_verdicts(part) for part in read] if isinstance(read, list) else "missing" if read is None else "right"


class Tapes:
    """The tapes, each holding what is known before a step."""

    def __init__(self, variant: Variant) -> None:
        start = variant.start()
        self.fine, self.coarse, self.own = dict(start), dict(start), dict(start)
        self.near, self.middle = dict(start), dict(start)

    def ground(self, variant: Variant, step: Step, handed: Mapping[str, HandedIn]) -> Ground:
        """What a step stands on. Where its set-up is written out, every line before it may have been worked in it anew."""
        if step.key in handed and handed[step.key].set_ups:
            return Ground(variant, step, dict(self.middle), dict(self.own), open_steps(variant, step, {}))
        return Ground(variant, step, dict(self.middle), dict(self.near), open_steps(variant, step, handed))

    def all(self) -> tuple[Tape, ...]:
        """Each tape that moves between rounds are made on."""
        return (self.fine, self.coarse, self.own, self.near, self.middle)


def _with_spreads(variant: Variant, handed: Mapping[str, HandedIn]) -> Iterator[Judged]:
    tapes = Tapes(variant)
    for steps in zip(*(variant.plan.walk(tape) for tape in tapes.all())):
        step = steps[0]
        key = variant.tape[step.key]
        truths = Truths(key, _or(key, step, tapes.fine), _or(key, step, tapes.coarse), _or(None, step, tapes.own))
        near, middle = _or(None, step, tapes.near), _number(step, tapes.middle)
        judged = _judged(step, handed.get(step.key), truths, middle, step.key in variant.asked)
        if judged.verdict == "wrong" or judged.why == TOO_EARLY:
            judged = judged.replace(ground=tapes.ground(variant, step, handed))
        elif judged.handed is not None and judged.handed.other is not None:
            judged = _of_other_shape(judged, judged.handed.other, tapes.ground(variant, step, handed))
        yield judged
        _carry(step, tapes, judged, truths, near, middle)


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
    return value if _is_finite(value) else None


def _is_finite(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_finite, value))
    return not isinstance(value, float) or isfinite(value)


def _judged(step: Step, answer: HandedIn | None, truths: Truths, middle: Any, asked: bool) -> Judged:
    key = truths.key
    if answer is None:
        return Judged(step, None, "missing", "", None, key, middle, truths)
    if answer.fault is not None:
        return Judged(step, answer, "unreadable", answer.fault, None, key, middle, truths)
    verdict, why, components = verdict_on(step, answer, truths, asked)
    return Judged(step, answer, verdict, why, components, key, middle, truths)


def _of_other_shape(judged: Judged, other: Any, ground: Ground) -> Judged:
    """Numbers of another shape than is asked: following where the student's lines give them, wrong where a declared mistake
    does, else unreadable still."""
    if judged.truths is not None and agree(other, judged.truths.own):
        return judged.replace(verdict="follows", why="")  # type: ignore[no-any-return]
    named = diagnose_shape(ground, other).cause is not None
    return judged.replace(verdict="wrong", why="", ground=ground) if named else judged


def _said(judged: Judged) -> Any:
    """What is carried on of an answer: what was read of it, of another shape only where that is explained."""
    if judged.handed is None:
        return None
    return readable(judged.handed.said if judged.verdict in ("wrong", "follows") else judged.handed.read)


def _carry(step: Step, tapes: Tapes, judged: Judged, truths: Truths, near: Any, middle: Any) -> None:
    read = _said(judged)
    good = judged.verdict in ("right", "rounded")
    for tape, value, coarse, own in (
        (tapes.fine, truths.fine, False, False),
        (tapes.coarse, truths.coarse, True, False),
        (tapes.own, truths.own, True, True),
        (tapes.near, near, False, True),
    ):
        rest = widened(step, value, coarse) if value is not None else None
        made = numbers_read if step.kind != "number" else _exact(step) or (as_interval if own else as_evidence)
        worked = _exact_ones(value) if own else value
        _put(tape, step, _overlay(read, rest, made, worked) if (own or good) and read is not None else rest)
    _put(tapes.middle, step, _overlay(read, middle, numbers_read) if read is not None else middle)


def _put(tape: Tape, step: Step, value: Any) -> None:
    if value is None:
        tape.pop(step.name, None)
        tape.pop(step.key, None)
    else:
        tape[step.name] = tape[step.key] = value


def _overlay(read: Any, rest: Any, made: Any, worked: Any = None) -> Any:
    """The student's value where one stands, the worked one elsewhere; `worked` is this before it is rounded."""
    if isinstance(read, list):
        parts = [
            _overlay(entry, entry_of(rest, place), made, entry_of(worked, place)) for place, entry in enumerate(read)
        ]
        return None if any(part is None for part in parts) else parts
    found = None if read is None else made(read)
    return rest if found is None else _narrowed(read, found, worked)


def _exact_ones(value: Any) -> Any:
    """A value, or the entries of one, that no rounding on the way moves; None for the others."""
    if isinstance(value, list):
        return [_exact_ones(entry) for entry in value]
    return None if isinstance(value, Interval) else value


def _narrowed(read: Any, found: Any, worked: Any) -> Any:
    """Of the values that a written number stands for those that can be worked out, and the number itself: 215 for a sum of
    whole numbers is no 215.4. All of them where none can."""
    if not isinstance(found, Interval) or not isinstance(worked, (int, float, Interval)):
        return found
    lo, hi = (max(found.lo, ends(worked)[0]), min(found.hi, ends(worked)[1]))
    return found if lo > hi else Interval(min(lo, read.value), max(hi, read.value))


def as_interval(read: Any) -> Any:
    """A written number as the interval it stands for; a word as it is."""
    return as_written(read) if hasattr(read, "unit") else read


def _exact(step: Step) -> Any:
    """Under a convention that rounds a step, and uses it so, a number written to these places is the value itself."""
    if step.round_to is None:
        return None
    unit = 1.001 * 10.0**-step.round_to
    return lambda read: numbers_read(read) if getattr(read, "unit", 1) <= unit else as_interval(read)


def as_evidence(read: Any) -> Any:
    """The same; None for a number with no significant figure, which proves nothing."""
    return None if getattr(read, "figures", None) == 0 else as_interval(read)
