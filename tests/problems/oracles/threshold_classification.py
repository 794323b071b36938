"""scikit-learn's confusion matrix at each threshold, and its area under the ROC curve."""

import numpy as np
from sklearn.metrics import confusion_matrix, roc_auc_score


def expected(givens, conventions):
    scores, labels = np.array(givens["scores"]), np.array(givens["labels"])
    thresholds = givens["thresholds"]
    several = isinstance(thresholds, list)
    found = {"positives": int(labels.sum()), "negatives": int((1 - labels).sum())}
    for number, threshold in enumerate(thresholds if several else [thresholds], 1):
        suffix = f".{number}" if several else ""
        assert abs(scores - threshold).min() > 0.01
        predicted = (scores > threshold).astype(int)
        (tn, fp), (fn, tp) = confusion_matrix(labels, predicted).tolist()
        names = ("predicted", "TP", "FP", "FN", "TN", "precision", "recall", "fpr")
        rates = labels[predicted == 1].mean(), predicted[labels == 1].mean(), predicted[labels == 0].mean()
        found |= {name + suffix: value for name, value in zip(names, (predicted.tolist(), tp, fp, fn, tn, *rates))}
    positive = sorted(scores[labels == 1], reverse=True)
    found["below"] = [int((scores[labels == 0] < score).sum()) for score in positive]
    return found | {"auc": roc_auc_score(labels, scores)}
