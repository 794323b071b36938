"""scipy's t-test and t distribution."""

import numpy as np
from scipy import stats

ALTERNATIVE = {"two": "two-sided", "less": "less", "greater": "greater"}


def expected(givens, conventions):
    tail, alpha, mu0 = givens["tail"], givens["alpha"], givens["mu0"]
    divisor_n = conventions["s_divisor"] == "n"
    if "data" in givens:
        data = np.array(givens["data"], float)
        n, xbar, s = len(data), data.mean(), data.std(ddof=0 if divisor_n else 1)
        result = stats.ttest_1samp(data, mu0, alternative=ALTERNATIVE[tail])
        t, p = result.statistic, result.pvalue
    else:
        n, xbar = givens["n"], givens["xbar"]
        s = givens["s"] if "s" in givens else givens["s2"] ** 0.5
        unbiased = s * (n / (n - 1)) ** 0.5 if divisor_n else s
        t = (xbar - mu0) / (unbiased / n**0.5)
        p = {"two": 2 * stats.t.sf(abs(t), n - 1), "less": stats.t.cdf(t, n - 1), "greater": stats.t.sf(t, n - 1)}[tail]
    crit = stats.t.isf(alpha / 2 if tail == "two" else alpha, n - 1)
    beyond = {"two": abs(t) > crit, "less": t < -crit, "greater": t > crit}[tail]
    if conventions["one_sided_rule"] == "absolute":
        beyond = abs(t) > crit
    return {
        "xbar": xbar,
        "s2": s * s,
        "s": s,
        "se": (xbar - mu0) / t,
        "df": n - 1,
        "t": t,
        "t_crit": crit,
        "decision": "reject H0" if beyond else "fail to reject H0",
        "p": p,
    }
