"""The discriminator by bisection on the slope of p ln D + g ln(1 - D); the divergence from its own definition."""

import numpy as np
from scipy.special import rel_entr


def best(p, g):
    """The zero of p/D - g/(1 - D), by bisection to the last bit."""
    low, high = 0.0, 1.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if p * (1 - middle) > g * middle else (low, middle)
    return (low + high) / 2


def expected(givens, conventions):
    if "p" in givens:
        return {"D_formula": "p/(p + g)", "D_star": best(givens["p"], givens["g"])}
    p, g = np.array(givens["p_data"], float), np.array(givens["p_g"], float)
    mixture = (p + g) / 2
    jsd = (rel_entr(p, mixture).sum() + rel_entr(g, mixture).sum()) / 2
    parts = list(rel_entr(p, p + g) + rel_entr(g, p + g))
    return {"parts": parts, "D_star": [best(*pair) for pair in zip(p, g)], "V_at_D_star": 2 * jsd - np.log(4), "jsd": jsd}
