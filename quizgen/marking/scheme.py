"""The mark scheme: method marks (M), accuracy marks (A), and follow-through.

A right value earns both. A rounded one earns its method. What follows correctly from an earlier error earns both, as an
examiner's follow-through does. Right under another convention earns half. A line not handed in earns its marks when a later
right line uses it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..variant import Variant
    from .judge import Judged


def award(variant: Variant, verdicts: list[tuple[Judged, str]]) -> list[tuple[int | float, int | float]]:
    """(method, accuracy) for each step, in order."""
    vouched = _vouched(verdicts)
    return [_earned(judged, "right" if judged.step.key in vouched else verdict) for judged, verdict in verdicts]


def _vouched(verdicts: list[tuple[Judged, str]]) -> set[str]:
    """The steps not handed in that a later right line uses, directly or by way of others not handed in."""
    needed: set[str] = set()
    vouched: set[str] = set()
    for judged, verdict in reversed(verdicts):
        step = judged.step
        used = not needed.isdisjoint((step.name, step.key))
        if verdict == "missing" and used:
            vouched.add(step.key)
        if verdict in ("right", "rounded") or (verdict == "missing" and used):
            needed |= step.uses
    return vouched


def _earned(judged: Judged, verdict: str) -> tuple[int | float, int | float]:
    method, accuracy = judged.step.marks
    match verdict:
        case "right" | "follows":
            return method, accuracy
        case "rounded" if judged.why.startswith("no significant figure"):
            return 0, 0
        case "rounded":
            return method, 0
        case "other-convention":
            return _half(method), _half(accuracy)
    return 0, 0


def _half(marks: int) -> int | float:
    return marks // 2 if marks % 2 == 0 else marks / 2
