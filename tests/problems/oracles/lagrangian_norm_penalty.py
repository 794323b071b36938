"""Projection onto the ball, and the multiplier from the balance of the two gradients, measured by differences."""

import numpy as np


def expected(givens, conventions):
    a, k = np.array(givens["a"], float), float(givens["k"])
    power = 2 if conventions["constraint"] == "squared" else 1
    part = 0.5 if conventions["loss"] == "half" else 1.0

    def size(theta):
        return np.linalg.norm(theta) ** power

    def loss(theta):
        return part * np.linalg.norm(theta - a) ** 2

    theta, multiplier = a, 0.0
    if size(a) > k:
        theta = a * k ** (1 / power) / np.linalg.norm(a)
        along = theta / np.linalg.norm(theta)
        step = 2.0**-6 * along  # both slopes are exact: parabolas, or a straight line
        multiplier = -(loss(theta + step) - loss(theta - step)) / (size(theta + step) - size(theta - step))
    return {
        "Omega_unconstrained": size(a),
        "active": "active" if size(a) > k else "inactive",
        "alpha_star": multiplier,
        "theta_star": list(theta),
        "Omega_star": size(theta),
        "J_star": loss(theta),
        "L_star": loss(theta),
    }
