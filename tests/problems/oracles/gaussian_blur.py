"""scipy.ndimage for the weighted means; the kernel as the outer product of one in one dimension."""

import numpy as np
from scipy.ndimage import correlate

MODES = {"zeros": "constant", "reflected": "mirror"}


def expected(givens, conventions):
    found = {}
    patch = np.array(givens["patch"], float) if "patch" in givens else None
    if patch is not None:
        place = (givens["row"] - 1, givens["column"] - 1) if "row" in givens else tuple(n // 2 for n in patch.shape)
        mode = MODES[conventions["border"]] if "row" in givens else "constant"
        pad = {"constant": "constant", "mirror": "reflect"}[mode]
    if patch is not None and "kernel" in givens:
        kernel = np.array(givens["kernel"], float)
        reach = len(kernel) // 2
        found["padded"] = np.pad(patch, reach, mode=pad).tolist()
        found["window"] = np.pad(patch, reach, mode=pad)[
            place[0] : place[0] + len(kernel), place[1] : place[1] + len(kernel)
        ].tolist()
        box = np.full(kernel.shape, 1 / kernel.size)
        found |= {"weighted_sum": correlate(patch, kernel, mode=mode)[place], "kernel_sum": np.sum(kernel)}
        found["blurred_centre"] = correlate(patch, kernel / kernel.sum(), mode=mode)[place]
        found["box_blur_centre"] = correlate(patch, box, mode=mode)[place]
    if "sigma" in givens:
        line = np.exp(-np.square([-1, 0, 1]) / (2 * givens["sigma"] ** 2))
        square = np.outer(line / line.sum(), line / line.sum())
        found |= {"gaussian_1d": (line / line.sum()).tolist(), "weights": np.outer(line, line).tolist()}
        found |= {"total": line.sum() ** 2, "kernel_2d": square.tolist()}
        if patch is not None:
            found["blurred"] = correlate(patch, square, mode=mode)[place]
    return found
