"""scikit-learn's metrics on the lists of labels that the counts stand for."""

from sklearn import metrics


def expected(givens, conventions):
    tp = givens["TP"]
    fp = givens["FP"] if "FP" in givens else givens["predicted_positive"] - tp
    fn = givens["FN"] if "FN" in givens else givens["actual_positive"] - tp
    tn = givens["TN"] if "TN" in givens else givens["N"] - tp - fp - fn
    # Each kind of case once, weighted by its count.
    true, predicted, weights = [1, 0, 1, 0], [1, 1, 0, 0], [tp, fp, fn, tn]

    def score(metric, **how):
        return metric(true, predicted, sample_weight=weights, **how)

    return {
        "FP": fp,
        "FN": fn,
        "TN": tn,
        "accuracy": score(metrics.accuracy_score),
        "precision": score(metrics.precision_score),
        "recall": score(metrics.recall_score),
        "f1": score(metrics.f1_score),
        "specificity": score(metrics.recall_score, pos_label=0),
        "fpr": 1 - score(metrics.recall_score, pos_label=0),
        "f2": score(metrics.fbeta_score, beta=2),
        "balanced_accuracy": score(metrics.balanced_accuracy_score),
        "mcc": score(metrics.matthews_corrcoef),
    }
