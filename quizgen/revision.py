"""A problem's revision: two signs in its ids that change when its numbers would."""

from __future__ import annotations

from hashlib import sha256

from .drawing import draw
from .ids import ALPHABET
from .plan import afresh, formulas

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .authoring import Problem

SAMPLES = 2


def revision(problem: Problem) -> str:
    """Two signs that change when the problem's numbers would: a hash of what fixed seeds show at each level, and of the
    normalized formulas, draws and refusals. Words and comments do not count."""
    kept: str | None = problem.__dict__.get("_revision")
    if kept is None:
        kept = problem._revision = _revision(afresh(problem))  # type: ignore[attr-defined]
    return kept


def _revision(problem: Problem) -> str:
    shown = [
        repr(
            (sorted(variant.texts.items()), [(step.key, _shown(variant.tape[step.key])) for step in variant.plan.steps])
        )
        for level in problem.levels
        for seed in range(SAMPLES)
        for variant in (draw(problem, level, {}, seed),)
    ]
    rules = [
        repr((name, part.draw, getattr(part, "size", None), getattr(part, "default", None)))
        for name in problem.draws_in_order
        for part in (problem.givens.get(name) or problem.asides[name],)
    ]
    trees = sorted(repr((text.axes, text.node)) for text in formulas(problem).made.values())
    levels = [repr((name, problem.levels[name])) for name in problem.levels]
    choices = [repr((name, part.choices)) for name, part in problem.conventions.items()]
    digest = sha256("\n".join([*shown, *rules, *trees, *levels, *choices]).encode()).digest()
    return ALPHABET[digest[0] % 32] + ALPHABET[digest[1] % 32]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    return value if isinstance(value, str) else f"{value:.9g}"
