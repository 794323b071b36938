"""The text of a question: its story, the givens and conventions that the story does not name, what is asked."""

from __future__ import annotations

from itertools import groupby

from ..authoring import Choice, Expression
from ..formula.symbols import Partial, symbol
from ..plan import Remark, Step, formulas, plan, within_sentence
from ..variant import names_told
from .words import Stated, Told, convention_says, filled, name_maths, pieces, prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..document import Maths, Text
    from ..variant import Variant
    from .words import Pieces


def stem(variant: Variant) -> Text:
    """The story with its numbers, the givens and conventions that it does not name."""
    kept: dict[tuple[str, ...], Pieces] = variant.plan.__dict__.setdefault("_stems", {})
    text = variant.story.text if variant.story else ""
    key = (text, *(says for _, says in conventions_in_force(variant)))
    if key not in kept:
        kept[key] = _joined(_stem(variant))
    return filled(variant, kept[key])


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
    """The names that the steps are worked from; formulas, of which they are made, among them."""
    lines = [line for line in variant.plan.lines if not isinstance(line, Remark)]
    formulas = {name for name in variant.texts if isinstance(variant.problem.givens[name], Expression)}
    return formulas.union(*(line.uses if isinstance(line, Step) else {line.source} for line in lines))


def conventions_in_force(variant: Variant) -> Iterator[tuple[str, str]]:
    """The conventions on which the worked steps depend, in the question's words; kept with the plan."""
    kept: tuple[str, ...] | None = variant.plan.__dict__.get("_depends_on")
    if kept is None:
        kept = tuple(name for name in variant.problem.conventions if _depends(variant, name))
        variant.plan.__dict__["_depends_on"] = kept
    for name in kept:
        says, when = convention_says(variant, name), variant.problem.conventions[name].when
        if says and (when is None or _holds(variant, when)):
            yield name, says


def _holds(variant: Variant, condition: str) -> bool:
    formula = formulas(variant.problem).get(condition)
    return formula.uses <= variant.tape.keys() and bool(formula.number(variant.tape))


def _depends(variant: Variant, name: str) -> bool:
    """Whether the asked answers would be worked otherwise under another choice."""

    def steps(choice: str) -> list[object]:
        other = plan(variant.problem, variant.givens, {**variant.conventions, name: choice})
        return [
            (step.key, step.formula and step.formula.node, step.round_to) for step in other.only(variant.asked).steps
        ]

    if any(name in step.arguments for step in variant.plan.steps):
        return True
    mine = steps(variant.conventions[name])
    return any(steps(choice) != mine for choice in variant.problem.conventions[name].choices)


def asked_steps(variant: Variant) -> list[Step]:
    """The steps to hand in."""
    return [step for step in variant.plan.steps if step.key in variant.asked]


def ask(variant: Variant) -> Text:
    """What is asked and to how many places, in runs: "the mean x̄ and the deviation s to 4 decimals, and the decision"."""
    runs: list[tuple[int | None, list[Text]]] = []
    for steps, where in _asked_together(asked_steps(variant)):
        places = steps[0].places if steps[0].kind == "number" else None
        phrase = _phrase(variant, steps) + ((where,) if where else ())
        if runs and places is not None and runs[-1][0] == places:
            runs[-1][1].append(phrase)
        else:
            runs.append((places, [phrase]))
    return _listed([_listed(phrases) + _to_places(places) for places, phrases in runs])


def _asked_together(steps: Iterable[Step]) -> Iterator[tuple[list[Step], str]]:
    """The first steps of each name, those together that the same words lead, "New $w5$", "New $w6$"; with the round that
    they are asked for, or that they are asked for each."""
    names: dict[str, list[Step]] = {}
    for step in steps:
        names.setdefault(step.name, []).append(step)
    for _, together in groupby(names.values(), lambda alike: _lead(alike[0].title) or alike[0].name):
        alike = list(together)
        heading = alike[0][0].heading or ""
        if alike[0][1:]:
            kind = heading.rpartition(" ")[0].lower()
            yield [first for first, *_ in alike], kind and f" for each {kind}"
        else:
            yield [first for first, *_ in alike], heading and f" ({heading})"


def _lead(title: str) -> str:
    """The words before a title's name, "Gradient of " in "Gradient of $w5$": they are said once for several such names."""
    words, _, name = title.partition("$")
    return words if name.endswith("$") else ""


def _listed(phrases: Sequence[Text]) -> Text:
    """Phrases with commas between, and "and" before the last; with a comma too where one of them holds an "and"."""
    last = ", and " if any(" and " in phrase for phrase in phrases) else " and "
    parts = list(phrases[0])
    for place, phrase in enumerate(phrases[1:], 2):
        parts += [last if place == len(phrases) else ", ", *phrase]
    return tuple(parts)


def _to_places(places: int | None) -> Text:
    return () if places is None else (f" to {places} decimal{'s' if places != 1 else ''}",)


def _phrase(variant: Variant, steps: Sequence[Step]) -> Text:
    """A step as it is asked, "the sample mean x̄"; several that the same words lead as "the new w5 and w6"."""
    title = steps[0].title
    if len(steps) > 1:
        lead = _lead(title)
        return (f"the {_plural(lead.lower())}", *_listed([prose(variant, step.title[len(lead) :]) for step in steps]))
    said = ("the ", *prose(variant, within_sentence(title)))
    if "$" in title or _is_word(variant, steps[0]):
        return said
    return (*said, " ", name_maths(variant.problem, steps[0].name))


def _plural(lead: str) -> str:
    """Several of what a lead names: "states ", "outputs of ", but "new "."""
    noun, space, rest = lead.partition(" ")
    return lead if noun == "new" or noun[-1:] in "sy" else f"{noun}s{space}{rest}"


def _is_word(variant: Variant, step: Step) -> bool:
    sign = symbol(step.name, variant.problem.symbols)
    return not isinstance(sign, Partial) and len(sign.base) > 2


def label(variant: Variant, step: Step) -> Text:
    """What an answer box is labeled with."""
    rounds = f" ({step.heading})" if step.heading else ""
    in_words = step.kind == "choice" or _is_word(variant, step)
    words = prose(variant, step.title) if in_words else (name_maths(variant.problem, step.name),)
    return (*words, rounds) if rounds else words
