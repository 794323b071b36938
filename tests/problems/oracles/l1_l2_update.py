"""Slopes by central differences, exact for a parabola and for |w| away from its corner; the proximal step by searching
the minimum of ½(v − u)² + ηλ|v|, which lies at 0 or where one side's parabola has its vertex."""


def slope(function, x, width=1e-4):
    return (function(x + width) - function(x - width)) / (2 * width)


def nearest(u, threshold):
    """Where ½(v - u)² + threshold |v| is least."""
    corners = [0.0, max(0.0, u - threshold), min(0.0, u + threshold)]
    return min(corners, key=lambda v: 0.5 * (v - u) ** 2 + threshold * abs(v))


def expected(givens, conventions):
    eta, strength, w, g = (givens[name] for name in ("eta", "lambda", "w", "dJ_dw"))
    half = 0.5 if conventions["l2_half"] == "yes" else 1.0
    width = min(1e-4, abs(w) / 2)
    ridge, lasso = slope(lambda x: half * strength * x * x, w, width), slope(lambda x: strength * abs(x), w, width)
    alone = slope(lambda x: x * x / 2 - eta * half * strength * x * x, 1.0)
    return {
        "decay_factor": alone,
        "l2_gradient": ridge,
        "l2_update": w - eta * slope(lambda x: g * x + half * strength * x * x, w),
        "l1_gradient": lasso,
        "l1_update": w - eta * slope(lambda x: g * x + strength * abs(x), w, width),
        "no_penalty": w - eta * g,
        "prox_l1_soft_threshold": nearest(w - eta * g, eta * strength),
    }
