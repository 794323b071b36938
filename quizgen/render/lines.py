"""Running text broken into lines."""

from __future__ import annotations

GLUE = "\x1f"
SHORT, BRACKETED = 24, 40
SIGNS = "=<>≤≥≠×−"


def kept(maths: str) -> str:
    """A formula in running text: a short one is not broken, a long one only between its brackets."""
    return glued(maths) if len(maths) <= SHORT else bracketed(maths)


def bracketed(maths: str) -> str:
    """A formula that is not broken within its innermost brackets."""
    first, *rest = maths.split("(")
    return "(".join([first, *map(_closed, rest)])


def _closed(piece: str) -> str:
    inner, bracket, after = piece.partition(")")
    return glued(inner) + bracket + after if bracket and len(inner) <= BRACKETED else piece


def words(text: str) -> str:
    """Running text that is not broken beside the signs in it, as in "n − 1"."""
    text = text.replace("\u00a0", GLUE)
    for sign in SIGNS:
        text = text.replace(f" {sign} ", f"{GLUE}{sign}{GLUE}")
    return text


def glued(text: str) -> str:
    """A text that is not broken."""
    return text.replace(" ", GLUE)


def wrapped(text: str, width: int, indent: int | None = None) -> list[str]:
    """Lines of at most `width` signs, of whole words where they fit; later lines are indented by `indent`, or as the first.

    What glue joins is one word.
    """
    body = text.lstrip(" ")
    margin = " " * (len(text) - len(body))
    later = " " * min(len(margin) if indent is None else indent, width // 3)
    lines, line, empty = [], margin, True
    for word in body.split(" "):
        if not empty and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, empty = later, True
        line += word if empty else f" {word}"
        empty = empty and not word
        while len(line) > width:
            cut = _cut(line, len(later), width)
            lines.append(line[:cut])
            line = later + line[cut:].lstrip(GLUE)
    return [line.replace(GLUE, " ").rstrip() for line in (*lines, line)]


def _cut(line: str, indent: int, width: int) -> int:
    """Where a line with a word too long for it is cut: at glue, or else at the width."""
    at = line.rfind(GLUE, indent + 1, width + 1)
    return at if at > 0 else width
