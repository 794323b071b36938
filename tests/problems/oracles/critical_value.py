"""scipy's quantiles; the tail's area beyond the value by numerical integration of the density is what was left over."""

from functools import cache

import numpy as np
from scipy import stats
from scipy.special import gammaln


@cache
def limit(df, tail, beyond):
    dist = stats.norm if df is None else stats.t(df)
    value = float(dist.isf(beyond))
    if df is None or df > 4:
        x = np.linspace(0, value, 2001)
        scale = 1 / np.sqrt(2 * np.pi) if df is None else np.exp(gammaln((df + 1) / 2) - gammaln(df / 2)) / np.sqrt(df * np.pi)
        density = scale * (np.exp(-x * x / 2) if df is None else (1 + x * x / df) ** (-(df + 1) / 2))
        assert abs(0.5 - np.trapezoid(density, x) - beyond) < 1e-6
    return -value if tail == "less" else value


def expected(givens, conventions):
    left_over = givens["alpha"] if "alpha" in givens else 1 - givens["confidence"]
    beyond = left_over / 2 if givens["tail"] == "two" else left_over
    if givens["test"] == "z":
        return {"area": 1 - beyond, "z_crit": limit(None, givens["tail"], beyond)}
    df = givens["n"] - 1
    return {"df": df, "area": 1 - beyond, "t_crit": limit(df, givens["tail"], beyond)}
