"""sympy's derivatives of E(w) for the whole network; numpy for the forward pass; central differences besides."""

from functools import cache

import sympy

WEIGHTS = [f"w{k}" for k in range(1, 9)]
BIASES = ["b11", "b12", "b21", "b22"]  # one for each unit
INPUTS = ["x1", "x2", "t1", "t2"]
NAMES = [*WEIGHTS, *BIASES, *INPUTS]


@cache
def functions(half):
    s = {name: sympy.Symbol(name) for name in NAMES}
    sigmoid = lambda net: 1 / (1 + sympy.exp(-net))  # noqa: E731
    h_in = [s["w1"] * s["x1"] + s["w2"] * s["x2"] + s["b11"], s["w3"] * s["x1"] + s["w4"] * s["x2"] + s["b12"]]
    hidden = sympy.symbols("h1 h2")
    nets = [s["w5"] * hidden[0] + s["w6"] * hidden[1] + s["b21"], s["w7"] * hidden[0] + s["w8"] * hidden[1] + s["b22"]]
    real = dict(zip(hidden, map(sigmoid, h_in)))
    factor = sympy.Rational(1, 2) if half else 1
    errors = [factor * (s[f"t{k + 1}"] - sigmoid(nets[k])) ** 2 for k in (0, 1)]
    total = sum(errors)
    composed = total.subs(real)
    parts = {
        "h1_in": h_in[0],
        "h2_in": h_in[1],
        "h1": sigmoid(h_in[0]),
        "h2": sigmoid(h_in[1]),
        "y1_in": nets[0].subs(real),
        "y2_in": nets[1].subs(real),
        "y1": sigmoid(nets[0]).subs(real),
        "y2": sigmoid(nets[1]).subs(real),
        "E1": errors[0].subs(real),
        "E2": errors[1].subs(real),
        "E": composed,
        "dE_dh1": sympy.diff(total, hidden[0]).subs(real),
        "dE_dh2": sympy.diff(total, hidden[1]).subs(real),
        **{f"dE_d{name}": sympy.diff(composed, s[name]) for name in (*WEIGHTS, *BIASES)},
    }
    return {name: sympy.lambdify([s[name] for name in NAMES], part, "math") for name, part in parts.items()}


def values(made, at):
    return {name: function(*(at[key] for key in NAMES)) for name, function in made.items()}


def error(made, at):
    return made["E"](*(at[key] for key in NAMES))


def expected(givens, conventions):
    if "x" not in givens:
        return output_weight(givens, conventions)
    made = functions(conventions["error_half"] == "yes")
    x, t, eta, epochs = givens["x"], givens["t"], givens["eta"], givens["epochs"]
    at = {name: givens[name] for name in WEIGHTS} | dict(zip(INPUTS, [*x, *t]))
    at |= {"b11": givens["b1"], "b12": givens["b1"], "b21": givens["b2"], "b22": givens["b2"]}
    found = {}
    for epoch in range(1, epochs + 1):
        here, at = one_epoch(made, at, eta, conventions)
        suffix = f".{epoch}" if epochs > 1 else ""
        found |= {name if name.endswith("_after") else name + suffix: value for name, value in here.items()}
    return found


def one_epoch(made, at, eta, conventions):
    found = values(made, at)
    for name in WEIGHTS:
        up, down = {**at, name: at[name] + 1e-6}, {**at, name: at[name] - 1e-6}
        slope = (error(made, up) - error(made, down)) / 2e-6
        assert abs(slope - found[f"dE_d{name}"]) < 1e-7
    sign = -1 if conventions["delta_sign"] == "t-y" else 1
    gradient = {name: found[f"dE_d{name}"] for name in (*WEIGHTS, *BIASES)}
    if conventions["update_order"] == "sequential":
        # The error goes back through the new output weights; everything else stays.
        back = [gradient["b21"], gradient["b22"]]
        new = {name: at[name] - eta * gradient[name] for name in WEIGHTS[4:]}
        for unit, (a, b), bias in (("h1", ("w5", "w7"), "b11"), ("h2", ("w6", "w8"), "b12")):
            found[f"dE_d{unit}"] = back[0] * new[a] + back[1] * new[b]
            gradient[bias] = found[f"dE_d{unit}"] * found[unit] * (1 - found[unit])
        gradient |= {"w1": gradient["b11"] * at["x1"], "w2": gradient["b11"] * at["x2"]}
        gradient |= {"w3": gradient["b12"] * at["x1"], "w4": gradient["b12"] * at["x2"]}
    found |= {f"dE_d{name}": gradient[name] for name in WEIGHTS}
    found |= {"delta_h1": sign * gradient["b11"], "delta_h2": sign * gradient["b12"]}
    found |= {"delta_y1": sign * gradient["b21"], "delta_y2": sign * gradient["b22"]}
    after = dict(at)
    for name in WEIGHTS:
        after[name] = found[f"{name}_new"] = at[name] - eta * gradient[name]
    hidden, output = [gradient["b11"], gradient["b12"]], [gradient["b21"], gradient["b22"]]
    if conventions["bias_update"] == "shared":
        found |= {"dE_db1": sum(hidden), "dE_db2": sum(output)}
        found |= {"b1_new": at["b11"] - eta * sum(hidden), "b2_new": at["b21"] - eta * sum(output)}
        after |= dict.fromkeys(("b11", "b12"), found["b1_new"]) | dict.fromkeys(("b21", "b22"), found["b2_new"])
    elif conventions["bias_update"] == "per-unit":
        found |= {"dE_db1": hidden, "dE_db2": output}
        after |= {name: at[name] - eta * gradient[name] for name in BIASES}
        found |= {"b1_new": [after["b11"], after["b12"]], "b2_new": [after["b21"], after["b22"]]}
    last = values(made, after)
    found |= {f"{name}_after": last[name] for name in ("h1", "h2", "y1", "y2", "E1", "E2", "E")}
    return found, after


def output_weight(givens, conventions):
    """The gradient of w5 from the outputs of h1 and y1 alone."""
    y = sympy.Symbol("y")
    h1, y1, t1 = givens["h1"], givens["y1"], givens["t"][0]
    factor = sympy.Rational(1, 2) if conventions["error_half"] == "yes" else 1
    slope = float(sympy.diff(factor * (t1 - y) ** 2, y).subs(y, y1)) * (y1 - y1 * y1)
    sign = -1 if conventions["delta_sign"] == "t-y" else 1
    return {"delta_y1": sign * slope, "dE_dw5": slope * h1, "w5_new": givens["w5"] - givens["eta"] * slope * h1}
