"""Writes a variant as a document: the question, its hints and its worked solution, in blocks without a format."""

from __future__ import annotations

from . import chain_rule
from .authoring import Choice, Vector
from .document import (
    Answers,
    Block,
    Caution,
    Chain,
    Conclusion,
    Derivation,
    Heading,
    Maths,
    Paragraph,
    Question,
    Space,
    WorkedStep,
)
from .formula.expand import expand
from .formula.nodes import Choose, Compare, Derivative, Item, Name, Node, Number, Over, Word, children
from .formula.parse import parse
from .formula.printer import value_node
from .formula.symbols import Partial, symbol
from .mistakes import slips
from .plan import Remark, Step, formulas, plan
from .solution import Line, solution
from .variant import names_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from .authoring import Problem
    from .document import Text
    from .variant import Variant

ROOM = 20
CONVENTION, CONVENTIONS = "Convention: ", "Conventions: "


def question(variant: Variant, number: int | None = None) -> Question:
    """The question with its answer, its worked solution and its place on a sheet."""
    lines = solution(variant)
    blocks: list[Block] = [Paragraph(stem(variant))]
    if variant.story and variant.story.tabled:
        blocks += figures(variant, "question_table")
    figure = figures(variant, "question_figure")
    asked = asked_steps(variant)
    boxes = Answers(tuple(label(variant, step) for step in asked), tuple(extent(variant.tape[s.key]) for s in asked))
    blocks += [*figure, boxes, Space(min(2 + variant.marks, ROOM))]
    return Question(
        variant.problem.title,
        variant.level,
        variant.id,
        variant.marks,
        tuple(blocks),
        final_answers(variant, lines),
        tuple(_solution(variant, lines)),
        number,
    )


def extent(value: Any) -> tuple[int, int]:
    """The rows and columns that an answer takes: (1, 1) for a number, (1, 2) for words."""
    if not isinstance(value, list):
        return (1, 2) if isinstance(value, str) else (1, 1)
    return (len(value), len(value[0])) if isinstance(value[0], list) else (1, len(value))


def figures(variant: Variant, kind: str) -> list[Block]:
    """The problem's figures or tables of a kind, where it has some."""
    found = getattr(variant.problem, kind)(values(variant))
    return [] if found is None else list(found) if isinstance(found, tuple) else [found]


def values(variant: Variant) -> Values:
    """All that is given, in force or worked out."""
    return Values({**variant.conventions, **variant.tape, **variant.givens})


class Values:
    """A tape's values as attributes; None for what is not there."""

    def __init__(self, tape: Mapping[str, Any]) -> None:
        self._tape = tape

    def __getattr__(self, name: str) -> Any:
        return self._tape.get(name)


def maths(variant: Variant, node: Node, numbers: Callable[[Node], Any] | None = None) -> Maths:
    """A tree with the problem's symbols."""
    return Maths(node, variant.problem.symbols, numbers)


def stem(variant: Variant) -> Text:
    """The story with its numbers, the givens and conventions that it does not name."""
    story = variant.story.text if variant.story else "Given: "
    told = names_told(variant.story) if variant.story else set()
    parts = list(prose(variant, story))
    used = _used(variant)
    rest = [name for name in variant.texts if name in used - told and not _told_in_words(variant, name)]
    if rest:
        parts += [" Given: " if variant.story else ""]
        for place, name in enumerate(rest):
            parts += [", " if place else "", maths(variant, Compare("==", Name(name), value_node(variant.texts[name])))]
        parts.append(".")
    if not variant.story:
        parts += [" Find ", *ask(variant), "."]
    untold = [says for name, says in _conventions(variant) if name not in told]
    if untold:
        parts += [" ", *prose(variant, (CONVENTION if len(untold) == 1 else CONVENTIONS) + "; ".join(untold) + ".")]
    return tuple(part for part in parts if part != "")


