"""A round of AdaBoost: the stump's weighted error, its weight, and the new weights of the points."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Problem, Text, Vector, Whole, between,
                               computed, made)
from quizgen.errors import InputError

from .._shares import shares

SHARE = "{0}/(misjudged*{0} + (n - misjudged)*{1})"
ALPHA = {"half-log": "1/2*ln((1 - {0})/{0})", "samme": "ln((1 - {0})/{0})"}
SCENES = (
    "{n} seedlings weigh the same. A stump errs on {misclassified_indices} (counted from 0).",
    "AdaBoost starts with {n} points of equal weight. Stump 1 errs on {misclassified_indices} (counted from 0).",
    "Of {n} equally weighted mails, counted from 0, a stump misjudges {misclassified_indices}.",
    "{n} loans weigh the same. The stump 'income below 2000' errs on {misclassified_indices} (counted from 0).",
)
TASKS = {
    "equal": "How far off is it, and how much does it count?",
    "new": "What does a misjudged point weigh in the next round, and what does another one? All weights add up to 1.",
    "second": "The weights are changed and made to add up to 1; then stump 2 errs on {round2_misclassified_indices}.",
}


def how_many(indices, n):
    """How many points are misjudged. ValueError where they cannot be."""
    if max(indices) >= n:
        raise ValueError(f"point {max(indices)} does not exist: the points are numbered from 0 to {n - 1}")
    if len(set(indices)) < len(indices):
        raise ValueError("a point is named twice")
    if len(indices) == n:
        raise ValueError("all points are misjudged: the stump's weight would be infinite")
    return len(indices)


def flags(indices, points):
    """1 for each misjudged point, 0 for the others; of the points their number is given, or their weights."""
    n = len(points) if isinstance(points, list) else points
    return [int(how_many(indices, n) and k in indices) for k in range(n)]


class AdaboostRound(Problem):
    title = "A round of AdaBoost"

    task, size, wrong = Aside("equal"), Aside(between(5, 20)), Aside(between(1, 9))
    drawn = Aside(between(0, "size - 1", distinct=True), size=computed("wrong"))
    n = Whole("number of points", draw=computed("size"), least=2, most=10**4, instead="w")
    weights = Text("weights before the round: uniform", optional=True)
    parts, cuts, second = Aside(20), Aside(None, size=computed("size - 1")), Aside(None, size=2)
    w = Vector("weights of the points", above=0, below=1, optional=True)
    misclassified_indices = Matrix("numbers of the misjudged points, from 0, those of a round in a row", flat=True,
                                   ragged=True, draw=made(sorted, "drawn"), whole=True, least=0, series=True)
    round2_misclassified_indices = Vector("numbers of those misjudged in round 2", whole=True, least=0, series=True,
                                          optional=True)
    i = Index("flags")

    adaboost_alpha = Convention("half-log", "samme", says={
        "half-log": "a stump's weight is $alpha == 1/2*ln((1 - error)/error)$, and points are multiplied by exp(±α)",
        "samme": "a stump's weight is $alpha == ln((1 - error)/error)$, misjudged points are multiplied by exp(α)"})
    symbols = {"error": r"\epsilon", "alpha": r"\alpha", "factor_wrong": "a", "factor_right": "b",
               "new_weight_wrong": "w'", "new_weight_right": "v'", "misclassified_indices": "m", "misjudged": "k",
               "round2_misclassified_indices": "m_2", "round2_error": r"\epsilon_2", "round2_alpha": r"\alpha_2",
               "wrong_again": "c", "misjudged2": "k_2", "raw": "u", "flags": "f", "new_weights": "w'"}
    also = {"error": "weighted error, eps, e", "alpha": "stage weight", "Z": "sum", "new_weights": "w_new, weights",
            "round2_error": "eps2, e2", "new_weight_wrong": "w_wrong, wrong",
            "new_weight_right": "w_right, right"}
    answers = "error alpha new_weight_wrong new_weight_right new_weights round2_error round2_alpha"
    impossible = {"abs(sum(w) - 1) > 0.001": "the weights of the points do not add up to 1",
                  "n != count(w)": "n: there is one weight in w for each point",
                  "weights[1] != 'uniform'": "the weights are uniform, or given by w"}
    accept = ("error >= 0.05", "error <= 0.45", "round2_error >= 0.05", "round2_error <= 0.45")
    levels = {
        "easy": Level("error alpha", wrong=between(1, 6)),
        "medium": Level("alpha new_weight_wrong new_weight_right", task="new"),
        "hard": (Level("error alpha new_weights", task="unequal", size=between(5, 8), wrong=between(1, 3), n=None,
                       cuts=between(1, 19, distinct=True), w=made(shares, "cuts parts")),
                 Level("round2_error round2_alpha", task="second", second=between(0, "size - 1", distinct=True),
                       round2_misclassified_indices=made(sorted, "second"))),
    }

    def work(self, w):
        if w.has("w") or w.count("misclassified_indices", of_row=True):
            self.every_weight(w)
            return
        w.procedure("misjudged", how_many, "misclassified_indices n", "Number of misjudged points", places=0)
        w.step("error", "misjudged/n", "Weighted error", "Each point has the weight 1/n.")
        self.factors(w)
        w.step("Z", "(misjudged*factor_wrong + (n - misjudged)*factor_right)/n",
               "Sum of the weights before they are divided")
        w.step("new_weight_wrong", "factor_wrong/(n*Z)", "New weight $new_weight_wrong$ of a misjudged point",
               "Divided by the sum, all weights add up to 1.")
        w.step("new_weight_right", "factor_right/(n*Z)", "New weight $new_weight_right$ of a rightly judged point")
        w.procedure("wrong_again", lambda first, second: len({*first} & {*second}),
                    "misclassified_indices round2_misclassified_indices", "Points misjudged in both rounds", places=0)
        w.procedure("misjudged2", how_many, "round2_misclassified_indices n", "Points misjudged in round 2", places=0)
        w.step("round2_error", "wrong_again*new_weight_wrong + (misjudged2 - wrong_again)*new_weight_right",
               "Weighted error $round2_error$ of round 2", "Those misjudged before weigh more.")
        w.step("round2_alpha", {name: text.format("round2_error") for name, text in ALPHA.items()},
               "Weight $round2_alpha$ of the second stump", by="adaboost_alpha")

    def factors(self, w):
        w.step("alpha", {name: text.format("error") for name, text in ALPHA.items()}, "Weight $alpha$ of the stump",
               "The better the stump, the larger.", by="adaboost_alpha")
        w.step("factor_wrong", "exp(alpha)", "Factor of misjudged points", "They gain weight.")
        w.step("factor_right", {"half-log": "exp(-alpha)", "samme": "1"}, "Factor of the others", by="adaboost_alpha")

    def every_weight(self, w):
        if w.has("round2_misclassified_indices"):
            raise InputError("round2_misclassified_indices: give each round a row of misclassified_indices instead")
        for place in w.rounds("misclassified_indices", "Round", w="new_weights"):
            weight = "w[i]" if w.has("w") or place > 1 else "1/n"
            w.procedure("flags", flags, f"misclassified_indices {'w' if w.has('w') else 'n'}", "Misjudged points",
                        "1 where misjudged; point 0 stands first.", places=0, marks=(0, 0))
            w.step("error", f"sum({weight} if flags[i] == 1 else 0, i)", "Weighted error",
                   "The weights of the misjudged points.")
            self.factors(w)
            w.step("raw[i]", f"{weight}*factor_wrong if flags[i] == 1 else {weight}*factor_right",
                   "Weights before they are divided")
            w.step("Z", "sum(raw[i], i)", "Their sum")
            w.step("new_weights[i]", "raw[i]/Z", "New weights", "They add up to 1.")

    mistakes = (
        Mistake("alpha_without_half", "The factor ½ is missing.", when="adaboost_alpha == 'half-log'",
                alpha="ln((1 - error)/error)"),
        Mistake("log10", "The logarithm is natural.", "adaboost_alpha == 'half-log'",
                alpha="ln(1/error - 1)/(2*ln(10))"),
        Mistake("ratio_inverted", "(1 − ε) stands above: a good stump has a positive weight.",
                alpha="ln(error/(1 - error))*(1/2 if adaboost_alpha == 'half-log' else 1)"),
        Mistake("signs_swapped_wrong", "Misjudged points gain weight: exp(α) is theirs.",
                new_weight_wrong=SHARE.format("factor_right", "factor_wrong"),
                new_weight_right=SHARE.format("factor_wrong", "factor_right")),
        Mistake("not_normalised_wrong", "Divide by the sum of all weights, so that they add up to 1.",
                new_weight_wrong="factor_wrong/n", new_weights="raw[i]"),
        Mistake("round2_error_counted_unweighted", "In round 2 the points no longer weigh the same.",
                round2_error="misjudged2/n"),
        Mistake("error_counted_unweighted", "The points do not weigh the same: add the weights of the misjudged ones.",
                error="sum(flags[i], i)/count(flags)"),
    )
    nudge = "Add the weights of the misjudged points; these gain weight, and all weights add up to 1 again."
    stories = {f"task == '{task}'": tuple(f"{scene} {what}" for scene in SCENES) for task, what in TASKS.items()}
    stories["task == 'unequal'"] = (
        "Points have the weights {w}; the next stump errs on {misclassified_indices} (counted from 0). The new weights "
        "add up to 1.",
        "In a later round of AdaBoost loans weigh {w}. A stump errs on {misclassified_indices} (counted from 0). "
        "Reweight them; all weights add up to 1.",
        "Mails have the weights {w}; a stump misjudges {misclassified_indices} (counted from 0). What do they weigh in "
        "the next round? All weights add up to 1.",
        "Seedlings weigh {w} when a stump errs on {misclassified_indices} (counted from 0). Find the weights of the "
        "next round, which add up to 1.",
    )
