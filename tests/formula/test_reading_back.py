"""What is printed means the same when it is read: by the student's grammar, by the author's, in LaTeX; Typst compiles it."""

import ast
import math

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from latex_reader import value
from trees import FUNCTIONS, numbers, trees, worth_of

from quizgen.answers import ReadingError, read_number
from quizgen.formula import Formula
from quizgen.formula.latex import LATEX
from quizgen.formula.nodes import Binary, Call, Name, Number, Unary
from quizgen.formula.parse import parse
from quizgen.formula.plain import ASCII, UNICODE
from quizgen.formula.printer import Printer, Template
from quizgen.formula.typst import TYPST

LIMITS = ("too large", "too small", "too long", "nested deeper")
OPERATORS = {"+": ast.Add(), "-": ast.Sub(), "*": ast.Mult(), "/": ast.Div(), "**": ast.Pow()}


@settings(max_examples=500)
@given(trees, numbers, st.sampled_from([UNICODE, ASCII]))
def test_by_the_students_grammar(tree, texts, notation):
    wanted = worth_of(tree, texts)
    if wanted is None:
        return
    printed = Template(tree, notation).fill(lambda node: texts[node.id])
    try:
        read = read_number(printed).value
    except ReadingError as error:
        assert any(limit in str(error) for limit in LIMITS), (printed, error)
        return
    assert read == pytest.approx(wanted, rel=1e-9, abs=1e-12), printed


@settings(max_examples=500)
@given(trees, numbers)
def test_in_latex(tree, texts):
    wanted = worth_of(tree, texts)
    if wanted is not None:
        printed = Template(tree, LATEX).fill(lambda node: texts[node.id])
        assert value(printed) == pytest.approx(wanted, rel=1e-9, abs=1e-12), printed


@given(trees)
def test_a_slot_and_a_symbol_get_the_same_brackets_in_latex(tree):
    """A name is printed like a number that needs no bracket."""
    slots = Template(tree, LATEX).fill(lambda node: "7")
    assert Printer(LATEX).text(tree).count("(") == slots.count("(")


def python(node):
    match node:
        case Name(name):
            return ast.Name(name)
        case Number(text):
            return ast.Constant(ast.literal_eval(text))
        case Unary("-", arg):
            return ast.UnaryOp(ast.USub(), python(arg))
        case Call(function, (arg,)):
            return ast.Call(ast.Name(function), [python(arg)], [])
        case Binary(op, left, right):
            return ast.BinOp(python(left), OPERATORS[op], python(right))


@settings(max_examples=500)
@given(trees, numbers)
def test_by_the_authors_grammar(tree, texts):
    written = ast.unparse(python(tree))
    assert parse(written) == tree
    wanted = worth_of(tree, texts)
    if wanted is not None:
        values = {name: float(text) for name, text in texts.items()}
        assert Formula(written).number(values) == pytest.approx(wanted, rel=1e-12)
        assert eval(written, {"__builtins__": {}}, FUNCTIONS | values) == pytest.approx(wanted, rel=1e-12)


@settings(max_examples=4, deadline=None)
@given(st.lists(st.tuples(trees, numbers), min_size=60, max_size=80))
def test_in_typst_it_compiles(many):
    lines = []
    for tree, texts in many:
        filled = Template(tree, TYPST).fill(lambda node, texts=texts: texts[node.id])
        lines.append(f"$ {Printer(TYPST).text(tree)} $ ${filled}$")
    assert typst.compile("\n\n".join(lines).encode()).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"\frac{1}{2} \times (0.5 - 0.2)", 0.15),
        (r"{e}^{-(-0.4)}", math.exp(0.4)),
        (r"-{3}^{2}", -9),
        (r"{(-3)}^{2}", 9),
        (r"1.5\times{10}^{-7}", 1.5e-7),
        (r"\sqrt{\lvert -4\rvert}", 2),
        (r"\ln\left(\frac{1}{2}\right)", math.log(0.5)),
    ],
)
def test_the_latex_reader_itself(text, wanted):
    assert value(text) == pytest.approx(wanted)


def test_the_latex_reader_takes_no_brace_for_a_bracket():
    with pytest.raises(AssertionError):
        value("{1 + 2}^{2}")
