"""Counter and numpy; scipy's binomial tail, and for few models all patterns of right and wrong."""

import itertools
import math
from collections import Counter
from functools import cache

import numpy as np
from scipy.stats import binom


@cache
def tail(k, p):
    """The chances of each majority, and their sum."""
    least = k // 2 + 1
    chances = [float(binom._pmf(right, k, p)) for right in range(least, k + 1)]
    if k <= 7:
        patterns = itertools.product((p, 1 - p), repeat=k)
        chance = math.fsum(math.prod(pattern) for pattern in patterns if pattern.count(p) >= least)
        assert math.isclose(chance, math.fsum(chances))
    return least, chances, float(binom.sf(k // 2, k, p))


def expected(givens, conventions):
    found = {}
    if "votes" in givens:
        (label, count), *_ = Counter(givens["votes"]).most_common()
        found |= {"majority": str(label), "votes_for_it": count, "vote_share": count / len(givens["votes"])}
    if "probabilities" in givens:
        means = np.mean(givens["probabilities"], axis=0)
        found |= {"mean_probability": means.tolist(), "majority": int(means.argmax()) + 1}
    if "regression_outputs" in givens:
        found["average"] = float(np.average(givens["regression_outputs"]))
    if "p_correct_independent" in givens:
        least, chances, right = tail(givens["k"], givens["p_correct_independent"])
        found |= {"majorities": [*range(least, givens["k"] + 1)], "exactly": chances, "p_majority_correct": right}
    return found
