import os
import re
import signal
import subprocess
import sys
import time

import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.practice.loop import Session
from quizgen.render.text import TextRenderer
from quizgen.solution import worked
from quizgen.writing import posed

PRACTICE = [sys.executable, "-m", "quizgen", "practice"]
PROBLEMS = catalogue()


def practice(typed, *arguments, **how):
    return subprocess.run([*PRACTICE, *arguments], input=typed, capture_output=True, text=True, **how)


def session(typed, slug="t-test", width=78, seeds=(1, 2), **how):
    """What is said, line by line, and the session, when these lines are typed and then the input ends."""
    said, waiting = [], list(typed)

    def read(prompt):
        said.append(prompt)
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    held = Session(read, said.extend, TextRenderer(width, **how))
    held.run(draw(PROBLEMS.problem(slug), "medium", {}, seed) for seed in seeds)
    return said, held


def test_a_session_through_pipes():
    run = practice("1.10\n1.714\nkeep\nq\n", "t-test", "--seed", "1")
    assert run.returncode == 0
    assert "8 of 8 marks" in run.stdout
    assert "1 worked, 0 skipped" in run.stdout


def test_hints_come_one_by_one_and_a_step_on_request():
    said, _ = session(["?", "?", "??", "??", "?", "?", "s"])
    text = "\n".join(said)
    places = [
        text.index(words)
        for words in (
            "Hint 1: The sample is small",
            "Hint 2: SE = s/√n",
            "1  Standard error of the mean",
            "2  Degrees of freedom",
            "Hint 3: SE = 24.6/√24 = …",
            "No more hints",
        )
    ]
    assert places == sorted(places)
    assert "1.10" not in text


def test_after_the_last_step_there_is_none():
    said, _ = session(["??"] * 6)
    assert said[-4:].count("That was the last step.") == 1


def test_answers_in_any_order_and_blanks():
    said, held = session(["decision = keep", "1.10", "", "q"])
    assert "✓ Line 1, decision = keep: right" in said
    assert "✓ t = 1.10: right" in said
    assert "  Noted: Decision." in said
    assert "Left blank: t_crit" in said
    assert [result.earned for result in held.results] == [8]


def test_a_later_answer_replaces_an_earlier_one():
    said, _ = session(["7", "t = 1.10", "1.714", "keep"])
    assert "✓ Line 1, t = 1.10: right" in said


def entries(shown):
    return [text for entry in shown for text in entries(entry)] if isinstance(shown, list) else [str(shown)]


@pytest.mark.parametrize("slug", sorted(PROBLEMS.paths))
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_right_is_given_away_before_it_is_asked_for(slug, seed):
    variant = draw(PROBLEMS.problem(slug), "medium", {}, seed)
    answers = [text for line in worked(variant) if line.step.key in variant.asked for text in entries(line.shown)]
    asked = " ".join(TextRenderer().question(posed(variant)))
    long = [text for text in answers if len(text) >= 4 and text not in asked]
    if not long:
        pytest.skip("its answers are short, or words that the question says")
    said, _ = session(["?", "?", "?", "what = 3", "x", "..", "?"], slug, seeds=(seed,))
    told = set(re.findall(r"[\w.]+", "\n".join(said)))
    assert not told.intersection(long)


def test_what_cannot_be_read_is_asked_again():
    said, held = session(["1..2", "1.10", "1.714", "keep"])
    assert any("where the end is expected" in line for line in said)
    assert held.results[0].earned == 8


def test_an_unknown_name_is_answered_with_those_there_are():
    said, _ = session(["tt = 3"])
    assert any("se, df, t, t_crit" in line for line in said)


def test_a_skipped_problem_leads_to_the_next_without_a_pause():
    said, held = session(["s", "S"])
    assert [result.earned for result in held.results] == [None, None]
    assert not any(line.startswith("Next") for line in said)
    assert said[-3] == "0 worked, 2 skipped"


def test_the_pause_stands_between_problems_only():
    said, _ = session(["1", "2", "keep"] * 3, seeds=(1,))
    assert not any(line.startswith("Next") for line in said)
    said, held = session(["1", "2", "keep", "", "1", "2", "keep"])
    assert sum(line.startswith("Next") for line in said) == 1
    assert len(held.results) == 2


@pytest.mark.parametrize("word", ["q", "Q", "quit", "exit"])
def test_leaving(word):
    said, held = session([word])
    assert held.results == []
    assert said[-1] == "0 worked, 0 skipped"


