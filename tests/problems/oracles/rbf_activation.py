"""A ratio of normal densities, φ(d)/φ(0), with the standard deviation that the convention means."""

import math
from statistics import NormalDist


def expected(givens, conventions):
    x, c = givens["x"], givens["c"]
    diff = [math.fsum((a, -b)) for a, b in zip(x, c)]
    deviation = {
        "d2/gamma2": lambda: givens["gamma"] / math.sqrt(2),
        "d2/2": lambda: 1.0,
        "d2/(2 sigma2)": lambda: givens["sigma"],
        "gamma d2": lambda: math.sqrt(1 / (2 * givens["gamma"])),
    }[conventions["rbf_exponent"]]()

    def ratio(deviation):
        normal = NormalDist(0, deviation)
        return normal.pdf(math.dist(x, c)) / normal.pdf(0)

    found = {"diff": diff, "d2": math.dist(x, c) ** 2, "h": ratio(deviation)}
    if conventions["rbf_exponent"] == "d2/gamma2":
        found["h_sigma_convention"] = ratio(givens["gamma"])
    return found
