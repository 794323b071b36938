"""A new problem file that works, for its author to change."""

from __future__ import annotations

SKELETON = '''"""{title}: say in one line what is found."""

from quizgen.authoring import Level, Mistake, Number, Problem, Story, between


class {name}(Problem):
    title = "{title}"

    distance = Number("distance", draw=between(2, 90), above=0, unit="m")
    time = Number("time", draw=between(2, 30), above=0, unit="s")

    answers = "speed kmh"
    accept = ("distance != time",)
    levels = {{
        "easy": Level("speed"),
        "medium": Level("speed kmh"),
        "hard": Level("kmh", time=between(2.5, 30, 0.1)),
    }}
    symbols = {{"distance": "d", "time": "t", "speed": "v"}}

    def work(self, w):
        w.step("speed", "distance/time", "Speed", "Distance by time.", places=2)
        w.step("kmh", "3.6*speed", "Speed in km/h", "An hour has 3600 s, a kilometer 1000 m.", places=2)

    mistakes = (
        Mistake("upside_down", "Divide the distance by the time, not the time by the distance.", speed="time/distance"),
        Mistake("divided_by_3.6", "From m/s to km/h the number grows: times 3.6.", kmh="speed/3.6"),
    )
    nudge = "How far does it come in one second?"
    stories = (
        "A dog runs {{distance}} m in {{time}} s. Give {{ask}}.",
        "A swimmer covers {{distance}} m in {{time}} s. Give {{ask}}.",
        "A toy car rolls {{distance}} m and takes {{time}} s for it. Give {{ask}}.",
        Story("A kite is carried {{distance}} m by the wind in {{time}} s. Give {{ask}}."),
    )
'''


def skeleton(slug: str) -> str:
    """The text of a file for a slug."""
    words = slug.split("-")
    return SKELETON.format(title=" ".join(words).capitalize(), name="".join(word.capitalize() for word in words))
