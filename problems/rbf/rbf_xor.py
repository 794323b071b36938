"""A logic gate made of Gaussian units: distances, hidden values, weighted sum, class."""

import math
import operator

from quizgen.authoring import (
    Aside,
    Convention,
    Index,
    Level,
    Matrix,
    Mistake,
    Number,
    Problem,
    Rounding,
    Story,
    Vector,
    between,
    computed,
    oneof,
    shuffled,
)

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))
GATES = {
    "AND": (0, 0, 0, 1),
    "OR": (0, 1, 1, 1),
    "NAND": (1, 1, 1, 0),
    "NOR": (1, 0, 0, 0),
    "XOR": (0, 1, 1, 0),
    "XNOR": (1, 0, 0, 1),
}
GAUSSIANS = {
    "d2/gamma2": "exp(-{0}/gamma2)",
    "d2/(2 sigma2)": "exp(-{0}/(2*sigma**2))",
    "gamma d2": "exp(-gamma*{0})",
    "d2/2": "exp(-{0}/2)",
}
EXACT = "sum(weight[j]*exp(-fade*sum(({0}[i] - centres[j][i])**2, i)), j)"
ROUGH = "sum(weight[j]*round(exp(-fade*round(sum(({0}[i] - centres[j][i])**2, i), 1)), 1), j)"


def gate(inputs, *classes):
    """The gate that gives these classes to the four inputs."""
    table = dict(zip(map(tuple, inputs), classes))
    return next((name for name, truth in GATES.items() if dict(zip(CORNERS, truth)) == table), "none")


