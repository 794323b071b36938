"""Answers in words and expressions, and vectors whose sign is free, on problems made for it."""

from itertools import pairwise

import pytest

from quizgen.answers.groups import read_groups
from quizgen.authoring import Convention, Index, Level, Mistake, Number, Problem, Text, Vector
from quizgen.marking import mark_answers, mark_working
from quizgen.variant import solve


def pairs(words):
    return [[one, other] for one, other in pairwise(words)]


def pairs_of_all(words):
    return [[one, other] for at, one in enumerate(words) for other in words[at + 1 :]]


class Bigrams(Problem):
    slug, topic, title = "pairs-of-words", "test", "Pairs"
    words = Text("words")
    answers = "pairs count"
    levels = {"medium": Level("pairs count")}
    stories = ("Say the pairs of {words}: {ask}.",)
    nudge = "Neighbors."

    def work(self, w):
        w.procedure("pairs", pairs, "words", "Pairs", text=True, unordered=True)
        w.step("count", "count(pairs)", "How many", places=0)

    mistakes = (Mistake("all_pairs", "Only neighbors make a pair.", pairs=pairs_of_all),)


class Direction(Problem):
    slug, topic, title = "direction", "test", "Direction"
    a = Vector("vector")
    i = Index("a")
    answers = "v z"
    levels = {"medium": Level("v z")}
    stories = ("Find the direction of {a}: {ask}.",)
    nudge = "Divide by the length."

    def work(self, w):
        w.step("length", "sqrt(sum(a[i]**2, i))", "Length")
        w.step("v[i]", "a[i]/length", "Direction", signless="vector")
        w.step("z", "3*v[1]", "Score")


def verdicts(problem, given, answers):
    marking = mark_answers(solve(problem(), given, {}), answers)
    return {step.judged.step.key: step for step in marking.steps if step.judged.handed}


@pytest.mark.parametrize(
    "text",
    [
        "red green, green blue",
        "(red, green), (green, blue)",
        "[(green, blue), (red, green)]",
        "Red Green; green BLUE",
        "red→green, green→blue",
    ],
)
def test_pairs_in_any_order_and_layout(text):
    assert verdicts(Bigrams, {"words": "red, green, blue"}, [("pairs", text)])["pairs"].verdict == "right"


def test_what_follows_from_wrong_pairs_and_the_mistake_behind_them():
    steps = verdicts(
        Bigrams, {"words": "red, green, blue"}, [("pairs", "red green, red blue, green blue"), ("count", "3")]
    )
    assert (steps["pairs"].verdict, steps["pairs"].cause.name) == ("wrong", "all_pairs")
    assert steps["count"].verdict == "follows"


@pytest.mark.parametrize("sign", [1, -1])
def test_a_direction_is_right_up_to_its_sign_and_what_follows_from_it_too(sign):
    steps = verdicts(Direction, {"a": "3, 4"}, [("v", f"{0.6 * sign}, {0.8 * sign}"), ("z", f"{1.8 * sign:.4f}")])
    assert [step.verdict for step in steps.values()] == ["right", "right"]


def test_a_wrong_direction_is_wrong():
    assert verdicts(Direction, {"a": "3, 4"}, [("v", "0.8, 0.6")])["v"].verdict == "wrong"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("castle king land", (("castle",), ("king",), ("land",))),
        ("[castle, king]", (("castle",), ("king",))),
        ("tall king\nking rules", (("tall", "king"), ("king", "rules"))),
        ("(the, sat) -> cat, (cat, on) -> sat", (("the", "sat", "cat"), ("cat", "on", "sat"))),
    ],
)
def test_items(text, items):
    assert read_groups(text) == items


class Slope(Problem):
    slug, topic, title = "slope", "test", "Slope"
    y_out = Number("output")
    answers = "slope"
    levels = {"medium": Level("slope")}
    stories = ("The unit gives {y_out}. Give its slope.",)
    nudge = "s(1 - s)."
    activation = Convention("sigmoid", "tanh")

    def work(self, w):
        w.expression("slope", {"sigmoid": "y_out*(1 - y_out)", "tanh": "1 - y_out**2"}, "Slope", by="activation")

    mistakes = (Mistake("turned", "It is y(1 - y).", slope="y_out*(y_out - 1)"),)


@pytest.mark.parametrize(
    ("text", "verdict", "cause"),
    [
        ("y_out(1 - y_out)", "right", None),
        ("y_out - y_out^2", "right", None),
        ("y_out - y_out²", "right", None),
        ("-y_out*(y_out-1)", "right", None),
        ("y_out(y_out - 1)", "wrong", "turned"),
        ("1 - y_out^2", "other-convention", "activation=tanh"),
        ("y_out", "wrong", None),
        ("z(1 - z)", "unreadable", None),
        ("__import__('os')", "unreadable", None),
        ("y_out**y_out**9**9**9", "wrong", None),
    ],
)
def test_expressions_are_compared_by_value(text, verdict, cause):
    step = verdicts(Slope, {"y_out": "0.3"}, [("slope", text)])["slope"]
    assert (step.verdict, step.cause and step.cause.name) == (verdict, cause)


@pytest.mark.parametrize("line", ["slope(3) = 0.21", "slope = 0.3*0.7 = 0.21"])
def test_an_expression_with_numbers_behind_it_is_marked(line):
    marking = mark_working(solve(Slope(), {"y_out": "0.3"}, {}), f"slope = y_out(y_out - 1)\n{line}")
    assert [step.verdict for step in marking.steps] == ["wrong"]
