"""Writes a formula out for one variant, before numbers are put in: sums term by term, those of a part of the terms without
the others, branches taken, indices counted."""

from __future__ import annotations

from .nodes import (
    Binary,
    Both,
    Call,
    Choose,
    Compare,
    Dots,
    Item,
    Name,
    Node,
    Number,
    Over,
    Sequence,
    Unary,
    Word,
    children,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_TERMS = 8
MOST_LEAVES = 18
FIRST_TERMS = 3
NOTHING = Number("0")


def expand(
    node: Node, places: Mapping[str, int], length: Callable[[str], int], worth: Callable[[Node], object]
) -> Node:
    """The tree with sums written out and choices made; what a choice makes 0 is not written in a sum.

    `places` are the values of the indices in force, `length` how far an index runs, `worth` the value of a subtree
    without indices: it decides branches and finds entries such as W[winner].
    """

    def again(part: Node, here: Mapping[str, int] = places) -> Node:
        return expand(part, here, length, worth)

    match node:
        case Name(name):
            return Number(str(places[name])) if name in places else node
        case Item(base, index):
            at = again(index)
            return Item(again(base), at if isinstance(at, Number) else Number(str(worth(at))))
        case Unary(op, arg):
            return Unary(op, again(arg))
        case Binary(op, left, right):
            return Binary(op, again(left), again(right))
        case Call("count"):
            return Number(str(worth(node)))
        case Call(function, args):
            return Call(function, tuple(map(again, args)))
        case Over(function, body, index):
            here = [{**places, index: k} for k in range(1, length(index) + 1)]
            match node:
                case Over("sum", Choose(condition, body, Number("0"))):
                    here = [place for place in here if worth(again(condition, place))]
            terms: list[Callable[[], Node]] = [lambda place=place: again(body, place) for place in here]  # type: ignore[misc]
            return _written_out(function, terms, flat=isinstance(body, Over))
        case Choose(condition, yes, no):
            return again(yes) if worth(again(condition)) else again(no)
        case Compare(op, left, right):
            return Compare(op, again(left), again(right))
        case Both(op, args):
            return Both(op, tuple(map(again, args)))
        case Sequence(items):
            return Sequence(tuple(map(again, items)))
        case Number() | Word() | Dots():
            return node
    raise TypeError(f"cannot write out {node!r}")


def _written_out(function: str, terms: list[Callable[[], Node]], flat: bool = False) -> Node:
    """Terms joined; of many, or of a few that are long, the first ones and the last."""
    kept = [term() for term in terms[: MOST_TERMS + 1]]
    if len(terms) > MOST_TERMS or not (flat or len(terms) <= FIRST_TERMS or sum(map(_leaves, kept)) <= MOST_LEAVES):
        kept = [*kept[:FIRST_TERMS], Dots(), terms[-1]()]
    if function not in ("sum", "prod"):
        return Call(function, tuple(part for term in kept for part in _within(function, term)))
    if function == "sum":
        kept = [part for term in kept if term != NOTHING for part in (_addends(term) if flat else [term])] or [NOTHING]
    total = kept[0]
    for term in kept[1:]:
        total = Binary("+" if function == "sum" else "*", total, term)
    return total


def _leaves(term: Node) -> int:
    """How many numbers a term shows."""
    return 1 if isinstance(term, Item) else sum(map(_leaves, children(term))) or 1


def _addends(term: Node) -> list[Node]:
    """The terms of a sum that is itself a term of one."""
    match term:
        case Binary("+", left, right):
            return [*_addends(left), *_addends(right)]
    return [term]


def _within(function: str, term: Node) -> tuple[Node, ...]:
    """What a term of a function holds: the largest of rows' largest entries is the largest of all entries."""
    nested = function in ("max", "min") and isinstance(term, Call) and term.function == function
    return term.args if nested else (term,)  # type: ignore[attr-defined]
