"""Working as people type it: which line says what about which step."""

import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.marking import mark_working
from quizgen.marking.handed_in import numbers_read
from quizgen.marking.judge import judge
from quizgen.marking.working import read_working
from quizgen.variant import solve

T_TEST = {"n": "20", "xbar": "42", "s": "6", "mu0": "44", "tail": "two"}
SOM = {"x": "1,0,1,0", "W": "[0.3,0.5,0.7,0.2; 0.6,0.7,0.4,0.3]", "eta": "0.6"}
RBF = {"x": "0,0", "centres": "[0,0;0,1;1,0;1,1]", "w": "-0.8,0.9,0.9,-0.8", "gamma2": "2", "threshold": "0.15"}
CONFUSION = {"TP": "40", "FP": "10", "FN": "20", "TN": "130"}


def variant(slug, given):
    return solve(catalogue().problem(slug), given, {})


def read(slug, given, text):
    working = read_working(variant(slug, given), text)
    return {key: numbers_read(answer.read) for key, answer in working.handed.items()}, working.unmatched


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("SE = 6/√20 = 1.34", {"se": 1.34}),
        ("se=1.34", {"se": 1.34}),
        ("1) SE ≈ 1.34", {"se": 1.34}),
        ("Step 1: standard error = 1.34", {"se": 1.34}),
        ("the standard error of the mean is 1.34", {"se": 1.34}),
        ("\\text{SE} = \\frac{6}{\\sqrt{20}} = 1.34", {"se": 1.34}),
        ("1.34 = SE", {"se": 1.34}),
        ("t=(42-44)/1.34=-1.49", {"t": -1.49}),
        ("T = −1,49", {"t": -1.49}),
        ("test statistic: -1.49", {"t": -1.49}),
        ("df 19", {"df": 19}),
        ("degrees of freedom = 20-1 = 19", {"df": 19}),
        ("critical value: 2.093", {"t_crit": 2.093}),
        ("t_crit = 2.093", {"t_crit": 2.093}),
        ("t_{crit}=2.093", {"t_crit": 2.093}),
        ("p-value 0.152", {"p": 0.152}),
        ("accept H0", {"decision": "fail to reject H0"}),
        ("so we do not reject H₀", {"decision": "fail to reject H0"}),
        ("Decision: keep", {"decision": "fail to reject H0"}),
        ("df 19, critical value 2.093", {"df": 19, "t_crit": 2.093}),
        (
            "SE = 1.34; t = -1.49 → fail to reject the null hypothesis",
            {"se": 1.34, "t": -1.49, "decision": "fail to reject H0"},
        ),
        ("t = -1.49 > -2.093, so keep H0", {"t": -1.49, "decision": "fail to reject H0"}),
        ("- t = -1.49 (2 dp)", {"t": -1.49}),
    ],
)
def test_a_line_of_a_t_test(line, wanted):
    found, unmatched = read("t-test", T_TEST, line)
    assert found == wanted
    assert unmatched == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("d1² = (1-0.3)²+…= 0.87", {"d2": [0.87, None]}),
        ("d_2^2 = 1.1", {"d2": [None, 1.1]}),
        ("d2[2] = 1.1", {"d2": [None, 1.1]}),
        ("d² = (0.87, 1.10)", {"d2": [0.87, 1.1]}),
        ("d² = [0.87 1.10]", {"d2": [0.87, 1.1]}),
        ("unit 1 wins", {"winner": 1}),
        ("winner: unit 1", {"winner": 1}),
        ("BMU = 1", {"winner": 1}),
        ("the winning unit is 1", {"winner": 1}),
        ("w_new = (.72, .2, .88, .08)", {"w_new": [0.72, 0.2, 0.88, 0.08]}),
        ("W_new = [.72 .2 .88 .08; .6 .7 .4 .3]", {"W_new": [[0.72, 0.2, 0.88, 0.08], [0.6, 0.7, 0.4, 0.3]]}),
        ("W_new =\n.72 .2 .88 .08\n.6 .7 .4 .3", {"W_new": [[0.72, 0.2, 0.88, 0.08], [0.6, 0.7, 0.4, 0.3]]}),
        ("w_new = [0.72, 0.2,\n 0.88, 0.08]", {"w_new": [0.72, 0.2, 0.88, 0.08]}),
        ("W_new[2][1] = 0.6", {"W_new": [[None] * 4, [0.6, None, None, None]]}),
    ],
)
def test_vectors_matrices_and_positions(text, wanted):
    found, unmatched = read("som-update", SOM, text)
    assert found == wanted
    assert unmatched == ()


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("∂E/∂w5 = 0.0821", "dE_dw5", 0.0821),
        ("dE/dw_5 = 0.0821", "dE_dw5", 0.0821),
        ("\\frac{\\partial E}{\\partial w_5} = 0.0821", "dE_dw5", 0.0821),
        ("w5' = 0.3589", "w5_new", 0.3589),
        ("w_5^{new} = 0.3589", "w5_new", 0.3589),
        ("new w5: 0.3589", "w5_new", 0.3589),
        ("δ_y1 = -0.02", "delta_y1", -0.02),
        ("delta y1 = -0.02", "delta_y1", -0.02),
        ("h1,in = 0.54", "h1_in", 0.54),
        ("h_1 = 0.63", "h1", 0.63),
    ],
)
def test_names_of_backpropagation(line, key, value):
    working = read_working(draw(catalogue().problem("backprop"), "medium", {}, 1), line)
    assert {key: numbers_read(answer.read) for key, answer in working.handed.items()} == {key: value}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("exp(z1) = 7.39", {"exps": [7.39, None, None]}),
        ("e^z_2 = 2.72", {"exps": [None, 2.72, None]}),
        ("softmax 3 = 0.09", {"probs": [None, None, 0.09]}),
        ("e^2 = 7.39", {}),
        ("e^(-0.5) = 0.61", {}),
    ],
)
def test_entries_by_another_word_and_powers_of_e(line, wanted):
    assert read("softmax", {"z": "2,1,0", "target_class": "0"}, line)[0] == wanted


