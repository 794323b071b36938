import json
import os
import subprocess
import sys

import pytest

from quizgen.errors import OutsideError
from quizgen.files import write_whole


def sheet(*arguments):
    return subprocess.run([sys.executable, "-m", "quizgen", "sheet", *arguments], capture_output=True, text=True)


@pytest.mark.parametrize("ending", ["md", "txt", "json"])
def test_a_sheet_and_its_key(tmp_path, ending):
    assert sheet("t-test:2", "som-update", "-o", f"{tmp_path}/s.{ending}", "--seed", "4").returncode == 0
    assert sorted(os.listdir(tmp_path)) == [f"s-key.{ending}", f"s.{ending}"]
    questions, key = (tmp_path / f"s.{ending}").read_text(), (tmp_path / f"s-key.{ending}").read_text()
    assert "fail to reject H0" not in questions
    assert "Standard error" in key


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
