"""Follow-through earns nothing where the value carried on makes the rest trivial or impossible: 0 for a gradient, a
negative standard deviation, a probability above 1."""

from __future__ import annotations

from ..formula.range import range_of
from ..plan import Move, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ..variant import Variant
    from . import Marked

WRONG = ("wrong", "other-convention")


def spoiled(variant: Variant, marked: Mapping[str, Marked]) -> dict[str, str]:
    """The keys of steps that follow from a value that proves nothing, each with the reason."""
    ranges = _ranges(variant)
    reasons: dict[str, str] = {}
    found: dict[str, str] = {}
    for line in variant.plan.lines:
        if isinstance(line, Move):
            reasons.pop(line.target, None)
            if line.source in reasons:
                reasons[line.target] = reasons[line.source]
        elif isinstance(line, Step):
            reason = _reason(line, marked[line.key], ranges, reasons)
            for name in (line.name, line.key):
                reasons.pop(name, None)
                if reason:
                    reasons[name] = reason
            if reason:
                found[line.key] = reason
    return found


def _reason(step: Step, marked: Marked, ranges: Mapping[str, tuple[float, float]], reasons: Mapping[str, str]) -> str:
    if marked.verdict in ("right", "rounded"):
        return ""
    if marked.verdict in WRONG:
        return _fault(step, marked, ranges)
    return next((reasons[name] for name in sorted(step.uses) if name in reasons), "")


def _fault(step: Step, marked: Marked, ranges: Mapping[str, tuple[float, float]]) -> str:
    """Why a wrong value cannot be carried on."""
    low, high = ranges.get(step.name, (float("-inf"), float("inf")))
    numbers = _numbers(marked)
    if numbers and all(number == 0 for number, _ in numbers) and any(right != 0 for _, right in numbers):
        return f"0 for {step.key} makes the rest trivial"
    for number, _ in numbers:
        if number < low:
            return f"{step.key} cannot be below {low:g}"
        if number > high:
            return f"{step.key} cannot be above {high:g}"
    return ""


def _numbers(marked: Marked) -> list[tuple[float, float]]:
    """The numbers handed in, each with the right one."""
    judged = marked.judged
    return list(_pairs(judged.handed.read if judged.handed else None, judged.expected))


def _pairs(read: Any, right: Any) -> Any:
    if isinstance(read, list):
        for part, wanted in zip(read, right):
            yield from _pairs(part, wanted)
    elif hasattr(read, "value") and isinstance(right, (int, float)):
        yield read.value, right


def _ranges(variant: Variant) -> dict[str, tuple[float, float]]:
    """The range of each given and step; kept with the plan."""
    kept: dict[str, tuple[float, float]] | None = variant.plan.__dict__.get("_ranges")
    if kept is None:
        kept = variant.plan.__dict__["_ranges"] = {}
        for name, given in variant.problem.givens.items():
            lows = [bound for bound in (given.above, given.least) if bound is not None]
            highs = [bound for bound in (given.below, given.most) if bound is not None]
            kept[name] = max(lows, default=float("-inf")), min(highs, default=float("inf"))
        for step in variant.plan.steps:
            if step.formula is not None and step.kind == "number":
                kept[step.name] = range_of(step.formula.node, kept)
    return kept
