"""Rounds over givens that have an entry each, or one for all."""

import pytest

from quizgen.authoring import Level, Problem, Vector, Whole
from quizgen.errors import ImpossibleData
from quizgen.variant import solve
from quizgen.writing import stem
from quizgen.writing.words import in_words


class Growth(Problem):
    slug, topic, title = "growth", "test", "Growth"
    n = Whole("size")
    f = Vector("factor", flat=True, series=True)
    a = Vector("addend", flat=True, series=True, whole=True)
    answers = "out"
    impossible = {"out < 0": "it cannot shrink to nothing"}
    levels = {"medium": Level("out")}
    stories = ("Grow {n} by the factor {f} and then by {a}.",)
    nudge = "Times, then plus."

    def work(self, w):
        for _ in w.rounds("f a", "Year", each=True, n="out"):
            w.step("out", "f*n + a", "Size", places=0)


@pytest.mark.parametrize(
    ("f", "a", "tape"),
    [
        ("2", "1", {"out": 7}),
        ("2, 3", "1, 2", {"out.1": 7, "out.2": 23}),
        ("2, 3", "1", {"out.1": 7, "out.2": 22}),
        ("2", "1; 2; 0", {"out.1": 7, "out.2": 16, "out.3": 32}),
    ],
)
def test_each_round_has_its_entry_or_the_one_of_all(f, a, tape):
    found = solve(Growth(), {"n": "3", "f": f, "a": a}, {})
    assert {key: found.tape[key] for key in found.asked} == tape


def test_givens_for_different_rounds_are_refused():
    with pytest.raises(ImpossibleData, match="f is given for 3 rounds, a for 2"):
        solve(Growth(), {"n": "3", "f": "1, 2, 3", "a": "1, 2"}, {})


def test_one_number_and_several_are_told():
    told = [
        "".join(
            part if isinstance(part, str) else in_words(Growth(), "$" + str(getattr(part.node, "text", "")) + "$")
            for part in stem(solve(Growth(), {"n": "3", "f": f, "a": "1"}, {}).replace(story=Growth.told[0]))
        )
        for f in ("2", "2, 3")
    ]
    assert [text.partition(" and")[0] for text in told] == ["Grow 3 by the factor 2", "Grow 3 by the factor 2, 3"]


def test_entries_that_must_be_whole():
    with pytest.raises(ImpossibleData, match=r"a: value 2: addend must be a whole number, got 1\.5"):
        solve(Growth(), {"n": "3", "f": "2", "a": "1, 1.5"}, {})


def test_what_is_impossible_in_any_round_is_refused():
    with pytest.raises(ImpossibleData, match="it cannot shrink to nothing"):
        solve(Growth(), {"n": "3", "f": "2", "a": "-9, 20"}, {})


class Prepared(Problem):
    slug, topic, title = "prepared", "test", "Growth with a start"
    n = Whole("size")
    f = Vector("factor", flat=True, series=True)
    answers = "out"
    impossible = {"f > 2 and start > 3": "too fast"}
    levels = {"medium": Level("out")}
    stories = ("Grow {n} by the factor {f}.",)
    nudge = "One more, then times and plus."

    def work(self, w):
        w.step("start", "n + 1", "Size at the start", places=0)
        for _ in w.rounds("f", "Year", each=True, n="out"):
            w.step("out", "f*n + start", "Size", places=0)


def test_conditions_hold_in_rounds_where_steps_stand_before_them():
    assert solve(Prepared(), {"n": "3", "f": "2, 2"}, {}).tape["out.2"] == 24
    with pytest.raises(ImpossibleData, match="too fast"):
        solve(Prepared(), {"n": "3", "f": "2, 3"}, {})
