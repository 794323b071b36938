"""Tries candidate causes of a wrong number, and names one only where chance hardly does it.

Of K distinct candidate numbers tried, a random number, log-uniform over two decades, meets one within relative tolerance r
with probability about 2 K r / ln 100. Candidates with the same value are one; of these the first is named, which is the
most specific.
"""

from __future__ import annotations

from ...record import Record
from ..ground import IMPOSSIBLE
from ..spread import agreement, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from ...answers import Written
    from ...formula.nodes import Node
    from ..ground import Ground

SPAN = 4.6
DECLARED, PEN, ANY = 0.09, 0.03, 0.01
NEAR = 0.05


class Cause(Record):
    """What explains a wrong answer: a name, and what to say to the student. `kind` is "mistake", "row", "convention", "pen"
    or "edit"; `elsewhere` is the key of the line in which it was made, where that is another."""

    name: str
    says: str
    kind: str = "mistake"
    elsewhere: str | None = None


class Entry(Record):
    """A wrong number: its place in the step's value, what was written, what is right, and what would have followed from
    the student's lines."""

    place: tuple[int, ...]
    read: Written
    right: float
    follows: float | None


class Candidate(Record):
    """A possible cause, with the formulas that it puts in place of steps, by name, and the change that it makes of their
    value; or with the number that it gives. `says` may be left to be worked out when the cause is named."""

    name: str
    says: str | Callable[[], str]
    kind: str
    elsewhere: str | None = None
    nodes: Mapping[str, Node | Callable[..., Any]] = {}
    change: Callable[[Any], Any] | None = None
    number: float | None = None

    def cause(self) -> Cause:
        """The cause, named."""
        return Cause(self.name, self.says if isinstance(self.says, str) else self.says(), self.kind, self.elsewhere)


class Search:
    """One search for the cause of some wrong entries; each further candidate makes a chance meeting likelier."""

    def __init__(self, ground: Ground, entries: tuple[Entry, ...]) -> None:
        self.ground = ground
        self.entries = entries
        self.places = tuple(entry.place for entry in entries)
        self.tried: dict[tuple[str, ...], str] = {}

    def first(self, candidates: Iterable[Candidate], limit: float) -> Cause | None:
        """The first candidate of a group that gives what was written, unless chance could do it."""
        fitting = [(candidate, chance) for candidate in candidates if (chance := self._meets(candidate)) is not None]
        return next((candidate.cause() for candidate, chance in fitting if len(self.tried) * chance < limit), None)

    def _meets(self, candidate: Candidate) -> float | None:
        """How probably a random answer would meet the candidate, where this one does; None where it does not, or where the
        candidate gives what was tried before or what is right."""
        numbers = self._values(candidate, True)
        if numbers is None:
            return None
        key = tuple(f"{number:.9g}" if isinstance(number, (int, float)) else "" for number in numbers)
        if key in self.tried or "" in key or all(map(_follows, self.entries, numbers)):
            return None
        self.tried[key] = candidate.name
        if not all(map(_is_near, self.entries, numbers)):
            return None
        values = self._values(candidate, False)
        if values is None or not all(agreement(entry.read, value) for entry, value in zip(self.entries, values)):
            return None
        return self._chance(values, numbers)

    def _values(self, candidate: Candidate, exact: bool) -> tuple[Any, ...] | None:
        """What a candidate gives for the wrong entries: numbers where `exact`, else intervals; None where nothing."""
        if candidate.number is not None:
            return (candidate.number,)
        try:
            values = self.ground.at(candidate.nodes, self.places, exact)
            return tuple(map(candidate.change, values)) if candidate.change else values
        except IMPOSSIBLE:
            return None

    def _chance(self, values: tuple[Any, ...], numbers: tuple[float, ...]) -> float:
        """0 where a whole number at hand was copied."""
        chance = 1.0
        for entry, value, number in zip(self.entries, values, numbers):
            if isinstance(number, int) and number == entry.read.value:
                return 0.0
            size = max(abs(entry.read.value), abs(entry.right))
            apart = 0.0 if agreement(entry.read, number) else width(value)
            chance *= min(1.0, (entry.read.unit + apart) / size / SPAN) if size else 1.0
        return chance


def _follows(entry: Entry, number: float) -> bool:
    """Whether a candidate gives what would follow anyway."""
    return entry.follows is not None and abs(number - entry.follows) <= 1e-9 * abs(entry.follows)


def _is_near(entry: Entry, number: float) -> bool:
    """Whether a candidate may give what was written: rounding on the way moves it by a small part."""
    return abs(number - entry.read.value) <= entry.read.unit + NEAR * max(abs(number), abs(entry.read.value))
