"""How fast variants are drawn and worked, on one core: `python benchmarks/draws.py [SECONDS] [PROBLEM]...`

For each family and level: steps drawn and worked a second, microseconds a variant, microseconds for its JSON with the
solution, the share of draws that are accepted, and the slowest of the variants drawn. CPU time; SECONDS a level, 1 where
left out.
"""

from __future__ import annotations

import sys
from time import process_time

from quizgen.catalogue import catalogue
from quizgen.cli.output import json_line
from quizgen.drawing import draw
from quizgen.render.json import variant_object

HEADER = "steps/s  us/variant  us/JSON  accepted  slowest ms  family, level"


def rates(problem, level, seconds):
    """Steps a second, seconds a variant, seconds for its JSON, share of draws accepted, seconds of the slowest."""
    draw(problem, level, {}, 0)  # parses and compiles
    variants, slowest = [], 0.0
    start = now = process_time()
    while now - start < seconds:
        variants.append(draw(problem, level, {}, len(variants)))
        before, now = now, process_time()
        slowest = max(slowest, now - before)
    taken = now - start
    steps = sum(len(variant.plan.steps) for variant in variants)
    start = process_time()
    for variant in variants[:200]:
        json_line(variant_object(variant, True))
    written = (process_time() - start) / len(variants[:200])
    accepted = len(variants) / sum(variant.attempts for variant in variants)
    return steps / taken, taken / len(variants), written, accepted, slowest


def main() -> None:
    """Prints a line a family and level, then the mean over all of them."""
    seconds = float(sys.argv[1]) if sys.argv[1:] else 1.0
    found = catalogue()
    rows = []
    print(HEADER)
    for slug in sys.argv[2:] or sorted(found.paths):
        problem = found.problem(slug)
        for level in problem.levels:
            steps, variant, written, accepted, slowest = rates(problem, level, seconds)
            rows.append(steps)
            numbers = (
                f"{steps:7.0f}  {variant * 1e6:10.0f}  {written * 1e6:7.0f}  {accepted:8.0%}  {slowest * 1000:10.2f}"
            )
            print(f"{numbers}  {slug}, {level}", flush=True)
    print(f"{sum(rows) / len(rows):7.0f}  steps a second on the average of {len(rows)}; the slowest {min(rows):.0f}")


if __name__ == "__main__":
    main()
