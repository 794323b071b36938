import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import ReadingError, read_choice, read_matrix, read_number, read_vector, read_whole


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-1.45", -1.45),
        (".5", 0.5),
        ("1.40", 1.4),
        ("6.25e-1", 0.625),
        ("−3", -3),
        ("5/8", 0.625),
        ("62.5%", 0.625),
        ("6/sqrt(20)", 6 / math.sqrt(20)),
        ("2(3+1)", 8),
        ("√20", math.sqrt(20)),
        ("2√3", 2 * math.sqrt(3)),
        ("e^-0.5", math.exp(-0.5)),
        ("exp(-0.5)", math.exp(-0.5)),
        ("2×10^-3", 0.002),
        ("10⁻⁴", 1e-4),
        ("3,14", 3.14),
        ("12 345.6", 12345.6),
        ("+4", 4),
        ("１２", 12),
        ("|−3|", 3),
        ("pi", math.pi),
        ("-3^2", -9),
        ("2^3^2", 512),
        ("1 000 000", 1e6),
        ("0,125", 0.125),
        ("1/2(3)", 1.5),
    ],
)
def test_what_people_write(text, value):
    assert read_number(text).value == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "unit", "places", "figures"),
    [
        ("1.40", 0.01, 2, 3),
        ("20", 1, 0, 2),
        ("0.00", 0.01, 2, 0),
        ("0.0380", 1e-4, 4, 3),
        ("62.5%", 1e-3, 3, 3),
        ("2×10^-3", 1e-3, 3, 1),
        ("5/8", 0, None, None),
    ],
)
def test_a_written_number_is_also_a_precision(text, unit, places, figures):
    number = read_number(text)
    assert (pytest.approx(number.unit), number.places, number.figures) == (unit, places, figures)


@pytest.mark.parametrize("text", ["1 2 3", "3,000"])
def test_what_can_be_read_in_two_ways_is_refused_with_both(text):
    with pytest.raises(ReadingError, match=" or "):
        read_number(text)


HOSTILE = [
    "__import__('os').system('id')",
    "9**9**9",
    "1e999",
    "nan",
    "inf",
    "9" * 10_000_000,
    "1\0",
    "(" * 10_000,
    "\x1b[31m1",
    "\u202e1",
    "{{7*7}}",
    "\\write18{id}",
    "\udc80",
    "1__0",
    "0x10",
    "1j",
    "True",
    "",
    " ",
    "2/0",
    "sqrt(-1)",
    "ln(0)",
    "0^-1",
    "-" * 300,
    "√" * 300,
    "1e",
    "2..3",
    "1=1",
    "|1",
    "exp(1000)",
    "(-8)^(1/3)",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_refused_in_words(text):
    if text == "1e":
        assert read_number(text).value == math.e
        return
    with pytest.raises(ReadingError) as caught:
        read_number(text)
    assert str(caught.value).isprintable()


@given(st.text(max_size=60))
def test_nothing_but_a_reading_error_comes_out(text):
    for read in (read_number, read_vector, read_matrix):
        try:
            read(text)
        except ReadingError as error:
            assert str(error).isprintable()


@given(st.text("0123456789.,;()[]+-*/^% e√|\n", max_size=40))
def test_nothing_but_a_reading_error_comes_out_of_near_numbers(text):
    for read in (read_number, read_vector, read_matrix):
        try:
            read(text)
        except ReadingError as error:
            assert str(error).isprintable()


@given(st.decimals(-(10**6), 10**6, places=4, allow_nan=False))
def test_decimals_keep_their_text(number):
    written = read_number(str(number))
    assert (written.text, written.value, written.places) == (str(number), float(number), 4)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("(0.72, 0.2)", [0.72, 0.2]),
        ("[0.72 0.2]", [0.72, 0.2]),
        ("0.72, 0.2", [0.72, 0.2]),
        ("(0,72; 0,2)", [0.72, 0.2]),
        ("1 -2 3", [1, -2, 3]),
        ("(1/2, 2(3+1))", [0.5, 8]),
        ("5", [5]),
    ],
)
def test_vectors(text, values):
    assert [number.value for number in read_vector(text)] == values


@pytest.mark.parametrize("text", ["[1,2;3,4]", "[[1,2],[3,4]]", "1 2\n3 4", "((1,2),(3,4))"])
def test_matrices(text):
    assert [[number.value for number in row] for row in read_matrix(text)] == [[1, 2], [3, 4]]


def test_a_ragged_matrix_is_refused():
    with pytest.raises(ReadingError, match="row 2 has 1 entries"):
        read_matrix("[1,2;3]")


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("reject", "reject H0"),
        ("Reject  H0", "reject H0"),
        ("fail to reject", "fail to reject H0"),
        ("accept H0", "fail to reject H0"),
        ("do not reject", "fail to reject H0"),
        ("KEEP", "fail to reject H0"),
        ("fail-to-reject", "fail to reject H0"),
    ],
)
def test_choices(text, choice):
    assert read_choice(text, ("reject H0", "fail to reject H0")) == choice


def test_a_strange_word_is_refused_with_what_would_do():
    with pytest.raises(ReadingError, match="none of reject H0, fail to reject H0"):
        read_choice("perhaps", ("reject H0", "fail to reject H0"))


def test_whole_numbers():
    assert read_whole("20") == 20
    with pytest.raises(ReadingError, match="no whole number"):
        read_whole("2.5")
