"""Output weights of an RBF network: a unit at each point, or fewer units and a bias by least squares."""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Matrix, Mistake, Number, Problem, Vector,
                               between, computed, made, oneof)

from . import _equations as equations
from ._gaussians import GAUSSIANS, gaussian

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))
WIDTHS = {"d2/gamma2": ", $gamma2$ = {gamma2}", "d2/(2 sigma2)": ", σ = {sigma}", "gamma d2": ", γ = {gamma}",
          "d2/2": ""}
SCENES = {
    "square": (
        "A surface must pass through the values {targets} at the points {centres}. A Gaussian unit sits at each point, "
        "without a bias; {rbf_exponent}{width}.",
        "Water levels of {targets} (in 10 cm) were read at {centres} (km). Interpolate with a Gaussian unit at each "
        "place and no bias; {rbf_exponent}{width}.",
        "An RBF network without bias has a unit at each of its training points {centres}; {rbf_exponent}{width}. It "
        "must give exactly the targets {targets}.",
        "Heights {targets} (in 100 m, from a base camp) were measured at {centres} (km). A network with a Gaussian "
        "unit at each place and no bias shall agree with them; {rbf_exponent}{width}."),
    "bias": (
        "Units at {centres} and a bias must give the targets {targets} at the points {x}; {rbf_exponent}{width}. Find "
        "$w_1$, $w_2$ and the bias by least squares.",
        "An RBF network has two Gaussian units, at {centres}, and a bias; {rbf_exponent}{width}. Fit its output to the "
        "values {targets} at {x} by least squares.",
        "At the corners {x} a plate has the temperatures {targets} (in 10 °C). Units at {centres} and a bias are "
        "fitted to them by least squares; {rbf_exponent}{width}.",
        "Two units, centers {centres}, and a bias are all that a network has. Which output weights come closest to the "
        "targets {targets} at {x}, in least squares? Here {rbf_exponent}{width}."),
}


