"""Draws variants: a seed chooses a level's form, its numbers and its story; numbers that no teacher would take are drawn
again."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from . import ids
from .authoring import Given, Level, Story
from .draws import of_size
from .errors import InputError, ProblemError, QuizgenError, faulty
from .givens import fill_in
from .mistakes import hidden
from .plan import Move, Step, formulas, plan
from .program import NO_VALUE, conditions
from .variant import Variant, conventions_of, names_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from .authoring import Aside, Problem
    from .draws import Draw, Sampler, Uniform
    from .plan import Plan, Tape

    Test = Callable[[Tape], Any]

DUST = 1e-12  # a drawn number so small is none
ATTEMPTS = 5000


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


def uniform_of(key: str) -> Uniform:
    """Random numbers from [0, 1) that a text starts: the same on every machine and in every version of Python."""
    return Random(int.from_bytes(sha256(key.encode()).digest(), "big")).random


def draw(problem: Problem, level: str, conventions: Mapping[str, str], seed: int) -> Variant:
    """The variant of a seed. The same arguments give the same variant on every machine.

    InputError for a level or convention that the problem has not; ProblemError where no acceptable numbers are found in
    many attempts.
    """
    if level not in problem.levels:
        raise InputError(f"{problem.slug} has no level {level!r}; it has {', '.join(problem.levels)}")
    in_force = conventions_of(problem, conventions)
    seed = number_of_seed(seed)
    key = "|".join([problem.slug, level, *(f"{name}={value}" for name, value in in_force.items()), str(seed)])
    uniform = uniform_of(key)
    forms = _forms(problem, level, in_force)
    form = forms[int(uniform() * len(forms))] if len(forms) > 1 else forms[0]
    try:
        for attempt in range(1, ATTEMPTS + 1):
            found = form.attempt(uniform)
            if found is not None:
                givens, texts, worked, tape = found
                asked = tuple(step.key for step in worked.steps if step.name in form.ask)
                story = form.story(texts, tape, uniform)
                return Variant(problem, level, in_force, seed, givens, texts, worked, asked, story, tape, attempt)
    except QuizgenError:
        raise
    except Exception as error:
        raise faulty(problem.path, error) from error
    raise ProblemError(
        f"{problem.slug}, {level}, seed {seed}: no acceptable numbers in {ATTEMPTS} draws, "
        f"the last refused because {form.refusal(uniform)}"
    )


def _forms(problem: Problem, level: str, conventions: Mapping[str, str]) -> list[Form]:
    """The forms that a level can take, made ready under some conventions; kept with the problem."""
    kept: dict[tuple[str, ...], list[Form]] = problem.__dict__.setdefault("_forms", {})
    key = (level, *conventions.values())
    if key not in kept:
        forms = problem.levels[level]
        kept[key] = [Form(problem, form, conventions) for form in ([forms] if isinstance(forms, Level) else forms)]
    return kept[key]


class Form:
    """One form of a level, ready to be drawn again and again: what is asked, and how each name is drawn."""

    def __init__(self, problem: Problem, level: Level, conventions: Mapping[str, str]) -> None:
        self.problem = problem
        self.conventions = conventions
        self.ask = level.ask
        self.draws = list(_draws(problem, level))
        self._stories: dict[frozenset[str], list[tuple[Story, Test | None]]] = {}

    def attempt(self, uniform: Uniform) -> tuple[Tape, dict[str, Any], Plan, Tape] | None:
        """Givens, their texts, the plan and the finished tape; None where a teacher would draw again."""
        try:
            values, texts = self._numbers(uniform)
            givens = {name: values[name] for name in texts}
            worked = self._plan(givens)
            tape = worked.run(dict(values))
            for place, here in enumerate(worked.by_round(values, tape)):
                if not self._acceptable(worked, place, here)(here):
                    return None
            if any(_dust(tape[step.key]) for step in worked.steps):
                return None
        except NO_VALUE:
            return None
        start: Tape = {**self.conventions, **givens} if worked.has_rounds else {}
        return None if hidden(self.problem, worked, start, tape, self.ask) else (givens, texts, worked, tape)

    def refusal(self, uniform: Uniform) -> str:
        """Why the next numbers would be drawn again, in words; empty where they would not."""
        try:
            values, texts = self._numbers(uniform)
            worked = self._plan({name: values[name] for name in texts})
            tape = worked.run(dict(values))
            for step in worked.steps:
                if _dust(tape[step.key]):
                    return f"{step.key} is 0 but for what floats leave of a difference"
            for here in worked.by_round(values, tape):
                for text in self.problem.accept:
                    if not self._holds(text, here, True):
                        return f"{text!r} does not hold"
                for text, words in self.problem.impossible.items():
                    if self._holds(text, here, False):
                        return words
        except NO_VALUE as error:
            return f"a step has no value: {error}"
        start: Tape = {**self.conventions, **{name: values[name] for name in texts}}
        unseen = hidden(self.problem, worked, start, tape, self.ask)
        return f"the mistake {unseen!r} would show a right number" if unseen else ""

    def _holds(self, text: str, tape: Tape, otherwise: bool) -> bool:
        """Whether a condition holds; `otherwise` where it names what is not on the tape."""
        formula = formulas(self.problem).get(text)
        return bool(formula.number(tape)) if formula.uses <= tape.keys() else otherwise

    def _numbers(self, uniform: Uniform) -> tuple[Tape, dict[str, Any]]:
        """Values of all that is drawn, asides too, and the texts of the givens."""
        values: Tape = dict(self.conventions)
        texts: dict[str, Any] = {}
        hidden: dict[str, Any] = {}
        for name, sample, when, shown in self.draws:
            if when is None or when(values):
                values[name], (texts if shown else hidden)[name] = sample(uniform, values, texts)
        fill_in(self.problem, values, texts)
        return values, texts

    def _plan(self, givens: Tape) -> Plan:
        """The steps that the asked answers need."""
        whole = plan(self.problem, givens, self.conventions)
        kept: dict[tuple[str, ...], Plan] = whole.__dict__.setdefault("_asked", {})
        if self.ask not in kept:
            if not {step.name for step in whole.steps} & set(self.ask):
                raise ProblemError(f"{self.problem.slug}: a level asks for {' '.join(self.ask)!r}, and no step is one")
            kept[self.ask] = self._known(whole.only(self.ask))
        return kept[self.ask]

    def _known(self, worked: Plan) -> Plan:
        """The plan, in which each step uses only what is drawn, in force or worked before; ProblemError otherwise."""
        known = {*self.problem.givens, *self.problem.asides, *self.conventions}
        for line in worked.lines:
            if isinstance(line, Move):
                known.add(line.target)
            elif isinstance(line, Step):
                for name in sorted(line.uses - known):
                    where = repr(line.formula.text) if line.formula else f"step {line.name!r}"
                    raise ProblemError(f"{self.problem.slug}: {where} uses {name!r}, which nothing before it gives")
                known |= {line.name, line.key}
        return worked

    def _acceptable(self, worked: Plan, place: int, tape: Tape) -> Test:
        """Whether the tape at the end of a round is possible, and one that a teacher would take, by the conditions that
        name only what is on it; kept with the plan."""
        kept: list[Test] = worked.__dict__.setdefault("_acceptable", [])
        if place == len(kept):
            formula = formulas(self.problem).get
            wanted, unwanted = (
                [made for made in map(formula, texts) if made.uses <= tape.keys()]
                for texts in (self.problem.accept, self.problem.impossible)
            )
            kept.append(conditions(wanted, unwanted))
        return kept[place]

    def story(self, texts: Mapping[str, Any], tape: Tape, uniform: Uniform) -> Story:
        """One of the stories whose names are all given and whose condition holds."""
        told = frozenset(texts)
        if told not in self._stories:
            self._stories[told] = list(_fitting(self.problem, {*told, *self.conventions}, tape))
        fitting = [story for story, when in self._stories[told] if when is None or when(tape)]
        if not fitting:
            raise ProblemError(f"{self.problem.slug}: no story fits a variant that asks for {' '.join(self.ask)}")
        return fitting[int(uniform() * len(fitting))]


if TYPE_CHECKING:
    Named = tuple[str, Sampler, Test | None, bool]


def _dust(value: Any) -> bool:
    """Whether a number, or an entry, is what floats leave where a difference is 0: 2.8e-17 for 0.6*(-0.3) + 0.3*0.6."""
    if isinstance(value, float):
        return 0 < abs(value) < DUST
    return isinstance(value, list) and any(map(_dust, value))


def _draws(problem: Problem, level: Level) -> Iterator[Named]:
    """Each name that is drawn, in order: its sampler, the condition under which it is drawn, and whether it is shown."""
    formula = formulas(problem).get
    for name in problem.draws_in_order:
        part: Given | Aside = problem.givens.get(name) or problem.asides[name]
        how: Draw | None = level.draws.get(name, part.draw)
        if how is None:
            continue
        size, when = getattr(part, "size", None), getattr(part, "when", None)
        sample = how.sampler(formula) if size is None else of_size(how, size, formula)
        yield name, sample, formula(when).number if when else None, isinstance(part, Given)


def _fitting(problem: Problem, told: set[str], tape: Tape) -> Iterator[tuple[Story, Test | None]]:
    """The stories whose names are told, each with its condition."""
    for story in problem.told:
        if not names_told(story) <= told:
            continue
        when = formulas(problem).get(story.when) if story.when else None
        if when is None or when.uses <= tape.keys():
            yield story, when.number if when else None
