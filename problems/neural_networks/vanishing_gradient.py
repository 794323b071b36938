"""Vanishing and exploding gradients: the product of the layers' factors, and its bound."""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole,
                               between, computed, oneof)

SLOPES = {"sigmoid": "sigmoid({z})*(1 - sigmoid({z}))", "tanh": "1 - tanh({z})**2", "ReLU": "1 if {z} > 0 else 0"}
OUTPUT = "(sigmoid({0}) if activation == 'sigmoid' else tanh({0}) if activation == 'tanh' else max(0, {0}))"
STEEPEST = {"sigmoid": "0.25*abs(w)", "tanh": "abs(w)", "ReLU": "abs(w)"}
BOUND = "(0.25*abs(w) if activation == 'sigmoid' else abs(w))"
RATE, TIMES = "ln(theta)/ln(factor)", {"n": "n", "n-1": "(n - 1)"}
WEIGHT = oneof(between(0.5, 0.75, 0.25), between(1.25, 5, 0.25))
NET = between("0.25 if activation == 'ReLU' else -2", 2, 0.25)


def verdict(name, *words):
    return "'{1}' if abs({0}) < 0.1 else '{2}' if abs({0}) > 10 else '{3}'".format(name, *words)


def slips(when, at, total):
    """Mistakes in the factors of equal layers, or of different ones."""
    return (
        Mistake("sum_instead_of_product", "The chain rule multiplies the factors, it does not add them.", when,
                product=total),
        Mistake("slope_left_out", "A layer's factor is weight times slope: the slope is missing.",
                f"{when} and activation != 'ReLU'", factor=f"w{at}"),
        Mistake("weights_left_out", "A layer's factor is weight times slope: the weight is missing.", when,
                factor=f"local_slope{at}"),
        Mistake("sigma_instead_of_derivative", "That is the output at z: its slope is needed.", when,
                local_slope=OUTPUT.format(f"z{at}")),
    )


