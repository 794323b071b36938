"""numpy, and minisom for the winner and its new weights."""

import numpy as np
from minisom import MiniSom


def expected(givens, conventions):
    W = np.array(givens["W"], float)
    samples = np.atleast_2d(np.array(givens["x"], float))
    several = isinstance(givens["x"][0], list)
    found = {}
    for number, x in enumerate(samples, 1):
        suffix = f".{number}" if several else ""
        som = MiniSom(1, len(W), W.shape[1], sigma=1e-9, learning_rate=givens["eta"], random_seed=0)
        som._weights[0] = W.copy()
        som._decay_function = som._learning_rate_decay_function = som._sigma_decay_function = lambda rate, *_: rate
        distances = ((x - W) ** 2).sum(axis=1)
        winner = som.winner(x)
        W = W.copy()
        W[winner[1]] += givens["eta"] * (x - W[winner[1]])
        som.update(x, winner, 0, 10)
        assert np.allclose(som._weights[0], W, atol=1e-12)
        found |= {
            f"d2{suffix}": list(distances),
            f"d{suffix}": list(np.sqrt(distances)),
            f"winner{suffix}": winner[1] + 1,
            f"w_new{suffix}": list(W[winner[1]]),
            f"W_new{suffix}": W.tolist(),
            f"d2_after{suffix}": float(((x - W[winner[1]]) ** 2).sum()),
        }
    return found
