"""Votes counted, numpy's mean, and the chances of all numbers of right models, one model after the other."""

from collections import Counter

import numpy as np


def expected(givens, conventions):
    found = {}
    if "votes" in givens:
        label, count = Counter(givens["votes"]).most_common(1)[0]
        found |= {"majority": label, "vote_share": count / len(givens["votes"])}
    if "regression_outputs" in givens:
        found["average"] = float(np.mean(givens["regression_outputs"]))
    if "k" in givens:
        p, chances = givens["p_correct_independent"], np.array([1.0])
        for _ in range(givens["k"]):
            chances = np.convolve(chances, [1 - p, p])
        found["half"] = givens["k"] // 2
        found["chances"] = [float(chance) for chance in chances[givens["k"] // 2 + 1 :]]
        found["p_majority_correct"] = float(chances[givens["k"] // 2 + 1 :].sum())
    return found
