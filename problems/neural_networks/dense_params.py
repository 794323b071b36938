"""Parameters of a fully connected network: weights and biases, layer by layer."""

from quizgen.authoring import Aside, Choice, Index, Level, Mistake, Problem, Vector, Whole, computed, oneof

SIZES = oneof(2, 3, 4, 5, 8, 10, 16, 20, 32, 64, 100, 128, 256, 784)


class DenseParams(Problem):
    title = "Parameters of a fully connected network"

    task, depth, width = Aside("count"), Aside(3), Aside(SIZES)
    layers = Vector("sizes of the layers, from the inputs to the outputs", draw=SIZES, size=computed("depth"), fewest=2,
                    least=1, whole=True, series=True, instead="inputs and outputs and total")
    bias = Choice("whether each unit has a bias", "yes", "no", draw="yes", default="yes")
    inputs = Whole("number of inputs", least=1, optional=True)
    outputs = Whole("number of outputs", least=1, optional=True)
    total = Whole("number of parameters", least=1, optional=True)
    k, m = Index("layers"), Index(upto="count(layers) - 1")

    symbols = {"layers": "n", "per_layer": "p", "total": "P", "inputs": "a", "outputs": "c", "missing_width": "m"}
    also = {"per_layer": "layers, layer", "total": "parameters, params, weights, sum",
            "missing_width": "hidden units, width, hidden, units"}
    answers = "per_layer total missing_width"
    impossible = {"missing_width < 1 or missing_width != floor(missing_width)":
                  "total: no number of hidden units gives so many parameters"}
    missing = {"layers": None, "inputs": SIZES, "outputs": SIZES}
    levels = {
        "easy": Level("total"),
        "medium": (Level("per_layer total", depth=oneof(4, 5)), Level("total", task="no bias", depth=4, bias="no")),
        "hard": (Level("missing_width", task="width", **missing,
                       total=computed("(inputs + 1)*width + (width + 1)*outputs")),
                 Level("missing_width", task="width, no bias", **missing, bias="no",
                       total=computed("(inputs + outputs)*width"))),
    }

    def work(self, w):
        if w.has("inputs"):
            solved = {"yes": "$total == (inputs + 1)*missing_width + (missing_width + 1)*outputs$",
                      "no": "$total == inputs*missing_width + missing_width*outputs$"}[w.bias]
            w.step("missing_width", {"yes": "(total - outputs)/(inputs + 1 + outputs)",
                                     "no": "total/(inputs + outputs)"}, "Number of hidden units",
                   f"Solve {solved} for it.", by="bias", places=0, marks=(1, 1))
            return
        w.step("per_layer[m]", {"yes": "(layers[m] + 1)*layers[m + 1]", "no": "layers[m]*layers[m + 1]"},
               "Parameters layer by layer", "Each unit has a weight for every unit of the layer before it" +
               (", and a bias." if w.bias == "yes" else "."), by="bias", places=0, marks=(1, 1))
        w.step("total", "sum(per_layer[m], m)", "Number of parameters", places=0)

    mistakes = (
        Mistake("no_bias", "Every unit has a bias as well: add one a unit.", "bias == 'yes'",
                per_layer="layers[m]*layers[m + 1]", missing_width="total/(inputs + outputs)"),
        Mistake("one_bias_per_layer", "Every unit has a bias of its own, not every layer.", "bias == 'yes'",
                per_layer="layers[m]*layers[m + 1] + 1"),
        Mistake("bias_counted", "This network has no biases.", "bias == 'no'",
                per_layer="(layers[m] + 1)*layers[m + 1]", missing_width="(total - outputs)/(inputs + 1 + outputs)"),
        Mistake("bias_for_input_layer_too", "The inputs are no units: they have no bias.", "bias == 'yes'",
                total="sum(per_layer[m], m) + layers[1]"),
        Mistake("neurons_only", "These are the units: count the connections between them.", total="sum(layers[k], k)"),
        Mistake("layer_sizes_multiplied", "Multiply neighboring layers only, then add.", "count(layers) > 2",
                total="prod(layers[k], k)"),
        Mistake("output_biases_forgotten", "The outputs have biases too: take them off first.", "bias == 'yes'",
                missing_width="total/(inputs + 1 + outputs)"),
    )
    nudge = "Every unit sees every output of the layer before it, and may have one bias of its own."
    stories = {
        "task == 'count'": (
            "A fully connected network has the layer sizes {layers}, inputs first; every unit has a bias.",
            "A digit classifier has the layers {layers}, from inputs to outputs, fully connected, with biases.",
            "A tabular regressor with the layer sizes {layers} (inputs first) is dense, with biases. How much is "
            "there to learn?",
            "Layers of {layers} units make a dense network with biases; the first number counts the inputs."),
        "task == 'no bias'": (
            "A tabular regressor without biases has the layers {layers}, fully connected.",
            "A fully connected network has the layer sizes {layers} (inputs first) and no biases.",
            "For a chip without adders for biases a dense network with the layers {layers} is planned.",
            "How many weights does a dense network with the layer sizes {layers} have? It has no biases."),
        "task == 'width'": (
            "A fully connected network with {inputs} inputs, one hidden layer and {outputs} outputs, all with "
            "biases, has {total} parameters.",
            "The paper gives {total} parameters for a dense network with biases, {inputs} inputs, one hidden layer and "
            "{outputs} outputs, but not the size of that layer.",
            "A memory holds {total} numbers, just enough for a dense network with {inputs} inputs, one hidden layer, "
            "{outputs} outputs and a bias in every unit.",
            "A file of {total} numbers holds the weights and biases of a dense network with {inputs} inputs, one "
            "hidden layer and {outputs} outputs."),
        "task == 'width, no bias'": (
            "A fully connected network with {inputs} inputs, one hidden layer and {outputs} outputs, without biases, "
            "has {total} weights.",
            "The paper gives {total} weights for a dense network without biases, with {inputs} inputs, one hidden "
            "layer and {outputs} outputs.",
            "{total} weights and no biases are stored for a dense network of {inputs} inputs, one hidden layer and "
            "{outputs} outputs.",
            "A dense network without biases turns {inputs} inputs into {outputs} outputs through one hidden layer. It "
            "has {total} weights."),
    }
