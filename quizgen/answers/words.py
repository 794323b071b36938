"""Reads choices: words with their common synonyms, and lists of words."""

from __future__ import annotations

from .tokens import ReadingError, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SYNONYMS = {
    "reject h0": "reject, rejected, reject null, reject null hypothesis, h0 rejected, h0 is rejected, reject h 0, reject h₀",
    "fail to reject h0": "fail to reject, failed to reject, do not reject, dont reject, don't reject, not rejected, "
    "not reject, cannot reject, can't reject, accept, accepted, accept h0, accept h₀, accept null, keep, keep h0, "
    "keep h₀, retain, retain h0, do not reject h0, don't reject h0, cannot reject h0, not reject h0, "
    "fail to reject null, fail to reject null hypothesis, h0 not rejected, h0 is not rejected, "
    "fail to reject h₀, do not reject h₀",
    "two": "two tailed, two sided, 2 tailed, 2 sided, both, both tails, both sides, 2, ≠, !=",
    "less": "left, lower, smaller, left tailed, lower tailed, left tail, lower tail, less than, <",
    "greater": "right, upper, larger, right tailed, upper tailed, right tail, upper tail, greater than, more, >",
    "yes": "y, true",
    "no": "n, false",
}
LONGEST = 200
SHORTEST_PHRASE = 4


def folded(text: str) -> str:
    """A word without what does not count: case, spacing, hyphens, articles, a closing full stop."""
    words = text.lower().replace("_", " ").replace("-", " ").strip(" .!").split()
    return " ".join(word for word in words if word != "the")


def read_choice(text: str, choices: Sequence[str]) -> str:
    """The choice that is meant. ReadingError names what would do."""
    if len(text) > LONGEST:
        raise ReadingError(f"too long for a choice: one of {', '.join(choices)} is expected", 1)
    word = folded(text)
    for choice in choices:
        if word == folded(choice) or word in SYNONYMS.get(folded(choice), "").split(", "):
            return choice
    raise ReadingError(f"{visible(text)} is none of {', '.join(choices)}", 1)


def phrases(choices: Sequence[str]) -> dict[str, str]:
    """What people write for each choice, folded, and the choice that it means; nothing so short that it may be a number or
    a sign."""
    found: dict[str, str] = {}
    for choice in choices:
        for phrase in (choice, *SYNONYMS.get(folded(choice), "").split(", ")):
            if sum(map(str.isalpha, phrase)) >= SHORTEST_PHRASE:
                found.setdefault(folded(phrase), choice)
    return found


def read_words(text: str) -> tuple[str, ...]:
    """Words between commas, semicolons or spaces."""
    if len(text) > 60000:
        raise ReadingError("too long a list of words", 60000)
    inner = text.strip().strip("[]()")
    separator = ";" if ";" in inner else "," if "," in inner else None
    words = tuple(word.strip(" '\"") for word in inner.split(separator) if word.strip(" '\""))
    if not words:
        raise ReadingError("no words; write them with commas between", 1)
    return words
