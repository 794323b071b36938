"""Answers that compare: hypotheses as people write them."""

import pytest

from quizgen.answers.groups import Said, read_groups
from quizgen.marking.texts import read_text, says_same


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mu = 12", ("mu", "=", "12")),
        ("μ≥12.0", ("mu", ">=", "12")),
        ("H0: μ = 12", ("mu", "=", "12")),
        ("H₁: mu != 3.50", ("mu", "!=", "3.5")),
        ("x̄ < −1".replace("−", "-"), ("xbar", "<", "-1")),
    ],
)
def test_a_comparison_is_read_word_by_word(text, words):
    assert read_groups(text) == (words,)


@pytest.mark.parametrize("text", ["king rules -> tall", "(tall, king), (king, rules)", "a: b"])
def test_words_with_arrows_are_none(text):
    assert not any("=" in word or "<" in word for item in read_groups(text) for word in item)


@pytest.mark.parametrize(("text", "same"), [("μ=12", True), ("mu >= 12", True), ("mu <= 12", False), ("mu = 13", False)])
def test_others_may_say_the_same(text, same):
    right = Said("mu = 12", "mu >= 12")
    assert says_same(read_text(text, right), right, False) == same
