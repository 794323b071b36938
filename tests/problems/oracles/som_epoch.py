"""numpy, each step as the mixture (1 - η) w + η x, and scipy for the final distances."""

import numpy as np
from scipy.spatial.distance import cdist


def expected(givens, conventions):
    X, W = np.array(givens["X"], float), np.array(givens["W"], float)
    epochs, schedule = givens["epochs"], conventions["eta_schedule"]
    factor = givens.get("decay_per_epoch", 1.0 if schedule == "constant" else 0.5)
    found, shown, several = {"W_start": W.tolist(), "rates": []}, 0, epochs * len(X) > 1
    for epoch in range(1, epochs + 1):
        distances, winners = [], []
        for x in X:
            eta = givens["eta0"] * factor ** (shown if schedule == "per-sample" else epoch - 1)
            shown += 1
            d2 = cdist([x], W, "sqeuclidean")[0]
            winner = int(np.argmin(d2))
            W = W.copy()
            W[winner] = (1 - eta) * W[winner] + eta * x
            distances.append(d2.tolist())
            winners.append(winner + 1)
            found["rates"].append(eta)
            line = {"x": x.tolist(), "eta": eta, "d2": d2.tolist(), "winner": winner + 1, "w_new": W[winner].tolist()}
            line["W_new"] = W.tolist()
            found |= {f"{name}.{shown}" if several else name: value for name, value in line.items()}
        found |= {f"d2_epoch{epoch}": distances, f"winners_epoch{epoch}": winners, f"W_after_epoch{epoch}": W.tolist()}
    final = cdist(X, W)
    error = np.mean(final.min(axis=1) ** (2 if conventions["quantization"] == "squared" else 1))
    found |= {"final_d": final.tolist(), "classes": [int(k) + 1 for k in final.argmin(axis=1)]}
    return found | {"quantization_error": float(error)}
