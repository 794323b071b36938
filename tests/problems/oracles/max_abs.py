"""scikit-learn's MaxAbsScaler."""

import numpy as np
from sklearn.preprocessing import MaxAbsScaler


def expected(givens, conventions):
    data = np.array(givens["data"], float).reshape(-1, 1)
    scaler = MaxAbsScaler().fit(data)
    return {"max_abs": scaler.max_abs_[0], "scaled": list(scaler.transform(data)[:, 0])}
