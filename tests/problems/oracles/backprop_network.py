"""Derivatives of the error itself, by a complex step: E(w + ih)/h, whose imaginary part has no rounding error."""

import numpy as np

H = 1e-40
FUNCTIONS = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.where(np.real(z) > 0, z, 0),
    "identity": lambda z: z,
}


class Network:
    def __init__(self, givens, conventions):
        self.hidden = FUNCTIONS[conventions["activation"]]
        self.output = FUNCTIONS[conventions["output_activation"]]
        self.x, self.t = np.array(givens["x"], dtype=float), np.atleast_1d(np.array(givens["t"], dtype=float))
        self.half = 0.5 if conventions["error_half"] == "yes" else 1

    def forward(self, p):
        h_in = p["W1"] @ self.x + p["b1"]
        h = self.hidden(h_in)
        y_in = p["W2"] @ h + p["b2"]
        return h_in, h, y_in, self.output(y_in)

    def error(self, y):
        return self.half * np.sum((self.t - y) ** 2)


def slopes(function, at):
    """The derivative of a function by each entry of an array."""
    at = np.array(at, dtype=complex)
    found = np.empty(at.shape)
    for place in np.ndindex(at.shape):
        moved = at.copy()
        moved[place] += 1j * H
        found[place] = np.imag(function(moved)) / H
    return found


def expected(givens, conventions):
    net = Network(givens, conventions)
    p = {name: np.array(givens[name], dtype=float) for name in ("W1", "W2")}
    p |= {
        name: np.array(givens.get(name, 0.0), dtype=float) * np.ones(len(p[weights]))
        for name, weights in (("b1", "W1"), ("b2", "W2"))
    }
    h_in, h, y_in, y = net.forward(p)
    eta, sign = givens["eta"], 1 if conventions["delta_sign"] == "y-t" else -1
    gradient = {name: slopes(lambda w, name=name: net.error(net.forward(p | {name: w})[3]), p[name]) for name in p}
    back = slopes(lambda h: net.error(net.output(p["W2"] @ h + p["b2"])), h)
    new = {name: p[name] - eta * gradient[name] for name in p}
    if conventions["update_order"] == "sequential":
        through = gradient["b2"] @ new["W2"]
        gradient["b1"] = slopes(lambda z: np.dot(through, net.hidden(z)), h_in)
        back, gradient["W1"] = through, np.outer(gradient["b1"], net.x)
        new |= {name: p[name] - eta * gradient[name] for name in ("W1", "b1")}
    found = {"h_in": h_in, "h": h, "y_in": y_in, "y": y, "e": sign * (y - net.t), "E": net.error(y)}
    found |= {"delta_y": sign * gradient["b2"], "delta_h": sign * gradient["b1"], "dE_dh": back}
    found |= {"dE_dW1": gradient["W1"], "dE_dW2": gradient["W2"], "W1_new": new["W1"], "W2_new": new["W2"]}
    if conventions["bias_update"] == "off":
        new |= {name: p[name] for name in ("b1", "b2")}
    for name in ("b1", "b2"):
        if conventions["bias_update"] == "shared":
            found[f"dE_d{name}"] = np.sum(gradient[name])
            new[name] = p[name] - eta * np.sum(gradient[name])
        one = conventions["bias_update"] == "shared" and np.ndim(givens.get(name, 0)) == 0
        found[f"{name}_new"] = new[name][0] if one else new[name]
        if name not in givens:
            new[name] = p[name]
    after = net.forward(new)
    found |= dict(zip(("h_in_after", "h_after", "y_in_after", "y_after"), after)) | {"E_after": net.error(after[3])}
    return {name: np.asarray(value).tolist() for name, value in found.items()}
