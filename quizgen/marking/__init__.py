"""Marking: a verdict, a reason and marks for each step that a student hands in, and for those left out."""

from __future__ import annotations

from ..answers import Written
from ..formula.nodes import Number
from ..record import Record
from .causes import (
    Cause,
    Diagnosis,
    Entry,
    diagnose,
    diagnose_choice,
    diagnose_expression,
    diagnose_rounded,
    diagnose_shape,
)
from .handed_in import HandedIn, hand_in, read_answer
from .judge import ERRORS, Judged, judge
from .scheme import award
from .verdict import set_up_is_right
from .working import Unmatched, read_working

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from ..variant import Variant

__all__ = [
    "Cause",
    "HandedIn",
    "Marked",
    "Marking",
    "hand_in",
    "mark",
    "mark_answers",
    "mark_working",
    "read_answer",
    "read_working",
]

NOTHING = "it does not follow from the lines before it"
EXACT = 1e-9


class Marked(Record):
    """A step's verdict with its cause, where one is named, the marks it earns, and all causes that were tried."""

    judged: Judged
    verdict: str
    why: str
    cause: Cause | None = None
    marks: tuple[int | float, int | float] = (0, 0)
    tried: tuple[str, ...] = ()


class Marking(Record):
    """A whole answer, marked; `unmatched` are lines of a working that say nothing about any step."""

    variant: Variant
    steps: tuple[Marked, ...]
    unmatched: tuple[Unmatched, ...] = ()

    @property
    def marks(self) -> int | float:
        """Marks earned."""
        return sum(sum(step.marks) for step in self.steps)

    @property
    def out_of(self) -> int:
        """Marks that can be earned."""
        return self.variant.marks

    @property
    def first_error(self) -> str | None:
        """The first handed-in step, in the solution's order, that is wrong."""
        return next((step.judged.step.key for step in self.steps if step.verdict in ERRORS), None)

    @property
    def verdict(self) -> str:
        """right, partly or wrong."""
        handed = {step.judged.step.key: step.verdict for step in self.steps if step.judged.handed}
        answered = all(handed.get(key) == "right" for key in self.variant.asked)
        if answered and all(verdict == "right" for verdict in handed.values()):
            return "right"
        return "partly" if self.marks else "wrong"

    @property
    def all_right(self) -> bool:
        """Whether everything handed in is right, or rounded."""
        return all(step.verdict in ("right", "rounded") for step in self.steps if step.judged.handed)


def mark_answers(variant: Variant, answers: Iterable[tuple[str, str]]) -> Marking:
    """Marks (name, text) pairs. InputError where a name means no step."""
    return mark(variant, hand_in(variant, answers))


def mark_working(variant: Variant, text: str, strict: bool = False) -> Marking:
    """Marks a working. ReadingError where it is too long to be one."""
    working = read_working(variant, text)
    return mark(variant, working.handed, working.unmatched, strict)


def mark(
    variant: Variant,
    handed: Mapping[str, HandedIn],
    unmatched: tuple[Unmatched, ...] = (),
    strict: bool = False,
    explained: bool = False,
) -> Marking:
    """Marks answers that have been read; where `strict`, what is right under another convention earns nothing. `explained`
    keeps what was compared with what."""
    named = [_named(judged) for judged in judge(variant, handed, explained)]
    return Marking(variant, tuple(award(variant, named, strict)), unmatched)


def _named(judged: Judged) -> Marked:
    """A verdict with its cause."""
    why, ground = judged.why, judged.ground
    if ground is None or judged.handed is None:
        return Marked(judged, judged.verdict, why)
    found = _diagnosis(judged, ground)
    if judged.verdict == "rounded":
        asked = f"{why}; or did you make this mistake? {found.cause.says}" if found.cause else why
        return Marked(judged, "rounded", asked, found.cause)
    if found.convention:
        return Marked(
            judged, "other-convention", found.convention.says, found.cause or found.convention, (0, 0), found.tried
        )
    return Marked(judged, "wrong", _reason(why, found.cause, ground), found.cause, (0, 0), found.tried)


def _reason(set_up: str, cause: Cause | None, ground: Any) -> str:
    if cause is None:
        return set_up or NOTHING
    says = cause.says
    if cause.elsewhere:
        title = next(step.title for step in ground.open if step.key == cause.elsewhere).replace("$", "")
        says = f"it is what follows from a slip in a line not handed in ({title}): {says}"
    return f"{set_up}. {says[0].upper()}{says[1:]}" if set_up else says


def _diagnosis(judged: Judged, ground: Any) -> Diagnosis:
    assert judged.handed is not None
    read, truths = judged.handed.read, judged.truths
    if judged.handed.other is not None:
        return diagnose_shape(ground, judged.handed.other)
    if judged.step.kind in ("choice", "text"):
        return diagnose_choice(ground, getattr(read, "value", read))
    if judged.step.kind == "expression":
        return diagnose_expression(ground, read.node)
    set_ups = judged.handed.set_ups
    if truths is not None and not isinstance(read, list) and set_ups and judged.verdict == "wrong":
        if set_up_is_right(truths, set_ups):
            return Diagnosis()
        read = _exactly(set_ups[0].value)
    pairs = list(_entries(read, judged.expected, judged.expected_own, judged.components or judged.verdict, ()))
    entries = tuple(entry for entry, verdict in pairs if verdict in ("wrong", "rounded"))
    if judged.verdict == "rounded":
        return diagnose_rounded(ground, entries)
    rest = tuple(entry for entry, verdict in pairs if verdict not in ("wrong", "rounded"))
    return diagnose(ground, entries, rest, judged.step.kind == "integer")


def _exactly(value: float) -> Written:
    """A substitution's value, to the digits of a float."""
    return Written(value, f"{value:.12g}", EXACT * abs(value), None, None, Number("0"))


def _entries(read: Any, right: Any, follows: Any, verdicts: Any, place: tuple[int, ...]) -> Iterator[tuple[Entry, str]]:
    """The numbers of an answer with their places and verdicts."""
    if isinstance(read, list):
        for index, part in enumerate(read):
            own = follows[index] if isinstance(follows, list) and index < len(follows) else None
            yield from _entries(part, right[index], own, verdicts[index], (*place, index + 1))
    elif isinstance(read, Written):
        yield Entry(place, read, right, follows), verdicts
