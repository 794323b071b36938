"""The text of a question: its story, the givens and conventions that the story does not name, what is asked."""

from __future__ import annotations

from ..authoring import Choice
from ..document import Maths
from ..formula.symbols import Partial, symbol
from ..plan import Remark, Step, plan
from ..variant import names_told
from .words import Stated, Told, filled, name_maths, pieces, prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..document import Text
    from ..variant import Variant
    from .words import Pieces


def stem(variant: Variant) -> Text:
    """The story with its numbers, the givens and conventions that it does not name."""
    kept: dict[str, Pieces] = variant.plan.__dict__.setdefault("_stems", {})
    story = variant.story.text if variant.story else ""
    if story not in kept:
        kept[story] = _joined(_stem(variant))
    return filled(variant, kept[story])


def _joined(parts: Iterable[str | Maths | Told]) -> Pieces:
    """The parts with neighboring words in one."""
    found: list[str | Maths | Told] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part != "":
            found.append(part)
    return tuple(found)


def _stem(variant: Variant) -> Iterator[str | Maths | Told]:
    problem, story = variant.problem, variant.story
    told = names_told(story) if story else set()
    for part in pieces(problem, story.text) if story else ():
        yield from ask(variant) if part == Told("ask") else (part,)
    used = _used(variant)
    rest = [name for name in variant.texts if name in used - told and not _told_in_words(variant, name)]
    for place, name in enumerate(rest):
        yield ", " if place else " Given: " if story else "Given: "
        yield Stated(name)
    yield "." if rest else ""
    if not story:
        yield from (" Find ", *ask(variant), ".")
    untold = [says for name, says in conventions_in_force(variant) if name not in told]
    if untold:
        heading = " Convention: " if len(untold) == 1 else " Conventions: "
        yield from pieces(problem, heading + "; ".join(untold) + ".")


def _told_in_words(variant: Variant, name: str) -> bool:
    """Whether a story says it without its name: the direction of a claim."""
    return variant.story is not None and isinstance(variant.problem.givens[name], Choice)


def _used(variant: Variant) -> set[str]:
    """The names that the steps are worked from."""
    lines = [line for line in variant.plan.lines if not isinstance(line, Remark)]
    return set().union(*(line.uses if isinstance(line, Step) else {line.source} for line in lines))


def conventions_in_force(variant: Variant) -> Iterator[tuple[str, str]]:
    """The conventions on which the worked steps depend, in the question's words; kept with the plan."""
    kept: tuple[str, ...] | None = variant.plan.__dict__.get("_depends_on")
    if kept is None:
        kept = tuple(name for name in variant.problem.conventions if _depends(variant, name))
        variant.plan.__dict__["_depends_on"] = kept
    for name in kept:
        choice = variant.conventions[name]
        says = variant.problem.conventions[name].says.get(choice, f"{name.replace('_', ' ')}: {choice}")
        if says:
            yield name, says


def _depends(variant: Variant, name: str) -> bool:
    """Whether the asked answers would be worked otherwise under another choice."""

    def steps(choice: str) -> list[object]:
        other = plan(variant.problem, variant.givens, {**variant.conventions, name: choice})
        return [
            (step.key, step.formula and step.formula.node, step.round_to) for step in other.only(variant.asked).steps
        ]

    mine = steps(variant.conventions[name])
    return any(steps(choice) != mine for choice in variant.problem.conventions[name].choices)


def asked_steps(variant: Variant) -> list[Step]:
    """The steps to hand in."""
    return [step for step in variant.plan.steps if step.key in variant.asked]


def ask(variant: Variant) -> Text:
    """What is asked and to how many places: "t to 2 decimals, the critical value to 3 decimals and the decision"."""
    phrases: list[list[str | Maths]] = []
    steps = list({step.name: step for step in asked_steps(variant)}.values())
    for place, step in enumerate(steps):
        phrase = ["the ", *_phrase(variant, step)]
        ahead = steps[place + 1] if place + 1 < len(steps) else None
        if step.kind == "number" and not (ahead and ahead.kind == "number" and ahead.places == step.places):
            phrase.append(f" to {step.places} decimals")
        phrases.append(phrase)
    parts: list[str | Maths] = []
    for place, phrase in enumerate(phrases):
        parts += [" and " if place and place == len(phrases) - 1 else ", " if place else "", *phrase]
    return tuple(parts)


def _phrase(variant: Variant, step: Step) -> Iterable[str | Maths]:
    title = step.title
    if title[1:2].islower() or title[1:2] == " ":
        title = title[0].lower() + title[1:]
    yield from prose(variant, title)
    if "$" not in title and not _is_word(variant, step):
        yield " "
        yield name_maths(variant.problem, step.name)


def _is_word(variant: Variant, step: Step) -> bool:
    sign = symbol(step.name, variant.problem.symbols)
    return not isinstance(sign, Partial) and len(sign.base) > 2


def label(variant: Variant, step: Step) -> Text:
    """What an answer box is labeled with."""
    rounds = f" ({step.heading})" if step.heading else ""
    in_words = step.kind == "choice" or _is_word(variant, step)
    words = prose(variant, step.title) if in_words else (name_maths(variant.problem, step.name),)
    return (*words, rounds) if rounds else words
