"""A variant asked as multiple choice: the right value among those that declared mistakes lead to, ordered by value."""

from __future__ import annotations

from math import isfinite

from .closed import Closed
from .closed.forms import Choice
from .document import Answers, Conclusion, Figure, Space, Table
from .errors import InputError
from .mistakes import slips
from .solution import text_of
from .writing import posed, question
from .writing.words import prose, value_maths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from .closed.forms import Cause
    from .document import Block, Question
    from .plan import Plan, Step
    from .variant import Variant

    Wrong = tuple[Any, Cause | None]

FEWEST, USUAL, MOST = 2, 3, 4
ROOM = 4
FACTOR_FIRST: Sequence[tuple[float, int]] = ((2, 0), (0.5, 0), (-1, 0), (10, 0), (1, 1), (1, -1), (1, 2))
SIGN_FIRST: Sequence[tuple[float, int]] = ((-1, 0), *FACTOR_FIRST)


class ChoiceQuestion(Closed):
    """One asked number of a variant, with options."""

    variant: Variant

    @property
    def asked(self) -> tuple[str, ...]:
        return self.variant.asked

    def stem(self) -> tuple[Block, ...]:
        return tuple(block for block in posed(self.variant).blocks if not isinstance(block, (Answers, Space)))

    def posed(self, number: int | None = None) -> Question:
        asked = super().posed(number)
        return asked.replace(blocks=(*asked.blocks, Space(ROOM)))  # type: ignore[no-any-return]

    def solution(self) -> tuple[Block, ...]:
        """The worked steps and the answer, without what takes more than the one number: figures, and what the result means."""
        solved = question(self.variant)
        letter = self.form.told(self.form.key())[0]
        return tuple(
            Conclusion((letter, *solved.answer)) if isinstance(block, Conclusion) else block
            for block in solved.solution
            if not isinstance(block, (Figure, Table))
        )


def as_choice(variant: Variant, of: str | None = None) -> ChoiceQuestion:
    """The variant asked for one of its asked numbers: the one called `of`, else the last; for a vector where no number is
    asked. InputError where it asks for neither."""
    step = _chosen(variant, of)
    one = variant.replace(plan=_plan_of(variant.plan, step.key), asked=(step.key,))
    right = variant.tape[step.key]
    wrong = _wrong(one, step, right)
    options = sorted([(right, None), *wrong], key=lambda option: option[0])
    texts = tuple((value_maths(variant.problem, step, text_of(step, value)),) for value, _ in options)
    place = next(at for at, (value, _) in enumerate(options) if value is right)
    form = Choice(texts, place, tuple(cause for _, cause in options))
    problem = variant.problem
    return ChoiceQuestion(
        problem.slug, problem.title, problem.topic, variant.level, variant.seed, variant.id, form, one
    )


def _chosen(variant: Variant, of: str | None) -> Step:
    asked = [step for step in variant.plan.steps if step.key in variant.asked and step.kind in ("number", "integer")]
    if of is not None:
        from .marking.handed_in import step_of

        wanted, places = step_of(variant, of)
        asked = [step for step in asked if step.key == wanted.key and not places]
        if not asked:
            raise InputError(f"{of}: this question asks for no such number; it asks for {', '.join(variant.asked)}")
    if not asked:
        raise InputError(f"{variant.problem.slug} asks for no number here, so it cannot be asked as multiple choice")
    return min(reversed(asked), key=lambda step: len(step.axes))


def _plan_of(plan: Plan, key: str) -> Plan:
    """The steps that one answer needs; kept with the plan."""
    kept: dict[str, Plan] = plan.__dict__.setdefault("_closed", {})
    if key not in kept:
        kept[key] = plan.only((key,))
    return kept[key]


def _wrong(one: Variant, step: Step, right: Any) -> list[Wrong]:
    """Wrong values with what to say to each: those of mistakes, and where fewer than two mistakes give one, of slips of
    the pen. All are shown otherwise than the right one, and than each other."""
    seen = {repr(text_of(step, right))}
    found = list(_different(_of_mistakes(one, step), step, seen, MOST))
    if len(found) < FEWEST:
        slips_of_the_pen = (
            (value, None) for value in slipped(right) if step.kind != "integer" or _counts(value, right)
        )
        found += _different(slips_of_the_pen, step, seen, USUAL - len(found))
    return found


def _different(values: Iterable[Wrong], step: Step, seen: set[str], most: int) -> Iterator[Wrong]:
    """The first values that are ordinary and shown otherwise than those `seen`."""
    for value, cause in values:
        if most and _ordinary(step, value) and repr(text_of(step, value)) not in seen:
            seen.add(repr(text_of(step, value)))
            most -= 1
            yield value, cause


def _of_mistakes(one: Variant, step: Step) -> Iterator[Wrong]:
    right = dict(one.tape)
    for slip in slips(one.problem, one.plan):
        if step.key in slip.touched and slip.happens(one.start(), right):
            made = slip.run(one.start(), right)
            if made is not None and _alike(made[step.key], right[step.key]):
                yield made[step.key], (slip.mistake.name, prose(one, slip.mistake.says))


def _alike(value: Any, other: Any) -> bool:
    """Whether two values are of one shape, numbers throughout."""
    if isinstance(other, list):
        return isinstance(value, list) and len(value) == len(other) and all(map(_alike, value, other))
    return isinstance(value, (int, float))


def _ordinary(step: Step, value: Any) -> bool:
    """Whether an option is finite, no broken number where a whole one is asked, and none too small to be shown."""
    if isinstance(value, list):
        return all(_ordinary(step, entry) for entry in value)
    if not isfinite(value) or (step.kind == "integer" and value != int(value)):
        return False
    return not value or abs(value) >= 0.5 * 10.0**-step.places


def slipped(value: Any) -> Iterator[Any]:
    """What slips of the pen make of a value: a factor of two, a lost sign, a moved decimal point; one more or less."""
    for change in SIGN_FIRST if _negative(value) else FACTOR_FIRST:
        yield _changed(value, change)


def _counts(value: Any, right: Any) -> bool:
    """Whether a value may be taken for a count: whole, and not negative where the right one is not."""
    if isinstance(value, list):
        return all(_counts(*pair) for pair in zip(value, right))
    return isinstance(value, int) and (value >= 0 or right < 0)


def _negative(value: Any) -> bool:
    return any(map(_negative, value)) if isinstance(value, list) else bool(value < 0)


def _changed(value: Any, change: tuple[float, int]) -> Any:
    if isinstance(value, list):
        return [_changed(entry, change) for entry in value]
    factor, more = change
    made = value * factor + more
    return int(made) if isinstance(value, int) and made == int(made) else made
