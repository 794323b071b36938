"""Slopes of activation functions, as numbers and as formulas."""

from quizgen.authoring import Aside, Choice, Convention, Level, Mistake, Number, Problem, between, oneof

from ._activations import LEAKY_SLOPE, graph

STEPS = {"sigmoid": "sigmoid", "tanh": "tanh", "ReLU": "relu", "leaky ReLU": "leaky_relu", "PReLU": "prelu",
         "ReLU6": "relu6", "swish": "swish", "hard swish": "hard_swish"}
PRODUCT, BRANCH = "By the product rule.", "The slope of the branch that x lies on."
FORMULAS = {  # by a name: y, in what its derivative is to be written, the derivative, why, a slip and what it lacks
    "sigmoid": ("1/(1 + exp(-x))", "y", "y*(1 - y)", "It is $exp(-x)/(1 + exp(-x))**2$, which y can say too.",
                ("sigmoid_forgot_one_minus", "y", "The factor 1 − y is missing.")),
    "steep sigmoid": ("1/(1 + exp(-beta*x))", "y and β", "beta*y*(1 - y)", "By the chain rule, with β from inside.",
                      ("inner_derivative_forgotten", "y*(1 - y)", "The inner derivative, β, is missing.")),
    "tanh": ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", "y", "1 - y**2", "By the quotient rule.",
             ("tanh_1_minus_tanh", "1 - y", "The square of y is missing.")),
    "swish": ("x*sigmoid(x)", "x", "sigmoid(x) + x*sigmoid(x)*(1 - sigmoid(x))", PRODUCT,
              ("swish_only_gate", "sigmoid(x)", "The product rule has a second term.")),
    "softplus": ("ln(1 + exp(x))", "x", "1/(1 + exp(-x))", "By the chain rule, with $exp(x)$ from inside.",
                 ("inner_derivative_forgotten", "1/(1 + exp(x))", "The inner derivative, $exp(x)$, is missing.")),
    "Gaussian": ("exp(-x**2)", "x", "-2*x*exp(-x**2)", "By the chain rule, with −2x from inside.",
                 ("inner_derivative_forgotten", "exp(-x**2)", "The inner derivative, −2x, is missing.")),
}
VALUE = "That is the value of the function: its slope is asked."


def bent(right, left, kink):
    """The slope of a function with a kink at 0."""
    return f"{right} if x > 0 else {left}" if kink == "left" else f"{right} if x > 0 else {kink} if x == 0 else {left}"


def form(function, **draws):
    """One function at one net input."""
    return Level(STEPS[function], function=function, **draws)


def told(function):
    """The stories of one function at one net input."""
    return (f"In the backward pass a unit with the activation {function} has the net input x = {{x}}.",
            f"How much of the gradient does a unit with the activation {function} let through at x = {{x}}?",
            f"A unit's activation is {function}, its net input x = {{x}}. Find the local derivative.",
            f"The net input of a hidden unit is x = {{x}}, its activation {function}. How steep is it there?")


