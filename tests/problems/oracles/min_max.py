"""scikit-learn's MinMaxScaler."""

import numpy as np
from sklearn.preprocessing import MinMaxScaler


def expected(givens, conventions):
    data = np.array(givens["data"], float).reshape(-1, 1)
    ends = (givens["low"], givens["high"])
    clip = conventions["clip"] == "yes" and "target" in givens
    scaler = MinMaxScaler(feature_range=ends, clip=clip).fit(data)
    unit = MinMaxScaler().fit(data)
    found = {"min": data.min(), "max": data.max(), "span": float(np.ptp(data))}
    if "scaled" in givens:
        return found | {"original": scaler.inverse_transform([[givens["scaled"]]])[0, 0]}
    if "target" in givens:
        target = [[givens["target"]]]
        return found | {"unit": unit.transform(target)[0, 0], "scaled": scaler.transform(target)[0, 0]}
    return found | {"unit": list(unit.transform(data)[:, 0]), "scaled": list(scaler.transform(data)[:, 0])}
