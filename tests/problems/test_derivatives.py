"""The chain rule in the solutions: sympy derives every factor that is kept, and their products are the textbook forms."""

import json
import math
import pathlib

import pytest
import sympy

from quizgen.catalogue import BUILTIN, catalogue, content
from quizgen.chain_rule import paths
from quizgen.chain_rule.derive import expression
from quizgen.chain_rule.keep import derivatives, variants
from quizgen.formula.nodes import Choose, Sequence
from quizgen.plan import plan


def test_sympy_derives_what_is_kept():
    assert derivatives() == json.loads((pathlib.Path(content(BUILTIN)) / "_derivatives.json").read_text())


def derived(problem):
    """Each step that is a derivative, once a formula: the steps between it and what it is a derivative of, and the factors
    whose products' sum it is."""
    found = {}
    for variant in variants(problem):
        whole = plan(problem, variant.givens, variant.conventions)
        every = (*whole.agreed, *whole.steps)
        for step in variant.plan.steps:
            if step.of is None:
                continue
            before = [other for other in whole.steps if other.round == step.round]
            before = before[: [other.key for other in before].index(step.key)]
            start = [other.name for other in before].index(step.of) + 1 if step.of in {o.name for o in before} else 0
            between = {other.name: other for other in before[start:]}
            ways = paths(step, variant.plan.steps, every)
            found[step.name, step.formula.text, *(one.formula.text for one in between.values())] = step, between, ways
    return found.values()


def in_full(formula, between):
    """A formula with those of the steps between put in."""
    for name, step in reversed(between.items()):
        if not isinstance(step.formula.node, (Choose, Sequence)):
            formula = formula.subs(sympy.Symbol(name), expression(step.formula.node))
    return formula


@pytest.mark.parametrize("slug", ["backprop", "backprop-chain"])
def test_the_factors_multiply_to_the_textbook_form(slug):
    proved = set()
    for step, between, ways in derived(catalogue().problem(slug)):
        if isinstance(step.formula.node, Choose):
            assert [[factor.formula for factor in path] for path in ways] == [[step.formula.node]]
            continue
        product = sum(math.prod(expression(factor.formula) for factor in path) for path in ways)
        assert sympy.expand(in_full(product - expression(step.formula.node), between)) == 0, step
        proved.add(step.name)
    assert len(proved) >= 8
