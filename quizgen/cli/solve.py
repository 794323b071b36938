"""quizgen solve"""

from __future__ import annotations

from ..render.json import variant_object
from ..writing import question
from .options import Namespace
from .output import only_text_or_json, renderer, write, write_json
from .variants import variant


def run(options: Namespace) -> int:
    """Works the user's numbers, or a drawn variant, step by step."""
    only_text_or_json(options)
    found = variant(options, needs_seed=True)
    if options.format == "json":
        write_json(variant_object(found, True))
        return 0
    text = renderer(options)
    page = question(found)
    write(text.question(page))
    write(text.solution(page))
    return 0
