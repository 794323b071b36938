"""How a marking came about: for each line what was read, with what it was compared, and what was ruled out."""

from __future__ import annotations

from ..formula.interval import Interval, Undecided
from ..marking.handed_in import numbers_read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ..marking import Marked, Marking
    from .text import TextRenderer

COMPARED = (
    ("right", "key"),
    ("with your right lines and the places asked", "fine"),
    ("with two decimals on the way", "coarse"),
    ("from your own lines", "own"),
)
MOST = 12


def explanation(marking: Marking, text: TextRenderer) -> Iterator[str]:
    """The lines of the explanation."""
    for step in marking.steps:
        if step.judged.handed:
            yield ""
            for line in _of_step(marking, step):
                yield from text.wrapped(line, 6)


def _of_step(marking: Marking, marked: Marked) -> Iterator[str]:
    judged = marked.judged
    handed, truths = judged.handed, judged.truths
    assert handed is not None
    yield f"{judged.step.key}: {marked.verdict}"
    if marked.verdict == "unreadable" and handed.fault:
        yield f"  not read: {handed.fault}"
        return
    yield f"  read as {_number(numbers_read(handed.said))}{_unit(handed.read)}"
    for set_up in handed.set_ups:
        yield f"  its set-up {set_up.text} comes to {_number(set_up.value)}"
    if truths is not None:
        for words, name in COMPARED:
            yield f"  {words}: {_number(getattr(truths, name))}"
    written = {each.judged.step.key for each in marking.steps if each.judged.handed}
    missing = [step.key for step in judged.ground.open if step.key not in written] if judged.ground else []
    if missing:
        yield f"  lines not handed in, which widen the spread: {', '.join(missing)}"
    if marked.tried:
        more = len(marked.tried) - MOST
        yield f"  causes tried: {', '.join(marked.tried[:MOST])}{f' and {more} more' if more > 0 else ''}"
        yield f"  named: {marked.cause.name if marked.cause else 'none; chance could meet it, or nothing gives this number'}"


def _number(value: Any) -> str:
    if isinstance(value, list):
        return f"({', '.join(map(_number, value))})"
    if isinstance(value, Interval):
        return f"{value.lo:.6g} to {value.hi:.6g}"
    if isinstance(value, Undecided):
        return " or ".join(map(str, value.options))
    return f"{value:.6g}" if isinstance(value, float) else "nothing" if value is None else str(value)


def _unit(read: Any) -> str:
    return f", give or take {read.unit / 2:g}" if getattr(read, "unit", 0) else ""
