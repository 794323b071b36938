import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.formula import Formula
from quizgen.formula.functions import FUNCTIONS, REDUCTIONS
from quizgen.formula.interval import Interval, Unbounded, Undecided, ends
from quizgen.formula.nodes import Name

# Each function that a formula may call, on arguments that keep to its domain.
SCALAR = {
    "exp": "exp(min({0}, 20))",
    "log": "log(abs({0}) + 0.25)",
    "ln": "ln(abs({0}) + 0.25)",
    "sqrt": "sqrt(abs({0}))",
    "abs": "abs({0})",
    "tanh": "tanh({0})",
    "sigmoid": "sigmoid({0})",
    "relu": "relu({0})",
    "min": "min({0}, {1})",
    "max": "max({0}, {1})",
    "round": "round(min(max({0}, -999), 999), 1)",
    "floor": "floor(min(max({0}, -999), 999))",
    "ceil": "ceil(min(max({0}, -999), 999))",
    "t_quantile": "t_quantile(0.02 + 0.96*sigmoid({0}), 7)",
    "t_tail": "t_tail({0}, 7)",
    "z_quantile": "z_quantile(0.02 + 0.96*sigmoid({0}))",
    "z_tail": "z_tail({0})",
    "mean": "mean(({0}, {1}, x))",
    "median": "median(({0}, {1}, x, y))",
    "runner_up": "runner_up(({0}, {1}, x))",
    "sum": "sum(({0}, {1}))",
    "prod": "prod(({0}, {1}, 0.5))",
    "count": "count(v)*{0}",
}
OVER = ["sum(v[i]*{0}, i)", "prod(v[i] - {0}, i)", "min(v[i]**2, i)", "max(v[i], i)*{0}", "v[argmin(v[i], i)]"]
OVER += ["v[argmax(v[i]*{0}, i)]", "sum(v[i] if v[i] > {0} else {1}, i)"]
ARITHMETIC = ["({0} + {1})", "({0} - {1})", "({0}*{1})", "({0}/{1})", "({0})**2", "({0})**3", "(abs({0}) + 0.1)**-2"]
ARITHMETIC += ["(abs({0}) + 0.1)**1.5", "(abs({0}) + 0.1)**(sigmoid({1}))", "-({0})", "({0} if {1} > 0.5 else {1})"]
ARITHMETIC += ["({0} if x < y and {1} != 2 or z >= {0} else -({1}))"]
PARTS = st.sampled_from([*SCALAR.values(), *OVER, *ARITHMETIC])
LEAVES = st.sampled_from(["x", "y", "z", "v[1]", "v[2]", "0.5", "2", "-3"])
TEXTS = st.recursive(
    LEAVES, lambda inner: st.tuples(PARTS, inner, inner).map(lambda made: made[0].format(*made[1:])), max_leaves=8
)
lows = st.lists(st.floats(-3, 3, allow_nan=False), min_size=6, max_size=6)
widths = st.lists(st.just(0.0) | st.floats(0, 1e-6) | st.floats(0, 2), min_size=6, max_size=6)
shares = st.lists(st.lists(st.sampled_from([0.0, 1.0]) | st.floats(0, 1), min_size=6, max_size=6), min_size=1, max_size=6)
HANDLED = (ArithmeticError, ValueError)


def test_every_function_is_tried():
    assert {*SCALAR} == FUNCTIONS.keys()
    assert all(any(f"{function}(" in text for text in [*OVER, *SCALAR.values()]) for function in REDUCTIONS)


def tape(values):
    return {"x": values[0], "y": values[1], "z": values[2], "v": list(values[3:])}


def holds(spread, value):
    if isinstance(spread, Undecided):
        return value in spread.options
    lo, hi = ends(spread)
    return lo <= value <= hi


@settings(max_examples=400)
@given(TEXTS, lows, widths, shares)
def test_the_interval_holds_the_value_at_every_sampled_point_of_the_box(text, low, width, points):
    formula = Formula(text, {"i": Name("v")})
    box = [Interval(a, a + b) if b else a for a, b in zip(low, width)]
    try:
        spread = formula.interval(tape(box))
    except HANDLED:
        return
    for point in points:
        inside = [min(a + b * at, a + b) for a, b, at in zip(low, width, point)]
        try:
            value = formula.number(tape(inside))
        except HANDLED as error:
            pytest.fail(f"{text} has no value at {inside}: {error!r}")
        assert not math.isfinite(value) or holds(spread, value)


@pytest.mark.parametrize("text", [*SCALAR.values(), *OVER, *ARITHMETIC])
@given(lows, widths, shares)
@settings(max_examples=25)
def test_each_function_by_itself(text, low, width, points):
    test_the_interval_holds_the_value_at_every_sampled_point_of_the_box.hypothesis.inner_test(
        text.format("x", "y"), low, width, points
    )


@given(st.sampled_from(["x/y", "1/x", "x**-1", "sqrt(x)", "ln(x)", "x**0.5", "x**y"]), lows, widths, shares)
def test_a_pole_or_an_edge_in_the_box_is_never_overlooked(text, low, width, points):
    low = [round(a, 1) for a in low]
    formula = Formula(text)
    try:
        formula.interval(tape([Interval(a, a + b) for a, b in zip(low, width)]))
    except HANDLED:
        return
    for point in points:
        formula.number(tape([min(a + b * at, a + b) for a, b, at in zip(low, width, point)]))


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


def test_the_width_is_that_of_the_truth_where_no_name_is_repeated():
    spread = Formula("(x - y)/z").interval({"x": Interval(1, 2), "y": Interval(0, 1), "z": Interval(2, 4)})
    assert (spread.lo, spread.hi) == pytest.approx((0, 1))
