"""One Gaussian unit: the squared distance of an input from its center, and how strongly it answers."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               oneof)

from ._gaussians import GAUSSIANS as OF_SQUARED_WIDTH
from ._gaussians import gaussian

GAUSSIANS = OF_SQUARED_WIDTH | {"d2/gamma2": "exp(-D/gamma**2)"}


WIDTHS = {"d2/gamma2": " and the width γ = {gamma}", "d2/(2 sigma2)": " and the width σ = {sigma}",
          "gamma d2": " and the steepness γ = {gamma}", "d2/2": ""}
SCENES = (
    "A Gaussian unit has the center c = {c}{width}; {rbf_exponent}. What does it give for x = {x}?",
    "A prototype {thing} sits at {c} in feature space, a new one at {x}. A Gaussian unit with the center c = "
    "{c}{width} compares them; {rbf_exponent}.",
    "The input x = {x} meets a radial basis function with the center c = {c}{width}; {rbf_exponent}.",
    "A hidden unit watches for {thing}s. It has the center c = {c}{width}, and {rbf_exponent}. Now comes x = {x}.")
COMPARED = (
    "Two textbooks define the Gaussian unit. In one {rbf_exponent}; in the other {other}. The input is x = {x}, the "
    "center c = {c}, and γ = σ = {gamma}.",
    "A unit with the center c = {c} is programmed twice. In one program {rbf_exponent}, with γ = {gamma}; in the "
    "other {other}, with σ = {gamma}. Both are shown x = {x}.",
    "The prototype of a bird call sits at c = {c}, a new call at x = {x}. In one package {rbf_exponent}, in another "
    "{other}; γ and σ are both {gamma}.",
    "Does the convention matter? Compare, for γ = σ = {gamma}, the center c = {c} and the input x = {x}, a unit in "
    "which {rbf_exponent} with one in which {other}.")


def told(scenes, **words):
    """The scenes with some words put in."""
    for name, word in words.items():
        scenes = [scene.replace(f"{{{name}}}", word) for scene in scenes]
    return tuple(scenes)


class RbfActivation(Problem):
    title = "Gaussian RBF unit"

    task = Aside("plane")
    entries = Aside(2)
    place, center = (Aside(between(-3, 4), size=computed("entries")) for _ in range(2))
    x = Vector("input", draw=computed("place"), series=True)
    c = Vector("center", draw=computed("center"), entries="count(x)", series=True)
    wide, steep = Aside(oneof(1.4, 1.5, 1.8, 2.5, 3)), Aside(oneof(0.05, 0.1, 0.2, 0.25, 0.5))
    gamma = Number("width, or steepness", draw=computed("steep if rbf_exponent == 'gamma d2' else wide"), above=0,
                   when="rbf_exponent == 'd2/gamma2' or rbf_exponent == 'gamma d2'")
    sigma = Number("width", draw=computed("wide"), when="rbf_exponent == 'd2/(2 sigma2)'", above=0)
    i = Index("x")

    rbf_exponent = Convention(*GAUSSIANS, says={
        name: f"the unit gives $h == {text.replace('D', 'd2')}$ at the squared distance $d2$"
        for name, text in GAUSSIANS.items()})
    symbols = {"d2": "d^2", "diff": "v", "h_sigma_convention": r"h_{\sigma}"}
    also = {"diff": "x - c, difference", "h_sigma_convention": "h2, second activation"}
    answers = "d2 h"
    accept = ("0.01 < h", "h < 0.95", "abs(d2 - 1) >= 0.1", "h_sigma_convention < 0.95")
    levels = {
        "easy": Level("d2 h", task="line", entries=1, place=between(-3, 4, 0.1), center=between(-3, 4, 0.1)),
        "medium": Level("d2 h"),
        "hard": Level("h h_sigma_convention", task="compare", entries=3),
    }

    def work(self, w):
        w.step("diff[i]", "x[i] - c[i]", "Difference", "Input minus center.", places=2)
        w.step("d2", "sum(diff[i]**2, i)", "Squared distance", "All that matters to the unit.")
        w.step("h", {name: text.replace("D", "d2") for name, text in GAUSSIANS.items()}, "Activation",
               "1 at the center, less the farther the input lies.", by="rbf_exponent")
        if w.rbf_exponent == "d2/gamma2":
            w.step("h_sigma_convention", "exp(-d2/(2*gamma**2))", "Activation $h_sigma_convention$ by the other rule",
                   "Twice the divisor: the unit is wider.")

    mistakes = (
        Mistake("distance_not_squared", "The exponent takes the squared distance; you put in the distance itself.",
                h=gaussian("sqrt(d2)", GAUSSIANS), h_sigma_convention="exp(-sqrt(d2)/(2*gamma**2))"),
        Mistake("gamma_not_squared", "The width is squared in the exponent.", when="rbf_exponent == 'd2/gamma2'",
                h="exp(-d2/gamma)", h_sigma_convention="exp(-d2/(2*gamma))"),
        Mistake("sigma_not_squared", "The width is squared in the exponent.", when="rbf_exponent == 'd2/(2 sigma2)'",
                h="exp(-d2/(2*sigma))"),
        Mistake("sum_before_square", "Square each difference first, then add.", when="count(x) > 1",
                d2="sum(diff[i], i)**2"),
        Mistake("absolute_differences", "Square the differences; you added their sizes.",
                d2="sum(abs(diff[i]), i)"),
        Mistake("sign_lost", "The exponent is negative: far away the unit gives less, never more than 1.",
                h=gaussian("(-d2)", GAUSSIANS), h_sigma_convention="exp(d2/(2*gamma**2))"),
        Mistake("e^-0=0", "$exp(0)$ is 1, not 0: at its center the unit gives 1.", when="d2 == 0", h="0"),
        Mistake("two_forgotten", "That is the first textbook's value: this one divides by twice the square.",
                h_sigma_convention="h"),
    )
    nudge = "Only the distance from the center matters."
    other = "it gives $h_sigma_convention == exp(-d2/(2*sigma**2))$"
    stories = {
        **{f"task == 'line' and rbf_exponent == '{name}'": told(SCENES, width=width, thing="tone")
           for name, width in WIDTHS.items()},
        **{f"(task == 'plane' or task == 'compare' and rbf_exponent != 'd2/gamma2') and rbf_exponent == '{name}'":
           told(SCENES, width=width, thing="bird call", x="({x})", c="({c})") for name, width in WIDTHS.items()},
        "task == 'compare' and rbf_exponent == 'd2/gamma2'": told(COMPARED, other=other, x="({x})", c="({c})"),
    }
