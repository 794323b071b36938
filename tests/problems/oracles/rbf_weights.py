"""scikit-learn's RBF kernel, numpy's least squares."""

import numpy as np
from sklearn.metrics.pairwise import euclidean_distances, rbf_kernel


def expected(givens, conventions):
    fade = {
        "d2/gamma2": lambda: 1 / givens["gamma2"],
        "d2/2": lambda: 0.5,
        "d2/(2 sigma2)": lambda: 1 / (2 * givens["sigma"] ** 2),
        "gamma d2": lambda: givens["gamma"],
    }[conventions["rbf_exponent"]]()
    centres = np.array(givens["centres"], float)
    points = np.array(givens.get("x", givens["centres"]), float)
    phi = rbf_kernel(points, centres, gamma=fade)
    design = np.column_stack([phi, np.ones(len(points))]) if givens["bias"] == "yes" else phi
    targets = np.array(givens["targets"], float)
    w = np.linalg.lstsq(design, targets, rcond=None)[0]
    return {
        "d2": np.round(euclidean_distances(points, centres, squared=True), 12).tolist(),
        "Phi": phi.tolist(),
        "normal_matrix": (design.T @ design).tolist(),
        "normal_side": (design.T @ targets).tolist(),
        "w": w.tolist(),
        "fitted": (design @ w).tolist(),
    }
