"""quizgen sheet"""

from __future__ import annotations

import os

from ..catalogue import catalogue
from ..errors import InputError
from ..files import write_whole
from ..sheet import sheet, variants
from .options import Namespace, named
from .variants import fresh_seed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Sheet
    from ..variant import Variant

ENDINGS = {
    ".pdf": "pdf",
    ".tex": "latex",
    ".typ": "typst",
    ".html": "html",
    ".md": "markdown",
    ".json": "json",
    ".txt": "text",
}
WIDTH = 78


def run(options: Namespace) -> int:
    """Writes a sheet and its key."""
    stem, ending = os.path.splitext(options.output)
    if ending.lower() not in ENDINGS:
        raise InputError(f"-o {options.output}: the ending names the format, one of {' '.join(ENDINGS)}")
    kind = ENDINGS[ending.lower()]
    if kind in ("html", "pdf", "latex", "typst"):
        raise InputError(f"-o {options.output}: {ending} is not written yet; .md, .txt and .json are")
    seed = fresh_seed() if options.seed is None else options.seed
    drawn = variants(
        catalogue(options.problems),
        options.what,
        options.level or "medium",
        named(options.convention, "--convention"),
        seed,
    )
    page = sheet(drawn, options.title, options.course, options.date, options.duration)
    questions, key = rendered(kind, page, drawn)
    write_whole(options.output, questions)
    write_whole(f"{stem}-key{ending}", key)
    return 0


def rendered(kind: str, page: Sheet, drawn: Sequence[Variant]) -> tuple[bytes, bytes]:
    """The sheet and its key in a format."""
    if kind == "markdown":
        from ..render import markdown

        return markdown.sheet(page).encode(), markdown.key(page).encode()
    if kind == "json":
        return _json(page, drawn, False), _json(page, drawn, True)
    return _text(page, False), _text(page, True)


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


def _text(page: Sheet, full: bool) -> bytes:
    from ..render.text import TextRenderer

    text = TextRenderer(WIDTH)
    lines = [text.plain(page.title) + (": answer key" if full else "")]
    for question in page.questions:
        lines += ["", f"{question.number}."]
        lines += text.solution(question) if full else text.question(question)
    return "\n".join([*lines, ""]).encode()
