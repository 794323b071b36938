"""Answers to closed questions: options, true or false, blanks, orders, pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import ReadingError
from quizgen.answers.picks import fits, one_letter_off, read_blank, read_option, read_order, read_pairs, read_truth

OPTIONS = [("bias",), ("variance",), ("σ²/k", "sigma^2/k"), ("None of the above",)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A", 0),
        ("b", 1),
        (" (c) ", 2),
        ("d)", 3),
        ("2", 1),
        ("option B", 1),
        ("answer: b", None),
        ("Variance.", 1),
        ("sigma^2/k", 2),
        ("σ²/k", 2),
        ("none of the above", 3),
    ],
)
def test_an_option_by_its_letter_its_number_or_its_text(text, place):
    if place is None:
        with pytest.raises(ReadingError, match="from A to D"):
            read_option(text, OPTIONS)
    else:
        assert read_option(text, OPTIONS) == place


@pytest.mark.parametrize("text", ["", "e", "5", "0", "ab", "x" * 500, "\x1b[31mA", "A B"])
def test_what_is_no_option_is_refused(text):
    with pytest.raises(ReadingError) as caught:
        read_option(text, OPTIONS)
    assert str(caught.value).isprintable()


def test_what_can_be_meant_in_two_ways_is_refused():
    numbers = [("5",), ("2",), ("0.5",)]
    assert read_option("5.0", numbers) == 0
    assert read_option("1/2", numbers) == 2
    assert read_option("2", numbers) == 1
    with pytest.raises(ReadingError, match="can be option A or C; write the letter"):
        read_option("3", [("3",), ("2",), ("1",)])


@pytest.mark.parametrize("text", ["true", "T", "Yes.", "correct"])
def test_true(text):
    assert read_truth(text) is True


@pytest.mark.parametrize("text", ["false", "F", "no", "not true", "Wrong"])
def test_false(text):
    assert read_truth(text) is False


@pytest.mark.parametrize("text", ["", "perhaps", "true false", "\x00"])
def test_neither(text):
    with pytest.raises(ReadingError, match="neither true nor false"):
        read_truth(text)


@pytest.mark.parametrize("text", ["3 1 2", "3, 1, 2", "3-1-2", "312", "3 > 1 > 2", "3; 1; 2."])
def test_an_order(text):
    assert read_order(text, 3) == (3, 1, 2)


@pytest.mark.parametrize("text", ["", "1 2", "1 1 2", "1 2 4", "a b c", "1 2 3 4", "9" * 50])
def test_no_order(text):
    with pytest.raises(ReadingError, match="each number from 1 to 3 once, such as 3 2 1"):
        read_order(text, 3)


@given(st.permutations(range(1, 8)))
def test_every_order_is_read(order):
    assert read_order(" ".join(map(str, order)), 7) == tuple(order)


@pytest.mark.parametrize("text", ["1-c, 2-a", "2a 1c", "1 → C; 2 → A", "c a", "CA", "1 = c, 2 = a", "(1) (c), (2) (a)"])
def test_pairs(text):
    assert read_pairs(text, 2, 3) == (2, 0)


def test_pairs_may_be_left_out():
    assert read_pairs("2-b", 3, 3) == (None, 1, None)


@pytest.mark.parametrize("text", ["", "1-d", "3-a", "1-a 1-b", "first with second", "1", "0-a"])
def test_no_pairs(text):
    with pytest.raises(ReadingError):
        read_pairs(text, 2, 3)


@pytest.mark.parametrize("text", ["momentum", "Momentum.", "  MOMENTUM", "momentun", "momentm", "momenntum", "moemntum"])
def test_a_blank_within_one_letter(text):
    assert fits(read_blank(text), ["momentum"])


@pytest.mark.parametrize("text", ["momnetmu", "moment", "", "inertia"])
def test_a_blank_too_far_off(text):
    assert not fits(text, ["momentum"])


def test_short_words_and_numbers_must_fit():
    assert not fits("ridga", ["ridge"])
    assert fits("ridge", ["lasso", "Ridge"])
    assert fits("2.50", ["2.5"]) and fits("5/2", ["2.5"])
    assert not fits("2.6", ["2.5"])
    assert fits("weight decoy", ["weight decay"]) is False


letters = st.text("abcd", min_size=1, max_size=7)


@given(letters, letters)
def test_one_letter_off_is_symmetric_and_is_an_edit(one, other):
    edits = {one[:at] + one[at + 1 :] for at in range(len(one))}
    edits |= {one[:at] + letter + one[at + cut :] for at in range(len(one) + 1) for letter in "abcd" for cut in (0, 1)}
    edits |= {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)}
    assert one_letter_off(one, other) == (other in edits - {one})
    assert one_letter_off(one, other) == one_letter_off(other, one)


@given(st.text(max_size=60))
def test_no_text_breaks_a_reader(text):
    for reader in (
        lambda: read_option(text, OPTIONS),
        lambda: read_truth(text),
        lambda: read_order(text, 4),
        lambda: read_pairs(text, 3, 3),
        lambda: read_blank(text),
    ):
        try:
            reader()
        except ReadingError as error:
            assert str(error).isprintable()
