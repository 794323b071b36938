"""numpy: a layer of any size as matrix products; a single unit is a layer of one."""

import numpy as np

FUNCTIONS = {"tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z)), "ReLU": lambda z: np.maximum(z, 0)}


def expected(givens, conventions):
    act, reads = FUNCTIONS[givens["activation"]], "w_y" in givens
    if "W_x" in givens:
        inputs = np.atleast_2d(np.array(givens["x"], float))
        h, found = np.array(givens["h_prev"], float), {}
        for k, x in enumerate(inputs, 1):
            z = np.array(givens["W_x"]) @ x + np.array(givens["W_h"]) @ h + givens["b"]
            h = act(z)
            suffix = f".{k}" if isinstance(givens["x"][0], list) else ""
            found |= {f"z{suffix}": list(z), f"h{suffix}": list(h)}
            if reads:
                found[f"y{suffix}"] = float(np.dot(givens["w_y"], h) + givens["b_y"])
        return found
    jordan = givens["feedback"] == "output"
    back, path = givens["y0" if jordan else "h0"], []
    for x in givens["x"]:
        z = float(np.dot([givens["w_x"], givens["w_h"], 1], [x, back, givens["b"]]))
        h = float(act(z))
        y = givens["w_y"] * h + givens["b_y"] if reads else 0
        back = y if jordan else h
        path.append((z, h, y))
    found = {f"{name}{k}": value for k, row in enumerate(path, 1) for name, value in zip("zhy", row)}
    return found | {name: list(column) for name, column in zip("zhy", zip(*path))}
