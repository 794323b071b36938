"""The shortest input that an ordinary convolution takes to the given size; the transpose of the convolution's matrix."""

import numpy as np


def places(length, k, s, p):
    return sum(i + k <= length + 2 * p for i in range(0, length + 2 * p, s))


def expected(givens, conventions):
    s, p, more = givens["s"], givens.get("p", 0), givens.get("output_padding", 0)
    found = {}
    if "n" in givens:
        n, k, layers = givens["n"], givens["k"], givens["layers"]
        for layer in range(1, layers + 1):
            if conventions["framework"] == "keras-same":
                n = len(range(n * s))
            else:
                n = next(m for m in range(n * s + k) if places(m, k, s, p) == n) + more
            found[f"out_size.{layer}" if layers > 1 else "out_size"] = n
    if "X" in givens:
        X, K = np.array(givens["X"], float), np.array(givens["K"], float)
        height, width = ((n - 1) * s + k for n, k in zip(X.shape, K.shape))
        matrix = np.zeros((X.size, height, width))
        for row, (i, j) in zip(matrix, np.ndindex(X.shape)):
            row[i * s : i * s + K.shape[0], j * s : j * s + K.shape[1]] = K
        Y = (matrix.reshape(X.size, -1).T @ X.ravel()).reshape(height, width)[p : height - p, p : width - p]
        Y = np.pad(Y, ((0, more), (0, more)))
        found |= {"Y": Y.tolist(), "size": list(Y.shape)}
    return found
