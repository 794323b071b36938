"""Formulas that a user gives: read by the grammar of answers, kept as an author would write them."""

import math

import pytest

from quizgen.answers import ReadingError
from quizgen.answers.expressions import read_formula
from quizgen.formula import Formula

READ = [
    ("(w-3)^2 + 1", "w", "(w - 3)**2 + 1"),
    ("w^4 - 4 w^2", "w", "w**4 - 4*w**2"),
    ("2(w+3)²−1", "w", "2*(w + 3)**2 - 1"),
    ("-w^-2", "w", "-w**(-2)"),
    ("1/(2w) - (1 - w)", "w", "1/(2*w) - (1 - w)"),
    ("σ(w) + |w| - √(w+1)", "w", "sigmoid(w) + abs(w) - sqrt(w + 1)"),
    ("x^2 + x y + 2 y^2", "x y", "x**2 + x*y + 2*y**2"),
]


@pytest.mark.parametrize(("typed", "letters", "kept"), READ)
def test_a_formula_is_kept_as_an_author_writes_it(typed, letters, kept):
    assert read_formula(typed, letters.split()) == kept
    assert read_formula(kept, letters.split()) == kept


def test_it_has_the_value_that_was_meant():
    kept = read_formula("2(w-1)^3/(w+2) - exp(-w)·w", ["w"])
    assert Formula(kept).number({"w": 3.0}) == pytest.approx(2 * 2**3 / 5 - 3 * math.exp(-3))


REFUSED = {
    "x^2": "'x' is no name; the names are w",
    "e^w": "'e' has no place here; the letters are w",
    "9^9^9": "an exponent must be a whole number, and powers of powers at most 100",
    "((w^9)^9)^9": "an exponent must be a whole number, and powers of powers at most 100",
    "w^101": "an exponent must be a whole number, and powers of powers at most 100",
    "2^w": "an exponent must be a whole number, and powers of powers at most 100",
    "50% w": "a percent sign has no place in a formula",
    "": "nothing is written",
    "__import__('os')": "'_' at character 1",
}


@pytest.mark.parametrize(("typed", "says"), REFUSED.items())
def test_what_is_none_is_refused(typed, says):
    with pytest.raises(ReadingError) as refused:
        read_formula(typed, ["w"])
    assert says in str(refused.value)
