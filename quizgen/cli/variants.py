"""Which exercise a command means: an id, a slug with a seed or with the user's numbers, or a name of concept items."""

from __future__ import annotations

from itertools import islice

from .. import ids
from ..catalogue import Catalogue, catalogue, normal
from ..drawing import draw, seed_at
from ..errors import InputError
from ..revision import revision
from ..variant import Variant, solve
from .options import Namespace, named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..authoring import Problem
    from ..concepts.pool import Pool
    from ..exercise import Exercise
    from ..ids import Parts


def exercise(options: Namespace, needs_seed: bool = False) -> Exercise:
    """The one exercise that the options name. InputError where they name none, or say two things at once."""
    found = catalogue(options.problems)
    return as_asked(next(_named(found, options, needs_seed)), options)


def several(options: Namespace) -> Iterator[Exercise]:
    """As many exercises as --count says, with seeds from --seed on."""
    found = catalogue(options.problems)
    for one in islice(_named(found, options), options.count or 1):
        yield as_asked(one, options)


def as_asked(one: Exercise, options: Namespace) -> Exercise:
    """An exercise, as multiple choice where that is asked for."""
    if not getattr(options, "choice", None):
        return one
    from ..exercise import closed

    return closed(one, options.choice_of)


def _named(found: Catalogue, options: Namespace, needs_seed: bool = False) -> Iterator[Exercise]:
    given = getattr(options, "given", [])
    if is_id(found, options.problem):
        if given or options.seed is not None or options.level or options.convention:
            raise InputError("an id names one variant: leave out --given, --seed, --level and --convention")
        yield from _from(of_id(found, options.problem))
        return
    items = _items(found, options)
    if given and items is None:
        yield _own_numbers(found.problem(options.problem), options)
        return
    problem = None if items else found.problem(options.problem)
    if needs_seed and options.seed is None:
        raise InputError("which variant? give its id, or --seed N, or the numbers with --given NAME=VALUE")
    seed = fresh_seed() if options.seed is None else options.seed
    if items is not None:
        yield from items.stream(seed)
    elif problem is not None:
        conventions = named(options.convention, "--convention", problem.conventions)
        yield from _from(draw(problem, options.level or "medium", conventions, seed))


def _items(found: Catalogue, options: Namespace) -> Pool | None:
    """The concept items that a name stands for, where it is no problem's and no topic's that has problems."""
    if normal(options.problem) in found.paths:
        return None
    from ..concepts.pool import pool

    items = pool(found, options.problem)
    if items and (getattr(options, "given", []) or options.level or options.convention):
        raise InputError(f"{options.problem} names concept items: leave out --given, --level and --convention")
    return items


def _from(first: Exercise) -> Iterator[Exercise]:
    """A variant and those of the seeds behind its own; own numbers, or an item, alone."""
    yield first
    step = 0
    while isinstance(first, Variant) and first.seed is not None and first.level is not None:
        step += 1
        yield draw(first.problem, first.level, first.conventions, seed_at(first.seed, step))


def _own_numbers(problem: Problem, options: Namespace) -> Variant:
    if options.seed is not None or options.level:
        raise InputError("--given names the numbers: leave out --seed and --level")
    given = named(options.given, "--given", [*problem.givens, *problem.conventions])
    conventions = named(options.convention, "--convention", problem.conventions)
    for name in given.keys() & conventions.keys():
        raise InputError(f"{name} is given twice, by --given and by --convention")
    from .columns import with_columns

    return solve(problem, with_columns(given), conventions)


def is_id(found: Catalogue, text: str) -> bool:
    """Whether a word is meant as an id."""
    return normal(text) not in found.paths and normal(text) not in found.subjects and ids.looks_like_id(text)


def of_id(found: Catalogue, text: str) -> Exercise:
    """The variant or the concept item that an id names. InputError where it is of another revision."""
    parts = ids.decode(text)
    if parts.level == "concept":
        from ..concepts.pool import of_id as item_of_id

        return item_of_id(found, parts, text)
    return _variant_of(found.of_code(parts.code), parts, text)


def _variant_of(problems: Sequence[Problem], parts: Parts, text: str) -> Variant:
    revisions = {revision(problem): problem for problem in problems}
    problem = revisions.get(parts.revision)
    if problem is None:
        now = " or ".join(f"revision {now} of {other.slug}" for now, other in revisions.items())
        raise InputError(f"id {text.strip()} is of revision {parts.revision}; this is {now}, whose numbers differ")
    positions, seed = ids.tail(parts.tail, [len(part.choices) for part in problem.conventions.values()])
    chosen = {name: part.choices[at] for (name, part), at in zip(problem.conventions.items(), positions)}
    return draw(problem, parts.level, chosen, seed)


def fresh_seed() -> int:
    """A seed that was hardly used before, short enough for a short id."""
    from os import urandom

    return int.from_bytes(urandom(4), "big") >> 2
