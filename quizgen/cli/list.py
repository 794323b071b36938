"""quizgen list"""

from __future__ import annotations

from ..authoring import Choice
from ..catalogue import Catalogue, catalogue, normal, topic
from ..concepts.pool import names, pool
from ..errors import InputError, ProblemError, report
from .options import Namespace
from .output import as_json, deliver_lines, json_line, renderer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from ..authoring import Given, Problem
    from ..concepts.item import Item
    from ..plan import Step
    from ..render.text import TextRenderer

KINDS = {"number": "", "integer": "a whole number", "vector": "a list", "matrix": "rows", "text": "words"}


def run(options: Namespace) -> int:
    """Lists the catalog, a topic, one problem, concept items, or the headings of the notes."""
    found = catalogue(options.problems)
    if options.notes:
        from .notes import listed

        return listed(found, options)
    what = None if options.what is None else normal(options.what)
    topics = _topics(found)
    if what in found.paths:
        return _problem(found.problem(what), options)
    if what in (None, *map(normal, topics)):
        return _catalog(found, [name for name in topics if what in (None, normal(name))], options)
    items = pool(found, options.what)
    if items is None:
        raise InputError(
            f"{options.what!r} is no problem, no topic and no subject of concept items; topics are {', '.join(topics)}"
        )
    return _items(items.items, options)


def _topics(found: Catalogue) -> list[str]:
    """The topics that have problems or concept items."""
    return sorted({*found.topics, *map(topic, found.subjects.values())})


def _problem(problem: Problem, options: Namespace) -> int:
    if as_json(options):
        from ..render.json import problem_object

        deliver_lines(options, [json_line([problem_object(problem)])])
    else:
        deliver_lines(options, _details(problem, renderer(options)))
    return 0


def _catalog(found: Catalogue, topics: list[str], options: Namespace) -> int:
    """Some topics: in JSON their problems alone."""
    if as_json(options):
        slugs = [slug for name in topics for slug in found.topics.get(name, ())]
        deliver_lines(options, [json_line(list(_objects(found.sound(slugs))))])
    else:
        deliver_lines(options, _rows(found, topics, renderer(options)))
    return 0


def _objects(problems: Iterable[Problem]) -> Iterator[dict[str, Any]]:
    from ..render.json import problem_object

    for problem in problems:
        try:
            yield problem_object(problem)
        except ProblemError as error:
            report(error)


def _rows(found: Catalogue, topics: list[str], text: TextRenderer) -> Iterator[str]:
    width = max((len(slug) for name in topics for slug in found.topics.get(name, ())), default=0)
    for place, name in enumerate(topics):
        yield from ("",) if place else ()
        yield text.styled(text.plain(name.replace("_", " ")), "strong")
        for slug, title, levels in found.headings(found.topics.get(name, ())):
            yield from text.wrapped(f"  {slug.ljust(width)}  {title} ({', '.join(levels)})", width + 4)
        subjects = [(subject, path) for subject, path in found.subjects.items() if topic(path) == name]
        if subjects:
            counts = ", ".join(f"{subject} {len(names(path))}" for subject, path in subjects)
            yield from text.wrapped(f"  concept items: {counts}", 4)


def _items(items: list[Item], options: Namespace) -> int:
    if as_json(options):
        from ..render.json import item_object

        deliver_lines(options, [json_line([item_object(item) for item in items])])
    else:
        deliver_lines(options, _item_rows(items, renderer(options)))
    return 0


def _item_rows(items: list[Item], text: TextRenderer) -> Iterator[str]:
    title = None
    for item in items:
        if item.title != title:
            yield from ("",) if title else ()
            yield text.styled(text.plain(f"{item.subject}: {item.title} ({item.topic.replace('_', ' ')})"), "strong")
        title = item.title
        yield from text.wrapped(f"  {item.name}  {text.inline(item.ask)}", 8)


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
