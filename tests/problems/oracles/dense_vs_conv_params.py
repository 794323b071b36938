"""Arrays of the layers' shapes, their entries counted."""

import numpy as np


def size(*shape):
    return np.broadcast_to(np.int8(0), shape).size


def expected(givens, conventions):
    image, units, bias = givens["image"], givens.get("dense_units", 1), givens["bias"] == "yes"
    filters, k = givens.get("filters", 1), givens.get("k", 1)
    inputs = np.broadcast_to(np.int8(0), image).reshape(-1).shape[0]
    dense = size(units, inputs) + (size(units) if bias else 0)
    conv = size(filters, k, k, image[-1]) + (size(filters) if bias else 0)
    outputs = size(filters, *image[:-1])
    return {
        "inputs_flattened": inputs,
        "dense_params": dense,
        "conv_params": conv,
        "ratio": dense / conv,
        "outputs": outputs,
        "dense_to_same_output_volume": outputs * inputs + (outputs if bias else 0),
    }
