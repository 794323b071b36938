"""quizgen show"""

from __future__ import annotations

from ..render.json import variant_object
from ..writing import hints, question
from .options import Namespace
from .output import only_text_or_json, renderer, write, write_json
from .variants import several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..variant import Variant


def run(options: Namespace) -> int:
    """Shows variants."""
    only_text_or_json(options)
    for place, variant in enumerate(several(options)):
        if options.format == "json":
            write_json(variant_object(variant, options.solution))
        else:
            write([""] if place else [])
            write(_text(variant, options))
    return 0


def _text(variant: Variant, options: Namespace) -> Iterator[str]:
    text = renderer(options)
    page = question(variant)
    yield from text.question(page)
    for number, hint in enumerate(hints(variant)[: options.hint or 0], 1):
        yield from ("", f"Hint {number}: {text.inline(hint)}")
    if options.solution:
        yield from text.solution(page)
