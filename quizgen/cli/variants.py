"""Which variant a command means: an id, a slug with a seed, or a slug with the user's numbers."""

from __future__ import annotations

from .. import ids
from ..catalogue import Catalogue, catalogue
from ..drawing import draw, seed_at
from ..errors import InputError
from ..revision import revision
from ..variant import Variant, solve
from .options import Namespace, named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..authoring import Problem


def variant(options: Namespace, needs_seed: bool = False) -> Variant:
    """The one variant that the options name. InputError where they name none, or say two things at once."""
    found = catalogue(options.problems)
    given = getattr(options, "given", [])
    if is_id(found, options.problem):
        if given or options.seed is not None or options.level or options.convention:
            raise InputError("an id names one variant: leave out --given, --seed, --level and --convention")
        return of_id(found, options.problem)
    problem = found.problem(options.problem)
    if given:
        if options.seed is not None or options.level:
            raise InputError("--given names the numbers: leave out --seed and --level")
        from .columns import with_columns

        return solve(problem, with_columns(named(given, "--given")), named(options.convention, "--convention"))
    if needs_seed and options.seed is None:
        raise InputError("which variant? give its id, or --seed N, or the numbers with --given NAME=VALUE")
    return drawn(problem, options, fresh_seed() if options.seed is None else options.seed)


def drawn(problem: Problem, options: Namespace, seed: int) -> Variant:
    """The variant of a seed at the level and under the conventions asked for."""
    return draw(problem, options.level or "medium", named(options.convention, "--convention"), seed)


def several(options: Namespace) -> Iterator[Variant]:
    """As many variants as --count says, with seeds from --seed on."""
    first = variant(options)
    yield first
    for step in range(1, options.count):
        if first.seed is None or first.level is None:
            return
        yield draw(first.problem, first.level, first.conventions, seed_at(first.seed, step))


def is_id(found: Catalogue, text: str) -> bool:
    """Whether a word is meant as an id."""
    from ..catalogue import normal

    return normal(text) not in found.paths and ids.looks_like_id(text)


def of_id(found: Catalogue, text: str) -> Variant:
    """The variant that an id names. InputError where it is of another revision of the problem."""
    parts = ids.decode(text)
    problem = found.of_code(parts.code)
    now = revision(problem)
    if parts.revision != now:
        raise InputError(
            f"id {text.strip()} is of revision {parts.revision} of {problem.slug}; this is revision {now}, "
            "whose numbers differ"
        )
    positions, seed = ids.tail(parts.tail, [len(part.choices) for part in problem.conventions.values()])
    chosen = {name: part.choices[at] for (name, part), at in zip(problem.conventions.items(), positions)}
    return draw(problem, parts.level, chosen, seed)


def fresh_seed() -> int:
    """A seed that was hardly used before, short enough for a short id."""
    from os import urandom

    return int.from_bytes(urandom(4), "big") >> 2
