"""The chance of no hit by way of logarithms; permutations counted by math."""

import math


def expected(givens, conventions):
    n = givens["n"]
    missed = math.exp(n * math.log1p(-1 / n))
    found = {
        "p_not_drawn": missed,
        "p_included": -math.expm1(n * math.log1p(-1 / n)),
        "expected_distinct": n - n * missed,
        "limit": -math.expm1(-1),
    }
    if n < 100:
        found["number_of_ordered_samples"] = math.prod([n] * n)
        found["all_distinct_probability"] = math.factorial(n) / n**n
    if "models" in givens:
        found["expected_out_of_bag_models"] = givens["models"] * missed
    return found
