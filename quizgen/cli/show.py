"""quizgen show"""

from __future__ import annotations

from ..document import Paragraph
from ..writing import hints, posed, question
from .options import Namespace
from .output import deliver, json_line, kind, page, renderer, write
from .variants import several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..document import Question
    from ..variant import Variant


def run(options: Namespace) -> int:
    """Shows variants."""
    chosen = kind(options)
    return present(chosen, several(options), options, options.solution, options.hint or 0)


def present(chosen: str, variants: Iterable[Variant], options: Namespace, solved: bool, hinted: int = 0) -> int:
    """Writes variants in a format, to standard output as they come, or to a file as a whole."""
    if chosen in ("json", "text"):
        lines = _json(variants, solved) if chosen == "json" else _text(variants, options, solved, hinted)
        if options.output is not None:
            deliver(options, "".join(line + "\n" for line in lines))
        else:
            write(lines)
        return 0
    deliver(options, page(chosen, [_hinted(variant, hinted) for variant in variants], solved))
    return 0


def _json(variants: Iterable[Variant], solved: bool) -> Iterator[str]:
    from ..render.json import variant_object

    for variant in variants:
        yield json_line(variant_object(variant, solved))


def _text(variants: Iterable[Variant], options: Namespace, solved: bool, hinted: int) -> Iterator[str]:
    text = renderer(options)
    for place, variant in enumerate(variants):
        if place:
            yield ""
        shown = question(variant) if solved else posed(variant)
        yield from text.question(shown)
        for number, hint in enumerate(hints(variant)[:hinted] if hinted else (), 1):
            yield from text.block(Paragraph((f"Hint {number}: ", *hint)))
        if solved:
            yield from text.solution(shown)


def _hinted(variant: Variant, hinted: int) -> Question:
    shown = question(variant)
    told = enumerate(hints(variant)[:hinted], 1)
    extra = tuple(Paragraph((f"Hint {number}: ", *hint)) for number, hint in told)
    return shown.replace(blocks=(*shown.blocks, *extra))  # type: ignore[no-any-return]
