"""sympy's derivatives of the composed error, evaluated by numpy; central differences besides."""

from functools import cache

import sympy

NAMES = sympy.symbols("x w1 b1 w2 b2 t")
ACTIVATIONS = {
    "sigmoid": lambda net: 1 / (1 + sympy.exp(-net)),
    "tanh": sympy.tanh,
    "relu": lambda net: sympy.Max(net, 0),
    "identity": lambda net: net,
}


@cache
def functions(activation, half):
    """The error, its derivatives and the values on the way, as functions of x, w1, b1, w2, b2, t."""
    x, w1, b1, w2, b2, t = NAMES
    h_in = w1 * x + b1
    h, y_in, y = sympy.symbols("h y_in y")
    out = ACTIVATIONS[activation]
    h_out = ACTIVATIONS["sigmoid"](h_in)
    net = w2 * h_out + b2
    y_out = out(net)
    factor = sympy.Rational(1, 2) if half else 1
    error = factor * (t - y_out) ** 2
    of_h = factor * (t - out(w2 * h + b2)) ** 2
    of_y = factor * (t - y) ** 2
    slope = sympy.diff(out(y_in), y_in)
    parts = {
        "h_in": h_in,
        "h_out": h_out,
        "y_in": net,
        "y_out": y_out,
        "E": error,
        "dE_dy": sympy.diff(of_y, y).subs(y, y_out),
        "dy_dyin": slope.subs(y_in, net),
        "dh_dhin": sympy.diff(ACTIVATIONS["sigmoid"](y_in), y_in).subs(y_in, h_in),
        "dE_dh": sympy.diff(of_h, h).subs(h, h_out),
        **{f"dE_d{name}": sympy.diff(error, sympy.Symbol(name)) for name in ("w1", "b1", "w2", "b2")},
    }
    return {name: sympy.lambdify(NAMES, part, "math" if activation != "relu" else MATH) for name, part in parts.items()}


MATH = [{"Heaviside": lambda value, *_: float(value > 0), "Max": max}, "math"]


SLOPES = {"sigmoid": "*y_out*(1 - y_out)", "tanh": "*(1 - y_out**2)", "identity": ""}


def chain(values, conventions):
    """The chain of factors as it is written, whose value is the derivative; none for ReLU."""
    if conventions["output_activation"] == "relu":
        return None
    two = "" if conventions["error_half"] == "yes" else "2*"
    w2 = "w2_new" if conventions["update_order"] == "sequential" else "w2"
    text = f"{two}(y_out - t){SLOPES[conventions['output_activation']]}*{w2}*h_out*(1 - h_out)*x"
    assert abs(eval(text, dict(values)) - values["dE_dw1"]) < 1e-12
    return text


def expected(givens, conventions):
    made = functions(conventions["output_activation"], conventions["error_half"] == "yes")
    at = [givens[name] for name in ("x", "w1", "b1", "w2", "b2", "t")]
    found = {name: function(*at) for name, function in made.items()}
    eta = givens["eta"]
    error = made["E"]
    for place, name in ((1, "w1"), (2, "b1"), (3, "w2"), (4, "b2")):
        up, down = list(at), list(at)
        up[place] += 1e-6
        down[place] -= 1e-6
        assert abs((error(*up) - error(*down)) / 2e-6 - found[f"dE_d{name}"]) < 1e-7
    found["w2_new"], found["b2_new"] = at[3] - eta * found["dE_dw2"], at[4] - eta * found["dE_db2"]
    if conventions["update_order"] == "sequential":
        # Only the path back from y_in to h takes the new weight: the forward values stay.
        ratio = found["w2_new"] / at[3]
        found |= {name: found[name] * ratio for name in ("dE_dh", "dE_dw1", "dE_db1")}
    found["chain"] = chain({**givens, **found}, conventions)
    found["w1_new"], found["b1_new"] = at[1] - eta * found["dE_dw1"], at[2] - eta * found["dE_db1"]
    after = [at[0], found["w1_new"], found["b1_new"], found["w2_new"], found["b2_new"], at[5]]
    return found | {"h_after": made["h_out"](*after), "y_after": made["y_out"](*after), "E_after": error(*after)}
