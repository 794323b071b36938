"""The closed form of the new weights: a misjudged point's is divided by twice the error, another's by twice the rest."""

import math


def reweighted(weights, wrong):
    error = math.fsum(weights[k] for k in wrong)
    return error, [weight / (2 * (error if k in wrong else 1 - error)) for k, weight in enumerate(weights)]


def expected(givens, conventions):
    half = 2 if conventions["adaboost_alpha"] == "half-log" else 1
    wrong = {int(k) for k in givens["misclassified_indices"]}
    start = givens.get("w") or [1 / givens["n"]] * givens["n"]
    error, weights = reweighted(start, wrong)
    odds = (1 - error) / error
    up, down = (math.sqrt(odds), 1 / math.sqrt(odds)) if half == 2 else (odds, 1)
    raw = [weight * (up if k in wrong else down) for k, weight in enumerate(start)]
    found = {"error": error, "alpha": math.log(odds) / half, "factor_wrong": up, "factor_right": down}
    found |= {"misjudged": len(givens["misclassified_indices"])}
    found |= {"flags": [int(k in wrong) for k in range(len(start))], "raw": raw, "Z": math.fsum(raw)}
    found |= {"new_weights": weights, "new_weight_wrong": weights[min(wrong)]}
    found["new_weight_right"] = next((each for k, each in enumerate(weights) if k not in wrong), None)
    if "round2_misclassified_indices" in givens:
        again = {int(k) for k in givens["round2_misclassified_indices"]}
        found["wrong_again"], found["misjudged2"] = len(wrong & again), len(again)
        found["round2_error"] = math.fsum(weights[k] for k in again)
        found["round2_alpha"] = math.log(1 / found["round2_error"] - 1) / half
    return found
