"""Causes that are other formulas: declared mistakes, other rows of a table, other conventions, edits."""

from __future__ import annotations

from functools import partial

from ...authoring import Whole
from ...formula.edits import edits, exchanges, lost_signs, replacements
from ...formula.walk import worth
from ...mistakes import slips
from ...plan import plan
from ...writing.words import in_words
from ..ground import IMPOSSIBLE
from .search import Candidate
from .words import says

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from ...formula.edits import Edit
    from ...formula.nodes import Node
    from ...plan import Step
    from ...variant import Variant
    from ..ground import Ground


def declared(ground: Ground, here: bool) -> Iterator[Candidate]:
    """The problem's declared mistakes, made in this line, or only in lines that were not handed in; with rounds, in every
    round up to this one too."""
    variant, step = ground.variant, ground.step
    start, right = variant.start(), dict(variant.tape)
    for slip in slips(variant.problem, variant.plan):
        nodes = {name: way if callable(way) else way.node for name, way in slip.formulas.items()}
        open_ = [other.key for other in ground.open if other.name in nodes]
        if _is_made(step, nodes) is not here or not (here or open_) or not slip.happens(start, right):
            continue
        words = partial(in_words, variant.problem, slip.mistake.says)
        made = slip.mistake.name, words, "mistake", None if here else open_[0]
        yield Candidate(*made, nodes)
        if variant.plan.has_rounds:
            yield Candidate(*made, value=(slip.run(start, right) or {}).get(step.key))


def _is_made(step: Step, nodes: Mapping[str, Any]) -> bool:
    """Whether a mistake puts another formula in a step's place."""
    return step.name in nodes and not (step.formula is not None and nodes[step.name] == step.formula.node)


def rows(ground: Ground) -> Iterator[Candidate]:
    """The rows of a table that were not to be chosen, in this line or one that was not handed in."""
    for step in (ground.step, *ground.open):
        for row, formula in step.rows.items():
            if row != step.row and step.by not in ground.variant.problem.conventions:
                elsewhere = None if step is ground.step else step.key
                words = f"That is the value for {step.by} = {row}."
                yield Candidate(f"{step.by}={row}", words, "row", elsewhere, {step.name: formula.node})


def conventions(ground: Ground) -> Iterator[Candidate]:
    """The formulas that each other choice of a convention puts in place of this line's and of those not handed in."""
    variant = ground.variant
    mine = {step.key: step for step in (*ground.open, ground.step)}
    for name, part in variant.problem.conventions.items():
        for choice in part.choices:
            if choice == variant.conventions[name]:
                continue
            other = plan(variant.problem, variant.givens, {**variant.conventions, name: choice})
            nodes = {
                step.name: step.formula.node
                for step in other.steps
                if step.key in mine and step.formula is not None and step.formula is not mine[step.key].formula
            }
            if nodes:
                words = in_words(variant.problem, part.says.get(choice) or f"{name.replace('_', ' ')} is {choice}")
                yield Candidate(f"{name}={choice}", f"That is right where {words}.", "convention", None, nodes)


def counts(variant: Variant) -> frozenset[str]:
    """The names of whole numbers, for which one less or more may be taken: n, degrees of freedom."""
    givens = variant.problem.givens.items()
    steps = variant.plan.steps
    return frozenset(
        [name for name, given in givens if isinstance(given, Whole)]
        + [step.name for step in steps if step.kind == "integer"]
    )


def edited(ground: Ground, here: bool = True) -> Iterator[Candidate]:
    """Each slip of structure in this line's formula, or in that of a line not handed in."""
    whole = counts(ground.variant)
    for step in [ground.step] if here else reversed(ground.open):
        if step.formula is not None:
            for edit in edits(step.formula.node, whole):
                yield _edit(ground, step, edit)


def exchanged(ground: Ground) -> Iterator[Candidate]:
    """A minus sign of a number in this line's formula lost, two of its names exchanged, or one taken for another number at
    hand."""
    step = ground.step
    if step.formula is None:
        return
    node = step.formula.node
    numbers = {name for name, value in ground.numbers.items() if "." not in name and isinstance(value, (int, float))}
    for edit in (*lost_signs(node, partial(_is_negative, ground)), *exchanges(node), *replacements(node, numbers)):
        yield _edit(ground, step, edit)


def _edit(ground: Ground, step: Step, edit: Edit) -> Candidate:
    assert step.formula is not None
    words = partial(says, edit, step.formula.node, ground.variant.problem.symbols)
    elsewhere = None if step is ground.step else step.key
    return Candidate(f"edit:{edit.kind.replace(' ', '_')}", words, "edit", elsewhere, {step.name: edit.node})


def _is_negative(ground: Ground, leaf: Node) -> bool:
    """Whether a name or entry stands for a negative number."""
    try:
        value = worth(leaf, ground.numbers, {}, {})
    except IMPOSSIBLE:
        return False
    return isinstance(value, (int, float)) and value < 0
