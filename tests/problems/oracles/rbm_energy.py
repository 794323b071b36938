"""All joint states by brute force with numpy: F and P(v) come from the sum over h."""

from itertools import product

import numpy as np


def expected(givens, conventions):
    W = np.array(givens["W"], float)
    W = W if conventions["rows"] == "visible" else W.T
    a, b, v = (np.array(givens[name], float) for name in "abv")

    def energy(v, h):
        return -(v @ a + h @ b + v @ W @ h)

    hidden = [np.array(h) for h in product((0, 1), repeat=len(b))]
    energies = [energy(np.array(one), h) for one in product((0, 1), repeat=len(a)) for h in hidden]
    Z = givens["Z"] if "Z" in givens else float(np.exp(-np.array(energies)).sum())
    over_h = sum(np.exp(-energy(v, h)) for h in hidden)
    found = {
        "visible_term": -(v @ a),
        "h_in": list(energy(v, np.zeros(len(b))) - np.array([energy(v, unit) for unit in np.eye(len(b))])),
        "free_energy": -np.log(over_h),
        "energies": energies,
        "Z": Z,
        "P_v": over_h / Z,
    }
    if "h" in givens:
        h = np.array(givens["h"], float)
        E = energy(v, h)
        found |= {"hidden_term": -(h @ b), "interaction": E + v @ a + h @ b, "E": E, "P_vh": np.exp(-E) / Z}
    return found
