import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import read_matrix, read_vector
from quizgen.formula.latex import LATEX
from quizgen.formula.parse import parse
from quizgen.formula.plain import ASCII, UNICODE
from quizgen.formula.printer import Printer, Template, value_node

SYMBOLS = {
    "se": r"\text{SE}",
    "d2": "d^2",
    "gamma2": r"\gamma^2",
    "q": "e^{-x}",
    "bacc": r"\text{balanced accuracy}",
    "new": "w'",
}


@pytest.mark.parametrize(
    ("text", "latex", "unicode", "ascii"),
    [
        ("(xbar - mu0)/se", r"\frac{\bar{x} - \mu_{0}}{\mathrm{SE}}", "(x̄ − μ₀)/SE", "(xbar - mu0)/SE"),
        ("a - (b - c)", "a - (b - c)", "a − (b − c)", "a - (b - c)"),
        ("-x**2", "-{x}^{2}", "−x²", "-x^2"),
        ("(-x)**2", "{(-x)}^{2}", "(−x)²", "(-x)^2"),
        ("TP/(TP + FP)", r"\frac{\mathrm{TP}}{\mathrm{TP} + \mathrm{FP}}", "TP/(TP + FP)", "TP/(TP + FP)"),
        ("w5 - eta*dE_dw5", r"w_{5} - \eta \, \frac{\partial E}{\partial w_{5}}", "w₅ − η·∂E/∂w₅", "w5 - eta*dE/dw5"),
        ("dE_dW1[j][i]", r"\frac{\partial E}{\partial W_{1,j,i}}", "∂E/∂W₁ⱼᵢ", "dE/dW1_{j,i}"),
        ("1/(1 + q)", r"\frac{1}{1 + e^{-x}}", "1/(1 + e^-x)", "1/(1 + e^-x)"),
        ("bacc/2", r"\frac{\mathrm{balanced~accuracy}}{2}", "balanced accuracy/2", "balanced accuracy/2"),
        ("c*new", r"c \, w'", "c·w'", "c*w'"),
        ("comb(k, j)*p", r"\binom{k}{j} \, p", "comb(k, j)·p", "comb(k, j)*p"),
        (
            "floor((n - k)/s) + 1",
            r"\left\lfloor \frac{n - k}{s}\right\rfloor + 1",
            "⌊(n − k)/s⌋ + 1",
            "floor((n - k)/s) + 1",
        ),
        ("ceil(n/s)", r"\left\lceil \frac{n}{s}\right\rceil", "⌈n/s⌉", "ceil(n/s)"),
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


@given(st.lists(st.decimals(-99, 99, places=2).map(str), min_size=2, max_size=6), st.sampled_from([UNICODE, ASCII]))
def test_a_vector_reads_back(entries, notation):
    printed = Printer(notation).text(value_node(entries))
    assert [number.value for number in read_vector(printed)] == [float(entry) for entry in entries]


@given(st.integers(2, 4), st.integers(2, 5), st.data(), st.sampled_from([UNICODE, ASCII]))
def test_a_matrix_reads_back(rows, width, data, notation):
    entry = st.decimals(-9, 9, places=1).map(str)
    matrix = [[data.draw(entry) for _ in range(width)] for _ in range(rows)]
    printed = Printer(notation).text(value_node(matrix))
    assert [[number.value for number in row] for row in read_matrix(printed)] == [
        list(map(float, row)) for row in matrix
    ]


@pytest.mark.parametrize(
    ("text", "unicode", "ascii"),
    [
        ("s/sqrt(n)", "s/√n", "s/sqrt(n)"),
        ("sqrt(s2)", "√(s²)", "sqrt(s^2)"),
        ("sqrt(a + b)", "√(a + b)", "sqrt(a + b)"),
        ("sqrt(a)**2", "(√a)²", "sqrt(a)^2"),
        ("W[j][i] - x[i]", "Wⱼᵢ − xᵢ", "W_{j,i} - x_i"),
        ("W[2][13]", "W₂,₁₃", "W_{2,13}"),
        ("n[l + 1]*W[j][i - 1]", "nₗ₊₁·Wⱼᵢ₋₁", "n_(l + 1)*W_{j,i - 1}"),
        ("n[q + 1]", "n_(q + 1)", "n_(q + 1)"),
        ("h1_in + y_out", "h₁_in + y_out", "h1_in + y_out"),
        ("w5_new", "w₅ⁿᵉʷ", "w5^new"),
        ("w_new[i]", "wⁿᵉʷ_c,i", "w_{c,i}^new"),
        ("d2[1]", "d₁²", "d_1^2"),
        ("w_new[i]**2", "(wⁿᵉʷ_c,i)²", "(w_{c,i}^new)^2"),
        ("s/(count(x)*count(x[1]))", "s/(n·m)", "s/(n*m)"),
        ("E_after", "E^after", "E^after"),
        ("1/2*(t - y)**2", "1/2 · (t − y)²", "1/2 * (t - y)^2"),
        ("dE_dy*dy_dz", "∂E/∂y · ∂y/∂z", "dE/dy * dy/dz"),
        ("sum(w[j]*h[j], j) + b", "Σⱼ wⱼ·hⱼ + b", "sum_j w_j*h_j + b"),
        ("sum(r[j] if j <= i else 0, j)", "Σ_{j ≤ i} rⱼ", "sum_{j <= i} r_j"),
        ("sum(w[i] if y[i] != t[i] else 0, i)/2", "Σ_{i: yᵢ ≠ tᵢ} wᵢ/2", "sum_{i: y_i != t_i} w_i/2"),
        ("t_quantile(1 - alpha/2, df)", "t-quantile(1 − α/2, df)", "t-quantile(1 - alpha/2, df)"),
        ("2*t_tail(abs(t), df)", "2·P(T_df > |t|)", "2*P(T_df > |t|)"),
    ],
)
def test_symbols_on_one_line(text, unicode, ascii):
    symbols = {"s2": "s^2", "d2": "d^2", "w_new": "w_c^{new}"}
    node = parse(text, frozenset("ij"))
    assert [Printer(notation, symbols).text(node) for notation in (UNICODE, ASCII)] == [unicode, ascii]


@pytest.mark.parametrize(
    ("text", "numbers", "printed"),
    [
        ("s/sqrt(n)", {"s": "4.6", "n": "24"}, "4.6/√24"),
        ("sqrt(a)", {"a": "-3"}, "√(−3)"),
        ("sqrt(a)", {"a": "1e-7"}, "√(1×10⁻⁷)"),
    ],
)
def test_roots_of_numbers(text, numbers, printed):
    assert Template(parse(text), UNICODE).fill(lambda node: numbers[node.id]) == printed


def test_signs_in_a_word_are_commands_of_latex():
    assert Printer(LATEX, {"norm": r"\text{‖w‖²}"}).text(parse("norm")) == r"\mathrm{{\Vert}w{\Vert}^2}"
    assert Printer(LATEX, {"log_var": r"\text{log σ²}"}).text(parse("log_var")) == r"\mathrm{log~{\sigma}^2}"
