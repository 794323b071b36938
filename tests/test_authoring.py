"""The page on writing problems is true: its problem is sound, its items load, its commands run, its words exist."""

import pathlib
import re
import shlex

import pytest

from quizgen import authoring
from quizgen.authoring import Problem
from quizgen.board import Board
from quizgen.formula.functions import FUNCTIONS, REDUCTIONS

PAGE = (pathlib.Path(__file__).parents[1] / "docs" / "authoring.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(kind):
    return [text for found, text in BLOCK.findall(PAGE) if found == kind]


@pytest.fixture
def mine(tmp_path, monkeypatch, run):
    """A folder in which the page's first command was run and its texts were written down."""
    monkeypatch.chdir(tmp_path)
    (first, *_), (problem,), (items,) = blocks("sh"), blocks("python"), blocks("toml")
    assert run(*shlex.split(first)[1:]).code == 0
    assert pathlib.Path("mine/physics/half_life.py").is_file()
    pathlib.Path("mine/physics/half_life.py").write_text(problem)
    pathlib.Path("mine/physics/decay.toml").write_text(items)


def test_the_commands_run(mine, run):
    for line in blocks("sh")[2].splitlines():
        found = run(*shlex.split(line)[1:], typed="q\n")
        assert found.code == 0, (line, found.out, found.err)
    assert pathlib.Path("sheet-key.pdf").stat().st_size > 10_000


def test_the_problem_has_no_fault(mine, run):
    assert run("lint", "mine").out == "0 faults in 2 files\n"


def test_preview_shows_it(mine, run):
    found = run(*shlex.split(blocks("sh")[1])[1:], "--count=1", "--seed=2").out
    assert "Radioactive decay · easy" in found and "Hint 3" in found and "Answer: m = " in found


def test_its_numbers(mine, run):
    """80 g with a half-life of 3 h are 20 g after 6 h."""
    given = ["--given=m0=80", "--given=T=3", "--given=t=6", "--problems=mine"]
    assert "m = 20.00" in run("solve", "half-life", *given).out
    assert run("check", "half-life", *given, "--answer=left=20").code == 0
    wrong = run("check", "half-life", *given, "--answer=left=0").out
    assert "Decay is not linear" in wrong


def test_items_are_asked(mine, run):
    assert "What does the half-life" in run("list", "decay", "--problems=mine").out
    assert run("practice", "decay", "--problems=mine", "--seed=1", typed="q\n").code == 0


def test_the_words_exist():
    """Every name set in code that stands for a part of the language is one."""
    table = re.search(r"\| functions \| `([^`]*)` \|\n\| of a list \| `([^`]*)`", PAGE)
    assert {*table[1].split(), *table[2].split()} <= {*FUNCTIONS, *REDUCTIONS}
    for name in re.findall(r"`w\.(\w+)\(", PAGE):
        assert callable(getattr(Board, name))
    for name in re.findall(r"`(\w+)\(v\)`", PAGE):
        assert callable(getattr(Problem, name))
    for name in re.findall(r"`(Number|Whole|Vector|Matrix|Choice|Text|Label|Labels|Expression|Aside|Level|Convention)`", PAGE):
        assert name in authoring.__all__
