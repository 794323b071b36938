"""Linear equations, for the output weights of a network."""

from math import exp, fsum


def distances(points, centres):
    """The squared distance of each point, a row, from each center."""
    return [[fsum((a - b)**2 for a, b in zip(point, center)) for center in centres] for point in points]


def with_ones(rows):
    """The rows with a column of ones for the bias."""
    return [[*row, 1] for row in rows]


def times(rows, vector):
    """A matrix times a vector."""
    return [fsum(a*b for a, b in zip(row, vector)) for row in rows]


def normal(rows):
    """The matrix of the normal equations."""
    columns = list(zip(*rows))
    return [times(columns, column) for column in columns]


def beside(rows, targets):
    """The right side of the normal equations."""
    if len(rows) != len(targets):
        raise ValueError(f"there are {len(rows)} points and {len(targets)} targets")
    return times(zip(*rows), targets)


def output(rows, weights):
    """The network's output at each point, without what is left of it by rounding."""
    return [round(value, 10) + 0.0 for value in times(rows, weights)]


WITHOUT_BIAS = {"matrix": normal, "side": beside, "output": output}
WITH_BIAS = {name: lambda rows, *vector, way=way: way(with_ones(rows), *vector) for name, way in WITHOUT_BIAS.items()}


def clean(value):
    """The value, or 0 for what rounding leaves of a difference of equals."""
    return value if abs(value) > 1e-12 else 0.0


def eliminated(rows, right):
    """The equations in triangular form, each with its right side, the largest pivots first; ValueError where they have
    no single solution."""
    if not len(right) == len(rows) == len(rows[0]):
        raise ValueError(f"{len(rows)} points, {len(right)} targets and {len(rows[0])} weights do not fit together")
    system = [[*row, value] for row, value in zip(rows, right)]
    for k in range(len(system)):
        pivot = max(range(k, len(system)), key=lambda row: round(abs(system[row][k]), 9))
        system[k], system[pivot] = system[pivot], system[k]
        if abs(system[k][k]) < 1e-10:
            raise ValueError("the equations have no single solution: are two points alike?")
        for row in system[k + 1:]:
            share = row[k]/system[k][k]
            row[k:] = [0.0, *(clean(a - share*b) for a, b in zip(row[k + 1:], system[k][k + 1:]))]
    return system


def solved(rows, right):
    """The solution of linear equations, by elimination and back substitution."""
    found = []
    for row in reversed(eliminated(rows, right)):
        known = row[len(row) - 1 - len(found):-1]
        found.insert(0, (row[-1] - fsum(a*b for a, b in zip(known, found)))/row[len(row) - 2 - len(found)])
    return found


def condition(rows):
    """How much errors can grow in the solution, by the largest row sums of a matrix and of its inverse."""
    units = [[float(i == j) for j in range(len(rows))] for i in range(len(rows))]
    inverse = [solved(rows, unit) for unit in units]  # its columns
    return max(sum(map(abs, row)) for row in rows)*max(sum(map(abs, row)) for row in zip(*inverse))


def gaussian_condition(centres, fade):
    """The condition of the design matrix of units at their own training points, exp(-fade d²)."""
    return condition([[exp(-fade*d2) for d2 in row] for row in distances(centres, centres)])


def targets_taken(rows, targets):
    """Wrong: the targets for the weights."""
    return targets
