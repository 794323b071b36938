"""scikit-learn's PCA on data with these variances, and numpy's searchsorted."""

import numpy as np
from sklearn.decomposition import PCA


def expected(givens, conventions):
    variances = np.array(givens["eigenvalues"], float)
    count = len(variances)
    spread = np.sqrt(variances * (2 * count - 1) / 2)
    shares = PCA().fit(np.vstack([np.diag(spread), -np.diag(spread)])).explained_variance_ratio_
    if "component" in givens:
        return {"total": variances.sum(), "ratio": shares[givens["component"] - 1]}
    cumulative = np.cumsum(shares)
    found = {"total": variances.sum(), "ratios": list(shares), "cumulative": list(cumulative)}
    if "target" in givens:
        kept = int(np.searchsorted(cumulative, givens["target"])) + 1
        found |= {"k": kept, "dropped_variance": variances[kept:].sum()}
    return found
