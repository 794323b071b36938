"""numpy, and a complex step for the gradients."""

import numpy as np


def expected(givens, conventions):
    mu, epsilon = np.array(givens["mu"], float), np.array(givens["epsilon"], float)
    log_var = np.array(givens["log_var"], float) if "log_var" in givens else np.log(np.square(givens["sigma"]))
    sigma = np.sqrt(np.exp(log_var))

    def sample(mu, log_var):
        return mu + np.sqrt(np.exp(log_var)) * epsilon

    return {
        "sigma": list(sigma),
        "z": list(sample(mu, log_var)),
        "dz_dmu": [1] * len(mu),
        "dz_dsigma": list(epsilon),
        "dz_dlogvar": list(sample(mu, log_var + 1e-30j).imag / 1e-30),
    }
