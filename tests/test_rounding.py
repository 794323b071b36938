from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.marking.spread import unit_asked
from quizgen.rounding import rounded, shown, significant, to_figures
from quizgen.solution import put_in

places = st.integers(0, 6)


@given(st.integers(-(10**8), 10**8), places)
def test_half_is_rounded_up_at_every_boundary(units, places):
    tie = Decimal(units).scaleb(-places) + Decimal(5).scaleb(-places - 1) * (1 if units >= 0 else -1)
    wanted = tie.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(rounded(float(tie), places)) == wanted


@given(st.floats(-1e9, 1e9), places)
def test_what_is_shown_lies_within_half_a_unit(x, places):
    assert abs(Decimal(rounded(x, places)) - Decimal(x)) <= Decimal("0.500001").scaleb(-places) + Decimal(
        abs(x)
    ) * Decimal("1e-14")


def test_no_negative_zero():
    assert rounded(-0.0001, 2) == "0.00"
    assert put_in(-0.0, "0.0000") == "0"


@given(st.floats(1e-12, 1e12), st.integers(1, 6))
def test_figures(x, figures):
    text = to_figures(x, figures)
    assert abs(float(text) - x) <= 0.51 * 10.0 ** -(figures - 1) * x * 10


def test_small_numbers_keep_two_figures():
    assert shown(0.00038, 4) == "0.00038"
    assert shown(0.00051, 4) == "0.00051"
    assert shown(0.000966, 4) == "0.00097"
    assert shown(0.000996, 4) == "0.0010"
    assert shown(0.0123, 4) == "0.0123"
    assert shown(0.0, 4) == "0.0000"
    assert shown(7, 4) == "7"
    assert shown(1.2e-9, 4) == "1.2e-09"


@given(st.floats(1e-5, 10), st.integers(1, 6))
def test_what_is_shown_is_no_coarser_than_what_is_asked(x, places):
    text = shown(x, places)
    assert 10.0 ** -len(text.partition(".")[2]) < 1.001 * unit_asked(x, places)


def test_json_numbers_have_twelve_digits():
    assert significant(1 / 3) == 0.333333333333


@pytest.mark.parametrize("slug", ["rbm-energy", "momentum", "gradient-descent-2d"])
def test_numbers_of_which_a_difference_leaves_dust_are_drawn_again(slug):
    problem = catalogue().problem(slug)
    conventions = {name: part.default for name, part in problem.conventions.items()}
    for seed in range(100):
        variant = draw(problem, "hard", conventions, seed)
        values = [value for step in variant.plan.steps for value in flat(variant.tape[step.key])]
        assert not [value for value in values if isinstance(value, float) and 0 < abs(value) < 1e-12]


def flat(value):
    return [entry for part in value for entry in flat(part)] if isinstance(value, list) else [value]
