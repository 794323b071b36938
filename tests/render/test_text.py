import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.document import Caution, Chain, Conclusion, Derivation, Maths, Paragraph, Sheet, Table
from quizgen.drawing import draw
from quizgen.formula.nodes import Compare, Name, Number
from quizgen.formula.parse import parse
from quizgen.formula.plain import columns
from quizgen.formula.printer import value_node
from quizgen.render.ascii import to_ascii
from quizgen.render.json import variant_object
from quizgen.render.lines import GLUE, kept, wrapped
from quizgen.render.text import TextRenderer, key, sheet
from quizgen.writing import hints, posed, question

ANSI = re.compile("\x1b\\[[0-9]*m")
PAINTED = re.compile("\x1b\\[[0-9]+m[^\x1b]+\x1b\\[0m")
FRAMES = set("─│⎛⎜⎝⎡⎢⎣┌╲")


def page(problem, level, seed, text):
    variant = draw(problem, level, {}, seed)
    shown = question(variant)
    return [*text.question(shown), *text.solution(shown)]


def maths(text, numbers=None):
    return Maths(parse(text), {}, numbers and (lambda node: numbers[node.id]))


@pytest.mark.parametrize("width", [20, 40, 60, 78, 120])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_lines_keep_to_the_width(problem, width, ascii_only):
    for level in problem.levels:
        for seed in range(3):
            lines = page(problem, level, seed, TextRenderer(width, ascii_only))
            assert max(map(columns, lines)) <= width, max(lines, key=columns)
            assert all(line == line.rstrip() for line in lines)


def test_ascii_loses_no_sign(problem):
    for level in problem.levels:
        for seed in range(8):
            plain, signs = (page(problem, level, seed, TextRenderer(400, ascii_only)) for ascii_only in (True, False))
            assert "\n".join(plain).isascii()
            assert "\n".join(plain).count("?") == "\n".join(signs).count("?")


def test_flat_text_has_no_second_dimension_and_says_the_same_words(problem):
    for level in problem.levels:
        lines = page(problem, level, 1, TextRenderer(78, flat=True))
        assert not FRAMES & set("\n".join(lines))


def test_color_only_adds(problem):
    colored = page(problem, "medium", 1, TextRenderer(78, color=True))
    assert any(ANSI.search(line) for line in colored)
    assert [ANSI.sub("", line) for line in colored] == page(problem, "medium", 1, TextRenderer(78))
    assert not any("\x1b" in PAINTED.sub("", line) for line in colored)


def test_the_question_of_json_and_the_hints_stay_on_one_line_of_writing(problem):
    variant = draw(problem, "hard", {}, 3)
    found = variant_object(variant, True)
    for text in (found["question"], *found["hints"]):
        assert not FRAMES & set(text)
        assert GLUE not in text
    assert [TextRenderer(78).inline(hint) for hint in hints(variant)] == found["hints"]


def test_a_question_alone_is_the_question_without_its_solution(problem):
    variant = draw(problem, "hard", {}, 5)
    assert question(variant).replace(answer=(), solution=()) == posed(variant)


CHAIN = Chain(
    maths("t"), (maths("(a - b)/c"), maths("(a - b)/c", {"a": "436.5", "b": "431", "c": "5.0215"}), maths("1.10"))
)


def shown(width, *chains, **how):
    return list(TextRenderer(width, **how).block(Derivation(chains or (CHAIN,))))


def test_a_chain_stands_on_one_line_where_it_fits():
    assert shown(78) == [
        "          a − b     436.5 − 431",
        "     t = ─────── = ───────────── = 1.10",
        "            c         5.0215",
    ]


def test_else_a_relation_a_line_aligned():
    assert shown(30) == [
        "        a − b",
        "   t = ───────",
        "          c",
        "",
        "        436.5 − 431",
        "     = ─────────────",
        "          5.0215",
        "     = 1.10",
    ]


def test_below_that_on_lines_of_writing():
    assert shown(20, flat=True) == ["  t = (a − b)/c", "    = (436.5 −", "      431)/5.0215", "    = 1.10"]


def test_in_ascii():
    assert shown(78, ascii_only=True)[1] == "     t = ------- = ------------- = 1.10"


def test_without_a_fraction_a_chain_stays_on_its_line():
    chain = Chain(maths("E"), (maths("1/2*(t - y)**2"), maths("0.125")))
    assert shown(78, chain) == ["     E = 1/2 · (t − y)² = 0.125"]


def test_chains_are_aligned_on_their_relations():
    chains = (Chain(maths("df"), (maths("n - 1"),)), Chain(maths("x"), (Maths(Number("2"), {}),)))
    assert shown(78, *chains) == ["     df = n − 1", "      x = 2"]


def test_long_answers_stand_below_each_other_and_a_matrix_in_rows():
    matrix = value_node([["0.3000", "0.4000"], ["0.6400", "-0.4500"]])
    answer = (Maths(Compare("==", Name("W"), matrix), {}), ", ", "reject H0")
    assert list(TextRenderer(30).block(Conclusion(answer))) == [
        "",
        "Answer:",
        "   W = ⎡0.3000  0.4000⎤",
        "       ⎣0.6400 −0.4500⎦",
        "   reject H0",
    ]
    assert list(TextRenderer(78).block(Conclusion(answer)))[1:] == [
        "Answer: W = [(0.3000, 0.4000), (0.6400, −0.4500)], reject H0"
    ]


def test_short_formulas_and_equations_are_not_broken():
    text = ("At a level of ", maths("alpha/2"), " or α = 0.05 use n − 1, not n.")
    lines = list(TextRenderer(24).block(Paragraph(text)))[1:]
    assert lines == ["At a level of α/2 or", "α = 0.05 use n − 1, not", "n."]


def test_a_wide_table_becomes_sentences():
    table = Table((("",), ("predicted yes",), ("predicted no",)), ((("actual yes",), ("24",), ("12",)),), "")
    assert list(TextRenderer(60).block(table))[2] == "   actual yes             24            12"
    assert list(TextRenderer(30).block(table))[1:] == ["   actual yes; predicted yes:", "     24; predicted no: 12"]


def test_very_long_words_are_cut():
    assert list(TextRenderer(20).block(Caution(("x" * 50,))))[1:] == ["Common mistake:", "x" * 20, "x" * 20, "x" * 10]


def test_a_margin_wider_than_the_page_ends():
    assert [line.strip() for line in wrapped(" " * 45 + "x" * 30, 20) if line] == ["x" * 3, "x" * 14, "x" * 13]


def test_texts_from_outside_steer_nothing():
    page = Sheet((), "A\x1b[31m\ntitle \u202e", "\x07course", None, "1 h")
    assert (sheet(page), key(page)) == ("A[31m title\ncourse, 1 h, 0 marks\n", "A[31m title : answer key\n\n\n")


@given(st.text(st.sampled_from("ab (){}=−x̄ \u0304"), max_size=200), st.integers(20, 60), st.none() | st.integers(0, 30))
def test_wrapping_keeps_every_sign_and_the_width(text, width, indent):
    lines = wrapped(kept(text), width, indent)
    assert all(len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("H₀: μ ≠ 5 Ω², “so” – 3 € × 2", 'H0: mu != 5 ohm^2, "so" - 3 EUR x 2'),
        ("xᵢ → σ(wⱼ) ≤ 10⁻³", "x_i -> sigma(w_j) <= 10^-3"),
        ("Müller’s café, Łódź", "Muller's cafe, ?odz"),
        ("✓ ~ → ✗", "ok ~ -> x"),
    ],
)
def test_signs_in_ascii(text, plain):
    assert to_ascii(text) == plain
