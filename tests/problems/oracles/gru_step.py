"""The cell in numpy, with the weights of inputs and of states as matrices of their own."""

import numpy as np
from scipy.special import expit


def gate(givens, name, x, h):
    """The weighted input with the bias, and the weighted state."""
    rows = np.atleast_2d(np.array(givens[f"W_{name}"], float))
    return rows[:, : len(x)] @ x + rows[:, -1], rows[:, len(x) : -1], h


def expected(givens, conventions):
    several = isinstance(givens["h_prev"], list)
    h = np.atleast_1d(givens["h_prev"]).astype(float)
    sequence = not several and isinstance(givens.get("x_t"), list)
    found = {}
    inputs = givens["x_t"] if sequence else [givens.get("x_t")]
    for number, one in enumerate(inputs, 1):
        end = f".{number}" if sequence else ""
        values = {name: np.array([givens[name]], float) for name in ("r_t", "z_t", "n_t") if name in givens}
        if "n_t" not in givens:
            x = np.atleast_1d(one).astype(float)
            for name, key in (("r", "r_t"), ("z", "z_t")):
                given, of_states, _ = gate(givens, name, x, h)
                values[f"a_{name}"] = given + of_states @ h
                values[key] = expit(values[f"a_{name}"])
            given, of_states, _ = gate(givens, "n", x, h)
            seen = of_states @ (values["r_t"] * h) if conventions["gru_reset"] == "before" else values["r_t"] * (of_states @ h)
            values["a_n"] = given + seen
            values["n_t"] = np.tanh(values["a_n"])
        kept = values["z_t"] if conventions["gru_gate"] == "(1-z)n+zh" else 1 - values["z_t"]
        h = values["h_t"] = kept * h + (1 - kept) * values["n_t"]
        found |= {name + end: list(value) if several else value[0] for name, value in values.items()}
    return found
