"""numpy: the loss of each batch, its slope by complex steps."""

import numpy as np


def slopes(x, y, w, b, conventions):
    def loss(w, b):
        each = (w * x + b - y) ** 2 * (0.5 if conventions["error_half"] == "yes" else 1)
        return each.mean() if conventions["batch_mean"] == "mean" else each.sum()

    return loss(w + 1e-30j, b).imag / 1e-30, loss(w, b + 1e-30j).imag / 1e-30


def expected(givens, conventions):
    x, y = (np.array(givens[name], float) for name in "xy")
    w0, b0, eta, mini = givens["w0"], givens.get("b0", 0), givens["eta"], givens.get("batch_size_mini", len(x))
    g, g_b = slopes(x, y, w0, b0, conventions)
    found = {
        "residuals": list(w0 * x + b0 - y),
        "batch_gradient": g,
        "batch_w1": w0 - eta * g,
        "batch_gradient_b": g_b,
        "batch_b1": b0 - eta * g_b,
        "updates_per_epoch": [1, len(x), -(-len(x) // mini)],
    }
    for way, size in (("sgd", 1), ("mini", mini)):
        w, path = w0, []
        for k, start in enumerate(range(0, len(x), size), 1):
            batch = slice(start, start + size)
            residuals = list(w * x[batch] - y[batch])
            gradient, _ = slopes(x[batch], y[batch], w, 0, conventions)
            w -= eta * gradient
            path.append(w)
            found |= {f"{way}_e{k}": residuals[0] if way == "sgd" else residuals}
            found |= {f"{way}_g{k}": gradient, f"{way}_w{k}": w}
        found["sgd_path" if way == "sgd" else "minibatch_path"] = path
    return found
