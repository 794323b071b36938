"""Rounding half up in decimal, at every boundary, against the decimal module."""

from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.rounding import rounded, significant, to_figures

EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
places = st.integers(0, 8)
signs = st.sampled_from([1, -1])


def half_up(number, places):
    """The decimal rounded, as text without a negative zero."""
    near = number.quantize(Decimal(1).scaleb(-places), context=EXACT)
    return f"{near if near else abs(near):f}"


@st.composite
def decimals(draw):
    """Decimals of at most fifteen digits: those that a float holds unmistakably."""
    digits = draw(st.integers(1, 15))
    return Decimal(draw(st.integers(0, 10**digits - 1)) * draw(signs)).scaleb(-draw(st.integers(0, 14)))


@settings(max_examples=500)
@given(decimals(), places)
def test_every_decimal_of_fifteen_digits(number, places):
    assert rounded(float(number), places) == half_up(number, places)


@settings(max_examples=500)
@given(st.integers(0, 10**9), places, signs, st.sampled_from([-1, 0, 1]))
def test_ties_and_their_neighbors_in_the_fifteenth_digit(units, places, sign, step):
    tie = (Decimal(units) + Decimal("0.5")).scaleb(-places) * sign
    neighbor = tie + Decimal(step * sign).scaleb(tie.adjusted() - 14)
    wanted = units + (step >= 0)
    assert rounded(float(neighbor), places) == half_up(Decimal(wanted * sign).scaleb(-places), places)


@pytest.mark.parametrize(
    ("x", "places", "text"),
    [
        (1.005, 2, "1.01"),
        (2.675, 2, "2.68"),
        (-2.675, 2, "-2.68"),
        (0.285, 2, "0.29"),
        (1.15, 1, "1.2"),
        (0.1 + 0.2, 1, "0.3"),
        (1.1 * 1.1, 2, "1.21"),
        (8.345, 2, "8.35"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-0.5, 0, "-1"),
        (-0.4, 0, "0"),
        (0.045, 2, "0.05"),
        (9.995, 2, "10.00"),
        (999999.9999995, 6, "1000000.000000"),
        (1e15, 2, "1000000000000000.00"),
        (4.35 * 100, 0, "435"),
        (1.0049999999999999, 2, "1.01"),
        (1.00499999999999, 2, "1.00"),
    ],
)
def test_what_binary_fractions_get_wrong(x, places, text):
    assert rounded(x, places) == text


@given(st.floats(-1e12, 1e12), places)
def test_a_sign_changes_nothing_else(x, places):
    text, other = rounded(x, places), rounded(-x, places)
    assert text.lstrip("-") == other.lstrip("-")
    assert "-" not in text or "-" not in other


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9), places)
def test_rounding_keeps_the_order(x, y, places):
    low, high = sorted((x, y))
    assert Decimal(rounded(low, places)) <= Decimal(rounded(high, places))


@settings(max_examples=500)
@given(decimals().filter(bool), st.integers(1, 9))
def test_figures_of_every_decimal(number, figures):
    text = to_figures(float(number), figures)
    wanted = Context(prec=figures, rounding=ROUND_HALF_UP).plus(number)
    assert Decimal(text) == wanted
    if "e" not in text and wanted.adjusted() < figures - 1:
        assert len(text.lstrip("-0.").replace(".", "")) == figures


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_json_numbers_have_at_most_twelve_digits(x):
    mantissa = repr(significant(x)).lower().partition("e")[0]
    assert len(mantissa.replace("-", "").replace(".", "").strip("0")) <= 12
    assert significant(x) == pytest.approx(x, rel=5.1e-12)
