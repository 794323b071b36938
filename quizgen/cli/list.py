"""quizgen list"""

from __future__ import annotations

from ..catalogue import Catalogue, catalogue, normal
from ..errors import InputError
from .options import Namespace
from .output import as_json, renderer, write, write_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..authoring import Problem


def run(options: Namespace) -> int:
    """Lists the catalog, a topic, or one problem."""
    found = catalogue(options.problems)
    slugs = _meant(found, options.what)
    if as_json(options):
        from ..render.json import problem_object

        write_json([problem_object(found.problem(slug)) for slug in slugs])
    elif len(slugs) == 1 and options.what and normal(options.what) == slugs[0]:
        write(_details(found.problem(slugs[0]), options))
    else:
        write(_rows([found.problem(slug) for slug in slugs], options))
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


def _rows(problems: list[Problem], options: Namespace) -> Iterator[str]:
    text = renderer(options)
    width = max((len(problem.slug) for problem in problems), default=0)
    topic = None
    for problem in problems:
        if problem.topic != topic:
            yield from ("",) if topic else ()
            yield text.styled(text.plain(problem.topic.replace("_", " ")), "strong")
        topic = problem.topic
        about = f"{problem.title} ({', '.join(problem.levels)})"
        yield from text.wrapped(f"  {problem.slug.ljust(width)}  {about}", width + 4)


def _details(problem: Problem, options: Namespace) -> Iterator[str]:
    from ..render.json import problem_object

    text = renderer(options)
    found = problem_object(problem)
    about = f"{problem.topic.replace('_', ' ')}; {', '.join(problem.levels)}"
    yield from text.wrapped(f"{problem.slug}: {problem.title} ({about})", 2)
    for heading, rows in (
        ("Givens", [(part["name"], part["means"]) for part in found["givens"]]),
        ("Answers", [(part["name"], part["means"]) for part in found["answers"]]),
        ("Conventions", [(part["name"], " | ".join(part["choices"])) for part in found["conventions"]]),
    ):
        if rows:
            yield from ("", text.styled(heading, "strong"))
            width = max(len(name) for name, _ in rows)
            for name, words in rows:
                yield from text.wrapped(f"  {name.ljust(width)}  {words}", width + 4)
