"""The iterates one by one, on slopes by complex steps."""

import math

from ._complex_step import gradient


def expected(givens, conventions):
    a = givens["a"]
    eta, w0 = givens["eta"], givens.get("w0", 1)
    loss = f"{a}*w**2" if conventions["quadratic"] == "a w^2" else f"{a}/2*w**2"
    curvature = gradient(loss, 1.0)[0]
    path = [w0]
    while len(path) < 7:
        path.append(path[-1] - eta * gradient(loss, path[-1])[0])
    sides = path[1] * path[2] > 0
    nearer = abs(path[2]) < abs(path[1])
    behaviour = (
        "converges monotonically" if sides else "oscillates and converges" if nearer else "oscillates and diverges"
    )
    found = {"factor": path[2] / path[1], "behaviour": behaviour, "eta_max": 2 / curvature, "eta_optimal": 1 / curvature}
    found |= {f"w_{k}": point for k, point in enumerate(path)}
    if "tol" in givens:
        while abs(path[-1]) > givens["tol"]:
            path.append(path[-1] - eta * curvature * path[-1])
        found["steps_to_tol"] = next(k for k, point in enumerate(path) if abs(point) <= givens["tol"])
        found["needed"] = math.log(abs(w0) / givens["tol"]) / -math.log(abs(found["factor"]))
    return found
