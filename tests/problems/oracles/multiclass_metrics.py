"""scikit-learn's scores on one case for each cell, weighted by its count."""

import numpy as np
from sklearn.metrics import accuracy_score, precision_recall_fscore_support


def expected(givens, conventions):
    matrix = np.array(givens["matrix"], float)
    if conventions["matrix_layout"] == "rows-predicted":
        matrix = matrix.T
    actual, predicted = (axis.ravel() for axis in np.indices(matrix.shape))
    cells = {"sample_weight": matrix.ravel()}
    precision, recall, f1, support = precision_recall_fscore_support(actual, predicted, **cells)
    if "k" in givens:
        k = givens["k"] - 1
        return {"precision": precision[k], "recall": recall[k], "f1": f1[k]}
    means = precision.mean(), recall.mean()
    macro = f1.mean() if conventions["macro_rule"] == "mean-f1" else 2 / (1 / means[0] + 1 / means[1])
    accuracy = accuracy_score(actual, predicted, **cells)
    return {
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "macro_precision": means[0],
        "macro_recall": means[1],
        "macro_f1": macro,
        "accuracy": accuracy,
        "micro_f1": accuracy,
        "support": support.tolist(),
        "weighted_f1": np.average(f1, weights=support),
    }
