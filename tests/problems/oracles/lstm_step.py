"""numpy: a layer of any size, the weights of its four gates stacked; a single cell is a layer of one."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def expected(givens, conventions):
    single = "c_prev" in givens
    c = np.atleast_1d(np.array(givens["c_prev" if single else "C_prev"], float))
    if "f_t" in givens:
        f, i, g, o = (np.array([givens[name]]) for name in ("f_t", "i_t", "c_tilde", "o_t"))
        return cell({}, "", f, i, g, o, c, single)[2]
    h = np.atleast_1d(np.array(givens["h_prev" if single else "H_prev"], float))
    if single:
        several = isinstance(givens["x_t"], list)
        inputs = np.reshape(np.array(givens["x_t"], float), (-1, 1))
    else:
        several = "X" in givens
        inputs = np.atleast_2d(np.array(givens["X" if several else "x_t"], float))
    stacked = np.vstack([np.atleast_2d(givens[f"W_{gate}"]) for gate in "figo"])
    found = {}
    for k, x in enumerate(inputs, 1):
        z = np.split(stacked @ np.concatenate([x, h, [1]]), 4)
        suffix = f".{k}" if several else ""
        for gate, values in zip("figo", z):
            found[f"z_{gate}{suffix}"] = one(values, single)
        f, i, o = sigmoid(z[0]), sigmoid(z[1]), sigmoid(z[3])
        h, c, found = cell(found, suffix, f, i, np.tanh(z[2]), o, c, single)
    return found


def cell(found, suffix, f, i, g, o, old, single):
    c = f * old + i * g
    h = o * np.tanh(c)
    named = {"f_t": f, "i_t": i, "c_tilde": g, "o_t": o, "f_times_c_prev": f * old, "i_times_c_tilde": i * g}
    named |= {"C_t": c, "tanh_C_t": np.tanh(c), "h_t": h}
    return h, c, found | {f"{name}{suffix}": one(values, single) for name, values in named.items()}


def one(values, single):
    return float(values[0]) if single else list(values)
