"""A formula: parsed once, compiled once for each kind of number, printed by the notations beside this file."""

from __future__ import annotations

from functools import cached_property

from .compile import compiled, source
from .interval import ON_INTERVALS, ON_NUMBERS
from .nodes import Node, names
from .parse import FormulaError, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

__all__ = ["Formula", "FormulaError"]


class Formula:
    """An author's expression with the axes of its left side: `d2[j]` = `sum((x[i] - W[j][i])**2, i)` has the axis j.

    `spans` says what each index runs over. Raises FormulaError where the text is outside the grammar.
    """

    def __init__(self, text: str, spans: Mapping[str, Node] | None = None, axes: tuple[str, ...] = ()) -> None:
        self._set(text, parse(text, frozenset(spans or {})), spans or {}, axes)

    @classmethod
    def of(cls, node: Node, spans: Mapping[str, Node]) -> Formula:
        """The formula of a tree."""
        made = cls.__new__(cls)
        made._set("", node, spans, ())
        return made

    def _set(self, text: str, node: Node, spans: Mapping[str, Node], axes: tuple[str, ...]) -> None:
        self.text, self.node, self.spans, self.axes = text, node, spans, axes
        self.uses = names(self.node, frozenset(axes)) | self._spanned()

    def __repr__(self) -> str:
        return f"Formula({self.text!r})"

    def _spanned(self) -> frozenset[str]:
        """The names whose length the axes and sums need."""
        used = {*self.axes, *(index for index in self.spans if _runs(self.node, index))}
        return frozenset().union(*(names(self.spans[index]) for index in used))

    @cached_property
    def number(self) -> Callable[[Mapping[str, Any]], Any]:
        """From a tape of numbers to the value. KeyError for a name that is not there; ArithmeticError or ValueError where
        the value does not exist."""
        return compiled(self.node, self.spans, self.axes, ON_NUMBERS)

    @cached_property
    def source(self) -> str:
        """Python for the value on a tape of numbers called `v`."""
        return source(self.node, self.spans, self.axes)

    @cached_property
    def interval(self) -> Callable[[Mapping[str, Any]], Any]:
        """From a tape of numbers and intervals to an interval, an open choice, or a number where all is exact."""
        return compiled(self.node, self.spans, self.axes, ON_INTERVALS, lazily=True)


def _runs(node: Node, index: str) -> bool:
    from .nodes import Over, children

    return (isinstance(node, Over) and node.index == index) or any(_runs(child, index) for child in children(node))
