"""scipy's expit, numpy and the definitions, one number at a time."""

import numpy as np
from scipy.special import expit


def expected(givens, conventions):
    if "layer" in givens:
        rows = [values(x, givens, conventions) for x in givens["layer"]]
        return {name: [row[name] for row in rows] for name in rows[0]}
    return values(givens["x"], givens, conventions)


def values(x, givens, conventions):
    below = x <= 0
    slope = float(conventions["leaky_slope"])
    swish, hard = x * float(expit(givens.get("beta", 1) * x)), x * float(np.clip(x + 3, 0, 6)) / 6
    return {
        "e_minus": float(np.exp(-x)),
        "e_plus": float(np.exp(x)),
        "shifted": float(np.clip(x + 3, 0, 6)),
        "sigmoid": float(expit(x)),
        "tanh": float(np.tanh(x)),
        "relu": 0.0 if below else x,
        "leaky_relu": slope * x if below else x,
        "prelu": givens.get("alpha_prelu", 0) * x if below else x,
        "relu6": float(np.clip(x, 0, 6)),
        "swish": swish,
        "hard_swish": hard,
        "difference": abs(swish - hard),
        "elu": float(np.expm1(x)) if below else x,
        "softplus": float(np.logaddexp(0, x)),
        "step": float(x >= 0),
    }
