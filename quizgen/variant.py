"""A variant: one problem with its numbers, drawn from a seed or given by the user."""

from __future__ import annotations

from . import ids
from .authoring import Convention, Story
from .errors import ImpossibleData, InputError
from .givens import agree, check_sizes, fill_in, impossible, read
from .plan import Plan, Remark, Step, plan
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .authoring import Problem
    from .plan import Tape


class Variant(Record):
    """A problem's question: `givens` by name, with `texts` as they were drawn or typed; `asked` are the steps to hand in.

    `level`, `seed` and `id` are None for the user's own numbers. `tape` holds the givens and every step's value.
    """

    problem: Problem
    level: str | None
    conventions: Mapping[str, str]
    seed: int | None
    givens: Mapping[str, Any]
    texts: Mapping[str, Any]
    plan: Plan
    asked: tuple[str, ...]
    story: Story | None
    tape: Mapping[str, Any]
    attempts: int = 1

    @property
    def id(self) -> str | None:
        """The variant's id."""
        if self.seed is None or self.level is None:
            return None
        from .revision import revision

        positions = [
            (part.choices.index(self.conventions[name]), len(part.choices))
            for name, part in self.problem.conventions.items()
        ]
        return ids.encode(self.problem.slug, self.level, revision(self.problem), positions, self.seed)

    @property
    def marks(self) -> int:
        """All marks that its steps carry."""
        return sum(sum(step.marks) for step in self.plan.steps)

    def start(self) -> Tape:
        """A new tape with the givens and conventions alone."""
        return {**self.conventions, **self.givens}


def conventions_of(problem: Problem, chosen: Mapping[str, str]) -> dict[str, str]:
    """Every convention of the problem, at its default where none is chosen; compared without spaces and case."""
    found = {name: part.default for name, part in problem.conventions.items()}
    for name, value in chosen.items():
        if name not in found:
            known = ", ".join(found) or "none"
            raise InputError(f"{problem.slug} has no convention {name!r}; it has {known}")
        found[name] = choice_of(name, problem.conventions[name], value)
    return found


def choice_of(name: str, convention: Convention, value: str) -> str:
    """The convention's choice that is meant."""
    for choice in convention.choices:
        if _folded(choice) == _folded(value):
            return choice
    raise InputError(f"convention {name}: {value!r} is none of {', '.join(convention.choices)}")


def _folded(text: str) -> str:
    return "".join(text.split()).lower()


def solve(problem: Problem, typed: Mapping[str, str], conventions: Mapping[str, str]) -> Variant:
    """The variant of the user's own numbers, with every step that they allow worked.

    InputError for a given that is missing, unknown or unreadable; ImpossibleData where the numbers have no solution.
    """
    choices = {name: value for name, value in typed.items() if name in problem.conventions}
    in_force = conventions_of(problem, {**conventions, **choices})
    values, texts = read(problem, {name: text for name, text in typed.items() if name not in choices})
    fill_in(problem, values, texts)
    check_sizes(problem, values)
    tape: Tape = {**in_force, **values}
    impossible(problem, tape)
    whole = plan(problem, values, in_force)
    worked = _workable(problem, whole, set(tape))
    try:
        worked = worked.run_existing(tape)
    except ImpossibleData:
        impossible(problem, tape)
        raise
    impossible(problem, tape)
    agree(problem, whole, tape, texts)
    answers = problem.answers.split()
    asked = tuple(step.key for step in worked.steps if step.name in answers)
    return Variant(problem, None, in_force, None, values, texts, worked, asked, None, tape)


def _workable(problem: Problem, whole: Plan, known: set[str]) -> Plan:
    """The steps that the givens allow. InputError names a given that is missing and cannot be done without."""
    kept: list[Any] = []
    missing: list[str] = []
    for line in whole.lines:
        if isinstance(line, Remark):
            kept.append(line)
            continue
        uses = line.uses if isinstance(line, Step) else {line.source}
        lacking = [name for name in sorted(uses) if name not in known]
        if lacking:
            missing += [name for name in lacking if name in problem.givens and not problem.givens[name].optional]
            continue
        kept.append(line)
        known |= {line.name, line.key} if isinstance(line, Step) else {line.target}
    if missing or not any(isinstance(line, Step) for line in kept):
        lacking = [name for name in problem.givens if name in missing] or [next(iter(problem.givens))]
        named = ", ".join(f"{name} ({problem.givens[name].means})" for name in lacking)
        raise InputError(f"missing: {named}; add --given {lacking[0]}=...")
    return whole.replace(lines=tuple(kept))  # type: ignore[no-any-return]


def names_told(story: Story) -> set[str]:
    """The givens that a story tells, in its text or in the table below it."""
    return (placeholders(story.text) - {"ask"}) | set(story.tabled.split())


def placeholders(text: str) -> set[str]:
    """The names in braces in a story."""
    return {part.partition("}")[0] for part in text.split("{")[1:]}