def test_a_function_of_a_number_is_its_value():
    working = read_working(variant("activation", {"function": "sigmoid", "x": "0.7"}), "sigmoid(0.7) = 0.668")
    answer = working.handed["sigmoid"]
    assert (numbers_read(answer.read), answer.set_ups) == (0.668, ())


def test_lines_that_go_on_with_an_equals_sign():
    assert read("t-test", T_TEST, "SE = 6/√20\n  = 1.34\nt\n= -2/1.34\n= -1.49") == ({"se": 1.34, "t": -1.49}, ())
    assert read("t-test", T_TEST, "SE = 1.34\n=> t = -1.49")[0] == {"se": 1.34, "t": -1.49}


@pytest.mark.parametrize("line", ["errors: 1, -0.5, 2", "errors 1.0, -0.5, 2", "e = 1, -0.5, 2"])
def test_the_first_number_of_a_list_is_no_entry(line):
    assert read("mse-rmse", {"y": "3,4,5", "y_hat": "2,4.5,3"}, line)[0] == {"errors": [1, -0.5, 2]}


CHAIN = {"x": "0.5", "w1": "0.3", "b1": "0.4", "w2": "-0.9", "b2": "0.4", "t": "0", "eta": "1"}


def test_a_weight_with_another_value_is_the_new_one():
    assert read("backprop-chain", CHAIN, "w1 = 0.3\nw2 = -0.9 - 0.07 = -0.97")[0] == {"w2_new": -0.97}


def test_states_step_by_step_and_as_a_list():
    network = {"x": "1,0.5,1", "w_x": "0.5", "w_h": "0.8"}
    text = "h1 = 0.46\nh = 0.46, 0.55, 0.7\ndh3/dh2 = 0.56"
    wanted = {"h1": 0.46, "h": [0.46, 0.55, 0.7], "jacobians": [None, 0.56]}
    assert read("bptt-gradient", network, text)[0] == wanted


@pytest.mark.parametrize(
    "text", ["C1 = 0.1\nC2 = 0.2", "C_1 = 0.1, C_2 = 0.2", "Step 1\nC = 0.1\nTime step 2\nc = 0.2"]
)
def test_the_round_by_a_number_behind_the_name(text):
    gates = {f"W_{gate}": "0.1,0.2,0.3" for gate in "figo"}
    given = {"x_t": "1,2", "h_prev": "0", "c_prev": "0", **gates}
    assert read("lstm-step", given, text)[0] == {"C_t.1": 0.1, "C_t.2": 0.2}


def test_a_word_that_is_a_step_and_a_choice():
    found = read("activation-derivative", {"x": "0.5"}, "σ'(0.5) = 0.235\ntanh")[0]
    assert found == {"sigmoid": 0.235, "steeper": "tanh"}


def test_a_synonym_that_is_an_article_stands_for_nothing_else():
    given = {"x": "1,2", "W_x": "[1,0;0,1]", "W_h": "[0,0;0,0]", "b": "0,0", "h_prev": "0,0"}
    assert read("rnn-step", given, "a = 1, 2\nh_old = 5") == ({"z": [1, 2]}, ())


