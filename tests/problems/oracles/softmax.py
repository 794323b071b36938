"""The log-sum-exp form of softmax, and scipy's where the temperature is 1; the gradient by its parts."""

import math

from scipy.special import log_softmax


def expected(givens, conventions):
    heat = givens.get("T", 1)
    scaled = [z / heat for z in givens["z"]]
    logs = [float(p) for p in log_softmax(scaled)]
    probs = [math.exp(p) for p in logs]
    found = {
        "exps": [math.e**z for z in scaled],
        "sum": math.fsum(math.e**z for z in scaled),
        "probs": probs,
        "argmax": givens["z"].index(max(givens["z"])),
    }
    if "target_class" in givens:
        c, base = givens["target_class"], {"e": math.e, "2": 2, "10": 10}[conventions["log_base"]]
        found["cross_entropy"] = -logs[c] / math.log(base)
        found["y"] = [int(place == c) for place in range(len(probs))]
        found["grad_z"] = [(p - (place == c)) / math.log(base) / heat for place, p in enumerate(probs)]
    return found
