"""The chain rule: a derivative as a sum over paths of products of factors, one factor for each step on the way.

A step that is declared a derivative, `of="E", wrt="w5"`, is shown with the factors of the chain rule before numbers go in.
Which factors these are follows from which steps use what; what each factor is, sympy derives from the step's formula.
What sympy derives is kept beside the problems, so that showing a solution needs no sympy.
"""

from __future__ import annotations

from ..formula.nodes import Binary, Derivative, Name, Number
from ..formula.parse import parse
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..formula.nodes import Node
    from ..plan import Step

    Found = dict[tuple[str | None, str | None], Step]

Path = tuple["Factor", ...]


class Factor(Record):
    """The derivative of one step by what it is worked from: as a symbol, and as the formula that it is.

    `found` where an earlier step of the solution has worked it out: then the formula is that step's name.
    """

    symbol: Node
    formula: Node
    found: bool


def paths(step: Step, worked: Sequence[Step], every: Sequence[Step]) -> tuple[Path, ...]:
    """The products of factors whose sum is the derivative `step`; kept with it.

    `worked` are the steps of its solution, in order, `every` those from which they were chosen.
    """
    made: tuple[Path, ...] | None = step.__dict__.get("_paths")
    if made is None:
        assert step.of is not None and step.wrt is not None
        before = worked[: [other.key for other in worked].index(step.key)]
        found: Found = {(other.of, other.wrt): other for other in before if other.of and other.round == step.round}
        forward = [other for other in every if other.of is None and other.round in (step.round, None)]
        forward = forward[: [other.name for other in forward].index(step.of) + 1]
        made = step.__dict__["_paths"] = tuple(_joined(path) for path in _paths(step.of, step.wrt, forward, found))
    return made


def _paths(of: str, wrt: str, forward: Sequence[Step], found: Found) -> Iterator[tuple[Factor, ...]]:
    for step in forward:
        if wrt not in step.uses:
            continue
        known = found.get((step.name, wrt))
        last = Factor(
            Name(known.name) if known else Derivative(step.name, wrt),
            Name(known.name) if known else partial(step, wrt),
            known is not None,
        )
        if step.name == of:
            yield (last,)
        elif (of, step.name) in found:
            name = Name(found[of, step.name].name)
            yield Factor(name, name, True), last
        else:
            for path in _paths(of, step.name, forward, found):
                yield (*path, last)


def _joined(path: Path) -> Path:
    """The path without a first factor of 1: the total error changes as an output's error does."""
    if len(path) > 1 and path[0].formula == Number("1"):
        (first, second), rest = path[:2], path[2:]
        assert isinstance(first.symbol, Derivative) and isinstance(second.symbol, Derivative)
        return _joined((second.replace(symbol=Derivative(first.symbol.above, second.symbol.below)), *rest))
    return path


def total(ways: Sequence[Path]) -> Node:
    """The sum of the paths' products, in symbols."""
    products = [_joined_by("*", [factor.symbol for factor in path]) for path in ways]
    return _joined_by("+", products)


def _joined_by(op: str, nodes: Sequence[Node]) -> Node:
    made = nodes[0]
    for node in nodes[1:]:
        made = Binary(op, made, node)
    return made


def partial(step: Step, wrt: str) -> Node:
    """The derivative of a step's formula, by what is used in it; kept with the step."""
    made: dict[str, Node] = step.__dict__.setdefault("_partials", {})
    if wrt not in made:
        made[wrt] = parse(_kept().get(key(step, wrt)) or _derived(step, wrt))
    return made[wrt]


def key(step: Step, wrt: str) -> str:
    """Under which name a derivative is kept."""
    assert step.formula is not None
    return f"{step.name} = {step.formula.text} by {wrt}"


def _derived(step: Step, wrt: str) -> str:
    from .derive import derivative

    assert step.formula is not None
    return derivative(step.formula.node, wrt, step.name)


_KEPT: dict[str, str] = {}


def _kept() -> dict[str, str]:
    if not _KEPT:
        import json
        import os

        from ..catalogue import BUILTIN, content

        path = os.path.join(content(BUILTIN), "_derivatives.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                _KEPT.update(json.load(file))
    return _KEPT
