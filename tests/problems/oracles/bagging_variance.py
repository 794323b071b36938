"""The covariance matrix of the errors as a quadratic form, and a search over the number of models."""

import numpy as np


def of_mean(variance, rho, k):
    covariance = variance * (np.full((k, k), rho) + (1 - rho) * np.eye(k))
    weights = np.full(k, 1 / k)
    return weights @ covariance @ weights


def expected(givens, conventions):
    variance, rho, found = givens["variance"], givens.get("rho", 0), {}
    if "k" in givens:
        found["independent"] = of_mean(variance, 0, givens["k"])
        found["variance_of_mean"] = of_mean(variance, rho, givens["k"])
        found["sd_of_mean"] = np.sqrt(found["variance_of_mean"])
    found["limit_k_inf"] = of_mean(variance, rho, 2) * 2 - variance
    if "wanted_variance" in givens:
        k = 1
        while found["limit_k_inf"] + (variance - found["limit_k_inf"]) / k > givens["wanted_variance"]:
            k += 1
        found["k_needed"] = k
    return found
