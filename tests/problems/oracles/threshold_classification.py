"""numpy's masks at each threshold, and the area under the ROC curve by trapezoids."""

from itertools import pairwise

import numpy as np


def rates(labels, predicted):
    return predicted[labels == 0].mean(), predicted[labels == 1].mean()


def expected(givens, conventions):
    scores, labels = np.array(givens["scores"]), np.array(givens["labels"])
    thresholds = givens["thresholds"]
    several = isinstance(thresholds, list)
    found = {"positives": np.count_nonzero(labels), "negatives": np.count_nonzero(labels == 0)}
    for number, threshold in enumerate(thresholds if several else [thresholds], 1):
        suffix = f".{number}" if several else ""
        assert abs(scores - threshold).min() > 0.01
        predicted = (scores > threshold).astype(int)
        pairs = list(zip(labels.tolist(), predicted.tolist()))
        names = ("predicted", "TP", "FP", "FN", "TN", "precision", "recall", "fpr")
        counts = [pairs.count(pair) for pair in ((1, 1), (0, 1), (1, 0), (0, 0))]
        fpr, recall = rates(labels, predicted)
        values = (predicted.tolist(), *counts, labels[predicted == 1].mean(), recall, fpr)
        found |= {name + suffix: value for name, value in zip(names, values)}
    curve = [rates(labels, (scores >= least).astype(int)) for least in sorted([2, *scores], reverse=True)]
    area = sum((x - left) * (y + low) / 2 for (left, low), (x, y) in pairwise(curve))
    positive = sorted(scores[labels == 1], reverse=True)
    return found | {"below": [int((scores[labels == 0] < score).sum()) for score in positive], "auc": area}
