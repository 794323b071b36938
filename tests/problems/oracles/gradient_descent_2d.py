"""numpy: the descent on a quadratic form as powers of a matrix; complex steps for other losses."""

import numpy as np

from ._complex_step import gradient, value


def expected(givens, conventions):
    eta, steps = givens["eta"], givens["steps"]
    if "a" in givens:
        a, b, c = (givens[name] for name in "abc")
        hessian = np.array([[2 * a, b], [b, 2 * c]])
        step = np.eye(2) - eta * hessian
        points = [np.linalg.matrix_power(step, k) @ givens["start"] for k in range(steps + 1)]
        slopes = [hessian @ point for point in points]
        losses = [point @ hessian @ point / 2 for point in points]
    else:
        points, slopes, losses = [np.array(givens["start"], float)], [], []
        for _ in range(steps + 1):
            slopes.append(np.array(gradient(givens["f"], *points[-1], letters="x y")))
            losses.append(value(givens["f"], *points[-1], letters="x y"))
            points.append(points[-1] - eta * slopes[-1])
    found = {"f": givens.get("f"), "f_path": losses}
    for k in range(steps + 1):
        found |= {f"grad_{k}": list(slopes[k]), f"point_{k}": list(points[k]), f"f_{k}": losses[k]}
    return found
