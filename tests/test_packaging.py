"""The wheel, the sdist and an editable install hold what they should and find problems and templates, in fresh
environments."""

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTENT = {"quizgen": (".py",), "problems": (".py", ".json", ".toml"), "templates": (".tex", ".typ", ".html")}
BUILD_TOOLS = {"PYTHONPATH": sysconfig.get_path("purelib")}


def run(*command, **how):
    done = subprocess.run(command, capture_output=True, text=True, **how)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def sources(*folders):
    """What an archive should hold of some folders: their files, but for what Python compiles."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    return {path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The wheel and the sdist; the wheel is built from the sdist, as a package index would."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT))
    return {path.name.rpartition(".")[2]: path for path in out.iterdir()}


@pytest.fixture
def python(tmp_path):
    """The Python of a fresh environment without pip."""
    venv.create(tmp_path / "env")
    return tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"


def install(python, *what):
    """Installs without dependencies, which need a network, with the build tools of this environment."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "-q",
        "--no-deps",
        "--no-build-isolation",
    ]
    run(*command, *what, env=os.environ | BUILD_TOOLS)


def check(python, folder):
    """The installed command lists, shows, marks, and writes sheets through its templates."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def quizgen(*arguments):
        return run(str(python.with_name("quizgen")), *arguments, cwd=folder, env=env)

    assert "confusion-matrix" in quizgen("list")
    assert "Asked:" in quizgen("show", "t-test", "--seed", "1")
    assert "marks" in quizgen("check", "t-test", "--seed", "1", "--answer", "t=1.10")
    for ending in ("md", "tex", "typ"):
        quizgen("sheet", "t-test", "backprop", "-o", f"s.{ending}")
        assert (folder / f"s-key.{ending}").stat().st_size > 1000
    return run(str(python), "-c", "import quizgen; print(quizgen.__file__)", cwd=folder, env=env)


@pytest.mark.parametrize("kind", ["whl", "gz"])
def test_an_archive_installs_and_works(built, python, tmp_path, kind):
    install(python, str(built[kind]))
    assert str(tmp_path) in check(python, tmp_path)


def test_an_editable_install_works_on_the_checkout(python, tmp_path):
    install(python, "-e", str(ROOT))
    assert str(ROOT) in check(python, tmp_path)


def test_the_wheel_holds_the_package_with_problems_and_templates_and_nothing_else(built):
    names = {name for name in zipfile.ZipFile(built["whl"]).namelist() if ".dist-info/" not in name}
    content = {f"quizgen/{name}" for name in sources("problems", "templates")}
    assert names == sources("quizgen") | content


def test_the_sdist_holds_the_sources_and_nothing_else(built):
    with tarfile.open(built["gz"]) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    extra = {"README.md", "LICENSE", "pyproject.toml", "PKG-INFO", ".gitignore"}
    assert names == sources("quizgen", "problems", "templates", "tests", "benchmarks", ".ci") | extra


@pytest.mark.parametrize("folder", CONTENT)
def test_no_stray_files(folder):
    assert [name for name in sources(folder) if not name.endswith(CONTENT[folder])] == []


def test_what_is_imported_is_required_and_what_is_required_is_imported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    required = {re.match("[a-z]+", line)[0] for line in project["dependencies"]}
    imported = set()
    for path in [*(ROOT / "quizgen").rglob("*.py"), *(ROOT / "problems").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(node.module.partition(".")[0])
    assert imported - sys.stdlib_module_names - {"quizgen"} == required
