"""The worked solution, line by line."""

import pytest

from quizgen.catalogue import catalogue
from quizgen.render.text import TextRenderer
from quizgen.variant import solve
from quizgen.writing import question


@pytest.mark.parametrize(
    ("slug", "given", "wanted"),
    [
        ("minibatch-count", {"N": "500", "batch_size": "50", "epochs": "7"}, "updates, B = N = E = 7"),
        ("minibatch-count", {"N": "500", "batch_size": "50", "epochs": "7"}, "updates, B = 1 = E·N = 7 × 500 = 3500"),
    ],
)
def test_a_number_that_is_only_named_is_not_put_in_and_then_repeated(slug, given, wanted):
    text = TextRenderer(200)
    lines = [line.strip() for line in text.solution(question(solve(catalogue().problem(slug), given, {})))]
    assert wanted in lines
