"""quizgen practice"""

from __future__ import annotations

import sys
from itertools import chain, count, islice

from ..catalogue import Catalogue, catalogue
from ..drawing import draw, seed_at
from ..errors import InputError, ProblemError, report
from ..practice.loop import Session
from ..sources import everything, meant
from .options import Namespace, named
from .output import printable, renderer, write
from .variants import fresh_seed, is_id, of_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..exercise import Exercise
    from ..sources import Meant

ECHOED = 400


def run(options: Namespace) -> int:
    """Practices problems, concept items, topics or what ids name until the student leaves."""
    if options.format != "text":
        raise InputError("practice is a conversation: only --format text")
    Session(_reader(), write, renderer(options)).run(_exercises(catalogue(options.problems), options))
    return 0


def _exercises(found: Catalogue, options: Namespace) -> Iterator[Exercise]:
    ids = [what for what in options.what if is_id(found, what)]
    if ids:
        if ids != options.what or options.seed is not None or options.level or options.convention:
            raise InputError("an id names one variant: leave out other problems, --seed, --level and --convention")
        chosen: Iterator[Exercise] = (of_id(found, what) for what in ids)
    else:
        parts = [meant(found, what, with_items=True) for what in options.what] or [everything(found)]
        chosen = _mixed(found, parts, options, fresh_seed() if options.seed is None else options.seed)
    for one in islice(chosen, options.count):
        yield _as_asked(one, options)


def _mixed(found: Catalogue, parts: Sequence[Meant], options: Namespace, seed: int) -> Iterator[Exercise]:
    """Problems in turn and items in turn, by turns, without end."""
    slugs = [slug for part in parts for slug in part.slugs]
    pools = [part.pool for part in parts if part.pool is not None]
    problems, items = _problems(found, slugs, options, seed), chain.from_iterable(zip(*(p.stream(seed) for p in pools)))
    for place in count():
        yield next(problems) if slugs and not (pools and place % 2) else next(items)


def _problems(found: Catalogue, slugs: Sequence[str], options: Namespace, seed: int) -> Iterator[Exercise]:
    """Variants of the problems in turn; of several, one that is faulty is reported and left out from then on."""
    level, conventions = options.level or "medium", named(options.convention, "--convention")
    left = list(slugs)
    for place in count():
        slug = left[place % len(left)]
        try:
            one = draw(found.problem(slug), level, conventions, seed_at(seed, place))
        except ProblemError as error:
            if len(left) == 1:
                raise
            report(error)
            left.remove(slug)
        else:
            yield one


def _as_asked(one: Exercise, options: Namespace) -> Exercise:
    if not options.choice:
        return one
    from ..exercise import closed_where_it_can

    return closed_where_it_can(one, options.choice_of)


def _reader() -> Callable[[str], str]:
    """What gives the next line typed behind a prompt, and raises EOFError at the end: with keys for editing in a
    terminal."""
    if sys.stdin is None:
        return _closed
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _piped
    try:
        import readline

        readline.parse_and_bind("set enable-bracketed-paste off")
    except ImportError:
        pass
    return _typed


def _closed(prompt: str) -> str:
    raise EOFError


def _typed(prompt: str) -> str:
    try:
        return input(printable(prompt))
    except EOFError:
        print()
        raise


def _piped(prompt: str) -> str:
    """A line of a pipe, echoed as a terminal would."""
    _show(prompt)
    line = sys.stdin.readline()
    if not line:
        _show("\n")
        raise EOFError
    if not sys.stdin.isatty():
        _show("".join(sign for sign in line.rstrip("\r\n")[:ECHOED] if sign.isprintable()) + "\n")
    return line.rstrip("\r\n")


def _show(text: str) -> None:
    sys.stdout.write(printable(text))
    sys.stdout.flush()
