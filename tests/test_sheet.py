import json
import os
import re
import resource
import shutil
import subprocess
import sys

import pytest

from quizgen.errors import OutsideError
from quizgen.files import write_together, write_whole

BEGINS = {".pdf": b"%PDF-1.", ".tex": b"%", ".typ": b"//", ".md": b"# ", ".txt": b"Mock", ".json": b"{"}


def sheet(*arguments, **how):
    return subprocess.run([sys.executable, "-m", "quizgen", "sheet", *arguments], capture_output=True, text=True, **how)


@pytest.mark.parametrize("ending", BEGINS)
def test_a_sheet_and_its_key(tmp_path, ending):
    run = sheet("t-test:2", "som-update", "-o", f"{tmp_path}/s{ending}", "--seed", "4", "--title", "Mock exam")
    assert (run.returncode, run.stderr) == (0, "")
    assert sorted(os.listdir(tmp_path)) == sorted([f"s-key{ending}", f"s{ending}"])
    questions, key = (tmp_path / f"s{ending}").read_bytes(), (tmp_path / f"s-key{ending}").read_bytes()
    assert questions.startswith(BEGINS[ending]) and key.startswith(BEGINS[ending])
    if ending != ".pdf":
        assert b"fail to reject H0" not in questions
        assert b"Standard error" in key
        ids = set(re.findall(rb"(?:TTEST|SMUPDT)-\w+-\w+", questions))
        assert len(ids) == 3
        assert ids == set(re.findall(rb"(?:TTEST|SMUPDT)-\w+-\w+", key))


def test_html_comes_later(tmp_path):
    run = sheet("t-test", "-o", f"{tmp_path}/s.html")
    assert run.returncode == 2
    assert "HTML is not written yet" in run.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="not installed: pdflatex")
def test_a_pdf_through_tex(tmp_path):
    assert sheet("min-max", "-o", f"{tmp_path}/s.pdf", "--engine", "latex", "--seed", "4").returncode == 0
    assert b"pdfTeX" in (tmp_path / "s-key.pdf").read_bytes()
    assert sheet("min-max", "-o", f"{tmp_path}/s.md", "--engine", "latex").returncode == 2


def test_without_tex_a_sheet_through_tex_says_what_to_install(tmp_path):
    run = sheet("min-max", "-o", f"{tmp_path}/s.pdf", "--engine", "latex", env={**os.environ, "PATH": ""})
    assert run.returncode == 3
    assert "texlive-latex-recommended" in run.stderr
    assert os.listdir(tmp_path) == []


def test_the_same_seed_gives_the_same_pdf(tmp_path):
    for name, setting in (("a", "1"), ("b", "77")):
        how = {"env": {**os.environ, "PYTHONHASHSEED": setting}}
        assert sheet("t-test", "backprop", "-o", f"{tmp_path}/{name}.pdf", "--seed", "4", **how).returncode == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a-key.pdf").read_bytes() == (tmp_path / "b-key.pdf").read_bytes()


def test_a_sheet_repeats_nothing_and_neighboring_seeds_share_nothing(tmp_path):
    def ids(seed):
        assert sheet("t-test:30", "-o", f"{tmp_path}/s.json", "--seed", str(seed)).returncode == 0
        found = json.loads((tmp_path / "s.json").read_text())
        return [question["id"] for question in found["questions"]]

    sheets = [ids(seed) for seed in (4, 5, 6)]
    assert len({name for names in sheets for name in names}) == 90
    assert sheets[0] == ids(4)


def test_user_texts_are_no_markup(tmp_path):
    sheet("t-test", "-o", f"{tmp_path}/s.md", "--title", "# *x* <b>\x1b[31m", "--course", "$\\write18$")
    text = (tmp_path / "s.md").read_text()
    assert r"\# \*x\* \<b\>" in text
    assert "\x1b" not in text
    assert r"\$\\write18\$" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["t-test", "-o", "s.docx"], "names the format"),
        (["t-test:0", "-o", "s.md"], "how often"),
        (["t-tset", "-o", "s.md"], "near it: t-test"),
        (["t-test", "-o", "s.md", "--convention", "x=1"], "no convention|has a convention"),
    ],
)
def test_unusable_input_writes_nothing(tmp_path, arguments, words, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.getcwd())
    run = subprocess.run(
        [sys.executable, "-m", "quizgen", "sheet", *arguments], cwd=tmp_path, capture_output=True, text=True
    )
    assert run.returncode == 2
    assert any(word in run.stderr for word in words.split("|"))
    assert os.listdir(tmp_path) == []


def test_a_file_that_cannot_be_replaced_is_left_whole(tmp_path):
    (tmp_path / "s.md").mkdir()
    run = sheet("t-test", "-o", f"{tmp_path}/s.md")
    assert run.returncode == 3
    assert run.stderr.count("\n") == 1
    assert os.listdir(tmp_path) == ["s.md"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OutsideError):
        write_whole(f"{tmp_path}/none/s.md", b"")


def test_a_key_that_cannot_be_written_leaves_the_old_sheet(tmp_path):
    (tmp_path / "s.md").write_text("old sheet")
    (tmp_path / "s-key.md").mkdir()
    run = sheet("t-test", "-o", f"{tmp_path}/s.md")
    assert run.returncode == 3
    assert "s-key.md" in run.stderr
    assert (tmp_path / "s.md").read_text() == "old sheet"
    assert sorted(os.listdir(tmp_path)) == ["s-key.md", "s.md"]


def test_a_key_that_cannot_be_written_leaves_no_sheet_behind(tmp_path):
    (tmp_path / "s-key.md").mkdir()
    assert sheet("t-test", "-o", f"{tmp_path}/s.md").returncode == 3
    assert os.listdir(tmp_path) == ["s-key.md"]


def test_a_full_disk_leaves_the_old_files(tmp_path):
    for name in ("s.pdf", "s-key.pdf"):
        (tmp_path / name).write_bytes(b"old " + name.encode())
    run = sheet(
        "t-test", "-o", f"{tmp_path}/s.pdf", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
    )
    assert run.returncode == 3
    assert run.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "s.pdf": b"old s.pdf",
        "s-key.pdf": b"old s-key.pdf",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written(tmp_path):
    tmp_path.chmod(0o500)
    assert sheet("t-test", "-o", f"{tmp_path}/s.md").returncode == 3


@pytest.mark.parametrize("linked", [True, False])
def test_files_are_put_back_when_a_later_one_cannot_be_moved(tmp_path, monkeypatch, linked):
    if not linked:
        monkeypatch.delattr(os, "link")
        monkeypatch.setattr(os, "link", lambda *paths: (_ for _ in ()).throw(OSError("no links here")), raising=False)
    (tmp_path / "a").write_bytes(b"old a")
    (tmp_path / "c").mkdir()
    with pytest.raises(OutsideError, match="/c: "):
        write_together({f"{tmp_path}/{name}": b"new" for name in "abc"})
    assert sorted(os.listdir(tmp_path)) == ["a", "c"]
    assert (tmp_path / "a").read_bytes() == b"old a"
