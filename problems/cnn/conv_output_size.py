"""How large the output of a convolution is: after one layer, or after several in a row."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Problem, Vector, Whole, between, computed,
                               oneof)

ROUND = "(floor({0}) if rounding == 'down' else ceil({0}))"


SCENES = {
    "one layer": (
        "An image of {n}×{n} passes a filter of {k}×{k} with stride {s}{padded}.",
        "A microscope image of {n}×{n} pixels meets a filter of {k}×{k}; stride {s}{padded}.",
        "A filter bank slides filters of {k}×{k} over a picture of {n}×{n} with stride {s}{padded}.",
        "A network that grades apples shows photos of {n}×{n} to filters of {k}×{k}, stride {s}{padded}.",
    ),
    "volume": (
        "An input of {n}×{n} passes {filters} filters of size {k}×{k}, stride {s}{padded}. How large is the output?",
        "A layer has {filters} filters of {k}×{k}, stride {s}{padded}. It is shown an image of {n}×{n}.",
        "An X-ray of {n}×{n} pixels goes through {filters} filters of {k}×{k} with stride {s}{padded}.",
        "Satellite tiles of {n}×{n} pixels are fed to a layer with {filters} filters of {k}×{k}, stride {s}{padded}.",
    ),
    "dilated": (
        "A map of {n}×{n} passes a filter of {k}×{k} with dilation {d}, stride {s}{padded}.",
        "The weights of a {k}×{k} filter on {n}×{n} pixels lie {d} apart (dilation {d}), stride {s}{padded}.",
        "To see more of {n}×{n} pixels, a network uses filters of {k}×{k} with dilation {d}, stride {s}{padded}.",
        "A dilated convolution ({k}×{k}, dilation {d}, stride {s}{padded}) is applied to an image of {n}×{n}.",
    ),
    "in a row": tuple(f"{scene} Layer by layer: filter side {{k}}; stride {{s}}{{padded}}." for scene in (
        "An image of {n}×{n} goes through convolutional layers and then max pooling, to which the same rule applies.",
        "A small network ends in max pooling, whose size follows the rule of its convolutions. Its input is {n}×{n}.",
        "A photo of {n}×{n} passes layers, the last of which is max pooling; it is sized like a convolution.",
        "How small do {n}×{n} pixels become in convolutions and, at the end, max pooling, sized by the same rule?")),
    "same size": (
        "Under a filter of {k}×{k} with stride 1 and dilation {d} an input of {n}×{n} is to keep its size.",
        "A filter of {k}×{k} with dilation {d} and stride 1 is to give a map as large as its input of {n}×{n}.",
        "Feature maps of a denoising network must stay {n}×{n}. Its filters are {k}×{k}, dilation {d}, stride 1.",
        "A layer adds its {k}×{k} convolution (stride 1, dilation {d}) to its {n}×{n} input; the sizes must agree.",
    ),
}


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
    one = {"flat": True, "series": True, "whole": True}
    n = Whole("side of the input", draw=between(5, 224), least=1)
    k = Vector("side of each layer's filter", draw=oneof(2, 3, 4, 5, 7, 11), least=1, **one)
    d = Vector("dilation", optional=True, least=1, **one)
    p = Vector("padding on each side", draw=between(1, "min(3, floor(k/2))"), when="padding == 'explicit'", least=0,
               **one)
    s = Vector("stride", draw=between(1, "min(4, max(k, 2))"), least=1, **one)
    filters = Whole("number of filters", optional=True, least=1)

    padding = Convention("explicit", "valid", "same", "tf-same", says={
        "explicit": "", "valid": "no padding ('valid')",
        "same": "padding 'same', on each side as much as keeps the size at stride 1",
        "tf-same": "padding 'same' as in TensorFlow, which makes the side $ceil(n/s)$"})
    rounding = Convention("down", "up", when="s > 1", says={
        "down": "a broken quotient is rounded down", "up": "a broken quotient is rounded up (ceil mode)"})
    symbols = {"out": "o", "filters": "F", "same_padding": "p"}
    also = {"numerator": "n + 2p - k, n - k + 2p, n - k", "out": "output size", "volume": "output"}
    answers = "numerator quotient out volume same_padding"
    even = "no padding on both sides keeps the size under a filter of even side"
    impossible = {"numerator < 0": "the filter is larger than the padded input: it fits nowhere",
                  "padding == 'same' and p != floor(p)": even, "same_padding != floor(same_padding)": even}
    accept = ("out >= 2", "task == 'in a row' or k <= n", "d*(k - 1) < n",
              "rounding == 'down' or ceil(numerator/s)*s < n + p",  # the last window begins inside
              "rounding == 'down' or padding != 'valid' or ceil(numerator/s)*s < n")

    levels = {
        "easy": Level("out", p=0, s=1),
        "medium": (Level("out"), Level("volume", task="volume", filters=oneof(4, 6, 8, 12, 16, 32, 64))),
        "hard": (
            Level("out", task="dilated", k=oneof(2, 3, 4, 5, 7), d=2),
            Level("out", task="in a row", n=between(24, 224), s=each_layer("moves[m]", 2),
                  k=each_layer("filter[m]", "(3 if padding == 'same' else 2)"),
                  p=each_layer("padded[m]*(filter[m] - 1)/2", 0)),
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
            w.step("out", {"down": "floor(numerator/s) + 1", "up": "ceil(numerator/s) + 1"}, "Side of the feature map",
                   "The filter moves s entries at a time; its first place counts too.", by="rounding", places=0)
        w.step("volume", "(out, out, filters)", "Output volume", "Each filter makes one feature map.", places=0)

    mistakes = (
        Mistake("padding_counted_once", "Padding is added on both sides: n + 2p.",
                when=f"p > 0 and {ROUND.format('((numerator - p)/s)')} != {ROUND.format('(numerator/s)')}",
                numerator=either("n + p - d*(k - 1) - 1")),
        Mistake("plus_one_forgotten", "The first place of the filter counts too: plus 1.",
                out=(ROUND.format("(numerator/s)"),)),
        Mistake("rounded_up", "A filter that does not fit any more makes no output: round down.",
                when="rounding == 'down' and ceil(numerator/s) > numerator/s", out=("ceil(numerator/s) + 1",)),
        Mistake("padding_ignored", "The padding is missing: the filter slides over the padded input.",
                when=f"p > 0 and {ROUND.format('((numerator - 2*p)/s)')} != {ROUND.format('(numerator/s)')}",
                numerator=either("n - d*(k - 1) - 1")),
        Mistake("stride_ignored", "The filter moves s entries at a time: divide by the stride.", when="s > 1",
                out=("numerator + 1",), quotient="numerator"),
        Mistake("whole_reach", "That much is lost in all; half of it is padded on each side.",
                same_padding=("d*(k - 1)", "k - 1")),
    )
    nudge = "Count the places at which the filter can start."
    stories = {
        f"task == '{task}' and padding {sign} 'explicit'": tuple(
            scene.replace("{padded}", padded and ("; " if task == "in a row" else ", ") + padded) for scene in scenes)
        for task, scenes in SCENES.items() for sign, padded in (("==", "padding {p} on each side"), ("!=", ""))}
