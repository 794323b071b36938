"""numpy's matrix product and maximum."""

import numpy as np


def expected(givens, conventions):
    found = {}
    if "W" in givens:
        weights = np.array(givens["W"], dtype=float)
        x = np.atleast_1d(np.array(givens["x"], dtype=float))
        z = weights.reshape(len(weights), -1) @ x + np.array(givens["b"])
        found = {"weighted": (z - np.array(givens["b"])).tolist(), "z": z.tolist()}
        found |= {"output": float(np.max(z)), "winner": int(np.argmax(z)) + 1}
        found["param_count"] = weights.size + len(givens["b"])
    else:
        found["param_count"] = sum(givens["inputs"] + 1 for _ in range(givens["pieces"]))
    return found | {"layer_params": found["param_count"] * givens.get("units", 0)}
