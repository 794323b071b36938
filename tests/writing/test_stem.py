"""What is asked, in words."""

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.render.text import TextRenderer
from quizgen.writing import ask


def asked(slug, level, wanted):
    variants = (draw(catalogue().problem(slug), level, {}, seed) for seed in range(50))
    variant = next(variant for variant in variants if " ".join(variant.asked) == wanted)
    return TextRenderer(10**6).inline(ask(variant))


def test_what_several_titles_share_is_said_once():
    gradients = asked("backprop-chain", "medium", "dE_dw2 dE_dw1 w2_new w1_new")
    assert gradients == "the gradient of w₂ and w₁, and the new w₂ and w₁ to 6 decimals"
    assert asked("confusion-matrix", "easy", "accuracy precision recall").startswith("the accuracy, the precision and")
