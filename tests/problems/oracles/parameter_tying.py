"""numpy's norm for the penalty, and central differences of it, which are exact for a parabola."""

import numpy as np


def expected(givens, conventions):
    n = givens["n"]
    found = {"free_params_tied_vs_shared": [len(range(2 * n)), n]}
    if "w_A" not in givens:
        return found
    a, b, strength = np.array(givens["w_A"], float), np.array(givens["w_B"], float), givens["lambda"]

    def penalty(a, b):
        return strength * np.linalg.norm(a - b) ** 2 / (2 if conventions["lambda_half"] == "yes" else 1)

    moves = np.eye(len(a)) / 8
    return found | {
        "difference": list(a - b),
        "penalty": penalty(a, b),
        "gradient_wrt_w_A": [4 * (penalty(a + move, b) - penalty(a - move, b)) for move in moves],
        "gradient_wrt_w_B": [4 * (penalty(a, b + move) - penalty(a, b - move)) for move in moves],
        "shared_mean": list(np.mean([a, b], axis=0)),
    }
