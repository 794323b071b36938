import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.formula import Formula
from quizgen.formula.functions import FUNCTIONS, REDUCTIONS
from quizgen.formula.interval import Interval, Unbounded, Undecided, ends
from quizgen.formula.parse import parse

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
    "sign": "sign({0})",
    "comb": "comb(5, 2)*{0}",
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
rolls = st.randoms(use_true_random=True)
HANDLED = (ArithmeticError, ValueError)


def test_every_function_is_tried():
    assert {*SCALAR} == FUNCTIONS.keys()
    assert all(any(f"{function}(" in text for text in [*OVER, *SCALAR.values()]) for function in REDUCTIONS)


def box_of(roll):
    """Six spans, some of them points or hair-thin."""
    lows = [round(roll.uniform(-3, 3), roll.choice([0, 1, 15])) for _ in range(6)]
    return [(low, low + roll.choice([0, 1e-6, 1, 2]) * roll.random()) for low in lows]


def inside(roll, box):
    """A point of the box: in a corner, at a round number, or anywhere."""
    point = [roll.choice([low, high, roll.uniform(low, high), round(roll.uniform(low, high))]) for low, high in box]
    return [min(max(low, x), high) for x, (low, high) in zip(point, box)]


def tape(values):
    return {"x": values[0], "y": values[1], "z": values[2], "v": list(values[3:])}


def spread_over(formula, box):
    """The interval value over a box; None where it has none."""
    try:
        return formula.interval(tape([Interval(*ends) if ends[0] < ends[1] else ends[0] for ends in box]))
    except HANDLED:
        return None


def holds(spread, value):
    if isinstance(spread, Undecided):
        return value in spread.options
    lo, hi = ends(spread)
    return lo <= value <= hi


def check_box(text, roll, points):
    formula = Formula(text, {"i": parse("count(v)")})
    box = box_of(roll)
    spread = spread_over(formula, box)
    for _ in range(points if spread is not None else 0):
        point = inside(roll, box)
        try:
            value = formula.number(tape(point))
        except HANDLED as error:
            pytest.fail(f"{text} has no value at {point} in {box}: {error!r}")
        assert not math.isfinite(value) or holds(spread, value), (text, box, point)


@settings(max_examples=400)
@given(TEXTS, rolls)
def test_the_interval_holds_the_value_at_every_sampled_point_of_the_box(text, roll):
    check_box(text, roll, 8)


@pytest.mark.parametrize("text", [*SCALAR.values(), *OVER, *ARITHMETIC])
@given(rolls)
@settings(max_examples=60)
def test_each_function_by_itself(text, roll):
    check_box(text.format("x", "y"), roll, 12)


@settings(max_examples=400)
@given(st.sampled_from(["x/y", "1/x", "x**-1", "sqrt(x)", "ln(x)", "x**0.5", "x**y"]), rolls)
def test_a_pole_or_an_edge_in_the_box_is_never_overlooked(text, roll):
    check_box(text, roll, 12)


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