class ActivationDerivative(Problem):
    title = "Slopes of activation functions"

    task = Aside("one")
    function = Choice("activation function", *STEPS, optional=True)
    of = Choice("function to differentiate", *FORMULAS, optional=True)
    below, fine = between(-4, -0.05, 0.05), oneof(between(-3, -0.01, 0.01), between(0.01, 3, 0.01))
    coarse = oneof(below, between(0.05, 4, 0.05))
    x = Number("net input", draw=coarse, instead="sigma")
    sigma = Number("output of the sigmoid", optional=True, above=0, below=1)
    alpha_prelu = Number("slope of PReLU", optional=True)
    beta = Number("steepness of the gate of swish", optional=True)

    leaky_slope = LEAKY_SLOPE
    kink = Convention("left", "1", "0.5", when="x == 0", says={
        "left": "at 0 the slope is that of the left branch", "1": "at 0 the slope is taken as 1",
        "0.5": "at 0 the slope is taken as 0.5"})
    symbols = {"alpha_prelu": r"\alpha", "prelu_wrt_alpha": r"\partial f/\partial \alpha", "derivative": "y'",
               "slope_at_x": r"\text{y'(x)}", **{step: rf"\text{{{name}'}}" for name, step in STEPS.items()}}
    also = {"derivative": "dy/dx, slope", "slope_at_x": "value",
            **dict.fromkeys(STEPS.values(), "f'(x), f', slope, derivative")}
    answers = " ".join([*also, "prelu_wrt_alpha steeper"])
    also |= {"sigmoid": "f'(x), f', slope, derivative, σ'", "sigma": "σ(x), sigmoid(x)", "y": "tanh(x)"}
    accept = ("abs(x) != 3", "x != -1.5", "x != 6", "task != 'both' or abs(tanh - sigmoid) >= 0.01",
              "abs(slope_at_x) >= 0.02",
              *(f"abs({step}) >= 0.005 or {step} == 0" for step in STEPS.values()))
    slopes = oneof(0.1, 0.2, 0.25, 0.5)
    levels = {
        "easy": (form("ReLU"), form("leaky ReLU"), form("PReLU", alpha_prelu=slopes),
                 form("ReLU6", x=oneof(coarse, coarse, coarse, oneof(6.5, 7))),
                 Level("sigmoid", task="output", x=None,
                       sigma=oneof(between(0.05, 0.49, 0.01), between(0.51, 0.95, 0.01)))),
        "medium": (form("sigmoid", x=fine), form("tanh", x=fine), Level("sigmoid tanh steeper", task="both", x=fine)),
        "hard": (form("swish"), form("hard swish"),
                 *(Level("derivative slope_at_x", task="formula", of=of, beta=between(2, 5) if "steep" in of else None)
                   for of in FORMULAS),
                 Level("prelu prelu_wrt_alpha", task="alpha", alpha_prelu=slopes, x=oneof(below, below, coarse))),
    }

    def work(self, w):
        if w.has("of"):
            w.step("y", {of: row[0] for of, row in FORMULAS.items()}, "Output", by="of")
            slope = {of: row[2] for of, row in FORMULAS.items()}
            w.expression("derivative", slope, "Derivative $derivative$", FORMULAS[w.of][3], by="of")
            w.step("slope_at_x", slope, "Value $slope_at_x$", by="of")
            return
        w.step("sigma", "1/(1 + exp(-x))", "Output of the sigmoid", spare=True)
        w.step("sigmoid", "sigma*(1 - sigma)", "Slope of the sigmoid", "It needs the output alone.", spare=True)
        w.step("y", "tanh(x)", "Output of tanh")
        w.step("tanh", "1 - y**2", "Slope of tanh", "It needs the output alone.")
        w.step("steeper", "tanh > sigmoid", "Unit that passes more gradient", yes="tanh", no="sigmoid", spare=True)
        w.step("relu", bent("1", "0", w.kink), "Slope of ReLU", BRANCH)
        w.step("leaky_relu", {slope: bent("1", slope, w.kink) for slope in ("0.01", "0.1")}, "Slope of leaky ReLU",
               BRANCH, by="leaky_slope")
        w.step("prelu", bent("1", "alpha_prelu", w.kink), "Slope of PReLU", BRANCH)
        w.step("prelu_wrt_alpha", "0 if x > 0 else x", "Derivative $prelu_wrt_alpha$ of PReLU",
               "Only below 0 there is an α, in αx.")
        w.step("relu6", f"0 if x >= 6 else {bent('1', '0', w.kink)}", "Slope of ReLU6", "Flat below 0 and above 6.")
        gate, inner = ("sigmoid(beta*x)", "beta*x") if w.has("beta") else ("sigma", "x")
        w.step("swish", f"{gate} + {inner}*{gate}*(1 - {gate})", "Slope of swish", PRODUCT, spare=True)
        w.step("hard_swish", "0 if x <= -3 else 1 if x >= 3 else (2*x + 3)/6", "Slope of hard swish",
               "Between its bends hard swish is $x*(x + 3)/6$.")

    mistakes = (
        Mistake("sigmoid_forgot_one_minus", "The factor 1 − σ is missing.", sigmoid="sigma"),
        Mistake("sigmoid_used_x(1-x)", "σ(1 − σ) takes the output σ, not the net input.", sigmoid="x*(1 - x)"),
        Mistake("tanh_1_minus_tanh", "The output of tanh is squared in 1 − tanh².", tanh="1 - y"),
        Mistake("tanh_used_net_input", "1 − tanh² takes the output, not the net input.", tanh="1 - x**2"),
        Mistake("relu_value_for_slope", VALUE, "x > 0", relu="max(0, x)", leaky_relu="x", prelu="x", relu6="min(x, 6)"),
        Mistake("swish_only_gate", "The product rule has a second term, x times the slope of the gate.", swish="sigma"),
        Mistake("swish_x_times_sigma_prime", "The product has a first term, the gate.", swish="x*sigma*(1 - sigma)"),
        Mistake("hard_swish_gate_only", "The product has a second term, x/6.", "-3 < x < 3", hard_swish="(x + 3)/6"),
        Mistake("by_x_not_by_alpha", "That is the slope in x: how does the output move with α?", "x < 0",
                prelu_wrt_alpha="alpha_prelu"),
        *(Mistake(name, says, f"of == '{of}'", derivative=wrong, slope_at_x=wrong)
          for of, (*_, (name, wrong, says)) in FORMULAS.items()),
    )
    nudge = "Find the output first, or the branch that x lies on; what is smooth has a formula in the output."
    stories = {
        "task == 'one' and function != 'PReLU'": told("{function}"),
        "task == 'one' and function == 'PReLU'": told("PReLU (slope {alpha_prelu} for $x <= 0$)"),
        "task == 'output'": (
            "A sigmoid unit has the output σ = {sigma}. How does it move with the net input?",
            "In the backward pass a sigmoid unit's output σ = {sigma} is at hand, its net input is not.",
            "The forward pass has left σ = {sigma} at a sigmoid unit. Find the local derivative by the net input.",
            "How much of the gradient does a sigmoid unit with the output σ = {sigma} let through?"),
        "task == 'both'": (
            "Two hidden units share the net input x = {x}; one uses tanh, one the sigmoid.",
            "At the net input x = {x} a sigmoid unit is to be replaced by a tanh unit. What becomes of the gradient?",
            "Which lets more of the gradient through at x = {x}, tanh or the sigmoid?",
            "A designer compares tanh with the sigmoid at the net input x = {x}."),
        "task == 'alpha'": (
            "PReLU has the trainable slope α = {alpha_prelu}. A unit's net input is x = {x}.",
            "A PReLU unit with α = {alpha_prelu} and the net input x = {x} is trained: x and α both get a gradient.",
            "In the backward pass a PReLU unit (α = {alpha_prelu}, net input x = {x}) needs two derivatives.",
            "How does the output of a PReLU unit with α = {alpha_prelu} move with x, and how with α, at x = {x}?"),
        **{f"of == '{of}'": [text.format(f"$y == {y}$", terms) for text in (
            "A unit has the activation {}. Give {{ask}}: the formula in {}, and its value at x = {{x}}.",
            "Differentiate {} and write the result in {}. Give {{ask}}; x is {{x}}.",
            "The backward pass needs the slope of {}, written in {}. Give {{ask}}, where x = {{x}}.",
            "Derive the slope of the activation {} in terms of {}. Give {{ask}}, for x = {{x}}.")]
           for of, (y, terms, *_) in FORMULAS.items()},
    }

    def solution_figure(self, v):
        return graph(v, getattr(v, STEPS[v.function])) if v.function else None
