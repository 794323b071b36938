"""Numbers in forms of their own: a value of either sign, ±2.093, and the bounds of an interval, 40 ± 2.5 or 37.5 to 42.5."""

from __future__ import annotations

import re

from ..formula.nodes import Unary
from . import read_number, read_vector
from .tokens import ReadingError
from .value import Written

PLUS_MINUS = re.compile(r"±|\+/?[-−]|\\pm")
PAIR = re.compile(r"\s*(?:,|;|\b(?:and|or)\b)\s*")
LEADING = re.compile(r"\s*(?:from|between|\w+\s*(?:∈|\bin\b))\s*", re.I)
CHAIN = re.compile(r"([^<≤]+)(?:<=?|≤)[^<≤\d]+(?:<=?|≤)([^<≤]+)")
DASH = re.compile(r"([\d.,]*\d)\s*[-−–—]\s*([\d.,]*\d)")
TO = re.compile(r"\s*(?:\bto\b|\band\b|\.\.\.?|…)\s*", re.I)
OPENING, CLOSING = "([]", ")]["


def read_either_sign(text: str, like: float) -> Written:
    """A number that may be written with either sign, or with both ("±2.1", "-2.1 and 2.1"), with the sign of `like`."""
    text = _without_ends(text.strip())
    marked, parts = PLUS_MINUS.match(text), PAIR.split(text)
    if marked:
        number = read_number(text[marked.end() :])
    elif len(parts) == 2 and (found := _opposite(*parts)):
        number = found
    else:
        number = read_number(text)
    return number if number.value * like >= 0 else negative(number)


def _opposite(one: str, other: str) -> Written | None:
    """The first of two numbers that differ in their sign alone."""
    try:
        first, second = read_number(one), read_number(other)
    except ReadingError:
        return None
    return first if first.value == -second.value else None


def negative(number: Written) -> Written:
    """The number with its sign turned."""
    text = number.text.removeprefix("-") if number.value < 0 else f"-{number.text}"
    return number.replace(value=-number.value, text=text, node=Unary("-", number.node))  # type: ignore[no-any-return]


def read_interval(text: str) -> tuple[Written, ...]:
    """The two bounds of an interval: a list of them, "37.5 to 42.5", "37.5-42.5", "37.5 < mu < 42.5" or "40 ± 2.5"."""
    inner = _without_ends(text.strip())
    found = CHAIN.fullmatch(inner) or DASH.fullmatch(inner)
    if found:
        return read_number(found[1]), read_number(found[2])
    led = LEADING.match(inner)
    inner = inner[led.end() :] if led else inner
    for separator, made in ((PLUS_MINUS, _around), (TO, _bounds)):
        parts = separator.split(inner)
        if len(parts) == 2 and all(map(str.strip, parts)):
            return made(*map(read_number, parts))
    return read_vector(_without_ends(inner))


def _without_ends(text: str) -> str:
    """The text without brackets around the whole; those of an open interval, ]37.5, 42.5[, need not match."""
    wrapped = len(text) > 1 and text[0] in OPENING and text[-1] in CLOSING
    plain = wrapped and not any(sign in "()[]" for sign in text[1:-1])
    return text[1:-1] if plain else text


def _bounds(low: Written, high: Written) -> tuple[Written, ...]:
    return low, high


def _around(middle: Written, margin: Written) -> tuple[Written, ...]:
    """The bounds of "40 ± 2.5", as precise as its margin is written."""
    bounds = middle.value - margin.value, middle.value + margin.value
    return tuple(margin.replace(value=bound, text=f"{bound:.12g}") for bound in bounds)
