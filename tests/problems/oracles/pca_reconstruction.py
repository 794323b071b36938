"""scikit-learn's inverse_transform, and least squares: the point of the plane that is nearest to the sample."""

import numpy as np
from sklearn.decomposition import PCA


def expected(givens, conventions):
    mean, x = np.array(givens["mean"], float), np.array(givens["x"], float)
    kept = np.atleast_2d(np.array(givens["V"] if "V" in givens else givens["v1"], float))
    nearest, *_ = np.linalg.lstsq(kept.T, x - mean, rcond=None)
    pca = PCA(n_components=len(kept))
    pca.mean_, pca.components_, pca.whiten = mean, kept, False
    pca.n_components_, pca.explained_variance_ = len(kept), np.ones(len(kept))
    restored = pca.inverse_transform(pca.transform(x.reshape(1, -1)))[0]
    assert np.allclose(restored, mean + kept.T @ nearest)
    found = {"scores": list(nearest)} if "V" in givens else {"score": nearest[0]}
    return found | {
        "centred": list(x - mean),
        "zero_mean_reconstruction": list(restored - mean),
        "reconstruction": list(restored),
        "error_vector": list(x - restored),
        "squared_error": ((x - mean) ** 2).sum() - (nearest**2).sum(),
    }
