"""Figures that several problems share."""

import math

from quizgen.document import Dot, Figure, Label, Path, Table
from quizgen.formula import Formula
from quizgen.formula.special import normal_tail, t_tail
from quizgen.rounding import shown

WIDTH, HEIGHT, REACH, GROUND, PEAK, TICK = 320, 126, 4.5, 24, 84, 7
BESIDE = ((7, 0, "left"), (-7, 0, "right"), (0, 7, "bottom"), (0, -7, "top"))


def minus(text):
    """A number's text with the sign of a formula."""
    return text.replace("-", "−")


def percent(share):
    """A share of 1 as "2.5 %"."""
    return f"{100 * share:.4g} %"


def across(t):
    """Where a value of t stands, from the left."""
    return WIDTH * (t + REACH) / (2 * REACH)


def bell(low, high, df, count):
    """Points of the t curve from one value to another."""
    steps = (low + (high - low) * k / count for k in range(count + 1))
    return [(across(t), GROUND + PEAK * (1 + t * t / df) ** (-(df + 1) / 2)) for t in steps]


def rejection(side, crit, df, here, limit, area):
    """The region beyond a critical value, on the side -1 or 1, with its limit and its area; clear of a line at `here`."""
    edge = across(side * crit)
    middle = max(14, min(WIDTH - 14, edge + side * min(24, abs(across(side * REACH) - edge) / 2)))
    if abs(middle - here) < 18:
        outward = here + side * 18
        middle = outward if 14 <= outward <= WIDTH - 14 else here - side * 18
    inner = (middle - side * 13) * 2 * REACH / WIDTH - REACH
    over = max(bell(inner, inner, df, 1)[0][1] + 5, GROUND + TICK + 2)
    low, high = sorted((side * crit, side * REACH))
    yield Path(((across(low), GROUND), *bell(low, high, df, 16), (across(high), GROUND)), role="mark", fill=True)
    yield Path(((edge, GROUND - 3), (edge, max(bell(crit, crit, df, 1)[0][1], GROUND + TICK))), role="mark")
    yield Label(edge, GROUND - 5, (limit,), "top")
    yield Label(middle, over + 9, ("reject",), "bottom", size=7.5)
    yield Label(middle, over, (area,), "bottom", size=7.5)


def t_curve(t, t_crit, df, tail, alpha, rule="signed", name="t", alt=""):
    """The density of t with the rejection region shaded and labeled, and the statistic marked. Under the rule "absolute"
    a one-tailed test rejects on both sides."""
    sides = {"two": (-1, 1), "less": (-1,), "greater": (1,)}[tail] if rule == "signed" else (-1, 1)
    area = percent(alpha / 2 if tail == "two" else alpha)
    crit, here = min(t_crit, REACH - 0.3), across(max(-REACH, min(REACH, t)))
    limits = {side: ("−" if side < 0 else "") + shown(t_crit, 3) for side in sides}
    value, zero, top = minus(shown(t, 2)), across(0), HEIGHT - 14
    shapes = [shape for side in sides for shape in rejection(side, crit, df, here, limits[side], area)]
    shapes += [Path(tuple(bell(-REACH, REACH, df, 60))), Path(((0, GROUND), (WIDTH, GROUND)), role="axis")]
    if across(crit) - zero > 24:
        shapes += [Path(((zero, GROUND - 3), (zero, GROUND)), role="axis"), Label(zero, GROUND - 5, ("0",), "top")]
    shapes.append(Path(((here, GROUND), (here, top)), role="mark", dashed=True))
    shapes.append(Label(here, top + 2, (f"{name} = {value}",), "bottom", role="mark"))
    lies = " and ".join(f"{'below' if side < 0 else 'above'} {limit}" for side, limit in limits.items())
    inside = "inside" if any(side * t > t_crit for side in sides) else "outside"
    each = " on each side" if len(sides) == 2 else ""
    region = f"The rejection region, with area {area}{each}, lies {lies}; {name} = {value} lies {inside} it."
    return Figure(WIDTH, HEIGHT, tuple(shapes), f"{alt or f'The t curve with {df} degrees of freedom.'} {region}")


