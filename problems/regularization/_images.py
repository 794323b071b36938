"""Small gray images, lists of rows, turned and flipped."""


def mirrored(image):
    """Left and right exchanged."""
    return [row[::-1] for row in image]


def upside_down(image):
    """Top and bottom exchanged."""
    return image[::-1]


def transposed(image):
    """Rows made columns."""
    return [list(column) for column in zip(*image)]


def clockwise(image):
    """A quarter turn to the right."""
    return mirrored(transposed(image))


def counterclockwise(image):
    """A quarter turn to the left."""
    return upside_down(transposed(image))


def half_turn(image):
    """Upside down and mirrored."""
    return upside_down(mirrored(image))


FLIPS = {"horizontal flip": mirrored, "vertical flip": upside_down}
TURNS = {"quarter turn clockwise": clockwise, "quarter turn counterclockwise": counterclockwise}
OPERATIONS = FLIPS | TURNS | {"half turn": half_turn, "transposition": transposed}

WAYS = {
    "flip_horizontal": (mirrored, "Image flipped left to right", "Every row is written backwards."),
    "flip_vertical": (upside_down, "Image flipped upside down", "The rows change their order, last first."),
    "rot90_cw": (clockwise, "Image turned clockwise", "The first column, from bottom to top, becomes the first row."),
    "rot90_ccw": (counterclockwise, "Image turned counterclockwise",
                  "The last column, from top to bottom, becomes the first row."),
    "rot180": (half_turn, "Image turned by half", "The rows change their order, and each is written backwards."),
}


def operated(image, operation, *_):
    """The image after an operation."""
    return OPERATIONS[operation](image)


def cropped(image, rows, columns):
    """What stands in some rows and columns, counted from 0."""
    return [image[row][min(columns):max(columns) + 1] for row in sorted(rows)]


def span(first, length):
    """So many neighboring places from the first."""
    return list(range(first, first + length))


def of_whole_mean(image):
    """The image with one gray value made less, so that the mean is a whole number; ValueError where it cannot be."""
    count = len(image)*len(image[0])
    over = sum(map(sum, image)) % count
    lowered = [list(row) for row in image]
    lowered[0][0] -= over
    if lowered[0][0] < 0:
        raise ValueError("the corner is too dark")
    return lowered


def without_last(image, rows, columns):
    """Wrong: cropped without the last row and column, as programs count."""
    return cropped(image, rows[:-1], columns[:-1])


def axes_exchanged(image, rows, columns):
    """Wrong: rows taken for columns."""
    found = cropped(image, columns, rows)
    if found == cropped(image, rows, columns) or max(columns) >= len(image) or max(rows) >= len(image[0]):
        raise ValueError("no difference")
    return found


def second_alone(after_first, second, image, first):
    """Wrong: the second operation on the image as it was."""
    return operated(image, second)


def exchanged(after_first, second, image, first):
    """Wrong: the operations in the other order; ValueError where it does not matter."""
    found = operated(operated(image, second), first)
    if found == operated(after_first, second):
        raise ValueError("the order does not matter")
    return found
