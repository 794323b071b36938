"""A round of AdaBoost: the stump's weighted error, its weight, and the new weights of the points."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Problem, Text, Vector, Whole, between,
                               computed, made)

from .._shares import shares

SHARE = "{0}/(misjudged*{0} + (n - misjudged)*{1})"


def again(first, second):
    """How many points are misjudged in both rounds."""
    return len({*first} & {*second})


def flags(indices, weights):
    """1 for each misjudged point, 0 for the others."""
    return [int(k in indices) for k in range(len(weights))]


class AdaboostRound(Problem):
    title = "A round of AdaBoost"

    task, size, wrong = Aside("equal"), Aside(between(5, 20)), Aside(between(1, 9))
    drawn = Aside(between(0, "size - 1", distinct=True), size=computed("wrong"))
    n = Whole("number of points", draw=computed("size"), least=2, most=10**4, instead="w")
    weights = Text("weights before the round: uniform", optional=True)
    parts, cuts, second = Aside(20), Aside(None, size=computed("size - 1")), Aside(None, size=2)
    w = Vector("weights of the points", above=0, below=1, optional=True)
    misclassified_indices = Vector("numbers of the misjudged points, from 0", draw=made(sorted, "drawn"), whole=True,
                                   least=0, series=True)
    round2_misclassified_indices = Vector("numbers of those misjudged in round 2", whole=True, least=0, series=True,
                                          optional=True)
    i, j = Index("w"), Index("misclassified_indices")

    adaboost_alpha = Convention("half-log", "samme", says={
        "half-log": "a stump's weight is $alpha == 1/2*ln((1 - error)/error)$, and points are multiplied by exp(±α)",
        "samme": "a stump's weight is $alpha == ln((1 - error)/error)$, misjudged points are multiplied by exp(α)"})
    symbols = {"error": r"\epsilon", "alpha": r"\alpha", "factor_wrong": "a", "factor_right": "b",
               "new_weight_wrong": "w'", "new_weight_right": "v'", "misclassified_indices": "m",
               "round2_misclassified_indices": "m",
               "round2_error": r"\epsilon_2", "round2_alpha": r"\alpha_2", "wrong_again": "c", "misjudged": "k",
               "misjudged2": "k_2", "raw": "u", "flags": "f",
               "new_weights": "w'"}
    also = {"error": "weighted error", "alpha": "stage weight", "Z": "sum", "new_weights": "weights"}
    answers = "error alpha new_weight_wrong new_weight_right new_weights round2_error round2_alpha"
    impossible = {
        **dict.fromkeys(("max(misclassified_indices) >= n", "max(misclassified_indices) >= count(w)",
                         "max(round2_misclassified_indices) >= n"), "the points are numbered from 0 to n − 1"),
        "abs(sum(w) - 1) > 0.001": "the weights of the points do not add up to 1",
        "weights[1] != 'uniform'": "the weights are uniform, or given by w",
        "error == 0 or error == 1": "none or all are misjudged: the stump's weight would be infinite"}
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
        alpha = {"half-log": "ln((1 - {0})/{0})/2", "samme": "ln((1 - {0})/{0})"}
        if w.has("w"):
            w.step("error", "sum(w[misclassified_indices[j] + 1], j)", "Weighted error",
                   "The weights of the misjudged points.")
        else:
            w.step("misjudged", "count(misclassified_indices)", "Number of misjudged points", places=0)
            w.step("error", "misjudged/n", "Weighted error", "Each point has the weight 1/n.")
        w.step("alpha", {name: text.format("error") for name, text in alpha.items()}, "Weight of the stump",
               "The better the stump, the larger.", by="adaboost_alpha")
        w.step("factor_wrong", "exp(alpha)", "Factor of misjudged points", "They gain weight.")
        w.step("factor_right", {"half-log": "exp(-alpha)", "samme": "1"}, "Factor of the others", by="adaboost_alpha")
        if w.has("w"):
            w.procedure("flags", flags, "misclassified_indices w", "Misjudged points", "1 where misjudged.", places=0)
            w.step("raw[i]", "w[i]*factor_wrong if flags[i] == 1 else w[i]*factor_right",
                   "Weights before they are divided")
            w.step("Z", "sum(raw[i], i)", "Their sum")
            w.step("new_weights[i]", "raw[i]/Z", "New weights", "They add up to 1.")
        else:
            w.step("Z", "(misjudged*factor_wrong + (n - misjudged)*factor_right)/n",
                   "Sum of the weights before they are divided")
            w.step("new_weight_wrong", "factor_wrong/(n*Z)", "New weight of a misjudged point",
                   "Divided by the sum, all weights add up to 1.")
            w.step("new_weight_right", "factor_right/(n*Z)", "New weight of a rightly judged point")
            w.procedure("wrong_again", again, "misclassified_indices round2_misclassified_indices",
                        "Points misjudged in both rounds", places=0)
            w.step("misjudged2", "count(round2_misclassified_indices)", "Points misjudged in round 2", places=0)
            w.step("round2_error", "wrong_again*new_weight_wrong + (misjudged2 - wrong_again)*new_weight_right",
                   "Weighted error of round 2", "Those misjudged before weigh more.")
            w.step("round2_alpha", {name: text.format("round2_error") for name, text in alpha.items()},
                   "Weight of the second stump", by="adaboost_alpha")

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
                error="count(misclassified_indices)/count(w)"),
    )
    nudge = "Add the weights of the misjudged points; these gain weight, and all weights add up to 1 again."
    stories = {
        "task == 'equal'": (
            "{n} seedlings (numbers from 0) weigh the same. A stump misjudges {misclassified_indices}. Give {ask}.",
            "AdaBoost starts with {n} points of equal weight; stump 1 errs on {misclassified_indices} (counted from "
            "0).",
            "Of {n} equally weighted mails (the first is 0) a stump takes {misclassified_indices} for what they are "
            "not.",
            "{n} loans weigh the same; the stump 'income below 2000' errs on {misclassified_indices} (counted from 0).",
        ),
        "task == 'new'": (
            "{n} seedlings of equal weight; a stump misjudges {misclassified_indices} (counted from 0). What weight "
            "has afterwards a misjudged and what weight a rightly judged one, all weights adding to 1? Give {ask}.",
            "Stump 1 of AdaBoost errs on {misclassified_indices} of {n} points (counted from 0, equal weights). How "
            "are the points weighted in the next round, with all weights adding to 1?",
            "{n} equally weighted pictures (from 0): a stump errs on {misclassified_indices}. Reweight them to add to "
            "1.",
            "A stump errs on {misclassified_indices} of {n} points (from 0, equal weights). Reweight them, to add to "
            "1.",
        ),
        "task == 'unequal'": (
            "Sample weights {w}; the next stump is wrong on the points {misclassified_indices} (counted from 0). Give "
            "{ask}, the weights adding to 1.",
            "Points weigh {w}. A stump errs on {misclassified_indices} (counted from 0). New weights add up to 1.",
            "Points with the weights {w}: a stump errs on {misclassified_indices} (from 0 on). Reweight, to add to 1.",
            "The weights are {w}; misjudged: {misclassified_indices} (from 0 on). The new ones are to add to 1.",
        ),
        "task == 'second'": (
            "{n} points of equal weight. Stump 1 errs on {misclassified_indices}, stump 2, after the weights were "
            "changed and divided by their sum, on {round2_misclassified_indices} (counted from 0). Give {ask}.",
            "Two rounds of AdaBoost on {n} mails, equal weights at first: wrong in round 1 are "
            "{misclassified_indices}, in round 2 {round2_misclassified_indices}, counted from 0. Weights always add up "
            "to 1.",
            "Stump 1 misjudges {misclassified_indices}, stump 2 then {round2_misclassified_indices} (numbered from 0, "
            "{n} points, equal weights at the start, adding to 1 in each round). How good is the second stump?",
            "Of {n} seedlings (equal weights, numbers from 0) stump 1 misjudges {misclassified_indices}, stump 2, "
            "after the weights were changed and add up to 1, {round2_misclassified_indices}.",
        ),
    }
