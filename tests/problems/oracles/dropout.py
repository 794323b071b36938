"""All masks gone through one by one, each with its probability, for a layer; the binomial distribution for a large one."""

import itertools
import math

from scipy.stats import binom


def expected(givens, conventions):
    keep = givens["p_keep"] if "p_keep" in givens else 1 - givens["p_drop"]
    found = {"p_keep": keep}
    if "h" in givens:
        h = givens["h"]
        masks = list(itertools.product((0, 1), repeat=len(h)))
        chance = {mask: math.prod(keep if kept else 1 - keep for kept in mask) for mask in masks}
        means = [sum(chance[mask] * mask[i] * h[i] for mask in masks) for i in range(len(h))]
        found |= {"classic_test_output": means, "thinned_networks": len(masks), "prob_all_kept": chance[masks[-1]]}
        kept = [value if stays else 0 for value, stays in zip(h, givens["mask"])]
        scale = means[0] / h[0]
        found |= {"classic_train_output": kept, "inverted_output": [value / scale for value in kept]}
    if "layer_size" in givens:
        active = binom(givens["layer_size"], keep)
        found |= {"expected_active": active.mean(), "sd_active": active.std()}
    return found
