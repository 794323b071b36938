"""Every fault that lint knows, planted in a file that has none: it is found, and on the line where it was planted."""

import pytest

from quizgen.workshop.skeleton import skeleton

SOUND = skeleton("dog-speed")
STORY = '"A dog runs {distance} m in {time} s. Give {ask}."'
MISTAKE = 'speed="time/distance"'
FIGURE = """
    def question_figure(self, v):
        return Figure(1, 1, (), "")
"""
TABLE = """
    def solution_figure(self, v):
        return Table((("a",), ("b",)), (), "")
"""
COUNTED = '\n        w.step("root", "sqrt(distance)", "Root of the distance")\n    mistakes'
PLANTED = {
    "syntax": ("def work(self, w):", "def work(self, w)", "SyntaxError"),
    "import": ('"""Dog', 'import nosuch\n"""Dog', "No module named 'nosuch'"),
    "keyword": ("above=0, unit=\"m\"", "abuve=0, unit=\"m\"", "abuve"),
    "name in the class": ('answers = "speed kmh"', "answers = spead", "spead"),
    "formula": ('"distance/time", "Speed"', '"distance//time(", "Speed"', "was never closed"),
    "undefined name": ('"distance/time", "Speed"', '"distanse/time", "Speed"', "'distanse'"),
    "error in work": ('w.step("speed"', 'w.step(1/0, "speed"', "division by zero"),
    "unused step": ("\n    mistakes", COUNTED, "step root is never used"),
    "asked but no step": ('Level("speed kmh")', 'Level("speed kmph")', "asks for kmph"),
    "asks for nothing": ('Level("speed")', 'Level("sped")', "asks for 'sped'"),
    "never accepted": ('"distance != time"', '"distance < 0"', "'distance < 0' does not hold"),
    "mistake equal to the formula": (MISTAKE, 'speed="distance/time"', "'upside_down' would show a right number"),
    "mistake of no step": (MISTAKE, 'speeed="time/distance"', "there is no step speeed"),
    "mistake never made": (MISTAKE, 'when="distance < 0", speed="time/distance"', "upside_down was never made"),
    "unknown name in a story": (STORY, STORY.replace("{distance}", "{dist}"), "tells {dist}"),
    "missing unit": (STORY, STORY.replace("{time} s", "{time}"), "{time} without its unit s"),
    "space before a comma": (STORY, STORY.replace(" in", " , in"), "a space before"),
    "two spaces": (STORY, STORY.replace(" in", "  in"), "two spaces"),
    "no full stop": (STORY, STORY.replace("{ask}.", "{ask}"), "does not end"),
    "small letter": (STORY, STORY.replace("A dog", "dogs"), "small letter"),
    "article": (STORY, STORY.replace("A dog", "A old dog"), "before a vowel"),
    "word twice": (STORY, STORY.replace("in {", "in in {"), "a word twice"),
    "drawn and unused": ("    answers =", '    wind = Number("wind", draw=between(1, 9))\n\n    answers =', "wind is drawn"),
    "convention without words": (
        "    answers =",
        '    unit = Convention("mps", "kmh", says={"mps": "in m/s"})\n\n    answers =',
        "no words for 'kmh'",
    ),
    "choice that no story tells": (
        "    answers =",
        '    way = Choice("direction", "up", "down", draw=oneof("up", "down"))\n\n    answers =',
        "way is drawn",
    ),
    "figure without alt text": ("\n    mistakes", FIGURE + "\n    mistakes", "question_figure has no alt text"),
    "table without alt text": ("\n    mistakes", TABLE + "\n    mistakes", "solution_figure has no alt text"),
}
IMPORTS = {
    "from quizgen.authoring import Level": (
        "from quizgen.document import Figure, Table\nfrom quizgen.authoring import Choice, Convention, oneof, Level"
    )
}


@pytest.fixture
def linted(run, tmp_path):
    """Lints a text as a file in a topic's folder."""

    def lint(text):
        path = tmp_path / "physics" / "dog_speed.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        found = run("lint", str(path))
        return found.code, [line.partition("dog_speed.py:")[2] for line in found.out.splitlines()[:-1]]

    return lint


def test_what_new_writes_is_sound(linted):
    assert linted(SOUND) == (0, [])


@pytest.mark.parametrize("kind", PLANTED)
def test_planted_fault(linted, kind):
    old, new, says = PLANTED[kind]
    assert SOUND.count(old) >= 1
    text = SOUND
    for before, after in IMPORTS.items():
        text = text.replace(before, after)
    planted = text.replace(old, new, 1)
    at = text[: text.index(old)].count("\n") + 1
    code, faults = linted(planted)
    assert code == 1
    lines = {int(fault.partition(":")[0]) for fault in faults if says in fault}
    assert lines and all(at <= line <= at + new.count("\n") + 1 for line in lines), faults


@pytest.mark.parametrize("name", ["title", "answers", "levels", "stories", "nudge"])
def test_what_every_problem_has(linted, name):
    code, faults = linted(SOUND.replace(f"    {name} = ", f"    no_{name} = "))
    assert (code, [name in fault for fault in faults]) == (1, [True])


def test_hint_with_the_answer(linted):
    told = SOUND.replace("How far does it come in one second?", "It comes {distance} m.")
    code, faults = linted(told.replace('"distance/time"', '"distance"').replace("between(2, 90)", "between(2.25, 90, 0.25)"))
    assert code == 1 and f"{told[: told.index('nudge')].count(chr(10)) + 1}: hint 1 holds the answer" in faults[0]


def test_choice_that_a_story_does_not_tell(linted):
    old, new, _ = PLANTED["choice that no story tells"]
    text = SOUND.replace("import Level", "import Choice, oneof, Level").replace(old, new)
    stories = [at for at, line in enumerate(text.splitlines(), 1) if line.endswith('Give {ask}.",')]
    _, faults = linted(text)
    told = [int(fault.partition(":")[0]) for fault in faults if "says nothing of way (direction)" in fault]
    assert set(told) >= set(stories) and len(stories) == 3


def test_length(linted):
    code, faults = linted(SOUND + "\n" * 130)
    assert code == 1 and "a problem fits on 150" in faults[0]


def test_builtin_problems(run):
    assert run("lint").out.splitlines()[-1].startswith("0 faults")
