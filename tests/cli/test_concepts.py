"""Concept items in the commands: alone, mixed with problems, marked, listed."""

import json

import pytest

from quizgen.catalogue import catalogue
from quizgen.concepts.load import load

GAN = load(catalogue().subjects["gan"])
OWN = 'title = "Cats"\n\n[Q900]\nask = "What do cats say?"\nright = "mew"\nwrong = ["bow", "moo"]\nwhy = "They do."\n'


def ids(run, line):
    return [json.loads(row)["id"] for row in run(line).out.splitlines()]


def test_the_items_of_a_subject_come_before_any_comes_again(run):
    rows = [json.loads(row) for row in run(f"show gan --seed 5 --count {2 * len(GAN)} --json").out.splitlines()]
    names = [row["slug"] for row in rows]
    assert set(names[: len(GAN)]) == set(names[len(GAN) :]) == set(GAN)
    assert names[: len(GAN)] != names[len(GAN) :]


def test_an_id_brings_the_same_question_again(run):
    shown = run("show gan --seed 5")
    name = ids(run, "show gan --seed 5 --json")[0]
    assert shown.out == run("show", name).out == run("show", name.lower().replace("-", "")).out
    swapped = name[:-2] + name[-1] + name[-2]
    assert run("show", swapped).code == 2 or swapped == name


def test_one_item_by_its_name(run):
    assert "What does the discriminator output?" in run("show Q109").out
    assert run("show q109 --seed 1").out.replace(" ", "") != run("show q109 --seed 2").out.replace(" ", "")
    assert run("show Q1023").code == 2


def test_an_answer_is_marked(run):
    shown = json.loads(run("show Q112 --seed 3 --solution --json").out)
    right, name = shown["answers"]["answer"], shown["id"]
    wrong = next(letter for letter in "ABCD" if letter != right)
    assert run("check", name, "--answer", f"answer={right}").code == 0
    assert run("check", name, "--answer", "answer=the generator alone").code == 0
    missed = run("check", name, "--answer", f"answer={wrong}")
    assert missed.code == 1
    marking = json.loads(run("check", name, "--answer", f"answer={wrong}", "--json").out)
    assert (marking["verdict"], marking["marks"], marking["out_of"]) == ("wrong", 0, 1)
    unread = json.loads(run("check", name, "--answer", "answer=perhaps", "--json").out)
    assert unread["steps"][0]["verdict"] == "unreadable"


def test_a_part_of_an_order_earns_a_part(run):
    shown = json.loads(run("show Q138 --seed 3 --solution --json").out)
    first, second, *rest = shown["answers"]["answer"]
    swapped = " ".join(map(str, (second, first, *rest)))
    marking = json.loads(run("check", shown["id"], "--answer", f"answer={swapped}", "--json").out)
    assert (marking["verdict"], marking["marks"], marking["out_of"]) == ("partly", 2, 4)


def test_practice_asks_marks_and_tells_why(run):
    text = json.loads(run("show gan --seed 3 --solution --json").out)
    done = run("practice gan --seed 3 --count 1", typed=f"{text['answers']['answer']}\n")
    assert done.code == 0
    assert "1 of 1 mark" in done.out
    assert text["question"].split("\n")[0][:20] in done.out
    missed = run("practice Q112 --seed 3 --count 1", typed="the encoder of the GAN\nboth networks together\n\n\n")
    assert "The discriminator was only its teacher." in missed.out
    assert "0 of 1 mark" in missed.out


def test_practice_of_a_topic_mixes_items_and_problems(run):
    done = run("practice evaluation --seed 3", typed="s\n" * 30)
    titles = [line for line in done.out.splitlines() if " mark" in line and "·" in line]
    problems = [line for line in titles if any(f"· {level} ·" in line for level in ("easy", "medium", "hard"))]
    assert 5 <= len(problems) <= len(titles) - 5


@pytest.mark.parametrize("ending", ["txt", "md", "tex", "typ", "json"])
def test_a_sheet_with_items(run, tmp_path, ending):
    done = run("sheet concepts:10 t-test:2 Q138 --seed 4 -o", f"{tmp_path}/s.{ending}")
    assert (done.code, done.err) == (0, "")
    questions, key = (tmp_path / f"s.{ending}").read_text(), (tmp_path / f"s-key.{ending}").read_text()
    assert "First the discriminator learns" in key
    assert "First the discriminator learns" not in questions
    if ending == "json":
        found = json.loads(questions)["questions"]
        assert len({question["id"] for question in found}) == 13


def test_a_sheet_repeats_no_item(run, tmp_path):
    run(f"sheet gan:{len(GAN)} -o", f"{tmp_path}/s.json")
    found = json.loads((tmp_path / "s.json").read_text())["questions"]
    assert {question["slug"] for question in found} == set(GAN)


def test_more_items_than_there_are(run, tmp_path):
    done = run(f"sheet gan:{len(GAN) + 1} -o", f"{tmp_path}/s.txt")
    assert done.code == 2
    assert str(len(GAN)) in done.err


def test_items_are_listed(run):
    assert f"gan {len(GAN)}" in run("list").out
    assert "Q109  What does the discriminator output?" in run("list gan").out
    rows = json.loads(run("list gan --json").out)
    assert len(rows) == len(GAN)


def test_the_headings_of_the_notes_are_listed(run):
    rows = json.loads(run("list --notes --json").out)
    assert [row["number"] for row in rows] == list(range(1, 84))
    gan = next(row for row in rows if row["about"] == "GAN idea and uses")
    assert {"Q109", "Q112", "Q179", "Q256", "Q257"} <= set(gan["items"])
    assert "t-test" in next(row for row in rows if row["about"] == "Bulb example")["problems"]
    lines = run("list --notes").out.splitlines()
    assert lines.index("80  GAN idea and uses") < lines.index("83  DCGAN and other GANs")


def test_items_of_a_folder_of_ones_own(run, tmp_path):
    topic = tmp_path / "pets"
    topic.mkdir()
    (topic / "cats.toml").write_text(OWN)
    assert "What do cats say?" in run("show cats --problems", str(tmp_path)).out
    assert "cats 1" in run("list pets --problems", str(tmp_path)).out
    (topic / "dogs.toml").write_text(OWN.replace('"They do."', "3"))
    done = run("show dogs --problems", str(tmp_path))
    assert done.code == 2
    assert "dogs.toml:7: Q900: why is no text" in done.err
    assert run("lint", str(tmp_path)).out.endswith("1 fault in 2 files\n")
