"""Formulas in two dimensions. The property test reads a layout back by looking at it, as a person would."""

import math
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.answers import ReadingError, read_number
from quizgen.formula.layout import STACKED_ASCII, STACKED_UNICODE, Box, beside, laid_out, stands_better
from quizgen.formula.nodes import Binary, Call, Number, Unary
from quizgen.formula.parse import parse
from quizgen.formula.plain import columns
from quizgen.formula.printer import Printer, value_node
from quizgen.render.ascii import to_ascii

SYMBOLS = {"se": r"\text{SE}", "w_new": "w_c^{new}"}


def drawn(text, notation=STACKED_UNICODE):
    box = laid_out(Printer(notation, SYMBOLS).text(parse(text, frozenset("ij"))))
    return "\n".join(line.rstrip() for line in box.lines), box.baseline


@pytest.mark.parametrize(
    ("text", "picture", "baseline"),
    [
        (
            "(xbar - mu0)/se",
            """
             x̄ − μ₀
            ────────
               SE
            """,
            1,
        ),
        (
            "2*p*r/(p + r) + 1",
            """
             2·p·r
            ─────── + 1
             p + r
            """,
            1,
        ),
        (
            "sqrt(sum((x[i] - mu)**2, i)/(n - 1))",
            """
             ┌────────────────
             │  Σᵢ (xᵢ − μ)²
             │ ──────────────
            ╲│     n − 1
            """,
            2,
        ),
        (
            "((x - mu)/s)**2",
            """
            ⎛ x − μ ⎞²
            ⎜───────⎟
            ⎝   s   ⎠
            """,
            1,
        ),
        (
            "(1 + r)**(n - 1)/n",
            """
                    n − 1
             (1 + r)
            ──────────────
                  n
            """,
            2,
        ),
        (
            "dE_dy*dy_dz",
            """
             ∂E     ∂y
            ──── · ────
             ∂y     ∂z
            """,
            1,
        ),
        (
            "a/(b + c/d)",
            """
                a
            ─────────
                  c
             b + ───
                  d
            """,
            1,
        ),
        ("exp(-x/2) + y**2", "exp(−x/2) + y²", 0),
    ],
)
def test_pictures(text, picture, baseline):
    assert drawn(text) == (textwrap.dedent(picture).strip("\n"), baseline)


def test_a_picture_in_ascii():
    picture, _ = drawn("sqrt(ln(a/b)/n)", STACKED_ASCII)
    assert to_ascii(picture) == textwrap.dedent(
        r"""
          -----------
         |    / a \
         |  ln|---|
         |    \ b /
         | ---------
        \|     n
        """
    ).strip("\n")


def test_a_matrix():
    box = laid_out(Printer(STACKED_UNICODE).text(value_node([["0.5", "-1"], ["10", "0"], ["1", "2.25"]])))
    assert box.lines == ("⎡0.5   −1⎤", "⎢ 10    0⎥", "⎣  1 2.25⎦")
    assert box.baseline == 1


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("s/sqrt(n)", True),
        ("dE_dy*dy_dz", True),
        ("w5 - eta*dE_dw5", False),
        ("1/2*(t - y)**2", False),
        ("exp(-d/g)", False),
        ("(1 + r)**(n - 1)", False),
        ("TP/(TP + FP)", True),
    ],
)
def test_what_reads_better_in_two_dimensions(text, better):
    assert stands_better(Printer(STACKED_UNICODE, SYMBOLS).text(parse(text))) is better


leaves = st.integers(1, 9).map(lambda k: Number(str(k))) | st.sampled_from(["0.5", "12", "2.25"]).map(Number)
trees = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Binary, st.sampled_from("+-*/"), inner, inner)
        | st.builds(lambda above, below: Binary("/", above, below), inner, inner)
        | st.builds(lambda base: Binary("**", base, Number("2")), inner)
        | st.builds(lambda base, top: Binary("**", base, top), inner, leaves)
        | st.builds(lambda arg: Unary("-", arg), inner)
        | st.builds(lambda function, arg: Call(function, (arg,)), st.sampled_from(["abs", "sqrt"]), inner)
    ),
    max_leaves=10,
)


