"""How pooling passes the gradient back: procedures, and what is done wrong in them."""

from ._windows import sides


def size_of(image, pool, stride):
    """Rows and columns of the pooled map."""
    return sides(image, [[0]*int(pool)]*int(pool), stride)


def spread(image, pool, stride, shares):
    """The gradient with respect to each entry, added up over the windows: shares(r, c, places) gives the places that have
    a share of the 1 that the window at row r and column c of the output receives, each with its share."""
    found, pool, stride = [[0]*len(row) for row in image], int(pool), int(stride)
    rows, columns = size_of(image, pool, stride)
    for r in range(rows):
        for c in range(columns):
            places = [(r*stride + a, c*stride + b) for a in range(pool) for b in range(pool)]
            for (i, j), share in shares(r, c, places):
                found[i][j] += share
    return found


def to_largest(image, pool, stride, largest):
    """Each window's 1 at its largest entry, the first of equals."""
    def shares(r, c, places):
        return [(place, 1) for place in places if image[place[0]][place[1]] == largest[r][c]][:1]
    return spread(image, pool, stride, shares)


def to_all(image, pool, stride, *_):
    """Each window's 1 shared out evenly."""
    return spread(image, pool, stride, lambda r, c, places: [(place, 1/pool**2) for place in places])


def once(image, pool, stride, largest):
    """A 1 wherever the largest entry of some window is."""
    return [[min(1, entry) for entry in row] for row in to_largest(image, pool, stride, largest)]


def the_values(image, pool, stride, largest):
    """The largest entries themselves, zeros elsewhere."""
    return [[entry if passed else 0 for entry, passed in zip(*rows)]
            for rows in zip(image, to_largest(image, pool, stride, largest))]


def largest_only(image, pool, stride):
    """What max pooling would do."""
    def shares(r, c, places):
        return [(max(places, key=lambda place: image[place[0]][place[1]]), 1)]
    return spread(image, pool, stride, shares)
