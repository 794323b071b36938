"""The worked solution in blocks: each step's formula, with numbers put in, and its value."""

from __future__ import annotations

import re
from itertools import groupby

from .. import chain_rule
from ..document import Chain, Derivation, Heading, Paragraph, WorkedStep
from ..formula.expand import expand
from ..formula.nodes import (
    Binary,
    Call,
    Choose,
    Compare,
    Derivative,
    Item,
    Name,
    Node,
    Number,
    Over,
    Unary,
    Word,
    children,
)
from ..formula.nodes import Sequence as Listed
from ..formula.printer import value_node
from ..formula.symbols import Partial, symbol
from ..plan import Remark, formulas, plan
from ..solution import Line
from .words import maths, name_maths, named_words, prose, value_maths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from ..document import Block, Text
    from ..plan import Step
    from ..variant import Variant

CHANGING = re.compile(r"(\$[^$]*\$|\d+)")
TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def working(variant: Variant, lines: Sequence[Line | Remark]) -> Iterator[Block]:
    """Headings, remarks and worked steps; steps that are alike but for one name or number stand together."""
    number, heading = 0, None
    for _, group in groupby(lines, _likeness):
        alike = list(group)
        first = alike[0]
        here = first.heading if isinstance(first, Remark) else first.step.heading
        if here and here != heading:
            yield Heading((here,))
        heading = here
        if isinstance(first, Remark):
            yield WorkedStep("", (first.title,), (0, 0), (), (Paragraph(prose(variant, first.text)),))
            continue
        siblings = [line for line in alike if isinstance(line, Line)]
        yield worked_step(variant, siblings, number + 1)
        number += len(siblings)


def _likeness(line: Line | Remark) -> object:
    """What siblings have in common: the title but for what changes in it, why, the marks, the round."""
    if isinstance(line, Remark):
        return id(line)
    step = line.step
    cut = CHANGING.split(step.title)
    if len(cut) != 3 or step.axes:
        return step.key
    return cut[0], cut[2], step.why, step.marks, step.round


def worked_step(variant: Variant, lines: Sequence[Line], number: int) -> WorkedStep:
    """A step, or several siblings, with the number of the first."""
    first = lines[0].step
    span = str(number) if len(lines) == 1 else f"{number}–{number + len(lines) - 1}"
    marks = sum(line.step.marks[0] for line in lines), sum(line.step.marks[1] for line in lines)
    return WorkedStep(span, _title(variant, lines), marks, prose(variant, first.why), tuple(_shown(variant, lines)))


def _shown(variant: Variant, lines: Sequence[Line]) -> Iterator[Block]:
    """How a step is worked: words as running text, since they may be many, else chains."""
    if lines[0].step.kind == "text":
        for line in lines:
            yield Paragraph(named_words(variant.problem, line.step, line.shown))
        return
    yield Derivation(
        tuple(chain for place, line in enumerate(lines) for chain in derivation(variant, line, place == 0))
    )


def _title(variant: Variant, lines: Sequence[Line]) -> Text:
    """The title of a step; of siblings what they share, with what changes listed: "New w5, w6 and w7"."""
    if len(lines) == 1:
        return prose(variant, lines[0].step.title)
    cut = [CHANGING.split(line.step.title) for line in lines]
    listed: list[Any] = []
    for place, (_, changing, _) in enumerate(cut):
        listed += [" and " if place == len(cut) - 1 else ", " if place else "", *prose(variant, changing)]
    return (*prose(variant, cut[0][0]), *listed, *prose(variant, cut[0][2]))


def derivation(variant: Variant, line: Line, factored: bool = True) -> Iterator[Chain]:
    """The formula, then a chain for each entry: name = with numbers = value; where `factored`, the chain rule first."""
    step, problem = line.step, variant.problem
    left = name_maths(problem, step.name)
    if step.formula is None or step.kind == "expression":
        value = value_maths(problem, step, line.shown)
        yield Chain(left, (value,), ":" if isinstance(value.node, Compare) else "=")
        return
    if step.of is not None and factored:
        yield from _factors(variant, step)
    if not step.axes:
        yield _chain(variant, line, (), line.value, line.shown)
        return
    if not picks_terms(step.formula.node):
        yield Chain(name_maths(problem, step.name, step.axes), (maths(problem, step.formula.node),))
    places = list(positions(line.value))
    if all(is_leaf(substituted(variant, line, dict(zip(step.axes, place)))) for place in places):
        yield Chain(left, (maths(problem, value_node(line.shown)),))
        return
    for place in places:
        value, shown = line.value, line.shown
        for index in place:
            value, shown = value[index - 1], shown[index - 1]
        yield _chain(variant, line, place, value, shown)


def _as_given(node: Node, texts: Mapping[str, Any]) -> Any:
    """The texts of a name, an entry, or a list of these, which are their own value; None for what is worked out."""
    if isinstance(node, Listed):
        return [_as_given(item, texts) for item in node.items]
    if isinstance(node, (Number, Word)):
        return node.text
    return text_at(node, texts) if is_leaf(node) else None


