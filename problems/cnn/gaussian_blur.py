"""Gaussian blur of one pixel: with the binomial kernel, at the border, with the kernel of a given width."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Whole, between,
                               oneof)

from ._borders import around, middle, mirrored, zeros_around
from ._windows import grids

WEIGHTS = ("Each weight is $exp(-(a**2 + b**2)/(2*sigma**2))$ at a rows and b columns from the center, divided by the "
           "sum of all nine.")
NINE = [(a, b) for a in (1, 2, 3) for b in (1, 2, 3)]
SUM = "sum(sum(kernel[a][b]*{0}[a][b], b), a)"
WITHIN = " and ".join(f"1 <= {at} - floor(count(kernel)/2) and {at} - floor(count(kernel)/2) <= {last}"
                      for at, last in (("row + a - 1", "count(patch)"), ("column + b - 1", "count(patch[1])")))
INSIDE = f"weighted_sum/sum(sum(kernel[a][b] if {WITHIN} else 0, b), a)"
SQUARE = "((i - 2)**2 + (j - 2)**2)"
GAUSSIAN = f"exp(-{SQUARE}/(2*sigma**2))"


def either(formula):
    """The formula for the pixels under the kernel, cut out of the image or all of it."""
    return formula("window"), formula("patch")


class GaussianBlur(Problem):
    title = "Gaussian blur"

    task = Aside("center")
    patch = Matrix("image patch", draw=between(0, 255), size=(3, 3), optional=True)
    row = Whole("row of the pixel", least=1, optional=True)
    column = Whole("column of the pixel", least=1, optional=True)
    kernel = Matrix("kernel", draw=((1, 2, 1), (2, 4, 2), (1, 2, 1)), instead="sigma")
    sigma = Number("width of the kernel", above=0, optional=True)
    a, b, i, j = Index("kernel"), Index("kernel", of_row=True), Index(upto="3"), Index(upto="3")

    border = Convention("zeros", "reflected", says={
        "zeros": "outside the image there are zeros",
        "reflected": "outside the image its pixels are mirrored at the border pixel"})
    symbols = {"patch": "P", "kernel": "K", "sigma": r"\sigma", "padded": "Q", "window": "V", "weighted_sum": "S",
               "kernel_sum": "N", "blurred_centre": "B", "box_blur_centre": "B_{box}", "weights": "g",
               "gaussian_1d": "G_1", "kernel_2d": "G", "blurred": "B_{gauss}"}
    also = {"blurred_centre": "blurred, new value", "blurred": "blurred_centre, new value, B", "kernel_2d": "kernel"}
    answers = "weighted_sum kernel_sum blurred_centre box_blur_centre gaussian_1d kernel_2d blurred"
    impossible = {
        "count(kernel)/2 == floor(count(kernel)/2) or count(kernel) != count(kernel[1])":
            "the kernel must be square with an odd side, so that it has a center",
        "kernel_sum == 0": "the entries of the kernel add to 0: it cannot be normalized",
        "row > count(patch) or column > count(patch[1])": "the pixel lies outside the image"}
    accept = ("abs(patch[2][2] - sum(sum(patch[i][j], j), i)/9) >= 10",)
    gaussian = {"kernel": None, "sigma": oneof(0.5, 0.8, 1, 1.5, 2)}
    levels = {
        "easy": Level("blurred_centre", patch=between(0, 255, 5)),
        "medium": Level("blurred_centre", task="border", row=oneof(1, 3), column=between(1, 3)),
        "hard": (Level("kernel_2d", task="kernel", patch=None, kernel=None, sigma=between(0.5, 2, 0.05)),
                 Level("blurred", task="sigma", **gaussian), Level("kernel_2d blurred", task="sigma", **gaussian)),
    }

    def work(self, w):
        inner, kernel = w.has("patch") and w.count("patch") != (w.count("kernel") or 3), " kernel"*w.has("kernel")
        image = "window" if w.has("row") or inner else "patch"
        if w.has("row"):
            w.procedure("padded", mirrored if w.border == "reflected" else zeros_around, "patch" + kernel,
                        "Padded image", "As far as the kernel reaches over the border.", places=0)
            w.procedure("window", around, "padded row column" + kernel, "Pixels under the kernel", places=0)
        elif inner:
            w.procedure("window", middle, "patch" + kernel, "Pixels under the kernel", "Those in the middle.", places=0)
        if w.has("patch") and (w.has("kernel") or not w.has("sigma")):
            w.step("weighted_sum", SUM.format(image), "Weighted sum",
                   "Each pixel times the weight that lies on it.", places=0, marks=(1, 1))
            w.step("kernel_sum", "sum(sum(kernel[a][b], b), a)", "Sum of the weights", places=0)
            w.step("blurred_centre", "weighted_sum/kernel_sum", "Blurred pixel", "A weighted mean.")
            w.step("box_blur_centre", f"sum(sum({image}[a][b], b), a)/count(kernel)**2", "Plain mean of the pixels")
        if w.has("sigma"):
            w.step("gaussian_1d[i]", "exp(-(i - 2)**2/(2*sigma**2))/sum(exp(-(j - 2)**2/(2*sigma**2)), j)",
                   "Normalized kernel in one dimension", "The kernel in two dimensions is its product with itself.")
            w.step("weights[i][j]", GAUSSIAN, "Weights", "They fall with the distance from the center.")
            w.step("total", "sum(sum(weights[i][j], j), i)", "Sum of the weights")
            w.step("kernel_2d[i][j]", "weights[i][j]/total", "Normalized kernel", "Its entries add to 1.")
            if w.has("patch"):
                w.step("blurred", f"sum(sum(kernel_2d[i][j]*{image}[i][j], j), i)", "Blurred pixel", "A weighted mean.")

    mistakes = (
        Mistake("not_normalised", "Divide by the sum of the weights.", when="kernel_sum != 1",
                blurred_centre="weighted_sum"),
        Mistake("divided_by_9", "Divide by the sum of the weights, not by the number of pixels.",
                when="kernel_sum != count(kernel)**2", blurred_centre="weighted_sum/count(kernel)**2"),
        Mistake("box_mean", "That is the plain mean: near pixels count more.",
                blurred_centre=either(lambda image: f"sum(sum({image}[a][b], b), a)/count(kernel)**2"),
                blurred=either(lambda image: f"sum(sum({image}[i][j], j), i)/9")),
        Mistake("centre_left_out", "The pixel itself counts too, most of all.", when="count(kernel) == 3",
                weighted_sum=either(lambda image: f"{SUM.format(image)} - kernel[2][2]*{image}[2][2]")),
        Mistake("corners_left_out", "The corners have weights too.", when="count(kernel) == 3", weighted_sum=either(
            lambda image: f"sum(sum(kernel[a][b]*{image}[a][b] if a == 2 or b == 2 else 0, b), a)")),
        Mistake("median_taken", "That is the pixel in the middle of the sorted ones: take the weighted mean.",
                when="count(kernel) == 3", blurred_centre=either(
                    lambda image: f"median(({', '.join(f'{image}[{a}][{b}]' for a, b in NINE)}))")),
        Mistake("renormalised", "Zeros outside the image count with their weights: divide by the sum of all weights.",
                when="border == 'zeros' and row > 0 and max(max(window[a][b], b), a) > 0", blurred_centre=INSIDE),
        Mistake("sigma_kernel_not_normalised", "Divide the weights by their sum.", blurred=either(
            lambda image: f"sum(sum(weights[i][j]*{image}[i][j], j), i)"), kernel_2d="weights[i][j]"),
        Mistake("sigma_not_squared", "The width enters squared.", when="sigma != 1",
                weights=f"exp(-{SQUARE}/(2*sigma))"),
        Mistake("two_forgotten", "The 2 of 2σ² is missing.", weights=f"exp(-{SQUARE}/sigma**2)"),
    )
    nudge = "A weighted mean: near pixels count more."
    stories = {
        "task == 'center'": (
            "Blur the center of {patch} with the kernel {kernel}, divided by the sum of its entries. What is the new "
            "value of the pixel?",
            "A noisy pixel lies in the middle of {patch}. Smooth it with the weights {kernel}, normalized.",
            "A scanner smooths every pixel by the weighted mean of its neighborhood, weights {kernel}. Around one "
            "pixel it reads {patch}.",
            "Before edges are sought, a photo is blurred with the binomial kernel {kernel}, normalized. What becomes "
            "of the pixel in the middle of {patch}?",
        ),
        "task == 'border'": (
            "Blur the pixel in row {row}, column {column} of the image {patch} with the kernel {kernel}, divided by "
            "the sum of its entries.",
            "The image {patch} is smoothed with the normalized kernel {kernel}. What becomes of the pixel in row "
            "{row}, column {column}?",
            "A small icon, {patch}, is blurred with the weights {kernel}, divided by their sum. Look at the pixel in "
            "row {row}, column {column}, at the border.",
            "At the border a kernel reaches over the image. Blur the pixel in row {row}, column {column} of {patch} "
            "with {kernel}, divided by the sum of its entries.",
        ),
        **{f"task == '{task}'": tuple(f"{scene} {WEIGHTS}" for scene in scenes) for task, scenes in {
            "kernel": ("Build the normalized 3×3 Gaussian kernel for σ = {sigma}.",
                       "A blur filter of 3×3 pixels has the width σ = {sigma}.",
                       "A camera app offers a soft focus of σ = {sigma}, with a normalized kernel of 3×3.",
                       "Sample the Gaussian of width σ = {sigma} on a 3×3 grid and normalize it."),
            "sigma": ("With the 3×3 Gaussian kernel of σ = {sigma}, normalized, compute the blurred center of {patch}.",
                      "A noisy pixel lies in the middle of {patch}. It is blurred by a 3×3 Gaussian, σ = {sigma}.",
                      "A telescope picture, {patch}, is smoothed by a 3×3 Gaussian of width σ = {sigma}. Look at the "
                      "pixel in the middle.",
                      "Augmentation blurs training pictures by a 3×3 Gaussian of width σ = {sigma}. What becomes of "
                      "the pixel in the middle of {patch}?")}.items()},
    }

    def solution_figure(self, v):
        if not (v.patch and v.kernel):
            return None
        top, left = (int(v.row) - 1, int(v.column) - 1) if v.row and v.column else (0, 0)
        image, height, width = v.padded or v.patch, len(v.kernel), len(v.kernel[0])
        alt = (f"The {'padded ' if v.padded else ''}image, with the pixels shaded on which the kernel beside it lies: "
               f"rows {top + 1} to {top + height}, columns {left + 1} to {left + width}.")
        return grids((("image", image, (top, left, height, width)), ("kernel", v.kernel, (0, 0, height, width))), alt)
