"""Why a number is wrong: another convention, or a mistake that the problem declares.

A cause is named only where chance hardly does it: of K distinct candidate numbers tried, a random number meets one within
relative tolerance r with probability about 2 K r / ln 100.
"""

from __future__ import annotations

from math import prod

from ..errors import QuizgenError
from ..mistakes import slips
from ..plan import plan
from ..record import Record
from .judge import IMPOSSIBLE
from .spread import agreement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ..plan import Tape
    from ..variant import Variant
    from .judge import Judged

LIKELY = 0.09
SPAN = 4.6


class Cause(Record):
    """What explains a wrong number: the mistake's name, or a convention as `name=value`, and what to say."""

    name: str
    says: str
    convention: bool = False


class Causes:
    """Candidate values for the steps of one variant, worked out when first asked for."""

    def __init__(self, variant: Variant) -> None:
        self.variant = variant
        self._alternatives: list[tuple[Cause, Tape]] | None = None
        self._mistaken: list[tuple[Cause, Tape]] | None = None

    def convention(self, judged: Judged) -> Cause | None:
        """The other convention under which the answer is right."""
        return _named(
            judged, [(cause, tape[judged.step.key]) for cause, tape in self._conventions() if judged.step.key in tape]
        )

    def mistake(self, judged: Judged, before: Tape) -> Cause | None:
        """The declared mistake that gives the answer: made in this step, on the student's own lines before it, or in
        this or an earlier step on right values."""
        own = list(self._made_here(judged, before))
        whole = [(cause, tape[judged.step.key]) for cause, tape in self._mistakes() if judged.step.key in tape]
        return _named(judged, own + whole)

    def _made_here(self, judged: Judged, before: Tape) -> Iterator[tuple[Cause, Any]]:
        step = judged.step
        for slip in slips(self.variant.problem, self.variant.plan):
            if step.name in slip.formulas and slip.happens(dict(self.variant.tape)):
                try:
                    yield Cause(slip.mistake.name, slip.mistake.says), slip.value(step, before)
                except IMPOSSIBLE:
                    continue

    def _mistakes(self) -> list[tuple[Cause, Tape]]:
        if self._mistaken is None:
            variant = self.variant
            right = dict(variant.tape)
            made = [
                (Cause(slip.mistake.name, slip.mistake.says), slip.run(variant.start(), right))
                for slip in slips(variant.problem, variant.plan)
                if slip.happens(right)
            ]
            self._mistaken = [(cause, tape) for cause, tape in made if tape is not None]
        return self._mistaken

    def _conventions(self) -> list[tuple[Cause, Tape]]:
        if self._alternatives is None:
            self._alternatives = list(_under_other_conventions(self.variant))
        return self._alternatives


def _under_other_conventions(variant: Variant) -> Iterator[tuple[Cause, Tape]]:
    """The steps that come out otherwise under each other choice of each convention."""
    for name, part in variant.problem.conventions.items():
        for choice in part.choices:
            if choice == variant.conventions[name]:
                continue
            conventions = {**variant.conventions, name: choice}
            tape = {**conventions, **variant.givens}
            try:
                plan(variant.problem, variant.givens, conventions).only(
                    tuple(step.key for step in variant.plan.steps)
                ).run(tape)
            except (QuizgenError, *IMPOSSIBLE):
                continue
            yield (
                Cause(f"{name}={choice}", f"That is right where {_words(part.says.get(choice), name, choice)}.", True),
                tape,
            )


def _words(says: str | None, name: str, choice: str) -> str:
    return says.replace("$", "") if says else f"{name} is {choice}"


def _named(judged: Judged, candidates: list[tuple[Cause, Any]]) -> Cause | None:
    """The first candidate that the answer equals, unless chance could do it."""
    if judged.handed is None or judged.handed.fault is not None:
        return None
    tried = len({repr(value) for _, value in candidates})
    for cause, value in candidates:
        if value == judged.expected:
            continue
        chance = _chance(judged.handed.read, value, judged.expected, judged.components)
        if chance is not None and tried * chance < LIKELY:
            return cause
    return None


def _chance(read: Any, value: Any, right: Any, components: Any) -> float | None:
    """How probably a random answer would meet a candidate in every wrong entry; None where the answer does not."""
    if isinstance(read, list):
        if not isinstance(value, list) or len(value) != len(read):
            return None
        chances = [
            _chance(*entry)
            for entry in zip(read, value, right, components)
            if entry[3] in ("wrong", "rounded") or isinstance(entry[3], list)
        ]
        return None if None in chances else prod(chance for chance in chances if chance is not None)
    if isinstance(read, (str, int)) or isinstance(value, (str, int)):
        return 0.0 if getattr(read, "value", read) == value else None
    if read is None or value is None or not agreement(read, value):
        return None
    size = max(abs(read.value), abs(right))
    return float(min(1.0, read.unit / size / SPAN)) if size else 1.0
