"""Scores of a classifier, from the counts of its true and false positives and negatives."""

SCORES = {
    "accuracy": ("(TP + TN)/(TP + TN + FP + FN)", "Accuracy", "The share of all cases judged rightly."),
    "precision": ("TP/(TP + FP)", "Precision", "Of those predicted positive, the share that is."),
    "recall": ("TP/(TP + FN)", "Recall", "Of those positive, the share that is predicted so."),
    "f1": ("2*precision*recall/(precision + recall)", "$f1$ score", "The harmonic mean of the two."),
    "fpr": ("FP/(FP + TN)", "False positive rate", "Of those negative, the share that is predicted positive."),
}


def scores(w, names):
    """Lays down the scores of these names."""
    for name in names.split():
        w.step(name, *SCORES[name])
