"""Dense layers, as several problems need them."""

ACTIVATIONS = {"sigmoid": "sigmoid({})", "tanh": "tanh({})", "ReLU": "max(0, {})", "identity": "{}"}


def activated(net, names=ACTIVATIONS):
    """The formulas of the activations for a net input, by their names."""
    return {name: ACTIVATIONS[name].format(net) for name in names}


def bias(w, name, at):
    """What a layer's bias adds to a net input: an entry a unit, one number for all units, or nothing."""
    return "" if not w.has(name) else f" + {name}[{at}]" if w.count(name) else f" + {name}"


def drawn(v, rows_into=True):
    """The network with its weights, in a figure; None where it is too large. Rows of weights lead into a unit, or where not
    `rows_into` out of one."""
    from .._figures import network, minus

    first, second = (weights if rows_into else list(zip(*weights)) for weights in (v.W1, v.W2))
    if max(map(len, (first, second, first[0]))) > 3:
        return None
    layers = (names("x", len(first[0])), names("h", len(first)), names("y", len(second)))
    return network(layers, [[minus(f"{weight:g}") for row in rows for weight in row] for rows in (first, second)])


def listed(v, rows_into=True):
    """A table of all weights and biases: from, to, value."""
    from quizgen.document import Table

    from .._figures import minus

    first, second = (weights if rows_into else list(zip(*weights)) for weights in (v.W1, v.W2))
    layers = names("x", len(first[0])), names("h", len(first)), names("y", len(second))
    rows = []
    for starts, ends, weights, off in zip(layers, layers[1:], (first, second), (v.b1, v.b2)):
        rows += [(start, end, weights[k][m]) for k, end in enumerate(ends) for m, start in enumerate(starts)]
        rows += [("bias", end, off[k] if isinstance(off, list) else off) for k, end in enumerate(ends)]
    cells = tuple(((start,), (end,), (minus(f"{value:g}"),)) for start, end, value in rows)
    words = "; ".join(f"{start[0]} to {end[0]}: {value[0]}" for start, end, value in cells)
    return Table((("from",), ("to",), ("value",)), cells, f"The weights and biases of the network. {words}.")


def names(letter, count):
    """The units of a layer: x₁, x₂; where there is one alone, without a number."""
    return (letter,) if count == 1 else tuple(letter + "₁₂₃"[k] for k in range(count))
