"""Draws, solves, marks and renders a problem over many seeds, and says how its draws are."""

from __future__ import annotations

import time

from ..drawing import draw
from ..errors import QuizgenError
from ..marking import mark_answers
from ..record import Record
from ..render.text import TextRenderer
from ..solution import worked
from ..writing import question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from ..authoring import Problem
    from ..variant import Variant

RENDERED = 10


class Stress(Record):
    """How a level's draws are: accepted share, how many variants differ, the answers by key, milliseconds a draw with its
    seed, and the smallest seed that fails with why."""

    problem: Problem
    level: str
    seeds: int
    attempts: int
    distinct: int
    answers: dict[str, list[float]]
    times: list[tuple[float, int]]
    failure: tuple[int, str] | None

    @property
    def acceptance(self) -> float:
        """The share of draws that a teacher would take."""
        return self.seeds / self.attempts if self.attempts else 0.0

    @property
    def estimate(self) -> float:
        """How many variants there are, judged by how often two of the drawn are alike; infinity where none are."""
        alike = self.seeds - self.distinct
        return self.seeds * (self.seeds - 1) / 2 / alike if alike else float("inf")


def stress(problem: Problem, level: str, seeds: int) -> Stress:
    """Tries seeds 0 to `seeds` - 1 of a level."""
    attempts, seen, times = 0, set(), []
    answers: dict[str, list[float]] = {}
    failure: tuple[int, str] | None = None
    for seed in range(seeds):
        start = time.perf_counter()
        try:
            variant = draw(problem, level, {}, seed)
            times.append(((time.perf_counter() - start) * 1000, seed))
            attempts += variant.attempts
            seen.add(repr(variant.texts))
            _collect(variant, answers)
            fault = _fault(variant, seed < seeds // RENDERED + 1)
        except (QuizgenError, ArithmeticError, ValueError, LookupError, TypeError) as error:
            fault = f"{type(error).__name__}: {error}"
        if fault and failure is None:
            failure = seed, fault
        if not times:  # nothing is accepted: that the other seeds fail too need not be waited for
            break
    return Stress(problem, level, len(times), attempts, len(seen), answers, times, failure)


def _collect(variant: Variant, answers: dict[str, list[float]]) -> None:
    for key in variant.asked:
        value = variant.tape[key]
        if isinstance(value, (int, float)):
            answers.setdefault(key, []).append(value)


def _fault(variant: Variant, rendered: bool) -> str:
    """What is wrong with a variant: its own key is not marked right, or it cannot be shown."""
    lines = worked(variant)
    marking = mark_answers(variant, [(line.step.key, _typed(line.shown)) for line in lines])
    wrong = [step.judged.step.key for step in marking.steps if step.verdict != "right"]
    if wrong:
        return f"the key as shown is not marked right in {', '.join(wrong)}"
    if rendered:
        page = question(variant)
        for text in (TextRenderer(78), TextRenderer(40, ascii_only=True)):
            list(text.question(page))
            list(text.solution(page))
    return ""


def _typed(shown: Any) -> str:
    return f"[{', '.join(map(_typed, shown))}]" if isinstance(shown, list) else str(shown)


def report(found: Stress) -> Iterator[str]:
    """The findings in lines of text."""
    yield f"{found.problem.slug}, {found.level}: {found.seeds} seeds"
    yield f"  accepted: {100 * found.acceptance:.1f} % of draws"
    some = "no two alike" if found.distinct == found.seeds else f"about {found.estimate:.3g} in all"
    yield f"  distinct variants: {found.distinct} ({some})"
    for key, values in found.answers.items():
        yield f"  {key}: {_spread(values)}"
    if found.times:
        ordered = sorted(found.times)
        slowest, seed = ordered[-1]
        late = ordered[max(0, len(ordered) * 99 // 100 - 1)][0]
        middle = ordered[len(ordered) // 2][0]
        yield f"  a draw: {middle:.2f} ms, 99th percentile {late:.2f} ms, slowest {slowest:.1f} ms (seed {seed})"
    if found.failure:
        seed, why = found.failure
        yield f"  fails first at seed {seed}: {why}"
        yield f"    quizgen show {found.problem.slug} --level {found.level} --seed {seed} --solution"


def _spread(values: Sequence[float]) -> str:
    ordered = sorted(values)
    marks = (0, len(ordered) // 20, len(ordered) // 2, len(ordered) - 1 - len(ordered) // 20, len(ordered) - 1)
    low, early, middle, late, high = (f"{ordered[place]:.4g}" for place in marks)
    return f"from {low} to {high}, nine in ten from {early} to {late}, middle {middle}"
