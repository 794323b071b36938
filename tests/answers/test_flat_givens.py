"""A given that may be a number or a vector."""

import pytest

from quizgen.authoring import Problem, Vector
from quizgen.errors import ImpossibleData
from quizgen.givens import check_sizes, read


class Bias(Problem):
    b = Vector("bias", flat=True, entries="2")


@pytest.mark.parametrize(
    ("typed", "value"), [("0.1", 0.1), ("-3", -3), ("0.1, 0.2", [0.1, 0.2]), ("[0.1; 2]", [0.1, 2]), ("1/2", 0.5)]
)
def test_one_number_alone_is_a_number(typed, value):
    values, _ = read(Bias(), {"b": typed})
    assert values == {"b": value}
    check_sizes(Bias(), values)


@pytest.mark.parametrize("typed", ["(0.1)", "[0.1]", "1, 2, 3"])
def test_a_list_is_a_vector_and_has_its_size(typed):
    values, _ = read(Bias(), {"b": typed})
    with pytest.raises(ImpossibleData):
        check_sizes(Bias(), values)
