"""The exact expectation over noise of +σ or -σ on each input, by going through all signs."""

import itertools
import math


def rise(w, sigma):
    """E[(w · noise)²]."""
    signs = list(itertools.product((-sigma, sigma), repeat=len(w)))
    return sum(sum(weight * noise for weight, noise in zip(w, noises)) ** 2 for noises in signs) / len(signs)


def expected(givens, conventions):
    w, clean = givens["w"], givens.get("clean_mse")
    part = 0.5 if conventions["loss"] == "half" else 1.0
    unit = rise(w, 1)
    noisy = givens.get("expected_noisy_half_mse" if part == 0.5 else "expected_noisy_mse")
    if noisy is not None:
        above = noisy / part - clean
        return {"w_norm_sq": unit, "rise": above, "noise_variance": above / unit, "sigma": math.sqrt(above / unit)}
    sigma = givens["sigma"] if "sigma" in givens else math.sqrt(givens["noise_variance"])
    penalty = part * rise(w, sigma)
    found = {"w_norm_sq": unit, "noise_variance": sigma * sigma, "penalty": penalty}
    if clean is not None:
        found |= {"expected_noisy_mse": clean + penalty, "expected_noisy_half_mse": clean / 2 + penalty}
    return found
