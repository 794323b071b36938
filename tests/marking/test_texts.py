"""Answers in words, and vectors whose sign is free, on problems made for it."""

from itertools import pairwise

import pytest

from quizgen.answers.groups import read_groups
from quizgen.authoring import Index, Level, Mistake, Problem, Text, Vector
from quizgen.marking import mark_answers
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
