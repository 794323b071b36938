"""Nothing heavy is imported on the way to a first prompt, and what is imported is a known list."""

import os
import subprocess
import sys

import pytest

HEAVY = {
    "numpy",
    "scipy",
    "sympy",
    "rich",
    "jinja2",
    "typst",
    "mpmath",
    "sklearn",
    "matplotlib",
    "hypothesis",
    "pytest",
}
SLOW = {"tomllib", "dataclasses", "inspect", "typing", "asyncio", "unittest", "email", "http", "urllib.request", "logging"}
SCRIPT = """
import io, sys
before = set(sys.modules)
from quizgen import cli
sys.stdin = io.StringIO("1.10\\n1.714\\nreject\\nq\\n")
code = cli.main(sys.argv[1:])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
raise SystemExit(code)
"""


def imported(*arguments):
    """The modules that a command imports, beyond those of an empty Python."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"COLUMNS": "80"}
    done = subprocess.run([sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, env=env)
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.splitlines()[-1].split())


COMMANDS = [
    "--version",
    "list",
    "list t-test",
    "show t-test --seed 1",
    "show t-test --seed 1 --solution --json",
    "show backprop-chain --level hard --seed 1 --solution --format markdown",
    "solve t-test --given n=20 --given xbar=42 --given s=6 --given mu0=44",
    "check t-test --seed 1 --answer t=1.10",
    "practice t-test --seed 1",
]


@pytest.mark.parametrize("line", COMMANDS)
def test_no_heavy_library_is_imported(line):
    found = imported(*line.split())
    assert {name.partition(".")[0] for name in found} & HEAVY == set()
    assert found & SLOW == set()


def test_a_version_takes_next_to_nothing():
    assert {name for name in imported("--version") if name.startswith("quizgen")} == {"quizgen", "quizgen.cli"}


def test_concept_items_are_read_where_they_are_asked_for():
    assert "tomllib" in imported("show", "gan", "--seed", "1")
    assert {name for name in imported("practice", "t-test", "--seed", "1") if ".concepts" in name} <= {
        "quizgen.concepts",
        "quizgen.concepts.pool",
    }


def test_one_problem_is_loaded_not_all():
    found = {name for name in imported("practice", "t-test", "--seed", "1") if name.startswith("quizgen_problems")}
    assert {name.rpartition(".")[2] for name in found} & {"backprop", "min_max", "rbf_xor"} == set()
    assert any(name.endswith(".t_test") for name in found)
