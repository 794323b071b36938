"""Pictures of a way down: the curve of a loss of one weight, the level curves of a loss of two."""

from math import cos, pi, sin, sqrt

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


def level_curves(a, b, c, path, center=(0, 0)):
    """The ellipses of equal ax² + bxy + cy² around the center through the points of a descent, and the way from point
    to point; None where they are beyond sense."""
    if not (a > 0 and c > 0 and 4*a*c > b*b):
        return None
    path = [[place - middle for place, middle in zip(point, center)] for point in path]
    heights = [a*x*x + b*x*y + c*y*y for x, y in path]
    flat = 4*a*c/(4*a*c - b*b)
    wide, tall = (sqrt(flat*max(heights)/side) for side in (a, c))  # how far the outermost ellipse reaches
    scale = 75/max(wide, tall) if 1e-6 < max(wide, tall) < 1e6 else 0
    if not scale or min(wide, tall)*scale < 8:
        return None
    x0, y0 = wide*scale + 24, tall*scale + 22
    spots = [(x0 + scale*x, y0 + scale*y) for x, y in path]
    angles = [2*pi*k/90 for k in range(91)]
    rings = [[(x0 + scale*sqrt(height/steep)*cos(turn), y0 + scale*sqrt(height/steep)*sin(turn)) for turn in angles
              for steep in [a*cos(turn)**2 + b*cos(turn)*sin(turn) + c*sin(turn)**2]] for height in heights]
    reach = sqrt((spots[0][0] - x0)**2 + (spots[0][1] - y0)**2)
    beyond = [middle + (place - middle)*(1 + 9/reach) for place, middle in zip(spots[0], (x0, y0))]
    shapes = [*(Path(tuple(ring), role="light" if k else "curve") for k, ring in enumerate(rings)),
              Path(tuple(spots), role="mark", dashed=True), *(Dot(*spot, 2.5, "disc", "mark") for spot in spots),
              Dot(x0, y0, 2, "circle", "axis"), Label(*beyond, ("p₀",), "center")]
    told = ", ".join(f"({x + center[0]:.4g}, {y + center[1]:.4g})" for x, y in path[:5]).replace("-", "−")
    return Figure(2*x0, 2*y0, tuple(shapes),
                  f"Ellipses of equal loss around the minimum (circle), and on them the points {told}.")


def fitted(x, y, before, after):
    """Points, and two lines (slope, height at 0) through them: before a step dashed, after it solid. None where they
    are beyond sense."""
    from .._figures import Plot

    low, high = 0, max(x)
    ends = [[(at, slope*at + height) for at in (low, high)] for slope, height in (before, after)]
    spots = [*zip(x, y), *ends[0], *ends[1]]
    if min(x) < 0 or not 1e-6 < high < 1e6 or max(abs(height) for _, height in spots) > 1e6:
        return None
    plot = Plot(44, spots)
    shapes = [*plot.axes(("x", "y")), Path(tuple(map(plot.at, ends[0])), role="guide", dashed=True),
              Path(tuple(map(plot.at, ends[1]))), *(Dot(*plot.at(spot), 2.5, "disc", "mark") for spot in zip(x, y))]
    told = ", ".join(f"({a:g}, {b:g})" for a, b in zip(x, y)).replace("-", "−")
    return Figure(44 + plot.side + 12, plot.bottom + plot.side + 18, tuple(shapes),
                  f"The points {told}; the line before the step (dashed) and after it.")


def smoothed(values, averages, names):
    """A series as dots, and its moving average as a line; None where they are beyond sense."""
    from .._figures import Plot

    if len(values) > 40 or not all(abs(value) < 1e6 for value in (*values, *averages)):
        return None
    if max(*values, *averages) - min(*values, *averages) < 1e-6:
        return None
    plot = Plot(44, [*enumerate(values, 1), *enumerate(averages, 1)])
    line = tuple(map(plot.at, enumerate(averages, 1)))
    shapes = [*plot.axes(names), Path(line), *(Dot(*spot, 2, "circle", "curve") for spot in line),
              *(Dot(*plot.at(spot), 2.5, "disc", "mark") for spot in enumerate(values, 1))]
    told = ", ".join(f"{value:.4g}" for value in averages).replace("-", "−")
    return Figure(44 + plot.side + 12, plot.bottom + plot.side + 18, tuple(shapes),
                  f"The values as dots, and the averages {told} as a line.")


def subscript(number):
    """A whole number in small digits below the line."""
    return str(number).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
