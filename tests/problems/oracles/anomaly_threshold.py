"""The statistics module of Python, and flags counted."""

import statistics


def expected(givens, conventions):
    found = {}
    if "train_errors" in givens:
        deviation = statistics.pstdev if conventions["sigma_divisor"] == "n" else statistics.stdev
        found = {"mean": statistics.fmean(givens["train_errors"]), "sd": deviation(givens["train_errors"])}
        found["threshold"] = found["mean"] + givens["k"] * found["sd"]
    limit = givens.get("threshold", found.get("threshold"))
    found["flags"] = [int(error > limit) for error in givens["new_errors"]]
    if "truth" in givens:
        hits = sum(a and b for a, b in zip(found["flags"], givens["truth"]))
        found["precision"] = hits / sum(found["flags"])
    return found
