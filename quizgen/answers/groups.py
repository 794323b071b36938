"""Reads lists of words, and lists of these: "tall king, king rules", "(tall, king), (king, rules)", "king rules -> tall"."""

from __future__ import annotations

import re

from .tokens import ReadingError

LONGEST = 8_000
ARROWS = re.compile(r"->|=>|→|⇒|↦|:")
COMPARISON = re.compile(r"(!=|<>|=/=|≠|<=|≤|>=|≥|==|=(?!>)|<|(?<![-=])>)")
SIGNS = {"≠": "!=", "<>": "!=", "=/=": "!=", "≤": "<=", "≥": ">=", "==": "="}
LETTERS = {"μ": "mu", "µ": "mu", "σ": "sigma", "x̄": "xbar", "x\u0305": "xbar", "∞": "inf"}
HEADING = re.compile(r"^\s*h\s*_?\s*[01a₀₁]\s*[:=]?\s+", re.IGNORECASE)
QUOTES = "'\"“”‘’`"
OPENING, CLOSING = "([{", ")]}"


def read_groups(text: str) -> tuple[tuple[str, ...], ...]:
    """The items of a list, each a tuple of words, in lower case. ReadingError where there is none."""
    if len(text) > LONGEST:
        raise ReadingError(f"too long: {len(text)} characters; at most {LONGEST} are read", LONGEST + 1)
    if COMPARISON.search(text) and not ARROWS.search(HEADING.sub("", text)):
        return (comparison(text),)
    inner = _without_outer(text.strip())
    items = [words for part in _parts(inner) if (words := _words(part))]
    if not items:
        raise ReadingError("no words; write them with commas between", 1)
    return tuple(items)


class Said(str):
    """A text with others that say the same: "mu = 12" of "mu >= 12"."""

    others: tuple[str, ...]

    def __new__(cls, text: str, *others: str) -> Said:
        made = super().__new__(cls, text)
        made.others = others
        return made


def comparison(text: str) -> tuple[str, ...]:
    """What is compared and how, word by word: "H0: μ≥12.0" is "mu", ">=", "12"."""
    plain = HEADING.sub("", text)
    for letter, name in LETTERS.items():
        plain = plain.replace(letter, name)
    words = (
        SIGNS.get(part, part) if COMPARISON.fullmatch(part) else _as_number(plain_word(part.strip()))
        for part in COMPARISON.split(plain)
    )
    return tuple(word for word in words if word)


def _as_number(word: str) -> str:
    try:
        return f"{float(word):.12g}"
    except ValueError:
        return "".join(word.split())


def _words(text: str) -> tuple[str, ...]:
    plain = ARROWS.sub(" ", text)
    for sign in "()[]{},;":
        plain = plain.replace(sign, " ")
    return tuple(plain_word(word) for word in plain.split() if plain_word(word))


def plain_word(word: str) -> str:
    """A word without quotes, a full stop or capitals."""
    return word.strip(QUOTES).strip(".!?").lower()


def _without_outer(text: str) -> str:
    """The text without a bracket around the whole of several items."""
    if not text or text[0] not in OPENING or _closing(text) != len(text) - 1:
        return text
    inner = text[1:-1]
    several = "," in inner or ";" in inner or any(sign in OPENING for sign in inner)
    return inner if several else text


def _closing(text: str) -> int:
    """Where the bracket at the beginning is closed; -1 where it is not."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in OPENING) - (sign in CLOSING)
        if depth == 0:
            return at
    return -1


def _parts(text: str) -> list[str]:
    """The text cut between items: at semicolons and lines where there are any, else at commas, else at spaces."""
    for separators in (";\n", ","):
        parts = _cut(text, separators)
        if len(parts) > 1:
            return parts
    return [text] if any(sign in OPENING for sign in text) or ARROWS.search(text) else text.split()


def _cut(text: str, separators: str) -> list[str]:
    """The text cut at separators outside brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in OPENING) - (sign in CLOSING)
        if depth <= 0 and sign in separators:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
