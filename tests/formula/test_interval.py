import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.formula import Formula
from quizgen.formula.interval import Interval, Unbounded, Undecided

TEXTS = [
    "(x - y)/z",
    "x*(1 - x)*y",
    "sigmoid(x*y - z)",
    "sqrt(abs(x)/z)",
    "exp(-x**2/z)",
    "x**3 - y**2",
    "max(x, y) - min(y, z)",
    "abs(x - y)*tanh(z)",
    "2*t_tail(abs(x), 7)",
    "ln(z) + x",
    "mean((x, y, z))",
    "1/2*(x - y)**2",
    "relu(x - y)*z",
]
small = st.floats(-3, 3, allow_nan=False)
positive = st.floats(0.1, 3)
share = st.floats(0, 1)


@given(
    st.sampled_from(TEXTS),
    small,
    small,
    positive,
    st.tuples(share, share, share),
    st.lists(st.tuples(share, share, share), max_size=6),
)
def test_the_interval_holds_the_value_at_every_point_of_the_box(text, x, y, z, widths, points):
    formula = Formula(text)
    box = {name: (low, low + width) for name, low, width in zip("xyz", (x, y, z), widths)}
    spread = formula.interval({name: Interval(*ends) for name, ends in box.items()})
    for point in points:
        inside = {name: min(low + (high - low) * at, high) for (name, (low, high)), at in zip(box.items(), point)}
        assert formula.number(inside) in spread


def test_exact_numbers_stay_numbers():
    assert Formula("x/4 + 1").interval({"x": 3}) == 1.75


def test_a_denominator_that_may_be_zero_is_unbounded():
    with pytest.raises(Unbounded):
        Formula("1/x").interval({"x": Interval(-1, 1)})
    with pytest.raises(ZeroDivisionError):
        Formula("1/x").interval({"x": Interval(0, 0)})


def test_a_root_that_may_be_of_a_negative_number_is_unbounded():
    with pytest.raises(Unbounded):
        Formula("sqrt(x)").interval({"x": Interval(-1, 1)})


def test_comparisons_are_left_open_where_the_spread_allows_both():
    more = Formula("x > 1")
    assert more.interval({"x": Interval(1.1, 2)}) is True
    assert more.interval({"x": Interval(0, 1)}) is False
    assert more.interval({"x": Interval(0.9, 1.2)}) == Undecided((True, False))


def test_an_open_branch_gives_the_hull_of_both():
    spread = Formula("2 if x > 1 else 5").interval({"x": Interval(0, 3)})
    assert (spread.lo, spread.hi) == (2, 5)


def test_an_open_winner_makes_its_entry_the_hull():
    spans = Formula("a[k]").interval({"a": [1.0, 2.0, 9.0], "k": Undecided((1, 2))})
    assert (spans.lo, spans.hi) == (1, 2)


def test_large_powers_overflow_as_errors():
    with pytest.raises(OverflowError):
        Formula("exp(x)").interval({"x": Interval(1000, 1001)})
    assert math.isfinite(Formula("sigmoid(x)").number({"x": -1000.0}))
