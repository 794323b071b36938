"""scipy's entropies; the Gaussians' divergence as a sum over Gauss-Hermite points."""

import numpy as np
from scipy.special import entr, rel_entr

POINTS, WEIGHTS = np.polynomial.hermite_e.hermegauss(8)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def expected(givens, conventions):
    unit = {"e": 1, "2": np.log(2), "10": np.log(10)}[conventions["log_base"]]
    found = {}
    if "P" in givens:
        p, q = np.array(givens["P"], float), np.array(givens["Q"], float)
        terms = rel_entr(p, q) / unit
        found = {"terms": list(terms), "kl": terms.sum(), "kl_reversed": rel_entr(q, p).sum() / unit}
        found["entropy_P"] = entr(p).sum() / unit
        found["cross_entropy"] = found["entropy_P"] + found["kl"]
    if "mu1" in givens:
        z = givens["mu1"] + givens["sigma1"] * POINTS
        log_p = -(((z - givens["mu1"]) / givens["sigma1"]) ** 2) / 2 - np.log(givens["sigma1"])
        log_q = -(((z - givens["mu2"]) / givens["sigma2"]) ** 2) / 2 - np.log(givens["sigma2"])
        found["gaussian_kl"] = np.sum(WEIGHTS * (log_p - log_q)) / unit
    return found
