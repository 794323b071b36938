"""Formulas written out for one variant."""

import pytest

from quizgen.formula.expand import expand
from quizgen.formula.parse import parse
from quizgen.formula.plain import UNICODE
from quizgen.formula.printer import Printer
from quizgen.formula.walk import worth


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("sum(x[i]**2, i)", "x₁² + x₂²"),
        ("sum(x[j] if j <= i else 0, j)", "x₁"),
        ("sum(y[j]*x[j] if j != i else 0, j)", "y₂·x₂"),
        ("sum(x[j] if j > 2 else 0, j)", "0"),
        ("sum(sum(x[i]*y[j] if j > i else 0, j), i)", "x₁·y₂"),
        ("sum(sum(x[i]*y[j], j), i)", "x₁·y₁ + x₁·y₂ + x₂·y₁ + x₂·y₂"),
        ("max(max(x[i]*y[j], j), i)", "max(x₁·y₁, x₁·y₂, x₂·y₁, x₂·y₂)"),
        ("max(min(x[i]*y[j], j), i)", "max(min(x₁·y₁, x₁·y₂), min(x₂·y₁, x₂·y₂))"),
    ],
)
def test_terms_are_written_out(text, written):
    node = expand(parse(text, frozenset("ij")), {"i": 1}, lambda index: 2, lambda node: worth(node, {}, {}, {}))
    assert Printer(UNICODE).text(node) == written