def worth(node):
    match node:
        case Number(text):
            return float(text)
        case Unary(_, arg):
            return -worth(arg)
        case Call("abs", (arg,)):
            return abs(worth(arg))
        case Call("sqrt", (arg,)):
            return math.sqrt(worth(arg))
        case Binary("**", base, top):
            return math.pow(worth(base), worth(top))
        case Binary(op, left, right):
            a, b = worth(left), worth(right)
            return a + b if op == "+" else a - b if op == "-" else a * b if op == "*" else a / b


def seen(lines):
    """What a picture says, on one line, and its line of writing."""
    while lines and all(line[:1] == " " for line in lines):
        lines = [line[1:] for line in lines]
    first = column(lines, 0)
    row = _inner(lines, 0)[2] if set(first) & set("⎛╲") else len(first) - len(first.lstrip())
    found, at = "", 0
    while at < max(map(len, lines)):
        piece, at = _piece(lines, at, row)
        found += piece
    return found, row


LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def column(lines, at):
    return "".join(line[at : at + 1] or " " for line in lines)


def _inner(lines, at):
    """A bracket, bars or root that begins at a column: what it holds, where it ends, its line of writing, its kind."""
    here = column(lines, at)
    if "╲" in here:
        low = here.index("╲")
        top = max(row for row in range(low) if column(lines, at + 1)[row] == "┌")
        end = at + 2
        while lines[top][end : end + 1] == "─":
            end += 1
        inside, row = seen([line[at + 2 : end].ljust(end - at - 2) for line in lines[top + 1 : low + 1]])
        return f"√({inside})", end, row + top + 1
    if "⎛" in here:
        top, low = here.index("⎛"), here.index("⎝")
        depth, end = 1, at + 1
        while depth:
            depth += {"⎛": 1, "⎞": -1}.get(lines[top][end], 0) if column(lines, end)[low] in "⎝⎠" else 0
            end += 1
        inside, row = seen([line[at + 1 : end - 1].ljust(end - at - 2) for line in lines[top : low + 1]])
        return f"({inside})", end, row + top
    raise AssertionError(lines)


def _piece(lines, at, row):
    here = column(lines, at)
    if not here.strip():
        return " ", at + 1
    if "╲" in here or "⎛" in here:
        inside, end, _ = _inner(lines, at)
        return inside, end
    if here[row] == "─":
        end = at
        while lines[row][end : end + 1] == "─":
            end += 1
        above = [line[at:end].ljust(end - at) for line in lines[:row]]
        below = [line[at:end].ljust(end - at) for line in lines[row + 1 :]]
        return f"(({seen(_dense(above))[0]})/({seen(_dense(below))[0]}))", end
    if here[row] == " ":
        end = at
        while column(lines, end)[row] == " " and column(lines, end).strip():
            end += 1
        top = "".join("".join(line[at:end]).strip() for line in lines)
        return f"^({top.translate(LEVEL)})", end
    return here[row], at + 1


def _dense(lines):
    return [line for line in lines if line.strip()]


@settings(max_examples=300)
@given(trees)
def test_a_picture_says_what_the_formula_says(tree):
    try:
        wanted = worth(tree)
    except (ArithmeticError, ValueError):
        return
    printed = Printer(STACKED_UNICODE).text(tree)
    if "\ue013" in printed:
        return
    box = laid_out(printed)
    text, baseline = seen(list(box.lines))
    assert baseline == box.baseline
    try:
        assert read_number(text).value == pytest.approx(wanted, rel=1e-9, abs=1e-12)
    except ReadingError as error:
        assert any(word in str(error) for word in ("too large", "too long", "nested deeper")), text


@given(trees, st.sampled_from([STACKED_UNICODE, STACKED_ASCII]))
def test_the_lines_of_a_box_are_equally_wide(tree, notation):
    box = laid_out(Printer(notation).text(tree))
    assert len({columns(line) for line in box.lines}) == 1
    assert 0 <= box.baseline < len(box.lines)
    assert not any("\ue000" <= sign <= "\uf8ff" for line in box.lines for sign in line)


def test_boxes_stand_on_one_baseline():
    assert beside([Box(("a",)), Box(("1", "─", "2"), 1), Box(("b",))]).lines == (" 1 ", "a─b", " 2 ")


def test_a_fraction_rounded_down_stands_between_tall_brackets():
    node = parse("floor((n - k)/s)")
    assert laid_out(Printer(STACKED_UNICODE).text(node)).lines == ("⎢ n − k ⎥", "⎢───────⎥", "⎣   s   ⎦")
