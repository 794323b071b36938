"""The mark scheme: method marks (M), accuracy marks (A), and follow-through (FT).

A right value earns both. A rounded one earns its method, and so does a right set-up with a slip in the
arithmetic, or a line in which the slip of another line shows. What
follows correctly from an earlier error earns both, unless the value carried on makes the rest trivial or impossible. Right
under another convention earns half, or nothing where marking is strict. The same slip in sibling lines is charged once. A
line not handed in earns its marks when a later right line uses it.
"""

from __future__ import annotations

from ..plan import Move
from .guard import spoiled
from .verdict import NO_FIGURE, set_up_is_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..variant import Variant
    from . import Marked


def award(variant: Variant, marked: list[Marked], strict: bool) -> Iterator[Marked]:
    """The steps with their marks, in order."""
    vouched = _vouched(variant, marked)
    lost = spoiled(variant, {step.judged.step.key: step for step in marked})
    charged: dict[str, str] = {}
    for step in marked:
        key, cause = step.judged.step.key, step.cause
        if key in vouched:
            yield step.replace(marks=step.judged.step.marks)
        elif step.verdict == "follows" and key in lost:
            yield step.replace(why=f"follows, but earns nothing: {lost[key]}")
        elif step.verdict == "wrong" and cause and cause.kind in ("mistake", "edit") and cause.says in charged:
            why = f"{step.why} (the same slip as in {charged[cause.says]}: charged once)"
            yield step.replace(why=why, marks=step.judged.step.marks)
        else:
            if step.verdict == "wrong" and cause:
                charged.setdefault(cause.says, key)
            yield step.replace(marks=_earned(step, strict))


def _vouched(variant: Variant, marked: list[Marked]) -> set[str]:
    """The steps not handed in that a later right line uses, directly or by way of others not handed in, or from round to
    round."""
    by_key = {each.judged.step.key: each for each in marked}
    needed: set[str] = set()
    vouched: set[str] = set()
    for line in reversed(variant.plan.lines):
        if isinstance(line, Move):
            needed |= {line.source} if line.target in needed else set()
            continue
        each = by_key.get(getattr(line, "key", ""))
        if each is None:
            continue
        step = each.judged.step
        used = not needed.isdisjoint((step.name, step.key))
        if each.verdict == "missing" and used:
            vouched.add(step.key)
        if each.verdict in ("right", "rounded") or (each.verdict == "missing" and used):
            needed |= step.uses
    return vouched


def _earned(marked: Marked, strict: bool) -> tuple[int | float, int | float]:
    judged = marked.judged
    method, accuracy = judged.step.marks
    match marked.verdict:
        case "right" | "follows":
            return method, accuracy
        case "rounded":
            return (0, 0) if judged.why.startswith(NO_FIGURE) else (method, 0)
        case "other-convention" if not strict:
            return _half(method), _half(accuracy)
        case "wrong" if _has_right_set_up(marked) or (marked.cause and marked.cause.elsewhere):
            return method, 0
    return 0, 0


def _has_right_set_up(marked: Marked) -> bool:
    truths, handed = marked.judged.truths, marked.judged.handed
    return truths is not None and handed is not None and set_up_is_right(truths, handed.set_ups)


def _half(marks: int) -> int | float:
    return marks // 2 if marks % 2 == 0 else marks / 2
