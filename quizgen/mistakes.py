"""A declared mistake: the same solution with some formulas replaced."""

from __future__ import annotations

from functools import cached_property

from .formula.compile import defined
from .formula.interval import ON_NUMBERS
from .plan import Move, Plan, Remark, Step, formulas
from .program import NO_VALUE, program, rounded_entries, statement, whole
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from .authoring import Mistake, Problem
    from .formula import Formula
    from .plan import Line, Tape
    from .program import Run, Way


class Slip(Record):
    """A mistake in a plan: the formulas it puts in, by the names of the steps they stand for, and the keys of the steps
    whose values that can change: all `touched`, and those `numbers` that no choice stands before, which change whenever
    the mistake is made."""

    mistake: Mistake
    plan: Plan
    formulas: Mapping[str, Way]
    when: Formula | None
    touched: frozenset[str]
    numbers: frozenset[str]

    def happens(self, start: Tape, right: Tape) -> bool:
        """Whether the mistake can be made on this variant, from a tape of the givens and one of right values: with rounds,
        in any of them."""
        when = self.when
        return when is None or any(
            when.uses <= tape.keys() and when.number(tape) for tape in self.plan.by_round(start, right)
        )

    def run(self, start: Tape, right: Tape) -> Tape | None:
        """The touched values by key, from a tape of the givens and one of right values; None where they do not exist, or
        the mistake's formulas are for data of another shape."""
        tape = dict(start) if self.plan.has_rounds else dict(right)
        try:
            self.program(tape, right)
        except (*NO_VALUE, TypeError):
            return None
        return {key: tape[key] for key in self.touched}

    @cached_property
    def program(self) -> Run:
        """Works the touched steps with the mistake made."""
        return program(self.lines, self.formulas, self.touched)

    @cached_property
    def lines(self) -> Sequence[Line]:
        """The touched steps; with rounds all lines, of which the others are taken as they are right."""
        return (
            self.plan.lines if self.plan.has_rounds else [step for step in self.plan.steps if step.key in self.touched]
        )

    def value(self, step: Step, tape: Tape) -> Any:
        """The step's value with the mistake made, on a tape of what stands before it."""
        return step.worked_by(self.formulas.get(step.name)).number(tape)


def slips(problem: Problem, plan: Plan) -> tuple[Slip, ...]:
    """The declared mistakes that replace a step of the plan; kept with the plan."""
    kept: tuple[Slip, ...] | None = plan.__dict__.get("_slips")
    if kept is None:
        kept = plan.__dict__["_slips"] = tuple(_slips(problem, plan))
    return kept


def _slips(problem: Problem, plan: Plan) -> Iterable[Slip]:
    known = frozenset(problem.conventions).union(*(step.uses | {step.name, step.key} for step in plan.steps))
    for mistake in problem.mistakes:
        replaced = {
            step.name: formula
            for step in plan.steps
            if step.name in mistake.formulas
            for formula in _fitting(problem, mistake.formulas[step.name], step, known)[:1]
        }
        if replaced:
            when = formulas(problem).get(mistake.when) if mistake.when else None
            names = frozenset(replaced)
            yield Slip(mistake, plan, replaced, when, _touched(plan, names), _touched(plan, names, by_choices=False))


def _fitting(problem: Problem, texts: Any, step: Step, known: frozenset[str]) -> Sequence[Way]:
    """The formulas that may stand in place of a step's: of several, those whose names the plan knows; or a function in
    place of a procedure."""
    if callable(texts):
        return [texts]
    if isinstance(texts, str):
        return [formulas(problem).get(texts, step.axes)]
    return [formula for text in texts for formula in (formulas(problem).get(text, step.axes),) if formula.uses <= known]


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


def hidden(problem: Problem, plan: Plan, start: Tape, right: Tape, asked: tuple[str, ...]) -> str:
    """The first mistake that can be made here and not be seen, in the step where it is made or in an answer; empty where
    all can. `start` is the tape of what is given, `right` that of all right values."""
    kept: dict[tuple[str, ...], Hidden] = plan.__dict__.setdefault("_hidden", {})
    if asked not in kept:
        kept[asked] = _hidden(slips(problem, plan), plan, asked, right)
    return kept[asked](start, right)


if TYPE_CHECKING:
    Hidden = Callable[[Tape, Tape], str]


def _hidden(made: tuple[Slip, ...], plan: Plan, asked: tuple[str, ...], right: Tape) -> Hidden:
    """One function that makes every mistake in turn; `right` shows which names are known, and which values are lists."""
    scope: dict[str, Any] = {**ON_NUMBERS, "differs": differs, "rounded": rounded_entries, "whole": whole}
    scope["NO_VALUE"] = NO_VALUE
    body = []
    for number, slip in enumerate(made):
        when, happens = slip.when, "True"
        if when is not None and plan.has_rounds:
            happens, scope[f"happens_{number}"] = f"happens_{number}(start, right)", slip.happens
        elif when is not None:
            happens = when.source if when.uses <= right.keys() else "False"
        body += [
            "v = right",
            f"if {happens}:",
            f" v = dict({'start' if plan.has_rounds else 'right'})",
            " try:",
            *(f"  {statement(line, slip.formulas, slip.touched, scope)}" for line in slip.lines),
            " except NO_VALUE: pass",
            " else:",
            f"  if not (({_differ(slip, asked, right, True)}) and ({_differ(slip, asked, right, False)})):",
            f"   return {slip.mistake.name!r}",
        ]
    text = "\n ".join(["def hidden(start, right):", *body, "return ''"])
    made_hidden: Hidden = defined(text, scope)
    return made_hidden


def _differ(slip: Slip, asked: tuple[str, ...], right: Tape, where_made: bool) -> str:
    """A condition on the tapes v and right: that a step is shown otherwise in which the mistake is made, or an answer that
    it changes. True where there is no such step."""
    steps = [
        step
        for step in slip.plan.steps
        if (step.name in slip.formulas if where_made else _changes_answer(slip, step, asked))
    ]
    return " or ".join(_differs(step, right[step.key]) for step in steps) or "True"


def _changes_answer(slip: Slip, step: Step, asked: tuple[str, ...]) -> bool:
    return step.key in slip.numbers and step.name in asked and step.kind != "choice"


def _differs(step: Step, value: Any) -> str:
    if isinstance(value, list) or step.kind != "number":
        return f"differs(v[{step.key!r}], right[{step.key!r}], {step.places})"
    return f"abs(v[{step.key!r}] - right[{step.key!r}]) > {_unit(step.places)!r}"


def differs(a: Any, b: Any, places: int) -> bool:
    """Whether two values differ when both are shown to so many decimals; vectors in any entry, or in their lengths."""
    if isinstance(a, list) and isinstance(b, list):
        return len(a) != len(b) or any(differs(x, y, places) for x, y in zip(a, b))
    if isinstance(a, str) or isinstance(b, str):
        return bool(a != b)
    return bool(abs(a - b) > _unit(places)) if places else bool(a != b)


def _unit(places: int) -> float:
    """A little less than one unit of the last place shown."""
    return float(0.999999 * 10.0**-places)
