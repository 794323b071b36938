import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import read_number
from quizgen.formula.latex import LATEX
from quizgen.formula.nodes import Binary, Call, Name, Number, Unary
from quizgen.formula.parse import parse
from quizgen.formula.plain import ASCII, UNICODE
from quizgen.formula.printer import Printer, Template

SYMBOLS = {"se": r"\text{SE}", "d2": "d^2", "gamma2": r"\gamma^2"}


@pytest.mark.parametrize(
    ("text", "latex", "unicode", "ascii"),
    [
        ("(xbar - mu0)/se", r"\frac{\bar{x} - \mu_{0}}{\mathrm{SE}}", "(x̄ − μ₀)/SE", "(xbar - mu0)/SE"),
        ("a - (b - c)", "a - (b - c)", "a − (b − c)", "a - (b - c)"),
        ("-x**2", "-{x}^{2}", "−x²", "-x^2"),
        ("(-x)**2", "{(-x)}^{2}", "(−x)²", "(-x)^2"),
        ("TP/(TP + FP)", r"\frac{\mathrm{TP}}{\mathrm{TP} + \mathrm{FP}}", "TP/(TP + FP)", "TP/(TP + FP)"),
        ("w5 - eta*dE_dw5", r"w_{5} - \eta \, \frac{\partial E}{\partial w_{5}}", "w₅ − η·∂E/∂w₅", "w5 - eta*dE/dw5"),
        ("exp(-d2[j]/gamma2)", r"{e}^{-d_{j}^{2}/\gamma^{2}}", "exp(−dⱼ²/γ²)", "exp(-d_j^2/gamma^2)"),
    ],
)
def test_formulas_keep_the_authors_order(text, latex, unicode, ascii):
    node = parse(text, frozenset("ij"))
    assert [Printer(notation, SYMBOLS).text(node) for notation in (LATEX, UNICODE, ASCII)] == [latex, unicode, ascii]


@pytest.mark.parametrize(
    ("text", "numbers", "printed"),
    [
        ("a*b + c*d + e", {"a": "0.5", "b": "1", "c": "-0.3", "d": "2", "e": "-0.1"}, "0.5 × 1 + (−0.3) × 2 + (−0.1)"),
        ("a - b", {"a": "5.24", "b": "-5"}, "5.24 − (−5)"),
        ("a**2", {"a": "-3"}, "(−3)²"),
        ("a*b", {"a": "0.5", "b": "1"}, "0.5 × 1"),
        ("a - b", {"a": "-5", "b": "2"}, "−5 − 2"),
    ],
)
def test_numbers_put_in_get_parentheses_by_context(text, numbers, printed):
    assert Template(parse(text), UNICODE).fill(lambda node: numbers[node.id]) == printed


names = st.sampled_from("abcd")
numbers = st.dictionaries(names, st.decimals(-9, 9, places=2).map(str), min_size=4, max_size=4)
trees = st.recursive(
    names.map(Name) | st.integers(1, 9).map(lambda k: Number(str(k))),
    lambda inner: (
        st.builds(Binary, st.sampled_from("+-*/"), inner, inner)
        | st.builds(lambda base: Binary("**", base, Number("2")), inner)
        | st.builds(lambda arg: Unary("-", arg), inner)
        | st.builds(lambda arg: Call("abs", (arg,)), inner)
        | st.builds(lambda arg: Call("sqrt", (Binary("**", arg, Number("2")),)), inner)
    ),
    max_leaves=12,
)


def worth(node, values):
    match node:
        case Name(name):
            return values[name]
        case Number(text):
            return float(text)
        case Unary("-", arg):
            return -worth(arg, values)
        case Call("abs", (arg,)):
            return abs(worth(arg, values))
        case Call("sqrt", (arg,)):
            return math.sqrt(worth(arg, values))
        case Binary("**", base, _):
            return worth(base, values) ** 2
        case Binary(op, left, right):
            a, b = worth(left, values), worth(right, values)
            return a + b if op == "+" else a - b if op == "-" else a * b if op == "*" else a / b


@given(trees, numbers, st.sampled_from([UNICODE, ASCII]))
def test_what_is_printed_reads_back_as_the_same_value(tree, texts, notation):
    try:
        wanted = worth(tree, {name: float(text) for name, text in texts.items()})
    except ZeroDivisionError:
        return
    printed = Template(tree, notation).fill(lambda node: texts[node.id])
    if len(printed) <= 400 and abs(wanted) < 1e300:
        assert read_number(printed).value == pytest.approx(wanted, rel=1e-9, abs=1e-12)
