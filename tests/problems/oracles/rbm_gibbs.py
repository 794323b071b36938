"""Each conditional from the joint distribution, by enumeration of a layer's states; net inputs are its log odds."""

from itertools import product
from math import exp, log


def on_given(fed, weights, biases):
    """For each unit of a layer the probability that it is on: the share of the states in which it is."""
    total, on = 0.0, [0.0] * len(biases)
    for state in product((0, 1), repeat=len(biases)):
        field = sum(bias * unit for bias, unit in zip(biases, state))
        field += sum(weights[i][j] * fed[i] * state[j] for i in range(len(fed)) for j in range(len(state)))
        total += exp(field)
        on = [so_far + exp(field) * unit for so_far, unit in zip(on, state)]
    return [part / total for part in on]


def odds(probabilities):
    return [log(p / (1 - p)) for p in probabilities]


def drawn(numbers, probabilities):
    return [int(u < p) for u, p in zip(numbers, probabilities)]


def expected(givens, conventions):
    W, samples, found = givens["W"], conventions["fed_on"] == "samples", {}
    if "v" in givens:
        found["p_h"] = on_given(givens["v"], W, givens["b"])
        found["h_in"] = odds(found["p_h"])
    if "u_h" in givens:
        found["h_sample"] = drawn(givens["u_h"], found["p_h"])
    if "a" in givens:
        fed = givens["h_sample"] if "h_sample" in givens else found["h_sample" if samples else "p_h"]
        found["p_v"] = on_given(fed, list(zip(*W)), givens["a"])
        found["v_in"] = odds(found["p_v"])
    if "u_v" in givens:
        found["v_sample"] = drawn(givens["u_v"], found["p_v"])
        found["p_h_after"] = on_given(found["v_sample" if samples else "p_v"], W, givens["b"])
        found["h_in_after"] = odds(found["p_h_after"])
    return found
