"""Turns a formula's tree into a Python function of the values on a tape."""

from __future__ import annotations

from .nodes import Binary, Both, Call, Choose, Compare, Item, Name, Node, Number, Over, Sequence, Unary, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

COMPARISONS = {"<": "less", "<=": "less_equal", ">": "greater", ">=": "greater_equal", "==": "equal", "!=": "unequal"}


def compiled(
    node: Node, spans: Mapping[str, Node], axes: tuple[str, ...], names: Mapping[str, Any], lazily: bool = False
) -> Callable[[Mapping[str, Any]], Any]:
    """A function from a tape (name to value) to the formula's value.

    `spans` says how far each index runs; with `axes` the value is a list (of lists), one entry for each value of the
    axes. `names` holds the functions. `lazily` has comparisons and branches go through functions too, which is what
    intervals need, since they may leave a condition undecided.
    """
    function: Callable[[Mapping[str, Any]], Any] = defined(
        f"def value(v): return {source(node, spans, axes, lazily)}", names
    )
    return function


def defined(text: str, names: Mapping[str, Any]) -> Any:
    """The function whose definition is `text`, source made from whitelisted nodes of a problem file; `names` are known to
    it."""
    scope = dict(names)
    exec(compile(text, "<formula>", "exec"), scope)  # of a text, exec would leave an interrupt pending: exit by signal
    return scope[text[4 : text.index("(")]]


def source(node: Node, spans: Mapping[str, Node], axes: tuple[str, ...], lazily: bool = False) -> str:
    """Python for the formula's value, with the tape as `v` and an index i as `i_`."""
    made = _Source(spans, lazily)
    body = made.expression(node, frozenset(axes))
    for axis in reversed(axes):
        body = f"[{body} for {axis}_ in {made.span(axis)}]"
    return body


class _Source:
    def __init__(self, spans: Mapping[str, Node], lazily: bool) -> None:
        self.spans = spans
        self.lazily = lazily

    def span(self, index: str) -> str:
        return f"positions({self.expression(self.spans[index], frozenset())})"

    def expression(self, node: Node, bound: frozenset[str]) -> str:
        match node:
            case Number(text):
                return text
            case Word(word):
                return repr(word)
            case Name(name):
                return f"{name}_" if name in bound else f"v[{name!r}]"
            case Item(base, index):
                return self._item(base, index, bound)
            case Unary(op, arg):
                return f"({op}{self.expression(arg, bound)})"
            case Binary("**", left, right) if not (isinstance(right, Number) and right.text.isdigit()):
                return f"power({self.expression(left, bound)}, {self.expression(right, bound)})"
            case Binary(op, left, right):
                return f"({self.expression(left, bound)} {op} {self.expression(right, bound)})"
            case Call(function, args):
                return f"{function}({', '.join(self.expression(arg, bound) for arg in args)})"
            case Over(function, body, index):
                return f"{function}([{self.expression(body, bound | {index})} for {index}_ in {self.span(index)}])"
            case Sequence(items):
                return f"[{', '.join(self.expression(item, bound) for item in items)}]"
            case _:
                return self._condition(node, bound)

    def _item(self, base: Node, index: Node, bound: frozenset[str]) -> str:
        position = self.expression(index, bound)
        direct = isinstance(index, Number) or (isinstance(index, Name) and index.id in bound)
        return (
            f"{self.expression(base, bound)}[{position} - 1]"
            if direct
            else f"at({self.expression(base, bound)}, {position})"
        )

    def _condition(self, node: Node, bound: frozenset[str]) -> str:
        match node:
            case Compare(op, left, right):
                sides = self.expression(left, bound), self.expression(right, bound)
                return f"{COMPARISONS[op]}({sides[0]}, {sides[1]})" if self.lazily else f"({sides[0]} {op} {sides[1]})"
            case Both(op, args):
                parts = [self.expression(arg, bound) for arg in args]
                return f"{op}_({', '.join(parts)})" if self.lazily else f"({f' {op} '.join(parts)})"
            case Choose(condition, yes, no):
                test, first, second = (self.expression(part, bound) for part in (condition, yes, no))
                if self.lazily:
                    return f"choose({test}, lambda: {first}, lambda: {second})"
                return f"({first} if {test} else {second})"
        raise TypeError(f"no value for {node!r}")
