"""The author's other tools: new, stress and preview."""

import os
import threading
import time

import pytest

from quizgen.cli import preview
from quizgen.workshop.skeleton import skeleton


def written(folder, name="dog_speed", **changes):
    path = folder / "physics" / f"{name}.py"
    path.parent.mkdir(exist_ok=True)
    text = skeleton(name.replace("_", "-"))
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)
    return path


def test_new_writes_a_problem_that_works(run, tmp_path):
    found = run("new", "dog-speed", "--topic", "Physics of dogs", f"--problems={tmp_path}")
    path = tmp_path / "physics_of_dogs" / "dog_speed.py"
    assert found.code == 0 and found.out.splitlines()[0] == str(path)
    assert run("lint", str(path)).code == 0
    assert run("practice", "dog-speed", f"--problems={tmp_path}", "--seed=1").code == 0


def test_new_never_writes_over_a_file(run, tmp_path):
    path = written(tmp_path)
    path.write_text("# mine\n")
    found = run("new", "dog-speed", "--topic=physics", f"--problems={tmp_path}")
    assert (found.code, path.read_text()) == (2, "# mine\n")


@pytest.mark.parametrize("slug", ["t-test", "Dog Speed!", "../up", "9", "", "x" * 60, "t_test"])
def test_new_refuses_names(run, tmp_path, slug):
    found = run("new", slug, "--topic=physics", f"--problems={tmp_path}/mine")
    assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "mine").exists()


def test_stress_tells_how_the_draws_are(run, tmp_path):
    written(tmp_path)
    found = run("stress", "dog-speed", "-n", "60", f"--problems={tmp_path}")
    assert found.code == 0
    for words in ("dog-speed, easy: 60 seeds", "accepted: ", "distinct variants: ", "speed: from ", "99th percentile"):
        assert words in found.out


def test_stress_gives_the_smallest_failing_seed_as_a_command(run, tmp_path):
    written(tmp_path, work=("def work(self, w):", "def work(self, w):\n        w.nothing"))
    found = run("stress", "dog-speed", "--level=hard", "-n", "400", f"--problems={tmp_path}")
    assert found.code == 1
    assert "fails first at seed 0: ProblemError" in found.out
    assert "quizgen show dog-speed --level hard --seed 0 --solution" in found.out


def test_stress_does_not_try_on_where_nothing_is_accepted(run, tmp_path):
    written(tmp_path, accept=('"distance != time"', '"distance < 0"'))
    start = time.process_time()
    found = run("stress", "dog-speed", "-n", "100000", f"--problems={tmp_path}")
    assert found.code == 1 and time.process_time() - start < 20
    assert "'distance < 0' does not hold" in found.out


def test_preview_shows_the_file_again_when_it_is_saved(run, tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "PAUSE", 0.02)
    path = written(tmp_path)

    def save():
        time.sleep(0.5)
        path.write_text(path.read_text().replace("A dog runs", "A hare runs").replace("A swimmer covers", "A hare runs"))
        os.utime(path, ns=(time.time_ns(), time.time_ns() + 10**9))

    saving = threading.Thread(target=save)
    saving.start()
    found = run("preview", str(path), "--count=2", "--seed=1")
    saving.join()
    assert found.code == 0
    assert found.out.count("Hint 1: How far does it come in one second?") == 2
    assert found.out.count("dog_speed.py as saved at") == 2


def test_preview_goes_on_past_a_fault(run, tmp_path):
    path = written(tmp_path)
    path.write_text(path.read_text().replace("def work(self, w):", "def work(self, w)"))
    found = run("preview", str(path), "--count=1")
    assert (found.code, "dog_speed.py:21: SyntaxError" in found.out) == (0, True)
