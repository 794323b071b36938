"""math.erfc for the p-value, scipy's normal quantile for the critical value, which two p-values must agree with."""

from functools import cache
from math import erfc, sqrt

from scipy.stats import norm


@cache
def limit(area):
    return float(norm.isf(area))


def expected(givens, conventions):
    tail, alpha, mu0 = givens["tail"], givens["alpha"], givens["mu0"]
    n = givens["n"] if "n" in givens else len(givens["data"])
    xbar = givens["xbar"] if "xbar" in givens else sum(givens["data"]) / n
    variance = givens["sigma2"] if "sigma2" in givens else (givens["s"] if "s" in givens else givens["sigma"]) ** 2
    se = sqrt(variance / n)
    z = (xbar - mu0) / se
    sided = {"two": abs(z), "less": -z, "greater": z}[tail]
    p = (1 if tail == "two" else 0.5) * erfc(sided / sqrt(2))
    crit = limit(alpha / 2 if tail == "two" else alpha)
    beyond = abs(z) > crit if conventions["one_sided_rule"] == "absolute" else p < alpha
    return {
        "xbar": xbar,
        "sigma": sqrt(variance),
        "se": se,
        "z": z,
        "z_crit": crit,
        "decision": "reject H0" if beyond else "fail to reject H0",
        "p": p,
    }
