"""scipy's correlation over the padded image, every stride-th row and column of it."""

import numpy as np
from scipy.signal import convolve2d, correlate2d


def expected(givens, conventions):
    s, pad = givens["stride"], givens["pad"]
    slide = correlate2d if conventions["correlation"] == "cross-correlation" else convolve2d
    found, maps = {}, []
    for n in ("", "2"):
        if "X" + n in givens:
            image, kernel = np.pad(np.array(givens["X" + n], float), pad), np.array(givens["K" + n], float)
            maps.append(slide(image, kernel, mode="valid")[::s, ::s])
            found |= {f"padded{n}": image.tolist(), f"turned{n}": np.rot90(kernel, 2).tolist()}
    found |= {"size": list(maps[0].shape), "output": maps[0].tolist(), "relu": maps[0].clip(0).tolist()}
    found |= dict(zip(("first", "second"), (part.tolist() for part in maps)))
    return found | {"feature_map": (sum(maps) + givens.get("bias", 0)).tolist()}
