"""What problems of gradient descent share."""

from quizgen.authoring import Convention

ERROR_HALF = Convention("yes", "no", says={"yes": "the error of an output is $1/2*(t - y)**2$",
                                           "no": "the error of an output is $(t - y)**2$, without ½"})
UPDATE_ORDER = Convention("simultaneous", "sequential", says={
    "simultaneous": "every derivative takes the old weights",
    "sequential": "output weights are updated first, and the error goes back through the new ones"})
BIAS_UPDATE = Convention("off", "per-unit", "shared", says={
    "off": "the biases are kept", "per-unit": "each unit's own bias is updated as well",
    "shared": "the bias that a layer shares is updated as well"})
DELTA_SIGN = Convention("y-t", "t-y", says={"y-t": "δ has the factor $y - t$", "t-y": "δ has the factor $t - y$"})


def squared_error(w, name, target, output, title, why=""):
    """Lays down the squared error of one output, halved or not by the convention `error_half`."""
    off = f"({target} - {output})**2"
    w.step(name, {"yes": f"1/2*{off}", "no": off}, title, why, by="error_half", places=6)


def descend(w, names):
    """Lays down one step of gradient descent on each of some weights and biases."""
    for name in names:
        w.step(f"{name}_new", f"{name} - eta*dE_d{name}", f"New ${name}$", places=6)
