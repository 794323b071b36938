"""Reads answers to closed questions: an option, true or false, a word for a blank, an order, pairs.

What can be meant in two ways is refused: "2" where the second option is 5 and the third is 2.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from .tokens import PLAIN, ReadingError, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 400
LETTERS = "ABCDEFGHIJ"
TRUTHS = {
    True: ("true", "t", "yes", "y", "right", "correct"),
    False: ("false", "f", "no", "n", "wrong", "not true", "incorrect"),
}
NAMED = re.compile(r"(?:(?:option|answer|number|no\.?) ?)?\(?([a-j]|[0-9]{1,2})[).:]?")
SEPARATORS = re.compile(r"[\s,;.>)→⇒-]+")
PAIR = re.compile(r"\(?([0-9]{1,2})[)\s]*(?:[-:=.>→⇒]|->|=>|goes with)?\s*\(?([a-z])\)?(?![a-z])")
SHORT = 5


def folded(text: str) -> str:
    """A text without what does not count: case, kinds of hyphens and of spaces, a full stop or quotes around it."""
    plain = normalize("NFC", text).translate(PLAIN).replace("’", "'").casefold()
    return " ".join(plain.split()).strip(" .!\"'")


def read_option(text: str, options: Sequence[Sequence[str]]) -> int:
    """The option meant, counted from 0, by its letter, its number or its text; of each option all spellings are given.
    ReadingError names what would do, or the options that a text could mean."""
    word = _short(text)
    places = {at for at, spellings in enumerate(options) if any(_same(word, folded(one)) for one in spellings)}
    named = NAMED.fullmatch(word)
    if named:
        at = int(named[1]) - 1 if named[1].isdigit() else LETTERS.index(named[1].upper())
        places |= {at} & set(range(len(options)))
    if len(places) == 1:
        return places.pop()
    letters = [LETTERS[at] for at in sorted(places)]
    if letters:
        raise ReadingError(f"{visible(text.strip())} can be option {' or '.join(letters)}; write the letter", 1)
    raise ReadingError(f"{visible(text.strip())} is no option; write a letter from A to {LETTERS[len(options) - 1]}", 1)


def read_truth(text: str) -> bool:
    """True or false, in some common words."""
    word = _short(text)
    for truth, words in TRUTHS.items():
        if word in words:
            return truth
    raise ReadingError(f"{visible(text.strip())} is neither true nor false", 1)


def read_order(text: str, count: int) -> tuple[int, ...]:
    """An order of the numbers from 1 to `count`: "3 1 2 4", "3, 1, 2, 4" or "3124"."""
    parts = [part for part in SEPARATORS.split(_short(text)) if part]
    if len(parts) == 1 and len(parts[0]) == count < 10:
        parts = list(parts[0])
    wanted = f"each number from 1 to {count} once, such as {' '.join(map(str, range(count, 0, -1)))}"
    if not all(part.isdecimal() and len(part) < 3 for part in parts) or len(parts) != count:
        raise ReadingError(f"{visible(text.strip())} is no such order; write {wanted}", 1)
    order = tuple(map(int, parts))
    if sorted(order) != list(range(1, count + 1)):
        raise ReadingError(f"{visible(text.strip())} leaves a number out or names one twice; write {wanted}", 1)
    return order


def read_pairs(text: str, lefts: int, rights: int) -> tuple[int | None, ...]:
    """For each left entry the right one, counted from 0, or None where it is left out: "1-c, 2-a", or "c a" for all."""
    word = _short(text)
    letters = re.sub(r"[\s,;]+", "", word)
    pairs = [(int(left), right) for left, right in PAIR.findall(word)]
    if letters.isalpha() and len(letters) == lefts:
        pairs = list(enumerate(letters, 1))
    elif PAIR.sub("", word).strip(" ,;.") or not pairs:
        example = ", ".join(f"{left}-{LETTERS[min(left, rights - 1)].lower()}" for left in (1, 2))
        raise ReadingError(f"{visible(text.strip())} names no pairs; write them as {example}", 1)
    found: list[int | None] = [None] * lefts
    for left, right in pairs:
        at = LETTERS.lower().find(right)
        if not 1 <= left <= lefts or not 0 <= at < rights:
            limits = f"1 to {lefts} with A to {LETTERS[rights - 1]}"
            raise ReadingError(f"there is no pair {left}-{right}; pairs are of {limits}", 1)
        if found[left - 1] not in (None, at):
            raise ReadingError(f"{left} is paired twice, with {LETTERS[found[left - 1] or 0]} and {LETTERS[at]}", 1)
        found[left - 1] = at
    return tuple(found)


def read_blank(text: str) -> str:
    """What is written in a blank, folded."""
    word = _short(text)
    if not word:
        raise ReadingError("nothing is written", 1)
    return word


def fits(word: str, spellings: Sequence[str]) -> bool:
    """Whether a folded text is one of some spellings: the same number, or the same words, of which one of more than five
    letters may be one letter off."""
    return any(_same(word, folded(one)) or _nearly(word.split(), folded(one).split()) for one in spellings)


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise ReadingError(f"too long: {len(text)} characters; at most {LONGEST} are read", LONGEST + 1)
    return folded(text)


def _same(word: str, other: str) -> bool:
    return word == other or (_number(word) is not None and _number(word) == _number(other))


def _number(text: str) -> float | None:
    """The value of a text that is a number."""
    from . import read_number

    if not text or not any(map(str.isdigit, text)):
        return None
    try:
        return read_number(text).value
    except ReadingError:
        return None


def _nearly(words: list[str], others: list[str]) -> bool:
    return len(words) == len(others) and all(
        word == other or (len(other) > SHORT and other.isalpha() and one_letter_off(word, other))
        for word, other in zip(words, others)
    )


def one_letter_off(word: str, other: str) -> bool:
    """Whether two words differ in one letter: changed, left out, put in, or exchanged with its neighbor."""
    if word == other:
        return False
    at = next((at for at, (a, b) in enumerate(zip(word, other)) if a != b), min(len(word), len(other)))
    first, second = word[at:], other[at:]
    return (
        first[1:] == second[1:]
        or first[1:] == second
        or first == second[1:]
        or (first[:2] == second[:2][::-1] and first[2:] == second[2:])
    )
