"""Any numbers and any answers: refused in words or worked and marked, never a crash, and no number that JSON cannot hold."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.errors import QuizgenError
from quizgen.marking import mark_answers
from quizgen.render.json import marking_object, variant_object
from quizgen.render.text import TextRenderer
from quizgen.variant import solve
from quizgen.writing import question

PROBLEMS = catalogue()
EXTREME = ["0", "1", "-1", "3", "5", "10", "0.30", "1/3", "100%", "123456789", "1e15", "1e-9"]
EXTREME += ["1e150", "-1e150", "1e300", "-1e300", "1e-300", "2^300", "e^-300"]
WORDS = ["yes", "two", "less", "reject", "fail to reject", "AND", "unit b", "zzz"]


def like(roll, value):
    """An extreme text for a value: mostly of its shape."""
    if not isinstance(value, list):
        return roll.choice(WORDS) if isinstance(value, str) else roll.choice(EXTREME)
    size = len(value) if roll.random() < 0.9 else roll.randint(1, 4)
    inner = value[0] if value else 1.0
    rows = [like(roll, inner) for _ in range(size)]
    return "[" + ("; " if isinstance(inner, list) else ", ").join(row.strip("[]") for row in rows) + "]"


def typed(value):
    if isinstance(value, list):
        inner = [typed(entry).strip("[]") for entry in value]
        return "[" + ("; " if value and isinstance(value[0], list) else ", ").join(inner) + "]"
    return str(value)


def variant_of(roll, problem):
    """A drawn variant, or the user's own numbers: drawn ones with some made extreme, left out or added."""
    conventions = {name: roll.choice(part.choices) for name, part in problem.conventions.items()}
    variant = draw(problem, roll.choice(list(problem.levels)), conventions, roll.randrange(10**6))
    if roll.random() < 0.3:
        return variant
    own = {name: typed(text) for name, text in variant.texts.items() if roll.random() < 0.95}
    for name in [*own, roll.choice(list(problem.givens))]:
        if roll.random() < 0.3:
            own[name] = like(roll, variant.givens.get(name, 1.0))
    return solve(problem, own, conventions)


def answers_to(roll, variant):
    steps = roll.sample(list(variant.plan.steps), roll.randint(1, len(variant.plan.steps)))
    for step in steps:
        value = variant.tape[step.key]
        if isinstance(value, list) and roll.random() < 0.2:
            yield f"{step.key}[{roll.randint(1, len(value))}]", like(roll, value[0])
        else:
            yield step.key, typed(value) if roll.random() < 0.4 else like(roll, value)


@pytest.mark.parametrize("slug", sorted(PROBLEMS.paths))
@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=True))
def test_any_numbers_and_answers(slug, roll):
    try:
        variant = variant_of(roll, PROBLEMS.problem(slug))
        marking = mark_answers(variant, answers_to(roll, variant))
    except QuizgenError as error:
        assert str(error)
        return
    json.dumps([variant_object(variant, True), marking_object(marking)], allow_nan=False)
    text, page = TextRenderer(60), question(variant)
    assert all(line.isprintable() for line in [*text.question(page), *text.solution(page)])
