"""quizgen practice"""

from __future__ import annotations

import sys

from ..catalogue import Catalogue, catalogue
from ..drawing import draw, seed_at
from ..errors import InputError
from ..practice.loop import Session
from ..sheet import slugs as slugs_of
from .options import Namespace, named
from .output import renderer, write
from .variants import fresh_seed, is_id, of_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..variant import Variant


def run(options: Namespace) -> int:
    """Practices problems, topics or one variant until the student leaves."""
    if options.format != "text":
        raise InputError("practice is a conversation: only --format text")
    session = Session(_read, write, renderer(options))
    session.run(_variants(catalogue(options.problems), options))
    return 0


def _read(prompt: str) -> str:
    """The next line typed, echoed where no terminal does it. EOFError at the end of the input."""
    write_part(prompt)
    line = sys.stdin.readline()
    if not line:
        write_part("\n")
        raise EOFError
    if not sys.stdin.isatty():
        write_part("".join(sign for sign in line.rstrip("\r\n") if sign.isprintable()) + "\n")
    return line.rstrip("\r\n")


def write_part(text: str) -> None:
    """Text without a line end, shown at once."""
    encoding = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


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
