"""numpy's matrix products."""

import numpy as np
from scipy.special import expit

FUNCTIONS = {"sigmoid": expit, "tanh": np.tanh, "ReLU": lambda z: np.clip(z, 0, None), "identity": lambda z: z}


def expected(givens, conventions):
    first, second = (np.array(givens[name], dtype=float) for name in ("W1", "W2"))
    if conventions["layout"] == "xW":
        first, second = first.T, second.T
    hidden = FUNCTIONS[givens["activation"]]
    output = FUNCTIONS[givens.get("output_activation", givens["activation"])]
    z1 = first @ np.array(givens["x"]) + np.array(givens["b1"])
    h = hidden(z1)
    z2 = second @ h + np.array(givens["b2"])
    y = output(z2)
    found = {"z1": z1.tolist(), "h": h.tolist()}
    found |= {"z2": z2.tolist(), "y": y.tolist()} if len(y) > 1 else {"z2": float(z2[0]), "y": float(y[0])}
    if "t" in givens:
        squares = float(np.sum((np.array(givens["t"]) - y) ** 2))
        found["E"] = squares / 2 if conventions["error_half"] == "yes" else squares
    return found
