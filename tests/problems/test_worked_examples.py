"""Instances worked elsewhere, a file a problem: the values that must come out, and the wrong ones of named mistakes."""

import json
import math
import pathlib

import pytest

from quizgen.catalogue import catalogue
from quizgen.marking import mark_answers
from quizgen.variant import solve

GOLDEN = {
    path.stem: json.loads(path.read_text()) for path in sorted(pathlib.Path(__file__).parent.glob("golden/*.json"))
}
EXAMPLES = [case | {"problem": slug} for slug, cases in GOLDEN.items() for case in cases["examples"]]
WRONG = [case | {"problem": slug} for slug, cases in GOLDEN.items() for case in cases["wrong"]]


def typed(value):
    if isinstance(value, list) and isinstance(value[0], list):
        return "[" + "; ".join(", ".join(map(str, row)) for row in value) + "]"
    return "[" + ", ".join(map(str, value)) + "]" if isinstance(value, list) else str(value)


def in_full(value):
    """With the twelve digits at which a declared mistake is always named."""
    if isinstance(value, list):
        return "[" + ", ".join(map(in_full, value)) + "]"
    return f"{value:#.12g}" if isinstance(value, float) else str(value)


def variant(case):
    given = {name: typed(value) for name, value in case["given"].items()}
    return solve(catalogue().problem(case["problem"]), given, case["conventions"])


def same(value, wanted):
    if isinstance(wanted, list):
        return len(value) == len(wanted) and all(map(same, value, wanted))
    return value == wanted if isinstance(wanted, str) else math.isclose(value, wanted, rel_tol=1e-10, abs_tol=1e-12)


@pytest.mark.parametrize("case", EXAMPLES, ids=[f"{case['problem']}-{case['id']}" for case in EXAMPLES])
def test_a_worked_example_comes_out(case):
    tape = variant(case).tape
    assert [name for name, wanted in case["expect"].items() if not same(tape[name], wanted)] == []


@pytest.mark.parametrize("case", WRONG, ids=[f"{case['problem']}-{case['mistake']}-{case['step']}" for case in WRONG])
def test_the_mistake_behind_a_wrong_answer_is_named(case):
    marking = mark_answers(variant(case), [(case["step"], in_full(case["wrong"]))])
    marked = next(step for step in marking.steps if step.judged.step.key == case["step"])
    assert marked.verdict in ("wrong", "other-convention", "rounded")
    assert marked.cause is not None and marked.cause.name == case["mistake"]


def test_every_problem_has_its_golden_instance():
    assert GOLDEN.keys() == catalogue().paths.keys()
    assert all(cases["examples"] and cases["wrong"] for cases in GOLDEN.values())
