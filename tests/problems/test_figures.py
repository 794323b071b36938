"""Figures: what they show is right, and no label stands in the way."""

import itertools
import math
import re

import pytest

from quizgen.catalogue import catalogue
from quizgen.document import Dot, Figure, Label, Path, Table
from quizgen.drawing import draw
from quizgen.writing import question

FOUND = catalogue()
SHAPES = dict.fromkeys(sorted(FOUND.paths), ("easy", "medium", "hard"))


def figures(slug, level, seeds=range(15)):
    for seed in seeds:
        variant = draw(FOUND.problem(slug), level, {}, seed)
        page = question(variant)
        yield from ((variant, block) for block in (*page.blocks, *page.solution) if isinstance(block, (Figure, Table)))


def words(label):
    return "".join(part for part in label.text if isinstance(part, str))


def box(label):
    """About where the letters of a label stand: (left, bottom, right, top)."""
    width, height = 0.5 * label.size * len(words(label)), 0.75 * label.size
    dx, dy = {
        "center": (-width / 2, -height / 2),
        "left": (0, -height / 2),
        "right": (-width, -height / 2),
        "top": (-width / 2, -height),
        "bottom": (-width / 2, 0),
    }[label.anchor]
    return label.x + dx, label.y + dy, label.x + dx + width, label.y + dy + height


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def crosses(path, area):
    """Whether a path goes through an area, by points along it."""
    for (x1, y1), (x2, y2) in itertools.pairwise(path.points):
        for k in range(101):
            x, y = x1 + (x2 - x1) * k / 100, y1 + (y2 - y1) * k / 100
            if area[0] < x < area[2] and area[1] < y < area[3]:
                return True
    return False


@pytest.mark.parametrize(("slug", "level"), [(slug, level) for slug, levels in SHAPES.items() for level in levels])
def test_no_label_hits_another_or_a_line(slug, level):
    for variant, figure in figures(slug, level, range(30)):
        if isinstance(figure, Table):
            continue
        labels = [shape for shape in figure.shapes if isinstance(shape, Label)]
        for one, other in itertools.combinations(labels, 2):
            assert not overlap(box(one), box(other)), (variant.id, words(one), words(other))
        lines = [shape for shape in figure.shapes if isinstance(shape, Path) and not shape.fill]
        for label in labels:
            assert label.plate or not any(crosses(line, box(label)) for line in lines), (variant.id, words(label))


@pytest.mark.parametrize("slug", SHAPES)
def test_every_figure_says_what_it_shows(slug):
    for _, figure in figures(slug, "medium", range(5)):
        assert len(figure.alt) > 40
        assert figure.alt.endswith(".")


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
@pytest.mark.parametrize("rule", ["signed", "absolute"])
def test_the_t_curve_shades_what_is_rejected(level, rule):
    for seed in range(60):
        variant = draw(FOUND.problem("t-test"), level, {"one_sided_rule": rule}, seed)
        curve = next(block for block in question(variant).solution if isinstance(block, Figure))
        regions = [shape for shape in curve.shapes if isinstance(shape, Path) and shape.fill]
        (mark,) = [shape for shape in curve.shapes if isinstance(shape, Path) and shape.dashed]
        inside = any(
            min(x for x, _ in path.points) <= mark.points[0][0] <= max(x for x, _ in path.points) for path in regions
        )
        assert inside == (variant.tape["decision"] == "reject H0")
        assert ("lies inside it" in curve.alt) == inside
        assert len(regions) == (2 if variant.givens["tail"] == "two" or rule == "absolute" else 1)
        area = variant.givens["alpha"] / (2 if variant.givens["tail"] == "two" else 1)
        shares = [
            float(words(shape)[:-2]) for shape in curve.shapes if isinstance(shape, Label) and "%" in words(shape)
        ]
        assert shares == pytest.approx([100 * area] * len(regions))


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_both_ways_to_decide_agree(level):
    from scipy import stats

    for variant, table in figures("t-test", level, range(40)):
        if isinstance(table, Figure):
            continue
        (by_limit, one), (by_p, other) = (tuple(map("".join, row)) for row in table.rows)
        assert one == other == variant.tape["decision"]
        found, sign, limit = re.fullmatch(r"\|?t\|? = (\S+) ([<>]) (\S+)", by_limit.replace("−", "-")).groups()
        assert (float(found) < float(limit)) == (sign == "<")
        p, sign, alpha = re.fullmatch(r"p = (\S+) ([<>]) (\S+)", by_p).groups()
        assert float(alpha) == variant.givens["alpha"]
        t, tail = variant.tape["t"], variant.givens["tail"]
        tails = {"two": 2 * stats.t.sf(abs(t), variant.tape["df"]), "less": stats.t.cdf(t, variant.tape["df"])}
        assert float(p) == pytest.approx(tails.get(tail, stats.t.sf(t, variant.tape["df"])), rel=0.06, abs=0.00006)
        assert (sign == "<") == (one == "reject H0")


@pytest.mark.parametrize("level", ["medium", "hard"])
def test_the_line_in_the_hidden_space_separates_the_classes(level):
    for _, figure in figures("rbf-xor", level, range(40)):
        (line,) = [shape for shape in figure.shapes if isinstance(shape, Path) and shape.dashed]
        (x1, y1), (x2, y2) = line.points
        hidden = [shape for shape in figure.shapes if isinstance(shape, Dot) and shape.x > 200]
        side = {(dot.form, (x2 - x1) * (dot.y - y1) > (dot.x - x1) * (y2 - y1)) for dot in hidden}
        assert len(side) == len({dot.form for dot in hidden}) == 2


def test_the_network_shows_every_given_weight():
    for variant, figure in figures("backprop", "medium", range(10)):
        shown = {words(shape) for shape in figure.shapes if isinstance(shape, Label)}
        for k, name in zip(range(1, 9), "₁₂₃₄₅₆₇₈"):
            assert f"w{name} = {variant.givens[f'w{k}']:g}" in shown
        assert len([shape for shape in figure.shapes if isinstance(shape, Path) and shape.arrow]) == 8


def test_larger_counts_are_darker():
    for variant, table in figures("confusion-matrix", "easy", range(10)):
        counts = [int(words_in) for row in table.rows for (words_in,) in row[1:]]
        shades = [shade for row in table.shade for shade in row]
        assert sorted(counts) == sorted(variant.givens[name] for name in ("TP", "FP", "FN", "TN"))
        assert [shade for _, shade in sorted(zip(counts, shades))] == sorted(shades)
        assert math.isclose(max(shades), 1)
