"""The value of a tree without compiling it: for trees that are used once, such as edited formulas."""

from __future__ import annotations

import operator

from .functions import positions
from .interval import ON_INTERVALS
from .nodes import Binary, Both, Call, Choose, Compare, Item, Name, Node, Number, Over, Sequence, Unary, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": ON_INTERVALS["power"],
}
COMPARISONS = {
    "<": ON_INTERVALS["less"],
    "<=": ON_INTERVALS["less_equal"],
    ">": ON_INTERVALS["greater"],
    ">=": ON_INTERVALS["greater_equal"],
    "==": ON_INTERVALS["equal"],
    "!=": ON_INTERVALS["unequal"],
}


def worth(node: Node, tape: Mapping[str, Any], spans: Mapping[str, Node], places: Mapping[str, int]) -> Any:
    """The value on a tape of numbers or intervals, for the entry at `places` (index to position, counted from 1).

    KeyError for a name that is not on the tape; ArithmeticError, ValueError or IndexError where there is no value.
    """

    def again(part: Node) -> Any:
        return worth(part, tape, spans, places)

    match node:
        case Number(text):
            return int(text) if text.isdigit() else float(text)
        case Name(name):
            return places[name] if name in places else tape[name]
        case Binary(op, left, right):
            return ARITHMETIC[op](again(left), again(right))
        case Unary(op, arg):
            return -again(arg) if op == "-" else again(arg)
        case Item(base, index):
            return ON_INTERVALS["at"](again(base), again(index))
        case Call(function, args):
            return ON_INTERVALS[function](*map(again, args))
        case Over(function, body, index):
            every = positions(again(spans[index]))
            return ON_INTERVALS[function]([worth(body, tape, spans, {**places, index: k}) for k in every])
        case Choose(condition, yes, no):
            return ON_INTERVALS["choose"](again(condition), lambda: again(yes), lambda: again(no))
        case Compare(op, left, right):
            return COMPARISONS[op](again(left), again(right))
        case Both(op, args):
            return ON_INTERVALS[f"{op}_"](*map(again, args))
        case Sequence(items):
            return [again(item) for item in items]
        case Word(text):
            return text
    raise TypeError(f"no value for {node!r}")
