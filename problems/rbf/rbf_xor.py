"""A logic gate made of Gaussian units: distances, hidden values, weighted sum, class."""

from math import exp

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Rounding, Vector,
                               between, computed, oneof, shuffled)

from ._gaussians import GAUSSIANS, gaussian

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))
GATES = {"AND": (0, 0, 0, 1), "OR": (0, 1, 1, 1), "NAND": (1, 1, 1, 0), "NOR": (1, 0, 0, 0), "XOR": (0, 1, 1, 0),
         "XNOR": (1, 0, 0, 1)}


def outputs(point):
    """The output at a point, exact and with d² and h rounded to 1 decimal; `fade` is what d² is multiplied by."""
    d2 = f"sum(({point}[i] - centres[j][i])**2, i)"
    return f"sum(weight[j]*exp(-fade*{d2}), j)", f"sum(weight[j]*round(exp(-fade*round({d2}, 1)), 1), j)"


def gate(inputs, *classes):
    """The gate that gives these classes to the four inputs."""
    table = dict(zip(map(tuple, inputs), classes))
    return next((name for name, truth in GATES.items() if dict(zip(CORNERS, truth)) == table), "none")


class RbfXor(Problem):
    title = "A logic gate made of Gaussian units"

    task = Aside("class")
    gamma2 = Number("squared width", draw=2, when="rbf_exponent == 'd2/gamma2'", above=0, instead="sigma or gamma")
    sigma = Number("width", draw=oneof(0.8, 0.9, 1.1), when="rbf_exponent == 'd2/(2 sigma2)'", above=0)
    gamma = Number("steepness", draw=oneof(0.4, 0.5, 0.6), when="rbf_exponent == 'gamma d2'", above=0)
    fade = Aside(computed("1/gamma2 if rbf_exponent == 'd2/gamma2' else 1/2 if rbf_exponent == 'd2/2' else "
                          "1/(2*sigma**2) if rbf_exponent == 'd2/(2 sigma2)' else gamma"))
    centres = Matrix("centers, one a row", draw=shuffled(CORNERS), series=True)
    truth = Aside(GATES["XOR"])
    alike = Aside(between(0.6, 1.2, 0.1), size=2)
    size = Aside(between(0.6, 1.2, 0.1), size=4)
    weight = Aside(computed("size[j] if truth[2*centres[j][1] + centres[j][2] + 1] == 1 else -size[j]", "j"))
    w = Vector("output weights", draw=computed("weight", places=1), entries="count(centres)", optional=True)
    bias = Number("bias of the output", default=0)
    point = Aside(oneof(0, 1), size=2)
    x = Matrix("input, or one a row", draw=computed("point"), flat=True, series=True, entries="count(centres[1])")
    corners = Aside(CORNERS)
    i, j, k, m = Index("centres", of_row=True), Index("centres"), Index("corners"), Index("corners")

    exact, rough = (Aside(computed(text, "k")) for text in outputs("corners[k]"))
    here, about = (Aside(computed(text)) for text in outputs("point"))
    low = Aside(computed("max(max(exact[k], rough[k]) if truth[k] == 0 else -9, k)"))
    high = Aside(computed("min(min(exact[k], rough[k]) if truth[k] == 1 else 9, k)"))
    gap = Aside(computed("min(min(min(exact[k] - exact[m], rough[k] - rough[m]) if truth[k] > truth[m] else 9, k), m)"))
    threshold = Number("threshold", draw=computed("(low + high)/2", places=2), optional=True)
    accept = ("task == 'hidden' or gap >= 0.15", "threshold - low >= 0.05", "high - threshold >= 0.05",
              "min(abs(here - threshold), abs(about - threshold)) >= 0.05", "(here > threshold) == (about > threshold)")

    rbf_exponent = Convention(*GAUSSIANS, says={
        name: f"each unit gives $h == {text.replace('D', 'd2')}$" for name, text in GAUSSIANS.items()})
    round_steps = Rounding("off", *"1234", says={"off": "full precision is carried, and only answers are rounded"} | {
        n: f"each $d2$ and $h$ is rounded to {n} decimal{'s' * (n > '1')} and used so" for n in "1234"})
    symbols = {"d2": "d^2", "centres": "c", "gamma2": r"\gamma^2", "output": "o", "threshold": r"\theta", "bias": "b"}
    answers = "d2 h output class gate"

    any_gate = {"truth": oneof(*GATES.values())}
    levels = {
        "easy": Level("d2 h", task="hidden", w=None, threshold=None, point=between(0, 1, 0.1)),
        "medium": Level("output class"),
        "hard": (
            Level("output class gate", task="table", x=CORNERS, **any_gate),
            Level("output class", **any_gate),
            Level("output class", point=between(0, 1, 0.1), **any_gate,
                  size=computed("alike[1 + truth[2*centres[j][1] + centres[j][2] + 1]]", "j")),
        ),
    }

    def work(self, w):
        for inputs in w.rounds("x", "Input"):  # noqa: B007
            w.step("d2[j]", "sum((x[i] - centres[j][i])**2, i)", "Squared distances", "From the input to each center.")
            w.step("h[j]", {name: text.replace("D", "d2[j]") for name, text in GAUSSIANS.items()}, "Hidden values",
                   "1 at the unit's own center, less the farther the input lies.", by="rbf_exponent")
            w.step("output", "sum(w[j]*h[j], j) + bias", "Output", "The hidden values, weighted and added.")
            w.step("class", "output > threshold", "Class", yes=1, no=0)
        if inputs == 4 and sorted(map(tuple, w.x)) == list(CORNERS):
            w.procedure("gate", gate, "x.all class.1 class.2 class.3 class.4", "Gate",
                        "The gate whose truth table these classes are.", words=(*GATES, "none"))

    mistakes = (
        Mistake("with_e^-0=0", "$exp(0)$ is 1, not 0: at its own center a unit gives 1.", when="min(d2) == 0",
                h=tuple(f"{text} if d2[j] > 0 else 0" for text in gaussian("d2[j]"))),
        Mistake("distance_not_squared", "The exponent takes the squared distance; you put in the distance itself.",
                h=gaussian("sqrt(d2[j])")),
        Mistake("exponent_not_halved", "The exponent is not $-d2$ alone: the width is missing.", h="exp(-d2[j])"),
        Mistake("all_weights_positive", "Some weights are negative: keep their signs in the sum.",
                output="sum(abs(w[j])*h[j], j) + bias"),
        Mistake("sum_before_square", "Square each difference first, then add; you squared the sum of the differences.",
                d2="sum(x[i] - centres[j][i], i)**2"),
        Mistake("weights_ignored", "Each hidden value is multiplied by its weight before they are added.",
                output="sum(h[j], j) + bias"),
        Mistake("threshold_0.5_class", "The class is 1 when the output exceeds the stated threshold θ, not 0.5.",
                when="(output > threshold) != (output > 0.5)", class_="output > 0.5"),
    )
    nudge = "At its own center a unit gives 1; the others give less, the farther their center lies from the input."
    stories = {
        "task == 'hidden'": (
            "An RBF network has Gaussian units at the centers {centres}. Present the input {x}.",
            "Noisy bits arrive as {x} and are compared with the prototypes {centres}, each by a Gaussian unit.",
            "Two switches stand at {x}. A lamp's controller has a Gaussian unit at each of the settings {centres}. How "
            "does each unit answer?",
            "The hidden layer of a logic gate holds Gaussian units with the centers {centres}. Present {x}.",
        ),
        "task == 'class'": (
            "Gaussian units at {centres} feed one output with weights {w} and bias {bias}. It says 1 when $output > "
            "threshold$, θ = {threshold}, else 0. Present {x}.",
            "Two noisy bits arrive as {x}. A gate adds the answers of Gaussian units at {centres} with the weights {w} "
            "(bias {bias}) and says 1 if the sum exceeds {threshold}, else 0.",
            "A lamp is switched by an RBF network: centers {centres}, output weights {w}, bias {bias}. It lights "
            "(class 1) when the output exceeds the threshold {threshold}. The two switches stand at {x}.",
            "A valve opens (class 1) when the output of an RBF network exceeds {threshold}; the units have the centers "
            "{centres} and the weights {w}, the bias is {bias}. Two pressure switches report {x}.",
        ),
        "task == 'table'": (
            "Work the whole truth table of the network with centers {centres}, weights {w} and bias {bias}: inputs "
            "{x}, class 1 when $output > threshold$, θ = {threshold}, else 0. Which gate is it?",
            "The label of a chip is lost. Inside are Gaussian units at {centres}, output weights {w}, bias {bias}; it "
            "says 1 when the output exceeds {threshold}, else 0. Present {x} in turn. Which gate is it?",
            "A student has trained an RBF network: centers {centres}, weights {w}, bias {bias}; class 1 above the "
            "threshold {threshold}, else 0. Which gate has it learned? Work the inputs {x}.",
            "An RBF network with centers {centres}, weights {w} and bias {bias} says 1 above the threshold "
            "{threshold}, else 0. Run the inputs {x} through it and name the gate.",
        ),
    }

    def solution_figure(self, v):
        from .._figures import spaces

        if v.w is None or v.threshold is None or len(v.centres) < 2 or any(len(center) != 2 for center in v.centres):
            return None
        fade = 1/v.gamma2 if v.gamma2 else 1/(2*v.sigma**2) if v.sigma else v.gamma or 1/2
        hidden = [[exp(-fade*sum((a - b)**2 for a, b in zip(x, c))) for c in v.centres] for x in CORNERS]
        terms, limit = [[w*h for w, h in zip(v.w, row)] for row in hidden], v.threshold - v.bias
        classes = [int(sum(row) > limit) for row in terms]
        if len(v.w) == 2:
            return spaces(CORNERS, hidden, classes, ("h₁", "h₂"), (*v.w, limit))
        sides = [(sum(t for t in row if t > 0), -sum(t for t in row if t < 0)) for row in terms]  # class 1 and 0
        return spaces(CORNERS, sides, classes, ("Σ w h over w > 0", "−Σ w h over w < 0"), (1, -1, limit))
