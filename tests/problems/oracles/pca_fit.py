"""numpy's singular values of the centered data; scikit-learn's PCA agrees on every tenth set."""

import numpy as np
from sklearn.decomposition import PCA


def expected(givens, conventions):
    X = np.array(givens["X"], float)
    n, mean = len(X), X.mean(axis=0)
    divisor = n - 1 if conventions["pca_divisor"] == "n-1" else n
    centred = X - mean
    sd = X.std(axis=0, ddof=n - divisor)
    data = centred / sd if conventions["pca_matrix"] == "correlation" else centred
    _, singular, rows = np.linalg.svd(data, full_matrices=False)
    rows = rows * np.sign(rows[:, :1])
    values = singular**2 / divisor
    if X.sum() % 10 == 0:
        pca = PCA(2).fit(data)
        assert np.allclose(pca.explained_variance_, singular**2 / (n - 1))
        assert np.allclose(abs(pca.components_), abs(rows))
    scores = data @ rows.T
    restored = np.outer(scores[:, 0], rows[0])
    restored = mean + (restored * sd if conventions["pca_matrix"] == "correlation" else restored)
    return {
        "mean": list(mean),
        "centred": centred.tolist(),
        "sd": list(sd),
        "standardized": (centred / sd).tolist(),
        "covariance": (np.corrcoef if data is not centred else np.cov)(
            X.T, **({} if data is not centred else {"ddof": n - divisor})
        ).tolist(),
        "trace": values.sum(),
        "det": values.prod(),
        "eigenvalues": list(values),
        "explained_ratio": list(values / values.sum()),
        "slope": list(rows[:, 1] / rows[:, 0]),
        "eigenvectors_columns": rows.T.tolist(),
        "scores_pc1": list(scores[:, 0]),
        "scores": scores.tolist(),
        "rank1_reconstruction": restored.tolist(),
        "rank1_sse": ((X - restored) ** 2).sum(),
    }
