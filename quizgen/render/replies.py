"""A marked answer to a closed question in words."""

from __future__ import annotations

from .escape import harmless
from .text import counted
from .verdicts import SIGNS, STYLES, sentence, shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..closed import Reply
    from .text import TextRenderer

WORDS = {True: "right", False: "not right", None: "left out"}


def reply_lines(reply: Reply, text: TextRenderer, corrected: bool = False) -> Iterator[str]:
    """What was answered and whether it is right, then the marks; where `corrected`, the right answer stands below a wrong
    one. Why the right answer is right is said of a right one too."""
    if reply.read is None and reply.fault is None:
        yield f"Left blank: {reply.closed.form.prompt}"
    else:
        yield from _verdict(reply, text)
    if corrected and not reply.all_right:
        closed = reply.closed
        said = (*closed.form.answer(), ". ", *closed.why) if closed.why else closed.form.answer()
        yield from text.wrapped(f"    It should be: {text.inline(said)}", 4)
    yield text.styled(f"{reply.marks} of {counted(reply.out_of, 'mark')}", "strong")


def _verdict(reply: Reply, text: TextRenderer) -> Iterator[str]:
    verdict = "right" if reply.all_right else "wrong"
    sign = text.plain(SIGNS.get(verdict, "✗"))
    first, *rest = text.wrapped(f"{sign} {_told(reply, text)}: {_judgement(reply, text)}", 4)
    yield text.styled(sign, STYLES.get(verdict, "bad")) + first[len(sign) :]
    yield from rest


def _told(reply: Reply, text: TextRenderer) -> str:
    """The answer as it was read, else as it was typed."""
    if reply.fault is not None:
        return shortened(reply.text)
    return harmless(text.inline(reply.closed.form.told(reply.read)))


def _judgement(reply: Reply, text: TextRenderer) -> str:
    if reply.fault is not None:
        return f"cannot be read. {sentence(reply.fault)}"
    if reply.all_right:
        why = text.inline(reply.closed.why)
        return f"right. {why}" if why else "right"
    if reply.out_of > 1:
        return _by_places(reply)
    cause = reply.closed.form.cause(reply.read)
    return f"not right. {text.inline(cause[1])}" if cause else "not right"


def _by_places(reply: Reply) -> str:
    """Which places are right, first those that are."""
    found: dict[str, list[str]] = {}
    for place, right in enumerate(reply.places, 1):
        found.setdefault(WORDS[right], []).append(str(place))
    return "; ".join(f"{', '.join(found[word])} {word}" for word in WORDS.values() if word in found)
