import pytest

from quizgen.answers import ReadingError, read_choice, read_sentences, read_word, read_words

DECISIONS = ("reject H0", "fail to reject H0")


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("reject", "reject H0"),
        ("Reject  H0", "reject H0"),
        ("reject the null hypothesis.", "reject H0"),
        ("reject H₀", "reject H0"),
        ("fail to reject", "fail to reject H0"),
        ("accept H0", "fail to reject H0"),
        ("do not reject", "fail to reject H0"),
        ("KEEP", "fail to reject H0"),
        ("fail-to-reject", "fail to reject H0"),
    ],
)
def test_decisions(text, choice):
    assert read_choice(text, DECISIONS) == choice


@pytest.mark.parametrize(
    ("text", "choice"),
    [("Two-tailed", "two"), ("≠", "two"), ("left", "less"), ("upper tail", "greater"), (">", "greater")],
)
def test_directions(text, choice):
    assert read_choice(text, ("two", "less", "greater")) == choice


@pytest.mark.parametrize("text", ["perhaps", "", "\x1b[31m", "reject fail to reject", "x" * 10_000])
def test_a_strange_word_is_refused_with_what_would_do(text):
    with pytest.raises(ReadingError, match="reject H0, fail to reject H0") as caught:
        read_choice(text, DECISIONS)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("text", ["cat, dog", "[cat; dog]", "cat dog", "'cat', 'dog'"])
def test_lists_of_words(text):
    assert read_words(text) == ("cat", "dog")


@pytest.mark.parametrize(
    "text",
    [
        "[the king rules, the queen rules]",
        "the king rules; the queen rules",
        "The king rules. The queen rules.",
        "The king, rules\nthe queen rules.\n",
        "'the  king rules', 'the queen rules'",
    ],
)
def test_sentences_are_kept_whole(text):
    assert read_sentences(text) == ("the king rules", "the queen rules")


@pytest.mark.parametrize("text", ["the king rules", "[The king rules.]", "“the king rules”"])
def test_one_sentence(text):
    assert read_sentences(text) == ("the king rules",)


def test_one_word():
    assert read_word(" 'king' ") == "king"
    with pytest.raises(ReadingError, match="one word is expected, got 2"):
        read_word("king, queen")


@pytest.mark.parametrize("read", [read_words, read_sentences, read_word])
@pytest.mark.parametrize("text", ["", " ", "[]", "a\x1b[31m", "a\x00", "\u202eword", "a, " * 30_000])
def test_lists_that_are_none_or_cannot_be_printed_are_refused(read, text):
    with pytest.raises(ReadingError) as caught:
        read(text)
    assert str(caught.value).isprintable()


def test_a_sentence_too_long_is_refused():
    with pytest.raises(ReadingError, match="a sentence of 500 words"):
        read_sentences("a " * 500)
