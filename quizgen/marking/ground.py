"""What a student stands on before a line: their own lines as they wrote them, and what follows from them.

A slip in a line that was not handed in is found from here too: the lines between are worked again with it.
"""

from __future__ import annotations

from ..errors import QuizgenError
from ..formula.walk import worth
from ..plan import formulas
from ..program import NO_VALUE
from ..record import Record
from .spread import rounded_ends, spread, widened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from ..formula.nodes import Node
    from ..plan import Step, Tape
    from ..variant import Variant

    Way = Node | Callable[..., Any]

IMPOSSIBLE = (QuizgenError, TypeError, AttributeError, *NO_VALUE)


class Ground(Record):
    """The tapes before a step: `numbers`, and `spreads` with an interval for what may have been rounded. `open` are the
    steps before it that it needs and that were not handed in, in order."""

    variant: Variant
    step: Step
    numbers: Tape
    spreads: Tape
    open: tuple[Step, ...]

    def at(self, nodes: Mapping[str, Way], places: tuple[tuple[int, ...], ...], exact: bool) -> tuple[Any, ...]:
        """The step's entries at some places where `nodes` stand in place of the formulas of the open steps and its own, by
        name; `exact` on numbers, else on intervals. IMPOSSIBLE where there is no value."""
        tape = self._worked_again(nodes, exact)
        node = nodes.get(self.step.name) or (self.step.formula.node if self.step.formula else self.step.function)
        if callable(node):
            value = spread(self.step.worked_by(node), tape)
            return tuple(entry_at(value, place) for place in places)
        assert node is not None
        return tuple(self._worth(self.step, node, tape, place) for place in places)

    def whole(self, nodes: Mapping[str, Way]) -> Any:
        """The step's whole value where `nodes` stand in place of formulas, in whatever shape that gives it."""
        tape = self._worked_again(nodes, True)
        node = nodes.get(self.step.name) or (self.step.formula.node if self.step.formula else self.step.function)
        assert node is not None
        return self._whole(self.step, node, tape, ())

    def chosen(self, nodes: Mapping[str, Way]) -> Any:
        """The choice that a choice step would come to."""
        tape = self._worked_again(nodes, True)
        node = nodes.get(self.step.name)
        if node is None or callable(node):
            return self.step.worked_by(node).number(tape)
        value = self._worth(self.step, node, tape, ())
        return value if self.step.yes is None else self.step.yes if value else self.step.no

    def _worked_again(self, nodes: Mapping[str, Way], exact: bool) -> Tape:
        tape = dict(self.numbers if exact else self.spreads)
        moved: set[str] = set()
        for step in self.open:
            if step.name in nodes:
                value = self._whole(step, nodes[step.name], tape, ())
            elif step.uses & moved:
                value = step.number(tape) if exact else spread(step, tape)
            else:
                continue
            tape[step.name] = tape[step.key] = value if exact else widened(step, value, False)
            moved.update((step.name, step.key))
        return tape

    def _whole(self, step: Step, node: Way, tape: Tape, place: tuple[int, ...]) -> Any:
        """The step's whole value by another formula: a list where it has axes."""
        if callable(node):
            return spread(step.worked_by(node), tape)
        if len(place) == len(step.axes):
            value = self._worth(step, node, tape, place)
            return value if step.yes is None else step.yes if value else step.no
        length = formulas(self.variant.problem).length(step.axes[len(place)], tape)
        return [self._whole(step, node, tape, (*place, k)) for k in range(1, length + 1)]

    def _worth(self, step: Step, node: Node, tape: Tape, place: tuple[int, ...]) -> Any:
        value = worth(node, tape, formulas(self.variant.problem).spans, dict(zip(step.axes, place)))
        value = entry_at(value, place[len(step.axes) :])
        return value if step.round_to is None else rounded_ends(value, step.round_to)


def entry_at(value: Any, place: tuple[int, ...]) -> Any:
    """The entry of a value at a place, counted from 1; the value itself for ()."""
    for index in place:
        value = value[index - 1]
    return value


def open_steps(variant: Variant, step: Step, handed: Mapping[str, object]) -> tuple[Step, ...]:
    """The steps of its round, or of none, that a step needs and that were not handed in, in order."""
    steps = variant.plan.steps
    needed = set(step.uses)
    found: list[Step] = []
    for other in reversed(steps[: steps.index(step)]):
        if other.round in (step.round, None) and needed & {other.name, other.key} and other.key not in handed:
            found.append(other)
            needed |= other.uses
    return tuple(reversed(found))
