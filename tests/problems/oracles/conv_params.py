"""Arrays of the layer's shapes, their entries counted; multiplications by the sizes of the products."""

import numpy as np


def size(*shape):
    return np.broadcast_to(np.int8(0), shape).size


def expected(givens, conventions):
    several = isinstance(givens["filters"], list)
    channels, found = givens["in_channels"], {}
    for number, filters in enumerate(givens["filters"] if several else [givens["filters"]], 1):
        suffix = f".{number}" if several else ""
        weights = (filters, channels, *givens["kernel"])
        biases = size(filters) if givens["bias"] == "yes" else 0
        layer = {"per_filter": size(*weights[1:]), "weights": size(*weights), "biases": biases, "maps": filters}
        layer |= {"total": size(*weights) + biases, "multiplications": size(*weights, *givens.get("output_hw", (0, 0)))}
        found |= {name + suffix: value for name, value in layer.items()}
        channels = filters
    return found
