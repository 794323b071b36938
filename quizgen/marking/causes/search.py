"""Tries candidate causes of a wrong number, and names one only where chance hardly does it.

Of K distinct candidate numbers tried, a random number, log-uniform over two decades, meets one within relative tolerance r
with probability about 2 K r / ln 100. Candidates with the same value are one; of these the first is named, which is the
most specific.
"""

from __future__ import annotations

from ...record import Record
from ..ground import IMPOSSIBLE, entry_at
from ..spread import agreement, middle, width

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
    value; or with the `value` that it gives the step. `says` may be left to be worked out when the cause is named."""

    name: str
    says: str | Callable[[], str]
    kind: str
    elsewhere: str | None = None
    nodes: Mapping[str, Node | Callable[..., Any]] = {}
    change: Callable[[Any], Any] | None = None
    value: Any = None

    def cause(self) -> Cause:
        """The cause, named."""
        return Cause(self.name, self.says if isinstance(self.says, str) else self.says(), self.kind, self.elsewhere)


class Search:
    """One search for the cause of some wrong entries; each further candidate makes a chance meeting likelier. `rest` are
    the entries that are not wrong: of several causes, one that leaves them as they are is likelier."""

    def __init__(self, ground: Ground, entries: tuple[Entry, ...], rest: tuple[Entry, ...] = ()) -> None:
        self.ground = ground
        self.entries = entries
        self.rest = rest
        self.tried: dict[tuple[str, ...], str] = {}

    def first(self, candidates: Iterable[Candidate], limit: float) -> Cause | None:
        """The first candidate of a group that gives what was written, unless chance could do it."""
        fitting = [(candidate, chance) for candidate in candidates if (chance := self._meets(candidate)) is not None]
        likely = [candidate for candidate, chance in fitting if len(self.tried) * chance < limit]
        best = next(filter(self._leaves_rest, likely), None) if len(likely) > 1 else None
        return (best or likely[0]).cause() if likely else None

    def _leaves_rest(self, candidate: Candidate) -> bool:
        values = self._values(candidate, self.rest, False)
        return values is not None and all(agreement(entry.read, value) for entry, value in zip(self.rest, values))

    def _meets(self, candidate: Candidate) -> float | None:
        """How probably a random answer would meet the candidate, where this one does; None where it does not, or where the
        candidate gives what is right."""
        numbers = self._values(candidate, self.entries, True)
        if numbers is None:
            return None
        try:
            key = tuple(f"{number:.9g}" if isinstance(number, (int, float)) else "" for number in numbers)
        except OverflowError:
            return None
        if "" in key or all(map(_follows, self.entries, numbers)):
            return None
        self.tried.setdefault(key, candidate.name)
        if not all(map(_is_near, self.entries, numbers)):
            return None
        if self._agrees(numbers):
            return self._chance(numbers)
        values = self._values(candidate, self.entries, False)
        return self._chance(values) if values is not None and self._agrees(values) else None

    def _agrees(self, values: tuple[Any, ...]) -> bool:
        return all(agreement(entry.read, value) for entry, value in zip(self.entries, values))

    def _values(self, candidate: Candidate, entries: tuple[Entry, ...], exact: bool) -> tuple[Any, ...] | None:
        """What a candidate gives for some entries: numbers where `exact`, else intervals; None where nothing."""
        try:
            if candidate.value is not None:
                return tuple(entry_at(candidate.value, entry.place) for entry in entries)
            values = self.ground.at(candidate.nodes, tuple(entry.place for entry in entries), exact)
            values = tuple(map(candidate.change, values)) if candidate.change else values
            return values if self.ground.step.form != "either sign" else tuple(map(_signed_like, values, entries))
        except IMPOSSIBLE:
            return None

    def _chance(self, values: tuple[Any, ...]) -> float:
        """0 where a whole number at hand was copied."""
        chance = 1.0
        for entry, value in zip(self.entries, values):
            if isinstance(value, int) and value == entry.read.value:
                return 0.0
            size = max(abs(entry.read.value), abs(entry.right))
            chance *= min(1.0, (entry.read.unit + width(value)) / size / SPAN) if size else 1.0
        return chance


def _signed_like(value: Any, entry: Entry) -> Any:
    """A number that may have either sign with that of what is right."""
    return -value if middle(value) * entry.right < 0 else value


def _follows(entry: Entry, number: float) -> bool:
    """Whether a candidate gives what would follow anyway."""
    return entry.follows is not None and abs(number - entry.follows) <= 1e-9 * abs(entry.follows)


def _is_near(entry: Entry, number: float) -> bool:
    """Whether a candidate may give what was written: rounding on the way moves it by a small part."""
    return abs(number - entry.read.value) <= entry.read.unit + NEAR * max(abs(number), abs(entry.read.value))
