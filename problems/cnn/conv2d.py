"""The feature map of a small image by hand."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Whole, between,
                               computed)

from .._figures import minus
from ._windows import grids, ringed, sides, turned, windows

BEYOND = "({0}[r + a - 1][c + b - 1]*{1}[a][b] if r + a - 1 <= count({0}) and c + b - 1 <= count({0}[1]) else 0)"
FLIPPED, TRANSPOSED = ("count(K) + 1 - a", "count(K[1]) + 1 - b"), ("b", "a")


def sums(formula):
    """What a formula of image and kernel makes of the sums of the only channel, and of either of two; padded or not."""
    return {step: (formula(f"padded{n}", f"K{n}"), formula(f"X{n}", f"K{n}"))
            for step, n in (("output", ""), ("first", ""), ("second", "2"))}


def apart(way):
    """Conditions: turned or transposed the kernel makes two other sums at least, in each channel."""
    return tuple(f"correlation == 'flipped' or {other} or sum(sum(1 if {formula} != {step}[r][c] else 0, c), r) >= 2"
                 for step, pair in sums(lambda image, kernel: windows(image, kernel, *way)).items()
                 for other, formula in zip(("pad == 0", "pad > 0"), pair))


class Conv2d(Problem):
    title = "Feature map of a small image"

    task = Aside("slide")
    side, k = Aside(3), Aside(2)
    X = Matrix("image", draw=between(-2, 5), size=(computed("side"), computed("side")))
    X2 = Matrix("second channel of the image", size=(computed("side"), computed("side")), optional=True)
    K = Matrix("kernel", draw=between(-1, 2), size=(computed("k"), computed("k")))
    K2 = Matrix("second channel of the kernel", size=(computed("k"), computed("k")), optional=True)
    bias = Number("bias", optional=True)
    stride = Whole("stride", draw=1, default=1, least=1)
    pad = Whole("rings of zeros around the image", draw=0, default=0, least=0, most=20)
    r, c, a, b = Index(upto="size[1]"), Index(upto="size[2]"), Index("K"), Index("K", of_row=True)

    correlation = Convention("cross-correlation", "flipped", says={
        "cross-correlation": "the kernel is not flipped, as in deep learning",
        "flipped": "the kernel is turned by 180° before it slides (true convolution)"})
    symbols = {"output": "Y", "padded": "P", "padded2": "P_2", "relu": "A", "X2": "X_2", "K2": "K_2", "first": "U",
               "turned": "T", "turned2": "T_2", "second": "V", "feature_map": "Y", "stride": "s",
               "pad": "p", "bias": "b"}
    also = {"output": "feature map", "relu": "activation", "size": "output size", "padded": "padded image",
            "first": "channel 1, first channel, red", "second": "channel 2, second channel, green"}
    answers = "size output relu feature_map"
    impossible = {
        "count(X2) != count(X) or count(X2[1]) != count(X[1])": "X2 must be as large as X",
        "count(K2) != count(K) or count(K2[1]) != count(K[1])": "K2 must be as large as K",
        "min(size) < 1": "the kernel is larger than the padded image: it fits nowhere"}
    accept = (*apart(FLIPPED), *apart(TRANSPOSED), "sum(sum(abs(sign(K[a][b])), b), a) >= 2",
              "max(max(relu[r][c] - output[r][c], c), r) > 0", "max(max(relu[r][c], c), r) > 0")
    levels = {
        "easy": Level("output"),
        "medium": Level("output relu", task="relu", side=4, k=3),
        "hard": (Level("output", task="stride", side=5, k=3, stride=2),
                 Level("output", task="padding", k=3, stride=2, pad=1),
                 Level("feature_map", task="channels", X2=between(-2, 5), K2=between(-1, 2), bias=between(-3, 3))),
    }

    def work(self, w):
        two, flipped = w.has("X2"), w.correlation == "flipped"
        w.procedure("size", sides, "X K stride pad" if w.pad else "X K stride", "Size of the feature map",
                    f"Each way there are $floor((n {'+ 2*pad ' if w.pad else ''}- k)/stride) + 1$ places for a kernel "
                    "of side k on an image of side n.", places=0)
        for n, name in (("", "first"), ("2", "second"))[:1 + two]:
            of = f" of channel {n or 1}" if two else ""
            if flipped:
                w.procedure(f"turned{n}", turned, f"K{n}", f"Turned kernel{of}", "Last row first, each row backwards.",
                            places=0)
            if w.pad:
                w.procedure(f"padded{n}", ringed, f"X{n} pad", f"Padded image{of}", places=0)
            formula = windows(f"padded{n}" if w.pad else f"X{n}", f"turned{n}" if flipped else f"K{n}")
            w.step(f"{name if two else 'output'}[r][c]", formula, f"Window sums{of}" if two else "Feature map",
                   "Multiply what lies on top of each other, and add.", places=0, marks=(1, 1))
        if two:
            w.step("feature_map[r][c]", "first[r][c] + second[r][c] + bias" if w.has("bias") else
                   "first[r][c] + second[r][c]", "Feature map", "The channels are added, then the bias once.", places=0)
        else:
            w.step("relu[r][c]", "max(0, output[r][c])", "Feature map after ReLU", "Negative sums become 0.", places=0)

    crossed, square = "correlation == 'cross-correlation'", "count(K) == count(K[1])"
    mistakes = (
        Mistake("kernel_flipped", "The kernel is not turned here: lay it on as it stands.", when=crossed,
                **sums(lambda image, kernel: windows(image, kernel, *FLIPPED))),
        Mistake("kernel_not_flipped", "True convolution turns the kernel by 180° first.", turned=list, turned2=list),
        Mistake("elementwise_of_first_block_only", "Add the products of a window to one number, then move on.",
                when="count(output) > 0", size=lambda X, K, *_: sides(K, [[0]], 1),
                output=("padded[r][c]*K[r][c]", "X[r][c]*K[r][c]")),
        Mistake("kernel_transposed", "Rows and columns of the kernel are exchanged.", when=f"{crossed} and {square}",
                **sums(lambda image, kernel: windows(image, kernel, *TRANSPOSED))),
        Mistake("stride_taken_as_kernel_size", "The window moves by the stride, not by its own size.",
                when=f"{crossed} and {square} and stride != count(K)",
                size=lambda X, K, stride, pad=0: sides(X, K, len(K), pad),
                **sums(lambda image, kernel: windows(image, kernel, step="count(K)"))),
        Mistake("absolute_for_relu", "ReLU makes negative numbers 0, not positive.", relu="abs(output[r][c])"),
        Mistake("padded_to_same_size", "Nothing is padded here: the kernel stays inside the image.",
                when=f"{crossed} and stride == 1 and pad == 0 and count(K) + count(K[1]) > 2 and count(output) > 0",
                size=lambda X, *_: sides(X, [[0]], 1), output=f"sum(sum({BEYOND.format('X', 'K')}, b), a)"),
        Mistake("bias_for_each_channel", "The bias is added once, not for each channel.", when="bias != 0",
                feature_map="first[r][c] + second[r][c] + 2*bias"),
        Mistake("bias_forgotten", "The bias is missing.", when="bias != 0", feature_map="first[r][c] + second[r][c]"),
    )
    nudge = "Lay the kernel on the top left corner: multiply what lies on top of each other, and add."
    stories = {
        "task == 'slide' or task == 'stride'": (
            "Slide the kernel {K} over {X} with stride {stride} and no padding. Write the feature map.",
            "An edge detector with the kernel {K} looks at the patch {X} of a photo; stride {stride}, no padding.",
            "A robot's camera sees {X}. What does the kernel {K} make of it with stride {stride} and no padding?",
            "A filter has learned the kernel {K}. Apply it to the image {X} with stride {stride} and without padding.",
        ),
        "task == 'relu'": (
            "Compute the feature map of {X} with the kernel {K}, stride {stride} and no padding, then apply ReLU.",
            "The patch {X} of an X-ray meets the kernel {K} (stride {stride}, no padding) and then ReLU.",
            "A layer slides its kernel {K} over the image {X} with stride {stride}, without padding or bias, and its "
            "activation is ReLU.",
            "Which parts of {X} does the kernel {K} answer to? Slide it with stride {stride} and no padding; ReLU "
            "follows.",
        ),
        "task == 'padding'": (
            "Slide the kernel {K} over {X} with stride {stride}, after {pad} ring of zeros has been put around the "
            "image. Write the feature map.",
            "A tiny image {X} is padded with zeros, {pad} on each side, and meets the kernel {K} with stride "
            "{stride}.",
            "A layer with zero padding {pad} on each side and stride {stride} has the kernel {K}. It is shown {X}.",
            "The icon {X} goes through a convolution with the kernel {K}, stride {stride} and {pad} ring of zeros "
            "around the image.",
        ),
        "task == 'channels'": (
            "An image has two channels, {X} and {X2}. A filter has the kernels {K} for the first and {K2} for the "
            "second, and the bias {bias}; stride {stride}, no padding. Write its feature map.",
            "A camera gives a visible channel {X} and a heat channel {X2}. Slide a filter over both: kernels {K} and "
            "{K2}, bias {bias}, stride {stride}, no padding.",
            "One filter reads two maps, {X} with the kernel {K} and {X2} with the kernel {K2}. Its bias is {bias}, "
            "its stride {stride}; nothing is padded.",
            "The red channel of a picture is {X}, the green one {X2}. A filter with the kernel {K} for red, {K2} for "
            "green and the bias {bias} slides over them with stride {stride}, without padding.",
        ),
    }

    def solution_figure(self, v):
        if not v.output:
            return None
        image, kernel, (height, width) = v.padded or v.X, v.turned or v.K, (len(v.K), len(v.K[0]))
        alt = (f"The image with its top left window of {height}×{width} shaded: there the kernel beside it lies first "
               f"and makes the first entry of the feature map, {minus(f'{v.output[0][0]:g}')}.")
        return grids((("image", image, (0, 0, height, width)), ("kernel", kernel, (0, 0, height, width)),
                      ("feature map", v.output, (0, 0, 1, 1))), alt)
