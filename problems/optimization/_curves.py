"""Pictures of a way down: the curve of a loss of one weight."""

from quizgen.document import Dot, Figure, Label, Path
from quizgen.formula import Formula

WIDTH, GROUND, TALL, EDGE = 300, 30, 100, 32


def way_down(loss, path):
    """The curve of a loss of w, with the points of a descent on it; None where they are beyond sense."""
    low, high = min(path), max(path)
    if not 1e-6 < high - low < 1e6:
        return None
    margin, number = 0.25*(high - low), Formula(loss).number
    left, right = low - margin, high + margin
    grid = [left + (right - left)*k/60 for k in range(61)]
    try:
        heights = [number({"w": w}) for w in (*grid, *path)]
    except (ArithmeticError, ValueError):
        return None
    bottom, top = min(heights), max(heights)
    if not 0 < top - bottom < 1e9:
        return None
    across = [WIDTH*(w - left)/(right - left) for w in (*grid, *path)]
    spots = [(x, GROUND + 8 + TALL*(height - bottom)/(top - bottom)) for x, height in zip(across, heights)]
    curve, stops = spots[:len(grid)], spots[len(grid):]
    shapes = [Path(tuple(curve)), Path(((0, GROUND), (WIDTH, GROUND)), role="axis"),
              Path(tuple(stops), role="mark", dashed=True), *(Dot(*spot, 2.5, "disc", "mark") for spot in stops)]
    for place, down in ((0, 3), (-1, 15)):
        name = subscript(0 if place == 0 else len(path) - 1)
        x = min(max(stops[place][0], EDGE), WIDTH - EDGE)
        shapes += [Path(((stops[place][0], GROUND), (stops[place][0], GROUND + 4)), role="axis"),
                   Label(x, GROUND - down, (f"w{name} = {path[place]:.4g}".replace("-", "−"),), "top")]
    told = ", ".join(f"{w:.4g}" for w in (path if len(path) < 9 else [*path[:4], path[-1]])).replace("-", "−")
    return Figure(WIDTH, GROUND + TALL + 16, tuple(shapes),
                  f"The loss as a curve over w, with the points w = {told} on it.")


def subscript(number):
    """A whole number in small digits below the line."""
    return str(number).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
