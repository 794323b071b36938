"""A sheet: which exercises stand on it, in which order."""

from __future__ import annotations

from itertools import islice

from .appendix import appendix
from .document import Sheet
from .drawing import draw, seed_at
from .errors import InputError, ProblemError, report
from .exercise import question
from .sources import meant
from .variant import Variant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .catalogue import Catalogue
    from .concepts.pool import Pool
    from .exercise import Exercise

    Streams = dict[str, Iterator[Variant]]

MOST = 1000
TRIES = 40
INSTRUCTIONS = "Show the formula, the substituted numbers and the result of every step; method and number earn points."
SCHEME = (
    "M: a point for the right method, given on wrong numbers carried forward too. A: a point for the right number, given "
    "too where it follows from an earlier wrong one. A slip costs its points once."
)
CLOSED_INSTRUCTIONS = "Where boxes are given, tick one. In an order or in pairs every right place earns a point."
CLOSED_SCHEME = "A right pick or word earns a point; in an order or in pairs every right place does."


def counted(text: str) -> tuple[str, int]:
    """A problem and how often it is wanted: "som-update:3"."""
    name, colon, count = text.partition(":")
    if not colon:
        return name, 1
    if not count.isdecimal() or not 1 <= int(count) <= MOST:
        raise InputError(f"{text!r}: behind the colon stands how often, from 1 to {MOST}")
    return name, int(count)


def exercises(
    found: Catalogue, wanted: Sequence[str], level: str, conventions: Mapping[str, str], seed: int
) -> list[Exercise]:
    """The exercises of a sheet, as they are named: of a topic each of its problems, then as many of its items. No two are
    alike where there are more. InputError where a convention is no problem's, or items are wanted that there are not."""
    parts = [(meant(found, name), count) for name, count in map(counted, wanted)]
    slugs = dict.fromkeys(slug for part, _ in parts for slug in part.slugs)
    for name in conventions:
        if not any(name in problem.conventions for problem in found.sound(slugs)):
            raise InputError(f"no problem on the sheet has a convention {name!r}")
    streams: Streams = {slug: _different(found, slug, level, conventions, seed) for slug in slugs}
    used: set[str] = set()
    drawn: list[Exercise] = []
    for part, count in parts:
        drawn += _variants([streams[slug] for slug in part.slugs], count)
        if part.pool is not None:
            drawn += _items(part.pool, count, seed, used, part.named)
    return drawn


def _variants(streams: Sequence[Iterator[Variant]], count: int) -> Iterator[Variant]:
    """So many of each stream; of several, one whose problem is faulty is reported and left out."""
    for stream in streams:
        try:
            yield from list(islice(stream, count))
        except ProblemError as error:
            if len(streams) == 1:
                raise
            report(error)


def _items(pool: Pool, count: int, seed: int, used: set[str], named: bool) -> list[Exercise]:
    """So many items that are not used yet; of a topic as many as there are."""
    left = [item for item in pool.items if item.name not in used]
    if named and count > len(left):
        raise InputError(f"{pool.name} has {len(left)} concept items to give, {count} are wanted")
    fresh = (one for one in pool.stream(seed) if one.name not in used)
    found: list[Exercise] = list(islice(fresh, min(count, len(left))))
    used.update(one.name for one in found if not isinstance(one, Variant))
    return found


def _different(found: Catalogue, slug: str, level: str, conventions: Mapping[str, str], seed: int) -> Iterator[Variant]:
    problem = found.problem(slug)
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


def sheet(drawn: Sequence[Exercise], title: str, course: str | None, date: str | None, duration: str | None) -> Sheet:
    """The sheet as a document, its questions numbered from 1."""
    questions = tuple(question(one, number) for number, one in enumerate(drawn, 1))
    worked = [one for one in drawn if isinstance(one, Variant)]
    said = [(INSTRUCTIONS, SCHEME)] if worked else []
    said += [(CLOSED_INSTRUCTIONS, CLOSED_SCHEME)] if len(worked) < len(drawn) else []
    instructions, schemes = zip(*said)
    return Sheet(questions, title, course, date, duration, " ".join(instructions), " ".join(schemes), appendix(worked))
