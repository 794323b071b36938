"""The closed form of the path on a quadratic; complex steps for other losses."""

from ._complex_step import gradient, value


def expected(givens, conventions):
    eta, steps, tol = givens["eta"], givens.get("steps"), givens.get("tol")
    loss = givens.get("f") or f"{givens['a']}*(w - {givens['c']})**2 + {givens['d']}"
    points = [givens["w0"]]
    while len(points) <= (steps or 1) if tol is None else abs(eta * gradient(loss, points[-1])[0]) >= tol:
        points.append(points[-1] - eta * gradient(loss, points[-1])[0])
    if "a" in givens:
        a, c = givens["a"], givens["c"]
        points = [c + (points[0] - c) * (1 - 2 * a * eta) ** k for k in range(len(points))]
    slopes = [gradient(loss, point)[0] for point in points]
    if tol is not None:
        return {
            "f": loss,
            "path": points,
            "slopes": slopes,
            "moves": [eta * slope for slope in slopes],
            "updates": len(points) - 1,
            "w_final": points[-1],
        }
    return {
        "f": loss,
        **{f"w{k}": point for k, point in enumerate(points)},
        **{f"g{k}": slope for k, slope in enumerate(slopes)},
        "gradients": slopes[:-1],
        "w_path": points,
        "f_final": value(loss, points[-1]),
    }
