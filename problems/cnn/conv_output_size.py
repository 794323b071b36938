"""How large the output of a convolution is: after one layer, or after several in a row."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Problem, Vector, Whole, between, computed,
                               oneof)

ROUND = "(floor({0}) if rounding == 'down' else ceil({0}))"


def either(text):
    """A formula with dilation, and for where none is given."""
    return text, text.replace("d*(k - 1) - 1", "k")


def each_layer(text, pooling):
    """A draw of one entry a layer: for each convolution, then for the pooling behind them."""
    return computed(f"{text} if m <= convolutions else {pooling}", "m")


class ConvOutputSize(Problem):
    title = "Output size of a convolution"

    task = Aside("one layer")
    convolutions = Aside(oneof(1, 2, 2))
    filter = Aside(oneof(1, 3, 5, 7), size=computed("convolutions"))
    padded, moves = (Aside(draw, size=computed("convolutions")) for draw in (oneof(0, 1), between(1, 2)))
    m = Index(upto="convolutions + 1")
    one = {"single": True, "series": True, "whole": True}
    n = Whole("side of the input", draw=between(5, 224), least=1)
    k = Vector("side of the filter, or of each layer's", draw=oneof(1, 2, 3, 4, 5, 7, 11), least=1, **one)
    d = Vector("dilation", optional=True, least=1, **one)
    p = Vector("padding on each side", draw=between(1, "min(3, floor(k/2))"), when="padding == 'explicit'", least=0, **one)
    s = Vector("stride", draw=between(1, "min(4, max(k, 2))"), least=1, **one)
    filters = Whole("number of filters", optional=True, least=1)

    padding = Convention("explicit", "valid", "same", "tf-same", says={
        "explicit": "", "valid": "no padding ('valid')",
        "same": "padding 'same', on each side as much as keeps the size at stride 1",
        "tf-same": "padding 'same' as in TensorFlow, which makes the side $ceil(n/s)$"})
    rounding = Convention("down", "up", when="s > 1", says={
        "down": "a broken quotient is rounded down", "up": "a broken quotient is rounded up (ceil mode)"})
    symbols = {"out": "o", "filters": "F", "same_padding": "p"}
    answers = "out volume same_padding"
    even = "no padding on both sides keeps the size under a filter of even side"
    impossible = {"numerator < 0": "the filter is larger than the padded input: it fits nowhere",
                  "padding == 'same' and p != floor(p)": even, "same_padding != floor(same_padding)": even}
    accept = ("out >= 2", "rounding == 'down' or ceil(quotient)*s < n + p",  # the last window begins inside
              "rounding == 'down' or padding != 'valid' or ceil(quotient)*s < n")

    wide = oneof(2, 3, 4, 5, 7, 11)
    levels = {
        "easy": Level("out", p=0, s=1),
        "medium": (Level("out", k=wide), Level("volume", task="volume", k=wide, filters=oneof(4, 6, 8, 12, 16, 32, 64))),
        "hard": (
            Level("out", task="dilated", k=oneof(2, 3, 4, 5, 7), d=2),
            Level("out", task="in a row", n=between(24, 224), k=each_layer("filter[m]", "(3 if padding == 'same' else 2)"),
                  p=each_layer("padded[m]*(filter[m] - 1)/2", 0), s=each_layer("moves[m]", 2)),
            Level("same_padding", task="same size", k=oneof(3, 5, 7, 9, 11), d=between(1, 3), p=None, s=None),
        ),
    }

    def work(self, w):
        reach = "d*(k - 1) - 1" if w.has("d") else "k"
        if not (w.has("s") or w.has("p")):
            w.step("same_padding", "d*(k - 1)/2" if w.has("d") else "(k - 1)/2", "Padding on each side",
                   "At stride 1 the filter's reach less 1 is lost, half of it on each side.", places=0)
            return
        for _ in w.rounds("k d p s", "Layer", each=True, n="out"):
            if w.padding == "tf-same":
                w.step("out", "ceil(n/s)", "Side of the feature map", places=0)
                continue
            if w.padding == "same":
                w.step("p", "d*(k - 1)/2" if w.has("d") else "(k - 1)/2", "Padding on each side", places=0)
            w.step("numerator", f"n {'' if w.padding == 'valid' else '+ 2*p '}- {reach}", "Room to move",
                   "The rows and columns that are left when the filter lies at the top left.", places=0)
            w.step("quotient", "numerator/s", "Moves", "Each goes s entries on.", places=2)
            w.step("out", {"down": "floor(quotient) + 1", "up": "ceil(quotient) + 1"}, "Side of the feature map",
                   "One more than the moves: the first place counts too.", by="rounding", places=0)
        w.step("volume", "(out, out, filters)", "Output volume", "Each filter makes one feature map.", places=0)

    mistakes = (
        Mistake("padding_counted_once", "Padding is added on both sides: n + 2p.", numerator=either("n + p - d*(k - 1) - 1"),
                when=f"p > 0 and {ROUND.format('((numerator - p)/s)')} != {ROUND.format('quotient')}"),
        Mistake("plus_one_forgotten", "The first place of the filter counts too: plus 1.", out=(ROUND.format("quotient"),)),
        Mistake("rounded_up", "A filter that does not fit any more makes no output: round down.",
                when="rounding == 'down' and ceil(quotient) > quotient", out=("ceil(quotient) + 1",)),
        Mistake("padding_ignored", "The padding is missing: the filter slides over the padded input.",
                when=f"p > 0 and {ROUND.format('((numerator - 2*p)/s)')} != {ROUND.format('quotient')}",
                numerator=either("n - d*(k - 1) - 1")),
        Mistake("stride_ignored", "The filter moves s entries at a time: divide by the stride.", when="s > 1",
                quotient="numerator"),
        Mistake("whole_reach", "That much is lost in all; half of it is padded on each side.",
                same_padding=("d*(k - 1)", "k - 1")),
    )
    nudge = "Count the places at which the filter can start."
    stories = {
        "task == 'one layer'": (
            "A {n}×{n} image passes a {k}×{k} filter with padding {p} on each side and stride {s}.",
            "A {n}×{n} microscope image meets a {k}×{k} filter; padding {p} on every side, stride {s}.",
            "A filter bank slides {k}×{k} filters over a {n}×{n} picture with stride {s}, after a border of {p} zeros on "
            "each side was put around it.",
            "The first layer of a network that grades apples has {k}×{k} filters, stride {s} and padding {p} on each side. "
            "The photos have {n}×{n} pixels.",
        ),
        "task == 'one layer' and padding != 'explicit'": "A {n}×{n} image passes a {k}×{k} filter with stride {s}.",
        "task == 'volume'": (
            "How large is the output volume of {filters} filters of size {k}×{k}, padding {p} on each side and stride {s}, "
            "on an input of {n}×{n}?",
            "A layer has {filters} filters of {k}×{k}, stride {s} and padding {p} on each side. It is shown a {n}×{n} image.",
            "An X-ray of {n}×{n} pixels goes through {filters} filters of {k}×{k} with stride {s} and padding {p} on each "
            "side. Each makes a feature map.",
            "Satellite tiles of {n}×{n} pixels are fed to a layer with {filters} filters {k}×{k}; stride {s}, padding {p} on "
            "each side.",
        ),
        "task == 'volume' and padding != 'explicit'": "{filters} filters of {k}×{k} slide over a {n}×{n} image, stride {s}.",
        "task == 'dilated'": (
            "A {n}×{n} map passes a {k}×{k} filter with dilation {d}, padding {p} on each side and stride {s}.",
            "The taps of a {k}×{k} filter stand {d} pixels apart (dilation {d}). It slides over a {n}×{n} image with stride "
            "{s} and padding {p} on each side.",
            "To see more of a {n}×{n} street scene, a network uses {k}×{k} filters with dilation {d}; stride {s}, padding {p} "
            "on each side.",
            "A dilated convolution ({k}×{k}, dilation {d}, stride {s}, padding {p} on each side) is applied to a {n}×{n} image.",
        ),
        "task == 'dilated' and padding != 'explicit'": "A {k}×{k} filter, dilation {d}, stride {s}, meets a {n}×{n} image.",
        "task == 'in a row'": (
            "A {n}×{n} image goes through convolutions and then max pooling: filter sides {k}, paddings {p} and strides {s}, "
            "layer by layer. Pooling follows the same formula.",
            "The layers of a small network have filters of side {k}, padding {p} on each side and stride {s}, in this order; "
            "the last one is max pooling, sized alike. The input is {n}×{n}.",
            "A photo of {n}×{n} pixels passes layers of filter side {k}, stride {s} and padding {p}, in this order, of which "
            "the last is max pooling. Follow its side.",
            "How small does a {n}×{n} image become? It goes through layers with filters of side {k}, strides {s} and paddings "
            "{p} on each side, the last of them max pooling.",
        ),
        "task == 'in a row' and padding != 'explicit'": "A {n}×{n} image passes layers of filter side {k} and stride {s}.",
        "task == 'same size'": (
            "Which padding on each side keeps a {n}×{n} input at the same size under a {k}×{k} filter with stride 1 and "
            "dilation {d}?",
            "A {k}×{k} filter with dilation {d} and stride 1 should give a map as large as its {n}×{n} input.",
            "Feature maps of a denoising network must stay {n}×{n}. Its filters are {k}×{k}, dilation {d}, stride 1. How many "
            "zeros go on each side?",
            "A layer adds its {k}×{k} convolution (stride 1, dilation {d}) to its {n}×{n} input, so both must be equally large.",
        ),
    }
