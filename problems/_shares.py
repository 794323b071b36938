"""Probabilities that add up to 1."""

from itertools import pairwise


def shares(cuts, whole):
    """The shares of the pieces into which a whole is cut."""
    ends = sorted([0, *cuts, whole])
    return [round((end - start)/whole, 4) for start, end in pairwise(ends)]
