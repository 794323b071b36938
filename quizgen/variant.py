"""A variant: one problem with its numbers, drawn from a seed or given by the user."""

from __future__ import annotations

from . import ids
from .authoring import Convention, Story
from .errors import ImpossibleData, InputError
from .givens import agree, check_sizes, fill_in, impossible, read
from .plan import Plan, Remark, Step, formulas, plan
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from .authoring import Given, Problem
    from .formula import Formula
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
    values, texts = read(problem, {name: text for name, text in typed.items() if name not in choices})
    in_force = _conventions(problem, values, choices, conventions)
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
    for here in worked.by_round({**in_force, **values}, tape):
        impossible(problem, here)
    agree(problem, whole, tape, texts)
    answers = problem.answers.split()
    asked = tuple(step.key for step in worked.steps if step.name in answers)
    if not asked:
        known = ", ".join(step.key for step in whole.agreed)
        raise InputError(f"nothing is left to work out beside what is given{known and ': '}{known}")
    return Variant(problem, None, in_force, None, values, texts, worked, asked, None, tape)


def _conventions(
    problem: Problem, given: Iterable[str], typed: Mapping[str, str], chosen: Mapping[str, str]
) -> dict[str, str]:
    """The conventions in force: as chosen, or typed among the givens, or those under which a given has its place."""
    found = conventions_of(problem, {**chosen, **typed})
    settled = {*chosen, *typed}
    for name in given:
        when = problem.givens[name].when
        needed = formulas(problem).get(when) if when else None
        if needed is None or not needed.uses <= found.keys():
            continue
        if not needed.number(found):
            found.update(_choice_that_fits(problem, needed, name, found, settled))
        settled |= needed.uses
    return found


def _choice_that_fits(
    problem: Problem, needed: Formula, name: str, found: Mapping[str, str], settled: set[str]
) -> dict[str, str]:
    for convention in sorted(needed.uses - settled):
        for choice in problem.conventions[convention].choices:
            if needed.number({**found, convention: choice}):
                return {convention: choice}
    where = " and ".join(f"{convention} is {found[convention]}" for convention in sorted(needed.uses))
    raise InputError(f"{name} ({problem.givens[name].means}) has no place where {where}: leave it out")


def _workable(problem: Problem, whole: Plan, known: set[str]) -> Plan:
    """The steps that the givens allow. InputError names the givens that are missing and cannot be done without."""
    kept: list[Any] = []
    missing: set[str] = set()
    given = known & problem.givens.keys()
    for line in whole.lines:
        if isinstance(line, Remark):
            kept.append(line)
            continue
        lacking = (line.uses if isinstance(line, Step) else {line.source}) - known
        missing |= lacking & problem.givens.keys()
        if not lacking:
            kept.append(line)
            known |= {line.name, line.key} if isinstance(line, Step) else {line.target}
    needed = {name for name in missing if not _dispensable(problem.givens[name], given)}
    worked = {line.name for line in kept if isinstance(line, Step)}
    if needed or (missing and not worked & {*problem.answers.split()}):
        raise InputError(_missing(problem, needed or missing))
    return whole.replace(lines=tuple(kept))  # type: ignore[no-any-return]


def _dispensable(given: Given, others: set[str]) -> bool:
    """Whether a given can be left out beside these others."""
    return given.optional or any(set(names.split(" and ")) <= others for names in given.instead.split(" or "))


def _missing(problem: Problem, names: set[str]) -> str:
    parts = [
        f"{name} ({given.means}{'; or ' if given.instead else ''}{given.instead})"
        for name, given in problem.givens.items()
        if name in names
    ]
    first = next(name for name in problem.givens if name in names)
    return f"missing: {', '.join(parts)}; add --given {first}=..."


def names_told(story: Story) -> set[str]:
    """The givens that a story tells, in its text or in the table below it."""
    return (placeholders(story.text) - {"ask"}) | set(story.tabled.split())


def placeholders(text: str) -> set[str]:
    """The names in braces in a story."""
    return {part.partition("}")[0] for part in text.split("{")[1:]}
