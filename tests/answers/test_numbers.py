"""One number: each sentence of the grammar with examples, and what is refused with the reason."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import ReadingError, read_number, read_whole

READ = {
    "integers and decimals": {"-1.45": -1.45, ".5": 0.5, "1.40": 1.4, "6.25e-1": 0.625, "20": 20, "3.": 3, "2E3": 2000},
    "Unicode minus signs": {"−3": -3, "–3": -3, "‐3": -3, "5 − 3": 2},
    "Unicode times and division signs": {"2×3": 6, "2·3": 6, "2⋅3": 6, "6÷2": 3, "6∕2": 3, "6⁄2": 3},
    "spaces as thousands separators": {
        "12 345.6": 12345.6,
        "1 000 000": 1e6,
        "1\u2009000": 1000,
        "1\u202f000,5": 1000.5,
        "1\u00a0000": 1000,
        "1 000/2 000": 0.5,
        "3.141\u2009593": 3.141593,
    },
    "points and commas as thousands separators": {
        "1,234.5": 1234.5,
        "1.234,5": 1234.5,
        "1,234,567": 1234567,
        "1.234.567": 1234567,
    },
    "a decimal comma": {
        "3,14": 3.14,
        ",5": 0.5,
        "0,125": 0.125,
        "1234,567": 1234.567,
        "1 234,567": 1234.567,
        "-0,5": -0.5,
    },
    "fractions": {"5/8": 0.625, "-5/8": -0.625, "(1+1)/4": 0.5},
    "percentages": {"62.5%": 0.625, "62,5 %": 0.625, "-5%": -0.05, "(60+2.5)%": 0.625, "50%/2": 0.25, "2*5%": 0.1},
    "arithmetic": {
        "6/sqrt(20)": 6 / math.sqrt(20),
        "2(3+1)": 8,
        "(1+1)(2+2)": 8,
        "√20": math.sqrt(20),
        "2√3": 2 * math.sqrt(3),
        "√(16)/2": 2,
        "√20/4": math.sqrt(20) / 4,
        "6/2*3": 9,
        "2 - 3 - 4": -5,
        "|−3|": 3,
        "2|−3|": 6,
        "|(|−2|−3)|": 1,
        "abs(-3)": 3,
        "ln(e)": 1,
        "log(e^2)": 2,
        "ln 5 + 1": math.log(5) + 1,
        "exp(-0.5)": math.exp(-0.5),
        "e^-0.5": math.exp(-0.5),
        "2pi": 2 * math.pi,
        "π": math.pi,
        "5--3": 8,
    },
    "powers": {
        "2×10^-3": 0.002,
        "2x10^-3": 0.002,
        "2 X 10⁻³": 0.002,
        "10⁻⁴": 1e-4,
        "3²": 9,
        "2**3": 8,
        "-3^2": -9,
        "(-3)^2": 9,
        "2^3^2": 512,
        "4^0.5": 2,
        "0^0": 1,
    },
    "a leading plus, full-width signs": {"+4": 4, "１２": 12, "－９．５": -9.5, "（１＋２）": 3},
    "white space around": {" 5 ": 5, "\t5\r": 5},
}


@pytest.mark.parametrize(
    ("text", "value"), [pair for group in READ.values() for pair in group.items()], ids=lambda part: repr(part)
)
def test_what_people_write(text, value):
    assert read_number(text).value == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "plain", "unit", "places", "figures"),
    [
        ("1.40", "1.40", 0.01, 2, 3),
        ("1,40", "1.40", 0.01, 2, 3),
        ("(1.40)", "1.40", 0.01, 2, 3),
        ("−1.40", "-1.40", 0.01, 2, 3),
        ("+.50", "0.50", 0.01, 2, 2),
        ("20", "20", 1, 0, 2),
        ("007", "7", 1, 0, 1),
        ("-0.00", "0.00", 0.01, 2, 0),
        ("0.0380", "0.0380", 1e-4, 4, 3),
        ("1 000", "1000", 1, 0, 4),
        ("62.5%", "0.625", 1e-3, 3, 3),
        ("2×10^-3", "0.002", 1e-3, 3, 1),
        ("1.50e-3", "1.50e-3", 1e-5, 5, 3),
        ("3e5", "3e5", 1e5, 0, 1),
        ("5/8", "0.625", 0, None, None),
        ("7/100", "0.07", 0, None, None),
        ("10^-4", "0.0001", 0, None, None),
    ],
)
def test_a_written_number_is_also_a_precision(text, plain, unit, places, figures):
    number = read_number(text)
    assert (number.text, pytest.approx(number.unit), number.places, number.figures) == (plain, unit, places, figures)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("3,000", "3.000", "3000"),
        ("-3,000", "3.000", "3000"),
        ("2(3,000)", "3.000", "3000"),
        ("12,345%", "12.345", "12345"),
        ("1 2 3", "one number (123)", "3 numbers"),
        ("1 1/2", "one number (11)", "2 numbers"),
        ("3.14 159", "one number (3.14159)", "2 numbers"),
        ("9,1\u20092", "one number (9,12)", "2 numbers"),
        ("1/2(3)", "belong to it", "the whole fraction"),
        ("6/2(1+2)", "belong to it", "the whole fraction"),
        ("1/2√3", "belong to it", "the whole fraction"),
        ("1/2π", "belong to it", "the whole fraction"),
        ("5/8%", "one number", "the whole before it"),
        ("2^3%", "one number", "the whole before it"),
        ("2³%", "one number", "the whole before it"),
        ("√20%", "one factor", "all"),
        ("√2π", "one factor", "all"),
        ("ln 2^3", "one factor", "all"),
        ("ln 5/2", "one factor", "all"),
        ("e(2)", "e times the bracket", "e to its power"),
    ],
)
def test_what_can_be_meant_in_two_ways_is_refused_with_both(text, one, other):
    with pytest.raises(ReadingError) as caught:
        read_number(text)
    assert f"{one} or " in str(caught.value) or f"{one} or to " in str(caught.value)
    assert other in str(caught.value)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 1, "nothing is written"),
        ("12x", 3, "'x' at character 3 is no number"),
        ("  12 x", 6, "'x' at character 6 is no number"),
        ("1 000 + y", 9, "'y' at character 9 is no number"),
        ("1+", 3, "the text ends at character 3, where a number is expected"),
        ("(1+2", 5, "where ')' is expected"),
        ("[1+2)", 5, "')' stands at character 5, where ']' is expected"),
        ("1)", 2, "')' stands at character 2, where the end is expected"),
        ("2 $", 3, "'$' at character 3 is no part of a number"),
        ("1+1/0", 4, "division by zero, at character 4"),
        ("2+sqrt(-1)", 3, "a root of a negative number, at character 3"),
        ("ln(0)", 1, "a logarithm of a number that is not above 0, at character 1"),
        ("(-8)^(1/3)", 5, "a root of a negative number, at character 5"),
        ("1+2^3000", 4, "an exponent of 3000 is too large; at most 400 is read, at character 4"),
        ("1e999", 1, "the number is too large"),
        ("1e-999", 1, "the number is too small"),
        ("1, 2", 2, "',' stands at character 2, where the end is expected"),
        ("1\n2", 2, r"'\n' stands at character 2"),
        ("1.2.3", 1, "several points or commas; write one point"),
        ("10⁻", 3, "the exponent at character 3 is no whole number"),
    ],
)
def test_errors_point_at_the_character(text, column, words):
    with pytest.raises(ReadingError) as caught:
        read_number(text)
    assert words in str(caught.value)
    assert caught.value.column == column


numbers = st.decimals(-(10**9), 10**9, places=4, allow_nan=False)
STYLES = [
    str,
    lambda number: str(number).replace(".", ","),
    lambda number: str(number).replace("-", "−"),
    lambda number: f"{number:,}".replace(",", " "),
    lambda number: f"{number:,}".replace(",", "\u202f").replace(".", ","),
    lambda number: f"{number:,}",
    lambda number: f"{number:,}".translate(str.maketrans(",.", ".,")),
    lambda number: f" +{number}" if number >= 0 else f" {number}",
    lambda number: str(number).translate(str.maketrans("0123456789.-", "０１２３４５６７８９．－")),
    lambda number: f"({number})",
]


@given(numbers, st.sampled_from(range(len(STYLES))))
def test_a_decimal_keeps_its_value_and_its_places_in_every_style(number, style):
    written = read_number(STYLES[style](number))
    assert (Decimal(written.text), written.value, written.places) == (number, float(number), 4)


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers(number):
    assert read_whole(str(number)) == read_whole(f"{number:,}".replace(",", " ")) == number


@pytest.mark.parametrize("text", ["2.5", "1e16", "1e300", "1/2"])
def test_what_is_no_whole_number(text):
    with pytest.raises(ReadingError, match=r"no whole number|at most 10\^15"):
        read_whole(text)
