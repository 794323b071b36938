"""Precision and recall at one or several decision thresholds, a point of the ROC curve, and the area under it."""

from quizgen.authoring import Aside, Convention, Index, Level, Mistake, Problem, Vector, between, computed, made, oneof

from ._cells import SCORES


def below(scores, labels):
    """For each positive case, the highest score first, how many negative ones score lower; half a one for a tie."""
    negative = [score for score, label in zip(scores, labels) if label == 0]
    positive = sorted((score for score, label in zip(scores, labels) if label == 1), reverse=True)
    return [sum((score > other) + (score == other)/2 for other in negative) for score in positive]


def flags(steps, noise, positive):
    """1 for so many cases of the highest scores, as far as noise lets them."""
    order = sorted(range(len(steps)), key=lambda case: steps[case] + noise[case], reverse=True)
    return [int(case in order[:positive]) for case in range(len(steps))]


class ThresholdClassification(Problem):
    title = "Moving the decision threshold"

    task = Aside("one")
    size = Aside(between(8, 10))
    steps = Aside(between(1, 18, distinct=True), size=computed("size"))  # of 0.05; no score lies near a threshold
    between_steps, noise = Aside(oneof(2, 3), size=computed("size")), Aside(between(0, 12), size=computed("size"))
    positive = Aside(between(3, "size - 3"))
    i = Index("steps")
    scores = Vector("scores", draw=computed("steps[i]/20 + between_steps[i]/100", "i", places=2), series=True)
    labels = Vector("true labels, 1 or 0", draw=made(flags, "steps noise positive"), least=0, most=1, whole=True,
                    entries="count(scores)", series=True)
    high, low = Aside(oneof(0.55, 0.6, 0.65, 0.7)), Aside(oneof(0.25, 0.3, 0.35, 0.4, 0.45))
    thresholds = Vector("threshold, or several", draw=oneof(computed("high"), computed("low")), flat=True, series=True)
    k = Index("labels")
    p = Index(upto="sum(labels)")

    threshold_rule = Convention("score>=threshold", "score>threshold", says={
        "score>=threshold": "a case is called positive if its score is at least the threshold",
        "score>threshold": "a case is called positive if its score is above the threshold"})
    symbols = {"thresholds": r"\theta", "scores": "s", "labels": "y", "predicted": r"\hat y", "precision": "P",
               "recall": "R", "fpr": r"\text{FPR}", "auc": r"\text{AUC}", "below": "b",
               "positives": "N_1", "negatives": "N_0"}
    also = {"recall": "TPR, true positive rate", "fpr": "false positive rate", "auc": "area, area under the curve"}
    answers = "predicted TP FP FN TN precision recall fpr auc"
    accept = ("TP >= 1", "FP + TP < size", "FN != FP", "auc < 1",
              "sum(1 if low < scores[k] and scores[k] < high else 0, k) > 0")
    levels = {
        "easy": Level("precision recall"),
        "medium": Level("precision recall", task="two", thresholds=computed("(high, low)")),
        "hard": Level("fpr recall auc", task="curve"),
    }

    def work(self, w):
        w.step("positives", "sum(labels[k], k)", "Positive cases", places=0)
        w.step("negatives", "count(labels) - positives", "Negative cases", places=0)
        for _ in w.rounds("thresholds", "Threshold", each=True):
            w.step("predicted[k]", {"score>=threshold": "1 if scores[k] >= thresholds else 0",
                                    "score>threshold": "1 if scores[k] > thresholds else 0"}, "Predicted labels",
                   "1 for a case that is called positive.", by="threshold_rule", places=0)
            w.step("TP", "sum(predicted[k] if labels[k] == 1 else 0, k)", "True positives", places=0)
            w.step("FP", "sum(predicted[k] if labels[k] == 0 else 0, k)", "False positives", places=0)
            w.step("FN", "positives - TP", "False negatives", "The positive cases that are missed.", places=0)
            w.step("TN", "negatives - FP", "True negatives", "The other negative cases.", places=0)
            for name in ("precision", "recall", "fpr"):
                w.step(name, *SCORES[name], spare=True)
        w.procedure("below", below, "scores labels", "Pairs in the right order, for each positive case",
                    "How many negative cases score lower; the positive case with the highest score first.", places=1)
        w.step("auc", "sum(below[p], p)/(positives*negatives)", "Area under the ROC curve",
               "The share of all pairs of a positive and a negative case that are in the right order.", spare=True)

    mistakes = (
        Mistake("scores_below_taken", "A high score speaks for positive: take the cases above the threshold.",
                predicted="1 if scores[k] < thresholds else 0"),
        Mistake("threshold_0.5_kept", "The stated threshold counts, not 0.5.",
                when="sum(1 if (scores[k] >= 0.5) != (scores[k] >= thresholds) else 0, k) > 0",
                predicted="1 if scores[k] >= 0.5 else 0"),
        Mistake("precision_recall_swapped", "Precision divides by all called positive, recall by all that are.",
                precision="TP/(TP + FN)", recall="TP/(TP + FP)"),
        Mistake("denominator_all_samples", "Divide by the cases called positive, not by all cases.",
                precision="TP/count(labels)"),
        Mistake("fpr_is_1-precision", "The false positive rate divides by all negative cases.", fpr="FP/(TP + FP)"),
        Mistake("area_of_wrong_pairs", "That is the share of pairs in the wrong order.",
                auc="1 - sum(below[p], p)/(positives*negatives)"),
    )
    nudge = "Sort the cases by score and draw a line at the threshold: those above it are called positive."
    stories = {
        "task == 'one'": (
            "Scores {scores} belong to the true labels {labels}. With threshold {thresholds}, {threshold_rule}.",
            "A disease score is {scores} for some people, who are sick (1) or healthy (0): {labels}. The clinic's "
            "threshold is {thresholds}; {threshold_rule}.",
            "A filter gives mails the spam scores {scores}; in truth they are spam (1) or not (0): {labels}. The "
            "threshold is {thresholds}: {threshold_rule}.",
            "A camera scores tiles {scores}; cracked (1) or sound (0) they are {labels}. It is set to the threshold "
            "{thresholds}, where {threshold_rule}."),
        "task == 'two'": (
            "Scores {scores} belong to the true labels {labels}. Compare the thresholds {thresholds}; "
            "{threshold_rule}.",
            "A clinic considers the thresholds {thresholds} for the disease score {scores} of people who are sick (1) "
            "or healthy (0): {labels}; {threshold_rule}.",
            "A filter gives mails the spam scores {scores}; in truth they are spam (1) or not (0): {labels}. Its "
            "threshold is moved; take {thresholds}, where {threshold_rule}.",
            "A camera scores tiles {scores}; cracked (1) or sound (0) they are {labels}. It may be set to "
            "{thresholds}; {threshold_rule}."),
        "task == 'curve'": (
            "Scores {scores} belong to the true labels {labels}. Find the point of the ROC curve (false positive rate, "
            "recall) at the threshold {thresholds}, where {threshold_rule}, and the area under the curve: the share of "
            "pairs of a positive and a negative case in which the positive one scores higher.",
            "A disease score is {scores} for people who are sick (1) or healthy (0): {labels}. Find the ROC point at "
            "the threshold {thresholds}, where {threshold_rule}, and the area under the ROC curve, that is the share "
            "of sick–healthy pairs in which the sick one scores higher.",
            "How well does a spam filter order its mails? Scores: {scores}; spam (1) or not (0): {labels}. Give the "
            "point of its ROC curve at {thresholds}, where {threshold_rule}, and the area under the curve, the chance "
            "that a spam mail scores higher than another: {ask}.",
            "A camera scores tiles {scores}; cracked (1) or sound (0) they are {labels}. Its threshold is "
            "{thresholds}; {threshold_rule}. Find this point of the ROC curve and the area under the curve, the share "
            "of cracked–sound pairs in which the cracked tile scores higher."),
    }

    def solution_figure(self, v):
        from .._figures import roc_curve, scores_table

        cases = v.scores, v.labels, v.thresholds, v.threshold_rule == "score>threshold"
        return scores_table(*cases), roc_curve(*cases) if v.auc is not None else None
