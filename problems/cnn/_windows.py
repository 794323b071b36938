"""Windows that slide over an image, and pictures of it: what convolution, pooling and upsampling share."""

from quizgen.document import Figure, Label, Path

from .._figures import minus

CELL, MOST = 18, 8


def windows(image, kernel, row="a", column="b", step="stride"):
    """The sum over a window at row r and column c, each entry of `image` times the entry of `kernel` that lies on it."""
    return f"sum(sum({image}[(r - 1)*{step} + a][(c - 1)*{step} + b]*{kernel}[{row}][{column}], b), a)"


def sides(image, window, stride, pad=0):
    """How many rows and columns the windows make that fit into the padded image."""
    inside = ((len(image), len(window)), (len(image[0]), len(window[0])))
    return [(n + 2*pad - k)//stride + 1 for n, k in inside]


def rings(pad):
    """How many rings are laid around an image. ValueError where they are no number that makes sense."""
    if not 0 <= pad <= 1000:
        raise ValueError("so many rings are not laid around an image")
    return int(pad)


def ringed(image, pad):
    """The image with `pad` rings of zeros around it."""
    beside = [0]*rings(pad)
    above = [[0]*(len(image[0]) + 2*len(beside)) for _ in beside]
    return [*above, *([*beside, *row, *beside] for row in image), *above]


def turned(kernel):
    """The kernel turned by 180°: last row first, each backwards."""
    return [row[::-1] for row in kernel[::-1]]


def rectangle(left, top, width, height):
    """The corners of a rectangle, from its upper left one around."""
    return tuple((left + x, top - y) for x, y in ((0, 0), (width, 0), (width, height), (0, height), (0, 0)))


def grids(parts, alt):
    """Matrices side by side as grids of cells, (title, rows, framed) each; `framed` is a shaded block of cells, (row, column,
    height, width) from 0, or None. None where one is too large to look at."""
    if any(len(rows) > MOST or len(rows[0]) > MOST for _, rows, _ in parts):
        return None
    shapes, left, height = [], 2, CELL*max(len(rows) for _, rows, _ in parts)
    for title, rows, framed in parts:
        texts = [[minus(f"{round(entry, 4):.12g}") for entry in row] for row in rows]
        wide = max(CELL, max(len(text) for row in texts for text in row)*4.5 + 6)
        top, tall, across = height + 2, CELL*len(rows), wide*len(rows[0])
        if framed:
            row, column, down, right = framed
            shapes.append(Path(rectangle(left + column*wide, top - row*CELL, right*wide, down*CELL), "mark", fill=True))
        shapes += [Path(((left, top - k*CELL), (left + across, top - k*CELL)), "light") for k in range(1, len(rows))]
        shapes += [Path(((left + k*wide, top), (left + k*wide, top - tall)), "light") for k in range(1, len(rows[0]))]
        shapes.append(Path(rectangle(left, top, across, tall), "axis"))
        shapes += [Label(left + (j + 0.5)*wide, top - (i + 0.5)*CELL, (text,))
                   for i, row in enumerate(texts) for j, text in enumerate(row)]
        shapes.append(Label(left + across/2, top + 5, (title,), "bottom"))
        left += max(across, 5*len(title)) + 28
    return Figure(left - 26, height + 20, tuple(shapes), alt)


def in_words(rows):
    """A matrix's rows: "1, 2; 3, 4"."""
    return "; ".join(", ".join(minus(f"{entry:g}") for entry in row) for row in rows)
