"""itertools' pairs of units, counted one by one"""

from functools import cache
from itertools import combinations


@cache
def counted(visible, hidden):
    units = ["v"] * visible + ["h"] * hidden
    pairs = list(combinations(units, 2))
    return len(pairs), sum(one != other for one, other in pairs)


def expected(givens, conventions):
    visible, hidden = givens["visible"], givens["hidden"]
    full, restricted = counted(visible, hidden)
    return {
        "units": visible + hidden,
        "boltzmann_connections": full,
        "rbm_connections": restricted,
        "removed": full - restricted,
        "rbm_parameters": restricted + visible + hidden,
        "boltzmann_parameters": full + visible + hidden,
        "joint_states": 1 << visible + hidden,
    }
