"""Hints where a formula would tell the answer."""

import pytest

from quizgen.authoring import Choice, Level, Number, Problem, between, oneof
from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.render.text import TextRenderer
from quizgen.solution import worked
from quizgen.writing.hints import hints, hints_for


class Slope(Problem):
    title = "Slope"
    slug = "slope"
    function = Choice("function", "sigmoid", "tanh", draw=oneof("sigmoid", "tanh"))
    x = Number("net input", draw=between(1, 9, 0.5))
    answers = "slope relu formula"
    levels = {"easy": Level("formula"), "medium": Level("relu")}
    stories = ("A unit with {function} has the net input {x}.",)
    nudge = "Look at the curve."

    def work(self, w):
        w.expression("formula", {"sigmoid": "y*(1 - y)", "tanh": "1 - y**2"}, "Derivative", "Chain rule.", by="function")
        w.step("relu", "x if x > 0 else 0", "ReLU")


@pytest.mark.parametrize(
    ("level", "wanted"),
    [("easy", ["Look at the curve.", "Chain rule.", "Begin with the derivative."]), ("medium", None)],
)
def test_a_hint_is_not_the_answer(level, wanted):
    variant, text = draw(Slope(), level, {}, 3), TextRenderer(10**6)
    x = variant.texts["x"]
    wanted = wanted or ["Look at the curve.", "relu = x if x > 0, else 0", f"relu: is {x} > 0?"]
    assert [text.inline(hint) for hint in hints(variant)] == wanted
    (line,) = worked(variant)
    ways = [text.inline(hint) for hint in hints_for(variant, line)]
    assert ways == (["Next: derivative. Chain rule."] if level == "easy" else ["Next: ReLU.", *wanted[1:]])


def test_numbers_beside_a_formula_do_not_tell_it():
    discriminator = catalogue().problem("gan-optimal-discriminator")
    variant = next(v for seed in range(50) if "D_formula" in (v := draw(discriminator, "hard", {}, seed)).asked)
    told = [TextRenderer(10**6).inline(hint) for hint in hints(variant)]
    assert told[2] == "Begin with the optimal discriminator as a formula."
    assert not any("(p + g)" in hint for hint in told)


def test_a_hint_gives_no_count_that_is_still_to_be_worked():
    variant, text = draw(catalogue().problem("gaussian-blur"), "easy", {}, 3), TextRenderer(10**6)
    _, ways, first = (text.inline(hint) for hint in hints(variant))
    assert ways.endswith("B = S/N")
    assert first.startswith("S = 1 × ")


def test_a_step_that_picks_its_terms_is_told_in_words_and_a_copied_number_is_not_begun():
    variant = draw(catalogue().problem("adaboost-round"), "hard", {}, 4)
    assert variant.texts["misclassified_indices"] == ["5"]
    said = [TextRenderer(200).inline(hint) for hint in hints(variant)]
    assert said[1].startswith("ε: the weights of the misjudged points; α = ")
    assert said[2] == "Begin with the weighted error."
