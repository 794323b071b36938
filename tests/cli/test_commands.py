import json
import subprocess
import sys

import pytest


def quizgen(*arguments, **how):
    return subprocess.run([sys.executable, "-m", "quizgen", *arguments], capture_output=True, text=True, **how)


def solved(*given):
    run = quizgen("solve", "t-test", *(f"--given={pair}" for pair in given), "--json")
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    return {step["name"]: step["value"] for step in found["steps"]} | found["answers"]


def test_the_notes_bulbs():
    found = solved("data=22,24,26,32,28,20,23,34,30,43", "mu0=28", "tail=greater")
    assert found["xbar"] == 28.2
    assert found["t"] == pytest.approx(0.09197090092274454, rel=1e-11)
    assert (round(found["t_crit"], 3), found["df"], found["decision"]) == (1.833, 9, "fail to reject H0")


@pytest.mark.parametrize(("divisor", "t"), [("n", -1.4529663145135578), ("n-1", -1.4907119849998598)])
def test_the_notes_twenty_values_under_both_divisors(divisor, t):
    found = solved("n=20", "xbar=42", "s=6", "mu0=44", "alpha=0.05", "tail=two", f"s_divisor={divisor}")
    assert found["t"] == pytest.approx(t, rel=1e-11)
    assert found["t_crit"] == pytest.approx(2.093024054408263, rel=1e-11)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "tttest"], "near it: t-test"),
        (["solve", "t-test", "--given", "n=20"], "mu0 (claimed mean)"),
        (["solve", "t-test", "--given", "data=1,1,1", "--given", "mu0=2"], "all values are alike"),
        (["solve", "t-test", "--given", "data=5", "--given", "mu0=2"], "at least 2 values"),
        (
            ["solve", "t-test", "--given", "n=1", "--given", "xbar=4", "--given", "s=2", "--given", "mu0=2"],
            "at least 2",
        ),
        (["solve", "t-test", "--given", "data=1,2,nan", "--given", "mu0=2"], "nan"),
        (["solve", "t-test", "--given", "data=1,2,4", "--given", "n=5", "--given", "mu0=2"], "contradicts"),
        (["solve", "t-test", "--given", "data=1,2,4", "--given", "xbar=5", "--given", "mu0=2"], "contradicts"),
        (["solve", "t-test", "--given", "q=1"], "no given 'q'"),
        (["check", "t-test", "--answer", "t=1"], "which variant"),
        (["check", "t-test", "--seed", "1", "--answer", "q=1"], "its steps are"),
        (["show", "t-test", "--seed", "-1"], "--seed"),
        (["show", "t-test", "--seed", "x"], "no whole number"),
        (["show", "t-test", "--convention", "s_divisor=7"], "none of n-1, n"),
        (["frobnicate"], "invalid choice"),
        (["show", "TTEST-22222-2222"], "wrong character"),
        (["show", "t-test", "--width", "3"], "too narrow"),
    ],
)
def test_unusable_input_is_refused_in_one_line(arguments, words):
    run = quizgen(*arguments)
    assert run.returncode == 2
    assert words in run.stderr
    assert run.stderr.count("\n") == 1
    assert run.stdout == ""


def test_a_column_of_a_file(tmp_path):
    (tmp_path / "x.csv").write_text("hours,grams\n1,22\n2,24\n3,26\n")
    run = quizgen("solve", "t-test", "--given", f"data=@{tmp_path}/x.csv:grams", "--given", "mu0=20", "--json")
    assert json.loads(run.stdout)["givens"]["data"] == [22, 24, 26]


def test_a_fault_in_a_file_is_placed(tmp_path):
    (tmp_path / "x.csv").write_text("".join(f"{k}\n" for k in range(6)) + "six\n")
    run = quizgen("solve", "t-test", "--given", f"data=@{tmp_path}/x.csv", "--given", "mu0=20")
    assert run.returncode == 2
    assert "row 7" in run.stderr


def test_an_id_brings_the_variant_back():
    found = json.loads(
        quizgen("show", "t-test", "--seed", "7", "--level", "hard", "--convention", "s_divisor=n", "--json").stdout
    )
    again = json.loads(quizgen("show", found["id"].lower().replace("-", ""), "--json").stdout)
    assert again == found


def test_check_follows_through_and_exits_with_one():
    run = quizgen("check", "t-test", "--seed", "1", "--answer", "se=24.6", "--answer", "t=.22", "--json")
    found = json.loads(run.stdout)
    assert run.returncode == 1
    assert found["first_error"] == "se"
    steps = {step["name"]: step for step in found["steps"]}
    assert steps["se"]["mistake"]["name"] == "forgot_root_n"
    assert (steps["t"]["verdict"], steps["t"]["marks"]) == ("follows", {"method": 1, "accuracy": 1})


def test_version_and_help():
    assert quizgen("--version").stdout.startswith("quizgen ")
    assert "--seed" in quizgen("show", "--help").stdout


def test_output_in_an_ascii_terminal():
    run = quizgen("show", "t-test", "--seed", "1", "--solution", env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    assert run.returncode == 0
    assert run.stdout.isascii()
