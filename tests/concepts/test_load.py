"""A file of items is checked when it is read; a fault is told with the file, the line and what would do."""

import pytest

from quizgen.concepts.load import load
from quizgen.errors import ProblemError

HEAD = 'title = "Cats"\n\n'
SOUND = '[Q900]\nask = "What do cats say?"\nright = "mew"\nwrong = ["bow", "moo"]\nwhy = "They do."\n'
FAULTS = {
    "ask = 3": (1, "title is missing"),
    'title = ""\n' + SOUND: (1, "title: a text is empty"),
    "title = 3\n": (1, "title is no text"),
    HEAD + '[R1]\nask = "x"\n': (3, "R1: an item is called Q and a number below 1024"),
    HEAD + '[Q1024]\nask = "x"\n': (3, "Q1024: an item is called Q and a number below 1024"),
    HEAD + "Q7 = 3\n": (3, "Q7: an item is a table, as in [Q7]"),
    HEAD + "Q007 = 3\n": (3, "Q007: an item is a table"),
    HEAD + SOUND + '[Q901]\nask = "x"\nwhy = "y."\n': (8, "Q901: it has ask; beside why and erratum"),
    HEAD + "[Q901]\n" + 'why = "y."\n': (3, "it has no keys"),
    HEAD + SOUND + 'rigth = "x"\n': (8, "Q900: rigth is no key of an item"),
    HEAD + SOUND.replace('why = "They do."\n', ""): (3, "Q900: why is missing"),
    HEAD + SOUND.replace('"They do."', "3"): (7, "why is no text"),
    HEAD + SOUND.replace("cats say", "$cats say"): (4, "ask: a $ is opened and not closed"),
    HEAD + SOUND.replace("cats say", "$1 +$"): (4, "ask: "),
    HEAD + SOUND.replace("cats say", "$__import__('os')$"): (4, "ask: "),
    HEAD + SOUND.replace("What do", "\\u001b[31m"): (4, "ask: U+001B is no printable character"),
    HEAD + SOUND.replace('["bow", "moo"]', '["bow"]'): (6, "wrong is a list of 2 to 5 texts"),
    HEAD + SOUND.replace('["bow", "moo"]', '"bow"'): (6, "wrong is a list of 2 to 5 texts"),
    HEAD + SOUND.replace('"moo"', '"Mew"'): (6, "wrong: 'Mew' stands there twice"),
    HEAD + SOUND.replace('"moo"', '"BOW."'): (6, "wrong: 'BOW.' stands there twice"),
    HEAD + SOUND + 'erratum = "17"\n': (8, "an erratum is named as X17 is"),
    HEAD + '[Q1]\nclaim = "Cats say mew."\ntrue = "yes"\nwhy = "They do."\n': (5, "true is true or false"),
    HEAD + '[Q001]\nclaim = "Cats say mew."\ntrue = "yes"\nwhy = "They do."\n': (5, "true is true or false"),
    HEAD + '[Q901]\nask = "Cats say mew."\nblank = "mew"\nwhy = "y."\n': (4, "ask holds one blank, ____"),
    HEAD + '[Q901]\nask = "____ say ____."\nblank = "mew"\nwhy = "y."\n': (4, "ask holds one blank, ____"),
    HEAD + '[Q901]\nask = "Cats say ____."\nblank = ["mew", "Mew"]\nwhy = "y."\n': (5, "'Mew' stands there twice"),
    HEAD + '[Q901]\nask = "Put in order."\norder = ["a", "b"]\nwhy = "y."\n': (5, "order is a list of 3 to 8 texts"),
    HEAD + '[Q901]\nask = "Match."\npairs = [["a", "b"], ["c"]]\nwhy = "y."\n': (5, "pairs is a list of [left, right]"),
    HEAD + '[Q901]\nask = "Match."\npairs = [["a", "b"], ["c", "b"]]\nwhy = "y."\n': (5, "pairs is a list of 2 to 8"),
    HEAD + '[Q901]\nask = "Match."\npairs = [["a", "b"], ["a", "c"]]\nwhy = "y."\n': (5, "'a' stands there twice"),
    HEAD + SOUND + SOUND: (8, "Q900"),
    HEAD + '[Q900]\nask = "unclosed\n': (4, ""),
}


def loaded(tmp_path, text):
    path = tmp_path / "pets" / "house_cats.toml"
    path.parent.mkdir()
    path.write_text(text)
    return path, load(str(path))


@pytest.mark.parametrize("text", FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_told_with_its_line(tmp_path, text):
    line, says = FAULTS[text]
    with pytest.raises(ProblemError) as caught:
        loaded(tmp_path, text)
    told = str(caught.value)
    assert told.startswith(str(tmp_path / "pets" / "house_cats.toml"))
    assert f":{line}: " in told
    assert says in told
    assert told.isprintable()


def test_what_cannot_be_read_as_text(tmp_path):
    (tmp_path / "a.toml").write_bytes(b"title = '\xff'")
    for name in ("a.toml", "missing.toml"):
        with pytest.raises(ProblemError, match=name):
            load(str(tmp_path / name))


def test_a_sound_file(tmp_path):
    _, items = loaded(tmp_path, HEAD + SOUND)
    item = items["Q900"]
    assert (item.subject, item.topic, item.title, item.number) == ("house-cats", "pets", "Cats", 900)


def test_all_of_the_above_stays_last(tmp_path):
    text = HEAD + SOUND.replace('"moo"', '"All of the above", "none of the above"')
    _, items = loaded(tmp_path, text)
    orders = {items["Q900"].asked(seed).form.options for seed in range(40)}
    assert len(orders) == 2
    assert {(str(order[2][0]), str(order[3][0])) for order in orders} == {("All of the above", "none of the above")}


def test_a_changed_word_is_another_revision(tmp_path):
    _, items = loaded(tmp_path, HEAD + SOUND + SOUND.replace("Q900", "Q901").replace("mew", "purr"))
    one, other = (items[name].asked(3) for name in ("Q900", "Q901"))
    assert one.item.revision != other.item.revision
    assert one.id != other.id
