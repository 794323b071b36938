"""A variant: one problem with its numbers, drawn from a seed or given by the user."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from . import ids
from .authoring import Convention, Level, Story
from .draws import Draw, drawn_vector
from .errors import ImpossibleData, InputError, ProblemError
from .givens import agree, check_sizes, fill_in, impossible, read, value_of
from .mistakes import shows
from .plan import Plan, Remark, Step, afresh, formulas, plan
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from .authoring import Problem
    from .formula import Formula
    from .plan import Tape

ATTEMPTS = 5000
SAMPLES = 2


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


def number_of_seed(seed: int) -> int:
    """Seeds up to 2**40 as they are, larger ones hashed into that."""
    if seed < ids.SEEDS:
        return seed
    return int.from_bytes(sha256(str(seed).encode()).digest()[:5], "big")


def seed_at(seed: int, place: int) -> int:
    """The seed of the variant at a place, from 0, of a series: the first is the series' own, the others hashed from it, so
    that series of neighboring seeds share nothing."""
    if place == 0:
        return number_of_seed(seed)
    return int.from_bytes(sha256(f"{seed}/{place}".encode()).digest()[:4], "big") >> 2


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


def draw(problem: Problem, level: str, conventions: Mapping[str, str], seed: int) -> Variant:
    """The variant of a seed. The same arguments give the same variant on every machine.

    ProblemError where no acceptable numbers are found in many attempts.
    """
    if level not in problem.levels:
        raise InputError(f"{problem.slug} has no level {level!r}; it has {', '.join(problem.levels)}")
    in_force = conventions_of(problem, conventions)
    seed = number_of_seed(seed)
    key = "|".join([problem.slug, level, *(f"{name}={value}" for name, value in in_force.items()), str(seed)])
    uniform = Random(int.from_bytes(sha256(key.encode()).digest(), "big")).random
    forms = problem.levels[level]
    form = forms if isinstance(forms, Level) else forms[int(uniform() * len(forms))]
    for attempt in range(1, ATTEMPTS + 1):
        found = _attempt(problem, form, in_force, uniform)
        if found is not None:
            givens, texts, worked, tape = found
            asked = tuple(step.key for step in worked.steps if step.name in form.ask)
            story = _story(problem, form, {**in_force, **texts}, tape, uniform)
            return Variant(problem, level, in_force, seed, givens, texts, worked, asked, story, tape, attempt)
    raise ProblemError(f"{problem.slug}, {level}, seed {seed}: no acceptable numbers in {ATTEMPTS} draws")


def _attempt(
    problem: Problem, form: Level, conventions: dict[str, str], uniform: Callable[[], float]
) -> tuple[Tape, dict[str, Any], Plan, Tape] | None:
    drawn, texts = _numbers(problem, form, uniform, conventions)
    givens = {name: value for name, value in drawn.items() if name in texts}
    try:
        fill_in(problem, givens, texts)
        worked = _asked_plan(problem, form, givens, conventions)
        start: Tape = {**conventions, **givens}
        tape = worked.run({**drawn, **start})
        impossible(problem, tape)
    except (ImpossibleData, ArithmeticError, ValueError):
        return None
    if not all(condition(tape) for condition in _conditions(problem, worked, tape)):
        return None
    if not shows(problem, worked, start, tape, form.ask):
        return None
    return givens, texts, worked, tape


def _asked_plan(problem: Problem, form: Level, givens: Tape, conventions: dict[str, str]) -> Plan:
    whole = plan(problem, givens, conventions)
    kept: dict[tuple[str, ...], Plan] = whole.__dict__.setdefault("_asked", {})
    if form.ask not in kept:
        kept[form.ask] = whole.only(form.ask)
    return kept[form.ask]


def _conditions(problem: Problem, worked: Plan, tape: Tape) -> list[Callable[[Tape], Any]]:
    """What an accepted draw fulfills, of the conditions that name only what is given and worked; kept with the plan."""
    kept: list[Callable[[Tape], Any]] | None = worked.__dict__.get("_conditions")
    if kept is None:
        made = [formulas(problem).get(condition) for condition in problem.accept]
        kept = worked.__dict__["_conditions"] = [formula.number for formula in made if formula.uses <= tape.keys()]
    return kept


def _numbers(
    problem: Problem, form: Level, uniform: Callable[[], float], conventions: Mapping[str, str]
) -> tuple[Tape, dict[str, Any]]:
    """Values of all that is drawn, asides too, and the texts of the givens."""
    values: Tape = dict(conventions)
    texts: dict[str, Any] = {}
    for name in problem.draws_in_order:
        part = problem.givens.get(name) or problem.asides[name]
        how = form.draws.get(name, part.draw) if name in form.draws else part.draw
        when = getattr(part, "when", None)
        if how is None or (when and not formulas(problem).get(when).number(values)):
            continue
        text = _drawn(how, getattr(part, "size", None), uniform, values, formulas(problem).get)
        values[name] = value_of(text)
        if name in problem.givens:
            texts[name] = text
    return values, texts


def _drawn(how: Draw, size: Any, uniform: Callable[[], float], values: Tape, formula: Any) -> Any:
    def one(draw: Draw) -> Any:
        return draw.one(uniform, values, formula)

    if size is None:
        return one(how)
    if isinstance(size, tuple):
        rows, columns = int(one(size[0])), int(one(size[1]))
        return [drawn_vector(how, columns, uniform, values, formula) for _ in range(rows)]
    first = one(how) if not _scalar(how) else None
    return first if isinstance(first, list) else drawn_vector(how, int(one(size)), uniform, values, formula)


def _scalar(how: Draw) -> bool:
    from .draws import Between, OneOf, Pick

    return isinstance(how, (Between, OneOf, Pick))


def _story(problem: Problem, form: Level, told: Mapping[str, Any], tape: Tape, uniform: Callable[[], float]) -> Story:
    """One of the stories whose names are all given and whose condition holds."""
    fitting = [
        story
        for story, names, when in _stories(problem)
        if names <= told.keys()
        and set(story.asks.split()) <= set(form.ask)
        and (when is None or (when.uses <= tape.keys() and when.number(tape)))
    ]
    if not fitting:
        raise ProblemError(f"{problem.slug}: no story fits a variant that asks for {' '.join(form.ask)}")
    return fitting[int(uniform() * len(fitting))]


def _stories(problem: Problem) -> list[tuple[Story, set[str], Formula | None]]:
    """Each story with the names it tells and its condition; kept."""
    kept: list[tuple[Story, set[str], Formula | None]] | None = problem.__dict__.get("_told")
    if kept is None:
        stories = [story if isinstance(story, Story) else Story(story) for story in problem.stories]
        kept = problem._told = [  # type: ignore[attr-defined]
            (story, names_told(story), formulas(problem).get(story.when) if story.when else None) for story in stories
        ]
    return kept


def names_told(story: Story) -> set[str]:
    """The givens that a story tells, in its text or in the table below it."""
    return (placeholders(story.text) - {"ask"}) | set(story.tabled.split())


def placeholders(text: str) -> set[str]:
    """The names in braces in a story."""
    return {part.partition("}")[0] for part in text.split("{")[1:]}


def revision(problem: Problem) -> str:
    """Two signs that change when the problem's numbers would: a hash of what fixed seeds show at each level, and of the
    normalized formulas, draws and refusals. Words and comments do not count."""
    kept: str | None = problem.__dict__.get("_revision")
    if kept is None:
        kept = problem._revision = _revision(afresh(problem))  # type: ignore[attr-defined]
    return kept


def _revision(problem: Problem) -> str:
    shown = [
        repr(
            (sorted(variant.texts.items()), [(step.key, _shown(variant.tape[step.key])) for step in variant.plan.steps])
        )
        for level in problem.levels
        for seed in range(SAMPLES)
        for variant in (draw(problem, level, {}, seed),)
    ]
    rules = [
        repr((name, part.draw, getattr(part, "size", None), getattr(part, "default", None)))
        for name in problem.draws_in_order
        for part in (problem.givens.get(name) or problem.asides[name],)
    ]
    trees = sorted(repr((text.axes, text.node)) for text in formulas(problem).made.values())
    levels = [repr((name, problem.levels[name])) for name in problem.levels]
    choices = [repr((name, part.choices)) for name, part in problem.conventions.items()]
    digest = sha256("\n".join([*shown, *rules, *trees, *levels, *choices]).encode()).digest()
    return ids.ALPHABET[digest[0] % 32] + ids.ALPHABET[digest[1] % 32]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    return value if isinstance(value, str) else f"{value:.9g}"
