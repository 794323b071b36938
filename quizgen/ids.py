"""Variant ids: TTEST-3K7QX-2M4-8FJ names a problem, level, conventions, revision and seed, and checks itself.

The id of a concept item is made alike: its letters are the subject's, its level is "concept", and in the place of the
conventions stands its number.

An id is written in 32 letters and digits that cannot be confused (no 0, O, 1 or I). Read as one number in base 32 it is
divisible by the prime 1021: changing one sign by d at place k changes the number by d * 32**k, exchanging two neighbours
by (a - b) * 31 * 32**k, and 1021 divides neither, so every such slip is refused.
"""

from __future__ import annotations

from functools import cache
from math import prod
from string import ascii_uppercase

from .errors import InputError
from .record import Record

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
TO_BASE_32 = str.maketrans(ALPHABET, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
PRIME = 1021
SEEDS = 2**40
HYPHENS = dict.fromkeys(map(ord, " _\u00ad\u2010\u2011\u2012\u2013\u2212"), "-")
LEVELS = ("easy", "medium", "hard", "concept")


class Parts(Record):
    """What an id says: the problem's code, level, revision (two signs), the rest of it unread, and all its signs."""

    code: str
    level: str
    revision: str
    tail: str


@cache
def code(slug: str) -> str:
    """The problem's letters in an id: at most six, from the slug's words, none that looks like a digit.

    One word gives its first six letters; two give three and, of the last, three consonants; more give two of each.
    """
    words = [
        "".join(letter for letter in word.upper() if letter in ALPHABET and letter.isalpha())
        for word in slug.replace("-", " ").replace("_", " ").split()
    ]
    words = [word for word in words if word]
    if len(words) == 2 and sum(map(len, words)) > 6:
        words = _shared(words)
    elif len(words) > 2:
        words = [word[:2] for word in words]
    return "".join(words)[:6]


def _shared(words: list[str]) -> list[str]:
    first, last = words
    skeleton = last[0] + "".join(letter for letter in last[1:] if letter not in "AE")
    return [first[: max(3, 6 - len(skeleton))], skeleton]


def encode(slug: str, level: str, revision: str, conventions: list[tuple[int, int]], seed: int) -> str:
    """The id. `conventions` holds for each convention the position chosen and the number of choices."""
    letters = code(slug)
    signs = letters + ALPHABET[LEVELS.index(level)] + revision + _digits(*_mixed(conventions)) + _number(seed)
    check = -_value(signs) * 32 * 32 % PRIME
    return _grouped(letters, (signs + ALPHABET[check // 32] + ALPHABET[check % 32])[len(letters) :])


def decode(text: str) -> Parts:
    """The parts of an id, in any case, with its hyphens or without. InputError where it is no id or its check fails."""
    written = _upright(text)
    signs = written.replace("-", "")
    strange = next((sign for sign in signs if sign not in ALPHABET), None)
    if strange is not None:
        raise InputError(f"id {text.strip()!r}: {strange!r} is in no id; ids use {ALPHABET} and hyphens")
    letters = len(signs) - len(signs.lstrip(ALPHABET[8:]))
    if not letters or len(signs) < letters + 6:
        raise InputError(f"{text.strip()!r} is no id: an id looks like TTEST-3K7Q-X2M4")
    if _value(signs) % PRIME:
        raise InputError(f"id {text.strip()!r} has a wrong character or two exchanged: compare it with the paper")
    if written not in (signs, _grouped(signs[:letters], signs[letters:])):
        raise InputError(
            f"id {text.strip()!r}: hyphens stand elsewhere than on paper: copy them all or leave them all out"
        )
    level = ALPHABET.index(signs[letters])
    if level >= len(LEVELS):
        raise InputError(f"id {text.strip()!r} names no level")
    return Parts(signs[:letters], LEVELS[level], signs[letters + 1 : letters + 3], signs[letters + 3 : -2])


def _upright(text: str) -> str:
    """An id in capitals; spaces and the hyphens of word processors stand for hyphens."""
    return text.strip().upper().translate(HYPHENS)


def tail(signs: str, choices: list[int]) -> tuple[list[int], int]:
    """The conventions' positions and the seed, from `Parts.tail` and the number of choices of each convention."""
    width = _width(prod(choices))
    packed, seed = _value(signs[:width]), _value(signs[width:])
    positions = []
    for count in reversed(choices):
        packed, position = divmod(packed, count)
        positions.append(position)
    if packed or seed >= SEEDS or len(signs) <= width or signs[width:] != _number(seed):
        raise InputError("this id names no variant of the problem")
    return positions[::-1], seed


def looks_like_id(text: str) -> bool:
    """Whether a word on the command line is meant as an id rather than as a slug: some letters, a digit, six signs more."""
    signs = _upright(text).replace("-", "")
    letters = len(signs) - len(signs.lstrip(ascii_uppercase))
    return 0 < letters <= 6 and len(signs) >= letters + 6 and signs.isalnum() and signs[letters].isdigit()


def _mixed(conventions: list[tuple[int, int]]) -> tuple[int, int]:
    packed = 0
    for position, count in conventions:
        packed = packed * count + position
    return packed, _width(prod(count for _, count in conventions))


def _width(combinations: int) -> int:
    width = 0
    while 32**width < combinations:
        width += 1
    return width


def _digits(value: int, width: int) -> str:
    signs = ""
    for _ in range(width):
        value, sign = divmod(value, 32)
        signs = ALPHABET[sign] + signs
    return signs


def _number(value: int) -> str:
    return _digits(value, max(1, -(-value.bit_length() // 5)))


def _value(signs: str) -> int:
    return int(signs.translate(TO_BASE_32) or "0", 32)


def _grouped(letters: str, rest: str) -> str:
    """The code, then the rest in groups of about four."""
    groups = -(-len(rest) // 5)
    size = -(-len(rest) // groups)
    return "-".join([letters, *(rest[start : start + size] for start in range(0, len(rest), size))])
