"""quizgen list"""

from __future__ import annotations

from ..authoring import Choice
from ..catalogue import Catalogue, catalogue, normal
from ..errors import InputError
from .options import Namespace
from .output import as_json, deliver_lines, json_line, renderer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..authoring import Given, Problem
    from ..plan import Step
    from ..render.text import TextRenderer

KINDS = {"number": "", "integer": "a whole number", "vector": "a list", "matrix": "rows", "text": "words"}


def run(options: Namespace) -> int:
    """Lists the catalog, a topic, or one problem."""
    found = catalogue(options.problems)
    slugs = _meant(found, options.what)
    if as_json(options):
        from ..render.json import problem_object

        deliver_lines(options, [json_line([problem_object(found.problem(slug)) for slug in slugs])])
    elif len(slugs) == 1 and options.what and normal(options.what) == slugs[0]:
        deliver_lines(options, _details(found.problem(slugs[0]), renderer(options)))
    else:
        deliver_lines(options, _rows([found.problem(slug) for slug in slugs], renderer(options)))
    return 0


def _meant(found: Catalogue, what: str | None) -> list[str]:
    if what is None:
        return [slug for slugs in found.topics.values() for slug in slugs]
    if normal(what) in found.paths:
        return [normal(what)]
    for topic, slugs in found.topics.items():
        if normal(topic) == normal(what):
            return slugs
    raise InputError(f"{what!r} is no topic and no problem; topics are {', '.join(found.topics)}")


def _rows(problems: list[Problem], text: TextRenderer) -> Iterator[str]:
    width = max((len(problem.slug) for problem in problems), default=0)
    topic = None
    for problem in problems:
        if problem.topic != topic:
            yield from ("",) if topic else ()
            yield text.styled(text.plain(problem.topic.replace("_", " ")), "strong")
        topic = problem.topic
        about = f"{problem.title} ({', '.join(problem.levels)})"
        yield from text.wrapped(f"  {problem.slug.ljust(width)}  {about}", width + 4)


def _details(problem: Problem, text: TextRenderer) -> Iterator[str]:
    from ..render.json import answer_steps

    about = f"{problem.topic.replace('_', ' ')}; {', '.join(problem.levels)}"
    yield from text.wrapped(f"{problem.slug}: {problem.title} ({about})", 2)
    for heading, rows in (
        ("Givens", [(name, _given(given)) for name, given in problem.givens.items()]),
        ("Answers", [(step.name, _answer(problem, step)) for step in answer_steps(problem)]),
        (
            "Conventions, the default first",
            [(name, " | ".join(part.choices)) for name, part in problem.conventions.items()],
        ),
    ):
        if rows:
            yield from ("", text.styled(heading, "strong"))
            width = max(len(name) for name, _ in rows)
            for name, words in rows:
                yield from text.wrapped(f"  {name.ljust(width)}  {words}", width + 4)


def _given(given: Given) -> str:
    """What a given means, its unit and kind, and what stands in for it where it is left out."""
    kind = f"one of {', '.join(given.words)}" if isinstance(given, Choice) else KINDS[given.type]
    left_out = "may be left out" if given.optional else ""
    default = "" if given.default is None else f"default {given.default}"
    notes = [note for note in (given.unit, kind, default or left_out) if note]
    return given.means + (f" ({'; '.join(notes)})" if notes else "")


def _answer(problem: Problem, step: Step) -> str:
    from ..writing.words import in_words

    title = in_words(problem, step.title)
    return f"{title}, to {step.places} decimals" if step.kind == "number" and step.places else title
