"""Maxout: the largest of several linear pieces."""

from quizgen.authoring import Aside, Index, Level, Matrix, Mistake, Problem, Vector, Whole, between, computed, oneof

WEIGHT = oneof(between(-1, -0.25, 0.25), between(0.25, 1, 0.25))


class Maxout(Problem):
    title = "Maxout unit"

    task, k = Aside("unit"), Aside(3)
    rows, slopes = Aside(WEIGHT, size=(computed("k"), computed("2"))), Aside(WEIGHT, size=computed("k"))
    point = Aside(oneof(between(-2, -0.5, 0.5), between(0.5, 2, 0.5)), size=2)
    x = Vector("inputs, or one", draw=computed("point"), flat=True, optional=True)
    W = Matrix("weights, a row a piece", draw=computed("rows"), flat=True, optional=True)
    b = Vector("biases of the pieces", draw=oneof(between(-1, -0.1, 0.1), between(0.1, 1, 0.1)), size=computed("k"),
               entries="count(W)", optional=True)
    pieces = Whole("pieces a unit", default="count(W)", least=1, instead="W")
    inputs = Whole("inputs", default="count(x)", least=1, instead="x")
    units = Whole("units of the layer", least=1, optional=True)
    i, j = Index("x"), Index("W")

    symbols = {"output": "h", "winner": "c", "weighted": "s", "param_count": "P_{unit}", "layer_params": "P",
               "pieces": "k", "inputs": "d", "units": "m"}
    also = {"z": "pieces", "output": "h, maxout", "winner": "piece, winning piece",
            "param_count": "parameters of a unit, per unit", "layer_params": "parameters, params, layer, total"}
    answers = "z output winner param_count layer_params"
    impossible = {"count(W[1]) != count(x)": "W has not as many entries a row as x"}
    accept = ("output - max(z[j] if j != winner else output - 9, j) >= 0.0999", "abs(output) >= 0.0499",
              "task != 'lines' or W[1] != W[2]")
    count = {"task": "count", "x": None, "W": None, "b": None, "pieces": oneof(2, 3, 4), "inputs": between(2, 20),
             "units": between(2, 64)}
    levels = {
        "easy": Level("output winner", task="lines", k=2, x=computed("point[1]"), W=computed("slopes")),
        "medium": Level("output winner"),
        "hard": (Level("output winner param_count layer_params", task="layer", k=oneof(2, 3), units=between(2, 64)),
                 Level("param_count layer_params", **count)),
    }

    def work(self, w):
        rows = "W[j][{}]" if w.count("W", of_row=True) else "W[j]"
        several = w.count("x") > 1
        w.step("weighted[j]", f"sum({rows.format('i')}*x[i], i)" if several else
               f"{rows.format('1')}*x{'[1]' if w.count('x') else ''}", "Weighted inputs, piece by piece")
        w.step("z[j]", "weighted[j] + b[j]" if w.has("b") else "weighted[j]", "Pieces",
               "Each is linear; none is cut off at 0.")
        w.step("output", "max(z[j], j)", "Output", "The largest piece.")
        w.step("winner", "argmax(z[j], j)", "Winning piece", "Counted from 1.")
        w.step("param_count", "pieces*(inputs + 1)", "Parameters of a unit",
               "Each piece has a weight for every input, and a bias.", places=0, marks=(1, 1))
        w.step("layer_params", "units*param_count", "Parameters of the layer", places=0)

    mistakes = (
        Mistake("summed_pieces", "That is the sum of the pieces: take the largest.", output="sum(z[j], j)"),
        Mistake("mean_of_pieces", "That is the mean of the pieces: take the largest.", output="sum(z[j], j)/count(z)"),
        Mistake("largest_abs", "The largest counts with its sign: this piece is far below 0.", "-min(z) > max(z)",
                output="min(z)"),
        Mistake("biases_forgotten", "Each piece has a bias.", z="weighted[j]"),
        Mistake("relu_of_first", "That is ReLU of the first piece: compare all pieces.", "max(0, z[1]) != output",
                output="max(0, z[1])"),
        Mistake("clamped_at_zero", "Nothing is cut off at 0: if all pieces are negative, so is the output.",
                "max(z) < 0", output="0"),
        Mistake("params_without_biases", "Each piece has a bias too.", param_count="pieces*inputs"),
        Mistake("params_of_one_piece", "A unit has several pieces, each with its own weights and bias.", "pieces > 1",
                param_count="inputs + 1"),
    )
    nudge = "Each piece is a linear function; none is clipped at zero."
    stories = {
        "task == 'lines'": (
            "A learned activation takes the larger of two lines, with the slopes {W} and the intercepts b = {b}. What "
            "does it return at x = {x}, and which line, 1 or 2, wins?",
            "A maxout unit with one input has two pieces, $z[j] == W[j]*x + b[j]$, with W = {W} and b = {b}. It sees x "
            "= {x}; pieces are counted from 1.",
            "In place of ReLU a network learns the larger of two lines: slopes {W}, intercepts b = {b}. Find its value "
            "at x = {x} and the line, 1 or 2, that gives it.",
            "Two lines meet in a learned kink: their slopes are {W}, their intercepts b = {b}. The unit takes the "
            "larger value. What does it answer to x = {x}, from which line, 1 or 2?"),
        "task == 'unit'": (
            "A maxout unit has the pieces $z[j] == sum(W[j][i]*x[i], i) + b[j]$ with W = {W} (one row a piece) and b = "
            "{b}. Its input is x = {x}; pieces are counted from 1.",
            "A unit takes the largest of its linear pieces, with the weights W = {W} (a row a piece) and the biases b "
            "= {b}. It sees x = {x}. Count the pieces from 1.",
            "Maxout: each row of W = {W} and entry of b = {b} makes a linear piece. What is the output at x = {x}, and "
            "which piece, counted from 1, gives it?",
            "A denoiser has a maxout unit with the weight rows W = {W} and the biases b = {b}. Two pixels are x = {x}. "
            "Pieces are counted from 1."),
        "task == 'layer'": (
            "Each of the {units} units of a maxout layer has {pieces} pieces and {inputs} inputs. The first has W = "
            "{W} (a row a piece) and b = {b}. It sees x = {x}; pieces are counted from 1.",
            "A maxout layer of {units} units, each of {pieces} pieces and {inputs} inputs, sees x = {x}. The weights "
            "of one unit are W = {W}, a row a piece, its biases b = {b}. Pieces are counted from 1.",
            "One of {units} maxout units has W = {W} (a row a piece) and b = {b}. Work out its answer to x = {x}, its "
            "winning piece, counted from 1, and the size of the layer: a unit has {pieces} pieces and {inputs} inputs.",
            "A layer has {units} maxout units of {pieces} pieces and {inputs} inputs. One is W = {W}, a row a piece, "
            "with b = {b}. It sees x = {x}; count its pieces from 1."),
        "task == 'count'": (
            "A maxout layer has {units} units with {pieces} pieces each and {inputs} inputs.",
            "A layer of {units} maxout units, {pieces} pieces a unit, follows a layer of {inputs} outputs. How many "
            "weights and biases does it learn?",
            "In place of ReLU units a network gets {units} maxout units of {pieces} pieces and {inputs} inputs.",
            "How much is there to learn in {units} maxout units, each with {pieces} linear pieces of {inputs} inputs?"),
    }
