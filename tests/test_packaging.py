"""The wheel, the sdist and an editable install all find the problems and templates."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command, **how):
    done = subprocess.run(command, capture_output=True, text=True, **how)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT))
    return out


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_an_archive_installs_and_finds_its_problems(built, tmp_path, kind):
    (archive,) = built.glob(kind)
    venv.create(tmp_path / "v", with_pip=True)
    pip = str(tmp_path / "v" / "bin" / "pip")
    if kind == "*.tar.gz":
        run(pip, "install", "-q", "hatchling")
    run(pip, "install", "-q", "--no-deps", "--no-build-isolation", str(archive), cwd=tmp_path)
    quizgen = str(tmp_path / "v" / "bin" / "quizgen")
    assert "t-test" in run(quizgen, "list", cwd=tmp_path)
    assert "Asked:" in run(quizgen, "show", "t-test", "--seed", "1", cwd=tmp_path)


def test_an_editable_install_finds_the_folders_of_the_checkout(tmp_path):
    venv.create(tmp_path / "v", with_pip=True)
    pip = str(tmp_path / "v" / "bin" / "pip")
    run(pip, "install", "-q", "hatchling", "editables")
    run(pip, "install", "-q", "--no-deps", "--no-build-isolation", "-e", str(ROOT), cwd=tmp_path)
    assert "t-test" in run(str(tmp_path / "v" / "bin" / "quizgen"), "list", cwd=tmp_path)
