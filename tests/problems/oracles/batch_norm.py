"""scikit-learn's StandardScaler where epsilon is 0, numpy with it; PyTorch's layer with epsilon where it is installed."""

import numpy as np
from sklearn.preprocessing import StandardScaler

try:
    import torch
except ImportError:
    torch = None


def expected(givens, conventions):
    gamma, beta, eps = givens.get("gamma", 1), givens.get("beta", 0), givens.get("eps", 0)
    features = np.atleast_2d(np.array(givens["batch"], float))
    several, found = isinstance(givens["batch"][0], list), {}
    for number, batch in enumerate(features, 1):
        suffix = f".{number}" if several else ""
        variance = batch.var()
        scaled = (batch - np.average(batch)) / np.sqrt(variance + eps)
        if eps == 0:
            assert np.allclose(scaled, StandardScaler().fit_transform(batch.reshape(-1, 1))[:, 0])
        found |= {f"mu_B{suffix}": np.average(batch), f"var_B{suffix}": variance, f"x_hat{suffix}": list(scaled)}
        if "gamma" in givens:
            found[f"y{suffix}"] = list(gamma * scaled + beta)
            if torch and eps > 0:
                column = torch.tensor(batch.reshape(-1, 1))
                layer = torch.nn.functional.batch_norm(
                    column, None, None, torch.tensor([gamma + 0.0], dtype=torch.float64),
                    torch.tensor([beta + 0.0], dtype=torch.float64), training=True, eps=eps)
                assert np.allclose(layer[:, 0].numpy(), found[f"y{suffix}"])
        if "running_mean" in givens:
            pytorch = conventions["running_average"] == "pytorch"
            share, spread = (0.1, batch.var(ddof=1)) if pytorch else (0.01, variance)
            old_mean, old_var = givens["running_mean"], givens["running_var"]
            found |= {
                f"s2{suffix}": batch.var(ddof=1),
                f"running_mean_new{suffix}": old_mean + share * (batch.mean() - old_mean),
                f"running_var_new{suffix}": old_var + share * (spread - old_var),
            }
    if "x_inference" in givens:
        z = (givens["x_inference"] - givens["running_mean"]) / (givens["running_var"] + eps) ** 0.5
        found |= {"x_hat_inference": z, "y_inference": gamma * z + beta}
    return found