def z_curve(z, z_crit, tail, alpha, rule="signed"):
    """The same for the normal density."""
    return t_curve(z, z_crit, 10**7, tail, alpha, rule, "z", "The normal curve.")


def two_decisions(v, letter="t"):
    """The decision of a t- or z-test by the critical value and by the p-value; None where the two rules part."""
    value, crit = getattr(v, letter), getattr(v, f"{letter}_crit")
    both = v.tail == "two" or v.one_sided_rule == "absolute"
    sided = abs(value) if both else -value if v.tail == "less" else value
    p = (2 if v.tail == "two" else 1) * (t_tail(sided, v.df) if letter == "t" else normal_tail(sided))
    if (p < v.alpha) != (v.decision == "reject H0"):
        return None
    name = f"|{letter}|" if both else letter
    found, limit = (abs(value) if both else value), (-crit if not both and v.tail == "less" else crit)
    by_limit = f"{name} = {minus(shown(found, 2))} {'<' if found < limit else '>'} {minus(shown(limit, 3))}"
    by_p = f"p = {shown(p, 4)} {'<' if p < v.alpha else '>'} {v.alpha:g}"
    return Table(
        header=(("comparison",), ("decision",)),
        rows=tuple(((compared,), (v.decision,)) for compared in (by_limit, by_p)),
        alt="The decision by the critical value and by the p-value: they agree.",
    )


def weight(name, value):
    """What stands at an arrow: the weight's name, and its value where it is given."""
    return name if value is None else minus(f"{name} = {value:g}")


def network(layers, weights):
    """Units in columns, joined by arrows. `layers` holds names; `weights[k]` the labels of the arrows from layer k to k + 1,
    those into the first unit first, as in "w1 = 0.15, w2 = 0.2 into h1"."""
    width, height, radius = 180 * (len(layers) - 1) + 30, 56 * max(map(len, layers)) - 20, 14
    place = {
        name: (15 + column * (width - 30) / (len(layers) - 1), height - (row + 0.5) * height / len(layer))
        for column, layer in enumerate(layers)
        for row, name in enumerate(layer)
    }
    arrows, labels, words = [], [], []
    for sources, targets, names in zip(layers, layers[1:], weights):
        for (source, target), name in zip([(source, target) for target in targets for source in sources], names):
            (x1, y1), (x2, y2) = place[source], place[target]
            far = math.hypot(x2 - x1, y2 - y1)
            dx, dy = (x2 - x1) / far * radius, (y2 - y1) / far * radius
            arrows.append(Path(((x1 + dx, y1 + dy), (x2 - dx, y2 - dy)), role="guide", arrow=True))
            near = 0.29 if y1 != y2 else 0.5
            labels.append(Label(x1 + near * (x2 - x1), y1 + near * (y2 - y1), (name,), plate=True))
            words.append(f"{name} from {source} to {target}")
    units = [shape for name, (x, y) in place.items() for shape in (Dot(x, y, radius, "circle"), Label(x, y, (name,), size=9))]
    kinds = ("inputs", "hidden units", "output units")
    rows = "; ".join(
        f"{kind if len(layer) > 1 else kind.rstrip('s')} {' and '.join(filter(None, (', '.join(layer[:-1]), layer[-1])))}"
        for layer, kind in zip(layers, kinds)
    )
    return Figure(width, height, (*arrows, *labels, *units), f"A network: {rows}. Weights: {'; '.join(words)}.")


def line_in_frame(a, b, c, low, high):
    """The two points where the line a x + b y = c enters and leaves a frame from corner to corner; none where it misses it."""
    found = []
    for x, y in (low, high):
        if b and low[1] <= (c - a * x) / b <= high[1]:
            found.append((x, (c - a * x) / b))
        if a and low[0] < (c - b * y) / a < high[0]:
            found.append(((c - b * y) / a, y))
    return tuple(found[:2]) if len(found) >= 2 else ()