def test_what_was_answered_before_leaving_is_kept():
    said, held = session(["1.10", "q"])
    assert [(result.earned, result.finished) for result in held.results] == [(4, False)]
    assert "0 worked, 0 skipped, 1 left unfinished" in said
    assert not any("Worked solution" in line for line in said)


def test_an_interrupt_brings_the_summary_and_goes_on():
    said = []

    def read(prompt):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Session(read, said.extend, TextRenderer()).run([draw(PROBLEMS.problem("t-test"), "medium", {}, 1)])
    assert said[-1] == "0 worked, 0 skipped"


def test_an_interrupted_process_exits_with_130():
    run = subprocess.Popen(
        [*PRACTICE, "t-test", "--seed", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    run.stdin.write("1.10\n")
    run.stdin.flush()
    output = ""
    while "t_crit   > " not in output:
        output += os.read(run.stdout.fileno(), 65536).decode()
    time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    rest, _ = run.communicate(timeout=20)
    assert run.returncode == 130
    assert "1 left unfinished" in rest


@pytest.mark.parametrize("slug", sorted(PROBLEMS.paths))
@pytest.mark.parametrize("width", [40, 60, 120])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_lines_keep_to_the_width(slug, width, ascii_only):
    asked = draw(PROBLEMS.problem(slug), "medium", {}, 1).asked
    said, _ = session(
        ["?", "?", "?", "??", *("1" for _ in asked), *("" for _ in asked)], slug, width, ascii_only=ascii_only
    )
    assert max(map(len, said)) <= width + 3
    assert not ascii_only or "".join(said).isascii()


def test_the_end_of_input_leaves_with_a_summary():
    run = practice("", "t-test", "--seed", "1")
    assert run.returncode == 0
    assert run.stdout.endswith("0 worked, 0 skipped\n")


HOSTILE = [
    b"\xff\xfe\n\x00\n",
    b"\x1b[2J\x1b]0;x\x07\n",
    b"\xe2\x80\xae1\n",
    b"9" * 100_000 + b"\n",
    b"x" * 100_000 + b"=1\n",
    b"[" * 300 + b"\n",
    b"\xe2\x80\xae\x1b[0m=\x1b[31m\n",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_input_is_neither_echoed_raw_nor_fatal(typed):
    run = subprocess.run([*PRACTICE, "t-test", "--seed", "1"], input=typed, capture_output=True)
    assert run.returncode == 0
    assert run.stderr == b""
    assert len(run.stdout) < 10_000
    assert all(sign.isprintable() or sign == "\n" for sign in run.stdout.decode())


def test_a_count_ends_the_session():
    run = practice("s\ns\n", "t-test", "z-score", "--seed", "1", "--count", "2")
    assert "0 worked, 2 skipped" in run.stdout
    assert "Standardization" in run.stdout


def test_no_standard_input_at_all():
    run = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *PRACTICE, "t-test", "--seed", "1"], capture_output=True, text=True
    )
    assert run.returncode == 0
    assert "0 worked" in run.stdout


def test_working_is_taken_at_any_prompt():
    lines = ["SE = 24.6/24 = 1.025", "t = (436.5-431)/1.025 = 5.37", "df 23, critical value 1.714", "reject H0"]
    said, held = session([*lines, "w"])
    assert any(
        line.startswith("✗ Line 1, SE = 24.6/24 = 1.025: not right, and the first to go wrong.") for line in said
    )
    assert any(line.startswith("→ Line 2, t = (436.5-431)/1.025 = 5.37: follows") for line in said)
    assert held.results[0].earned == 6


def test_a_second_try_is_offered_before_the_solution():
    said, held = session(["SE = 24.6/24 = 1.025", "t = 5.37", "1.714", "reject", "", "5.02", "1.10", "keep", "q"])
    text = "\n".join(said)
    assert text.index("6 of 8 marks") < text.index("8 of 8 marks") < text.index("Worked solution")
    assert held.results[0].earned == 6


def test_hints_go_on_behind_the_last_right_line():
    said, _ = session(["se = 5.02", "df = 23", "?", "?", "?", "??"])
    text = "\n".join(said)
    assert text.index("Hint 1: Next: test statistic.") < text.index("Hint 2: t = ") < text.index("3  Test statistic")
