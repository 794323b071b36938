"""Gradient boosting with squared loss: a mean, the residuals, a stump fitted to them, and a step towards them."""

from itertools import pairwise

from quizgen.authoring import (Aside, Index, Level, Mistake, Number, Problem, Vector, between, computed, made, oneof)


def leaves(x, residuals, split):
    """The mean residuals on both sides of a split, and the squared errors that they leave."""
    sides = [[r for at, r in zip(x, residuals) if (at < split) == left] for left in (True, False)]
    means = [sum(side)/len(side) for side in sides]
    return means, sum((r - mean)**2 for side, mean in zip(sides, means) for r in side)


def best_splits(x, y, rate, rounds):
    """The best split of each round, and by how much it beats the others or, if less, the size of its smaller leaf."""
    fitted, splits, margins = [sum(y)/len(y)]*len(y), [], []
    between_points = [(a + b)/2 for a, b in pairwise(x)]
    for _ in range(rounds):
        residuals = [value - f for value, f in zip(y, fitted)]
        (error, split), (second, _), *_ = sorted((leaves(x, residuals, at)[1], at) for at in between_points)
        (left, right), _ = leaves(x, residuals, split)
        margins.append(min((second - error)/(second + 1), abs(left)/5, abs(right)/5))
        fitted = [f + rate*(left if at < split else right) for f, at in zip(fitted, x)]
        splits.append(split)
    return splits, [round(margin, 6) for margin in margins]


def side(rule, name, mean=True):
    """The mean of `name`[i], or the sum, over the points on one side of the split."""
    total, count = (f"sum({what} if x[i] {rule} SPLIT else 0, i)" for what in (f"{name}[i]", "1"))
    return f"{total}/{count}" if mean else total
