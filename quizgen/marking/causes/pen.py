"""Slips of the pen: a sign lost, digits exchanged, the decimal point moved, percent for a fraction, another line's value."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from operator import mul, neg

from ...rounding import rounded
from .search import Candidate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from ..ground import Ground
    from .search import Entry

POINTS = {
    100.0: "two places to the right",
    10.0: "one place to the right",
    0.1: "one place to the left",
    0.01: "two places to the left",
    1000.0: "three places to the right",
    0.001: "three places to the left",
}
MOST_PLACES = 15
PERCENT = "That is in percent; a fraction of 1 is asked."


def slips_of_the_pen(ground: Ground, entries: tuple[Entry, ...]) -> Iterator[Candidate]:
    """What each slip makes of the numbers that should stand there, if it is made in every wrong entry."""
    yield Candidate("pen:sign", "The size is right; the sign is not.", "pen", change=neg)
    wanted = [entry.right if entry.follows is None else entry.follows for entry in entries]
    if all(0 <= x <= 1 for x in wanted):
        yield Candidate("pen:percent", PERCENT, "pen", change=partial(mul, 100.0))
    for factor, words in POINTS.items():
        moved = f"The digits are right; the decimal point is moved {words}."
        yield Candidate("pen:point", moved, "pen", change=partial(mul, factor))
    if len(entries) == 1:
        yield from _digits_exchanged(entries[0], wanted[0])
        yield from _other_lines(ground)


def _digits_exchanged(entry: Entry, wanted: float) -> Iterator[Candidate]:
    """Neighboring digits exchanged, at the places that were written."""
    if entry.read.places is None or entry.read.places > MOST_PLACES:
        return
    text = rounded(wanted, entry.read.places)
    for at, (one, other) in enumerate(pairwise(text)):
        if one.isdigit() and other.isdigit() and one != other:
            made = float(text[:at] + other + one + text[at + 2 :])
            yield Candidate(
                "pen:digits", f"Two digits are exchanged: {one}{other} for {other}{one}.", "pen", value=made
            )


def _other_lines(ground: Ground) -> Iterator[Candidate]:
    """The value of another line, or a given."""
    for name, value in ground.numbers.items():
        if isinstance(value, (int, float)) and "." not in name and name != ground.step.name:
            yield Candidate("pen:line", f"That is the value of {name}.", "pen", change=_constant(float(value)))


def _constant(number: float) -> Callable[[Any], float]:
    return lambda _: number
