"""Answers that are formulas: judged by value, a letter's square as a square."""

import pytest

from quizgen.catalogue import catalogue
from quizgen.marking import mark_answers
from quizgen.variant import solve


@pytest.mark.parametrize(
    ("written", "verdict"),
    [
        ("(mu^2 + sigma^2 - ln(sigma^2) - 1)/2", "right"),
        ("0.5*(μ² + σ² - 1) - ln(σ)", "right"),
        ("1/2*(mu^2 + sigma^2 - 2ln(sigma) - 1)", "right"),
        ("mu^2 + sigma^2 - ln(sigma^2) - 1", "wrong"),
        ("(mu^2 + sigma - ln(sigma^2) - 1)/2", "wrong"),
    ],
)
def test_a_square_is_a_square_where_another_name_looks_like_it(written, verdict):
    """The variance is a given of the problem too, with the symbol σ²."""
    variant = solve(catalogue().problem("vae-kl"), {"mu": "[0.5, 1]", "sigma": "[2, 0.5]"}, {})
    marking = mark_answers(variant, [("kl_term", written)])
    assert next(step.verdict for step in marking.steps if step.judged.step.key == "kl_term") == verdict
