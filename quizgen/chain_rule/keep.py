"""`python -m quizgen.chain_rule.keep` derives afresh the factors that are kept beside the builtin problems."""

from __future__ import annotations

import json
import os
from itertools import product

from ..catalogue import BUILTIN, catalogue, content
from ..drawing import draw
from ..files import write_whole
from ..plan import plan
from . import key, paths
from .derive import derivative

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..authoring import Problem
    from ..variant import Variant

SEEDS = 12


def derivatives() -> dict[str, str]:
    """Every factor that the builtin problems' solutions show, under its key, as sympy derives it now."""
    found: dict[str, str] = {}
    known = catalogue()
    for slug in known.paths:
        problem = known.problem(slug)
        for variant in variants(problem):
            found.update(_factors(variant))
    return dict(sorted(found.items()))


def variants(problem: Problem) -> Iterator[Variant]:
    """Some variants of every level and every combination of conventions, if solutions of the problem hold derivatives."""
    names = list(problem.conventions)
    for choices in product(*(problem.conventions[name].choices for name in names)):
        for level, seed in product(problem.levels, range(SEEDS)):
            variant = draw(problem, level, dict(zip(names, choices)), seed)
            if all(step.of is None for step in plan(problem, variant.givens, variant.conventions).steps):
                return
            yield variant


def _factors(variant: Variant) -> Iterator[tuple[str, str]]:
    whole = plan(variant.problem, variant.givens, variant.conventions)
    every = (*whole.agreed, *whole.steps)
    for step in variant.plan.steps:
        if step.of is not None:
            paths(step, variant.plan.steps, every)
    for step in every:
        for wrt in step.__dict__.get("_partials", ()):
            assert step.formula is not None
            yield key(step, wrt), derivative(step.formula.node, wrt, step.name)


if __name__ == "__main__":
    path = os.path.join(content(BUILTIN), "_derivatives.json")
    write_whole(path, (json.dumps(derivatives(), indent=1) + "\n").encode())
