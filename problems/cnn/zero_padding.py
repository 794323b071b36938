"""Rings of zeros around an image: the padded matrix, its size, how many zeros there are, how many rings are needed."""

from quizgen.authoring import Aside, Convention, Level, Matrix, Mistake, Problem, Whole, between, computed, oneof

from ._windows import grids, ringed, rings


def border_repeated(image, p):
    """The image with its border repeated p times on every side."""
    p = rings(p)
    rows = [[row[0]]*p + row + [row[-1]]*p for row in image]
    return [rows[0]]*p + rows + [rows[-1]]*p


class ZeroPadding(Problem):
    title = "Zero padding"

    task = Aside("size")
    rows, columns, rings = Aside(between(2, 4)), Aside(between(2, 4)), Aside(between(1, 3))
    X = Matrix("image", size=(computed("rows"), computed("columns")), optional=True)
    H = Whole("height of the image", draw=between(2, 32), default="count(X)", least=1, optional=True)
    W = Whole("width of the image", draw=oneof(computed("H"), between(2, 32)), default="count(X[1])", least=1,
              optional=True)
    p = Whole("rings of zeros around the image", draw=computed("rings"), when="padding == 'explicit'", least=0, most=30,
              instead="k")
    k = Whole("side of the filter", draw=computed("rings + 1 if padding == 'full' else 2*rings + 1"), least=1, most=60,
              when="padding != 'explicit' or task == 'rings' or task == 'zeros'", optional=True)

    padding = Convention("explicit", "same", "full", says={
        "explicit": "", "same": "as many rings of zeros as keep the size under the filter with stride 1",
        "full": "full padding, so that every weight of the filter meets every pixel"})
    symbols = {"padded": "P", "zeros_added": "z", "same_p": "p", "full_p": "p"}
    also = {"zeros_added": "zeros", "size": "new size", "same_p": "padding", "full_p": "padding"}
    answers = "padded same_p full_p size zeros_added"
    impossible = {"same_p != floor(same_p)": "no padding on both sides keeps the size under a filter of even side"}
    accept = ("task == 'matrix' or k <= min(H, W)",)
    many = {"p": None, "rings": between(1, 5)}
    levels = {
        "easy": Level("padded", task="matrix", X=between(1, 9), H=None, W=None, rings=between(1, 2)),
        "medium": Level("size zeros_added"),
        "hard": (Level("same_p full_p", task="rings", **many),
                 Level("same_p full_p zeros_added", task="zeros", **many)),
    }

    def work(self, w):
        p = "p" if w.has("p") else "full_p" if w.padding == "full" else "same_p"
        if p == "same_p":
            w.step("same_p", "(k - 1)/2", "Number of rings of zeros",
                   "The filter loses k − 1 rows and columns, half on each side.", places=0)
        if p == "full_p":
            w.step("full_p", "k - 1", "Number of rings of zeros",
                   "At its first place the filter then meets one pixel only.", places=0)
        if w.has("X"):
            w.procedure("padded", ringed, f"X {p}", "Padded image", "Zeros above, below, left and right.", places=0)
        w.step("size", f"(H + 2*{p}, W + 2*{p})", "New height and width", "Zeros are added on both sides.", places=0)
        w.step("zeros_added", f"(H + 2*{p})*(W + 2*{p}) - H*W", "Number of zeros added", "New cells less old ones.",
               places=0)

    names = "p", "same_p", "full_p"
    mistakes = (
        Mistake("one_side_only", "Zeros are added on both sides, so each side grows by 2p.",
                when="max(size) > max(H, W)", size=tuple(f"(H + {p}, W + {p})" for p in names)),
        Mistake("zeros_perimeter_without_corners", "The four corners are padded too.", when="zeros_added > 0",
                zeros_added=tuple(f"2*{p}*(H + W)" for p in names)),
        Mistake("p_equals_k-1", "So much is lost in all; half of it is padded on each side.", when="k > 1",
                same_p="k - 1"),
        Mistake("half_of_it", "That keeps the size; full padding needs k − 1 on each side.",
                when="k > 1 and (k - 1)/2 == floor((k - 1)/2)", full_p="(k - 1)/2"),
        Mistake("zeros_of_one_side", "Zeros are added on both sides, so each side grows by 2p.", when="zeros_added > 0",
                zeros_added=tuple(f"(H + {p})*(W + {p}) - H*W" for p in names)),
        Mistake("all_cells_counted", "The old cells are no zeros: take them away.",
                zeros_added=tuple(f"(H + 2*{p})*(W + 2*{p})" for p in names)),
        Mistake("border_repeated", "The border is filled with zeros, not with the pixels beside it.",
                padded=border_repeated),
    )
    nudge = "Padding is added at the top, at the bottom, at the left and at the right."
    stories = {
        "task == 'matrix' and padding == 'explicit'": (
            "Pad {X} with zeros, {p} on every side, and write the matrix.",
            "Before a convolution the image {X} gets zero padding of {p} on each side.",
            "The icon {X} is framed by zeros, {p} deep.",
            "A layer with padding {p} surrounds its input {X} with zeros before the filter slides over it.",
        ),
        "task == 'matrix' and padding != 'explicit'": "The image {X} is padded with zeros for a filter of {k}×{k}.",
        "task == 'size' and padding == 'explicit'": (
            "An image of {H}×{W} gets zero padding of {p} on every side. What has become of it?",
            "Feature maps of {H}×{W} are framed by zeros, {p} deep.",
            "A layer with padding {p} surrounds its input of {H}×{W} with zeros.",
            "A thumbnail of {H}×{W} pixels is laid in the middle of a black (zero) frame that is {p} pixels wide.",
        ),
        "task == 'size' and padding != 'explicit'": "Filters of {k}×{k} slide over {H}×{W} pixels, padded with zeros.",
        "task != 'matrix' and task != 'size' and padding != 'full'": (
            "Which zero padding on each side keeps images of {H}×{W} as large under filters of {k}×{k}, stride 1?",
            "By zero padding maps of {H}×{W} are to stay as large under filters of {k}×{k} with stride 1.",
            "A deep network repeats a convolution of {k}×{k}, stride 1, on maps of {H}×{W} and must not shrink them.",
            "The output of a convolution ({k}×{k}, stride 1) is added to its {H}×{W} input: both need the same size.",
        ),
        "task != 'matrix' and task != 'size' and padding == 'full'": (
            "A filter of {k}×{k} slides over an image of {H}×{W} with stride 1. How many rings of zeros does it need?"),
    }

    def solution_figure(self, v):
        if not v.padded:
            return None
        rows, columns = len(v.X), len(v.X[0])
        ring = (len(v.padded) - rows)//2
        alt = (f"The image of {rows} rows and {columns} columns, and the padded one of {len(v.padded)} rows and "
               f"{len(v.padded[0])} columns, in the middle of which it lies.")
        return grids((("image", v.X, None), ("padded image", v.padded, (ring, ring, rows, columns))), alt)
