"""Under a convention that rounds on the way, a line written to those places is the very number that is carried on."""

import math

import numpy
import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.marking import mark_answers
from quizgen.variant import solve

LINES = [("d2", "2.0, 0.0, 1.0, 1.0"), ("h", "0.4, 1.0, 0.6, 0.6")]


@pytest.mark.parametrize(
    ("output", "verdict"),
    [("0.24", "right"), ("0.2400", "right"), ("0.35", "wrong"), ("0.13", "wrong"), ("0.2", "rounded")],
)
def test_output_of_rounded_hidden_values(output, verdict):
    """1.0·0.4 + 1.1·1 − 1.1·0.6 − 1.0·0.6 comes to 0.24, with full precision in h to another number."""
    variant = draw(catalogue().problem("rbf-xor"), "medium", {"round_steps": "1"}, 0)
    found = mark_answers(variant, [*LINES, ("output", output)])
    verdicts = {step.judged.step.key: step.verdict for step in found.steps if step.judged.handed}
    assert verdicts == {"d2": "right", "h": "right", "output": verdict}


def test_a_procedure_of_numbers_that_were_rounded_gives_what_they_allow():
    variant = solve(
        catalogue().problem("rbf-weights"), {"centres": "[0,0; 1,0; 2,0]", "gamma2": "4", "targets": "[1, 2, 0]"}, {}
    )
    near, far = round(math.exp(-1 / 4), 4), round(math.exp(-1), 4)
    rounded = numpy.linalg.solve([[1, near, far], [near, 1, near], [far, near, 1]], [1, 2, 0])
    exact = variant.tape["w"]
    assert max(abs(rounded - exact)) > 0.001
    assert verdict_of(variant, rounded) == "right"
    assert verdict_of(variant, [w + 5 for w in exact]) == "wrong"


def verdict_of(variant, w):
    marking = mark_answers(variant, [("w", str([round(float(entry), 4) for entry in w]))])
    return next(step.verdict for step in marking.steps if step.judged.handed)


def test_an_exact_line_of_few_places_is_carried_on_as_it_is():
    """d = (0.5, 1) leaves no room for a gradient of (0.1, 0.2) in place of (0.2, 0.4)."""
    givens = {"w_A": "-1.5, -1.5", "w_B": "-2.0, -2.5", "lambda": "0.2"}
    variant = solve(catalogue().problem("parameter-tying"), givens, {})
    found = mark_answers(variant, [("difference", "0.5, 1"), ("gradient_wrt_w_A", "0.1, 0.2")])
    verdicts = {step.judged.step.key: step.verdict for step in found.steps if step.judged.handed}
    assert verdicts["gradient_wrt_w_A"] == "other-convention"


def test_behind_an_exact_sum_nothing_is_put_down_to_rounding():
    """Σx = 215 and Σx² = 9307 of five whole numbers: with divisor 5 the variance is 62/5, with 4 it is 62/4."""
    variant = solve(catalogue().problem("sample-statistics"), {"data": "44, 49, 39, 43, 40"}, {})
    for s2, verdict in (("12.4", "other-convention"), ("15.5", "right"), ("14", "wrong")):
        found = mark_answers(variant, [("sum", "215"), ("sum_sq", "9307"), ("s2", s2)])
        assert [step.verdict for step in found.steps if step.judged.handed] == ["right", "right", verdict]
