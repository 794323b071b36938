"""Whole processes: exit codes, closed and full streams, broken pipes, interrupts, tracebacks."""

import os
import signal
import subprocess
import sys

import pytest

QUIZGEN = [sys.executable, "-m", "quizgen"]
posix = pytest.mark.skipif(os.name != "posix", reason="file descriptors and signals as on Unix")


def quizgen(*arguments, **how):
    return subprocess.run([*QUIZGEN, *arguments], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **how)


def shell(line, **how):
    command = line.replace("quizgen", f'"{sys.executable}" -m quizgen')
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, **how)


@posix
@pytest.mark.parametrize("line", ["list", "show t-test --seed 1 --solution", "list --help", "--help", "--version"])
def test_a_full_disk_and_a_closed_output_are_said_in_one_line(line):
    for target in (">/dev/full", ">&-"):
        run = shell(f"quizgen {line} {target}")
        assert run.returncode == 3, (line, target)
        assert run.stderr.count("\n") == 1
        assert run.stderr.startswith("quizgen: ")


@posix
def test_other_closed_streams(tmp_path):
    assert shell("quizgen practice t-test --seed 1 <&-").returncode == 0
    assert shell("quizgen show nothing 2>&-").stdout == ""
    assert shell("quizgen show nothing 2>&-").returncode == 2
    assert shell(f"quizgen sheet t-test -o {tmp_path}/s.md >&- <&-").returncode == 0


@posix
def test_a_broken_pipe_is_no_error():
    run = shell("set -o pipefail; quizgen show t-test --seed 1 --count 1000 --json | head -1")
    assert (run.returncode, run.stderr, run.stdout.count("\n")) == (0, "", 1)
    run = shell("set -o pipefail; quizgen list | true")
    assert (run.returncode, run.stderr) == (0, "")


@posix
def test_an_interrupt_leaves_with_130():
    command = [*QUIZGEN, "show", "t-test", "--count", "100000", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, error = process.communicate()
    assert (process.returncode, error) == (130, "")


def test_a_traceback_is_shown_with_debug_alone(tmp_path):
    assert quizgen("show", "nothing").stderr.count("\n") == 1
    run = quizgen("--debug", "show", "nothing")
    assert run.returncode == 2
    assert "Traceback" in run.stderr
    (tmp_path / "topic").mkdir()
    (tmp_path / "topic" / "broken.py").write_text("1/0")
    run = quizgen("show", "broken", "--problems", str(tmp_path))
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "broken.py:1: ZeroDivisionError" in run.stderr


def test_a_fault_of_the_program_is_one_line_too(run, monkeypatch):
    monkeypatch.setattr("quizgen.cli.list._topics", lambda *_: 1 / 0)
    done = run("list")
    assert (done.code, done.out) == (3, "")
    assert done.err == "quizgen: internal error, ZeroDivisionError: division by zero; --debug shows where\n"
    assert "Traceback" in run("list --debug").err


def test_a_file_that_cannot_be_written_is_left_whole(tmp_path):
    (tmp_path / "x.md").mkdir()
    for path in (f"{tmp_path}/x.md", f"{tmp_path}/none/x.md"):
        run = quizgen("show", "t-test", "-o", path)
        assert (run.returncode, run.stderr.count("\n")) == (3, 1)
    assert os.listdir(tmp_path) == ["x.md"]


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}, {"TERM": "dumb"}])
def test_poor_terminals(settings):
    run = quizgen("show", "t-test", "--seed", "1", "--solution", env=os.environ | settings, stdout=subprocess.PIPE)
    assert (run.returncode, run.stderr) == (0, "")
