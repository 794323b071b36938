"""scipy's intervals; the two-sided p-value for the decision; the sample size by trying one after the other."""

from functools import cache

from scipy.stats import norm, t


@cache
def limit(confidence, df):
    return float((norm if df is None else t(df)).interval(confidence)[1])


def expected(givens, conventions):
    confidence, found = givens["confidence"], {}
    if "n" in givens:
        n, xbar, known = givens["n"], givens["xbar"], "sigma" in givens
        by_z = {"n>30 only": n > 30, "sigma-known only": known}.get(conventions["size_rule"], known or n > 30)
        spread = givens["sigma"] if known else givens["s"]
        variance = spread**2 * n / (n - 1) if not known and conventions["s_divisor"] == "n" else spread**2
        se = (variance / n) ** 0.5
        crit = limit(confidence, None if by_z else n - 1)
        low, high = xbar - crit * se, xbar + crit * se
        found = {"se": se, "margin": (high - low) / 2, "interval": [low, high]}
        found |= {"z_crit": crit} if by_z else {"df": n - 1, "t_crit": crit}
        if "mu0" in givens:
            distance = abs(xbar - givens["mu0"]) / se
            p = 2 * (norm.sf(distance) if by_z else t.sf(distance, n - 1))
            found["decision"] = "reject H0" if p < 1 - confidence else "fail to reject H0"
    if "wanted_margin" in givens:
        spread, size = givens["sigma"] if "sigma" in givens else givens["s"], 1
        while limit(confidence, None) * spread / size**0.5 > givens["wanted_margin"]:
            size += 1
        found |= {"z_crit": limit(confidence, None), "n_needed_z": size}
    return found
