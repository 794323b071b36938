"""The weights on each side, in exact decimals."""

from decimal import Decimal


def winner(weights, votes):
    plus, minus = (sum(weight for weight, vote in zip(weights, votes) if vote == side) for side in (1, -1))
    return plus - minus, 1 if plus > minus else -1 if plus < minus else 0


def expected(givens, conventions):
    score, sign = winner([Decimal(str(alpha)) for alpha in givens["alpha"]], givens["h"])
    return {
        "score": float(score),
        "sign": sign,
        "majority_unweighted": winner([1] * len(givens["h"]), givens["h"])[1],
    }
