"""Answers of another shape than is asked: a declared mistake that gives one is named, and what follows from it follows."""

import pytest

from quizgen.authoring import Index, Level, Mistake, Problem, Vector, Whole
from quizgen.catalogue import catalogue
from quizgen.marking import mark_answers
from quizgen.mistakes import differs
from quizgen.solution import worked
from quizgen.variant import solve


class Windows(Problem):
    slug, topic, title = "windows", "test", "Sums of windows"
    x = Vector("values")
    k = Whole("window", least=1)
    i, j, m = Index(upto="min(size, count(x))"), Index(upto="k"), Index("y")
    answers = "size y z"
    levels = {"medium": Level("y z")}
    stories = ("Slide a window of {k} over {x}: {ask}.",)
    nudge = "Begin at the left."

    def work(self, w):
        w.step("size", "count(x) - k + 1", "Size", places=0)
        w.step("y[i]", "sum(x[i + j - 1], j)", "Sums", places=0)
        w.step("z[m]", "2*y[m]", "Doubled", places=0)

    mistakes = (
        Mistake("windows_apart", "The window moves by one.", size="floor(count(x)/k)", y="sum(x[(i - 1)*k + j], j)"),
    )


def marked(answers):
    marking = mark_answers(solve(Windows(), {"x": "1, 2, 4, 8", "k": "2"}, {}), answers)
    return {step.judged.step.key: step for step in marking.steps if step.judged.handed}


@pytest.mark.parametrize("answers", [[("y", "3, 12")], [("size", "2"), ("y", "3, 12")]])
def test_a_mistake_that_gives_another_shape_is_named(answers):
    steps = marked(answers)
    first = steps[answers[0][0]]
    assert (first.verdict, first.cause.name) == ("wrong", "windows_apart")
    assert all(step.cause.name == "windows_apart" for step in steps.values())


def test_what_follows_from_another_shape_follows():
    steps = marked([("y", "3, 12"), ("z", "6, 24")])
    assert (steps["y"].verdict, steps["z"].verdict) == ("wrong", "follows")


def test_an_answer_may_be_longer_than_what_follows():
    steps = marked([("size", "2"), ("y", "3, 7, 12")])
    assert steps["y"].judged.components == ["right", "wrong", "right"]


def test_in_a_line_not_handed_in():
    step = marked([("z", "6, 24")])["z"]
    assert (step.verdict, step.cause.name, step.cause.elsewhere) == ("wrong", "windows_apart", "size")


@pytest.mark.parametrize("text", ["3, 13", "3", "3, 6, 12, 0"])
def test_any_other_shape_is_not_read(text):
    step = marked([("y", text)])["y"]
    assert step.verdict == "unreadable" and step.cause is None and "y has 3 entries" in step.why
    assert marked([("y", text), ("z", "6, 12, 24")])["z"].verdict == "right"


def test_values_of_other_lengths_differ():
    assert differs([1, 2], [1, 2, 3], 0) and differs([[1], [2]], [[1]], 0)


class Doubled(Problem):
    slug, topic, title = "doubled", "test", "Doubled"
    x = Vector("values")
    i = Index("x")
    answers = "y total"
    levels = {"medium": Level("y total")}
    stories = ("Double {x}: {ask}.",)
    nudge = "Times two."

    def work(self, w):
        w.step("y[i]", "2*x[i]", "Doubled", places=0)
        w.step("total", "sum(y[i], i)", "Total", places=0)


@pytest.mark.parametrize(
    ("x", "y", "total", "shown"), [("1, 2", [2, 4], 6, "6"), ("1.25, 2.5", [2.5, 5], 7.5, "7.5000")]
)
def test_whole_numbers_are_whole_and_others_are_not_made_so(x, y, total, shown):
    variant = solve(Doubled(), {"x": x}, {})
    assert (variant.tape["y"], variant.tape["total"]) == (y, total)
    assert all(isinstance(entry, int) == (entry == int(entry)) for entry in [*variant.tape["y"], variant.tape["total"]])
    assert worked(variant)[-1].shown == shown
    assert mark_answers(variant, [("y", x.replace("1", "0")), ("total", shown)]).steps[1].verdict == "right"


@pytest.mark.parametrize("text", ["7×7×3", "7 x 7 x 3", "(7 × 7 × 3)", "7 by 7 by 3", "(7, 7, 3)"])
def test_sizes_as_on_paper(text):
    givens = {"n": "9", "k": "3", "p": "0", "s": "1", "filters": "3"}
    marking = mark_answers(solve(catalogue().problem("conv-output-size"), givens, {}), [("volume", text)])
    assert [step.verdict for step in marking.steps if step.judged.handed] == ["right"]
