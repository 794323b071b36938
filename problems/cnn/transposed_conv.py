"""Transposed convolution: how large the output is, layer after layer, and the output by hand."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Problem, Whole, between, computed,
                               oneof)

from ._windows import grids

ROW, COLUMN = "i - (r - 1)*s", "j - (c - 1)*s"
CUT = "i + p - (r - 1)*s", "j + p - (c - 1)*s"


def scattered(row=ROW, column=COLUMN, a="{row}", b="{column}"):
    """What the copies of the kernel add up to in row i and column j: entries of X times the entries of K there."""
    inside = f"1 <= {row} and {row} <= count(K) and 1 <= {column} and {column} <= count(K[1])"
    return f"sum(sum(X[r][c]*K[{a}][{b}] if {inside} else 0, c), r)".format(row=row, column=column)


def size_of(image, kernel, s, p=0, more=0):
    """Rows and columns of the output."""
    sides = (len(image), len(kernel)), (len(image[0]), len(kernel[0]))
    return [(n - 1)*s - 2*p + k + more for n, k in sides]


def each(formula):
    """The formula where padding and output padding are given, one of them, or none."""
    return tuple(formula(p, more) for p in ("p", "0") for more in (" + output_padding", ""))


LAYER = (
    "A transposed convolution (kernel {k}×{k}, stride {s}{padded}) takes a map of {n}×{n}. How large is its output?",
    "A generator enlarges maps of {n}×{n} by a transposed convolution with a {k}×{k} kernel, stride {s}{padded}.",
    "In a decoder a map of {n}×{n} meets a transposed convolution: kernel {k}×{k}, stride {s}{padded}.",
    "To label pixels, a transposed convolution enlarges maps of {n}×{n}: kernel {k}×{k}, stride {s}{padded}.",
)
SCENES = {
    "layer": LAYER,
    "output padding": LAYER,
    "layers": tuple(f"{scene}: kernel {{k}}×{{k}}, stride {{s}}{{padded}}." for scene in (
        "A generator starts from {n}×{n} and applies {layers} transposed convolutions alike",
        "A decoder enlarges a code of {n}×{n} in {layers} transposed convolutions alike",
        "Noise is reshaped to {n}×{n} and passes {layers} transposed convolutions until it is a picture",
        "To draw handwriting, a network takes maps of {n}×{n} through {layers} equal transposed convolutions")),
    "by hand": (
        "Compute by hand the transposed convolution of {X} with the kernel {K}, stride {s}, no padding.",
        "A decoder's last layer, a transposed convolution (kernel {K}, stride {s}, no padding), is given {X}.",
        "The map {X} is enlarged by a transposed convolution: kernel {K}, stride {s}, no padding.",
        "Each entry of {X} puts down a copy of the kernel {K}: a transposed convolution with stride {s}, no padding.",
    ),
}


class TransposedConv(Problem):
    title = "Transposed convolution"

    task = Aside("layer")
    n = Whole("side of the input", draw=between(1, 32), least=1, optional=True)
    k = Whole("side of the kernel", draw=between(2, 7), least=1, optional=True)
    s = Whole("stride", draw=between(1, "min(3, k)"), default=1, least=1, most=1000)
    p = Whole("padding, cut off each side of the output", draw=between(0, "min(2, floor(k/2))"), least=0,
              when="framework == 'pytorch'", optional=True)
    output_padding = Whole("output padding", when="framework == 'pytorch'", least=0, optional=True)
    layers = Whole("number of layers", default=1, least=1, most=50)
    side = Aside(oneof(2, 2, 3))
    X = Matrix("input", size=(2, 2), optional=True)
    K = Matrix("kernel", size=(computed("side"), computed("side")), optional=True)
    i, j = Index(upto="size[1]"), Index(upto="size[2]")
    r, c = Index("X"), Index("X", of_row=True)

    framework = Convention("pytorch", "keras-same", "keras-valid", says={
        "pytorch": "sizes as in PyTorch", "keras-same": "padding 'same' as in Keras, which makes the side $n*s$",
        "keras-valid": "no padding ('valid') as in Keras"})
    symbols = {"out_size": "o", "output_padding": r"\text{op}"}
    also = {"out_size": "output size, side, out", "Y": "output"}
    answers = "out_size Y"
    impossible = {"out_size < 1": "so much padding leaves nothing of the output",
                  "min(size) < 1": "so much padding leaves nothing of the output",
                  "output_padding >= s and output_padding > 0": "the output padding must be less than the stride"}
    accept = ("2 <= out_size and out_size <= 512", "2*p <= k")
    by_hand = {"n": None, "k": None, "p": None, "X": between(-2, 4), "K": between(-1, 2, 0.5)}
    levels = {
        "easy": Level("out_size"),
        "medium": Level("out_size", task="layers", n=between(1, 16), layers=between(2, 4), s=between(2, "min(3, k)")),
        "hard": (Level("Y", task="by hand", s=1, **by_hand), Level("Y", task="by hand", s=2, side=2, **by_hand),
                 Level("out_size", task="output padding", k=between(3, 7), s=oneof(2, 3), output_padding=1)),
    }

    def work(self, w):
        cut, more = " - 2*p" if w.has("p") else "", " + output_padding" if w.has("output_padding") else ""
        if w.has("n"):
            ends = "" if w.framework == "keras-same" else (
                "The last copy of the kernel begins at (n − 1)s and is k long"
                f"{'; p is cut off at either end' if cut else ''}{'; op is added at one end' if more else ''}.")
            for _ in w.rounds(w.layers, "Layer", n="out_size"):
                w.step("out_size", {"pytorch": f"(n - 1)*s{cut} + k{more}", "keras-same": "n*s",
                                    "keras-valid": "(n - 1)*s + max(k, s)"}, "Side of the output",
                       ends, by="framework", places=0)
        if w.has("X"):
            w.procedure("size", size_of, "X K s" + " p"*bool(cut or more) + " output_padding"*bool(more),
                        "Size of the output", f"Each way $(n - 1)*s{cut} + k{more}$, with k the side of the kernel.",
                        places=0)
            w.step("Y[i][j]", scattered(*CUT) if cut else scattered(), "Output",
                   "The copy of K that belongs to an entry of X begins s further on for each row and column of X; "
                   "where copies overlap they are added.", places=2)

    pytorch = "framework == 'pytorch'"
    mistakes = (
        Mistake("used_conv_formula", "That is the size after an ordinary convolution: a transposed one enlarges.",
                when="n >= k", out_size=each(lambda p, more: f"floor((n + 2*{p} - k)/s) + 1")),
        Mistake("n_times_s_plus_k", "The last copy of the kernel begins at (n − 1)s, and 2p is cut off.",
                out_size=each(lambda p, more: f"n*s + k{more}")),
        Mistake("padding_added", "Padding makes the output smaller here: minus 2p.", when=f"p > 0 and {pytorch}",
                out_size=each(lambda p, more: f"(n - 1)*s + 2*{p} + k{more}")),
        Mistake("n_not_n-1", "The last copy of the kernel begins at (n − 1)s, not at ns.",
                when="p > 0", out_size=each(lambda p, more: f"n*s - 2*{p} + k{more}")),
        Mistake("output_padding_forgotten", "Output padding is added once.", when=f"output_padding > 0 and {pytorch}",
                out_size=each(lambda p, more: f"(n - 1)*s - 2*{p} + k")),
        Mistake("output_padding_twice", "Output padding is added at one side only.",
                when=f"output_padding > 0 and {pytorch}",
                out_size=each(lambda p, more: f"(n - 1)*s - 2*{p} + k{more}{more}")),
        Mistake("kernel_transposed", "Rows and columns of the kernel are exchanged.", when="count(K) == count(K[1])",
                Y=tuple(scattered(*at, "{column}", "{row}") for at in (CUT, (ROW, COLUMN)))),
        Mistake("kernel_turned", "The copies are of the kernel as it stands, not turned by 180°.",
                Y=tuple(scattered(*at, "count(K) + 1 - ({row})", "count(K[1]) + 1 - ({column})")
                        for at in (CUT, (ROW, COLUMN)))),
        Mistake("stride_ignored", "The copies begin s rows or columns apart.", when="s > 1",
                size=lambda X, K, s, p=0, more=0: size_of(X, K, 1, p),
                Y=(scattered("i + p - r + 1", "j + p - c + 1"), scattered("i - r + 1", "j - c + 1"))),
    )
    nudge = "It turns round the shape of a convolution: the output is larger than the input."
    stories = {
        f"task == '{task}' and framework {sign} 'pytorch'": tuple(scene.replace("{padded}", padded) for scene in scenes)
        for task, scenes in SCENES.items()
        for sign, padded in (("==", ", padding {p}" + ", output padding {output_padding}"*task.startswith("output")),
                             ("!=", ""))}

    def solution_figure(self, v):
        if not v.Y:
            return None
        alt = (f"The input, its first entry shaded, the kernel, and the output of {len(v.Y)}×{len(v.Y[0])} with the "
               f"place of the first copy of the kernel shaded, {len(v.K)}×{len(v.K[0])}.")
        copy = None if v.p else (0, 0, len(v.K), len(v.K[0]))
        return grids((("input", v.X, (0, 0, 1, 1)), ("kernel", v.K, None), ("output", v.Y, copy)), alt)
