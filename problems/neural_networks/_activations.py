"""Activation functions, as several problems need them."""

from quizgen.authoring import Convention

LEAKY_SLOPE = Convention("0.01", "0.1", says={
    slope: f"leaky ReLU has the slope {slope} for $x <= 0$" for slope in ("0.01", "0.1")})
CURVES = {  # formulas in x
    "sigmoid": "sigmoid(x)", "tanh": "tanh(x)", "ReLU": "max(0, x)", "PReLU": "x if x > 0 else alpha_prelu*x",
    "leaky ReLU": "x if x > 0 else (0.1 if leaky_slope == '0.1' else 0.01)*x", "ReLU6": "min(max(0, x), 6)",
    "swish": "x*sigmoid(x)", "hard swish": "x*min(max(0, x + 3), 6)/6", "ELU": "x if x > 0 else exp(x) - 1",
    "softplus": "ln(1 + exp(x))", "binary step": "1 if x >= 0 else 0"}


def graph(v, slope=None):
    """The curve of the given function, if one is given, with the point at the given x, and a tangent of the given slope."""
    from .._figures import curve_of

    if v.function is None or v.x is None:
        return None
    return curve_of(CURVES[v.function], v.function, v, slope)
