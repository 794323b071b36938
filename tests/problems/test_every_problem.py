"""What holds of every problem, found by itself: the key marks itself right, mistakes show and are named, nothing leaks."""

import itertools
import os
import pathlib
import subprocess
import sys

import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.formula import Formula
from quizgen.formula.plain import columns
from quizgen.marking import mark_answers
from quizgen.mistakes import differs, slips
from quizgen.render.json import variant_object
from quizgen.render.text import TextRenderer
from quizgen.revision import revision
from quizgen.solution import Line, solution, worked
from quizgen.writing import hints, question

SEEDS = range(100)


def variants(problem, seeds=SEEDS):
    for level in problem.levels:
        for seed in seeds:
            yield draw(problem, level, {}, seed)


def typed(value):
    if isinstance(value, list):
        inner = ", ".join(map(typed, value))
        return f"[{inner}]"
    return value if isinstance(value, str) else f"{value:#.12g}" if isinstance(value, float) else str(value)


def in_full(step, value):
    """With twelve digits, where a number is asked."""
    if isinstance(value, list):
        return f"[{', '.join(in_full(step, entry) for entry in value)}]"
    return typed(float(value) if step.kind == "number" else value)


def shown(value):
    return f"[{', '.join(map(shown, value))}]" if isinstance(value, list) else str(value)


def test_the_key_marks_itself_right(problem):
    for variant in variants(problem):
        marking = mark_answers(variant, [(step.key, typed(variant.tape[step.key])) for step in variant.plan.steps])
        assert (marking.verdict, marking.marks) == ("right", marking.out_of)


def test_the_key_as_shown_marks_itself_right(problem):
    for variant in variants(problem):
        marking = mark_answers(variant, [(line.step.key, shown(line.shown)) for line in worked(variant)])
        assert [(step.judged.step.key, step.verdict) for step in marking.steps if step.verdict != "right"] == []
        assert marking.marks == marking.out_of


def test_the_asked_answers_alone_have_full_marks(problem):
    for variant in variants(problem):
        marking = mark_answers(
            variant, [(line.step.key, shown(line.shown)) for line in worked(variant) if line.step.key in variant.asked]
        )
        assert marking.verdict == "right"
        assert marking.all_right


def test_every_declared_mistake_shows_and_is_named(problem):
    for variant in variants(problem):
        right = dict(variant.tape)
        steps = {step.key: step for step in variant.plan.steps}
        for slip in slips(problem, variant.plan):
            changed = slip.run(variant.start(), right) if slip.happens(variant.start(), right) else None
            if changed is None:
                continue
            made = [
                key
                for key in changed
                if steps[key].name in slip.formulas and differs(changed[key], right[key], steps[key].places)
            ]
            assert made, f"{slip.mistake.name} does not show in {variant.texts}"
            marking = mark_answers(variant, [(made[0], in_full(steps[made[0]], changed[made[0]]))])
            marked = next(step for step in marking.steps if step.judged.step.key == made[0])
            assert marked.verdict in ("wrong", "other-convention", "rounded"), (slip.mistake.name, variant.texts)
            assert marked.cause is not None, (slip.mistake.name, variant.texts)


def test_shown_numbers_are_their_values_rounded(problem):
    for variant in variants(problem):
        for line in worked(variant):
            for text, value in pairs(line.shown, line.value):
                places = len(text.partition(".")[2]) if "e" not in text else None
                unit = 10.0**-places if places is not None else abs(value) * 0.1
                assert abs(float(text) - value) <= 0.5001 * unit


def pairs(text, value):
    if isinstance(value, list):
        return [pair for parts in zip(text, value) for pair in pairs(*parts)]
    return [] if isinstance(value, str) else [(text, value)]


def test_every_format_renders(problem):
    for variant in variants(problem, range(10)):
        page = question(variant)
        for text in (TextRenderer(78), TextRenderer(40), TextRenderer(60, ascii_only=True)):
            lines = [*text.question(page), *text.solution(page)]
            assert all(columns(line) <= text.width for line in lines if " " in line.strip())
            if text.ascii_only:
                assert all(line.isascii() for line in lines)
        assert list(variant_object(variant, True))[-1] == "hints"


def test_hints_never_contain_the_answer(problem):
    for variant in variants(problem, range(30)):
        text = TextRenderer(10**6)
        given = text.inline(hints(variant)[2]).partition(" = ")[2]
        for line in worked(variant):
            if line.step.kind == "number" and isinstance(line.shown, str):
                assert line.shown not in given.replace("…", "").split(), (variant.texts, given)


def test_the_last_line_is_the_answer(problem):
    for variant in variants(problem, range(10)):
        lines = [line for line in solution(variant) if isinstance(line, Line)]
        assert lines[-1].step.key in variant.asked
        assert all(line.value == variant.tape[line.step.key] for line in lines)


SCRIPT = """
import hashlib, sys
from quizgen.catalogue import catalogue
from quizgen.render.json import variant_object
from quizgen.drawing import draw
problem = catalogue().problem(sys.argv[1])
print(hashlib.sha256(repr([variant_object(draw(problem, level, {}, seed), True)
                           for level in problem.levels for seed in range(20)]).encode()).hexdigest())
"""


def test_the_same_seed_gives_the_same_everywhere(problem):
    settings = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
    ]
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, problem.slug],
            env=os.environ | setting,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for setting in settings
    }
    assert len(found) == 1


def test_neighboring_seeds_share_no_stream(problem):
    for level in problem.levels:
        drawn = [repr(draw(problem, level, {}, seed).texts) for seed in range(200)]
        if problem.few:
            assert len(set(drawn)) > 0.1 * len(drawn)
            continue
        assert len(set(drawn)) > 0.7 * len(drawn)
        assert sum(one == other for one, other in itertools.pairwise(drawn)) <= 2


def test_the_revision_does_not_depend_on_what_was_done_before(problem):
    before = revision(problem)
    fresh = type(problem)()
    fresh.slug, fresh.topic = problem.slug, problem.topic
    for convention, part in problem.conventions.items():
        for choice in part.choices:
            draw(fresh, "medium", {convention: choice}, 3)
    assert revision(fresh) == before


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_draws_are_accepted_and_distinct(problem, level):
    drawn = [draw(problem, level, {}, seed) for seed in range(2000)]
    assert len(drawn) / sum(variant.attempts for variant in drawn) >= 0.2
    assert len({repr(variant.texts) for variant in drawn}) >= (50 if problem.few else 500)


def test_every_form_of_a_level_has_four_stories(problem):
    told = {}
    for level in problem.levels:
        for seed in range(300):
            variant = draw(problem, level, {}, seed)
            told.setdefault((level, variant.asked), set()).add(variant.story.text)
    assert [form for form, stories in told.items() if len(stories) < 4] == []


def test_a_problem_file_reads_like_a_page(problem):
    lines = pathlib.Path(catalogue().paths[problem.slug]).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150
    assert max(map(len, lines)) <= 120


def test_formulas_evaluate_alike_on_numbers_and_on_points(problem):
    for variant in variants(problem, range(10)):
        for step in variant.plan.steps:
            plain = step.yes is None and step.round is None and step.round_to is None and step.kind != "expression"
            if isinstance(step.formula, Formula) and plain:
                assert step.formula.interval(variant.tape) == variant.tape[step.key]
