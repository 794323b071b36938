"""The weights of the two camps compared."""


def camp(values, votes, side):
    return sum(value for value, vote in zip(values, votes) if vote == side)


def expected(givens, conventions):
    alpha, votes = givens["alpha"], givens["h"]
    ayes, noes = camp(alpha, votes, 1), camp(alpha, votes, -1)
    heads = votes.count(1), votes.count(-1)
    return {
        "score": ayes - noes,
        "sign": 1 if ayes > noes else -1,
        "majority_unweighted": (heads[0] > heads[1]) - (heads[0] < heads[1]),
    }
