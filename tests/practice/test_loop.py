import subprocess
import sys

import pytest


def practice(typed, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "quizgen", "practice", *arguments], input=typed, capture_output=True, text=True
    )


def test_a_session_through_pipes():
    run = practice("1.10\n1.714\nkeep\nq\n", "t-test", "--seed", "1")
    assert run.returncode == 0
    assert "8 of 8 marks" in run.stdout
    assert "1 worked, 0 skipped" in run.stdout


def test_hints_come_one_by_one_and_a_step_on_request():
    run = practice("?\n?\n??\ns\nq\n", "t-test", "--seed", "1")
    assert "Hint: The sample is small" in run.stdout
    assert "Standard error of the mean" in run.stdout
    assert "0 worked, 1 skipped" in run.stdout


def test_answers_in_any_order_and_blanks():
    run = practice("decision = keep\n1.10\n\n\nq\n", "t-test", "--seed", "1")
    assert "✓ Decision = keep  right" in run.stdout
    assert "✓ t = 1.10  right" in run.stdout


def test_nothing_right_is_given_away_before_it_is_asked_for():
    run = practice("7\nq\n", "t-test", "--seed", "1")
    assert "1.10" not in run.stdout
    assert "fail to reject" not in run.stdout


def test_what_cannot_be_read_is_asked_again():
    run = practice("1..2\n1.10\n1.714\nkeep\nq\n", "t-test", "--seed", "1")
    assert "where the end is expected" in run.stdout
    assert "8 of 8 marks" in run.stdout


@pytest.mark.parametrize("width", ["40", "60", "120"])
def test_lines_keep_to_the_width(width):
    run = practice("?\n1\n2\nkeep\nq\n", "t-test", "--seed", "1", "--width", width)
    assert max(map(len, run.stdout.splitlines())) <= int(width)


def test_the_end_of_input_leaves_with_a_summary():
    run = practice("", "t-test", "--seed", "1")
    assert run.returncode == 0
    assert "0 worked" in run.stdout
