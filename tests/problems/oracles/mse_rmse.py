"""scikit-learn's metrics."""

import math

import numpy as np
from sklearn.metrics import mean_absolute_error, mean_squared_error


def expected(givens, conventions):
    y, y_hat = np.array(givens["y"], dtype=float), np.array(givens["y_hat"], dtype=float)
    mse, mae, off = mean_squared_error(y, y_hat), mean_absolute_error(y, y_hat), np.abs(y - y_hat)
    return {
        "errors": (y - y_hat).tolist(),
        "sse": mse * len(y),
        "mse": mse,
        "rmse": math.sqrt(mse),
        "mae": mae,
        "half_sse": mse * len(y) / 2,
        "largest_share_sse": float(off.max() ** 2 / (mse * len(y))),
        "largest_share_mae": float(off.max() / (mae * len(y))),
    }
