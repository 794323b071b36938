"""scikit-learn's ParameterGrid, counted; scipy's binomial chance of at least one hit."""

from functools import cache

from scipy.stats import binom
from sklearn.model_selection import ParameterGrid


@cache
def hit(trials, top):
    return float(binom.sf(0, trials, top))


def expected(givens, conventions):
    grid = ParameterGrid({f"p{k}": range(size) for k, size in enumerate(givens["grid_sizes"])})
    folds, extra = givens.get("folds", 0), int(conventions["refit"] == "counted")
    found = {"combinations": len(grid), "fits_with_cv": len(grid) * folds, "fits_with_refit": len(grid) * folds + 1}
    fits = len(grid) * folds + extra
    if minutes := givens.get("minutes_per_fit"):
        found["hours"] = fits / (60 / minutes)
    if trials := givens.get("random_trials"):
        random_fits = trials * folds + extra
        found |= {"random_fits": random_fits, "saving_fraction": (fits - random_fits) / fits}
        found["random_hit"] = hit(trials, givens["top"])
    return found
