"""scipy's binomial chance of no draw, and for few records all samples one by one."""

import itertools
import math
from functools import cache

from scipy.stats import binom


@cache
def enumerated(n, m):
    samples = [set(sample) for sample in itertools.product(range(n), repeat=m)]
    return sum(0 not in sample for sample in samples) / len(samples), math.fsum(map(len, samples)) / len(samples)


@cache
def not_drawn(n, m):
    return float(binom._pmf(0, m, 1 / n)) if n > 1 else 0.0


def expected(givens, conventions):
    n = givens["n"]
    m = givens.get("m", n)
    out = not_drawn(n, m) if conventions["chance"] == "exact" else math.e ** (-m / n)
    distinct = n * (1 - out)
    if conventions["chance"] == "exact" and n <= 4 and m <= 6:
        assert math.isclose(enumerated(n, m)[0], out)
        assert math.isclose(enumerated(n, m)[1], distinct)
    return {
        "p_not_drawn": out,
        "p_included": 1 - out,
        "expected_distinct": distinct,
        "expected_out_of_bag_models": givens.get("models", 0) * out,
        "limit": -math.expm1(-1),
        "number_of_ordered_samples": n**m,
        "all_distinct_probability": math.factorial(n) / n**n,
    }
