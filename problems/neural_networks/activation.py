"""Values of activation functions."""

from quizgen.authoring import (Aside, Choice, Index, Level, Mistake, Number, Problem, Vector, between,
                               computed, oneof, shuffled)

from ._activations import LEAKY_SLOPE, graph

# By the name of a function: its step, its formula and why. {x} is the net input; {gate} and others are worked before.
FUNCTIONS = {
    "sigmoid": ("sigmoid", "1/(1 + {e_minus})", "It squeezes x into 0 to 1."),
    "tanh": ("tanh", "({e_plus} - {e_minus})/({e_plus} + {e_minus})", "It squeezes x into −1 to 1."),
    "ReLU": ("relu", "max(0, {x})", "What is negative becomes 0."),
    "leaky ReLU": ("leaky_relu", {slope: f"{{x}} if {{x}} > 0 else {slope}*{{x}}" for slope in ("0.01", "0.1")},
                   "What is negative is scaled down, not lost."),
    "PReLU": ("prelu", "{x} if {x} > 0 else alpha_prelu*{x}", "Leaky ReLU with a slope that is learned."),
    "ReLU6": ("relu6", "min(max(0, {x}), 6)", "ReLU, cut off at 6."),
    "swish": ("swish", "{x}*{gate}", "x times a gate that opens as x grows."),
    "hard swish": ("hard_swish", "{x}*{shifted}/6", "Swish with a gate of straight lines."),
    "ELU": ("elu", "{x} if {x} > 0 else exp({x}) - 1", "Below 0 it bends towards −1."),
    "softplus": ("softplus", "ln(1 + exp({x}))", "A smooth ReLU."),
    "binary step": ("step", "1 if {x} >= 0 else 0", "On or off."),
}
SHIFTED = "min(max(0, {x} + 3), 6)"
ONE = {"x": "x", "e_minus": "e_minus", "e_plus": "e_plus", "gate": "sigmoid", "shifted": "shifted"}
EACH = {"x": "layer[i]", "e_minus": "exp(-layer[i])", "e_plus": "exp(layer[i])", "gate": "sigmoid[i]",
        "shifted": SHIFTED.format(x="layer[i]")}
BELOW, ABOVE = between(-4, -0.05, 0.05), between(0.05, 4, 0.05)
OFTEN_BELOW, BENT = oneof(BELOW, BELOW, ABOVE), oneof(BELOW, ABOVE, BELOW, ABOVE, oneof(-3.5, 6.5, 7))


def put(names, text):
    """A formula, or a table of formulas, with these names."""
    return {row: put(names, cell) for row, cell in text.items()} if isinstance(text, dict) else text.format(**names)


def form(function, **draws):
    """One function at one net input."""
    return Level(FUNCTIONS[function][0], function=function, **draws)


def told(function):
    """The stories of one function at one net input."""
    return (f"A neuron with the activation {function} has the net input x = {{x}}.",
            f"A hidden unit adds up its weighted inputs to x = {{x}} and passes the sum through {function}.",
            f"A feature map holds the value x = {{x}} before the activation, which is {function}.",
            f"The activation {function} is tabulated by hand; the next entry is that of x = {{x}}.")


def slip(name, says, when="{x} == {x}", **wrong):
    """A mistake at one net input, and in a layer of which some entry fulfils `when`."""
    some = f"max(1 if {when.format(x='layer[i]')} else 0, i) == 1"
    return [Mistake(name, says, condition, **{step: put(names, text) for step, text in wrong.items()})
            for names, condition in ((ONE, when.format(x="x")), (EACH, some))]


