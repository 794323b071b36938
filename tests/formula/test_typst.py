import pytest
import typst

from quizgen.formula.latex import LATEX
from quizgen.formula.parse import parse
from quizgen.formula.printer import Printer, Template
from quizgen.formula.spoken import SPOKEN
from quizgen.formula.typst import TYPST

SYMBOLS = {"d2": "d^2", "gamma2": r"\gamma^2", "se": r"\text{SE}"}
FORMULAS = [
    "(xbar - mu0)/se",
    "sqrt(sum((data[i] - xbar)**2, i)/(n - 1))",
    "-x**2",
    "exp(-d2[j]/gamma2)",
    "w1*x[1] + b1",
    "TP/(TP + FP)",
    "1/2*(t[1] - y1)**2",
    "w5 - eta*dE_dw5",
    "t_quantile(1 - alpha/2, df)",
    "2*t_tail(abs(t), df)",
    "argmin(d2[j], j)",
    "abs(t) > t_crit",
    "w_new[i] if j == winner else W[j][i]",
    "0 if x >= 6 else 1 if x > 0 else 0",
    "sigmoid(h1_in)",
    "max(a, b)",
    "(1, 2)",
    "((1, 2), (3, 4))",
]


def test_every_formula_compiles():
    lines = []
    for text in FORMULAS:
        node = parse(text, frozenset("ij"))
        lines.append(f"${Printer(TYPST, SYMBOLS).text(node)}$ $ {Template(node, TYPST).fill(lambda node: '-0.5')} $")
    assert typst.compile("\n\n".join(lines).encode()).startswith(b"%PDF")


def test_words_are_string_literals():
    assert Printer(TYPST).text(parse("TP")) == '"TP"'
    assert TYPST.word('#"x"\\') == '"#\\"x\\"\\\\"'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("s/sqrt(n)", "the fraction s over the square root of n, end of fraction"),
        ("a/b", "a over b"),
        ("-x**2", "minus x squared"),
        ("abs(t) > t_crit", "the absolute value of t is greater than t crit"),
    ],
)
def test_spoken(text, words):
    assert Printer(SPOKEN, SYMBOLS).text(parse(text)) == words


def test_latex_numbers_in_powers_of_ten():
    assert (
        Template(parse("a*b"), LATEX).fill(lambda node: "1.2e-05") == r"1.2\times{10}^{-5} \times (1.2\times{10}^{-5})"
    )


def test_branches_stand_in_one_brace():
    node = parse("a if x > 6 else b if x > 0 else c", frozenset())
    assert Printer(LATEX, {}).text(node).count("cases") == 2
    assert Printer(TYPST, {}).text(node) == 'cases(a &"if " x > 6, b &"if " x > 0, c &"else")'
