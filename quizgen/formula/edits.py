"""One edit to a formula, as a student's slip would make it: a root left out, a sign turned, n for n - 1, two names
exchanged. Each comes with what was changed, so that it can be said in words."""

from __future__ import annotations

from ..record import Record
from .nodes import Binary, Call, Choose, Compare, Item, Name, Node, Number, Over, Unary, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

FUNCTION_NAMES = {
    "exp": "the exponential",
    "ln": "the logarithm",
    "log": "the logarithm",
    "tanh": "tanh",
    "relu": "the ReLU",
}
TWO, ONE = Number("2"), Number("1")


class Edit(Record):
    """A formula with one edit: the tree, what kind of slip it is, the part that was changed and what stands there now."""

    node: Node
    kind: str
    part: Node
    instead: Node


def edits(node: Node, whole: AbstractSet[str] = frozenset()) -> Iterator[Edit]:
    """The formula with each slip of structure: of operators, signs, functions, constants. `whole` are names of counts, for
    which one less may be taken."""
    for instead, kind in _here(node, whole):
        yield Edit(instead, kind, node, instead)
    for name, place, child in _children(node):
        for edit in edits(child, whole):
            yield edit.replace(node=_with(node, name, place, edit.node))


def exchanges(node: Node) -> Iterator[Edit]:
    """The formula with two of its names or entries exchanged."""
    leaves = list(dict.fromkeys(_leaves(node)))
    for place, one in enumerate(leaves):
        for other in leaves[place + 1 :]:
            yield Edit(_mapped(node, {one: other, other: one}), "exchanged", one, other)


def lost_signs(node: Node, negative: Callable[[Node], bool]) -> Iterator[Edit]:
    """The formula with the minus sign of one of its numbers lost."""
    for leaf in dict.fromkeys(_leaves(node)):
        if negative(leaf):
            yield Edit(_mapped(node, {leaf: Unary("-", leaf)}), "sign", leaf, Unary("-", leaf))


def replacements(node: Node, others: AbstractSet[str]) -> Iterator[Edit]:
    """The formula with one of its names taken for another: `others` are single numbers that the student has at hand."""
    for leaf in dict.fromkeys(_leaves(node)):
        if isinstance(leaf, Name):
            for other in sorted(others - {leaf.id}):
                yield Edit(_mapped(node, {leaf: Name(other)}), "mistaken", leaf, Name(other))
        elif isinstance(leaf, Item) and isinstance(leaf.index, Number):
            for number in ("1", "2", "3"):
                if number != leaf.index.text:
                    other_entry = Item(leaf.base, Number(number))
                    yield Edit(_mapped(node, {leaf: other_entry}), "mistaken", leaf, other_entry)


def _here(node: Node, whole: AbstractSet[str]) -> Iterator[tuple[Node, str]]:
    match node:
        case Call("sqrt", (inner,)):
            yield inner, "root"
        case Call("abs", (inner,)):
            yield inner, "bars"
        case Call(function, (inner,)) if function in FUNCTION_NAMES or function == "sigmoid":
            yield inner, "function"
        case Binary("**", base, exponent):
            yield from _powers(base, exponent)
        case Binary("+", left, right):
            yield from ((Binary("-", left, right), "plus"), (left, "term"), (right, "first term"))
        case Binary("-", left, right):
            yield from _differences(left, right)
        case Binary("*", left, right):
            yield from _products(left, right)
        case Binary("/", left, right):
            yield from _quotients(left, right)
        case Unary("-", arg):
            yield arg, "minus"
        case Over("sum", Binary("**", base, Number("2")), index):
            yield Binary("**", Over("sum", base, index), TWO), "square of sum"
        case Choose(_, yes, no):
            yield from ((yes, "case"), (no, "case"))
        case Name(name) if name in whole:
            yield from ((Binary("-", node, ONE), "one less"), (Binary("+", node, ONE), "one more"))


def _powers(base: Node, exponent: Node) -> Iterator[tuple[Node, str]]:
    yield base, "power"
    if exponent == TWO:
        yield Binary("*", TWO, base), "doubled"
        yield Binary("**", base, Number("3")), "cubed"
        if isinstance(base, Binary) and base.op in "+-":
            yield Binary(base.op, Binary("**", base.left, TWO), Binary("**", base.right, TWO)), "squared apart"


def _differences(left: Node, right: Node) -> Iterator[tuple[Node, str]]:
    yield Binary("+", left, right), "minus"
    yield Binary("-", right, left), "turned"
    yield left, "term"
    yield Unary("-", right), "first term"
    yield right, "first term"
    if right == ONE:
        yield Binary("-", left, TWO), "two less"


def _products(left: Node, right: Node) -> Iterator[tuple[Node, str]]:
    yield left, "factor"
    yield right, "first factor"
    yield Binary("/", left, right), "divided"
    yield Binary("+", left, right), "added"
    for inner, rest, first in ((left, right, True), (right, left, False)):
        if isinstance(inner, Binary) and inner.op in "+-":
            lost = (
                Binary(inner.op, inner.left, Binary("*", inner.right, rest))
                if first
                else Binary(inner.op, Binary("*", rest, inner.left), inner.right)
            )
            yield lost, "parentheses"


def _quotients(left: Node, right: Node) -> Iterator[tuple[Node, str]]:
    yield left, "divisor"
    yield Binary("/", right, left), "upside down"
    yield Binary("*", left, right), "multiplied"
    yield Binary("/", left, Call("sqrt", (right,))), "root too many"
    if isinstance(left, Binary) and left.op in "+-":
        yield Binary(left.op, left.left, Binary("/", left.right, right)), "parentheses"
    if isinstance(right, Binary) and right.op in "+-":
        yield Binary(right.op, Binary("/", left, right.left), right.right), "parentheses"
    if isinstance(right, Binary) and right.op == "*":
        yield Binary("*", Binary("/", left, right.left), right.right), "parentheses"


def _children(node: Node) -> Iterator[tuple[str, int | None, Node]]:
    """The nodes inside a node that may be edited, each with its field, and its place where the field holds several."""
    for name in node._fields:
        value = getattr(node, name)
        if isinstance(value, Node) and not (
            isinstance(node, Item) or (isinstance(node, Choose) and name == "condition")
        ):
            yield name, None, value
        elif isinstance(value, tuple):
            yield from ((name, place, part) for place, part in enumerate(value) if isinstance(part, Node))


def _with(node: Node, name: str, place: int | None, child: Node) -> Node:
    """The node with one child exchanged."""
    value: object = child
    if place is not None:
        parts = list(getattr(node, name))
        parts[place] = child
        value = tuple(parts)
    made: Node = node.replace(**{name: value})
    return made


def _leaves(node: Node) -> Iterator[Node]:
    """The names and entries of a formula, without those in conditions."""
    if isinstance(node, (Name, Item)):
        yield node
        return
    for _, _, child in _children(node):
        yield from _leaves(child)


def _mapped(node: Node, change: dict[Node, Node]) -> Node:
    """The tree with some leaves exchanged for others."""
    if isinstance(node, (Name, Item)):
        return change.get(node, node)
    if isinstance(node, (Number, Word, Compare)):
        return node
    for name, place, child in _children(node):
        made = _mapped(child, change)
        if made is not child:
            node = _with(node, name, place, made)
    return node
