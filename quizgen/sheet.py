"""A sheet: which variants stand on it, in which order."""

from __future__ import annotations

from .appendix import appendix
from .catalogue import normal
from .document import Sheet
from .drawing import draw, seed_at
from .errors import InputError
from .writing import question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .authoring import Problem
    from .catalogue import Catalogue
    from .variant import Variant

MOST = 1000
TRIES = 40
INSTRUCTIONS = "Show the formula, the substituted numbers and the result of every step; method and number earn points."
SCHEME = (
    "M: a point for the right method, given on wrong numbers carried forward too. A: a point for the right number, given "
    "too where it follows from an earlier wrong one. A slip costs its points once."
)


def counted(text: str) -> tuple[str, int]:
    """A problem and how often it is wanted: "som-update:3"."""
    name, colon, count = text.partition(":")
    if not colon:
        return name, 1
    if not count.isdecimal() or not 1 <= int(count) <= MOST:
        raise InputError(f"{text!r}: behind the colon stands how often, from 1 to {MOST}")
    return name, int(count)


def slugs(found: Catalogue, name: str) -> list[str]:
    """The problem that a name means, or those of a topic."""
    if normal(name) in found.paths:
        return [normal(name)]
    topics = {normal(topic): slugs for topic, slugs in found.topics.items()}
    return topics.get(normal(name)) or [found.problem(name).slug]


def variants(
    found: Catalogue, wanted: Sequence[str], level: str, conventions: Mapping[str, str], seed: int
) -> list[Variant]:
    """The variants of a sheet, as the problems are named; no two alike where the problem has more."""
    problems = [(found.problem(slug), count) for name, count in map(counted, wanted) for slug in slugs(found, name)]
    for name in conventions:
        if not any(name in problem.conventions for problem, _ in problems):
            raise InputError(f"no problem on the sheet has a convention {name!r}")
    streams = {problem.slug: _different(problem, level, conventions, seed) for problem, _ in problems}
    return [next(streams[problem.slug]) for problem, count in problems for _ in range(count)]


def _different(problem: Problem, level: str, conventions: Mapping[str, str], seed: int) -> Iterator[Variant]:
    own = {name: value for name, value in conventions.items() if name in problem.conventions}
    seen: set[str] = set()
    place, repeated = 0, 0
    while True:
        variant = draw(problem, level, own, seed_at(seed, place))
        place += 1
        numbers = repr(variant.texts)
        if numbers in seen and repeated < TRIES:
            repeated += 1
            continue
        seen.add(numbers)
        repeated = 0
        yield variant


def sheet(drawn: Sequence[Variant], title: str, course: str | None, date: str | None, duration: str | None) -> Sheet:
    """The sheet as a document, its questions numbered from 1."""
    questions = tuple(question(variant, number) for number, variant in enumerate(drawn, 1))
    return Sheet(questions, title, course, date, duration, INSTRUCTIONS, SCHEME, appendix(drawn))
