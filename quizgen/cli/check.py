"""quizgen check"""

from __future__ import annotations

import sys

from ..errors import InputError
from ..marking import Marking, hand_in, mark, read_working
from ..variant import Variant
from .options import Namespace, pairs
from .output import as_json, deliver_lines, json_line, renderer
from .variants import exercise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..closed import Closed

LARGEST = 1 << 20


def run(options: Namespace) -> int:
    """Marks answers and working; 0 where everything handed in is right, else 1."""
    if not options.answer and options.work is None:
        raise InputError("nothing is handed in: add --answer NAME=VALUE, or --work FILE")
    wants_json = as_json(options)
    one = exercise(options, needs_seed=True)
    if not isinstance(one, Variant):
        return _closed(one, options, wants_json)
    marking = _marking(one, pairs(options.answer, "--answer"), options)
    if wants_json:
        from ..render.json import marking_object

        deliver_lines(options, [json_line(marking_object(marking))])
    else:
        deliver_lines(options, _text(marking, options))
    return 0 if marking.all_right else 1


def _closed(closed: Closed, options: Namespace, wants_json: bool) -> int:
    """Marks the answer to a closed question."""
    reply = closed.mark(_one_answer(closed, options))
    if wants_json:
        from ..render.json import reply_object

        deliver_lines(options, [json_line(reply_object(reply))])
    else:
        from ..render.replies import reply_lines

        deliver_lines(options, reply_lines(reply, renderer(options), corrected=True))
    return 0 if reply.all_right else 1


def _one_answer(closed: Closed, options: Namespace) -> str:
    """The one answer handed in: "b", or with its name "answer=b"."""
    typed = options.answer if options.work is None else [*options.answer, _read(options.work)]
    if len(typed) > 1:
        raise InputError(f"this question has one answer, {len(typed)} are handed in")
    name, equals, value = typed[0].partition("=")
    is_name = equals and name.strip().lower() in ("answer", *(name.lower() for name in closed.asked))
    answer: str = value if is_name else typed[0]
    return answer.strip()


def _text(marking: Marking, options: Namespace) -> Iterator[str]:
    from ..render.verdicts import verdicts

    text = renderer(options)
    yield from verdicts(marking, text, corrected=True)
    if options.explain:
        from ..render.explanation import explanation

        yield from explanation(marking, text)


def _marking(of: Variant, answers: list[tuple[str, str]], options: Namespace) -> Marking:
    from ..answers import ReadingError

    handed = hand_in(of, answers)
    if options.work is None:
        return mark(of, handed, strict=options.strict, explained=options.explain)
    try:
        working = read_working(of, _read(options.work))
    except ReadingError as error:
        raise InputError(f"--work {options.work}: {error}") from None
    return mark(of, {**working.handed, **handed}, working.unmatched, options.strict, options.explain)


def _read(path: str) -> str:
    """The text of a file, or of standard input for "-"."""
    try:
        if path == "-":
            return sys.stdin.buffer.read(LARGEST).decode("utf-8-sig", "replace")
        with open(path, "rb") as file:
            return file.read(LARGEST).decode("utf-8-sig", "replace")
    except OSError as error:
        raise InputError(f"--work {path}: {error.strerror}") from None