def _short(shown: Any) -> Any:
    """Texts without the zeros at the end: 0.75 and 0.7500 are alike."""
    if isinstance(shown, list):
        return [_short(entry) for entry in shown]
    return str(shown).rstrip("0").rstrip(".") if "." in str(shown) else shown


def picks_terms(node: Node, inside: bool = False) -> bool:
    """Whether it adds up only some of the terms, so that it is clearer written out: those that a condition does not make 0."""
    if inside and isinstance(node, Choose) and node.no == Number("0"):
        return True
    inside = inside or (isinstance(node, Over) and node.function == "sum")
    return any(picks_terms(child, inside) for child in children(node))


def is_leaf(node: Node) -> bool:
    """Whether there is nothing to work out in a tree."""
    return isinstance(node, (Name, Item, Number))


def _factors(variant: Variant, step: Step) -> Iterator[Chain]:
    """The chain rule for a step that is a derivative, then each factor that no earlier step has worked out."""
    problem = variant.problem
    whole = plan(problem, variant.givens, variant.conventions)
    ways = chain_rule.paths(step, variant.plan.steps, (*whole.agreed, *whole.steps))
    if all(len(path) == 1 for path in ways):
        return
    assert step.of is not None and step.wrt is not None
    sign = symbol(step.name, problem.symbols)
    names = () if isinstance(sign, Partial) else (maths(problem, Derivative(step.of, step.wrt)),)
    yield Chain(name_maths(problem, step.name), (*names, maths(problem, chain_rule.total(ways))))
    for factor in {factor.symbol: factor for path in ways for factor in path}.values():
        if not factor.found:
            yield Chain(maths(problem, factor.symbol), (maths(problem, factor.formula),))


def positions(value: Any) -> Iterator[tuple[int, ...]]:
    """The positions of a vector's or matrix's entries, counted from 1; of a number none."""
    if not isinstance(value, list):
        yield ()
        return
    for place, part in enumerate(value, 1):
        for inner in positions(part):
            yield (place, *inner)


def _chain(variant: Variant, line: Line, place: tuple[int, ...], value: Any, shown: Any) -> Chain:
    step, problem = line.step, variant.problem
    assert step.formula is not None
    put_in = substituted(variant, line, dict(zip(step.axes, place)))
    numbers = maths(problem, put_in, lambda node: text_at(node, line.texts))
    if isinstance(put_in, Compare) and step.yes is not None:
        true = maths(problem, _turned(put_in, value == step.yes), numbers.numbers)
        return Chain(true, (maths(problem, Word(str(shown))),), "⇒")
    rights = [] if place or isinstance(step.formula.node, Number) else [maths(problem, step.formula.node)]
    if not (_is_number(put_in) or _short(_as_given(put_in, line.texts)) == _short(shown)):
        rights.append(numbers)
    above, _, below = (line.exact or "").partition("/")
    if line.exact and [_as_given(part, line.texts) for part in children(put_in)] != [above, below]:
        rights.append(maths(problem, Binary("/", Number(above), Number(below))))
    rights.append(maths(problem, value_node(shown)))
    return Chain(name_maths(problem, step.name, place), tuple(rights))


def _is_number(node: Node) -> bool:
    return isinstance(node, Number) or (isinstance(node, Unary) and isinstance(node.arg, Number))


def _turned(node: Compare, holds: bool) -> Compare:
    """The comparison as it is true."""
    return node if holds else Compare(TURNED[node.op], node.left, node.right)


def substituted(variant: Variant, line: Line, places: Mapping[str, int]) -> Node:
    """The formula written out for one entry, ready for numbers."""
    step = line.step
    assert step.formula is not None
    if not places and not _needs_expanding(step):
        return step.formula.node
    return written_out(variant, line, step.formula.node, places)


def written_out(variant: Variant, line: Line, node: Node, places: Mapping[str, int]) -> Node:
    """A part of the formula written out for one entry."""
    store = formulas(variant.problem)
    return expand(node, places, lambda index: store.length(index, line.tape), lambda part: store.worth(part, line.tape))


def _needs_expanding(step: Step) -> bool:
    """Whether the formula has sums, branches, entries or how many there are; kept with the step."""
    kept: bool | None = step.__dict__.get("_expands")
    if kept is None:
        assert step.formula is not None
        kept = step.__dict__["_expands"] = _unfolds(step.formula.node)
    return kept


def _unfolds(node: Node) -> bool:
    here = isinstance(node, (Over, Choose, Item)) or (isinstance(node, Call) and node.function == "count")
    return here or any(map(_unfolds, children(node)))


def text_at(node: Node, texts: Mapping[str, Any]) -> Any:
    """The text of a name or entry."""
    if isinstance(node, Name):
        return texts[node.id]
    assert isinstance(node, Item) and isinstance(node.index, Number)
    return text_at(node.base, texts)[int(node.index.text) - 1]
