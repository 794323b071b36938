"""The cell in numpy, its four nets in one product, as libraries store them."""

import numpy as np
from scipy.special import expit


def expected(givens, conventions):
    if "f_t" in givens:
        f, i, g, o = (np.array([givens[name]], float) for name in ("f_t", "i_t", "c_tilde", "o_t"))
        return told({}, "", None, f, i, g, o, np.atleast_1d(givens["c_prev"]), False)[0]
    several = isinstance(givens["h_prev"], list)
    h, c = np.atleast_1d(givens["h_prev"]).astype(float), np.atleast_1d(givens["c_prev"]).astype(float)
    stacked = np.vstack([np.atleast_2d(np.array(givens[f"W_{gate}"], float)) for gate in "figo"])
    rounds = not several and isinstance(givens["x_t"], list)
    inputs = [np.array([x], float) for x in givens["x_t"]] if rounds else [np.atleast_1d(givens["x_t"]).astype(float)]
    found = {}
    for number, x in enumerate(inputs, 1):
        nets = np.split(stacked @ np.concatenate([x, h, [1.0]]), 4)
        f, i, o = (expit(nets[k]) for k in (0, 1, 3))
        found, c, h = told(found, f".{number}" if rounds else "", nets, f, i, np.tanh(nets[2]), o, c, several)
    return found


def told(found, end, nets, f, i, g, o, c, several):
    cell = f * c + i * g
    state = o * np.tanh(cell)
    values = {"f_t": f, "i_t": i, "c_tilde": g, "o_t": o, "f_times_c_prev": f * c, "i_times_c_tilde": i * g}
    values |= {"C_t": cell, "tanh_C_t": np.tanh(cell), "h_t": state}
    if nets is not None:
        values |= {f"z_{gate}": net for gate, net in zip("figo", nets)}
    found |= {name + end: list(value) if several else value[0] for name, value in values.items()}
    return found, cell, state
