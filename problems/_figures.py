"""Figures that several problems share."""

import math

from quizgen.document import Figure, Label, Path

WIDTH, HEIGHT, REACH = 300, 120, 4.5


def t_curve(t, t_crit, df, tail, alpha):
    """The density of t with the rejection region shaded and the statistic marked."""

    def at(x):
        return WIDTH * (x + REACH) / (2 * REACH)

    def height(x):
        return 80 * (1 + x * x / df) ** (-(df + 1) / 2) + 20

    def region(low, high):
        steps = [low + (high - low) * k / 24 for k in range(25)]
        points = [(at(low), 20), *((at(x), height(x)) for x in steps), (at(high), 20)]
        return Path(tuple(points), role="mark", fill=True)

    crit = min(t_crit, REACH - 0.2)
    shapes = []
    if tail in ("two", "less"):
        shapes += [region(-REACH, -crit), Label(at(-crit), 14, (f"−{t_crit:.3f}",), "top")]
    if tail in ("two", "greater"):
        shapes += [region(crit, REACH), Label(at(crit), 14, (f"{t_crit:.3f}",), "top")]
    curve = [-REACH + 2 * REACH * k / 90 for k in range(91)]
    shapes.append(Path(tuple((at(x), height(x)) for x in curve)))
    shapes.append(Path(((0, 20), (WIDTH, 20)), role="axis"))
    inside = max(-REACH, min(REACH, t))
    shapes.append(Path(((at(inside), 20), (at(inside), 104)), role="mark", dashed=True))
    shapes.append(Label(at(inside), 106, (f"t = {t:.2f}".replace("-", "−"),), "bottom", role="mark"))
    region_words = {
        "two": f"below −{t_crit:.3f} and above {t_crit:.3f}",
        "less": f"below −{t_crit:.3f}",
        "greater": f"above {t_crit:.3f}",
    }[tail]
    inside_it = {"two": abs(t) > t_crit, "less": t < -t_crit, "greater": t > t_crit}[tail]
    return Figure(
        WIDTH,
        HEIGHT,
        tuple(shapes),
        f"The t curve with {df} degrees of freedom. The rejection region, with area {alpha:g}, lies {region_words}; "
        f"t = {t:.2f} lies {'inside' if inside_it and not math.isnan(t) else 'outside'} it.".replace("-", "−"),
    )
