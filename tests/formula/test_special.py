import numpy as np
import pytest
from scipy import stats

from quizgen.formula.special import normal_quantile, normal_tail, t_quantile, t_tail

DEGREES = [*range(1, 61), 75, 100, 150, 200, 333, 500, 750, 1000]
SHARES = [1e-6, 1e-4, 0.0005, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995, 1 - 1e-6]


@pytest.mark.parametrize("df", DEGREES)
def test_t_against_scipy(df):
    for p in SHARES:
        assert t_quantile(p, df) == pytest.approx(stats.t.ppf(p, df), rel=1e-12, abs=1e-12)
    for t in np.linspace(-40, 40, 81):
        assert t_tail(float(t), df) == pytest.approx(stats.t.sf(t, df), rel=1e-12)


def test_normal_against_scipy():
    for p in SHARES:
        assert normal_quantile(p) == pytest.approx(stats.norm.ppf(p), rel=1e-12, abs=1e-12)
    for z in np.linspace(-8, 30, 77):
        assert normal_tail(float(z)) == pytest.approx(stats.norm.sf(z), rel=1e-12)


@pytest.mark.parametrize("p", [0, 1, -0.1, 1.5, float("nan")])
def test_no_quantile_outside_zero_and_one(p):
    with pytest.raises(ValueError, match="between 0 and 1"):
        t_quantile(p, 5)
    with pytest.raises(ValueError, match="between 0 and 1"):
        normal_quantile(p)


def test_degrees_of_freedom_are_positive():
    with pytest.raises(ValueError, match="positive"):
        t_tail(1.0, 0)
