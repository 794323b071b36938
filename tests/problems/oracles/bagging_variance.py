"""The covariance matrix of the errors, its mean as a quadratic form, and a search over the number of models."""

import math


def of_mean(variance, rho, k):
    return math.fsum(variance if a == b else rho * variance for a in range(k) for b in range(k)) / k**2


def expected(givens, conventions):
    variance, rho, k = givens["variance"], givens.get("rho"), givens.get("k")
    found = {}
    if k:
        found["independent"] = of_mean(variance, 0, k)
    if k and rho is not None:
        found["variance_of_mean"] = of_mean(variance, rho, k)
        found["sd_of_mean"] = math.hypot(math.sqrt(found["variance_of_mean"]))
    if rho is not None:
        found["limit_k_inf"] = variance - variance * (1 - rho)
    if wanted := givens.get("wanted_variance"):
        found["k_exact"] = (variance - found["limit_k_inf"]) / (wanted - found["limit_k_inf"])
        found["k_needed"] = next(k for k in range(1, 100) if of_mean(variance, rho, k) <= wanted + 1e-12)
    return found
