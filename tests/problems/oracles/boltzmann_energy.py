"""All states by brute force: the probabilities come from their energies alone."""

from itertools import product
from math import exp, fsum


def expected(givens, conventions):
    bipolar = conventions["units"] == "-1/1"
    off = -1 if bipolar else 0
    W, b, T = givens["W"], givens["b"], givens.get("T", 1)
    state = tuple(1 if unit > 0 else off for unit in givens["s"])
    n = len(b)

    def pairs(s):
        return fsum(W[i][j] * s[i] * s[j] for i in range(n) for j in range(n)) / 2

    def energy(s):
        return -pairs(s) - fsum(bias * unit for bias, unit in zip(b, s))

    every = list(product((off, 1), repeat=n))
    Z = fsum(exp(-energy(s) / T) for s in every)
    found = {
        "pair_terms": pairs(state),
        "bias_terms": -energy(state) - pairs(state),
        "E": energy(state),
        "energies": [energy(s) for s in every],
        "Z": Z,
        "P_s": exp(-energy(state) / T) / Z,
    }
    if "unit" in givens:
        k = givens["unit"] - 1
        with_off, with_on = ((*state[:k], value, *state[k + 1 :]) for value in (off, 1))
        on, rest = exp(-energy(with_on) / T), exp(-energy(with_off) / T)
        found |= {"energy_gap": energy(with_off) - energy(with_on), "p_on": on / (on + rest)}
    return found | ({"spins": list(state)} if bipolar else {})