def ticks(low, high):
    """Round numbers between two others: two at least, as far apart as may be; none where the scale is beyond sense."""
    if not 1e-9 < high - low < 1e9 or max(abs(low), abs(high)) > 1e9*(high - low):
        return []
    unit = 10.0**math.floor(math.log10(high - low))
    for step in (unit, unit / 2, unit / 5, unit / 10):
        found = [float(f"{k * step:.6g}") for k in range(math.ceil(low / step), math.floor(high / step) + 1)]
        if len(found) >= 2:
            return found
    return []


def side_of(point, ends):
    """How far a point lies to the left of the line through two others; negative to its right."""
    (x1, y1), (x2, y2) = ends
    return ((x2 - x1) * (point[1] - y1) - (point[0] - x1) * (y2 - y1)) / math.dist(*ends)


def clear_side(spot, others, ends, reach, frame):
    """On which side of a point a label is clearest of the other points, of the line through `ends` and of the frame's
    corners `frame`; `reach` is half the label's width."""

    def room(beside):
        dx, dy, anchor = beside
        at = (spot[0] + dx + {"left": reach, "right": -reach}.get(anchor, 0), spot[1] + 1.5 * dy)
        if not frame[0][0] < at[0] - reach < at[0] + reach < frame[1][0]:
            return 0
        gaps = [math.dist(at, other) for other in others]
        if ends:
            own, label = side_of(spot, ends), side_of(at, ends)
            gaps.append(2 * abs(label) if own * label > 0 else 0)
        return min([40, *gaps])

    return max(BESIDE, key=room)


class Plot:
    """A square frame on the page, its left side at `left`, and the scales that put points into it."""

    side, bottom = 116, 30

    def __init__(self, left, points):
        self.left = left
        self.low, self.high = [], []
        for column in zip(*points):
            margin = 0.2 * (max(column) - min(column) or 1)
            self.low.append(min(column) - margin)
            self.high.append(max(column) + margin)

    def at(self, point):
        """Where a point lies on the page."""
        scales = zip((self.left, self.bottom), point, self.low, self.high)
        return tuple(start + self.side * (value - low) / (high - low) for start, value, low, high in scales)

    def axes(self, names):
        """The frame, round numbers along it, and what the axes measure."""
        (left, bottom), (right, top) = self.at(self.low), self.at(self.high)
        yield Path(((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)), role="axis")
        for x in ticks(self.low[0], self.high[0]):
            yield Label(self.at((x, 0))[0], bottom - 3, (minus(f"{x:g}"),), "top", size=7)
        for y in ticks(self.low[1], self.high[1]):
            yield Label(left - 4, self.at((0, y))[1], (minus(f"{y:g}"),), "right", size=7)
        yield Label((left + right) / 2, bottom - 15, (names[0],), "top")
        yield Label(left - 10, top + 9, (names[1],), "left")

    def points(self, points, inputs, classes, ends):
        """The points of both classes, each with the inputs that it comes from, clear of the line through `ends`."""
        named = {}
        for point, given, kind in zip(points, inputs, classes):
            spot = (*(round(place, 1) for place in self.at(point)), kind)
            named.setdefault(spot, []).append(f"{given[0]:g}{given[1]:g}")
        for x, y, kind in named:
            yield Dot(x, y, 3, "disc", "mark") if kind else Dot(x, y, 3, "square", "curve")
        frame = self.at(self.low), self.at(self.high)
        for spot, names in named.items():
            others = [other[:2] for other in named if other != spot]
            dx, dy, anchor = clear_side(spot[:2], others, ends, 8 * len(names) - 3, frame)
            yield Label(spot[0] + dx, spot[1] + dy, (", ".join(names),), anchor, size=7)