def test_a_value_says_which_of_two_steps_is_meant():
    given = {"query": "1,2", "candidates": "[1,0; 0,-1]"}
    assert read("cosine-similarity", given, "c = (0.45, -0.89)\nc = 0.45")[0] == {
        "cosines": [0.45, -0.89],
        "cosine": 0.45,
    }


def test_hidden_values_as_a_list_under_their_name():
    assert read("rbf-xor", RBF, "h = (1, .607, .607, .368)")[0] == {"h": [1, 0.607, 0.607, 0.368]}


@pytest.mark.parametrize(
    "text", ["-1.49, 2.093, reject, 0.15", "-1.49\n2.093\nreject\n0.15", "(-1.49; 2.093; reject; 0.15)"]
)
def test_values_without_names_answer_what_is_asked_in_order(text):
    assert read("t-test", T_TEST, text)[0] == {"t": -1.49, "t_crit": 2.093, "decision": "reject H0", "p": 0.15}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("q = 4", "is no step; the steps are se"),
        ("1.49", "no step is named"),
        ("|t| = 1.49", "is no step"),
        ("n = 21", "the question gives n = 20"),
        ("t =", "nothing stands behind"),
    ],
)
def test_what_matches_nothing_is_reported_with_its_line(line, words):
    found, (unmatched,) = read("t-test", T_TEST, "se = 1.34\n" + line)
    assert found == {"se": 1.34}
    assert unmatched.line == 2
    assert words in unmatched.why


def test_a_given_copied_rightly_is_no_line_of_its_own():
    assert read("t-test", T_TEST, "n = 20\nse = 1.34") == ({"se": 1.34}, ())


def test_a_list_behind_a_given_s_name_is_said_to_be_another():
    given = {"w": "0.5,0.2,0.3", "misclassified_indices": "1"}
    found, (unmatched,) = read("adaboost-round", given, "w = 0.5, 0.2, 0.3\nw = 0.3, 0.5, 0.2")
    assert (found, unmatched.line) == ({}, 2)
    assert "the question gives w = 0.5, 0.2, 0.3" in unmatched.why


def test_w1_is_the_step_and_not_the_first_entry_of_the_path():
    given = {"f": "w^2", "w0": "2", "eta": "0.1", "steps": "2"}
    found, unmatched = read("gradient-descent", given, "w1 = 1.6\nw = 2, 1.6, 1.28")
    assert found == {"w1": 1.6, "w_path": [2, 1.6, 1.28]}
    assert unmatched == ()


def test_a_unit_from_a_step_s_title_may_stand_behind_its_number():
    assert read("word2vec-params", {"V": "1000", "N": "50"}, "memory = 0.4 MB") == ({"megabytes_float32": 0.4}, ())


def test_an_arrow_of_two_signs_is_read_as_one():
    working = read_working(variant("word2vec-pairs", {"tokens": "a,b", "window": "1"}), "CBOW: b -> a, a -> b")
    assert working.handed["cbow_examples"].read.items == (("b", "a"), ("a", "b"))


def test_one_number_for_a_vector_is_reported_with_the_names_that_would_do():
    working = read_working(variant("som-update", SOM), "d2 = 0.87")
    assert "d2[1], d2[2]" in working.handed["d2"].fault


@pytest.mark.parametrize("test", ["t-test", "test = t", "Test: t test"])
def test_hypotheses_are_read_whole(test):
    given = {"n": "14", "mu0": "12", "s": "1.9", "claim": "at least"}
    text = f"{test}\nH0: μ = 12\nH₁: μ < 12\nleft-tailed\ndf = 13"
    marking = judge(variant("hypothesis-setup", given), read_working(variant("hypothesis-setup", given), text).handed)
    assert [step.verdict for step in marking] == ["right"] * 5


@pytest.mark.parametrize("line", ["40 ± 2.48 = (37.52, 42.48)", "x̄ ± E = 40 ± 2.48", "CI = [37.52, 42.48]"])
def test_an_interval_needs_no_name(line):
    given = {"n": "25", "xbar": "40", "s": "6", "confidence": "0.95"}
    found, unmatched = read("confidence-interval", given, line)
    assert found["interval"] == pytest.approx([37.52, 42.48])
    assert not unmatched


@pytest.mark.parametrize(
    "remark", ["H0: μ = 44", "H_1: mu != 44", "p > 0.05", "|t| < 2.093", "1.49 < 2.09", "H₀: mean = 44"]
)
def test_hypotheses_and_comparisons_are_no_answers_where_none_is_asked(remark):
    assert read("t-test", T_TEST, f"{remark}\nt = -1.49") == ({"t": -1.49}, ())


