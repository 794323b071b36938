"""Shapes of arrays, and a search for the largest size that fits."""

import numpy as np


def expected(givens, conventions):
    words = givens["V"]
    size = givens.get("N") or max(size for size in range(1, 4000) if 2 * words * size <= givens["B"])
    into, out = (np.broadcast_to(np.float32(0), shape) for shape in ((words, size), (size, words)))
    return {
        "N": size,
        "input_matrix": into.size,
        "output_matrix": out.size,
        "total": into.size + out.size,
        "megabytes_float32": (into.size * into.itemsize + out.size * out.itemsize) / 1e6,
        "one_hot_memory_per_word": words,
        "embedding_per_word": size,
    }
