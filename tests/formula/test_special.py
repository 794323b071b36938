"""Tails and quantiles against scipy, and where scipy itself loses digits (near the middle, far out) against mpmath."""

import math

import mpmath
import numpy as np
import pytest
from scipy import stats

from quizgen.formula.special import normal_quantile, normal_tail, t_quantile, t_tail

TAILS = [1e-6, 1e-4, 0.0005, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5]
SHARES = [*TAILS, *(1 - tail for tail in TAILS)]
POINTS = [float(t) for t in np.linspace(-40, 40, 41)]


@pytest.mark.parametrize("df", range(1, 1001, 40))
def test_t_against_scipy_for_every_degree_of_freedom_up_to_a_thousand(df):
    for degrees in range(df, df + 40):
        for p, wanted in zip(SHARES, stats.t.ppf(SHARES, degrees)):
            assert t_quantile(p, degrees) == pytest.approx(wanted, rel=1e-12, abs=1e-12)
        for t, wanted in zip(POINTS, stats.t.sf(POINTS, degrees)):
            assert t_tail(t, degrees) == pytest.approx(wanted, rel=1e-12)


def exact_tail(t, df):
    with mpmath.workdps(60):
        t, df = mpmath.mpf(t), mpmath.mpf(df)
        return mpmath.betainc(df / 2, 0.5, 0, df / (df + t * t), regularized=True) / 2


EXACT = {1: 1e-14, 2: 1e-14, 19: 1e-13, 999: 1e-13, 5000: 1e-12, 10**5: 1e-10, 10**7: 1e-9}


@pytest.mark.parametrize("df", EXACT)
@pytest.mark.parametrize("t", [1e-9, 1e-4, 0.3, 1.7, 2.5, 8, 30, 1e4])
def test_t_near_the_middle_far_out_and_for_many_degrees(df, t):
    if t > 30 and df > 20:
        return  # below the smallest number
    wanted = exact_tail(t, df)
    assert abs(t_tail(t, df) / wanted - 1) < EXACT[df]
    assert t_quantile(float(wanted), df) == pytest.approx(-t, rel=max(EXACT[df], 1e-12), abs=1e-15)


def test_more_than_ten_million_degrees_are_as_good_as_normal():
    assert t_quantile(0.975, 1e12) == pytest.approx(1.959963984540054, rel=1e-11)
    assert t_tail(2.0, 1e15) == pytest.approx(normal_tail(2.0), rel=1e-9)


@pytest.mark.parametrize(("df", "scale"), [(1, 1 / math.pi), (2, 0.5)])
def test_the_last_tails_follow_their_power_law(df, scale):
    t = (scale / 1e-300) ** (1 / df)
    assert t_quantile(1e-300, df) == pytest.approx(-t, rel=1e-9)
    assert t_tail(t, df) == pytest.approx(1e-300, rel=1e-9)


def test_normal_against_scipy():
    for p in [1e-300, 1e-100, 1e-20, *SHARES]:
        assert normal_quantile(p) == pytest.approx(stats.norm.ppf(p), rel=1e-12, abs=1e-12)
    for z in np.linspace(-8, 37, 91):
        assert normal_tail(float(z)) == pytest.approx(stats.norm.sf(z), rel=1e-12)


@pytest.mark.parametrize("p", [0, 1, -0.1, 1.5, float("nan")])
def test_no_quantile_outside_zero_and_one(p):
    with pytest.raises(ValueError, match="between 0 and 1"):
        t_quantile(p, 5)
    with pytest.raises(ValueError, match="between 0 and 1"):
        normal_quantile(p)


@pytest.mark.parametrize("df", [0, -1, float("nan")])
def test_degrees_of_freedom_are_positive(df):
    with pytest.raises(ValueError, match="positive"):
        t_tail(1.0, df)
