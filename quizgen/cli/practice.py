"""quizgen practice"""

from __future__ import annotations

import sys

from ..catalogue import Catalogue, catalogue
from ..drawing import draw, seed_at
from ..errors import InputError
from ..practice.loop import Session
from ..sheet import slugs as slugs_of
from .options import Namespace, named
from .output import printable, renderer, write
from .variants import fresh_seed, is_id, of_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..variant import Variant

ECHOED = 400


def run(options: Namespace) -> int:
    """Practices problems, topics or one variant until the student leaves."""
    if options.format != "text":
        raise InputError("practice is a conversation: only --format text")
    Session(_reader(), write, renderer(options)).run(_variants(catalogue(options.problems), options))
    return 0


def _variants(found: Catalogue, options: Namespace) -> Iterator[Variant]:
    if len(options.what) == 1 and is_id(found, options.what[0]):
        yield of_id(found, options.what[0])
        return
    slugs = [slug for what in options.what or list(found.topics) for slug in slugs_of(found, what)]
    seed = fresh_seed() if options.seed is None else options.seed
    place = 0
    while options.count is None or place < options.count:
        problem = found.problem(slugs[place % len(slugs)])
        yield draw(problem, options.level or "medium", named(options.convention, "--convention"), seed_at(seed, place))
        place += 1


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
