"""Errors of reconstruction on a line, with the threshold of the alarm."""

from quizgen.document import Dot, Figure, Label, Path
from quizgen.rounding import shown

from .._figures import ticks

LEFT, RIGHT, GROUND = 60, 340, 26


def errors_on_a_line(training, new, threshold):
    """Training errors as circles, equal ones on top of each other, new errors as discs; none where they are too many or
    too far apart."""
    low, high = min(*training, *new, threshold), max(*training, *new, threshold)
    numbers = ticks(low, high)
    if not numbers or len(training) + len(new) > 60:
        return None

    def across(error):
        return LEFT + (RIGHT - LEFT)*(error - low)/(high - low)

    base = GROUND + 14 + 10*bool(new)
    tallest = max([1, *map(training.count, training)])
    top = base + 8*tallest + 4
    shapes = [Path(((LEFT - 8, GROUND), (RIGHT + 8, GROUND)), role="axis")]
    for number in numbers:
        shapes += [Path(((across(number), GROUND - 3), (across(number), GROUND)), role="axis"),
                   Label(across(number), GROUND - 5, (f"{number:g}",), "top")]
    shapes += [Dot(across(error), GROUND + 10, 3, "disc", "mark") for error in new]
    shapes += [Dot(across(error), base + 8*training[:k].count(error), 3, "circle") for k, error in enumerate(training)]
    shapes += [Path(((across(threshold), GROUND), (across(threshold), top)), "guide", dashed=True),
               Label(across(threshold), top + 3, (f"threshold {shown(threshold, 4)}",), "bottom"),
               Label(LEFT - 14, GROUND + 10, ("new",), "right")]
    if training:
        shapes.append(Label(LEFT - 14, base, ("training",), "right"))
    above, below = (", ".join(f"{error:g}" for error in new if (error > threshold) == flagged) or "none"
                    for flagged in (True, False))
    alt = f"Errors on a line, the threshold {shown(threshold, 4)}; new errors above it: {above}, not above it: {below}."
    return Figure(RIGHT + 14, top + 16, tuple(shapes), alt)