class Activation(Problem):
    title = "Activation functions"

    task = Aside("one")
    function = Choice("activation function", *FUNCTIONS, optional=True)
    low, high, other = Aside(BELOW), Aside(ABOVE), Aside(oneof(BELOW, ABOVE))
    x = Number("net input", draw=oneof(BELOW, ABOVE), instead="layer")
    layer = Vector("net inputs of a layer", optional=True)
    alpha_prelu = Number("slope of PReLU", optional=True)
    beta = Number("steepness of the gate of swish", optional=True)
    i = Index("layer")

    leaky_slope = LEAKY_SLOPE
    symbols = {"layer": "x", "e_minus": "e^{-x}", "e_plus": "e^x", "shifted": r"\text{ReLU6(x + 3)}",
               "alpha_prelu": r"\alpha", **{step: rf"\text{{{name}}}" for name, (step, _, _) in FUNCTIONS.items()}}
    also = {step: "f(x), f, output, y" for step, _, _ in FUNCTIONS.values()} | {
        "sigmoid": "f(x), f, output, y, σ", "difference": "diff"}
    answers = " ".join(also)
    accept = ("task != 'layer' or (low != other and high != other)",)
    slope = oneof(0.1, 0.2, 0.25, 0.5)
    levels = {
        "easy": (form("sigmoid"), form("ReLU", x=OFTEN_BELOW), form("leaky ReLU", x=OFTEN_BELOW),
                 form("ReLU6", x=BENT)),
        "medium": (form("tanh"), form("PReLU", x=OFTEN_BELOW, alpha_prelu=slope), form("ELU", x=OFTEN_BELOW),
                   form("swish"), form("hard swish", x=BENT), form("softplus")),
        "hard": (Level("sigmoid tanh relu leaky_relu prelu relu6 swish hard_swish", task="eight", alpha_prelu=slope),
                 Level("swish hard_swish difference", task="two", x=BENT),
                 *(Level(two, task="layer", x=None, layer=shuffled(computed("(low, high, other)", places=2)))
                   for two in ("leaky_relu relu6", "sigmoid tanh", "relu swish"))),
    }

    def work(self, w):
        names, axis = (EACH, "[i]") if w.has("layer") else (ONE, "")
        if not axis:
            w.step("e_minus", "exp(-x)", "Exponential of $-x$", spare=True)
            w.step("e_plus", "exp(x)", "Exponential of $x$", spare=True)
            w.step("shifted", SHIFTED.format(x="x"), "ReLU6 at $x + 3$", "Hard swish shifts x by 3 first.")
        if w.has("beta"):
            names = names | {"gate": f"sigmoid(beta*{names['x']})"}
        for step, text, why in FUNCTIONS.values():
            by = "leaky_slope" if isinstance(text, dict) else None
            w.step(step + axis, put(names, text), f"Output of ${step}$", why, by=by, spare=True)
        w.step("difference" + axis, f"abs(swish{axis} - hard_swish{axis})", "Difference of the two", spare=True)

    mistakes = (
        *slip("sigmoid_exponent_sign", "The exponent is −x: with +x you get 1 − σ(x).", sigmoid="1/(1 + exp({x}))"),
        *slip("tanh_minus_in_denominator", "The fraction is upside down: the minus stands above, the plus below.",
              tanh="({e_plus} + {e_minus})/({e_plus} - {e_minus})"),
        *slip("tanh_half_argument", "This is tanh(x/2): the terms are $exp(x)$ and $exp(-x)$, not 1 and $exp(-x)$.",
              tanh="(1 - {e_minus})/(1 + {e_minus})"),
        *slip("relu_is_abs", "ReLU makes a negative x 0; it does not turn its sign.", "{x} < 0", relu="abs({x})"),
        *slip("leaky_slope_0.1", "The slope for $x <= 0$ is 0.01 here, not 0.1.", "{x} < 0 and leaky_slope == '0.01'",
              leaky_relu="{x} if {x} > 0 else 0.1*{x}"),
        *slip("negative_side_cut_off", "This is ReLU: here a negative x is scaled down, not cut off.", "{x} < 0",
              leaky_relu="max(0, {x})", prelu="max(0, {x})"),
        *slip("relu6_no_cap", "ReLU6 is never above 6.", "{x} > 6", relu6="max(0, {x})"),
        *slip("swish_returns_gate", "This is the gate alone: swish is x times it.", swish="{gate}"),
        *slip("hard_swish_no_div6", "The division by 6 is missing.", "{x} > -3", hard_swish="{x}*{shifted}"),
        *slip("hard_swish_gate_only", "That is the gate: multiply it by x.", "{x} > -3", hard_swish="{shifted}/6"),
        *slip("hard_swish_no_shift", "ReLU6 is taken at x + 3, not at x.", "-3 < {x} < 6",
              hard_swish="{x}*min(max(0, {x}), 6)/6"),
        *slip("elu_minus_one_forgotten", "Below 0 ELU is $exp(x) - 1$: it meets 0 at 0.", "{x} < 0", elu="exp({x})"),
        *slip("softplus_one_forgotten", "The 1 under the logarithm is missing.", softplus="{x}"),
    )
    nudge = "On which side of zero, and of the bends at ±3 and 6, does x lie? Or is it a formula with exponentials?"
    stories = {
        "task == 'one' and function != 'PReLU' and function != 'ELU'": told("{function}"),
        "task == 'one' and function == 'PReLU'": told("PReLU (slope {alpha_prelu} for $x <= 0$)"),
        "task == 'one' and function == 'ELU'": told("ELU (α = 1)"),
        "task == 'eight'": (
            "Compare eight activations at the net input x = {x}; PReLU has the slope {alpha_prelu} for $x <= 0$.",
            "A student sends x = {x} through eight activations, PReLU with the slope {alpha_prelu} for $x <= 0$.",
            "Which of eight activations lets most of x = {x} through? PReLU has the slope {alpha_prelu} for $x <= 0$.",
            "Fill in the row x = {x} of a table of activations; PReLU has the slope {alpha_prelu} for $x <= 0$."),
        "task == 'two'": (
            "Swish is $x*sigmoid(x)$, hard swish is $x*min(max(0, x + 3), 6)/6$. Compute both at x = {x}.",
            "A phone replaces swish by hard swish, which needs no exponential. By how much is it off at x = {x}?",
            "The same net input x = {x} is passed once through swish and once through hard swish.",
            "Hard swish imitates swish by straight lines. Compare the two at x = {x}."),
        "task == 'layer'": (
            "Three units of a layer have the net inputs {layer}. Two activations are tried on all three.",
            "The row {layer} of a feature map is passed through two candidate activations.",
            "Before the activation a layer holds {layer}. Compare two activations, entry by entry.",
            "The same net inputs {layer} go once through each of two activations."),
    }

    def solution_figure(self, v):
        return graph(v)
