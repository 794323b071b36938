"""quizgen check"""

from __future__ import annotations

from ..errors import InputError
from ..marking import Marking, mark_answers
from ..render.json import marking_object
from .options import Namespace, pairs
from .output import as_json, renderer, write, write_json
from .variants import variant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..marking import Marked

SIGNS = {"right": "ok", "rounded": "ok", "follows": "->", "missing": "  "}


def run(options: Namespace) -> int:
    """Marks answers; 0 where everything handed in is right, else 1."""
    answers = pairs(options.answer, "--answer")
    if not answers:
        raise InputError("nothing is handed in: add --answer NAME=VALUE")
    marking = mark_answers(variant(options, needs_seed=True), answers)
    if as_json(options):
        write_json(marking_object(marking))
    else:
        write(_text(marking, options))
    return 0 if marking.all_right else 1


def _text(marking: Marking, options: Namespace) -> Iterator[str]:
    text = renderer(options)
    for step in marking.steps:
        if step.judged.handed:
            yield text.plain(_line(step))
    yield f"{marking.marks:g} of {marking.out_of} marks"


def _line(step: Marked) -> str:
    assert step.judged.handed is not None
    sign = SIGNS.get(step.verdict, " x")
    why = f": {step.why}" if step.why else ""
    return f"{sign} {step.judged.step.key} = {step.judged.handed.text.strip()}  {step.verdict}{why}"
