"""numpy, with the cross-entropy as minus the logarithm of the likelihood of the row."""

import numpy as np


def expected(givens, conventions):
    x, x_hat = np.array(givens["x"], float), np.array(givens["x_hat"], float)
    squared = float(np.dot(x - x_hat, x - x_hat))
    found = {"errors": list(x - x_hat), "sse": squared, "mse": squared / len(x), "rmse": np.sqrt(squared / len(x))}
    if set(givens["x"]) <= {0, 1}:
        log = {"e": np.log, "2": np.log2, "10": np.log10}[conventions["log_base"]]
        found["bce_terms"] = list(-log(np.where(x == 1, x_hat, 1 - x_hat)))
        found["bce_sum"] = -log(np.prod(np.where(x == 1, x_hat, 1 - x_hat)))
        found["bce"] = found["bce_sum"] / len(x)
    return found
