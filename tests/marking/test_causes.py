"""Why an answer is wrong, by the examples of an examiner."""

import pytest

from quizgen.catalogue import catalogue
from quizgen.marking import mark_answers, mark_working
from quizgen.variant import solve

T_TEST = {"n": "20", "xbar": "42", "s": "6", "mu0": "44", "tail": "two"}
CHAIN = {"x": "0.8", "w1": "0.5", "b1": "0.1", "w2": "-0.4", "b2": "0.3", "t": "1", "eta": "0.5"}
SOM = {"x": "1,0,1,0", "W": "[0.3,0.5,0.7,0.2; 0.6,0.7,0.4,0.3]", "eta": "0.6"}
CONFUSION = {"TP": "40", "FP": "10", "FN": "20", "TN": "130"}


def marked(slug, given, text, key, **how):
    marking = mark_working(solve(catalogue().problem(slug), given, {}), text, **how)
    return next(step for step in marking.steps if step.judged.step.key == key)


@pytest.mark.parametrize(
    ("text", "key", "name", "words"),
    [
        ("SE = 0.3", "se", "divided_by_n", "√n"),
        ("SE = 6.00", "se", "forgot_root_n", "s itself"),
        ("t = -0.33", "t", "forgot_root_n", "Standard error"),
        ("SE = 1.3416\nt = 1.4907", "t", "sign_flipped", "in this order"),
        ("critical value 1.729", "t_crit", "wrong_tail_critical", "tail"),
        ("SE = 1.3146", "se", "pen:digits", "exchanged"),
        ("SE = 13.416", "se", "pen:point", "decimal point"),
        ("SE = 1.3416\nt = -32.797", "t", "edit:first_term", "left out"),
    ],
)
def test_slips_of_a_t_test(text, key, name, words):
    step = marked("t-test", T_TEST, text, key)
    assert (step.verdict, step.cause and step.cause.name) == ("wrong", name)
    assert words in step.why


def test_right_under_another_convention_earns_half_or_nothing():
    text = "SE = 1.3765"
    step = marked("t-test", T_TEST, text, "se")
    assert step.verdict == "other-convention"
    assert step.marks == (0.5, 0.5)
    assert marked("t-test", T_TEST, text, "se", strict=True).marks == (0, 0)


def test_a_percentage_for_a_fraction():
    step = marked("confusion-matrix", CONFUSION, "accuracy = 85.0", "accuracy")
    assert step.cause.name == "pen:percent"


def test_a_right_set_up_with_a_slip_in_the_arithmetic():
    step = marked("t-test", T_TEST, "t = (42-44)/(6/√20) = -1.94", "t")
    assert (step.verdict, step.marks) == ("wrong", (1, 0))
    assert step.why.startswith("the set-up is right")


def test_a_wrong_set_up_with_right_arithmetic():
    step = marked("t-test", T_TEST, "t = (42-44)/(6/20) = -6.67", "t")
    assert (step.verdict, step.cause.name) == ("wrong", "divided_by_n")
    assert step.why.startswith("the arithmetic is right; the set-up")


def test_an_edit_that_no_author_declared_is_said_in_the_formula_s_terms():
    step = marked("backprop-chain", CHAIN, "h_in = 0.5\nh_out = 0.6225\ny_in = 0.1490", "y_in")
    assert step.cause is None or step.cause.kind == "edit"
    step = marked("backprop-chain", CHAIN, "h_in = 0.5000\nh_out = 0.6225\ny_in = 0.5490", "y_in")
    assert step.cause.name.startswith("edit:")
    assert "w₂" in step.why


def test_a_random_number_is_only_called_wrong():
    step = marked("t-test", T_TEST, "SE = 1.3416\nt = -2.7183", "t")
    assert (step.verdict, step.cause, step.why) == ("wrong", None, "it does not follow from the lines before it")


def test_the_same_slip_in_sibling_lines_is_charged_once():
    given = {f"w{k}": f"0.{k}" for k in range(1, 9)} | {
        "x": "0.4,0.8",
        "b1": "0.2",
        "b2": "0.3",
        "t": "0.05,0.95",
        "eta": "0.5",
    }
    variant = solve(catalogue().problem("backprop"), given, {})
    y1, y2 = variant.tape["y1"], variant.tape["y2"]
    marking = mark_answers(
        variant,
        [("y1", f"{y1:.6f}"), ("y2", f"{y2:.6f}"), ("delta_y1", f"{y1 - 0.05:.6f}"), ("delta_y2", f"{y2 - 0.95:.6f}")],
    )
    steps = {step.judged.step.key: step for step in marking.steps}
    assert steps["delta_y1"].marks == (0, 0)
    assert steps["delta_y2"].marks == (1, 1)
    assert "charged once" in steps["delta_y2"].why


def test_a_student_who_chose_the_wrong_winner_is_followed():
    text = "d2 = (0.87, 1.1)\nwinner 2\nw_new = (0.84, 0.28, 0.76, 0.12)"
    steps = {
        step.judged.step.key: step
        for step in mark_working(solve(catalogue().problem("som-update"), SOM, {}), text).steps
    }
    assert [steps[key].verdict for key in ("d2", "winner", "w_new")] == ["right", "wrong", "follows"]


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("dE_dy = 0.000\ndy_dyin = 0.25\ndE_dw2 = 0.000", "dE_dw2", "trivial"),
        ("y_out = 1.5\ndE_dy = 0.5\ndy_dyin = -0.75", "dy_dyin", "above 1"),
    ],
)
def test_what_follows_from_a_value_that_proves_nothing_earns_nothing(text, key, words):
    step = marked("backprop-chain", CHAIN, text, key)
    assert step.verdict == "follows"
    assert step.marks == (0, 0)
    assert words in step.why


def test_zeros_for_everything_earn_nothing():
    variant = solve(catalogue().problem("confusion-matrix"), CONFUSION, {})
    marking = mark_answers(variant, [(key, "0") for key in variant.asked])
    assert marking.marks == 0


def test_a_number_without_a_significant_figure_proves_nothing():
    variant = solve(catalogue().problem("backprop-chain"), CHAIN, {})
    marking = mark_answers(variant, [("dE_dw1", "0.00")])
    step = next(step for step in marking.steps if step.judged.step.key == "dE_dw1")
    assert (step.verdict, step.marks) == ("rounded", (0, 0))
    assert "decimals" in step.why
