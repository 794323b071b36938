"""scikit-learn's RBF kernel, and numpy."""

import numpy as np
from sklearn.metrics.pairwise import rbf_kernel

GATES = {
    (0, 0, 0, 1): "AND",
    (0, 1, 1, 1): "OR",
    (1, 1, 1, 0): "NAND",
    (1, 0, 0, 0): "NOR",
    (0, 1, 1, 0): "XOR",
    (1, 0, 0, 1): "XNOR",
}


def half_up(values, places):
    return np.floor(np.round(values * 10**places, 9) + 0.5) / 10**places


def expected(givens, conventions):
    exponent, places = conventions["rbf_exponent"], conventions["round_steps"]
    fade = {
        "d2/gamma2": lambda: 1 / givens["gamma2"],
        "d2/2": lambda: 0.5,
        "d2/(2 sigma2)": lambda: 1 / (2 * givens["sigma"] ** 2),
        "gamma d2": lambda: givens["gamma"],
    }[exponent]()
    centres = np.array(givens["centres"], float)
    inputs = np.atleast_2d(np.array(givens["x"], float))
    several = isinstance(givens["x"][0], list)
    found, classes = {}, []
    for number, x in enumerate(inputs, 1):
        suffix = f".{number}" if several else ""
        d2 = -np.log(rbf_kernel([x], centres, gamma=1.0)[0])
        if places == "off":
            h = rbf_kernel([x], centres, gamma=fade)[0]
        else:
            d2 = half_up(d2, int(places))
            h = half_up(np.exp(-fade * d2), int(places))
        found |= {f"d2{suffix}": list(d2), f"h{suffix}": list(h)}
        if "w" in givens:
            output = float(h @ np.array(givens["w"], float)) + givens["bias"]
            classes.append(int(output > givens["threshold"]))
            found |= {f"output{suffix}": output, f"class{suffix}": classes[-1]}
    if len(classes) == 4:
        order = sorted(range(4), key=lambda k: tuple(inputs[k]))
        found["gate"] = GATES[tuple(classes[k] for k in order)]
    return found
