"""A user's own folder: its problems work in every command, and a faulty file is reported while the rest go on."""

import json

import pytest

from quizgen import ids
from quizgen.workshop.skeleton import skeleton

FAULTY = {
    "cannot_be_read.py": ("class :\n", "cannot_be_read.py:1: SyntaxError"),
    "no_problem.py": ("x = 1\n", "no_problem.py: a problem file holds one class"),
    "nothing_drawn.py": (
        skeleton("nothing-drawn").replace('"distance != time"', '"distance < 0"'),
        "nothing-drawn, ",
    ),
    "fails_at_work.py": (
        skeleton("fails-at-work").replace("def work(self, w):", "def work(self, w):\n        1/0"),
        "fails_at_work.py:22: ZeroDivisionError",
    ),
}


@pytest.fixture
def folder(tmp_path):
    """A folder with a sound problem and the faulty ones, in a topic."""
    topic = tmp_path / "own" / "running"
    topic.mkdir(parents=True)
    (topic / "dog_speed.py").write_text(skeleton("dog-speed"))
    for name, (text, _) in FAULTY.items():
        (topic / name).write_text(text)
    return tmp_path / "own"


@pytest.fixture(params=["--problems", "QUIZGEN_PATH", "XDG_DATA_HOME"])
def own(request, run, folder, monkeypatch, tmp_path):
    """Runs a command line with the folder named in each of the ways there are."""
    if request.param == "QUIZGEN_PATH":
        monkeypatch.setenv("QUIZGEN_PATH", str(folder))
    elif request.param == "XDG_DATA_HOME":
        (tmp_path / "quizgen").mkdir()
        folder.rename(tmp_path / "quizgen" / "problems")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    last = [f"--problems={folder}"] if request.param == "--problems" else []
    return lambda *arguments, typed="": run(*arguments, *last, typed=typed)


def reported(err, names=tuple(FAULTY)):
    """Whether each faulty file is told once, in a line of its own, with nothing else."""
    lines = err.splitlines()
    return len(lines) == len(names) and all(sum(FAULTY[name][1] in line for line in lines) == 1 for name in names)


def test_list(own):
    found = own("list", "running")
    assert found.code == 0
    assert "dog-speed" in found.out and "Dog speed (easy, medium, hard)" in found.out
    assert reported(found.err, ("cannot_be_read.py", "no_problem.py"))
    found = own("list", "running", "--json")
    assert [problem["slug"] for problem in json.loads(found.out)] == ["dog-speed"]
    assert reported(found.err)
    assert own("list", "dog-speed").code == 0


def test_show_solve_and_check(own):
    shown = json.loads(own("show", "dog-speed", "--seed=3", "--solution", "--json").out)
    assert shown["topic"] == "running"
    again = json.loads(own("show", shown["id"], "--solution", "--json").out)
    assert again == shown
    answers = [f"--answer={name}={value}" for name, value in shown["answers"].items()]
    assert own("check", shown["id"], *answers).code == 0
    assert own("check", shown["id"], "--answer=speed=0.001").code == 1
    solved = own("solve", "dog-speed", "--given=distance=100", "--given=time=8", "--json")
    assert json.loads(solved.out)["answers"]["speed"] == 12.5


def test_practice_goes_on_past_faulty_files(own):
    found = own("practice", "running", "--seed=1", "--count=5", typed="s\n" * 5)
    assert found.code == 0
    assert found.out.count("Dog speed · medium") == 5
    assert reported(found.err)


def test_sheet_goes_on_past_faulty_files(own, tmp_path):
    found = own("sheet", "running:2", "t-test", "--seed=1", f"--output={tmp_path}/s.json")
    assert found.code == 0
    slugs = [question["slug"] for question in json.loads((tmp_path / "s.json").read_text())["questions"]]
    assert slugs == ["dog-speed", "dog-speed", "t-test"]
    assert reported(found.err)


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_problem_that_is_named_is_refused(own, name):
    for command in (["show", "--seed=1"], ["practice", "--seed=1"], ["sheet", "--output=s.md", "--seed=1"]):
        found = own(command[0], name[:-3], *command[1:])
        assert (found.code, found.out) == (2, "")
        assert reported(found.err, (name,))


def test_stress_and_lint(own):
    assert own("stress", "dog-speed", "-n", "50").code == 0
    found = own("lint")
    assert found.code == 1
    assert not any("dog_speed.py" in line for line in found.out.splitlines())
    assert all(any(name in line for line in found.out.splitlines()) for name in FAULTY)


def test_a_file_of_the_same_name_stands_in_for_the_builtin_one(run, folder):
    (folder / "running" / "t_test.py").write_text(skeleton("t-test"))
    assert "m/s" not in run("show", "t-test", "--seed=1").out
    assert run("show", "t-test", "--seed=1", "--json").out != run(
        "show", "t-test", "--seed=1", "--json", f"--problems={folder}"
    ).out


def test_ids_of_problems_that_share_their_letters(run, folder):
    """Two problems whose ids begin alike are told apart by their revisions."""
    slug = "mi-mam"
    assert ids.code(slug) == ids.code("mim-am")
    for name in (slug, "mim-am"):
        text = skeleton(name).replace("between(2, 90)", f"between({len(name) + name.index('-')}, 90)")
        (folder / "running" / f"{name.replace('-', '_')}.py").write_text(text)
    for name in (slug, "mim-am"):
        shown = json.loads(run("show", name, "--seed=1", "--json", f"--problems={folder}").out)
        again = json.loads(run("show", shown["id"], "--json", f"--problems={folder}").out)
        assert again["slug"] == name


def test_no_folder(run, tmp_path):
    found = run("list", f"--problems={tmp_path}/none")
    assert (found.code, found.err) == (2, f"quizgen: {tmp_path}/none: no such folder of problems\n")
