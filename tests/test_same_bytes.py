"""The same seed gives the same bytes: in a second process with another hash seed, locale and time zone, under other Pythons,
with a C library whose last bits differ. Neighboring seeds give papers as different as any two."""

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw, seed_at
from quizgen.sheet import exercises

ROOT = Path(__file__).parents[1]
SCRIPT = """
import hashlib, io, math, os, sys
def moved(function, towards):
    return lambda *args: math.nextafter(found, towards) if (found := function(*args)) else found
if sys.argv[2:3] in (["up"], ["down"]):
    for name in ("exp", "log", "log1p", "tanh", "erfc", "lgamma"):
        setattr(math, name, moved(getattr(math, name), math.inf if sys.argv[2] == "up" else -math.inf))
from quizgen import cli
from quizgen.catalogue import catalogue
folder = sys.argv[1]
def run(*arguments):
    sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    code = cli.main(arguments)
    sys.stdout.flush()
    written, sys.stdout = sys.stdout.buffer.getvalue(), sys.__stdout__
    assert code == 0, arguments
    print(*(part for part in arguments if folder not in part), hashlib.sha256(written).hexdigest())
for slug in sorted(catalogue().paths) if not sys.argv[3:] else ():
    for level in ("easy", "medium", "hard"):
        seeded = ("show", slug, "--level", level, "--seed", "1", "--solution")
        run(*seeded, "--count", "12", "--json")
        for format in ("text", "markdown", "latex", "typst"):
            run(*seeded, "--count", "3", "--format", format, "--width", "60")
run("list", "--json")
for ending in sys.argv[3:] or ("md", "txt", "json", "tex", "typ"):
    path = os.path.join(folder, "s." + ending)
    run("sheet", "statistics:2", "som-update", "backprop", "rbf-xor", "-o", path, "--seed", "3")
    for name in ("s.", "s-key."):
        with open(os.path.join(folder, name + ending), "rb") as file:
            print(name + ending, hashlib.sha256(file.read()).hexdigest())
"""


def printed(python, folder, *options, **settings):
    """The lines that the script prints, run apart from this process."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    command = [python, "-c", SCRIPT, str(folder), *options]
    env |= {"PYTHONPATH": str(ROOT), **settings}
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def other_pythons():
    """Other Pythons from 3.11 on that can be run here, by version."""
    named = [shutil.which(f"python3.{minor}") for minor in range(11, 20)]
    installed = sorted((Path.home() / ".pyenv" / "versions").glob("3.*/bin/python3"))
    found = {}
    for python in [*filter(None, named), *map(str, installed)]:
        command = [python, "-c", "import sys; print(*sys.version_info[:2])"]
        version = subprocess.run(command, capture_output=True, text=True).stdout.strip()
        if version and tuple(map(int, version.split())) >= (3, 11):
            found.setdefault(version.replace(" ", "."), python)
    return {version: python for version, python in found.items() if version != "{}.{}".format(*sys.version_info[:2])}


PYTHONS = other_pythons()


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    return printed(sys.executable, tmp_path_factory.mktemp("here"), PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")


def test_another_hash_seed_locale_and_time_zone(here, tmp_path):
    settings = {"PYTHONHASHSEED": "77", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}
    assert printed(sys.executable, tmp_path, **settings) == here
    assert len(set(here)) > 100


@pytest.mark.skipif(not PYTHONS, reason="no other Python from 3.11 on is installed here")
@pytest.mark.parametrize("version", sorted(PYTHONS))
def test_another_python(here, tmp_path, version):
    assert printed(PYTHONS[version], tmp_path) == here


@pytest.mark.parametrize("towards", ["up", "down"])
def test_a_c_library_whose_last_bits_differ(here, tmp_path, towards):
    """Draws and everything shown stay the same; of JSON's twelve digits the last may move, in one number of thousands."""
    moved = printed(sys.executable, tmp_path, towards)
    assert [line.rpartition(" ")[0] for line in moved] == [line.rpartition(" ")[0] for line in here]
    shown = [(one, other) for one, other in zip(moved, here) if "json" not in one]
    assert len(shown) > 100
    assert [one for one, other in shown if one != other] == []


def test_pdfs(tmp_path):
    found = []
    for zone in ("UTC", "Asia/Tokyo"):
        (tmp_path / zone.replace("/", "-")).mkdir()
        found.append(printed(sys.executable, tmp_path / zone.replace("/", "-"), "same", "pdf", TZ=zone)[-2:])
    assert found[0] == found[1]
    assert [line.partition(" ")[0] for line in found[0]] == ["s.pdf", "s-key.pdf"]


def test_series_of_neighboring_seeds_draw_other_variants():
    seeds = [seed_at(seed, place) for seed in range(300) for place in range(40)]
    assert len(seeds) - len(set(seeds)) <= 3


def test_first_draws_of_neighboring_seeds_are_spread_and_unrelated():
    """mu0 is drawn evenly from 20 to 500: its mean, spread and serial correlation over 2,000 seeds in a row."""
    problem = catalogue().problem("t-test")
    drawn = [float(draw(problem, "medium", {}, seed).texts["mu0"]) for seed in range(2000)]
    mean = sum(drawn) / len(drawn)
    spread = sum((x - mean) ** 2 for x in drawn) / len(drawn)
    serial = sum((x - mean) * (y - mean) for x, y in itertools.pairwise(drawn)) / len(drawn) / spread
    assert abs(mean - 260) < 15
    assert abs(spread**0.5 - 139) < 10
    assert abs(serial) < 0.08


def test_neighboring_sheets_share_no_more_than_any_two():
    sheets = [
        {repr(found.texts) for found in exercises(catalogue(), ["som-update:30"], "easy", {}, s)} for s in range(40)
    ]
    neighbors = sum(len(one & other) for one, other in itertools.pairwise(sheets))
    apart = [len(one & other) for one, other in itertools.combinations(sheets, 2)]
    expected = sum(apart) / len(apart) * (len(sheets) - 1)
    assert neighbors <= expected + 5 * max(1, expected) ** 0.5
