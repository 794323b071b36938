"""quizgen list --notes"""

from __future__ import annotations

from ..notes import headings
from .options import Namespace
from .output import as_json, deliver_lines, json_line, renderer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue
    from ..notes import Heading
    from ..render.text import TextRenderer


def listed(found: Catalogue, options: Namespace) -> int:
    """Lists the headings of the notes, with the problems and concept items that cover each."""
    all_headings = headings(found.paths)
    if as_json(options):
        rows = [dict(zip(heading._fields, heading._values())) for heading in all_headings]
        deliver_lines(options, [json_line(rows)])
    else:
        deliver_lines(options, _rows(all_headings, renderer(options)))
    return 0


def _rows(all_headings: list[Heading], text: TextRenderer) -> Iterator[str]:
    for heading in all_headings:
        yield from (text.styled(line, "strong") for line in text.wrapped(f"{heading.number:2}  {heading.about}", 4))
        if heading.problems:
            yield from text.wrapped(f"    problems: {', '.join(heading.problems)}", 6)
        yield from text.wrapped(f"    items: {', '.join(heading.items)}", 6)