class RbfWeights(Problem):
    title = "Output weights of an RBF network"

    task = Aside("square")
    units = Aside(3)
    spots = Aside(between(-2, 2), size=(computed("units"), 2))
    centres = Matrix("centers, one a row", draw=computed("spots"), series=True)
    x = Matrix("training points, one a row, where they are not the centers", entries="count(centres[1])", series=True,
               optional=True)
    targets = Vector("targets, one a point", draw=between(-2, 3), size=computed("units"), entries="count(x)",
                     series=True)
    bias = Choice("whether there is a bias", "no", "yes", draw="no", default="no")
    squared = Aside(oneof(1, 2, 4))
    gamma2 = Number("squared width", draw=computed("squared"), when="rbf_exponent == 'd2/gamma2'", above=0,
                    instead="sigma or gamma")
    sigma = Number("width", draw=oneof(0.7, 0.9, 1.2), when="rbf_exponent == 'd2/(2 sigma2)'", above=0)
    gamma = Number("steepness", draw=oneof(0.25, 0.5, 0.8), when="rbf_exponent == 'gamma d2'", above=0)
    fade = Aside(computed("1/gamma2 if rbf_exponent == 'd2/gamma2' else 1/2 if rbf_exponent == 'd2/2' else "
                          "1/(2*sigma**2) if rbf_exponent == 'd2/(2 sigma2)' else gamma"))
    condition = Aside(made(equations.gaussian_condition, "centres fade"))
    j, k = Index("centres"), Index(upto="count(d2)")

    rbf_exponent = Convention(*GAUSSIANS, says={
        name: f"a unit gives $phi == {text.replace('D', 'd2')}$ at the squared distance $d2$"
        for name, text in GAUSSIANS.items()})
    symbols = {"d2": "d^2", "Phi": r"\Phi", "normal_matrix": "N", "normal_side": "r", "fitted": "f",
               "targets": "t", "gamma2": r"\gamma^2", "centres": "c"}
    also = {"fitted": "output, outputs"}
    answers = "Phi w fitted"
    impossible = {"count(centres) + (1 if bias == 'yes' else 0) > count(targets)": "there are more weights than points"}
    accept = ("max(w) <= 20", "min(w) >= -20", "max(targets) > min(targets)", "condition < 50",
              "max(max(Phi[k][j] if k != j else 0, j), k) >= 0.05",
              "min(min(Phi[k][j], j), k) >= 0.001", "min(abs(w[j]), j) >= 0.05")
    corners = {"units": 4, "centres": CORNERS, "squared": oneof(1, 2)}
    two = {"x": CORNERS, "centres": ((0, 0), (1, 1)), "bias": "yes"}
    levels = {
        "easy": Level("Phi w", units=2),
        "medium": Level("Phi w"),
        "hard": (Level("Phi w", **corners),
                 Level("Phi w fitted", task="bias", **corners | two)),
    }

    def work(self, w):
        points = "x" if w.has("x") else "centres"
        w.procedure("d2", equations.distances, f"{points} centres", "Squared distances",
                    "A row for each point, a column for each center.")
        w.step("Phi[k][j]", {name: text.replace("D", "d2[k][j]") for name, text in GAUSSIANS.items()},
               "Design matrix $Phi$" + " without a column of ones"*(w.bias == "yes"),
               "What each unit gives at each point; 1 at its own center.", by="rbf_exponent")
        if not (w.has("x") or w.bias == "yes"):
            if w.count("centres") == 2:
                w.remark("Two equations", "With 1 on the diagonal of Φ, φ beside it, $w[1] + phi*w[2] == targets[1]$, "
                         "$phi*w[1] + w[2] == targets[2]$, so $w[1] == (targets[1] - phi*targets[2])/(1 - phi**2)$ and "
                         "$w[2] == (targets[2] - phi*targets[1])/(1 - phi**2)$.")
            w.procedure("w", equations.solved, "Phi targets", "Output weights", "They solve Φw = t, by elimination.")
            w.procedure("fitted", equations.output, "Phi w", "Output $fitted$ at the points",
                        "The check: Φw gives the targets.")
            return
        ways = equations.WITH_BIAS if w.bias == "yes" else equations.WITHOUT_BIAS
        w.procedure("normal_matrix", ways["matrix"], "Phi", "Matrix of the normal equations",
                    "The transpose of Φ times Φ" + " (with a last column of ones for the bias)"*(w.bias == "yes") + ".")
        w.procedure("normal_side", ways["side"], "Phi targets", "Right side of the normal equations",
                    "The transpose of Φ times the targets.")
        w.procedure("w", equations.solved, "normal_matrix normal_side",
                    "Output weights $w$" + " and, last, the bias"*(w.bias == "yes"),
                    "They solve the normal equations Nw = r, by elimination.")
        w.procedure("fitted", ways["output"], "Phi w", "Output $fitted$ at the points",
                    "As near to the targets as can be.")

    mistakes = (
        Mistake("distance_not_squared", "The exponent takes the squared distance; you put in the distance itself.",
                Phi=gaussian("sqrt(d2[k][j])")),
        Mistake("exponent_halved_again", "The width is as stated: there is no further 2 in the exponent.",
                when="rbf_exponent == 'd2/gamma2'", Phi="exp(-d2[k][j]/(2*gamma2))"),
        Mistake("diag_not_one(e^0=0)", "$exp(0)$ is 1, not 0: at its own center a unit gives 1.",
                Phi=tuple(f"{text} if d2[k][j] > 0 else 0" for text in gaussian("d2[k][j]"))),
        Mistake("w_equals_targets", "The units overlap: the weights are not the targets, but solve Φw = t.",
                when="bias == 'no'", w=equations.targets_taken),
        Mistake("w_equals_Phi_t", "That is Φ times the targets: solve Φw = t for w instead.", when="bias == 'no'",
                w=equations.times),
    )
    nudge = "Write one equation for each training point."
    stories = {f"task == '{task}' and rbf_exponent == '{name}'":
               tuple(scene.replace("{width}", width) for scene in scenes)
               for task, scenes in SCENES.items() for name, width in WIDTHS.items()}

    def solution_figure(self, v):
        from .._figures import triangular

        rows, right = (v.Phi, v.targets) if v.normal_matrix is None else (v.normal_matrix, v.normal_side)
        return triangular(equations.eliminated(rows, right)) if len(rows) > 2 else None
