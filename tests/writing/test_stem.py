"""What is asked, in words."""

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.plan import within_sentence
from quizgen.render.text import TextRenderer
from quizgen.variant import solve
from quizgen.writing import ask
from quizgen.writing.stem import stem
from quizgen.writing.words import told_value


def asked(slug, level, wanted):
    variants = (draw(catalogue().problem(slug), level, {}, seed) for seed in range(50))
    variant = next(variant for variant in variants if " ".join(variant.asked) == wanted)
    return TextRenderer(10**6).inline(ask(variant))


def test_what_several_titles_share_is_said_once():
    gradients = asked("backprop-chain", "medium", "dE_dw2 dE_dw1 w2_new w1_new")
    assert gradients == "the gradients of w₂ and w₁, and the new w₂ and w₁ to 6 decimals"
    assert asked("confusion-matrix", "easy", "accuracy precision recall").startswith("the accuracy, the precision and")


def test_a_size_is_told_with_its_sign():
    variant = solve(catalogue().problem("conv-params"), {"in_channels": "3", "filters": "[8, 16]", "kernel": "[5, 3]"}, {})
    text = TextRenderer(10**6)
    assert text.inline(tuple(told_value(variant, "kernel"))) == "5×3"
    assert text.inline(tuple(told_value(variant, "filters"))) == "8, 16"


def test_one_entry_is_told_as_a_number():
    variant = solve(catalogue().problem("vae-kl"), {"mu": "[0.5]", "sigma": "[2]"}, {})
    assert TextRenderer(10**6).inline(tuple(told_value(variant, "mu"))) == "0.5"


def test_names_keep_their_capitals():
    assert within_sentence("Jensen-Shannon divergence") == "Jensen-Shannon divergence"
    assert within_sentence("Sample mean") == "sample mean"
    assert within_sentence("Cross-entropy") == "cross-entropy"


def test_a_convention_that_a_procedure_takes_is_told():
    variant = draw(catalogue().problem("early-stopping"), "easy", {"epochs": "0"}, 1)
    assert "epochs are counted from 0" in TextRenderer(10**6).inline(stem(variant))
