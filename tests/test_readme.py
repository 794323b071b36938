"""The README is true: its sessions come out as printed, its recipes work, CI runs its test command.

`python tests/test_readme.py` writes the sessions anew.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
TYPED = re.compile(r"Typed here: (.*)\.")
SETTINGS = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", "NO_COLOR": "1"}


def blocks(kind):
    return [block for found, block in BLOCK.findall(README.read_text()) if found == kind]


def quizgen(line, folder, typed=""):
    program, *arguments = shlex.split(line)
    assert program == "quizgen"
    (folder / "hours.csv").write_text("name,hours\nAnna,27\nBo,31\nCid,30.5\nDee,26\n")
    command = [sys.executable, "-m", "quizgen", *arguments]
    return subprocess.run(command, cwd=folder, env=os.environ | SETTINGS, input=typed, capture_output=True, text=True)


def session(block, folder):
    """A session's block as it comes out: each command with what it prints."""
    (typed,) = TYPED.findall(README.read_text())
    written = []
    for line in block.splitlines():
        if line.startswith("$ "):
            done = quizgen(line[2:], folder, "".join(f"{word}\n" for word in re.findall("`(.+?)`", typed)))
            assert done.stderr == ""
            written += [line, *done.stdout.strip("\n").splitlines()]
    return "\n".join([*written, ""])


RECIPES = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("quizgen ")]
SET_UP = [line for block in blocks("sh") for line in block.splitlines() if "pip install" in line]


@pytest.mark.parametrize("place", range(len(blocks("console"))))
def test_a_session_comes_out_as_printed(tmp_path, place):
    block = blocks("console")[place]
    assert len(block.splitlines()) > 3
    assert session(block, tmp_path) == block


@pytest.mark.parametrize("line", RECIPES)
def test_a_recipe_works(tmp_path, line):
    if "--engine latex" in line and not shutil.which("pdflatex"):
        pytest.skip("no TeX here")
    done = quizgen(line, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    if " -o " in line:
        name, ending = re.search(r"-o (\w+)\.(\w+)", line).groups()
        assert all((tmp_path / f"{part}.{ending}").stat().st_size > 1000 for part in (name, f"{name}-key"))
    else:
        assert done.stdout


def test_two_commands_set_up_and_ci_runs_both():
    first, second = SET_UP
    ran = (ROOT / ".ci" / "run").read_text().splitlines()
    assert first.endswith(".venv/bin/quizgen practice t-test")
    assert second.endswith(".venv/bin/pytest")
    assert second in ran
    assert f"{first} <<<q" in ran


def test_the_exit_code_that_the_readme_names(tmp_path):
    (line,) = (
        line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ quizgen check")
    )
    assert quizgen(line, tmp_path).returncode == 1


def test_the_scripts_that_the_readme_names_are_there():
    named = re.findall(r"`python (benchmarks/\w+\.py)`", README.read_text())
    assert len(named) == 2
    assert all((ROOT / name).is_file() for name in named)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        text = README.read_text()
        for old in blocks("console"):
            text = text.replace(old, session(old, Path(scratch)))
    README.write_text(text)
