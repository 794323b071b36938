import os
import subprocess
import sys

import pytest

from quizgen.cli import terminal

SHOW = [sys.executable, "-m", "quizgen", "show", "t-test", "--seed", "1"]


def show(*arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "TERM")}
    run = subprocess.run([*SHOW, *arguments], capture_output=True, env=kept | environment)
    assert (run.returncode, run.stderr) == (0, b"")
    return run.stdout


def in_terminal(columns, arguments, typed=b"", **environment):
    """What a command writes to a terminal of so many columns."""
    pty, fcntl, termios, struct = (pytest.importorskip(name) for name in ("pty", "fcntl", "termios", "struct"))
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    how = {"stdin": theirs, "stdout": theirs, "stderr": theirs, "env": kept | {"TERM": "xterm"} | environment}
    with subprocess.Popen([sys.executable, "-m", "quizgen", *arguments], start_new_session=True, **how) as run:
        os.close(theirs)
        os.write(ours, typed)
        found = b""
        try:
            while part := os.read(ours, 65536):
                found += part
        except OSError:
            pass
    os.close(ours)
    return run.returncode, found.decode()


def widest(output):
    return max(map(len, output.decode().splitlines()))


def test_the_width_of_a_pipe_is_fixed():
    assert widest(show()) == 78


@pytest.mark.parametrize(("columns", "width"), [("41", 40), ("61", 60), ("400", 100), ("3", 20)])
def test_columns_give_the_width(columns, width):
    assert widest(show(COLUMNS=columns)) == width


@pytest.mark.parametrize("columns", ["", "0", "x", "-4", "²"])
def test_columns_that_say_nothing(columns):
    assert widest(show(COLUMNS=columns)) == 78


def test_a_width_that_is_asked_for_wins():
    assert widest(show("--width", "120", COLUMNS="40")) == 120


def test_the_width_of_a_terminal():
    code, output = in_terminal(50, ["show", "t-test", "--seed", "1", "--no-color"])
    assert code == 0
    assert widest(output.replace("\r", "").encode()) == 49


def test_a_terminal_that_does_not_know_its_width():
    _, output = in_terminal(0, ["show", "t-test", "--seed", "1", "--no-color"])
    assert widest(output.replace("\r", "").encode()) == 78


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, False),
        (["--color"], {}, True),
        (["--color"], {"NO_COLOR": "1"}, True),
        (["--color", "--plain"], {}, False),
    ],
)
def test_color_in_a_pipe(arguments, environment, colored):
    assert (b"\x1b[" in show(*arguments, **environment)) is colored


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": ""}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--no-color"], {}, False),
    ],
)
def test_color_in_a_terminal(arguments, environment, colored):
    _, output = in_terminal(80, ["show", "t-test", "--seed", "1", *arguments], **environment)
    assert ("\x1b[" in output) is colored


def test_practice_in_a_terminal_takes_lines_with_its_keys():
    code, output = in_terminal(80, ["practice", "t-test", "--seed", "1", "--no-color"], b"1.1x\x7f0\r1.714\rkeep\rq\r")
    assert code == 0
    assert "✓ t = 1.10: right" in output
    assert "8 of 8 marks" in output


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437"])
@pytest.mark.parametrize("command", ["show", "practice", "list", "check"])
def test_no_encoding_is_too_small(encoding, command):
    rest = {"show": ["--solution"], "practice": [], "list": [], "check": ["--answer", "se=24.6"]}[command]
    what = [] if command == "list" else ["t-test", "--seed", "1"]

    def said(encoding):
        run = subprocess.run(
            [sys.executable, "-m", "quizgen", command, *what, *rest],
            input=b"1\n2\nkeep\nq\n",
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": encoding},
        )
        assert (run.returncode, run.stderr) == (1 if command == "check" else 0, b"")
        return run.stdout.decode(encoding)

    assert said(encoding).isascii()
    assert said(encoding).count("?") == said("utf-8").count("?")


def test_a_reader_that_leaves_is_no_error():
    run = subprocess.Popen([*SHOW, "--count", "300"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    run.stdout.readline()
    run.stdout.close()
    assert run.wait(60) == 0
    assert run.stderr.read() == b""
    run.stderr.close()


def test_a_file_is_written_as_everywhere(tmp_path):
    show("--solution", "-o", f"{tmp_path}/a.txt")
    in_terminal(40, ["show", "t-test", "--seed", "1", "--solution", "-o", f"{tmp_path}/b.txt"], PYTHONIOENCODING="ascii")
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "b.txt").read_bytes() == show("--solution")


def test_plain_output_has_one_line_a_formula():
    lines = show("--solution", "--plain").decode().splitlines()
    assert "     SE = s/√n = 24.6/√24 = 5.0215" in lines
    assert not any("─" in line for line in lines)


def test_a_dumb_terminal_is_plain():
    assert show("--solution", TERM="dumb") == show("--solution", "--plain")


@pytest.mark.parametrize("name", ["xterm", "dumb"])
def test_windows_consoles_are_colored_where_they_say_so(monkeypatch, name):
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    for variable in ("NO_COLOR", "TERM", "WT_SESSION", "ANSICON"):
        monkeypatch.delenv(variable, raising=False)
    assert terminal.color(None) is False
    monkeypatch.setenv("TERM", name)
    assert terminal.color(None) is (name != "dumb")
