"""A problem's revision: two signs in its ids that change when its numbers would."""

from __future__ import annotations

from hashlib import sha256

from .drawing import draw
from .ids import ALPHABET
from .mistakes import slips
from .plan import formulas, plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .authoring import Problem
    from .formula import Formula
    from .variant import Variant

SAMPLES = 2


def revision(problem: Problem) -> str:
    """Two signs that change when the problem's numbers would: a hash of what fixed seeds show at each level, and of the
    normalized formulas, draws and refusals. Words and comments do not count."""
    kept: str | None = problem.__dict__.get("_revision")
    if kept is None:
        kept = problem._revision = _revision(problem)  # type: ignore[attr-defined]
    return kept


def _revision(problem: Problem) -> str:
    samples = [draw(problem, level, {}, seed) for level in problem.levels for seed in range(SAMPLES)]
    shown = [repr((sorted(sample.texts.items()), _results(sample))) for sample in samples]
    sources = sorted({formula.source for formula in set(_formulas(problem, samples))})
    rules = [
        repr((name, part.draw, getattr(part, "size", None), getattr(part, "default", None)))
        for name in problem.draws_in_order
        for part in (problem.givens.get(name) or problem.asides[name],)
    ]
    levels = [repr((name, problem.levels[name])) for name in problem.levels]
    choices = [repr((name, part.choices)) for name, part in problem.conventions.items()]
    digest = sha256("\n".join([*shown, *rules, *sources, *levels, *choices]).encode()).digest()
    return ALPHABET[digest[0] % 32] + ALPHABET[digest[1] % 32]


def _results(sample: Variant) -> list[tuple[str, str]]:
    return [(step.key, _shown(sample.tape[step.key])) for step in sample.plan.steps]


def _formulas(problem: Problem, samples: list[Variant]) -> Iterator[Formula]:
    """The formulas of conditions, of the samples' steps under each convention, and of mistakes."""
    yield from map(formulas(problem).get, (*problem.accept, *problem.impossible))
    for sample in samples[::SAMPLES]:
        for conventions in _one_changed(problem):
            for step in plan(problem, sample.givens, conventions).steps:
                yield from step.rows.values()
                if step.formula is not None:
                    yield step.formula
        for slip in slips(problem, sample.plan):
            yield from slip.formulas.values()


def _one_changed(problem: Problem) -> Iterator[dict[str, str]]:
    """The defaults, and the defaults with one convention changed."""
    defaults = {name: part.default for name, part in problem.conventions.items()}
    yield defaults
    for name, part in problem.conventions.items():
        yield from ({**defaults, name: choice} for choice in part.choices[1:])


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    return value if isinstance(value, str) else f"{value:.9g}"
