"""Epochs of a self-organizing map in which only the winner moves."""

from functools import cache
from itertools import cycle

from . import _rates

CLEAR = 0.4  # by so much squared distances differ that are told apart when they are rounded on the way


@cache
def row(place):
    """A function that takes a row, counted from 1, out of a matrix."""

    def sample(X):
        return X[place - 1]

    return sample


def squared(x, W):
    """The squared distance of a sample from each unit."""
    return [sum((a - b)**2 for a, b in zip(x, unit)) for unit in W]


def nearest(x, W):
    """The unit nearest to a sample, counted from 1; the first of equals."""
    d2 = squared(x, W)
    return d2.index(min(d2)) + 1


def rows(*values):
    """What the rounds of an epoch gave, in a list."""
    return list(values)


def start(W):
    """The weights as they are given."""
    return W


def winners(X, W_start, eta, *winners):
    """The winners of an epoch."""
    return list(winners)


def classes(final_d):
    """The nearest unit of each sample."""
    return [d.index(min(d)) + 1 for d in final_d]


def after(W_new, *_):
    """The weights after the last sample of an epoch."""
    return W_new


def moved(W, x, winner, eta):
    """The weights after a sample."""
    return [[w + eta*(a - w) for a, w in zip(x, unit)] if place == winner else unit for place, unit in enumerate(W, 1)]


def trained(X, W, epochs, eta0, schedule, *decay):
    """The weights after the last of many epochs."""
    way = _rates.by_sample if schedule == "per-sample" else _rates.by_epoch
    if schedule == "constant" and not decay:
        way = _rates.constant
    for x, eta in zip(cycle(X), way(X, epochs, eta0, *decay)):
        W = moved(W, x, nearest(x, W), eta)
    return W


def each_from_the_start(W_new, W_start, X, eta):
    """Wrong: each sample moves its winner as it was at the start; ValueError where no unit wins twice."""
    found = W_start
    for place, x in enumerate(X):
        winner = nearest(x, W_start)
        found = list(found)
        found[winner - 1] = moved(W_start, x, winner, eta[place] if isinstance(eta, list) else eta)[winner - 1]
    if max(abs(a - b) for ours, theirs in zip(found, W_new) for a, b in zip(ours, theirs)) < 1e-9:
        raise ValueError("the same weights")
    return found


def winners_from_the_start(X, W_start, eta, *winners):
    """Wrong: all winners by the distances from the weights at the start; ValueError where they are the same, or where
    rounding on the way might make them so."""
    W, found, margins = W_start, [nearest(x, W_start) for x in X], []
    for place, (x, winner) in enumerate(zip(X, winners)):
        margins.append(sorted(squared(x, W))[1] - min(squared(x, W)))
        W = moved(W, x, winner, eta[place] if isinstance(eta, list) else eta)
    if found == list(winners) or min(margins) < CLEAR:
        raise ValueError("the same winners, or nearly so")
    return found
