"""numpy.kron; the places of a filter counted."""

import numpy as np


def expected(givens, conventions):
    f, found = givens["factor"], {"params": 0}
    if "X" in givens:
        X, nail = np.array(givens["X"], float), np.zeros((f, f))
        nail[0, 0] = 1
        found |= {"nearest": np.kron(X, np.ones((f, f))).tolist(), "bed_of_nails": np.kron(X, nail).tolist()}
        found["size"] = list(np.kron(X, nail).shape)
    if "n" in givens:
        side = len(np.repeat(np.zeros(givens["n"]), f))
        found |= {"upsampled": side, "out": len(np.correlate(np.zeros(side + 2 * givens["p"]), np.zeros(givens["k"])))}
    return found
