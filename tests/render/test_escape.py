import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from printing import HOSTILE, needs

from quizgen.render import latex, typst
from quizgen.render.escape import LACKING, REPLACEMENT, harmless, typeset
from quizgen.render.pdf import through_latex, through_typst
from quizgen.render.tex import escaped

SIGNS = [chr(code) for code in range(0x110000)]


def in_every_style(texts):
    head = '#set document(title: "x")\n#set text(lang: "en", font: "Libertinus Serif")\n= x\n'
    strings = map(typst.string, texts)
    return head + "\n".join(f"#par({s})\n#par(strong({s}))\n#par(emph({s}))\n#heading(level: 2, {s})" for s in strings)


def test_typst_has_every_character_that_is_let_through():
    let_through = [sign for sign in SIGNS if typeset(sign) == sign]
    assert len(let_through) > 2000
    lines = ["".join(let_through[start : start + 40]) for start in range(0, len(let_through), 40)]
    accented = [letter + chr(mark) for letter in "aeoxyzAOXZ" for mark in range(0x300, 0x30D)]
    assert through_typst(in_every_style([*lines, *accented])).startswith(b"%PDF")


def test_what_typst_lacks_becomes_a_visible_sign():
    assert typeset("a统b🙂") == f"a{REPLACEMENT}b{REPLACEMENT}"
    assert typeset("plain, μ ≤ ½") == "plain, μ ≤ ½"
    assert typeset("e\u0301") == "é"
    assert typeset("x\u0304") == "x\u0304"
    assert typeset("\u0304") == REPLACEMENT


def test_what_steers_is_taken_out():
    assert harmless("a\x00b\x1b[31m\u202ec\ud800\u200d") == "ab[31mc"
    assert harmless("one\ntwo\tthree\u2028four") == "one two three four"


@given(st.text(st.characters(codec=None)))
def test_nothing_that_steers_is_left(text):
    for made in (harmless(text), typeset(text)):
        assert not {unicodedata.category(sign) for sign in made} & {"Cc", "Cs", "Zl", "Zp"}
        assert not {unicodedata.bidirectional(sign) for sign in made} & {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "LRI",
            "RLI",
            "FSI",
        }
    assert not LACKING.search(typeset(text))


@given(st.lists(st.text(st.characters(), max_size=30), min_size=30, max_size=30))
def test_a_string_literal_stays_one(texts):
    for text in texts:
        inner = typst.string(text)[1:-1]
        assert '"' not in inner.replace("\\\\", "").replace('\\"', "")


def test_hostile_texts_compile_in_typst():
    assert through_typst(in_every_style(HOSTILE)).startswith(b"%PDF")


@needs("pdflatex")
def test_tex_has_every_character_that_is_let_through():
    let_through = [sign for sign in SIGNS if "?" not in escaped(sign) or sign == "?"]
    assert len(let_through) > 300
    lines = [f"a{escaped(''.join(let_through[start : start + 20]))}b\\par" for start in range(0, len(let_through), 20)]
    lines += [f"a{escaped(text)}b\\par" for text in HOSTILE]
    assert through_latex(latex._whole([], lines)).startswith(b"%PDF")


def test_signs_do_not_run_together_in_tex():
    assert escaped("--- -- ,,") == "-{}-{}- -{}- ,{},"
    assert escaped("a\\b{c}") == r"a\textbackslash{}b\{c\}"
    assert escaped("μ≤½") == r"\ensuremath{\mu}\ensuremath{\le}\ensuremath{\tfrac12}"
