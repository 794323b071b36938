"""Angles between vectors scaled to length 1."""

import math


def unit(vector):
    length = math.hypot(*vector)
    return [entry / length for entry in vector]


def cosine(a, b, measure):
    found = math.fsum(x * y for x, y in zip(unit(a), unit(b)))
    return found if measure == "similarity" else 1 - found


def expected(givens, conventions):
    measure = conventions["measure"]
    if "query" not in givens:
        a, b = givens["a"], givens["b"]
        return {
            "dot": math.sumprod(a, b) if hasattr(math, "sumprod") else math.fsum(x * y for x, y in zip(a, b)),
            "norm_a": math.hypot(*a),
            "norm_b": math.hypot(*b),
            "cosine": cosine(a, b, measure),
        }
    query, candidates = givens["query"], givens["candidates"]
    cosines = [cosine(query, candidate, measure) for candidate in candidates]
    ranked = sorted(range(len(cosines)), key=cosines.__getitem__, reverse=measure == "similarity")
    return {
        "dots": [sum(x * y for x, y in zip(query, candidate)) for candidate in candidates],
        "norm_query": math.dist(query, [0] * len(query)),
        "norms": [math.hypot(*candidate) for candidate in candidates],
        "cosines": cosines,
        "nearest": ranked[0] + 1,
        "cosine": cosines[ranked[0]],
    }
