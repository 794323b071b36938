"""numpy: a layer of any size, the net inputs split into the parts of inputs and old states; a cell is a layer of one."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def expected(givens, conventions):
    single = "h_prev" in givens
    h = np.atleast_1d(np.array(givens["h_prev" if single else "H_prev"], float))
    if "z_t" in givens:
        return {"h_t": float(mixed(h[0], givens["z_t"], givens["n_t"], conventions))}
    several = isinstance(givens["x_t"], list) if single else "X" in givens
    given = givens["x_t"] if single or not several else givens["X"]
    inputs = np.reshape(np.array(given, float), (-1, 1)) if single else np.atleast_2d(np.array(given, float))
    found = {}
    for k, x in enumerate(inputs, 1):
        parts = {}
        for gate in "rzn":
            weights = np.atleast_2d(np.array(givens[f"W_{gate}"], float))
            parts[gate] = weights[:, : len(x)] @ x + weights[:, -1], weights[:, len(x) : -1]
        net_r, net_z = (start + states @ h for start, states in (parts["r"], parts["z"]))
        r, z = sigmoid(net_r), sigmoid(net_z)
        start, states = parts["n"]
        net_n = start + (states @ (r * h) if conventions["gru_reset"] == "before" else r * (states @ h))
        n = np.tanh(net_n)
        h = mixed(h, z, n, conventions)
        named = {"net_r": net_r, "net_z": net_z, "net_n": net_n, "r_t": r, "z_t": z, "n_t": n, "h_t": h}
        suffix = f".{k}" if several else ""
        found |= {f"{name}{suffix}": float(v[0]) if single else list(v) for name, v in named.items()}
    return found


def mixed(h, z, n, conventions):
    share = z if conventions["gru_gate"] == "(1-z)n+zh" else 1 - z
    return n + share * (h - n)
