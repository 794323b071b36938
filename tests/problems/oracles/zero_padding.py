"""numpy.pad; zeros counted in a padded array of ones; the padding under which a filter leaves as many places as pixels."""

import numpy as np


def places(n, k, p):
    return sum(i + k <= n + 2 * p for i in range(n + 2 * p))


def expected(givens, conventions):
    image = np.array(givens["X"], float) if "X" in givens else np.ones((givens.get("H", 1), givens.get("W", 1)))
    found = {"H": image.shape[0], "W": image.shape[1]}
    p = givens.get("p")
    if p is None and conventions["padding"] == "full":
        p = found["full_p"] = next(p for p in range(99) if p + 1 == givens["k"])
    elif p is None:
        p = found["same_p"] = next(p for p in range(99) if places(40, givens["k"], p) == 40)
    ones = np.pad(np.ones(image.shape), p)
    return found | {"padded": np.pad(image, p).tolist(), "size": list(ones.shape), "zeros_added": int((ones == 0).sum())}
