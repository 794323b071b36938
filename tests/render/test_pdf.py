import os
import shutil
import subprocess
import sys

import pytest
from printing import HOSTILE, needs, text_of

from quizgen.errors import OutsideError
from quizgen.render import latex, markdown, pdf, text, typst

START = r"\documentclass{article}" + "\n"
COMPILE = """
import hashlib, sys
from quizgen.render.pdf import through_typst
print(hashlib.sha256(through_typst(sys.stdin.read())).hexdigest())
"""


def digest(source, **setting):
    run = subprocess.run(
        [sys.executable, "-c", COMPILE],
        input=source,
        env=os.environ | setting,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def test_the_same_source_gives_the_same_bytes(short):
    source = typst.key(short)
    assert digest(source, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C") == digest(
        source, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C.UTF-8"
    )


def test_it_is_tagged_unless_tags_are_dropped(short):
    questions, key = pdf.sheet_and_key(short)
    smaller, _ = pdf.sheet_and_key(short, tagged=False)
    assert b"/StructTreeRoot" in questions and b"/StructTreeRoot" in key
    assert b"pdfuaid" in questions
    assert b"/StructTreeRoot" not in smaller
    assert len(smaller) < len(questions)


def told(page, text):
    words = " ".join(text.split())
    return [question for question in page.questions if question.id not in words]


@needs("pdftotext")
def test_every_question_and_answer_is_in_the_pdf(page, tmp_path):
    questions, key = (text_of(made, tmp_path) for made in pdf.sheet_and_key(page))
    assert told(page, questions) == []
    assert told(page, key) == []
    for question in page.questions:
        assert question.title in questions and question.title in key
        for part in question.answer:
            if isinstance(part, str) and len(part) > 3:
                assert part.strip(" ,;") in " ".join(key.split())
    assert "Page 1 of " in questions
    assert "Critical values of" in questions
    assert "fail to reject" not in questions


@pytest.mark.parametrize("solved", [True, False])
def test_questions_alone_and_with_their_solutions(page, solved):
    assert pdf.through_typst(typst.page(list(page.questions), solved)).startswith(b"%PDF")


@needs("pdflatex", "pdftotext")
def test_tex_makes_the_same_pages(page, tmp_path):
    questions, key = (text_of(made, tmp_path) for made in pdf.sheet_and_key(page, "latex"))
    assert told(page, questions) == []
    assert told(page, key) == []
    assert "Page 1 of " in questions


@needs("pdflatex")
@pytest.mark.parametrize("write", [latex.sheet, latex.key])
def test_no_line_is_much_too_long(page, write, tmp_path):
    (tmp_path / "s.tex").write_text(write(page))
    subprocess.run(["pdflatex", "-interaction=nonstopmode", "s.tex"], cwd=tmp_path, capture_output=True, check=True)
    log = (tmp_path / "s.log").read_text(errors="replace")
    assert [line for line in log.splitlines() if line.startswith("Overfull") and too_wide(line) > 5] == []
    assert "Missing character" not in log


def too_wide(line):
    return float(line.partition("(")[2].partition("pt")[0])


@needs("lualatex")
def test_another_engine_makes_it_too(short, monkeypatch):
    monkeypatch.setattr(pdf, "ENGINES", ("lualatex",))
    assert pdf.through_latex(latex.key(short)).startswith(b"%PDF")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_texts_from_outside_are_no_markup(short, hostile, tmp_path):
    page = short.replace(title=hostile, course=hostile, date=hostile, duration=hostile)
    questions, key = pdf.sheet_and_key(page)
    assert questions.startswith(b"%PDF") and key.startswith(b"%PDF")
    for written in (markdown, text):
        assert "\x1b" not in written.sheet(page) + written.key(page)
        assert "\u202e" not in written.sheet(page) + written.key(page)


@needs("pdftotext")
def test_markup_is_shown_as_it_was_typed(short, tmp_path):
    page = short.replace(title='#import "x": y $z$ *b*', course=r"\input{z} ~ ^ & % #")
    for engine in ("typst", "latex"):
        if engine == "latex" and shutil.which("pdflatex") is None:
            continue
        shown = (
            text_of(pdf.sheet_and_key(page, engine)[0], tmp_path).replace("”", '"').replace("˜", "~").replace("ˆ", "^")
        )
        assert '#import "x": y $z$ *b*' in shown
        assert r"\input{z} ~ ^ & % #" in " ".join(shown.split())


@needs("pdflatex")
@pytest.mark.parametrize("hostile", HOSTILE)
def test_texts_from_outside_are_no_commands(short, hostile):
    page = short.replace(title=hostile, course=hostile, date=hostile, duration=hostile)
    assert pdf.through_latex(latex.sheet(page)).startswith(b"%PDF")


def refused(source):
    with pytest.raises(OutsideError) as caught:
        pdf.through_latex(source)
    assert caught.value.exit_code == 3
    return str(caught.value)


def kept_log(message):
    path = message.split()[-1]
    assert os.path.exists(path) and os.path.exists(path.replace(".log", ".tex"))
    return path


@needs("pdflatex")
def test_a_failed_run_says_where_and_keeps_its_log(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    message = refused(START + r"\begin{document}" + "\n\\nonsense\n" + r"\end{document}")
    assert "sheet.tex:3: Undefined control sequence" in message
    with open(kept_log(message), encoding="utf-8") as log:
        assert "nonsense" in log.read()


@needs("pdflatex")
def test_a_missing_package_is_named_with_debians(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    message = refused(START + r"\usepackage{nothinglikethis}\begin{document}x\end{document}")
    assert "nothinglikethis.sty" in message
    assert "texlive-latex-recommended" in message


@needs("pdflatex")
@pytest.mark.parametrize(
    "attack", [r"\input{/etc/passwd}", r"\newwrite\f\immediate\openout\f=/tmp/quizgen-pwned \relax"]
)
def test_tex_reads_and_writes_nothing_outside(attack, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    refused(START + r"\begin{document}" + attack + r"x\end{document}")
    assert not os.path.exists("/tmp/quizgen-pwned.tex")


@needs("pdflatex")
def test_tex_runs_no_programs(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    pdf.through_latex(START + rf"\begin{{document}}\immediate\write18{{touch {tmp_path}/pwned}}x\end{{document}}")
    assert os.listdir(tmp_path) == []


@needs("pdflatex")
def test_an_endless_run_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(pdf, "TIME_LIMIT", 1)
    assert "stopped after 1 seconds" in refused(START + r"\begin{document}\loop\iftrue\repeat\end{document}")


def test_without_tex_it_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    message = refused(START)
    assert "texlive-latex-recommended" in message and "without --engine latex" in message
