"""Givens that are labels: words or numbers, typed in any of the ways in which lists are typed."""

import pytest

from quizgen.authoring import Label, Labels, Level, Problem
from quizgen.errors import QuizgenError
from quizgen.variant import solve


def how_many(labels, positive):
    return labels.count(positive)


class Count(Problem):
    slug, topic, title = "count-labels", "test", "Count"
    labels = Labels("labels", fewest=2, series=True)
    positive = Label("positive class", default=1)
    answers = "count"
    levels = {"easy": Level("count")}
    stories = ("How many of {labels} are {positive}? Give {ask}.",)
    nudge = "Count."

    def work(self, w):
        w.procedure("count", how_many, "labels positive", "Count", places=0)


@pytest.mark.parametrize(
    ("labels", "positive", "count"),
    [
        ("spam, ham, spam", "spam", 2),
        ("[spam; ham; spam]", "ham", 1),
        ("spam ham very", "'spam'", 1),
        ("not spam, spam, not spam", "not spam", 2),
        ("1, 0, 1, 1", "0", 1),
        ("1 0 1 1", None, 3),
        ("1.0, 0, 1", "1", 2),
        ("a, 1, b", "1", 1),
    ],
)
def test_labels_are_words_or_numbers(labels, positive, count):
    given = {"labels": labels} | ({"positive": positive} if positive else {})
    assert solve(Count(), given, {}).tape["count"] == count


@pytest.mark.parametrize(("labels", "words"), [("spam", "at least 2 values"), ("[]", "no words")])
def test_too_few_labels_are_refused(labels, words):
    with pytest.raises(QuizgenError, match=words):
        solve(Count(), {"labels": labels}, {})
