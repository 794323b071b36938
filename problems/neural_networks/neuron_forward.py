"""One neuron: a weighted sum, then an activation."""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Mistake, Number, Problem, Vector, between,
                               computed, oneof)

ACTIVATIONS = {"sigmoid": "sigmoid({})", "tanh": "tanh({})", "ReLU": "max(0, {})", "identity": "{}",
               "binary step": "1 if {} >= 0 else 0", "bipolar step": "1 if {} >= 0 else -1"}


def activated(net):
    """The chosen activation of a net input, in one formula."""
    *most, last = ((name, f"({text.format(net)})") for name, text in ACTIVATIONS.items())
    return " else ".join([*(f"{text} if activation == '{name}'" for name, text in most), last[1]])


def nonzero(far, step):
    return oneof(between(-far, -step, step), between(step, far, step))


class NeuronForward(Problem):
    title = "Output of one neuron"

    inputs = Aside(2)
    seldom = Aside(oneof(0, 0, 0, 1))
    activation = Choice("activation function", *ACTIVATIONS, draw="ReLU", default="sigmoid")
    x = Vector("inputs", draw=nonzero(2, 0.5), size=computed("inputs"))
    w = Vector("weights", draw=nonzero(1, 0.1), size=computed("inputs"), entries="count(x)")
    b = Number("bias", draw=nonzero(0.5, 0.1), when="bias_sign == 'plus'", instead="theta")
    theta = Number("threshold", draw=nonzero(0.5, 0.1), when="bias_sign == 'threshold'", instead="b")
    i = Index("x")

    bias_sign = Convention("plus", "threshold", says={
        "plus": "the bias is added", "threshold": "the threshold is subtracted"})
    symbols = {"products": "p", "theta": r"\theta"}
    also = {"products": "w*x, w#x#, products", "z": "net input, net, sum",
            "y": "output, f(z), a, σ, sigmoid, tanh, ReLU"}
    answers = "products z y"
    accept = ("max(abs(x[i]), i) > min(abs(x[i]), i)", "abs(z) >= 0.0999", "abs(z) <= 3",
              "activation != 'tanh' or abs(z) <= 2", "activation != 'ReLU' or z > 0 or seldom == 1")
    levels = {"easy": Level("z y"), "medium": Level("z y", inputs=3, activation="sigmoid"),
              "hard": Level("z y", inputs=4, activation="tanh")}

    def work(self, w):
        w.step("products[i]", "w[i]*x[i]", "Weight times input")
        w.step("z", {"plus": "sum(products[i], i) + b", "threshold": "sum(products[i], i) - theta"}, "Net input",
               by="bias_sign")
        w.step("y", {name: text.format("z") for name, text in ACTIVATIONS.items()}, "Output", by="activation")

    mistakes = (
        Mistake("bias_forgotten", "The bias or threshold belongs to the net input too.", z="sum(products[i], i)"),
        Mistake("no_activation", "That is the net input: the activation is still to be applied.", "y != z", y="z"),
        Mistake("bias_times_sum", "The bias is added to the weighted sum, not multiplied with it.", z=(
            "b*sum(products[i], i)", "theta*sum(products[i], i)")),
        *(Mistake("activation_before_sum", "Add first: the activation is applied once, to the whole sum.",
                  f"bias_sign == '{sign}'", y=f"sum(w[i]*({activated('x[i]')}), i) {off}")
          for sign, off in (("plus", "+ b"), ("threshold", "- theta"))),
        Mistake("bias_sign_wrong", "Look at its sign: a bias is added, a threshold is subtracted.", z=(
            "sum(products[i], i) - b", "sum(products[i], i) + theta")),
    )
    nudge = "Two stages: a weighted sum, then a function of that one number."
    stories = (
        "A neuron has the inputs x = {x}, the weights w = {w}, the bias b = {b} and the activation {activation}.",
        "A credit scorer weighs the features {x} by {w}; its bias is b = {b}, its activation {activation}.",
        "A leaf classifier's single neuron sees {x}. Its weights are {w}, its bias is b = {b}, its activation is "
        "{activation}.",
        "A spam filter turns a mail into the scores x = {x}. One neuron with the weights {w}, the bias b = {b} and the "
        "activation {activation} judges it.",
        "A unit with the activation {activation} has the threshold θ = {theta}. Its inputs are x = {x}, its weights "
        "w = {w}.",
        "A detector sees x = {x} and weighs it by w = {w}. It has the threshold θ = {theta} and the activation "
        "{activation}.",
        "The threshold of a neuron is θ = {theta}, its activation {activation}. The weights are {w}, the inputs {x}.",
        "An irrigation unit with the threshold θ = {theta} and the activation {activation} weighs its readings {x} by "
        "{w}.",
    )
