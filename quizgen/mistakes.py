"""A declared mistake: the same solution with some formulas replaced."""

from __future__ import annotations

from .errors import InputError
from .plan import Move, Plan, Remark, Step, formulas
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .authoring import Mistake, Problem
    from .formula import Formula
    from .plan import Tape


class Slip(Record):
    """A mistake in a plan: the formulas it puts in, and the steps whose values that can change: all `touched`, and those
    `numbers` that no choice stands before, which change whenever the mistake is made."""

    mistake: Mistake
    formulas: Mapping[str, Formula]
    when: Formula | None
    touched: frozenset[str]
    numbers: frozenset[str]
    rounds: bool
    lines: tuple[Step, ...]

    def happens(self, right: Tape) -> bool:
        """Whether the mistake can be made on this variant: with rounds, in any of them."""
        when = self.when
        if when is None:
            return True
        tapes = [right, *_rounds(right)] if self.rounds else [right]
        return any(when.uses <= tape.keys() and when.number(tape) for tape in tapes)

    def run(self, plan: Plan, start: Tape, right: Tape) -> Tape | None:
        """The touched values by key, from a tape of the givens and one of right values; None where they do not exist."""
        tape = dict(start) if self.rounds else dict(right)
        changed: Tape = {}
        try:
            for step in plan.walk(tape) if self.rounds else self.lines:
                if step.key in self.touched:
                    changed[step.key] = tape[step.name] = tape[step.key] = self.value(step, tape)
                else:
                    tape[step.name] = tape[step.key] = right[step.key]
        except (InputError, ArithmeticError, ValueError, LookupError):
            return None
        return changed

    def value(self, step: Step, tape: Tape) -> Any:
        """The step's value with the mistake made."""
        formula = self.formulas.get(step.name)
        return step.number(tape) if formula is None else step.with_formula(formula).number(tape)


def slips(problem: Problem, plan: Plan) -> tuple[Slip, ...]:
    """The declared mistakes that replace a step of the plan; kept with the plan."""
    kept: tuple[Slip, ...] | None = plan.__dict__.get("_slips")
    if kept is None:
        kept = plan.__dict__["_slips"] = tuple(_slips(problem, plan))
    return kept


def _slips(problem: Problem, plan: Plan) -> list[Slip]:
    found = []
    known = frozenset(problem.conventions).union(*(step.uses | {step.name, step.key} for step in plan.steps))
    for mistake in problem.mistakes:
        replaced = {
            step.name: formula
            for step in plan.steps
            if step.name in mistake.formulas
            for formula in _fitting(problem, mistake.formulas[step.name], step, known)[:1]
        }
        if not replaced:
            continue
        when = formulas(problem).get(mistake.when) if mistake.when else None
        touched = _touched(plan, frozenset(replaced))
        numbers = _touched(plan, frozenset(replaced), by_choices=False)
        rounds = any(isinstance(line, Move) for line in plan.lines)
        found.append(
            Slip(
                mistake,
                replaced,
                when,
                touched,
                numbers,
                rounds,
                tuple(step for step in plan.steps if step.key in touched),
            )
        )
    return found


def _fitting(problem: Problem, texts: str | tuple[str, ...], step: Step, known: frozenset[str]) -> list[Formula]:
    """The formulas that may stand in place of a step's: of several, those whose names the plan knows."""
    if isinstance(texts, str):
        return [formulas(problem).get(texts, step.axes)]
    return [formula for text in texts for formula in (formulas(problem).get(text, step.axes),) if formula.uses <= known]


def _rounds(right: Tape) -> list[Tape]:
    """The tape of right values as its steps stand in each round."""
    found: dict[str, Tape] = {}
    for key, value in right.items():
        name, _, number = key.partition(".")
        if number.isdigit():
            found.setdefault(number, dict(right))[name] = value
    return list(found.values())


def _touched(plan: Plan, replaced: frozenset[str], by_choices: bool = True) -> frozenset[str]:
    """The keys of the replaced steps and of all that use them, by way of moves too, and of choices where `by_choices`."""
    names: set[str] = set()
    keys: set[str] = set()
    for line in plan.lines:
        if isinstance(line, Move):
            (names.add if line.source in names else names.discard)(line.target)
        elif isinstance(line, Remark):
            continue
        elif line.name in replaced or line.uses & names:
            keys.add(line.key)
            if by_choices or line.kind != "choice":
                names.update((line.name, line.key))
        else:
            names.discard(line.name)
    return frozenset(keys)


def shows(problem: Problem, plan: Plan, start: Tape, right: Tape, asked: tuple[str, ...]) -> bool:
    """Whether each mistake that can be made here can be seen: in the step where it is made, and in an answer."""
    for slip, made, answers in _seen(problem, plan, asked):
        if not slip.happens(right):
            continue
        changed = slip.run(plan, start, right)
        if changed is None:
            continue
        for steps in (made, answers):
            if steps and not any(differs(changed[step.key], right[step.key], step.places) for step in steps):
                return False
    return True


def _seen(problem: Problem, plan: Plan, asked: tuple[str, ...]) -> list[tuple[Slip, list[Step], list[Step]]]:
    """Each mistake with the steps in which it is made and the answers that it changes; kept with the plan."""
    kept: dict[tuple[str, ...], list[tuple[Slip, list[Step], list[Step]]]] = plan.__dict__.setdefault("_seen", {})
    if asked not in kept:
        kept[asked] = [
            (
                slip,
                [step for step in plan.steps if step.name in slip.formulas],
                [
                    step
                    for step in plan.steps
                    if step.key in slip.numbers and step.name in asked and step.kind != "choice"
                ],
            )
            for slip in slips(problem, plan)
        ]
    return kept[asked]


def differs(a: Any, b: Any, places: int) -> bool:
    """Whether two values differ when both are shown to so many decimals; vectors in any entry."""
    if isinstance(a, list) and isinstance(b, list):
        return any(differs(x, y, places) for x, y in zip(a, b))
    if isinstance(a, str) or isinstance(b, str):
        return bool(a != b)
    return bool(abs(a - b) > 0.999999 * 10.0**-places) if places else bool(a != b)
