"""A ratio of normal densities, φ(g)/φ(0), and numpy's interpolation on the way to the sample."""

import math
from statistics import NormalDist


def expected(givens, conventions):
    found = {}
    eta, sigma = givens.get("eta"), givens.get("sigma")
    if "tau" in givens:
        left = {
            "exponential": lambda: math.e ** -(givens["t"] / givens["tau"]),
            "linear": lambda: (givens["tau"] - givens["t"]) / givens["tau"],
        }[conventions["schedule"]]()
        found |= {"eta_t": givens["eta0"] * left, "sigma_t": givens["sigma0"] * left}
        eta = found["eta_t"] if eta is None else eta
        sigma = found["sigma_t"] if sigma is None else sigma
    deviation = sigma if conventions["neighbourhood"] == "g2/(2 sigma2)" else sigma / math.sqrt(2)
    normal = NormalDist(0, deviation)
    found["theta"] = normal.pdf(givens["grid_distance"]) / normal.pdf(0)
    found["step"] = eta * found["theta"]
    if "w" in givens:
        share = found["step"]
        found["w_new"] = [(1 - share) * a + share * b for a, b in zip(givens["w"], givens["x"])]
    return found
