"""The likelihood of the row, and the divergence of two Gaussians by their general formula."""

import numpy as np


def expected(givens, conventions):
    recon, kl, terms = givens.get("recon"), givens.get("kl"), None
    if "x" in givens:
        x, x_hat = np.array(givens["x"], float), np.array(givens["x_hat"], float)
        mse = np.mean(np.square(x - x_hat))
        likelihood = np.prod(x_hat**x * (1 - x_hat) ** (1 - x))
        terms = list(-np.log(np.where(x == 1, x_hat, 1 - x_hat)))
        recon = {"bce-sum": -np.log(likelihood), "mse": mse, "rmse": np.sqrt(mse)}[conventions["vae_recon"]]
    per_dim = None
    if "mu" in givens:
        mean, covariance = np.array(givens["mu"], float), np.diag(np.exp(givens["log_var"]))
        kl = (np.trace(covariance) + mean @ mean - len(mean) - np.log(np.linalg.det(covariance))) / 2
        per_dim = [(m * m + v - np.log(v) - 1) / 2 for m, v in zip(mean, np.diag(covariance))]
    return {"bce_terms": terms, "per_dim": per_dim, "recon": recon, "kl": kl, "loss": recon + givens.get("beta", 1) * kl}
