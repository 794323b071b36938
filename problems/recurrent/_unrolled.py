"""A recurrent unit unrolled in time, as a picture."""

from quizgen.document import Dot, Figure, Label, Path

APART, RADIUS, BELOW, STATES, ABOVE = 64, 11, 8, 62, 112
DIGITS = "₀₁₂₃₄₅₆"


def unrolled(steps, outputs=False, jordan=False):
    """States from left to right, the input below each and, with `outputs`, the output above, which a Jordan network
    feeds back. None for more than six steps."""
    if steps > 6:
        return None
    shapes, fed = [], ABOVE if jordan else STATES
    for k in range(steps + 1):
        x = 20 + APART*k
        if k or not jordan:
            shapes += node(x, STATES, f"h{DIGITS[k]}")
        if jordan or (k and outputs):
            shapes += node(x, ABOVE, f"y{DIGITS[k]}")
        if k and outputs:
            shapes.append(arrow((x, STATES + RADIUS), (x, ABOVE - RADIUS)))
        if k:
            slope = RADIUS*0.72 if jordan else 0
            start = (x - APART + (slope or RADIUS), fed - slope)
            shapes += [arrow((x, BELOW + 8), (x, STATES - RADIUS)), Label(x, BELOW, (f"x{DIGITS[k]}",)),
                       arrow(start, (x - (slope or RADIUS), STATES + slope))]
    told = "the output" if jordan else "the state"
    return Figure(40 + APART*steps, (ABOVE if outputs else STATES) + RADIUS + 4, tuple(shapes),
                  f"The unit unrolled over {steps} steps: each state h is entered by the input x below it and by "
                  f"{told} before{'; above each stands its output y' if outputs else ''}.")


def node(x, y, name):
    """A circle with a name in it."""
    return [Dot(x, y, RADIUS, "circle"), Label(x, y, (name,))]


def arrow(start, end):
    """An arrow from one point to another."""
    return Path((start, end), role="guide", arrow=True)
