"""numpy's dot product and scipy's expit."""

import numpy as np
from scipy.special import expit


def expected(givens, conventions):
    x, w = np.array(givens["x"]), np.array(givens["w"])
    off = -givens["theta"] if "theta" in givens else givens["b"]
    z = float(np.dot(w, x)) + off
    y = {"sigmoid": expit, "tanh": np.tanh, "ReLU": lambda z: np.clip(z, 0, None)}[givens["activation"]](z)
    return {"products": (w * x).tolist(), "z": z, "y": float(y)}
