"""Upsampling a small map by copies or with zeros, and the size after a convolution behind it."""

from quizgen.authoring import Aside, Index, Level, Matrix, Mistake, Problem, Whole, between, computed, oneof

from ._windows import grids

GROWS = "factor > 1"


def blocks(image, factor, entry, down=None):
    """Each value as a block of `factor` rows and columns (or `down` rows): entry(value, row, column) at its places."""
    return [[entry(value, a, b) for value in row for b in range(int(factor))]
            for row in image for a in range(int(factor if down is None else down))]


def copied(image, factor):
    return blocks(image, factor, lambda value, a, b: value)


def nailed(image, factor):
    return blocks(image, factor, lambda value, a, b: 0 if a or b else value)


class Upsampling(Problem):
    title = "Upsampling"

    task = Aside("nearest")
    side = Aside(oneof(2, 2, 3))
    values = Aside(between(1, 9, distinct=True), size=computed("side**2"))
    i, j = Index(upto="side"), Index(upto="side")
    X = Matrix("map", draw=computed("values[(i - 1)*side + j]", "i", "j"), optional=True)
    n = Whole("side of the map", least=1, optional=True)
    factor = Whole("factor of upsampling", draw=oneof(2, 2, computed("5 - side")), least=1, most=100)
    k = Whole("side of the filter", least=1, optional=True)
    p = Whole("padding of the convolution on each side", least=0, optional=True)

    symbols = {"factor": "f", "upsampled": "m", "out": "o", "nearest": "Y", "bed_of_nails": "Y_{nails}"}
    also = {"nearest": "nearest neighbor, upsampled map", "bed_of_nails": "bed of nails, upsampled map",
            "size": "new size", "out": "final side, side"}
    answers = "size nearest bed_of_nails out params"
    impossible = {"out < 1": "the filter is larger than the padded map: it fits nowhere"}
    accept = ("out >= 2",)
    levels = {
        "easy": Level("nearest"),
        "medium": Level("bed_of_nails", task="nails"),
        "hard": Level("out", task="convolution", X=None, n=between(4, 64), factor=oneof(2, 3, 4), k=oneof(2, 3, 5, 7),
                      p=between(0, "min(3, ceil(k/2) - 1)")),
    }

    def work(self, w):
        if w.has("X"):
            w.procedure("size", lambda image, factor: [len(image)*int(factor), len(image[0])*int(factor)], "X factor",
                        "Size of the upsampled map", "Rows and columns grow by the factor.", places=0)
            w.procedure("nearest", copied, "X factor", "Map by nearest-neighbor upsampling",
                        "Each value fills a block of $factor$ rows and $factor$ columns.", places=0, marks=(1, 1))
            w.procedure("bed_of_nails", nailed, "X factor", "Map by bed-of-nails unpooling",
                        "Each value stands at the top left of its block, zeros elsewhere.", places=0, marks=(1, 1))
            w.step("params", "0", "Number of parameters", "There is nothing to learn.", places=0)
        w.step("upsampled", "factor*n", "Side after upsampling", places=0)
        w.step("out", "upsampled + 2*p - k + 1", "Side after the convolution",
               "With stride 1 the filter can start at every place where it fits.", places=0)

    mistakes = (
        Mistake("tiled", "The map is not repeated: each value is, at its own place.", when=GROWS,
                nearest=lambda image, factor: [row*int(factor) for row in image]*int(factor)),
        Mistake("zeros_inserted", "That is bed of nails: the nearest neighbor fills the whole block with the value.",
                when=GROWS, nearest=nailed),
        Mistake("copied", "That is nearest neighbor: bed of nails puts zeros around the value.", when=GROWS,
                bed_of_nails=copied),
        Mistake("nail_at_the_end", "The value stands at the top left of its block.", when=GROWS,
                bed_of_nails=lambda image, factor: blocks(
                    image, factor, lambda value, a, b: value if a == b == factor - 1 else 0)),
        Mistake("size_wrong", "The size is multiplied by the factor.", when=GROWS,
                size=lambda image, factor: [len(image) + 1, len(image[0]) + 1], upsampled="n + 1"),
        Mistake("columns_only", "The rows are repeated too.", when=GROWS,
                nearest=lambda image, factor: blocks(image, factor, lambda value, a, b: value, down=1)),
        Mistake("rows_only", "The columns are repeated too.", when=GROWS,
                nearest=lambda image, factor: [list(row) for row in image for _ in range(int(factor))]),
        Mistake("value_shared_out", "The value is copied as it is, not shared out.", when=GROWS,
                nearest=lambda image, factor: blocks(image, factor, lambda value, a, b: value/factor**2)),
        Mistake("factor_added", "The side is multiplied by the factor.", upsampled="n + factor"),
        Mistake("plus_one_forgotten", "The first place of the filter counts too: plus 1.", out="upsampled + 2*p - k"),
        Mistake("padding_counted_once", "Padding is added on both sides: 2p.", when="p > 0",
                out="upsampled + p - k + 1"),
        Mistake("convolved_first", "The map is enlarged first and convolved then.", out="factor*(n + 2*p - k + 1)"),
    )
    nudge = "Nothing is learned here: each value is only put into a block of its own."
    stories = {
        "task == 'nearest'": (
            "Enlarge {X} by factor {factor} with nearest-neighbor upsampling. Write the matrix.",
            "A decoder enlarges the map {X} by nearest-neighbor upsampling, factor {factor}.",
            "A thumbnail {X} is shown {factor} times as large in both directions, each pixel as its nearest neighbor.",
            "To undo a pooling layer roughly, {X} is upsampled by factor {factor}, nearest neighbor.",
        ),
        "task == 'nails'": (
            "Enlarge {X} by factor {factor} with bed-of-nails unpooling: each value at the top left of its block.",
            "A decoder unpools {X} by factor {factor} as a bed of nails, each value at the top left of its block.",
            "{X} is spread by bed-of-nails unpooling, factor {factor}; values stand at the top left of their blocks.",
            "The map {X} becomes a bed of nails, {factor} times as large each way, values at the top left of a block.",
        ),
        "task == 'convolution'": tuple(f"{scene}, padding {{p}} on each side, stride 1." for scene in (
            "A map of {n}×{n} is upsampled by factor {factor} (nearest), then convolved with a {k}×{k} filter",
            "A generator enlarges maps of {n}×{n} by factor {factor} and smooths them by a convolution of {k}×{k}",
            "To avoid checkerboards, maps of {n}×{n} are upsampled by factor {factor}, then convolved: filter {k}×{k}",
            "In a decoder maps of {n}×{n} pass upsampling by factor {factor}, then a {k}×{k} convolution")),
    }

    def solution_figure(self, v):
        enlarged = v.nearest or v.bed_of_nails
        if not enlarged:
            return None
        f = int(v.factor)
        alt = f"The map, its first entry shaded, and the upsampled one, the block of {f}×{f} of this entry shaded."
        return grids((("map", v.X, (0, 0, 1, 1)), ("upsampled", enlarged, (0, 0, f, f))), alt)
