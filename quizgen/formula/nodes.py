"""The nodes of a formula: what an author writes in a problem file and a student types as a value, as one tree."""

from __future__ import annotations

from ..record import Record


class Node(Record):
    """Any part of a formula."""


class Number(Node):
    """A literal, with the text it was written with, in plain ASCII: "0.50", "1e-3", "20"."""

    text: str


class Word(Node):
    """The word of a choice or a convention: 'two', 'reject H0'."""

    text: str


class Name(Node):
    """A given, a step, or an index."""

    id: str


class Item(Node):
    """One entry of a vector, or one row of a matrix: x[i]. Counted from 1, as on paper."""

    base: Node
    index: Node


class Unary(Node):
    """A sign: "-" or "+"."""

    op: str
    arg: Node


class Binary(Node):
    """Arithmetic: "+", "-", "*", "/" or "**"."""

    op: str
    left: Node
    right: Node


class Call(Node):
    """A function of single values or of whole vectors: exp(x), count(data)."""

    function: str
    args: tuple[Node, ...]


class Over(Node):
    """A function of the values that `body` takes as `index` runs: sum(x[i]**2, i), argmin(d2[j], j)."""

    function: str
    body: Node
    index: str


class Compare(Node):
    """A comparison: "<", "<=", ">", ">=", "==" or "!="."""

    op: str
    left: Node
    right: Node


class Both(Node):
    """Conditions joined by "and" or "or"."""

    op: str
    args: tuple[Node, ...]


class Choose(Node):
    """`yes` where the condition holds, else `no`."""

    condition: Node
    yes: Node
    no: Node


class Sequence(Node):
    """A vector written out: (a, b, c); a matrix is a sequence of sequences."""

    items: tuple[Node, ...]


class Derivative(Node):
    """The partial derivative of one name by another, as a symbol; printed, never evaluated."""

    above: str
    below: str


class Dots(Node):
    """Terms left out of a long sum or list; printed as an ellipsis, never evaluated."""


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node."""
    found: list[Node] = []
    for value in node._values():
        if isinstance(value, Node):
            found.append(value)
        elif isinstance(value, tuple):
            found.extend(value)
    return tuple(found)


def names(node: Node, bound: frozenset[str] = frozenset()) -> frozenset[str]:
    """The names that a formula needs a value for: all but the indices bound by a sum."""
    if isinstance(node, Name):
        return frozenset() if node.id in bound else frozenset((node.id,))
    if isinstance(node, Over):
        bound |= {node.index}
    return frozenset().union(*(names(child, bound) for child in children(node)))


def is_rational(node: Node) -> bool:
    """Whether a formula is made of sums, products and quotients alone."""
    plain = (
        isinstance(node, (Number, Name, Item, Unary))
        or (isinstance(node, Binary) and node.op in "+-*/")
        or (isinstance(node, Over) and node.function == "sum")
    )
    return plain and all(map(is_rational, children(node)))
