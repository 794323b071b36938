"""Variants as multiple choice: the options, and what is said to a wrong one."""

import json
from collections import Counter

import pytest

from quizgen.catalogue import catalogue
from quizgen.choice import as_choice, slipped
from quizgen.drawing import draw
from quizgen.errors import InputError
from quizgen.mistakes import slips
from quizgen.render.text import TextRenderer
from quizgen.solution import worked
from quizgen.writing.stem import ask


def choices(problem, seeds=range(25)):
    for level in problem.levels:
        for seed in seeds:
            variant = draw(problem, level, {}, seed)
            try:
                yield variant, as_choice(variant)
            except InputError:
                steps = {step.key: step for step in variant.plan.steps}
                assert not any(steps[key].kind in ("number", "integer") for key in variant.asked)


def as_number(text):
    try:
        return float(text.replace("−", "-"))
    except ValueError:
        return None


def test_the_options(problem):
    for variant, asked in choices(problem):
        key = asked.asked[0]
        assert key in variant.asked
        form = asked.form
        texts = [repr(option) for option in form.options]
        assert 2 <= len(texts) <= 5
        assert len(set(texts)) == len(texts)
        assert form.cause(form.place) is None
        right = next(line.shown for line in worked(variant) if line.step.key == key)
        if not isinstance(right, list):
            shown = [as_number("".join(map(str, asked.form.told(at)[1:]))) for at in range(len(texts))]
            assert None in shown or shown == sorted(shown)
        told = {slip.mistake.name for slip in slips(problem, variant.plan)}
        assert {form.cause(at)[0] for at in range(len(texts)) if form.cause(at)} <= told


def test_mistakes_come_first():
    variant = draw(catalogue().problem("t-test"), "medium", {}, 1)
    asked = as_choice(variant, "t")
    causes = [asked.form.cause(at) for at in range(len(asked.form.options))]
    assert sum(cause is not None for cause in causes) >= 2


def test_the_right_letter_tells_nothing():
    places = Counter(
        (len(asked.form.options), asked.form.place)
        for slug in ("t-test", "confusion-matrix", "som-update", "backprop")
        for _, asked in choices(catalogue().problem(slug), range(60))
    )
    total = sum(places.values())
    assert all(count < 0.45 * total for count in places.values())


def test_which_number_is_asked_may_be_said():
    variant = draw(catalogue().problem("t-test"), "medium", {}, 1)
    assert as_choice(variant, "t").asked == ("t",)
    with pytest.raises(InputError, match="asks for no such number"):
        as_choice(variant, "decision")


@pytest.mark.parametrize("value", [3, -3, 0.25, -0.25, [0.5, -1.0], [[1.0, 2.0]]])
def test_slips_of_the_pen_are_wrong(value):
    made = list(slipped(value))
    assert len(made) >= 5
    assert value not in made


def test_the_commands(run):
    shown = json.loads(run("show t-test --choice --seed 1 --solution --json").out)
    right = shown["answer"]
    done = run("practice t-test --choice --seed 1 --count 1", typed=f"{right}\n")
    assert "1 of 1 mark" in done.out
    wrong = next(letter for letter in "ABC" if letter != right)
    marking = json.loads(run(f"check t-test --choice --seed 1 --answer answer={wrong} --json").out)
    assert marking["verdict"] == "wrong"
    assert run(f"check t-test --choice --seed 1 --answer answer={right}").code == 0


def test_a_number_of_one_of_several_rounds_is_asked_for_by_its_round():
    variant = draw(catalogue().problem("transposed-conv"), "medium", {"framework": "pytorch"}, 4)
    text = TextRenderer(10**6)
    assert text.inline(ask(as_choice(variant).variant)) == "the side of the output o (Layer 2)"


def test_options_for_a_count_are_counts():
    variant = draw(catalogue().problem("conv-output-size"), "easy", {}, 4)
    text = TextRenderer(10**6)
    values = [text.inline(option) for option in as_choice(variant).form.options]
    assert all(value.isdecimal() for value in values)
