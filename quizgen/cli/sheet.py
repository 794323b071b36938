"""quizgen sheet"""

from __future__ import annotations

import os

from ..catalogue import catalogue
from ..errors import InputError
from ..files import write_whole
from ..sheet import sheet, variants
from .options import Namespace, named
from .output import kind
from .variants import fresh_seed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Sheet
    from ..variant import Variant


def run(options: Namespace) -> int:
    """Writes a sheet and its key."""
    chosen = kind(options)
    if options.engine == "latex" and chosen != "pdf":
        raise InputError(f"--engine says how a PDF is made; -o {options.output} is none")
    stem, ending = os.path.splitext(options.output)
    seed = fresh_seed() if options.seed is None else options.seed
    drawn = variants(
        catalogue(options.problems),
        options.what,
        options.level or "medium",
        named(options.convention, "--convention"),
        seed,
    )
    page = sheet(drawn, options.title, options.course, options.date, options.duration)
    questions, key = rendered(chosen, page, drawn, options)
    write_whole(options.output, questions)
    write_whole(f"{stem}-key{ending}", key)
    return 0


def rendered(chosen: str, page: Sheet, drawn: Sequence[Variant], options: Namespace) -> tuple[bytes, bytes]:
    """The sheet and its key in a format."""
    if chosen == "json":
        return _json(page, drawn, False), _json(page, drawn, True)
    if chosen == "pdf":
        return _pdf(page, options.engine, not options.no_tags)
    from importlib import import_module

    written = import_module(f"..render.{chosen}", __package__)
    return written.sheet(page).encode(), written.key(page).encode()


def _pdf(page: Sheet, engine: str, tagged: bool) -> tuple[bytes, bytes]:
    """Both PDFs, made side by side."""
    from threading import Thread

    from ..errors import QuizgenError
    from ..render import latex, typst
    from ..render.pdf import through_latex, through_typst

    made: dict[str, bytes | QuizgenError] = {}

    def make(name: str, source: str) -> None:
        try:
            made[name] = through_latex(source) if engine == "latex" else through_typst(source, tagged)
        except QuizgenError as error:
            made[name] = error

    written = latex if engine == "latex" else typst
    beside = Thread(target=make, args=("sheet", written.sheet(page)))
    beside.start()
    make("key", written.key(page))
    beside.join()
    for result in (made["sheet"], made["key"]):
        if isinstance(result, QuizgenError):
            raise result
    return made["sheet"], made["key"]  # type: ignore[return-value]


def _json(page: Sheet, drawn: Sequence[Variant], full: bool) -> bytes:
    import json

    from ..render.json import variant_object

    found = {
        "title": page.title,
        "course": page.course,
        "date": page.date,
        "duration": page.duration,
        "marks": sum(variant.marks for variant in drawn),
        "questions": [variant_object(variant, full) for variant in drawn],
    }
    return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"
