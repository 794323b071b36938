"""The range that a formula's value can lie in, whatever its names are: a standard deviation is not negative, a sigmoid's
output lies between 0 and 1."""

from __future__ import annotations

from math import inf, isnan

from .nodes import Binary, Call, Choose, Item, Name, Node, Number, Over, Unary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Range = tuple[float, float]

ANY = -inf, inf
POSITIVE = 0.0, inf
OF_FUNCTIONS: dict[str, tuple[float, float]] = {
    "sqrt": POSITIVE,
    "exp": POSITIVE,
    "abs": POSITIVE,
    "relu": POSITIVE,
    "count": POSITIVE,
    "sigmoid": (0.0, 1.0),
    "t_tail": (0.0, 1.0),
    "z_tail": (0.0, 1.0),
    "tanh": (-1.0, 1.0),
}


def range_of(node: Node, known: Mapping[str, Range]) -> Range:
    """The lowest and highest value, from the ranges of the names that are `known`."""
    match node:
        case Number(text):
            return float(text), float(text)
        case Name(name):
            return known.get(name, ANY)
        case Item(base, _):
            return range_of(base, known)
        case Unary(op, arg):
            low, high = range_of(arg, known)
            return (-high, -low) if op == "-" else (low, high)
        case Call(function, args):
            return OF_FUNCTIONS.get(function, ANY if function not in ("min", "max", "mean") else _hull(args, known))
        case Over(function, body, _):
            low, high = range_of(body, known)
            return (0.0 if low >= 0 else -inf, 0.0 if high <= 0 else inf) if function == "sum" else ANY
        case Choose(_, yes, no):
            return _hull((yes, no), known)
        case Binary(op, left, right):
            return _arithmetic(op, range_of(left, known), range_of(right, known), left == right)
    return ANY


def _hull(nodes: tuple[Node, ...], known: Mapping[str, Range]) -> Range:
    ranges = [range_of(node, known) for node in nodes]
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def _arithmetic(op: str, a: Range, b: Range, same: bool) -> Range:
    if op == "+":
        return a[0] + b[0], a[1] + b[1]
    if op == "-":
        return a[0] - b[1], a[1] - b[0]
    if op == "**":
        even = b[0] == b[1] and b[0] % 2 == 0
        return POSITIVE if even or a[0] >= 0 else ANY
    if op == "/":
        if b[0] < 0 < b[1]:
            return ANY
        b = (1 / b[1] if b[1] else -inf, 1 / b[0] if b[0] else inf)
    if op == "*" and same:
        return POSITIVE
    corners = [_times(x, y) for x in a for y in b]
    return min(corners), max(corners)


def _times(x: float, y: float) -> float:
    product = x * y
    return 0.0 if isnan(product) else product
