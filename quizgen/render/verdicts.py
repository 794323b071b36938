"""A marking in words: first what is right, then the first wrong line with the reason, then what follows from it."""

from __future__ import annotations

from ..document import Derivation
from ..solution import worked
from ..writing import label
from ..writing.working import derivation
from .escape import harmless
from .text import counted

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


def verdicts(marking: Marking, text: TextRenderer, corrected: bool = False) -> Iterator[str]:
    """A line or more for each step that was handed in, then the marks; where `corrected`, the first wrong line as it should
    be stands below it."""
    handed = [step for step in marking.steps if step.judged.handed]
    for step in sorted(handed, key=lambda step: step.verdict not in GOOD):
        yield from _verdict(marking, step, text)
        if corrected and step.judged.step.key == marking.first_error:
            yield from _corrected(marking, step, text)
    for unmatched in marking.unmatched:
        yield from text.wrapped(f"? Line {unmatched.line}: {shortened(unmatched.text)}: {unmatched.why}", 4)
    blank = [
        text.inline(label(marking.variant, step.judged.step)) for step in marking.steps if _left_blank(marking, step)
    ]
    if blank:
        yield from text.wrapped(f"Left blank: {', '.join(blank)}", 4)
    yield text.styled(f"{marking.marks:g} of {counted(marking.out_of, 'mark')}", "strong")


def _left_blank(marking: Marking, step: Marked) -> bool:
    return step.verdict == "missing" and step.judged.step.key in marking.variant.asked


def _verdict(marking: Marking, step: Marked, text: TextRenderer) -> Iterator[str]:
    sign = text.plain(SIGNS.get(step.verdict, "✗"))
    said = f"{sign} {_written(marking, step, text)}: {_judgement(step, _is_first(marking, step))}"
    first, *rest = text.wrapped(said, 4)
    yield text.styled(sign, STYLES.get(step.verdict, "bad")) + first[len(sign) :]
    yield from rest


def _written(marking: Marking, step: Marked, text: TextRenderer) -> str:
    """The line as the student wrote it, with its number where it has one."""
    handed = step.judged.handed
    assert handed is not None
    if not handed.claims:
        return f"{text.inline(label(marking.variant, step.judged.step))} = {shortened(handed.text)}"
    numbers = list(dict.fromkeys(str(claim.line) for claim in handed.claims))
    lines = f"{'Line' if len(numbers) == 1 else 'Lines'} {', '.join(numbers)}"
    return f"{lines}, {shortened('; '.join(claim.text for claim in handed.claims))}"


def _is_first(marking: Marking, step: Marked) -> bool:
    """Whether a step is the first wrong one of several that were handed in."""
    several = sum(1 for other in marking.steps if other.judged.handed) > 1
    return several and step.judged.step.key == marking.first_error


def _corrected(marking: Marking, step: Marked, text: TextRenderer) -> Iterator[str]:
    line = next(line for line in worked(marking.variant) if line.step.key == step.judged.step.key)
    yield "    It should be:"
    yield from text.block(Derivation(tuple(derivation(marking.variant, line, factored=False))))


def _judgement(step: Marked, is_first: bool) -> str:
    """The verdict in words, for each entry of a list where they differ, and why."""
    places: dict[str, list[str]] = {}
    for place, verdict in _entries(step.judged.components):
        places.setdefault(WORDS[verdict], []).append(place)
    if len(places) > 1:
        said = "; ".join(f"{', '.join(places[word])} {word}" for word in WORDS.values() if word in places)
    else:
        said = WORDS[step.verdict]
    if is_first and step.verdict in ("wrong", "other-convention", "undefined"):
        said += ", and the first to go wrong"
    return f"{said}. {sentence(step.why)}" if step.why else said


def _entries(components: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """The place and verdict of each entry of a vector or matrix."""
    if not isinstance(components, list):
        return
    for at, entry in enumerate(components, 1):
        here = f"{place}[{at}]"
        yield from _entries(entry, here) if isinstance(entry, list) else [(here, entry)]


def sentence(why: str) -> str:
    """A reason as a sentence of its own."""
    why = why[0].upper() + why[1:]
    return why if why[-1] in ".?!" else f"{why}."


def shortened(written: str) -> str:
    """What was typed, made harmless, on one line and not too long."""
    found = harmless(written).strip()
    return found if len(found) <= LONGEST else found[: LONGEST - 1] + "…"
