"""A marking in words: first what is right, then what is not and why."""

from __future__ import annotations

from ..writing import label
from .escape import harmless

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ..marking import Marked, Marking
    from .text import TextRenderer

GOOD = ("right", "rounded")
SIGNS = {"right": "✓", "rounded": "~", "follows": "→"}
STYLES = {"right": "good", "rounded": "good", "follows": "fair", "other-convention": "fair"}
WORDS = {
    "right": "right",
    "rounded": "right, but rounded",
    "follows": "follows from your earlier value",
    "other-convention": "right under another convention",
    "undefined": "cannot be followed",
    "missing": "left out",
    "wrong": "not right",
    "unreadable": "cannot be read",
}
LONGEST = 60


def verdicts(marking: Marking, text: TextRenderer) -> Iterator[str]:
    """A line or more for each step that was handed in, then the marks."""
    handed = [step for step in marking.steps if step.judged.handed]
    for step in sorted(handed, key=lambda step: step.verdict not in GOOD):
        yield from _verdict(marking, step, text)
    blank = [text.inline(label(marking.variant, step.judged.step)) for step in marking.steps if _left_blank(marking, step)]
    if blank:
        yield from text.wrapped(f"Left blank: {', '.join(blank)}", 4)
    yield text.styled(f"{marking.marks:g} of {marking.out_of} marks", "strong")


def _left_blank(marking: Marking, step: Marked) -> bool:
    return step.judged.handed is None and step.judged.step.key in marking.variant.asked


def _verdict(marking: Marking, step: Marked, text: TextRenderer) -> Iterator[str]:
    assert step.judged.handed is not None
    name = text.inline(label(marking.variant, step.judged.step))
    sign = text.plain(SIGNS.get(step.verdict, "✗"))
    said = f"{sign} {name} = {_shortened(step.judged.handed.text)}: {_judgement(step)}"
    first, *rest = text.wrapped(said, 4)
    yield text.styled(sign, STYLES.get(step.verdict, "bad")) + first[len(sign) :]
    yield from rest


def _judgement(step: Marked) -> str:
    """The verdict in words, for each entry of a list where they differ, and why."""
    places: dict[str, list[str]] = {}
    for place, verdict in _entries(step.judged.components):
        places.setdefault(WORDS[verdict], []).append(place)
    if len(places) > 1:
        said = "; ".join(f"{', '.join(places[word])} {word}" for word in WORDS.values() if word in places)
    else:
        said = WORDS[step.verdict]
    return f"{said}. {_sentence(step.why)}" if step.why else said


def _entries(components: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """The place and verdict of each entry of a vector or matrix."""
    if not isinstance(components, list):
        return
    for at, entry in enumerate(components, 1):
        here = f"{place}[{at}]"
        yield from _entries(entry, here) if isinstance(entry, list) else [(here, entry)]


def _sentence(why: str) -> str:
    why = why[0].upper() + why[1:]
    return why if why[-1] in ".?!" else f"{why}."


def _shortened(written: str) -> str:
    """What was typed, made harmless, on one line and not too long."""
    found = harmless(written).strip()
    return found if len(found) <= LONGEST else found[: LONGEST - 1] + "…"
