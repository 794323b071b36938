"""Both signs of a critical value are right where both are taught."""

import pytest

from quizgen.catalogue import catalogue
from quizgen.marking import mark_answers, mark_working
from quizgen.variant import solve


def marked(tail, *answers):
    given = {"n": "20", "xbar": "40", "s": "6", "mu0": "44", "tail": tail}
    marking = mark_answers(solve(catalogue().problem("t-test"), given, {}), answers)
    return {step.judged.step.key: step for step in marking.steps}


@pytest.mark.parametrize(
    ("tail", "text", "verdict"),
    [
        ("two", "2.093", "right"),
        ("two", "-2.093", "right"),
        ("two", "±2.093", "right"),
        ("two", "-2.093 and 2.093", "right"),
        ("two", "±1.729", "wrong"),
        ("less", "-1.729", "right"),
        ("less", "1.729", "right"),
        ("less", "-2.093", "wrong"),
        ("greater", "1.729", "right"),
        ("greater", "-1.729", "wrong"),
        ("greater", "±1.729", "unreadable"),
    ],
)
def test_the_sign_of_a_critical_value(tail, text, verdict):
    assert marked(tail, ("t_crit", text))["t_crit"].verdict == verdict


@pytest.mark.parametrize("sign", ["", "-"])
def test_what_follows_does_not_depend_on_the_sign(sign):
    steps = marked("less", ("t_crit", f"{sign}4.5"), ("decision", "fail to reject"))
    assert (steps["t_crit"].verdict, steps["decision"].verdict) == ("wrong", "follows")


@pytest.mark.parametrize("sign", ["", "-", "±"])
def test_a_mistake_is_named_whatever_the_sign(sign):
    assert marked("two", ("t_crit", f"{sign}1.7291"))["t_crit"].cause.name == "wrong_tail_critical"


@pytest.mark.parametrize("line", ["critical value: ±2.093", "t_crit = -2.093 and 2.093", "t crit: +-2.093"])
def test_both_signs_in_a_working(line):
    given = {"n": "20", "xbar": "40", "s": "6", "mu0": "44", "tail": "two"}
    marking = mark_working(solve(catalogue().problem("t-test"), given, {}), line)
    assert marking.unmatched == ()
    assert {step.verdict for step in marking.steps if step.judged.handed} == {"right"}
