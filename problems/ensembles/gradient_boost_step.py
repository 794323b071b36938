"""Gradient boosting with stumps and squared loss: start at the mean, fit the residuals, add a part of the fit."""

from quizgen.authoring import Aside, Index, Level, Mistake, Number, Problem, Vector, between, computed, made, oneof
from quizgen.errors import InputError

LEFT, RIGHT = ("sum(residuals[i] if x[i] {0} {1} else 0, i)/sum(1 if x[i] {0} {1} else 0, i)".format(sign, "{0}")
               for sign in ("<", ">="))
LEAF, LEAVES = (f"(left_leaf if x[i] < {split} else right_leaf)" for split in ("stump_split", "splits"))


def fitted(x, left, values):
    """The means of some values on the left, which are the first so many, and on the right."""
    return sum(values[:left])/left, sum(values[left:])/(len(x) - left)


def error(x, left, values):
    """The squared error that is left by the stump whose left side are the first so many points."""
    low, high = fitted(x, left, values)
    return sum((value - (low if k < left else high))**2 for k, value in enumerate(values))


def best(x, values):
    """The best number of points on the left, and by how much it is better than the next one, as a part of that."""
    errors = sorted((error(x, left, values), left) for left in range(1, len(x)))
    return errors[0][1], (errors[1][0] - errors[0][0])/(errors[1][0] or 1)


def splits(x, y, rate, rounds):
    """The best splits of so many rounds, half-way between points. ValueError where one is not clearly the best."""
    found, values = [], [value - sum(y)/len(y) for value in y]
    for _ in range(rounds):
        left, margin = best(x, values)
        if margin <= 0.1:
            raise ValueError("two splits are nearly as good")
        found.append((x[left - 1] + x[left])/2)
        low, high = fitted(x, left, values)
        values = [value - rate*(low if k < left else high) for k, value in enumerate(values)]
    return found


