"""Central differences of the activations themselves, refined by Richardson's step; at a kink what the convention says."""

import math
from functools import cache
from itertools import pairwise

import sympy
from scipy.special import expit


def slope(function, x):
    """Derivative at a point where the function is smooth for 0.002 on either side."""
    h = 2e-3
    ways = [(function(x + h / 2**k) - function(x - h / 2**k)) / (2 * h / 2**k) for k in range(4)]
    for order in (4, 16, 64):
        ways = [(order * fine - coarse) / (order - 1) for coarse, fine in pairwise(ways)]
    return ways[0]


X, Y, BETA = sympy.symbols("x y beta")
SIGMOID = 1 / (1 + sympy.exp(-X))
WRITTEN = {  # the function, and its derivative as an author writes it
    "sigmoid": (SIGMOID, "y*(1 - y)"),
    "steep sigmoid": (SIGMOID.subs(X, BETA * X), "beta*y*(1 - y)"),
    "tanh": (sympy.tanh(X), "1 - y**2"),
    "swish": (X * SIGMOID, "sigmoid(x) + x*sigmoid(x)*(1 - sigmoid(x))"),
    "softplus": (sympy.log(1 + sympy.exp(X)), "1/(1 + exp(-x))"),
    "Gaussian": (sympy.exp(-(X**2)), "-2*x*exp(-x**2)"),
}


@cache
def symbolic(of):
    """The function, sympy's derivative of it, and that derivative as it is written, which is proved equal."""
    function, text = WRITTEN[of]
    slope = sympy.diff(function, X)
    named = {"x": X, "y": function, "beta": BETA, "sigmoid": sympy.Lambda(Y, SIGMOID.subs(X, Y))}
    assert sympy.simplify((sympy.sympify(text, named) - slope).rewrite(sympy.exp)) == 0
    return *(sympy.lambdify((X, BETA), part, "math") for part in (function, slope)), text


def expected(givens, conventions):
    if "sigma" in givens:
        return {"sigmoid": givens["sigma"] - givens["sigma"] ** 2}
    if "of" in givens:
        function, slope_of, text = symbolic(givens["of"])
        at = givens["x"], givens.get("beta", 1)
        return {"y": function(*at), "derivative": text, "slope_at_x": slope_of(*at)}
    x, alpha, leaky = givens["x"], givens.get("alpha_prelu", 0), float(conventions["leaky_slope"])
    functions = {
        "sigmoid": lambda x: float(expit(x)),
        "tanh": math.tanh,
        "relu": lambda x: max(0, x),
        "leaky_relu": lambda x: max(leaky * x, x),
        "prelu": lambda x: max(alpha * x, x),
        "relu6": lambda x: min(max(0, x), 6),
        "swish": lambda x: x * float(expit(givens.get("beta", 1) * x)),
        "hard_swish": lambda x: x * min(max(0, x + 3), 6) / 6,
    }
    found = {name: slope(function, x) for name, function in functions.items()}
    found |= {"sigma": float(expit(x)), "y": math.tanh(x), "prelu_wrt_alpha": x if x <= 0 else 0}
    return found | {"steeper": "tanh" if found["tanh"] > found["sigmoid"] else "sigmoid"}
