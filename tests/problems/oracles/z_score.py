"""scikit-learn's StandardScaler (divisor n) and scipy.stats.zscore."""

import numpy as np
from scipy import stats
from sklearn.preprocessing import StandardScaler


def expected(givens, conventions):
    ddof = 0 if conventions["sigma_divisor"] == "n" else 1
    found = {}
    if "data" in givens:
        data = np.array(givens["data"], float)
        mean, sd = data.mean(), data.std(ddof=ddof)
        found = {"mean": mean, "variance": data.var(ddof=ddof), "sd": sd}
    else:
        mean, sd = givens["mu"], givens["sigma"]
    scaler = StandardScaler().fit(np.array([[mean - sd], [mean + sd]]))
    if "z" in givens:
        return found | {"original": scaler.inverse_transform([[givens["z"]]])[0, 0]}
    if "target" in givens:
        return found | {"z": scaler.transform([[givens["target"]]])[0, 0]}
    return found | {"z": list(stats.zscore(data, ddof=ddof))}
