"""quizgen show"""

from __future__ import annotations

from ..document import Paragraph
from ..exercise import as_object, hints, posed, question
from .options import Namespace
from .output import deliver, deliver_lines, json_line, kind, page, renderer
from .variants import several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..document import Question
    from ..exercise import Exercise


def run(options: Namespace) -> int:
    """Shows exercises."""
    chosen = kind(options)
    return present(chosen, several(options), options, options.solution, options.hint or 0)


def present(chosen: str, shown: Iterable[Exercise], options: Namespace, solved: bool, hinted: int = 0) -> int:
    """Writes exercises in a format, to standard output as they come, or to a file as a whole."""
    if chosen in ("json", "text"):
        lines = _json(shown, solved) if chosen == "json" else _text(shown, options, solved, hinted)
        deliver_lines(options, lines)
        return 0
    deliver(options, page(chosen, [_hinted(one, hinted) for one in shown], solved))
    return 0


def _json(exercises: Iterable[Exercise], solved: bool) -> Iterator[str]:
    for one in exercises:
        yield json_line(as_object(one, solved))


def _text(exercises: Iterable[Exercise], options: Namespace, solved: bool, hinted: int) -> Iterator[str]:
    text = renderer(options)
    for place, one in enumerate(exercises):
        if place:
            yield ""
        shown = question(one) if solved else posed(one)
        yield from text.question(shown)
        for number, hint in enumerate(hints(one)[:hinted] if hinted else (), 1):
            yield from text.block(Paragraph((f"Hint {number}: ", *hint)))
        if solved:
            yield from text.solution(shown)


def _hinted(one: Exercise, hinted: int) -> Question:
    shown = question(one)
    told = enumerate(hints(one)[:hinted] if hinted else (), 1)
    extra = tuple(Paragraph((f"Hint {number}: ", *hint)) for number, hint in told)
    return shown.replace(blocks=(*shown.blocks, *extra))  # type: ignore[no-any-return]
