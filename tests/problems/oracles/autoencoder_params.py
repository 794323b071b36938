"""Arrays of the layers' weights and biases, counted."""

import itertools

import numpy as np


def expected(givens, conventions):
    sizes = givens["layers"]
    weights = [np.zeros((n, m)) for n, m in itertools.pairwise(sizes)]
    biases = [np.zeros(m) for m in sizes[1:]]
    per_layer = [a.size + b.size for a, b in zip(weights, biases)]
    half = len(weights) // 2
    return {
        "per_layer": per_layer,
        "total": sum(per_layer),
        "compression_ratio": sizes[0] / sizes[len(sizes) // 2],
        "tied_weights_total": sum(a.size for a in weights[:half]) + sum(b.size for b in biases),
        "vae_heads_total": sum(per_layer) + per_layer[half - 1],
    }
