"""quizgen check"""

from __future__ import annotations

from ..errors import InputError
from ..marking import mark_answers
from .options import Namespace, pairs
from .output import as_json, renderer, write, write_json
from .variants import variant


def run(options: Namespace) -> int:
    """Marks answers; 0 where everything handed in is right, else 1."""
    answers = pairs(options.answer, "--answer")
    if not answers:
        raise InputError("nothing is handed in: add --answer NAME=VALUE")
    marking = mark_answers(variant(options, needs_seed=True), answers)
    if as_json(options):
        from ..render.json import marking_object

        write_json(marking_object(marking))
    else:
        from ..render.verdicts import verdicts

        write(verdicts(marking, renderer(options)))
    return 0 if marking.all_right else 1
