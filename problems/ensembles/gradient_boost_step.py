"""Gradient boosting with stumps and squared loss: start at the mean, fit the residuals, add a part of the fit."""

from quizgen.authoring import Aside, Index, Level, Mistake, Number, Problem, Vector, between, computed, made, oneof

LEFT, RIGHT = ("sum(residuals[i] if x[i] {0} {1} else 0, i)/sum(1 if x[i] {0} {1} else 0, i)".format(sign, "{0}")
               for sign in ("<", ">="))


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
    """The best splits of so many rounds, half-way between points; none where one is not clearly the best."""
    found, values = [], [value - sum(y)/len(y) for value in y]
    for _ in range(rounds):
        left, margin = best(x, values)
        found.append((x[left - 1] + x[left])/2 if margin > 0.1 else 0)
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
    i = Index("x")

    symbols = {"F0": "F_0", "residuals": "r", "left_leaf": "l", "right_leaf": "g", "F1": "F_1", "learning_rate": r"\nu",
               "new_residuals": "r'", "sse_before": "E_0", "sse_after": "E_1", "stump_split": "s", "splits": "s",
               "F": "F",
               "F_new": "F'"}
    also = {"F0": "start, start value", "left_leaf": "left", "right_leaf": "right", "F1": "update, new prediction",
            "F_new": "F1, F2, update"}
    answers = "F0 residuals left_leaf right_leaf F1 new_residuals sse_before sse_after F_new"
    accept = ("min(found) > 0", "task == 'start' or min(abs(left_leaf), abs(right_leaf)) >= 0.2",
              "max(y) - min(y) >= 3", "abs(learning_rate*sum(1 if x[i] < found[1] else 0, i) - 1) > 0.01",
              "abs(learning_rate*sum(1 if x[i] >= found[1] else 0, i) - 1) > 0.01")
    impossible = {"stump_split <= min(x) or stump_split > max(x)": "the split leaves one side without a point"}
    levels = {
        "easy": Level("F0 residuals", learning_rate=None, found=None, stump_split=None),
        "medium": Level("left_leaf right_leaf F1", task="step"),
        "hard": (Level("F_new", task="two", rounds=2, stump_split=None, splits=computed("found[k]", "k"),
                       size=between(4, 5)),
                 Level("F1 sse_before sse_after", task="errors")),
    }
    k = Index("found")

    def work(self, w):
        w.step("F0", "sum(y[i], i)/count(y)", "Start value", "The constant with the least squared error is the mean.")
        if w.has("splits"):
            for number in w.rounds("splits", "Round", each=True, F="F_new"):
                before = "F0" if number == 1 else "F[i]"
                self.fit(w, before, "splits")
                w.step("F_new[i]", f"{before} + learning_rate*(left_leaf if x[i] < splits else right_leaf)",
                       "New predictions", "A part of the fit is added.")
            return
        self.fit(w, "F0", "stump_split")
        w.step("F1[i]", "F0 + learning_rate*(left_leaf if x[i] < stump_split else right_leaf)", "New predictions",
               "A part of the fit is added.")
        w.step("new_residuals[i]", "y[i] - F1[i]", "New residuals")
        w.step("sse_before", "sum(residuals[i]**2, i)", "Squared error before the step")
        w.step("sse_after", "sum(new_residuals[i]**2, i)", "Squared error after the step", "It has become smaller.")

    def fit(self, w, before, split):
        """Residuals, and the leaves of the stump that is fitted to them."""
        w.step("residuals[i]", f"y[i] - {before}", "Residuals", "What is left to explain.")
        w.step("left_leaf", LEFT.format(split), "Left leaf", "The mean residual left of the split.")
        w.step("right_leaf", RIGHT.format(split), "Right leaf", "The mean residual at the split and right of it.")

    leaf = "(left_leaf if x[i] < stump_split else right_leaf)"
    mistakes = (
        Mistake("learning_rate_forgotten", "Only a part of the fit is added: times the learning rate.",
                F1=f"F0 + {leaf}"),
        Mistake("residual_sign", "The fit is added, so that the residuals shrink.", F1=f"F0 - learning_rate*{leaf}"),
        Mistake("leaves_fit_to_y", "The stump is fitted to the residuals, not to y.",
                left_leaf=LEFT.format("stump_split").replace("residuals", "y"),
                right_leaf=RIGHT.format("stump_split").replace("residuals", "y")),
        Mistake("F0_forgotten", "The fit is added to the start value.", F1=f"learning_rate*{leaf}"),
        Mistake("leaf_sum_for_mean", "A leaf is the mean of its residuals, not their sum.",
                left_leaf=LEFT.format("stump_split").partition("/")[0],
                right_leaf=RIGHT.format("stump_split").partition("/")[0]),
        Mistake("residual_turned", "A residual is target minus prediction.", when="task == 'start'",
                residuals="F0 - y[i]"),
        Mistake("started_at_the_median", "The squared error is least at the mean.", when="abs(median(y) - F0) > 0.01",
                F0="median(y)"),
    )
    nudge = "Fit what is left over: residuals first, then their means on both sides of the split."
    stories = {
        "task == 'start'": (
            "Boosting with squared loss starts from the mean of y = {y} (x = {x}). Give {ask}.",
            "The first prediction of gradient boosting (squared loss) for the prices y = {y} is a constant. Which, and "
            "what is left over? The sizes are x = {x}.",
            "Gradient boosting is to learn y = {y} at x = {x} with the loss ½(y − F)². Find its start and what the "
            "first stump is fitted to.",
            "Before any stump is fitted to y = {y} at x = {x} (squared loss): what does boosting predict, and by how "
            "much is it off?",
        ),
        "task == 'step'": (
            "A stump with the split x < {stump_split} is fitted to the residuals of y = {y} at x = {x}, starting from "
            "the mean; the learning rate is {learning_rate}. Give {ask}, the predictions at every x.",
            "Prices y = {y} at sizes x = {x}. Boosting with squared loss starts at the mean; its first stump splits at "
            "x < {stump_split}, the learning rate is {learning_rate}.",
            "Do one step of gradient boosting (squared loss, start at the mean): x = {x}, y = {y}, split x < "
            "{stump_split}, learning rate {learning_rate}.",
            "Yields y = {y} for doses x = {x}: the first stump of a boosted model asks whether x < {stump_split}. With "
            "the learning rate {learning_rate} and the mean as a start, what does the model now predict?",
        ),
        "task == 'two'": (
            "Two rounds on x = {x}, y = {y}: splits x < {splits}, learning rate {learning_rate}, squared loss, start "
            "at the mean. Give {ask}, at every x.",
            "Boosted stumps learn y = {y} at x = {x} from the mean on (squared loss, learning rate {learning_rate}). "
            "They split at {splits}, one after the other.",
            "Starting from the mean of y = {y} (x = {x}), fit two stumps to what is left over, with the splits "
            "{splits} and the learning rate {learning_rate} (squared loss).",
            "A boosted model has two stumps, x < s with s = {splits} in turn, and the learning rate {learning_rate}. "
            "It was trained on x = {x}, y = {y} with squared loss, from the mean on.",
        ),
        "task == 'errors'": (
            "How much does one stump help? x = {x}, y = {y}, start at the mean, split x < {stump_split}, learning rate "
            "{learning_rate}, squared loss. Give {ask}.",
            "Boosting with squared loss on x = {x}, y = {y}: from the mean, one step with the split x < {stump_split} "
            "and the learning rate {learning_rate}. Compare the sums of squared errors.",
            "Prices y = {y} at sizes x = {x} are predicted by their mean, then by one more stump (x < {stump_split}, "
            "learning rate {learning_rate}). By how much does the summed squared error fall?",
            "One step of gradient boosting from the mean: x = {x}, y = {y}, split x < {stump_split}, learning rate "
            "{learning_rate}. Find the new predictions, and the summed squared errors before and after.",
        ),
    }
