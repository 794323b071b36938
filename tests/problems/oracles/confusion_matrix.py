"""scikit-learn's metrics on the lists of labels that the counts stand for, each worked out when it is asked for."""

from functools import partial

from sklearn import metrics

SCORES = {
    "accuracy": metrics.accuracy_score,
    "precision": metrics.precision_score,
    "recall": metrics.recall_score,
    "f1": metrics.f1_score,
    "specificity": partial(metrics.recall_score, pos_label=0),
    "fpr": lambda *labels, **how: 1 - metrics.recall_score(*labels, pos_label=0, **how),
    "f2": partial(metrics.fbeta_score, beta=2),
    "balanced_accuracy": metrics.balanced_accuracy_score,
    "mcc": metrics.matthews_corrcoef,
}


class Scores(dict):
    """The counts, and the scores of each kind of case once, weighted by its count."""

    def __missing__(self, name):
        weights = [self[count] for count in ("TP", "FP", "FN", "TN")]
        return SCORES[name]([1, 0, 1, 0], [1, 1, 0, 0], sample_weight=weights)


def expected(givens, conventions):
    tp = givens["TP"]
    fp = givens["FP"] if "FP" in givens else givens["predicted_positive"] - tp
    fn = givens["FN"] if "FN" in givens else givens["actual_positive"] - tp
    tn = givens["TN"] if "TN" in givens else givens["N"] - tp - fp - fn
    return Scores(TP=tp, FP=fp, FN=fn, TN=tn)