def spaces(inputs, hidden, classes, axes, line):
    """The same points twice: as inputs (x1, x2), and as two values that the hidden units make of them, named in `axes`,
    where the `line` (a, b, c) separates the classes: a X + b Y = c. Discs are of class 1, squares of class 0."""
    before, behind = Plot(30, inputs), Plot(230, hidden)
    ends = tuple(map(behind.at, line_in_frame(*line, behind.low, behind.high)))
    shapes = [*before.axes(("x₁", "x₂")), *before.points(inputs, inputs, classes, ())]
    shapes += [*behind.axes(axes), *([Path(ends, role="guide", dashed=True)] if ends else [])]
    shapes += behind.points(hidden, inputs, classes, ends)
    words = "; ".join(
        f"({given[0]:g}, {given[1]:g}) goes to ({point[0]:.3f}, {point[1]:.3f}), class {kind}"
        for given, point, kind in zip(inputs, hidden, classes)
    )
    return Figure(
        360,
        Plot.side + 46,
        tuple(shapes),
        f"Input space, and the values {' and '.join(axes)} of the hidden units: {words}. A straight line separates the "
        "classes of the hidden values.",
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


def cases_table(truth, predicted):
    """Cases with their true and predicted labels."""
    rows = tuple(((str(k),), (f"{a}",), (f"{b}",)) for k, (a, b) in enumerate(zip(truth, predicted), 1))
    words = "; ".join(f"case {k[0]} is {a[0]}, predicted {b[0]}" for k, a, b in rows)
    return Table((("case",), ("truth",), ("prediction",)), rows, f"Cases with truth and prediction: {words}.", stub=True)


def pairs_table(truth, predicted, positive):
    """Which cases are true and false positives and negatives."""
    found = {(a, b): [] for a in (True, False) for b in (True, False)}
    for k, (a, b) in enumerate(zip(truth, predicted), 1):
        found[a == positive, b == positive].append(str(k))
    names = {True: f"{positive}", False: f"not {positive}"}
    rows = tuple(
        ((f"{'T' if a == b else 'F'}{'P' if b else 'N'}",), (names[a],), (names[b],), (", ".join(cases) or "none",))
        for (a, b), cases in found.items()
    )
    words = "; ".join(f"{kind[0]}: {cases[0]}" for kind, _, _, cases in rows)
    header = (("",), ("truth",), ("prediction",), ("cases",))
    return Table(header, rows, f"The numbers of the cases of each kind. {words}.", stub=True)


def classes_table(counts, layout):
    """The counts of several classes with their headings; the larger a count the darker its cell."""
    rows, columns = ("actual", "predicted") if layout == "rows-actual" else ("predicted", "actual")
    most = max(map(max, counts)) or 1
    words = "; ".join(f"{rows} {k}: {', '.join(f'{count:g}' for count in row)}" for k, row in enumerate(counts, 1))
    return Table(
        header=(("",), *((f"{columns} {k}",) for k in range(1, len(counts) + 1))),
        rows=tuple(((f"{rows} {k}",), *((f"{count:g}",) for count in row)) for k, row in enumerate(counts, 1)),
        alt=f"Confusion matrix, a {rows} class a row. {words}.",
        stub=True,
        shade=tuple(tuple(count / most for count in row) for row in counts),
    )


def curve_of(formula, name, v, slope=None):
    """The curve of an activation, a formula in x, with the point at the given x marked, and its tangent there where a
    slope is given; None where x lies far out."""
    if abs(v.x) > 20:
        return None
    low, high, value = min(-4.0, v.x), max(4.0, v.x), Formula(formula).number
    others = {"alpha_prelu": v.alpha_prelu, "leaky_slope": v.leaky_slope}
    along = *(low + (high - low)*k/80 for k in range(81)), v.x
    *curve, (x, y) = ((x, value({"x": x, **others})) for x in along)
    plot = Plot(30, curve)
    (left, bottom), (right, top), zero = plot.at(plot.low), plot.at(plot.high), plot.at((0, 0))
    shapes = [*plot.axes(("x", "f(x)")), Path(((zero[0], bottom), (zero[0], top)), role="light")]
    if bottom < zero[1] < top:
        shapes.append(Path(((left, zero[1]), (right, zero[1])), role="light"))
    shapes.append(Path(tuple(map(plot.at, curve))))
    words, touched = (f"x = {minus(f'{x:g}')}", f"f(x) = {minus(shown(y, 4))}"), ""
    if slope is not None:
        width, height = plot.high[0] - plot.low[0], plot.high[1] - plot.low[1]
        reach = min(width/5/math.hypot(1, slope*width/height), x - plot.low[0], plot.high[0] - x)
        ends = tuple(plot.at((x + side*reach, y + side*reach*slope)) for side in (-1, 1))
        shapes.append(Path(ends, role="mark", dashed=True))
        words, touched = (words[0], f"slope {minus(shown(slope, 4))}"), " and its tangent there"
    shapes.append(Dot(*plot.at((x, y)), 3, "disc", "mark"))
    shapes += [Label(right + 10, top - 16 - 13*row, (text,), "left") for row, text in enumerate(words)]
    alt = f"The curve of {name}, with a point marked{touched}: {', '.join(words)}."
    return Figure(right + 90, Plot.side + 46, tuple(shapes), alt)


def stopping_table(v, first):
    """The epochs of a run with early stopping, numbered from `first`: loss, best so far, whether saved, counter."""
    places = max(len(f"{loss:g}".partition(".")[2]) for loss in v.val_loss)
    rows = tuple(
        ((f"{e}",), (f"{loss:.{places}f}",), (f"{best:.{places}f}",), ("yes" if e in v.saves else "no",), (f"{passed}",))
        for e, (loss, best, passed) in enumerate(zip(v.val_loss, v.best, v.counter), first)
    )
    words = "; ".join(f"epoch {', '.join(cell for cell, in row)}" for row in rows)
    alt = f"Loss, best loss so far, whether the weights are saved, and counter. {words}."
    return Table((("epoch",), ("loss",), ("best",), ("saved",), ("counter",)), rows, alt, stub=True)


def gray_table(image, first):
    """The gray values of an image, dark where they are low, rows and columns counted from `first`; None without an image."""
    if image is None:
        return None
    words = "; ".join(", ".join(f"{value:g}" for value in row) for row in image)
    rows = tuple(((f"{k}",), *((f"{value:g}",) for value in row)) for k, row in enumerate(image, first))
    header = (("",), *((f"{k + first}",) for k in range(len(image[0]))))
    shade = tuple(tuple(1 - value/255 for value in row) for row in image)
    return Table(header, rows, f"Gray values, row by row: {words}.", stub=True, shade=shade)


def ball(free, bound, radius):
    """The ball in which the weights must lie, the free minimum, and the minimum within the ball; None far out."""
    reach = max(radius, *map(abs, free))
    if radius < 1e-6 or reach > 50*radius:
        return None
    plot = Plot(30, ((-reach, -reach), (reach, reach)))
    circle = [plot.at((radius*math.cos(math.pi*k/40), radius*math.sin(math.pi*k/40))) for k in range(81)]
    (right, top) = plot.at(plot.high)
    shapes = [*plot.axes(("θ₁", "θ₂")), Path(tuple(circle)), Path((plot.at((0, 0)), plot.at(free)), "guide", dashed=True),
              Dot(*plot.at(free), 3, "square", "curve"), Dot(*plot.at(bound), 3, "disc", "mark")]
    names = [f"{name} = ({', '.join(minus(f'{value:.4g}') for value in point)})"
             for name, point in (("square: a", free), ("disc: optimum", bound))]
    shapes += [Label(right + 10, top - 16 - 13*row, (name,), "left") for row, name in enumerate(names)]
    alt = f"The ball of radius {radius:.4g} around 0, the free minimum and the minimum in the ball: {'; '.join(names)}."
    return Figure(right + 130, Plot.side + 46, tuple(shapes), alt)


def triangular(system):
    """Linear equations after elimination, each row with its right side."""
    names = [*(f"w{k}".translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")) for k in range(1, len(system) + 1)), "right side"]
    rows = tuple(tuple((minus(shown(value, 4)) if k >= place else "",) for k, value in enumerate(row))
                 for place, row in enumerate(system))
    words = "; ".join(", ".join(cell for (cell,) in row if cell) for row in rows)
    return Table(tuple((name,) for name in names), rows, f"The equations after elimination, from their diagonals on: {words}.")


def arrows(**vectors):
    """Vectors of two numbers, drawn from the origin."""
    half, far = 62, max(abs(entry) for vector in vectors.values() for entry in vector) or 1
    middle = half + 18
    low, high = 18, 2 * middle - 18
    shapes = [Path(((low, middle), (high, middle)), role="axis"), Path(((middle, low), (middle, high)), role="axis")]
    for name, (x, y) in vectors.items():
        length = math.hypot(x, y) or 1
        tip = middle + half * x / far, middle + half * y / far
        shapes.append(Path(((middle, middle), tip), role="mark" if len(shapes) > 2 else "curve", arrow=True))
        shapes.append(Label(tip[0] + 9 * x / length, tip[1] + 9 * y / length, (name,), plate=True))
    told = " and ".join(f"{name} = ({minus(str(x))}, {minus(str(y))})" for name, (x, y) in vectors.items())
    return Figure(2 * middle, 2 * middle, tuple(shapes), f"Arrows from the origin to {told}.")


def called(scores, threshold, strict):
    """1 for each case that is called positive, 0 for the others."""
    return [int(score > threshold if strict else score >= threshold) for score in scores]


def scores_table(scores, labels, thresholds, strict):
    """The cases by falling score, with their labels and what they are called at each threshold; None for very many."""
    thresholds = thresholds if isinstance(thresholds, list) else [thresholds]
    if len(scores) > 40 or len(thresholds) > 6:
        return None
    marks = [called(scores, threshold, strict) for threshold in thresholds]
    order = sorted(range(len(scores)), key=lambda case: -scores[case])
    rows = tuple(((f"{scores[case]:g}",), (f"{labels[case]:g}",), *((f"{said[case]}",) for said in marks))
                 for case in order)
    header = (("score",), ("label",), *((f"at {threshold:g}",) for threshold in thresholds))
    words = "; ".join(", ".join(cell for (cell,) in row) for row in rows)
    return Table(header, rows, f"Cases by falling score, with label and prediction: {words}.", stub=True)


def roc_curve(scores, labels, thresholds, strict):
    """The ROC curve, with its points at the thresholds; None where one class is missing."""
    positive = sum(labels)
    if not 0 < positive < len(labels):
        return None

    def rates(said):
        hits = sum(a for a, label in zip(said, labels) if label)
        return (sum(said) - hits)/(len(labels) - positive), hits/positive

    thresholds = thresholds if isinstance(thresholds, list) else [thresholds]
    plot = Plot(30, ((0, 0), (1, 1)))
    curve = [(0, 0), *(rates(called(scores, score, False)) for score in sorted(set(scores), reverse=True))]
    points = [rates(called(scores, threshold, strict)) for threshold in thresholds]
    shapes = [*plot.axes(("FPR", "TPR")), Path((plot.at((0, 0)), plot.at((1, 1))), "light", dashed=True),
              Path(tuple(map(plot.at, curve))), *(Dot(*plot.at(point), 3, "disc", "mark") for point in points)]
    words = "; ".join(f"at threshold {threshold:g} ({shown(x, 4)}, {shown(y, 4)})"
                      for threshold, (x, y) in zip(thresholds, points))
    alt = f"The ROC curve, true against false positive rate, and its points: {words}."
    return Figure(200, Plot.side + 46, tuple(shapes), alt)


def principal_axis(points, mean, component):
    """Points of the plane, their mean, and the line through it along the first principal component."""
    plot = Plot(30, points)
    a, b = -component[1], component[0]
    ends = line_in_frame(a, b, a*mean[0] + b*mean[1], plot.low, plot.high)
    shapes = [*plot.axes(("x₁", "x₂")), *([Path(tuple(map(plot.at, ends)), role="guide", dashed=True)] if ends else [])]
    shapes += [Dot(*plot.at(point), 3, "disc", "curve") for point in points]
    shapes.append(Dot(*plot.at(mean), 4, "square", "mark"))
    listed = ", ".join(f"({x:g}, {y:g})" for x, y in points)
    words = f"The points {listed} with their mean ({mean[0]:.4g}, {mean[1]:.4g})"
    return Figure(190, Plot.side + 46, tuple(shapes), f"{words} and the line through it along the first component.")
