"""The worked solution, line by line."""

import pytest

from quizgen.catalogue import catalogue
from quizgen.render.text import TextRenderer
from quizgen.variant import solve
from quizgen.writing import common_mistake, question


@pytest.mark.parametrize(
    ("slug", "given", "wanted"),
    [
        ("minibatch-count", {"N": "500", "batch_size": "50", "epochs": "7"}, "n_full = E = 7"),
        ("minibatch-count", {"N": "500", "batch_size": "50", "epochs": "7"}, "n_SGD = E·N = 7 × 500 = 3500"),
        (
            "gradient-descent",
            {"f": "w^2", "w0": "2", "eta": "0.1", "steps": "2"},
            "w = (w₀, w₁, w₂) = (2.0000, 1.6000, 1.2800)",
        ),
    ],
)
def test_a_number_that_is_only_named_is_not_put_in_and_then_repeated(slug, given, wanted):
    text = TextRenderer(200)
    lines = [line.strip() for line in text.solution(question(solve(catalogue().problem(slug), given, {})))]
    assert wanted in lines


def test_terms_that_a_condition_makes_nothing_are_not_written():
    given = {"X": "[1, 2; 3, 4]", "K": "[5, 0; 7, 8]", "s": "1"}
    text = TextRenderer(200)
    lines = [line.strip() for line in text.solution(question(solve(catalogue().problem("transposed-conv"), given, {})))]
    assert "Y₁,₁ = 1 × 5 = 5.00" in lines
    assert "Y₁,₂ = 1 × 0 + 2 × 5 = 10.00" in lines
    assert not any(line.startswith("Yᵢⱼ") for line in lines)


def test_a_mistake_that_makes_no_difference_is_not_told():
    given = {"val_loss": "0.9, 0.8, 0.85, 0.7", "patience": "1"}
    told = TextRenderer(10**6).inline(common_mistake(solve(catalogue().problem("early-stopping"), given, {})))
    assert told and "One rise does not stop the training" not in told


def test_numbers_shown_to_fewer_places_are_put_in_with_as_many_as_are_asked():
    given = {"x": ".6", "w1": "-.2", "b1": "-.3", "w2": ".1", "b2": "-.4", "t": "0", "eta": "1"}
    text = TextRenderer(200)
    lines = [line.strip() for line in text.solution(question(solve(catalogue().problem("backprop-chain"), given, {})))]
    assert "y_out = σ(y_in) = σ(−0.3603) = 0.4109" in lines
    assert "∂E/∂y_out = y_out − t = 0.410875 − 0 = 0.410875" in lines
    assert any("0.410875 × 0.242057 × 0.396517 = 0.039436" in line for line in lines)
    assert round(0.410875 * 0.242057 * 0.396517, 6) == 0.039436
