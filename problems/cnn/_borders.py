"""What a kernel covers, in the middle of an image or at its border. A kernel that is not given is 3×3."""

from ._windows import ringed

THREE = ((0,)*3,)*3


def zeros_around(image, kernel=THREE):
    """The image with as many rings of zeros as the kernel reaches over it."""
    return ringed(image, len(kernel)//2)


def mirrored(image, kernel=THREE):
    """The image mirrored at its border pixels as far as the kernel reaches over it."""
    reach = len(kernel)//2
    if reach >= min(len(image), len(image[0])):
        raise ValueError("the image is too small to be mirrored so far")
    rows = [[*row[reach:0:-1], *row, *row[-2:-2 - reach:-1]] for row in image]
    return [*rows[reach:0:-1], *rows, *rows[-2:-2 - reach:-1]]


def around(at, row, column, kernel=THREE):
    """The part of the padded image that the kernel covers when it lies on a pixel."""
    top, left = int(row) - 1, int(column) - 1
    return [line[left:left + len(kernel)] for line in at[top:top + len(kernel)]]


def middle(image, kernel=THREE):
    """The part of the image that the kernel covers when it lies on its middle."""
    top, left = (len(image) - len(kernel))//2, (len(image[0]) - len(kernel))//2
    if top < 0 or left < 0:
        raise ValueError("the patch is smaller than the kernel")
    return around(image, top + 1, left + 1, kernel)