class VanishingGradient(Problem):
    title = "Vanishing and exploding gradients"

    task, deep = Aside("equal"), Aside(between(3, 5))
    activation = Choice("activation function", *SLOPES, draw=oneof(*SLOPES), default="sigmoid")
    n = Whole("number of layers", draw=between(3, 12), least=1, most=1000, optional=True)
    weights, nets = Aside(WEIGHT, size=computed("deep")), Aside(NET, size=computed("deep"))
    w = Vector("weight, or one a layer", draw=WEIGHT, flat=True, fewest=2)
    z = Vector("net input, or one a layer", draw=NET, flat=True, fewest=2, optional=True)
    theta = Number("threshold", above=0, below=1, optional=True)
    k = Index("w")

    factors = Convention("n", "n-1", says={
        "n": "n layers give n factors", "n-1": "n layers give n − 1 factors, one between each two"})
    symbols = {"local_slope": "f'", "factor": "r", "product": "R", "depth": "m", "theta": r"\theta",
               "product_bound": "R_{max}", "bound_verdict": r"\text{verdict}"}
    also = {"local_slope": "slope, tanh', σ', sigmoid'", "factor": "layer factor", "product": "gradient factor",
            "depth": "layers, n", "product_bound": "bound, max factor, largest factor"}
    answers = "product verdict depth product_bound bound_verdict"
    impossible = {"count(w) != count(z)": "w and z are for different numbers of layers",
                  "count(w) == 1 and theta > 0 and abs(factor) >= 1": "theta: no depth brings the gradient below it",
                  "count(w) == 1 and theta > 0 and factor <= 0": "theta: the depth is for a factor above 0"}
    accept = ("abs(product) < 0.095 or abs(product) > 10.5", "0.0001 <= abs(product) <= 2000",
              "product_bound < 0.095 or product_bound > 10.5", "0.0001 <= product_bound <= 2000",
              f"theta > 0 and 0.1 <= factor <= 0.95 and {RATE} >= 2 and abs({RATE} - round({RATE})) >= 0.03",
              # The depth is the same if slope and factor are rounded to two places.
              "floor(ln(theta)/ln(factor - 0.005*w - 0.005)) == floor(ln(theta)/ln(factor + 0.005*w + 0.005))")
    levels = {
        "easy": Level("product_bound bound_verdict", task="bound", activation=oneof("sigmoid", "tanh"), z=None,
                      w=between(0.2, 4, 0.05)),
        "medium": Level("product verdict"),
        "hard": (Level("product verdict", task="different", n=None, w=computed("weights"), z=computed("nets")),
                 Level("depth", task="depth", n=None, theta=oneof(0.01, 0.001, 0.0001),
                       activation=oneof("sigmoid", "tanh"))),
    }

    def work(self, w):
        at = "[k]" if w.count("w") else ""
        w.step(f"local_slope{at}", {name: text.format(z=f"z{at}") for name, text in SLOPES.items()},
               "Slope of the activation", by="activation")
        w.step(f"factor{at}", f"w{at}*local_slope{at}", "Factor of a layer", "Weight times slope.", places=6)
        w.step("product", "prod(factor[k], k)" if at else {rule: f"factor**{n}" for rule, n in TIMES.items()},
               "Factor of the whole stack", "The chain rule multiplies.", by="factors", places=6)
        if not at:
            w.step("depth", {"n": f"floor({RATE}) + 1", "n-1": f"floor({RATE}) + 2"}, "Number of layers", "A power is "
                   "below θ when its exponent is above $ln(theta)/ln(factor)$.", by="factors", places=0, marks=(1, 1),
                   spare=True)
        w.step("verdict", verdict("product", "vanishes", "explodes", "neither"), "Verdict",
               words=("vanishes", "explodes", "neither"))
        most = STEEPEST[w.activation]
        w.step("product_bound", f"prod({most.replace('w', 'w[k]')}, k)" if at else
               {rule: f"({most})**{n}" for rule, n in TIMES.items()}, "Largest possible factor",
               f"The slope of {w.activation} is at most {'0.25' if w.activation == 'sigmoid' else '1'}.", by="factors",
               places=6)
        w.step("bound_verdict", verdict("product_bound", "must vanish", "may explode", "neither"),
               "Verdict on the bound", words=("must vanish", "may explode", "neither"))

    mistakes = (
        *slips("count(w) == 1", "", "n*factor"), *slips("count(w) > 1", "[k]", "sum(factor[k], k)"),
        Mistake("slope_left_out", "A layer's factor is weight times slope, which is at most 0.25.",
                "count(w) == 1 and activation == 'sigmoid'", product_bound="abs(w)**n"),
        Mistake("sum_instead_of_product", "The chain rule multiplies the factors: it does not add them.",
                "count(w) == 1", product_bound=f"n*{BOUND}"),
        Mistake("n-1_factors", "Here every layer gives a factor: n of them.", "count(w) == 1 and factors == 'n'",
                product="factor**(n - 1)", product_bound=f"{BOUND}**(n - 1)"),
        Mistake("n_factors", "Here there is a factor between each two layers: n − 1 of them.",
                "count(w) == 1 and factors == 'n-1'", product="factor**n", product_bound=f"{BOUND}**n"),
        Mistake("depth_rounded_down", "With so many factors the product is not yet below θ: go on to the next.",
                depth=f"floor({RATE}) + (0 if factors == 'n' else 1)"),
    )
    nudge = "The chain rule multiplies, once a layer."
    stories = {
        "task == 'bound'": (
            "By which factor can {n} layers of one {activation} unit each, all with the weight {w}, multiply a "
            "gradient at most? Below 0.1 it must vanish, above 10 it may explode.",
            "The slope of {activation} has a largest value. Bound the factor that {n} such layers with the weight {w} "
            "give to the gradient: below 0.1 it must vanish, above 10 it may explode.",
            "A deep stack has {n} layers of one {activation} unit with the weight {w}; the net inputs are not known. "
            "How much of the gradient can arrive at best? Below 0.1 it must vanish, above 10 it may explode.",
            "A recurrent unit ({activation}, recurrent weight {w}) is unrolled over {n} steps, each a layer. What is "
            "the largest possible factor of the gradient? Below 0.1 it must vanish, above 10 it may explode."),
        "task == 'equal'": (
            "A gradient passes back through {n} layers of one {activation} unit each; every layer has the weight {w} "
            "and the net input {z}. Below a factor of 0.1 it vanishes, above 10 it explodes.",
            "A recurrent unit (weight {w}, activation {activation}) is unrolled over {n} steps, each a "
            "layer with the net input {z}. Below a factor of 0.1 the gradient vanishes, above 10 it explodes.",
            "The first layer of a stack learns nothing, it seems. The stack has {n} layers, each with the weight {w}, "
            "the net input {z} and the activation {activation}. Below a factor of 0.1 the gradient vanishes, above "
            "10 it explodes.",
            "A chain of {n} layers, each one {activation} unit, has the weight {w} and the net input {z} everywhere. "
            "What happens to a gradient on its way back? Below a factor of 0.1 it vanishes, above 10 it explodes."),
        "task == 'different'": (
            "A gradient passes back through layers of one {activation} unit each, with the weights {w} and the net "
            "inputs {z}; each gives a factor. Below 0.1 in all it vanishes, above 10 it explodes.",
            "The layers of a chain of {activation} units have the weights {w} and the net inputs {z}. Multiply the "
            "factors that a gradient meets: below 0.1 it vanishes, above 10 it explodes.",
            "A network one {activation} unit wide has the weights {w}; an example gives the net inputs {z}. By which "
            "factor does the gradient change? Below 0.1 it vanishes, above 10 it explodes.",
            "How much of a gradient arrives at the first of some {activation} units in a row? Their weights are {w}, "
            "their net inputs {z}; each gives a factor. Below 0.1 in all it vanishes, above 10 it explodes."),
        "task == 'depth'": (
            "Each layer multiplies the gradient by w·f'(z) with w = {w}, z = {z} and f = {activation}. How many layers "
            "does it take until the product is below {theta}?",
            "A stack of {activation} layers with the weight {w} and the net input {z} grows deeper and deeper. With "
            "how many layers is the factor of the gradient below {theta} for the first time?",
            "A recurrent unit ({activation}, weight {w}, net input {z} in every step) forgets. How many steps, each a "
            "layer, multiply a gradient by less than {theta} for the first time?",
            "A gradient counts as lost when less than {theta} of it is left. After how many layers of {activation} "
            "units with the weight {w} and the net input {z} is that so?"),
    }
