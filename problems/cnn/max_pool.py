"""Pooling a feature map by hand, and where the gradient goes."""

from quizgen.authoring import Aside, Index, Level, Matrix, Mistake, Problem, Whole, between, computed, oneof
from quizgen.rounding import shown

from .._figures import minus
from ._pooling import largest_only, once, size_of, the_values, to_all, to_largest
from ._windows import grids

ENTRY = "X[(r - 1)*stride + a][(c - 1)*stride + b]"
LARGEST = f"max(max({ENTRY}, b), a)"
MEAN = f"sum(sum({ENTRY}, b), a)/pool**2"
UNIQUE = f"sum(sum(1 if {ENTRY} == max[r][c] else 0, b), a)"


class MaxPool(Problem):
    title = "Pooling"

    task = Aside("max")
    side = Aside(4)
    entries = Aside(between(0, 9), size=computed("side**2"))
    i, j = Index(upto="side"), Index(upto="side")
    X = Matrix("feature map", draw=computed("entries[(i - 1)*side + j]", "i", "j"))
    pool = Whole("side of the window", draw=2, least=1)
    stride = Whole("stride", draw=computed("pool"), least=1, optional=True)
    r, c, a, b = Index(upto="output_size[1]"), Index(upto="output_size[2]"), Index(upto="pool"), Index(upto="pool")

    symbols = {"pool": "k", "stride": "s", "output_size": r"\text{size}", "max": "M", "average": "A",
               "gradient_mask": "G", "average_gradient": "G_{mean}"}
    also = {"output_size": "size", "max": "max pooling, output, pooled",
            "average": "average pooling, mean, output, pooled",
            "gradient_mask": "gradient, dL/dX", "average_gradient": "gradient, dL/dX", "params": "parameters"}
    answers = "output_size max average gradient_mask average_gradient params"
    impossible = {"min(output_size) < 1": "the window is larger than the feature map: it fits nowhere"}
    accept = (f"max(max({UNIQUE}, c), r) == 1", "max(max(max[r][c], c), r) > min(min(max[r][c], c), r)")
    distinct = {"side": 5, "entries": between(0, 40, distinct=True)}
    levels = {
        "easy": Level("max"),
        "medium": Level("average", task="average"),
        "hard": (Level("max", pool=oneof(2, 3), stride=1, **distinct), Level("max", pool=3, stride=2, **distinct),
                 Level("gradient_mask", task="max gradient", stride=1, **distinct),
                 Level("gradient_mask", task="max gradient", pool=3, stride=oneof(1, 2), **distinct),
                 Level("average_gradient", task="average gradient", pool=oneof(2, 3), stride=1, **distinct)),
    }

    def work(self, w):
        if not w.has("stride"):
            w.step("stride", "pool", "Stride", "Where none is given, the windows lie side by side.", places=0)
        w.procedure("output_size", size_of, "X pool stride", "Size of the output",
                    "Each way $floor((n - pool)/stride) + 1$ windows fit on n rows or columns.", places=0)
        w.step("max[r][c]", LARGEST, "Map after max pooling", "The largest entry of each window.", places=0,
               marks=(1, 1))
        w.step("average[r][c]", MEAN, "Map after average pooling", "The mean of each window.", places=2)
        w.procedure("gradient_mask", to_largest, "X pool stride max", "Gradient with respect to the input",
                    "Each window passes its 1 to the place of its largest entry; what arrives at one place is added.",
                    places=0, marks=(1, 1))
        w.procedure("average_gradient", to_all, "X pool stride", "Gradient with respect to the input",
                    "Each window spreads its 1 evenly, $1/pool**2$ to each entry; what arrives at one place is added.")
        w.step("params", "0", "Number of parameters", "Pooling has nothing to learn.", places=0)

    mistakes = (
        Mistake("average_instead", "Max pooling takes the largest entry of a window, not the mean.", max=MEAN),
        Mistake("largest_instead", "Average pooling takes the mean of a window, not its largest entry.",
                average=LARGEST),
        Mistake("overlapping_stride1", "The window moves by the stride, not by one.", when="stride > 1",
                output_size=lambda image, pool, stride: size_of(image, pool, 1),
                max=LARGEST.replace("*stride", ""), average=MEAN.replace("*stride", "")),
        Mistake("sum", "The entries of a window are not added up.", max=f"pool**2*({MEAN})"),
        Mistake("sum", "Divide the sum by the number of entries in the window.", average=f"pool**2*({MEAN})"),
        Mistake("minimum_taken", "That is the smallest entry of each window: take the largest.",
                max=LARGEST.replace("max(", "min(")),
        Mistake("first_of_each_block", "That is the top left entry of each window: look at all of them.",
                max="X[(r - 1)*stride + 1][(c - 1)*stride + 1]", average="X[(r - 1)*stride + 1][(c - 1)*stride + 1]"),
        Mistake("row_pairs_only", "A window has rows too, not only columns.", when="pool > 1",
                output_size=lambda image, pool, stride: [len(image), size_of(image, pool, stride)[1]],
                max="max(X[r][(c - 1)*stride + b], b)", average="sum(X[r][(c - 1)*stride + b], b)/pool"),
        Mistake("spread_evenly", "Max pooling passes the gradient to the largest entry alone.", gradient_mask=to_all),
        Mistake("to_largest_only", "In average pooling every entry of the window has its share.",
                average_gradient=largest_only),
        Mistake("each_place_once", "An entry that is the largest of several windows gets the gradient of each of them.",
                when="stride < pool", gradient_mask=once),
        Mistake("values_passed", "The gradient that arrives is 1, whatever the largest entry is.",
                gradient_mask=the_values),
    )
    nudge = "One number a window; pooling has nothing to learn."
    stories = {
        "task == 'max'": (
            "Apply {pool}×{pool} max pooling with stride {stride} (no padding) to {X}. Write the result.",
            "A feature map {X} is shrunk by max pooling with windows of {pool}×{pool}, stride {stride} and no "
            "padding.",
            "After a convolution the map {X} meets a max pooling layer: window {pool}×{pool}, stride {stride}, no "
            "padding.",
            "Where did a filter answer most strongly? Its map is {X}; apply max pooling with a {pool}×{pool} window, "
            "stride {stride} and no padding.",
        ),
        "task == 'average'": (
            "Apply {pool}×{pool} average pooling with stride {stride} (no padding) to {X}.",
            "A picture {X} is made smaller by averages: windows of {pool}×{pool}, stride {stride}, no padding.",
            "A feature map {X} passes an average pooling layer with window {pool}×{pool}, stride {stride}, no "
            "padding.",
            "Rain was measured on a grid, {X}. Average it over windows of {pool}×{pool} with stride {stride}, without "
            "padding.",
        ),
        **{f"task == '{kind} gradient'": tuple(scene.replace("{kind}", kind) for scene in (
            "The gradient of the loss with respect to each output of {pool}×{pool} {kind} pooling (stride {stride}, no "
            "padding) on {X} is 1.",
            "Backpropagation reaches a layer of {kind} pooling (window {pool}×{pool}, stride {stride}, no padding) "
            "with a 1 for each output. In the forward pass its input was {X}.",
            "A layer of {pool}×{pool} {kind} pooling, stride {stride}, without padding, was given {X}. Every output "
            "receives the gradient 1. Which gradient goes back to the input?",
            "Which gradient does {pool}×{pool} {kind} pooling with stride {stride} (no padding) pass to each entry of "
            "{X}, if 1 arrives at every output?")) for kind in ("max", "average")},
    }

    def solution_figure(self, v):
        pooled, of = v.max or v.average, "largest entry" if v.max else "mean"
        if not pooled:
            return None
        alt = (f"The feature map with its top left window of {v.pool}×{v.pool} shaded; its {of} is the first entry of "
               f"the output, {minus(shown(pooled[0][0], 0 if v.max else 2))}.")
        return grids((("feature map", v.X, (0, 0, int(v.pool), int(v.pool))), ("output", pooled, (0, 0, 1, 1))), alt)
