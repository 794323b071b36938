"""The one grammar that reads what people write: givens, answers, lines of working. Nothing is ever evaluated by Python.

What is expected decides how a text is read: one number, a list, or a matrix. Where one number stands alone, a comma is its
decimal comma and digits behind spaces in groups of three are one number (`tokens`); in a list the comma separates entries
(`lists`). What could still be meant in two ways is refused, and the message names both: 3,000; 1 2 3; 1/2(3) (`grammar`).
Limits on length, depth and digits hold before anything is computed (`value`).
"""

from __future__ import annotations

from .grammar import Reader
from .lists import matrix as read_matrix
from .lists import vector as read_vector
from .tokens import ReadingError, Token, tokens, visible
from .value import Written, written
from .words import read_choice, read_sentences, read_word, read_words

__all__ = [
    "ReadingError",
    "Written",
    "read_choice",
    "read_matrix",
    "read_number",
    "read_sentences",
    "read_vector",
    "read_whole",
    "read_word",
    "read_words",
]

LONGEST = 400
LARGEST_WHOLE = 10**15


def read_number(text: str) -> Written:
    """One number. ReadingError says what is wrong, at which character, and what would be accepted."""
    found = tokens(text, LONGEST, alone=True)
    if not found:
        raise ReadingError("nothing is written where a number is expected, such as -1.45 or 5/8", 1)
    reader = Reader(found, Token("end", "", len(text) + 1, False))
    return written(reader.whole(), reader.where)


def read_whole(text: str) -> int:
    """One whole number."""
    number = read_number(text)
    if not number.value.is_integer():
        raise ReadingError(f"{visible(text.strip())} is no whole number", 1)
    if abs(number.value) > LARGEST_WHOLE:
        raise ReadingError(f"{visible(text.strip())} is too large; at most 10^15 is read", 1)
    return int(number.value)
