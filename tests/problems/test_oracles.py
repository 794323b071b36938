"""Every step of every problem, over many seeds, against a solver that shares no code with quizgen."""

import importlib
import itertools
import math
import os

import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw

SEEDS = int(os.environ.get("QUIZGEN_SEEDS", "1000"))


def one_convention_at_a_time(problem):
    yield {}
    for name, part in problem.conventions.items():
        for choice in part.choices[1:]:
            yield {name: choice}


def cases():
    found = catalogue()
    for slug in found.paths:
        problem = found.problem(slug)
        for level, conventions in itertools.product(problem.levels, one_convention_at_a_time(problem)):
            label = "-".join([slug, level, *(f"{name}={choice}" for name, choice in conventions.items())])
            yield pytest.param(problem, level, conventions, id=label)


def same(value, right):
    if isinstance(right, (list, tuple)):
        return len(value) == len(right) and all(map(same, value, right))
    if isinstance(right, str) or isinstance(value, str):
        return value == right
    return math.isclose(value, right, rel_tol=1e-9, abs_tol=1e-11)


@pytest.mark.parametrize("problem, level, conventions", list(cases()))
def test_every_step_agrees_with_the_oracle(problem, level, conventions):
    oracle = importlib.import_module(f"tests.problems.oracles.{problem.slug.replace('-', '_')}")
    for seed in range(SEEDS):
        variant = draw(problem, level, conventions, seed)
        right = oracle.expected(dict(variant.givens), dict(variant.conventions))
        for step in variant.plan.steps:
            assert same(variant.tape[step.key], right[step.key]), (
                seed,
                step.key,
                variant.tape[step.key],
                right[step.key],
            )
