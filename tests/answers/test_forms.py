"""Values in forms of their own: a critical value with either sign, an interval as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import ReadingError
from quizgen.answers.forms import read_either_sign, read_interval

decimals = st.decimals(-999, 999, places=3).map(str)


@pytest.mark.parametrize(
    "text", ["2.093", "-2.093", "−2.093", "±2.093", "± 2.093", "+-2.093", "+/-2.093", r"\pm 2.093", "-2.093 and 2.093",
             "(-2.093, 2.093)", "2.093 or -2.093", "[-2.093; 2.093]"]
)  # fmt: skip
@pytest.mark.parametrize("like", [2.0930240, -2.0930240])
def test_a_number_with_either_sign(text, like):
    number = read_either_sign(text, like)
    assert number.value == (2.093 if like > 0 else -2.093)
    assert (number.text, number.unit, number.figures) == (f"{number.value:.3f}", 0.001, 4)


@pytest.mark.parametrize("text", ["", "±", "1.5 and 2.5", "-1, 1, 2", "±±2", "2 ± 1"])
def test_what_is_no_such_number_is_refused(text):
    with pytest.raises(ReadingError):
        read_either_sign(text, 2.0)


INTERVALS = [
    "(37.52, 42.48)",
    "[37.52, 42.48]",
    "]37.52, 42.48[",
    "(37.52; 42.48]",
    "37,52; 42,48",
    "37.52 to 42.48",
    "from 37.52 to 42.48",
    "between 37.52 and 42.48",
    "37.52..42.48",
    "37.52 – 42.48",
    "37.52-42.48",
    "37.52 < mu < 42.48",
    "37.52 ≤ μ ≤ 42.48",
    "μ ∈ [37.52, 42.48]",
    "mu in (37.52, 42.48)",
    "40 ± 2.48",
    "(40 ± 2.48)",
    "40 +/- 2.48",
    r"40 \pm 2.48",
]


@pytest.mark.parametrize("text", INTERVALS)
def test_an_interval(text):
    low, high = read_interval(text)
    assert (low.text, high.text) == ("37.52", "42.48")
    assert low.unit == high.unit == 0.01


@given(decimals, decimals)
def test_bounds_of_any_sign(low, high):
    for text in (f"{low} to {high}", f"({low}, {high})", f"between {low} and {high}", f"{low} < mu < {high}"):
        assert [bound.value for bound in read_interval(text)] == [float(low), float(high)]


@given(decimals, st.decimals(0, 99, places=2).map(str))
def test_a_margin_to_each_side(middle, margin):
    low, high = read_interval(f"{middle} ± {margin}")
    assert low.value == pytest.approx(float(middle) - float(margin), abs=1e-9)
    assert high.value == pytest.approx(float(middle) + float(margin), abs=1e-9)
    assert low.unit == high.unit == 0.01


def test_a_margin_that_is_worked_out_is_exact():
    low, high = read_interval("40 ± 2.064*6/√25")
    assert (low.value, high.value) == pytest.approx((40 - 2.064 * 1.2, 40 + 2.064 * 1.2))
    assert low.unit == high.unit == 0


@pytest.mark.parametrize("text", ["", "±", "40 ± ", "40 ± 2 ± 1", "to 42", "a to b", "< mu < 3", "]["])
def test_what_is_no_interval_is_refused(text):
    with pytest.raises(ReadingError):
        read_interval(text)
