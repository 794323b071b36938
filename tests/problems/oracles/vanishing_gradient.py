"""The gradient through a real chain, by the chain's own derivative: numpy's product of central differences."""

from itertools import pairwise

import numpy as np
from scipy.special import expit

FUNCTIONS = {"sigmoid": expit, "tanh": np.tanh, "ReLU": lambda z: np.clip(z, 0, None)}
STEPS = 1e-2, 5e-3, 2.5e-3, 1.25e-3


def slope(function, z):
    ways = [(function(z + h) - function(z - h)) / (2 * h) for h in STEPS]
    for order in (4, 16, 64):
        ways = [(order * fine - coarse) / (order - 1) for coarse, fine in pairwise(ways)]
    return ways[0]


def word(value, small, large):
    return small if abs(value) < 0.1 else large if abs(value) > 10 else "neither"


def expected(givens, conventions):
    function, w = FUNCTIONS[givens["activation"]], np.array(givens["w"], dtype=float)
    less = conventions["factors"] == "n-1"
    times = givens.get("n", 1 + less) - less if w.ndim == 0 else 1
    bound = float(np.prod(np.full(times, np.prod(np.abs(w)) * {"sigmoid": 0.25}.get(givens["activation"], 1))))
    found = {"product_bound": bound, "bound_verdict": word(bound, "must vanish", "may explode")}
    if "z" not in givens:
        return found
    z = np.array(givens["z"], dtype=float)
    factor = w * slope(function, z)
    product = float(np.prod(np.full(times, np.prod(factor))))
    found |= {"a": function(z).tolist(), "local_slope": slope(function, z).tolist(), "factor": factor.tolist()}
    found |= {"product": product, "verdict": word(product, "vanishes", "explodes")}
    if "theta" in givens:
        left, layers = 1.0, int(less)
        while left >= givens["theta"]:
            left, layers = left * float(factor), layers + 1
        found["depth"] = layers
    return found