def _told_in_words(variant: Variant, name: str) -> bool:
    """Whether a story says it without its name: the direction of a claim."""
    return variant.story is not None and isinstance(variant.problem.givens[name], Choice)


def _used(variant: Variant) -> set[str]:
    """The names that the steps are worked from."""
    lines = [line for line in variant.plan.lines if not isinstance(line, Remark)]
    return set().union(*(line.uses if isinstance(line, Step) else {line.source} for line in lines))


def _conventions(variant: Variant) -> Iterator[tuple[str, str]]:
    """The conventions on which the worked steps depend, in the question's words."""
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


def prose(variant: Variant, text: str) -> Text:
    """A text with {name} made the given's number and $...$ made maths."""
    parts: list[str | Maths] = []
    for piece in _pieces(variant.problem, text):
        if isinstance(piece, Node):
            parts.append(maths(variant, piece))
        elif not piece.startswith("{"):
            parts.append(piece)
        elif piece == "{ask":
            parts += ask(variant)
        elif piece[1:] in variant.conventions:
            parts.append(variant.conventions[piece[1:]])
        else:
            parts += _told_value(variant, piece[1:])
    return tuple(parts)


def _told_value(variant: Variant, name: str) -> Iterator[str | Maths]:
    """A given's value in a sentence: measurements as a list, "65, 56, 66"; a point or weights in parentheses."""
    text, given = variant.texts[name], variant.problem.givens.get(name)
    if isinstance(given, Vector) and given.series:
        for place, entry in enumerate(text):
            if place:
                yield ", "
            yield maths(variant, Number(entry))
    else:
        yield maths(variant, value_node(text, None))


def _pieces(problem: Problem, text: str) -> tuple[str | Node, ...]:
    """A text cut into words, names ("{mu0") and formulas; kept, since texts are told for every variant."""
    kept: dict[str, tuple[str | Node, ...]] = problem.__dict__.setdefault("_pieces", {})
    if text not in kept:
        found: list[str | Node] = []
        for place, piece in enumerate(text.split("$")):
            if place % 2:
                found.append(parse(piece, frozenset(problem.indices)))
                continue
            head, *rest = piece.split("{")
            found.append(head)
            for behind in rest:
                name, _, after = behind.partition("}")
                found += ["{" + name, after]
        kept[text] = tuple(piece for piece in found if piece != "")
    return kept[text]


def name_node(problem: Problem, name: str) -> Node:
    """A name as a tree; kept, since it is printed for every variant."""
    kept: dict[str, Node] = problem.__dict__.setdefault("_names", {})
    if name not in kept:
        kept[name] = Name(name)
    return kept[name]


def asked_steps(variant: Variant) -> list[Step]:
    """The steps to hand in."""
    return [step for step in variant.plan.steps if step.key in variant.asked]


def ask(variant: Variant) -> Text:
    """What is asked and to how many places: "t to 2 decimals, the critical value to 3 decimals and the decision"."""
    kept: dict[tuple[str, ...], Text] = variant.plan.__dict__.setdefault("_ask", {})
    if variant.asked not in kept:
        kept[variant.asked] = _ask(variant)
    return kept[variant.asked]


def _ask(variant: Variant) -> Text:
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
        yield maths(variant, name_node(variant.problem, step.name))


def _is_word(variant: Variant, step: Step) -> bool:
    sign = symbol(step.name, variant.problem.symbols)
    return not isinstance(sign, Partial) and len(sign.base) > 2


def label(variant: Variant, step: Step) -> Text:
    """What an answer box is labelled with."""
    rounds = f" ({step.heading})" if step.heading else ""
    if step.kind == "choice" or _is_word(variant, step):
        return (*prose(variant, step.title), rounds) if rounds else prose(variant, step.title)
    sign = maths(variant, name_node(variant.problem, step.name))
    return (sign, rounds) if rounds else (sign,)