class GradientBoostStep(Problem):
    title = "A step of gradient boosting"

    task, size, rounds = Aside("start"), Aside(between(4, 6)), Aside(1)
    places = Aside(between(1, 12, distinct=True), size=computed("size"))
    x = Vector("inputs", draw=made(sorted, "places"), fewest=2)
    y = Vector("targets", draw=between(1, 20), size=computed("size"), entries="count(x)")
    learning_rate = Number("learning rate", draw=oneof(0.1, 0.2, 0.3, 0.5), above=0, optional=True)
    found = Aside(made(splits, "x y learning_rate rounds"))
    stump_split = Number("split of the stump", draw=computed("found[1]"), optional=True)
    splits = Vector("splits of the stumps, one a round", optional=True)
    i, k = Index("x"), Index("found")

    symbols = {"F0": "F_0", "residuals": "r", "left_leaf": "L", "right_leaf": "R", "F1": "F_1", "learning_rate": r"\nu",
               "new_residuals": "r'", "sse_before": "E_0", "sse_after": "E_1", "stump_split": "s", "splits": "s",
               "F_new": "F'"}
    also = {"F0": "start, start value", "left_leaf": "left, gamma_left", "right_leaf": "right, gamma_right",
            "F1": "update, new prediction", "F_new": "F, F1, F2, F3, F4, F5, update"}
    answers = "F0 residuals left_leaf right_leaf F1 new_residuals sse_before sse_after F_new"
    accept = ("task == 'start' or min(abs(left_leaf), abs(right_leaf)) >= 0.2", "max(y) - min(y) >= 3", *(
        f"abs(learning_rate*sum(1 if x[i] {side} found[1] else 0, i) - 1) > 0.01" for side in ("<", ">=")))
    impossible = {"stump_split <= min(x) or stump_split > max(x)": "the split leaves one side without a point"}
    levels = {
        "easy": Level("F0 residuals", learning_rate=None, found=None, stump_split=None),
        "medium": Level("left_leaf right_leaf F1", task="step"),
        "hard": (Level("F_new", task="two", rounds=2, stump_split=None, splits=computed("found[k]", "k"),
                       size=between(4, 5)),
                 Level("F1 sse_before sse_after", task="errors")),
    }

    def work(self, w):
        w.step("F0", "sum(y[i], i)/count(y)", "Start value", "The constant with the least squared error is the mean.")
        if w.has("splits"):
            if w.holds("min(splits) <= min(x) or max(splits) > max(x)"):
                raise InputError("splits: a split leaves one side without a point")
            for number in w.rounds("splits", "Round", each=True, F="F_new"):
                before = "F0" if number == 1 else "F[i]"
                self.fit(w, before, "splits")
                w.step("F_new[i]", f"{before} + learning_rate*{LEAVES}", "New predictions",
                       "A part of the fit is added.")
            return
        self.fit(w, "F0", "stump_split")
        w.step("F1[i]", f"F0 + learning_rate*{LEAF}", "New predictions", "A part of the fit is added.")
        w.step("new_residuals[i]", "y[i] - F1[i]", "New residuals")
        w.step("sse_before", "sum(residuals[i]**2, i)", "Squared error $sse_before$ before the step")
        w.step("sse_after", "sum(new_residuals[i]**2, i)", "Squared error $sse_after$ after the step")

    def fit(self, w, before, split):
        """Residuals, and the leaves of the stump that is fitted to them."""
        w.step("residuals[i]", f"y[i] - {before}", "Residuals", "What is left to explain.")
        w.step("left_leaf", LEFT.format(split), "Left leaf", "The mean residual left of the split.")
        w.step("right_leaf", RIGHT.format(split), "Right leaf", "The mean residual at the split and right of it.")

    mistakes = (
        Mistake("learning_rate_forgotten", "Only a part of the fit is added: times the learning rate.",
                F1=f"F0 + {LEAF}", F_new=(f"F[i] + {LEAVES}", f"F0 + {LEAVES}")),
        Mistake("residual_sign", "The fit is added, so that the residuals shrink.", F1=f"F0 - learning_rate*{LEAF}",
                F_new=(f"F[i] - learning_rate*{LEAVES}", f"F0 - learning_rate*{LEAVES}")),
        Mistake("leaves_fit_to_y", "The stump is fitted to the residuals, not to y.",
                left_leaf=LEFT.format("stump_split").replace("residuals", "y"),
                right_leaf=RIGHT.format("stump_split").replace("residuals", "y")),
        Mistake("F0_forgotten", "The fit is added to the start value.", F1=f"learning_rate*{LEAF}"),
        Mistake("started_anew", "The fit is added to the predictions of the round before, not to the start value.",
                "count(F) > 0", F_new=f"F0 + learning_rate*{LEAVES}"),
        Mistake("leaf_sum_for_mean", "A leaf is the mean of its residuals, not their sum.",
                left_leaf=tuple(LEFT.format(split).partition("/")[0] for split in ("stump_split", "splits")),
                right_leaf=tuple(RIGHT.format(split).partition("/")[0] for split in ("stump_split", "splits"))),
        Mistake("residual_turned", "A residual is target minus prediction.", when="task == 'start'",
                residuals="F0 - y[i]"),
        Mistake("started_at_the_median", "The squared error is least at the mean.", when="abs(median(y) - F0) > 0.01",
                F0="median(y)"),
    )
    nudge = "Fit what is left over: residuals first, then their means on both sides of the split."
    stories = {
        "task == 'start'": (
            "Boosting with squared loss starts from the mean of y = {y} (x = {x}). Give {ask}.",
            "Boosting (squared loss) predicts a constant first. What is it for y = {y} at x = {x}, and what is left?",
            "Boosting is to learn y = {y} at x = {x} with the loss ½(y − F)². Find its start and what is left over.",
            "Before a stump is fitted to y = {y} at x = {x} (squared loss), what does boosting predict, how far off?",
        ),
        "task == 'step'": (
            "A stump with the split x < {stump_split} is fitted to the residuals of y = {y} at x = {x}, starting from "
            "the mean; the learning rate is {learning_rate}. Predict at every x: give {ask}.",
            "Boosting (squared loss) of prices y = {y} at sizes x = {x} starts at the mean; stump 1 splits at x < "
            "{stump_split}, the learning rate is {learning_rate}.",
            "Do one step of gradient boosting (squared loss, start at the mean): x = {x}, y = {y}, split x < "
            "{stump_split}, learning rate {learning_rate}.",
            "Yields y = {y} for doses x = {x}: the mean is boosted by a stump that asks whether x < {stump_split}, "
            "with the learning rate {learning_rate}.",
        ),
        "task == 'two'": (
            "Do two rounds of gradient boosting on x = {x}, y = {y}: splits x < {splits}, learning rate "
            "{learning_rate}, squared loss, start at the mean. Predict at every x: give {ask}.",
            "Boosted stumps learn y = {y} at x = {x}, starting from the mean (squared loss, learning rate "
            "{learning_rate}). They split at {splits}, one after the other.",
            "From the mean of y = {y} (x = {x}) on, fit two stumps to what is left over, with the splits x < {splits} "
            "and the learning rate {learning_rate} (squared loss).",
            "Two stumps, x < s with s = {splits} in turn, boost the mean of y = {y} at x = {x} (squared loss, learning "
            "rate {learning_rate}).",
        ),
        "task == 'errors'": (
            "How much does a stump help? x = {x}, y = {y}, start at the mean, split x < {stump_split}, learning rate "
            "{learning_rate}, squared loss.",
            "Boosting with squared loss on x = {x}, y = {y}: from the mean, one step with the split x < {stump_split} "
            "and the learning rate {learning_rate}. Compare the sums of squared errors.",
            "Prices y = {y} at sizes x = {x} are predicted by their mean, then by one more stump (x < {stump_split}, "
            "learning rate {learning_rate}). Compare the summed squared errors.",
            "Boost the mean of y = {y} at x = {x} by a stump (squared loss): x < {stump_split}, rate {learning_rate}.",
        ),
    }