class RbfXor(Problem):
    title = "A logic gate made of Gaussian units"

    gamma2 = Number("squared width", draw=2, when="rbf_exponent == 'd2/gamma2'", above=0)
    sigma = Number("width", draw=oneof(0.8, 0.9, 1.1), when="rbf_exponent == 'd2/(2 sigma2)'", above=0)
    gamma = Number("steepness", draw=oneof(0.4, 0.5, 0.6), when="rbf_exponent == 'gamma d2'", above=0)
    fade = Aside(
        computed(
            "1/gamma2 if rbf_exponent == 'd2/gamma2' else 1/(2*sigma**2) if rbf_exponent == 'd2/(2 sigma2)' "
            "else gamma if rbf_exponent == 'gamma d2' else 1/2"
        )
    )
    centres = Matrix("centres, one a row", draw=shuffled(CORNERS))
    truth = Aside(GATES["XOR"])
    corners = Aside(CORNERS)
    rows = Aside(1)
    alike = Aside(between(0.6, 1.2, 0.1), size=2)
    size = Aside(between(0.6, 1.2, 0.1), size=4)
    weight = Aside(computed("size[j] if truth[2*centres[j][1] + centres[j][2] + 1] == 1 else -size[j]", "j"))
    w = Vector("output weights", draw=computed("weight", places=1), entries="count(centres)", optional=True)
    bias = Number("bias of the output", default=0)
    point = Aside(oneof(0, 1), size=2)
    x = Matrix("input, or inputs one a row", draw=computed("point"), entries="count(centres[1])", flat=True)
    i, j, k, m = Index("centres", of_row=True), Index("centres"), Index("corners"), Index("corners")

    exact = Aside(computed(EXACT.format("corners[k]"), "k"))
    rough = Aside(computed(ROUGH.format("corners[k]"), "k"))
    low = Aside(computed("max(max(exact[k], rough[k]) if truth[k] == 0 else -9, k)"))
    high = Aside(computed("min(min(exact[k], rough[k]) if truth[k] == 1 else 9, k)"))
    threshold = Number("threshold", draw=computed("(low + high)/2", places=2), optional=True)
    gap = Aside(computed("min(min(min(exact[k] - exact[m], rough[k] - rough[m]) if truth[k] > truth[m] else 9, k), m)"))
    here = Aside(computed(EXACT.format("point")))
    about = Aside(computed(ROUGH.format("point")))
    accept = (
        "gap >= 0.15",
        "threshold - low >= 0.05",
        "high - threshold >= 0.05",
        "min(abs(here - threshold), abs(about - threshold)) >= 0.05",
        "(here > threshold) == (about > threshold)",
    )

    rbf_exponent = Convention(
        "d2/gamma2",
        "d2/2",
        "d2/(2 sigma2)",
        "gamma d2",
        says={name: f"each unit gives $h == {text.format('d2')}$" for name, text in GAUSSIANS.items()},
    )
    round_steps = Rounding(
        "off",
        "1",
        "2",
        "3",
        "4",
        says={
            "off": "carry full precision and round only what you hand in",
            "1": "round each $d2$ and each $h$ to 1 decimal, and go on with the rounded values",
            **{n: f"round each $d2$ and each $h$ to {n} decimals, and go on with the rounded values" for n in "234"},
        },
    )
    symbols = {"d2": "d^2", "centres": "c", "gamma2": r"\gamma^2", "output": "o", "threshold": r"\theta", "bias": "b"}
    answers = "d2 h output class gate"

    any_gate = {"truth": oneof(*GATES.values())}
    levels = {
        "easy": (
            Level("d2 h", w=None, threshold=None, gap=1),
            *3 * (Level("d2 h", w=None, threshold=None, gap=1, point=between(0, 1, 0.1)),),
        ),
        "medium": Level("output class"),
        "hard": (
            Level("output class gate", x=CORNERS, rows=4, **any_gate),
            Level("output class", **any_gate),
            Level(
                "output class",
                point=between(0, 1, 0.1),
                size=computed("alike[1 + truth[2*centres[j][1] + centres[j][2] + 1]]", "j"),
                **any_gate,
            ),
        ),
    }

    def work(self, w):
        inputs = 0
        for _ in w.rounds("x", "Input"):
            inputs += 1
            w.step("d2[j]", "sum((x[i] - centres[j][i])**2, i)", "Squared distance to each centre")
            w.step(
                "h[j]",
                {name: text.format("d2[j]") for name, text in GAUSSIANS.items()},
                "Hidden value of each unit",
                "1 at the unit's own centre, less the farther the input lies.",
                by="rbf_exponent",
            )
            w.step("output", "sum(w[j]*h[j], j) + bias", "Output", "The hidden values, weighted and added.")
            w.step("class", "output > threshold", "Class", yes=1, no=0)
        if inputs == 4 and sorted(map(tuple, w.x)) == list(CORNERS):
            w.procedure(
                "gate",
                gate,
                "x.all class.1 class.2 class.3 class.4",
                "Gate",
                "The gate whose truth table these classes are.",
                words=(*GATES, "none"),
            )

    mistakes = (
        Mistake(
            "with_e^-0=0",
            "$exp(0)$ is 1, not 0: at its own centre a unit gives 1.",
            when="min(d2) == 0",
            h=tuple(f"{text.format('d2[j]')} if d2[j] > 0 else 0" for text in GAUSSIANS.values()),
        ),
        Mistake(
            "distance_not_squared",
            "The exponent takes the squared distance; you put in the distance itself.",
            h=tuple(text.format("sqrt(d2[j])") for text in GAUSSIANS.values()),
        ),
        Mistake(
            "exponent_not_halved", "The exponent is not $-d2$ itself: the width is missing from it.", h="exp(-d2[j])"
        ),
        Mistake(
            "all_weights_positive",
            "Some weights are negative: keep their signs in the sum.",
            output="sum(abs(w[j])*h[j], j) + bias",
        ),
        Mistake(
            "sum_before_square",
            "Square each difference first, then add; you squared the sum of the differences.",
            d2="sum(x[i] - centres[j][i], i)**2",
        ),
        Mistake(
            "weights_ignored",
            "Each hidden value is multiplied by its weight before they are added.",
            output="sum(h[j], j) + bias",
        ),
        Mistake(
            "threshold_0.5_class",
            "The class is 1 when the output exceeds the stated threshold θ, which is not 0.5.",
            when="(output > threshold) != (output > 0.5)",
            class_="output > 0.5",
        ),
    )
    nudge = "At its own centre a unit gives 1; the others give less, the farther their centre lies from the input."
    stories = (
        Story("An RBF network has Gaussian units at the centres {centres}. For the input {x} give {ask}.", asks="h"),
        Story(
            "Noisy bits arrive as {x} and are compared with the prototypes {centres}, each by a Gaussian unit. Give "
            "{ask}.",
            asks="h",
        ),
        Story(
            "Two switches stand at {x}. A lamp's controller has a Gaussian unit at each of the settings {centres}. "
            "How does each unit answer? Give {ask}.",
            asks="h",
        ),
        Story(
            "The hidden layer of a logic gate holds Gaussian units with the centres {centres}. Present {x} and give "
            "{ask}.",
            asks="h",
        ),
        Story(
            "Gaussian units at {centres} feed one output with weights {w} and bias {bias}. It says 1 when $output > "
            "threshold$, θ = {threshold}, else 0. Present {x}: give {ask}.",
            when="rows == 1",
        ),
        Story(
            "Two noisy bits arrive as {x}. A gate adds the answers of Gaussian units at {centres} with the weights "
            "{w} (bias {bias}) and says 1 if the sum exceeds {threshold}, else 0. Give {ask}.",
            when="rows == 1",
        ),
        Story(
            "A lamp is switched by an RBF network: centres {centres}, output weights {w}, bias {bias}. It lights "
            "(class 1) when the output exceeds the threshold {threshold}. The two switches stand at {x}. Give {ask}.",
            when="rows == 1",
        ),
        Story(
            "A valve opens (class 1) when the output of an RBF network exceeds {threshold}; the units have the centres "
            "{centres} and the weights {w}, the bias is {bias}. Two pressure switches report {x}. Give {ask}.",
            when="rows == 1",
        ),
        Story(
            "Work the whole truth table of the network with centres {centres}, weights {w}, bias {bias} and threshold "
            "{threshold}; the inputs are the rows of {x}. Give {ask}. (Class 1 when $output > threshold$, else 0.)",
            asks="gate",
        ),
        Story(
            "The label of a chip is lost. Inside are Gaussian units at {centres}, output weights {w}, bias {bias}; it "
            "says 1 when the output exceeds {threshold}. Present the inputs {x}, one row after the other, and give "
            "{ask}.",
            asks="gate",
        ),
        Story(
            "A student has trained an RBF network: centres {centres}, weights {w}, bias {bias}, threshold "
            "{threshold}. Which gate has it learned? Work the inputs {x}, one a row, and give {ask}.",
            asks="gate",
        ),
        Story(
            "An RBF network with centres {centres}, weights {w} and bias {bias} says 1 above the threshold "
            "{threshold}, else 0. Run the four inputs {x} (one a row) through it and name the gate: give {ask}.",
            asks="gate",
        ),
    )

    def solution_figure(self, v):
        from .._figures import spaces

        if v.w is None or any(len(centre) != 2 for centre in v.centres) or len(v.centres) < 2:
            return None
        fade = 1 / v.gamma2 if v.gamma2 else 1 / (2 * v.sigma**2) if v.sigma else v.gamma or 1 / 2

        def answers(x):
            return [math.exp(-fade * sum((a - b) ** 2 for a, b in zip(x, centre))) for centre in v.centres]

        def sides(x):
            """What speaks for class 1, and what against it: the weighted hidden values, by the signs of their weights."""
            terms = [weight * value for weight, value in zip(v.w, answers(x))]
            return sum(term for term in terms if term > 0), -sum(term for term in terms if term < 0)

        outputs = [sum(map(operator.mul, v.w, answers(corner))) + v.bias for corner in CORNERS]
        classes = [int(output > v.threshold) for output in outputs]
        limit = v.threshold - v.bias
        if len(v.w) == 2:
            return spaces(CORNERS, [*map(answers, CORNERS)], classes, ("h₁", "h₂"), (*v.w, limit))
        return spaces(CORNERS, [*map(sides, CORNERS)], classes, ("Σ w h over w > 0", "−Σ w h over w < 0"), (1, -1, limit))
