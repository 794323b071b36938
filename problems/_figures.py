"""Figures that several problems share."""

import math

from quizgen.document import Dot, Figure, Label, Path, Table

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


def weight(name, value):
    """What stands at an arrow: the weight's name, and its value where it is given."""
    return name if value is None else f"{name} = {value:g}".replace("-", "−")


def network(layers, weights):
    """Units in columns, joined by arrows. `layers` holds names; `weights[k]` the labels of the arrows from layer k to k + 1,
    those into the first unit first, as in "w1 = 0.15, w2 = 0.2 into h1"."""
    width, height, radius = 330, 70 * max(map(len, layers)) + 10, 14
    place = {
        name: (30 + column * (width - 60) / (len(layers) - 1), height - (row + 0.5) * height / len(layer))
        for column, layer in enumerate(layers)
        for row, name in enumerate(layer)
    }
    shapes, words = [], []
    for sources, targets, labels in zip(layers, layers[1:], weights):
        arrows = [(source, target) for target in targets for source in sources]
        for (source, target), label in zip(arrows, labels):
            (x1, y1), (x2, y2) = place[source], place[target]
            far = math.hypot(x2 - x1, y2 - y1)
            dx, dy = (x2 - x1) / far * radius, (y2 - y1) / far * radius
            shapes.append(Path(((x1 + dx, y1 + dy), (x2 - dx, y2 - dy)), role="axis", arrow=True))
            near = 0.3 if y1 != y2 else 0.5
            shapes.append(Label(x1 + near * (x2 - x1), y1 + near * (y2 - y1), (label,), size=7))
            words.append(f"{label} from {source} to {target}")
    for name, (x, y) in place.items():
        shapes += [Dot(x, y, radius, "circle"), Label(x, y, (name,))]
    rows = "; ".join(
        f"{kind} {' and '.join(layer)}" for layer, kind in zip(layers, ("inputs", "hidden units", "output units"))
    )
    return Figure(width, height, tuple(shapes), f"A network: {rows}. Weights: {'; '.join(words)}.")


def spaces(inputs, hidden, classes, axes):
    """The same points twice: as inputs (x1, x2), and as the values of two hidden units named in `axes`. Discs are of
    class 1, squares of class 0."""
    side, gap = 110, 70
    high = max(1.0, *(max(map(abs, point)) for point in (*inputs, *hidden)))

    def at(value, start):
        return start + 0.1 * side + value * side / (1.3 * high)

    shapes = []
    for left, points, names in ((30, inputs, ("x₁", "x₂")), (30 + side + gap, hidden, axes)):
        frame = ((left, 25), (left + side, 25), (left + side, 25 + side), (left, 25 + side), (left, 25))
        shapes.append(Path(frame, role="axis"))
        for tick in (0, 1):
            shapes.append(Label(at(tick, left), 22, (str(tick),), "top", size=7))
            shapes.append(Label(left - 4, at(tick, 25), (str(tick),), "right", size=7))
        shapes.append(Label(left + side / 2, 12, (names[0],), "top"))
        shapes.append(Label(left - 14, 25 + side / 2, (names[1],), "right"))
        together = {}
        for point, given, kind in zip(points, inputs, classes):
            together.setdefault((round(point[0], 3), round(point[1], 3), kind), []).append(f"{given[0]:g}{given[1]:g}")
        for (x, y, kind), corners in together.items():
            form, role = ("disc", "mark") if kind else ("square", "curve")
            shapes.append(Dot(at(x, left), at(y, 25), 3, form, role))
            shapes.append(Label(at(x, left) + 6, at(y, 25), (", ".join(corners),), "left", size=7))
    words = "; ".join(
        f"({given[0]:g}, {given[1]:g}) goes to ({point[0]:.3f}, {point[1]:.3f}), class {kind}"
        for given, point, kind in zip(inputs, hidden, classes)
    )
    return Figure(
        60 + 2 * side + gap,
        side + 35,
        tuple(shapes),
        f"Input space, and the values of hidden units {' and '.join(axes)}: {words}.",
    )


def confusion_table(tp, fp, fn, tn, layout):
    """The four counts with their headings, the positive class first; the larger a count the darker its cell."""
    by_actual = layout == "rows-actual"
    cells = ((tp, fn), (fp, tn)) if by_actual else ((tp, fp), (fn, tn))
    rows, columns = ("actual", "predicted") if by_actual else ("predicted", "actual")
    most = max(tp, fp, fn, tn)
    return Table(
        header=(("",), (f"{columns} +",), (f"{columns} −",)),
        rows=tuple(((f"{rows} {sign}",), *((str(count),) for count in row)) for sign, row in zip("+−", cells)),
        alt=f"Confusion matrix: {tp} true positives, {fn} false negatives, {fp} false positives, {tn} true negatives.",
        stub=True,
        shade=tuple(tuple(count / most if most else 0.0 for count in row) for row in cells),
    )
