"""Reads choices: words with their common synonyms, and lists of words."""

from __future__ import annotations

from .tokens import ReadingError, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SYNONYMS = {
    "reject h0": "reject, rejected, reject null, reject null hypothesis, h0 rejected, h0 is rejected, reject h 0, reject h₀, "
    "accept h1, h1 accepted, h1 is accepted, accept ha, accept alternative, accept alternative hypothesis, significant",
    "fail to reject h0": "fail to reject, failed to reject, do not reject, dont reject, don't reject, not rejected, "
    "not reject, cannot reject, can't reject, accept, accepted, accept h0, accept h₀, accept null, keep, keep h0, "
    "keep h₀, retain, retain h0, do not reject h0, don't reject h0, cannot reject h0, not reject h0, "
    "fail to reject null, fail to reject null hypothesis, h0 not rejected, h0 is not rejected, "
    "fail to reject h₀, do not reject h₀, h0 accepted, h0 is accepted, h0 kept, h0 is kept, h0 retained, h0 is retained, "
    "reject h1, h1 rejected, h1 is rejected, keep null, keep null hypothesis, retain null, retain null hypothesis, "
    "do not reject null, do not reject null hypothesis, not significant",
    "two": "two tailed, two sided, 2 tailed, 2 sided, both, both tails, both sides, 2, ≠, !=",
    "less": "left, lower, smaller, left tailed, lower tailed, left tail, lower tail, less than, <",
    "greater": "right, upper, larger, right tailed, upper tailed, right tail, upper tail, greater than, more, >",
    "t": "t test, students t test, student's t test, student t test, one sample t test",
    "z": "z test, one sample z test, normal test",
    "underfit": "underfitting, underfitted, high bias",
    "overfit": "overfitting, overfitted, high variance",
    "good fit": "good, just right, fits well",
    "low bias low variance": "bias low variance low, low bias and low variance",
    "low bias high variance": "bias low variance high, low bias and high variance",
    "high bias low variance": "bias high variance low, high bias and low variance",
    "high bias high variance": "bias high variance high, high bias and high variance",
    "larger model": "bigger model, larger network, bigger network",
    "longer training": "train longer, more epochs, more training",
    "larger model then more data or regularization": "bigger model then more data or regularization, "
    "larger model then more data, bigger model then more data, larger model then regularization",
    "yes": "y, true",
    "no": "n, false",
}
LONGEST, LONGEST_LIST, MOST_WORDS = 200, 8_000, 400
SHORTEST_PHRASE = 4
BETWEEN_WORDS = str.maketrans("_-,:", "    ")


def folded(text: str) -> str:
    """A word without what does not count: case, spacing, hyphens, commas, colons, articles, a closing full stop."""
    words = text.lower().translate(BETWEEN_WORDS).strip(" .!").split()
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
    inner = _inside(text)
    separator = ";" if ";" in inner else "," if "," in inner else None
    words = tuple(word.strip(" '\"") for word in inner.split(separator) if word.strip(" '\""))
    if not words:
        raise ReadingError("no words; write them with commas between", 1)
    return words


def read_word(text: str) -> str:
    """One word."""
    words = read_words(text)
    if len(words) > 1:
        raise ReadingError(f"one word is expected, got {len(words)}", 1)
    return words[0]


def read_sentences(text: str) -> tuple[str, ...]:
    """Sentences a line each, else between semicolons, else behind full stops, else between commas; their words in lower
    case, one space apart, without punctuation."""
    from .groups import plain_word

    inner = _inside(text)
    parts = next((cut for sign in "\n;." if len(cut := inner.strip(sign).split(sign)) > 1), inner.split(","))
    found = [[word for part in sentence.split() if (word := plain_word(part.strip(",;:")))] for sentence in parts]
    sentences = tuple(" ".join(words) for words in found if words)
    if not sentences:
        raise ReadingError("no sentences; write them with semicolons between, or one a line", 1)
    if max(map(len, found)) > MOST_WORDS:
        raise ReadingError(f"a sentence of {max(map(len, found))} words; at most {MOST_WORDS} are read", 1)
    return sentences


def _inside(text: str) -> str:
    """A list without the brackets around it. ReadingError for a text that is too long or cannot be printed."""
    if len(text) > LONGEST_LIST:
        raise ReadingError("too long a list of words", LONGEST_LIST)
    for column, sign in enumerate(text, 1):
        if not (sign.isprintable() or sign.isspace()):
            raise ReadingError(f"{visible(sign)} at character {column} is no part of a word", column)
    return text.strip().strip("[]()").strip()
