"""quizgen sheet"""

from __future__ import annotations

import os

from ..catalogue import catalogue
from ..errors import InputError
from ..exercise import as_object, closed_where_it_can
from ..files import write_together
from ..sheet import exercises, sheet
from .options import Namespace, named
from .output import kind
from .variants import fresh_seed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Sheet
    from ..exercise import Exercise


def run(options: Namespace) -> int:
    """Writes a sheet and its key."""
    chosen = kind(options)
    if options.engine == "latex" and chosen != "pdf":
        raise InputError(f"--engine says how a PDF is made; -o {options.output} is none")
    stem, ending = os.path.splitext(options.output)
    seed = fresh_seed() if options.seed is None else options.seed
    drawn = exercises(
        catalogue(options.problems),
        options.what,
        options.level or "medium",
        named(options.convention, "--convention"),
        seed,
    )
    if options.choice:
        drawn = [closed_where_it_can(one, options.choice_of) for one in drawn]
    page = sheet(drawn, options.title, options.course, options.date, options.duration)
    questions, key = rendered(chosen, page, drawn, options)
    write_together({options.output: questions, f"{stem}-key{ending}": key})
    return 0


def rendered(chosen: str, page: Sheet, drawn: Sequence[Exercise], options: Namespace) -> tuple[bytes, bytes]:
    """The sheet and its key in a format."""
    if chosen == "json":
        return _json(page, drawn, False), _json(page, drawn, True)
    if chosen == "pdf":
        from ..render.pdf import sheet_and_key

        return sheet_and_key(page, options.engine, not options.no_tags)
    from importlib import import_module

    written = import_module(f"..render.{chosen}", __package__)
    return written.sheet(page).encode(), written.key(page).encode()


def _json(page: Sheet, drawn: Sequence[Exercise], full: bool) -> bytes:
    import json

    found = {
        "title": page.title,
        "course": page.course,
        "date": page.date,
        "duration": page.duration,
        "marks": sum(one.marks for one in drawn),
        "questions": [as_object(one, full) for one in drawn],
    }
    return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"
