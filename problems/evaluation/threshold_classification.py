"""Precision and recall at one or several decision thresholds, a point of the ROC curve, and the area under it."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Story, Vector, between, computed,
                               oneof)

from ._cells import scores


def below(scores, labels):
    """For each positive case how many negative ones score lower; half a one for those that score the same."""
    negative = [score for score, label in zip(scores, labels) if label == 0]
    return [sum((score > other) + (score == other)/2 for other in negative)
            for score, label in zip(scores, labels) if label == 1]


class ThresholdClassification(Problem):
    title = "Moving the decision threshold"

    size = Aside(between(8, 10))
    labels = Vector("true labels, 1 or 0", draw=oneof(0, 1), size=computed("size"), least=0, most=1, series=True)
    base = Aside(between(0.04, 0.7, 0.01), size=computed("size"))
    i, j = Index("labels"), Index("labels")
    scores = Vector("scores", draw=computed("base[i] + 0.26*labels[i]", "i", places=2), entries="count(labels)", series=True)
    threshold = Number("threshold", draw=oneof(0.3, 0.35, 0.4, 0.45, 0.55, 0.6, 0.65, 0.7), instead="thresholds")
    high, low = Aside(None), Aside(None)
    thresholds = Vector("thresholds", optional=True, series=True)
    p = Index("below")

    threshold_rule = Convention("score>=threshold", "score>threshold", says={
        "score>=threshold": "a case is called positive if its score is at least the threshold",
        "score>threshold": "a case is called positive if its score is above the threshold"})
    symbols = {"threshold": r"\theta", "thresholds": r"\theta", "scores": "s", "labels": "y", "predicted": r"\hat y",
               "fpr": r"\text{FPR}", "auc": r"\text{AUC}", "below": "b"}
    answers = "predicted TP FP FN TN precision recall fpr auc"
    impossible = {"TP + FP == 0": "at a threshold no case is called positive: precision does not exist",
                  "max(abs(labels[i]*(1 - labels[i])), i) > 0": "labels must be 0 or 1",
                  "sum(labels[i], i) == 0": "no case is positive: recall does not exist",
                  "sum(1 - labels[i], i) == 0": "no case is negative: the false positive rate does not exist"}
    accept = ("sum(labels[i], i) >= 3", "sum(1 - labels[i], i) >= 3", "TP >= 1", "FN + TN >= 1",
              "abs(TP*(FN - FP)) > 0", "min(min(abs(scores[i] - scores[j]) if i != j else 1, j), i) > 0.005",
              "min(abs(scores[i] - threshold), i) >= 0.011", "min(abs(scores[i] - high), i) >= 0.011",
              "min(abs(scores[i] - low), i) >= 0.011",
              "sum(1 if low < scores[i] and scores[i] < high else 0, i) > 0")
