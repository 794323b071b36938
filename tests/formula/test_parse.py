import pytest

from quizgen.formula import Formula, FormulaError
from quizgen.formula.nodes import Name
from quizgen.formula.parse import parse


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "x.real",
        "lambda: 1",
        "[k for k in x]",
        "f'{x}'",
        "x := 1",
        "open(x)",
        "x @ y",
        "x // y",
        "*x",
        "exp(x=1)",
        "not x",
        "x if",
        "1j",
        "None",
        "x in y",
        "",
        "x[1:2]",
    ],
)
def test_only_whitelisted_syntax_is_read(text):
    with pytest.raises(FormulaError):
        parse(text)


def test_an_error_names_the_column_and_what_is_known():
    with pytest.raises(FormulaError, match=r"column 5: unknown function foo; known are .*sqrt"):
        parse("1 + foo(x)")


def test_subscripts_count_from_one_and_sums_run_over_their_index():
    lengths = {"i": parse("count(x)"), "j": parse("count(W)")}
    formula = Formula("sum((x[i] - W[j][i])**2, i)", lengths, ("j",))
    assert formula.number({"x": [1, 0], "W": [[1, 1], [0, 0.5]]}) == [1, 1.25]
    assert formula.uses == {"x", "W"}


@pytest.mark.parametrize("index", ["v", "at", "positions", "max"])
def test_an_index_may_have_any_name(index):
    formula = Formula(f"max(x[{index}] - m, {index})", {index: parse("count(x)")})
    assert formula.number({"x": [1, 4], "m": 2}) == 2


def test_an_index_that_is_worked_out_is_checked():
    with pytest.raises(IndexError, match="counted from 1 to 2"):
        Formula("W[k]").number({"W": [1, 2], "k": 0})


def test_a_trailing_underscore_is_dropped():
    assert parse("lambda_ + 1") == parse("lambda_ + 1").replace(left=Name("lambda"))
