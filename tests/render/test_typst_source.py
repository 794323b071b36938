import re

import pytest
from printing import needs, text_of

from quizgen.document import Answers, Chain, Derivation, Label, Maths, Question, Space
from quizgen.formula.nodes import Binary, Compare, Name, Number
from quizgen.formula.parse import parse
from quizgen.formula.printer import value_node
from quizgen.formula.spoken import SPOKEN
from quizgen.render import latex, markdown, typst
from quizgen.render.boxes import boxes, room
from quizgen.render.notation import around_matrices, write
from quizgen.render.pdf import through_typst

SYMBOLS = {}
MATRIX = value_node([["0.1", "0.2", "0.3"], ["0.4", "0.5", "0.6"]])


def maths(node, numbers=None):
    return Maths(node, SYMBOLS, numbers)


def with_numbers(text, **texts):
    return maths(parse(text), lambda node: texts[node.id])


def test_numbers_in_a_sentence_are_words_and_names_are_maths():
    text = ("With ", maths(Compare("==", Name("w1"), Number("-0.5"))), " and ", maths(value_node(["1", "-2"])), ".")
    assert typst.joined(text) == '"With " + m(alt: "w 1", $w_(1)$) + "\u00a0=\u00a0−0.5 and (1, −2)."'


def test_equals_signs_are_not_torn_from_their_numbers():
    assert typst.joined(("mean s = ", maths(Number("4.2")), " kg")) == '"mean s\u00a0=\u00a04.2 kg"'


def test_a_matrix_stands_on_a_line_of_its_own_with_its_punctuation():
    text = ("The map holds ", maths(MATRIX), ". Present it.")
    assert [mark for _, mark in around_matrices(text)] == ["", ".", ""]
    assert [part for part, _ in around_matrices(text)][::2] == ["The map holds", "Present it."]
    assert 'chains(alt: "the matrix' in typst.joined(text)
    assert r"\end{pmatrix}.\]" in latex.inline(text)
    assert "$$." not in markdown.inline(text) and ".$$" in markdown.inline(text)


def test_a_narrow_matrix_stands_on_a_line_of_its_own():
    kernel = maths(value_node([["0", "1"], ["1", "-1"]]))
    for inline, matrix in ((typst.joined, "mat("), (latex.inline, "pmatrix"), (markdown.inline, "pmatrix")):
        text = inline(("The kernel ", kernel, ".")).replace(r"\ensuremath{-}", "−")
        assert matrix in text and "(0, 1)" not in text


@pytest.mark.parametrize(
    ("formula", "texts"),
    [
        ("w5 - eta*g", {"w5": "0.35", "eta": "0.5", "g": "-0.0821"}),
        ("(x - m)**2 + (y - m)**2", {"x": "0", "m": "-0.5", "y": "1"}),
        ("-a*b", {"a": "-2", "b": "3"}),
        ("a", {"a": "7"}),
    ],
)
def test_arithmetic_is_set_as_text_and_spoken_as_ever(formula, texts):
    part = with_numbers(formula, **texts)
    side, _, words = typst._side(part)
    assert side.startswith('"') and side.count('"') == 2
    assert words == write(part, SPOKEN)


@pytest.mark.parametrize("formula", ["a/b", "sqrt(a)", "exp(a)", "a**b", "abs(a)"])
def test_what_is_taller_than_a_line_stays_maths(formula):
    assert '"' not in typst._side(with_numbers(formula, a="2", b="-3"))[0]


def test_powers_of_ten_stay_maths():
    side, _, words = typst._side(with_numbers("a*b", a="1.2e-05", b="3"))
    assert side == "1.2 times 10^(-5) times 3"
    assert "10 to the power -5" in words


def test_equal_sides_that_are_text_are_one_string():
    chain = Chain(maths(Name("w")), (maths(parse("a - b")), with_numbers("a - b", a="3", b="1"), maths(Number("2"))))
    words, body = "w equals a minus b equals 3 minus 1 equals 2", 'w &= a - b = "3 − 1 = 2"'
    assert typst.derivation((chain,)) == f'chains(alt: "{words}", $ {body} $)'


@needs("pdftotext")
def test_long_and_wide_derivations_stay_on_the_page(tmp_path):
    long = Derivation(tuple(Chain(maths(Name("w")), (maths(Number(str(k))),)) for k in range(120)))
    sum_of_many = Number("1111")
    for k in range(2, 40):
        sum_of_many = Binary("+", sum_of_many, Number(str(1111 * k)))
    wide = Derivation((Chain(maths(Name("w")), (maths(sum_of_many), maths(Number("866580")))),))
    question = Question("Long", None, None, 1, (), (), (long, wide))
    source = typst.page([question], True)
    assert "long(" in source and "wide(" in source
    shown = text_of(through_typst(source), tmp_path)
    assert shown.count("\f") >= 3
    for part in ("119", "866580", "43329"):
        assert part in shown


def test_labels_with_a_plate_have_one():
    shape = typst._shape(100)
    assert shape(Label(1, 2, ("a",), plate=True)).endswith('8, true, "a")')
    assert shape(Label(1, 2, ("a",))).endswith('8, false, "a")')


def question(marks, *labels):
    return Question(
        "T", None, None, marks, (Answers(*zip(*labels)), Space(min(2 + marks, 20))) if labels else (), (), ()
    )


def test_boxes_are_as_wide_as_their_answers():
    t, weights, column, matrix, words = (
        ("t", (1, 1)),
        ("w", (1, 3)),
        ("x", (1, 8)),
        ("W", (3, 4)),
        ("Decision", (1, 2)),
    )
    made = list(boxes(question(8, *(((name,), size) for name, size in (t, weights, column, matrix, words))).blocks[0]))
    widths = [width for _, width, _ in made]
    assert widths[0] < widths[1] < widths[2] == 100
    assert [lines for *_, lines in made] == [1, 1, 1, 3, 1]
    assert "".join(made[0][0]).endswith("=") and made[4][0] == ("Decision",)


@pytest.mark.parametrize(("marks", "lines"), [(1, 5), (6, 6), (12, 10), (36, 14), (80, 14)])
def test_room_to_work_grows_with_the_marks(marks, lines):
    pieces = room(question(marks, (("t",), (1, 1))))
    assert sum(pieces) == lines
    assert 5 <= pieces[0] <= 8 and all(piece == 4 for piece in pieces[1:])


def test_a_solved_question_has_no_room(short):
    def lines(source):
        return re.findall(r"level: \d, lines: \(([^)]*)\)\)", source)

    assert lines(typst.page(list(short.questions), True)) == ["", ""]
    assert all(lines(typst.sheet(short)))
    assert len(lines(typst.sheet(short))) == 2
