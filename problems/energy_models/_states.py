"""What machines of binary units share: their states, listed in the order of binary counting, and the table of them."""

import math
from itertools import product

WEIGHTS = tuple(tenths / 10 for tenths in range(-10, 11) if tenths)
BIASES = tuple(tenths / 10 for tenths in range(-5, 6) if tenths)


def states(count, off=0):
    """All states of some units, the last unit changing fastest."""
    return product((off, 1), repeat=count)


def energy_table(names, energies, off=0):
    """Every state with its energy and its unnormalized probability; None where there are too many to read."""
    from quizgen.document import Table
    from quizgen.rounding import shown

    if len(energies) > 16:
        return None
    rows = [
        (" ".join(map(str, state)).replace("-", "−"), shown(energy, 4).replace("-", "−"), shown(math.exp(-energy), 4))
        for state, energy in zip(states(len(energies).bit_length() - 1, off), energies)
    ]
    words = "; ".join(f"state {state}: energy {energy}" for state, energy, _ in rows)
    cells = tuple(tuple((cell,) for cell in row) for row in rows)
    return Table(((names,), ("E",), ("exp(−E)",)), cells, f"All states with their energies. {words}.", stub=True)
