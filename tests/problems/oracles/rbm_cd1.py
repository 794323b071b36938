"""numpy's outer products."""

import numpy as np
from scipy.special import expit


def expected(givens, conventions):
    v0, v1 = np.array(givens["v"], float), np.array(givens["v_recon"], float)
    eta, found = givens["eta"], {}
    if "W" in givens:
        W, b = np.array(givens["W"], float), np.array(givens["b"], float)
        p0, p1 = expit(b + v0 @ W), expit(b + v1 @ W)
        found = {"p_h0": list(p0), "p_h1": list(p1)}
    else:
        p0, p1 = np.array(givens["p_h0"]), np.array(givens["p_h1"])
    h0 = p0
    if conventions["cd_statistics"] == "samples" and "h_sample" in givens:
        h0 = np.array(givens["h_sample"], float)
    positive, negative = np.outer(v0, h0), np.outer(v1, p1)
    dW, da, db = eta * (positive - negative), eta * (v0 - v1), eta * (h0 - p1)
    found |= {"positive": positive.tolist(), "negative": negative.tolist(), "dW": dW.tolist(), "da": list(da), "db": list(db)}
    if "visible" in givens:
        found["dw"] = dW[givens["visible"] - 1, givens["hidden"] - 1]
    if "W" in givens:
        found |= {"W_new": (W + dW).tolist(), "b_new": list(b + db)}
    if "a" in givens:
        found["a_new"] = list(np.array(givens["a"]) + da)
        if "h_sample" in givens:
            found["p_v1"] = list(expit(np.array(givens["a"]) + W @ np.array(givens["h_sample"])))
    return found
