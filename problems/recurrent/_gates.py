"""What gated cells share: their net inputs, their weights as a table."""

from quizgen.authoring import between, oneof
from quizgen.document import Table

WEIGHT = oneof(between(-1, -0.1, 0.1), between(0.1, 1, 0.1))
BIAS = between(-0.5, 0.5, 0.1)


def net(weights, old="h_prev", x="x_t"):
    """The net input of a gate of a single cell: its weights are those of the input and of the old state, and a bias."""
    return f"{weights}[1]*{x} + {weights}[2]*{old} + {weights}[3]"


def misfits(letters):
    """Which weights of gates do not fit a single cell, or a layer."""
    return {condition: f"W_{letter}: {words}" for letter in letters for condition, words in (
        (f"h_prev == h_prev and count(W_{letter}) != 3",
         "a cell has three numbers, the weights of the input and of the old state, and the bias"),
        (f"count(W_{letter}) != count(H_prev)", "a layer has a row for each unit"),
        (f"count(X[1]) > 1 and count(W_{letter}[1]) != count(X[1]) + count(H_prev) + 1",  # in a round X is one row
         "a row has a number for each input, for each old state, and the bias"))}


def layer_net(weights, x, i, scale="", gain=""):
    """The net input of unit j in a layer; a row of weights holds those of the inputs, of the old states, and the bias.
    The old states are scaled by `scale`, their sum by `gain`. Without an index i there is a single input."""
    states = f"sum({weights}[j][count({x}) + m]*{scale}H_prev[m], m)"
    inputs = f"sum({weights}[j][{i}]*{x}[{i}], {i})" if i else f"{weights}[j][1]*{x}"
    return f"{inputs} + {gain}{states} + {weights}[j][count({x}) + count(H_prev) + 1]"


def weights_table(names, rows):
    """The weights of single cells' gates, one a row."""
    if any(row is None for row in rows):
        return None
    texts = [[f"{entry:g}".replace("-", "−") for entry in row] for row in rows]
    return Table(
        header=(("",), ("wₓ",), ("wₕ",), ("b",)),
        rows=tuple(((name,), *((text,) for text in row)) for name, row in zip(names, texts)),
        alt="; ".join(f"{name}: wₓ = {a}, wₕ = {b}, b = {c}" for name, (a, b, c) in zip(names, texts)) + ".",
        stub=True,
    )
