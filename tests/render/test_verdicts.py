import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.marking import mark_answers
from quizgen.render.text import TextRenderer
from quizgen.render.verdicts import verdicts

PROBLEMS = catalogue()


def said(slug, answers, width=200, **how):
    variant = draw(PROBLEMS.problem(slug), "medium", {}, 1)
    return list(verdicts(mark_answers(variant, answers), TextRenderer(width, **how)))


def test_what_is_right_comes_before_what_is_wrong():
    lines = said("t-test", [("se", "24.6"), ("t", ".22"), ("t_crit", "1.714"), ("decision", "keep")])
    assert [line[0] for line in lines[:4]] == ["✓", "✓", "✗", "→"]
    assert lines[0] == "✓ t_crit = 1.714: right"
    assert lines[2].startswith("✗ SE = 24.6: not right. This is s itself;")
    assert lines[3] == "→ t = .22: follows from your earlier value"
    assert lines[4] == "6 of 8 marks"


def test_marks_in_ascii():
    lines = said("t-test", [("se", "24.6"), ("t", ".22"), ("t_crit", "1.7")], ascii_only=True)
    assert [line.split(" ")[0] for line in lines[:3]] == ["~", "x", "->"]


def test_each_entry_of_a_list_is_judged_in_words():
    lines = said("som-update", [("d2", "1.9300, 1.2345"), ("winner", "1")])
    assert lines[0].startswith("✗ d² = 1.9300, 1.2345: [1] right; [2] not right. ")


def test_a_matrix_names_rows_and_columns():
    lines = said("som-update", [("W_new", "[.3,.4,.8,.2;.64,.45,.81,7]")])
    assert "[2][3] right; [2][4] not right" in lines[0]


def test_what_was_left_blank_is_named():
    assert "Left blank: t_crit, Decision" in said("t-test", [("t", "1.10")])


def test_every_verdict_has_a_word_as_well_as_its_color():
    for width in (20, 78):
        plain = said("t-test", [("se", "24.6"), ("t", ".22"), ("t_crit", "1.714")], width)
        colored = said("t-test", [("se", "24.6"), ("t", ".22"), ("t_crit", "1.714")], width, color=True)
        assert "\x1b[32m✓\x1b[0m" in colored[0]
        assert any("\x1b[31m✗\x1b[0m" in line for line in colored)
        assert len(plain) == len(colored)


@pytest.mark.parametrize("typed", ["\x1b[31m1\x07", "1\u202e2", "\x9b2J1", "1\x00"])
def test_nothing_that_was_typed_steers_the_terminal(typed):
    lines = said("t-test", [("t", typed)])
    assert all(sign.isprintable() for line in lines for sign in line)


def test_long_answers_are_shortened():
    assert max(map(len, said("t-test", [("t", "1" * 300)]))) < 200
