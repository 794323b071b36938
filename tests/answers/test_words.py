import pytest

from quizgen.answers import ReadingError, read_choice, read_words

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