def final_answers(variant: Variant, lines: Sequence[Line | Remark]) -> Text:
    """The asked answers in one line; those of a round behind its heading."""
    parts: list[str | Maths] = []
    heading = None
    for line in lines:
        if isinstance(line, Line) and line.step.key in variant.asked:
            here = line.step.heading
            between = ", " if here == heading else "; "
            parts += [between if parts else "", f"{here}: " if here and here != heading else "", *_result(variant, line)]
            heading = here
    return tuple(part for part in parts if part != "")


def _result(variant: Variant, line: Line) -> Iterable[str | Maths]:
    if isinstance(line.shown, str) and line.step.yes is not None and not line.shown[:1].isdigit():
        yield line.shown
        return
    yield maths(variant, Compare("==", Name(line.step.name), value_node(line.shown)))


def _solution(variant: Variant, lines: Sequence[Line | Remark]) -> Iterator[Block]:
    number, heading = 0, None
    for line in lines:
        here = line.heading if isinstance(line, Remark) else line.step.heading
        if here and here != heading:
            yield Heading((here,))
        heading = here
        if isinstance(line, Remark):
            yield WorkedStep(0, (line.title,), (0, 0), (), (Paragraph(prose(variant, line.text)),))
            continue
        number += 1
        yield WorkedStep(
            number,
            prose(variant, line.step.title),
            line.step.marks,
            prose(variant, line.step.why),
            (Derivation(tuple(derivation(variant, line))),),
        )
    yield from figures(variant, "solution_figure")
    meaning = variant.problem.conclusion(values(variant))
    yield Conclusion(final_answers(variant, lines), prose(variant, meaning) if meaning else ())
    caution = common_mistake(variant)
    if caution:
        yield Caution(caution)


def common_mistake(variant: Variant) -> Text:
    """The first mistake that can be made here."""
    right = dict(variant.tape)
    for slip in slips(variant.problem, variant.plan):
        if slip.happens(right):
            return prose(variant, slip.mistake.says)
    return ()


def derivation(variant: Variant, line: Line) -> Iterator[Chain]:
    """The formula, then a chain for each entry: name = with numbers = value."""
    step = line.step
    left = name_node(variant.problem, step.name)
    if step.formula is None:
        yield Chain(maths(variant, left), (maths(variant, value_node(line.shown)),))
        return
    axes = [Name(axis) for axis in step.axes]
    if step.of is not None:
        yield from _factors(variant, step, left)
    if not axes:
        yield _chain(variant, line, left, {}, line.value, line.shown)
        return
    yield Chain(maths(variant, _entry(left, axes)), (maths(variant, step.formula.node),))
    for places in _places(line.value):
        value, shown = line.value, line.shown
        for place in places:
            value, shown = value[place - 1], shown[place - 1]
        entry = _entry(left, [Number(str(place)) for place in places])
        yield _chain(variant, line, entry, dict(zip(step.axes, places)), value, shown)


def _factors(variant: Variant, step: Step, left: Node) -> Iterator[Chain]:
    """The chain rule for a step that is a derivative, then each factor that no earlier step has worked out."""
    whole = plan(variant.problem, variant.givens, variant.conventions)
    ways = chain_rule.paths(step, variant.plan.steps, (*whole.agreed, *whole.steps))
    if all(len(path) == 1 for path in ways):
        return
    assert step.of is not None and step.wrt is not None
    sign = symbol(step.name, variant.problem.symbols)
    names = () if isinstance(sign, Partial) else (maths(variant, Derivative(step.of, step.wrt)),)
    yield Chain(maths(variant, left), (*names, maths(variant, chain_rule.total(ways))))
    for factor in {factor.symbol: factor for path in ways for factor in path}.values():
        if not factor.found:
            yield Chain(maths(variant, factor.symbol), (maths(variant, factor.formula),))


def _entry(base: Node, indices: Sequence[Node]) -> Node:
    for index in indices:
        base = Item(base, index)
    return base


def _places(value: Any) -> Iterator[tuple[int, ...]]:
    """The positions of a vector's or matrix's entries, counted from 1."""
    if not isinstance(value, list):
        yield ()
        return
    for place, entry in enumerate(value, 1):
        for inner in _places(entry):
            yield (place, *inner)


