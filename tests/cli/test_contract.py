"""The public face, line by line: what users and their scripts rely on."""

import json
import re

import pytest

from quizgen import ids
from quizgen.catalogue import catalogue
from quizgen.revision import revision
from quizgen.writing.words import in_words

VARIANT = ["id", "slug", "title", "topic", "level", "seed", "conventions", "givens", "question", "asked", "marks"]
SOLVED = [*VARIANT, "steps", "answers", "hints"]
STEP = ["name", "title", "symbol", "formula", "substituted", "value", "shown", "why", "marks"]
LISTED = ["slug", "title", "topic", "levels", "givens", "answers", "conventions"]
MARKED = ["id", "slug", "verdict", "marks", "out_of", "first_error", "steps", "unmatched"]
MARKED_STEP = ["name", "written", "read", "expected", "expected_from_your_working", "verdict", "why", "mistake"]
MARKED_STEP += ["components", "marks", "out_of"]
OWN = "solve t-test --given n=20 --given xbar=42 --given s=6 --given mu0=44 --json"


def only(keys, found):
    """The keys of an object that the contract names, in the object's order."""
    return [key for key in found if key in keys]


def numbers(found):
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        return [number for part in found for number in numbers(part)]
    return [found] if isinstance(found, float) else []


def checked(text):
    """A JSON object, of which no number has more than twelve significant digits or is none."""
    found = json.loads(text, parse_constant=pytest.fail)
    assert all(number == float(f"{number:.12g}") for number in numbers(found))
    return found


def test_keys_of_the_catalog(run, problem):
    (found,) = checked(run(f"list {problem.slug} --json").out)
    assert only(LISTED, found) == LISTED
    assert all(only(g, given) == g for g in [["name", "symbol", "means", "unit", "type"]] for given in found["givens"])
    assert all(
        only(a, answer) == a for a in [["name", "symbol", "means", "type", "places"]] for answer in found["answers"]
    )
    assert all(only(c, part) == c for c in [["name", "choices", "default"]] for part in found["conventions"])
    assert all(part["default"] == part["choices"][0] for part in found["conventions"])


def test_the_whole_catalog(run):
    assert [found["slug"] for found in checked(run("list --json").out)] == [
        slug for slugs in catalogue().topics.values() for slug in slugs
    ]


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_keys_of_a_variant(run, problem, level):
    question = checked(run(f"show {problem.slug} --seed 5 --level {level} --json").out)
    assert only(SOLVED, question) == VARIANT
    found = checked(run(f"show {problem.slug} --seed 5 --level {level} --json --solution").out)
    assert only(SOLVED, found) == SOLVED
    assert {key: found[key] for key in VARIANT} == question
    assert all(only(STEP, step) == STEP and list(step["marks"]) == ["method", "accuracy"] for step in found["steps"])
    assert sum(sum(step["marks"].values()) for step in found["steps"]) == found["marks"]
    assert list(found["answers"]) == found["asked"]
    values = {step["name"]: step["value"] for step in found["steps"]}
    assert {name: values[name] for name in found["asked"]} == found["answers"]
    assert len(found["hints"]) == 3


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_keys_of_a_marking(run, problem, level):
    found = checked(run(f"show {problem.slug} --seed 5 --level {level} --json --solution").out)
    answers = [f"--answer={name}={json.dumps(value)}".replace('"', "") for name, value in found["answers"].items()]
    marked = run(f"check {found['id']} --json", *answers)
    marking = checked(marked.out)
    assert marked.code == 0, marked.out
    assert (marking["verdict"], marking["marks"], marking["first_error"]) == ("right", found["marks"], None)
    assert only(MARKED, marking) == MARKED
    assert all(only(MARKED_STEP, step) == MARKED_STEP for step in marking["steps"])
    assert [step["name"] for step in marking["steps"]] == [step["name"] for step in found["steps"]]
    assert {step["name"] for step in marking["steps"] if step["verdict"] == "right"} == set(found["asked"])
    read = {step["name"]: step["read"] for step in marking["steps"] if step["read"] is not None}
    assert read == found["answers"]
    assert [type(read[name]) for name in read] == [type(found["answers"][name]) for name in read]


MARKUP = re.compile(r"[$\\]|\{\w+\}|\w\*")  # of formulas and placeholders; a sum over some terms has braces, D* a star
STARRED = re.compile(r"D[₁-₉ᵢ]?\*")


def words_of(found):
    """Every text that is meant to be read as it is, in no markup."""
    yield from (found["title"], found["question"], *found["hints"])
    for step in found["steps"]:
        yield from (step["title"], step["why"], step["shown"])


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_words_hold_no_markup(run, problem, level):
    for line in run(f"show {problem.slug} --seed 5 --level {level} --count 5 --json --solution").out.splitlines():
        assert [text for text in words_of(checked(line)) if MARKUP.search(STARRED.sub("D", text))] == []
    for mistake in problem.mistakes:
        assert not set(in_words(problem, mistake.says)) & set("$\\{}")


def test_own_numbers_have_no_id_level_or_seed(run):
    found = checked(run(OWN).out)
    assert (found["id"], found["level"], found["seed"]) == (None, None, None)
    assert found["asked"] == ["t", "t_crit", "decision", "p"]
    assert only(SOLVED, found) == SOLVED


def test_count_gives_one_object_a_line(run):
    lines = run("show t-test --seed 3 --count 4 --json").out.splitlines()
    assert len({checked(line)["id"] for line in lines}) == len(lines) == 4
    assert lines[0] == run("show t-test --seed 3 --json").out.strip()


