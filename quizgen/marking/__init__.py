"""Marking: a verdict, a reason and marks for each step that a student hands in, and for those left out."""

from __future__ import annotations

from ..record import Record
from .causes import Cause, Causes
from .handed_in import HandedIn, hand_in, numbers_read
from .judge import ERRORS, TOO_EARLY, Judged, judge
from .scheme import award

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from ..variant import Variant

__all__ = ["Cause", "HandedIn", "Marked", "Marking", "hand_in", "mark", "mark_answers"]


class Marked(Record):
    """A step's verdict with its cause, where one is named, and the marks it earns."""

    judged: Judged
    verdict: str
    why: str
    cause: Cause | None
    marks: tuple[int | float, int | float]


class Marking(Record):
    """A whole answer, marked. `first_error` is the key of the first step that goes wrong."""

    variant: Variant
    steps: tuple[Marked, ...]

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


def mark(variant: Variant, handed: Mapping[str, HandedIn]) -> Marking:
    """Marks answers that have been read, against the variant."""
    causes = Causes(variant)
    before: dict[str, Any] = {**variant.start(), **variant.tape}
    named = []
    for judged in judge(variant, handed):
        named.append(_named(judged, causes, before))
        value = (
            numbers_read(judged.handed.read) if judged.handed and judged.handed.fault is None else judged.expected_own
        )
        before[judged.step.name] = before[judged.step.key] = _filled(value, judged.expected)
    earned = award(variant, [(judged, verdict) for judged, verdict, _, _ in named])
    return Marking(variant, tuple(Marked(*each, marks) for each, marks in zip(named, earned)))


def _rounded(judged: Judged, mistake: Cause | None) -> tuple[Judged, str, str, Cause | None]:
    """A number that early rounding may have moved; where a mistake explains it, that is asked."""
    why = f"{TOO_EARLY}; or did you make this mistake? {mistake.says}" if mistake else TOO_EARLY
    return judged, "rounded", why, mistake


def _filled(value: Any, right: Any) -> Any:
    """A value with right ones where entries are missing."""
    if isinstance(value, list) and isinstance(right, list):
        return [_filled(*pair) for pair in zip(value, right)]
    return right if value is None else value


def _named(judged: Judged, causes: Causes, before: dict[str, Any]) -> tuple[Judged, str, str, Cause | None]:
    if judged.verdict == "rounded" and judged.why == TOO_EARLY:
        return _rounded(judged, causes.mistake(judged, before))
    if judged.verdict != "wrong":
        return judged, judged.verdict, judged.why, None
    convention, mistake = causes.convention(judged), causes.mistake(judged, before)
    if convention:
        cause = mistake or convention
        return judged, "other-convention", convention.says, cause
    return judged, "wrong", mistake.says if mistake else "it does not follow from the lines before it", mistake
