"""numpy over sliding windows, every stride-th of them; the gradients from small changes of each entry."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def pooled(image, k, s, how):
    return how(sliding_window_view(image, (k, k))[::s, ::s], axis=(2, 3))


def gradient(image, k, s, how):
    """Differences of the sum of all outputs; pooling is linear where no two entries change places."""
    found, step = np.zeros(image.shape), 0.25
    before = pooled(image, k, s, how).sum()
    for place in np.ndindex(image.shape):
        image[place] += step
        found[place] = (pooled(image, k, s, how).sum() - before) / step
        image[place] -= step
    return found.tolist()


def expected(givens, conventions):
    image, k, s = np.array(givens["X"], float), givens["pool"], givens.get("stride", givens["pool"])
    largest = pooled(image, k, s, np.max)
    found = {"stride": s, "output_size": list(largest.shape), "max": largest.tolist(), "params": 0}
    found["average"] = pooled(image, k, s, np.mean).tolist()
    if len(image) == 5:
        found["gradient_mask"] = gradient(image, k, s, np.max)
        found["average_gradient"] = gradient(image, k, s, np.mean)
    return found