POSITIONS = [
    "show t-test --seed 7 --level hard --convention s_divisor=n --json --solution",
    "--seed 7 show --level hard t-test --json --convention s_divisor=n --solution",
    "--json --level=hard --seed=7 --convention s_divisor=n show --solution t-test",
    "--convention s_divisor=n show t-test --level hard --format json --solution --seed 7",
    "show --seed 7 --level HARD --convention S_Divisor=N --format=JSON --solution T_Test",
]


@pytest.mark.parametrize("line", POSITIONS)
def test_options_mean_the_same_wherever_they_stand(run, line):
    assert run(line).out == run(POSITIONS[0]).out != ""


def test_every_command_takes_an_id_in_any_case_with_hyphens_or_without(run):
    found = checked(run("show som-update --seed 9 --level hard --convention distance=root --json").out)
    for text in (found["id"], found["id"].lower(), found["id"].replace("-", ""), found["id"].lower().replace("-", "")):
        assert checked(run("show", text, "--json").out) == found
        assert checked(run("solve", text, "--json").out)["id"] == found["id"]
        assert checked(run("check", text, "--answer=winner=1", "--json").out)["id"] == found["id"]
        assert found["id"] in run("practice", text).out


def test_practice_takes_several_ids_in_turn(run):
    found = [json.loads(line)["id"] for line in run("show t-test --seed 9 --count 3 --json").out.splitlines()]
    out = run("practice", *found, typed="s\n\n" * 3).out
    assert [out.index(name) for name in found] == sorted(out.index(name) for name in found)


def test_an_id_of_another_revision_is_refused_with_both_named(run):
    problem = catalogue().problem("t-test")
    now = revision(problem)
    other = "22" if now != "22" else "33"
    old = ids.encode("t-test", "medium", other, [(0, 2), (0, 2)], 1)
    for command in ("show", "solve", "check", "practice"):
        refused = run(f"{command} {old}", *["--answer=t=1"] * (command == "check"))
        assert (refused.code, refused.out) == (2, "")
        assert f"revision {other}" in refused.err
        assert f"revision {now}" in refused.err


@pytest.mark.parametrize("seed", ["0", "7", "007", str(2**40 - 1)])
def test_seeds_up_to_two_to_the_forty_are_kept(run, seed):
    found = checked(run(f"show t-test --seed {seed} --json").out)
    assert found["seed"] == int(seed)
    assert len(found["id"]) <= 24


@pytest.mark.parametrize("seed", [2**40, 10**40])
def test_larger_seeds_are_hashed(run, seed):
    found = checked(run(f"show t-test --seed {seed} --json").out)
    assert 0 <= found["seed"] < 2**40
    assert found != checked(run(f"show t-test --seed {seed + 1} --json").out)
    assert found == checked(run(f"show t-test --seed {seed} --json").out)


@pytest.mark.parametrize("name", ["neural_networks", "neural-networks", "neural networks", "Neural_Networks"])
def test_a_topic_in_every_spelling(run, name, tmp_path):
    assert "backprop-chain" in run("list", name).out
    assert run("sheet", name, "--seed=1", f"--output={tmp_path}/s.json").code == 0
    asked = run("practice", name, "--seed=1")
    assert asked.code == 0 and " > " in asked.out
    assert asked.out == run("practice", "neural_networks", "--seed=1").out


def test_one_problem_listed(run):
    out = run("list t-test").out
    assert all(re.search(rf"^ +{name} ", out, re.MULTILINE) for name in ("tail", "mu0", "data", "t_crit", "s_divisor"))
    assert "greater" in out


def test_version_and_help(run):
    assert re.fullmatch(r"quizgen \d+\.\d+\.\d+\n", run("--version").out)
    for command in ("list", "show", "practice", "solve", "check", "sheet"):
        assert command in run("--help").out
        told = run(f"{command} --help")
        assert told.code == 0
        assert told.out.startswith(f"usage: quizgen {command} ")


def test_a_convention_among_the_givens(run):
    assert run(f"{OWN} --given s_divisor=n").out == run(f"{OWN} --convention s_divisor=n").out
    assert run(OWN, "--given", "s_divisor= N - 1").out == run(OWN).out


@pytest.mark.parametrize("ending", ["txt", "json", "md", "tex", "typ"])
def test_the_ending_of_a_file_picks_the_format(run, tmp_path, ending):
    names = {"txt": "text", "json": "json", "md": "markdown", "tex": "latex", "typ": "typst"}
    done = run(f"show t-test --seed 1 --solution -o {tmp_path}/x.{ending}")
    assert (done.code, done.out, done.err) == (0, "", "")
    printed = run(f"show t-test --seed 1 --solution --width 78 --format {names[ending]}").out
    assert (tmp_path / f"x.{ending}").read_text() == printed


def test_lists_and_markings_go_to_files_too(run, tmp_path):
    for line in ("list", "list t-test", "check t-test --seed 1 --answer t=1"):
        assert run(f"{line} -o {tmp_path}/x.json").out == ""
        assert (tmp_path / "x.json").read_text() == run(f"{line} --json").out
        assert run(f"{line} -o {tmp_path}/x.txt").out == ""
        assert (tmp_path / "x.txt").read_text() == run(f"{line} --width 78").out


def test_nothing_but_what_is_asked_is_shown(run):
    out = run("show t-test --seed 1").out
    assert "Hint" not in out
    assert "1.10" not in out
    assert run("show t-test --seed 1 --hint 2").out.count("Hint ") == 2
