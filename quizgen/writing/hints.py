"""Three hints: a nudge that the author wrote, the formulas, and the first line with numbers put in, without its value."""

from __future__ import annotations

from ..formula.nodes import Compare
from ..solution import Line, solution
from .words import maths, name_maths, prose
from .working import positions, substituted, text_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Maths, Text
    from ..plan import Remark
    from ..variant import Variant

FORMULAS = 4


def hints(variant: Variant, lines: Sequence[Line | Remark] | None = None) -> tuple[Text, ...]:
    """The three hints of a variant; its solution may be handed over."""
    problem = variant.problem
    worked = [line for line in lines or solution(variant) if isinstance(line, Line) and line.step.formula is not None]
    first = next((line for line in worked if line.step.kind == "number"), worked[0])
    place = next(positions(first.value))
    left = name_maths(problem, first.step.name, place)
    put_in = substituted(variant, first, dict(zip(first.step.axes, place)))
    numbers = maths(problem, put_in, lambda node: text_at(node, first.texts))
    return prose(variant, problem.nudge), _ways(variant, worked), (left, " = ", numbers, " = …")


def _ways(variant: Variant, worked: Sequence[Line]) -> Text:
    """The formulas of the first steps; kept with the plan, since no number is in them."""
    kept: Text | None = variant.plan.__dict__.get("_ways")
    if kept is None:
        ways: list[str | Maths] = []
        shown = [line.step for line in worked if line.step.kind == "number"] or [line.step for line in worked]
        for step in shown[:FORMULAS]:
            assert step.formula is not None
            left = name_maths(variant.problem, step.name, step.axes).node
            ways += ["; " if ways else "", maths(variant.problem, Compare("==", left, step.formula.node))]
        kept = variant.plan.__dict__["_ways"] = tuple(ways)
    return kept