def _chain(variant: Variant, line: Line, left: Node, places: Mapping[str, int], value: Any, shown: Any) -> Chain:
    step = line.step
    assert step.formula is not None
    put_in = substituted(variant, line, places)
    numbers = maths(variant, put_in, lambda node: text_at(node, line.texts))
    rights = [] if places else [maths(variant, step.formula.node)]
    if isinstance(put_in, Compare) and step.yes is not None:
        return Chain(
            maths(variant, _turned(put_in, value == step.yes), numbers.numbers), (maths(variant, Word(shown)),), "⇒"
        )
    if not isinstance(put_in, Number):
        rights.append(numbers)
    if line.exact:
        above, _, below = line.exact.partition("/")
        from .formula.nodes import Binary

        rights.append(maths(variant, Binary("/", Number(above), Number(below))))
    rights.append(maths(variant, value_node(shown)))
    return Chain(maths(variant, left), tuple(rights))


TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def _turned(node: Compare, holds: bool) -> Compare:
    """The comparison as it is true."""
    return node if holds else Compare(TURNED[node.op], node.left, node.right)


def substituted(variant: Variant, line: Line, places: Mapping[str, int]) -> Node:
    """The formula written out for one entry, ready for numbers."""
    step = line.step
    assert step.formula is not None
    if not places and not _needs_expanding(step):
        return step.formula.node
    compile_ = formulas(variant.problem)
    return expand(
        step.formula.node,
        places,
        lambda index: compile_.length(index, line.tape),
        lambda node: compile_.worth(node, line.tape),
    )


def _needs_expanding(step: Step) -> bool:
    """Whether the formula has sums, branches or entries; kept with the step."""
    kept: bool | None = step.__dict__.get("_expands")
    if kept is None:
        assert step.formula is not None
        kept = step.__dict__["_expands"] = _holds(step.formula.node, (Over, Choose, Item))
    return kept


def _holds(node: Node, kinds: tuple[type[Node], ...]) -> bool:
    return isinstance(node, kinds) or any(_holds(child, kinds) for child in children(node))


def text_at(node: Node, texts: Mapping[str, Any]) -> Any:
    """The text of a name or entry."""
    if isinstance(node, Name):
        return texts[node.id]
    assert isinstance(node, Item) and isinstance(node.index, Number)
    return text_at(node.base, texts)[int(node.index.text) - 1]


def hints(variant: Variant, lines: Sequence[Line | Remark] | None = None) -> tuple[Text, ...]:
    """A nudge, the formulas, and the first line with numbers put in, without its value."""
    worked = [line for line in lines or solution(variant) if isinstance(line, Line) and line.step.formula is not None]
    first = next((line for line in worked if line.step.kind == "number"), worked[0])
    places = dict(zip(first.step.axes, next(_places(first.value))))
    left = _entry(name_node(variant.problem, first.step.name), [Number(str(place)) for place in places.values()])
    put_in = maths(variant, substituted(variant, first, places), lambda node: text_at(node, first.texts))
    nudge = prose(variant, variant.problem.nudge)
    return (nudge, _ways(variant, worked), (maths(variant, left), " = ", put_in, " = …"))


def _ways(variant: Variant, worked: Sequence[Line]) -> Text:
    """The formulas of the first steps; kept with the plan, since no number is in them."""
    kept: Text | None = variant.plan.__dict__.get("_ways")
    if kept is None:
        ways: list[str | Maths] = []
        shown = [line.step for line in worked if line.step.kind == "number"] or [line.step for line in worked]
        for step in shown[:4]:
            assert step.formula is not None
            left = _entry(Name(step.name), [Name(axis) for axis in step.axes])
            ways += ["; " if ways else "", maths(variant, Compare("==", left, step.formula.node))]
        kept = variant.plan.__dict__["_ways"] = tuple(ways)
    return kept
