"""quizgen stress"""

from __future__ import annotations

from ..catalogue import catalogue
from .options import Namespace
from .output import write

SEEDS = 1000


def run(options: Namespace) -> int:
    """Draws, solves, marks and renders a problem over many seeds; 0 where every seed passes, else 1."""
    from ..workshop.stress import report, stress

    problem = catalogue(options.problems).problem(options.problem)
    levels = [options.level] if options.level else list(problem.levels)
    failed = False
    for level in levels:
        found = stress(problem, level, options.n or SEEDS)
        write(report(found))
        failed |= found.failure is not None
    return 1 if failed else 0