@pytest.mark.parametrize(
    "line, meant",
    [
        ("H0: rejected", "reject H0"),
        ("H1 accepted", "reject H0"),
        ("p < 0.05, so we reject H0", "reject H0"),
        ("H0 is retained", "fail to reject H0"),
        ("not significant", "fail to reject H0"),
        ("|t| < 2.093, therefore do not reject the null hypothesis.", "fail to reject H0"),
    ],
)
def test_a_decision_in_the_words_of_a_student(line, meant):
    assert read("t-test", T_TEST, line) == ({"decision": meant}, ())


def test_rounds_by_heading_by_key_and_in_order():
    given = SOM | {"x": "[1,0,1,0; 1,0,0,0]"}
    by_heading = "Sample 2\nd1² = 0.9\nSample 1\nd1² = 0.87"
    in_order = "d1² = 0.87\nd1² = 0.9"
    by_key = "d2.2 = (0.9, 0.9)\nd2.1 = (0.87, 1.1)"
    for text in (by_heading, in_order):
        found, _ = read("som-update", given, text)
        assert (found["d2.1"][0], found["d2.2"][0]) == (0.87, 0.9)
    assert read("som-update", given, by_key)[0] == {"d2.1": [0.87, 1.1], "d2.2": [0.9, 0.9]}


def test_units_of_the_question_may_stand_behind_a_number():
    found = draw(catalogue().problem("t-test"), "medium", {}, 1)
    unit = found.story.text.split("{xbar} ")[1].split(" ")[0].strip(".,")
    working = read_working(found, f"SE = 5.02 {unit}")
    assert working.handed["se"].read.value == 5.02


def test_an_equals_sign_in_the_brackets_of_a_name_and_a_title_without_its_symbol():
    given = {"v": "1,0", "W": "1;2", "a": "0,0", "b": "0", "u_h": "0.5", "u_v": "0.5,0.5"}
    text = "p(h=1|v) = σ(1) = 0.731\np(h = 1 | v') = 0.95\nprobabilities of the visible units = 0.73, 0.88"
    found, unmatched = read("rbm-gibbs", given, text)
    assert found == {"p_h": [0.731], "p_h_after": [0.95], "p_v": [0.73, 0.88]}
    assert unmatched == ()


def test_a_matrix_under_its_old_name_is_the_new_one_unless_it_is_copied():
    new = "W = [.72 .2 .88 .08; .6 .7 .4 .3]"
    for text in (new, "W = [0.3 0.5 0.7 0.2; 0.6 0.7 0.4 0.3]\n" + new):
        found, unmatched = read("som-update", SOM, text)
        assert found == {"W_new": [[0.72, 0.2, 0.88, 0.08], [0.6, 0.7, 0.4, 0.3]]}
        assert unmatched == ()


@pytest.mark.parametrize(
    "line, meant",
    [
        ("D(1) = 0.87", {"d2": [0.87, None]}),
        ("d2^2 = 1.1", {"d2": [None, 1.1]}),
        ("w1' = (0.72, 0.2, 0.88, 0.08)", {"W_new": [[0.72, 0.2, 0.88, 0.08], [None] * 4]}),
        ("w1 = (0.72, 0.2, 0.88, 0.08)", {"W_new": [[0.72, 0.2, 0.88, 0.08], [None] * 4]}),
        ("w = (0.72, 0.2, 0.88, 0.08)", {"w_new": [0.72, 0.2, 0.88, 0.08]}),
        ("w12 = 0.5 + 0.6(0 - 0.5) = 0.2", {"W_new": [[None, 0.2, None, None], [None] * 4]}),
    ],
)
def test_a_unit_may_be_named_by_its_number(line, meant):
    found, unmatched = read("som-update", SOM, line)
    assert (found, unmatched) == (meant, ())


def test_substitutions_are_kept_with_what_they_come_to():
    working = read_working(variant("t-test", T_TEST), "t = (42-44)/(6/√20) = -1.94")
    (set_up,) = working.handed["t"].set_ups
    assert set_up.value == pytest.approx(-1.4907119849998598)


def test_entries_with_their_set_ups_one_a_line():
    """A column divided by its maximum, entry by entry: the last one is right by chance, the method is not."""
    one = variant("min-max", {"data": "6, 13, 26"})
    marking = mark_working(one, "x'1 = 6/26 = 0.231\nx'2 = 13/26 = 0.5\nx'3 = 26/26 = 1")
    (scaled,) = (step for step in marking.steps if step.judged.handed)
    assert (scaled.verdict, scaled.marks[0]) == ("wrong", 0)
    assert scaled.cause.name == "divided_by_max"
