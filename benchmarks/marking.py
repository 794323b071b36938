"""How well marking tells right from wrong, and how fast: `python benchmarks/marking.py [SEEDS] [PROBLEM...]`.

Students are simulated from the problems' own plans: they write every line to some places, carry on what they wrote or full
precision, leave lines out, and make one slip. For each problem a row; the figures to reach stand below the heads.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections import Counter

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.errors import QuizgenError
from quizgen.formula.edits import edits, exchanges
from quizgen.formula.walk import worth
from quizgen.marking import mark_answers
from quizgen.marking.causes.formulas import counts
from quizgen.marking.spread import unit_asked
from quizgen.mistakes import slips
from quizgen.plan import formulas
from quizgen.program import NO_VALUE
from quizgen.rounding import rounded, to_figures

CARRY = ("written", "full")
ERRORS = ("wrong", "other-convention", "undefined")
HEADS = {
    "first": "first wrong line found, all lines handed in (99.5 %)",
    "follow": "later lines follow (100 %)",
    "named": "declared mistake named where its number stands apart (97 %)",
    "half": "first wrong line found or named as the cause, half the lines missing (95 %)",
    "edit": "an edited formula explained, 4 figures (85 %)",
    "accused": "a random number accused (at most 1 %)",
    "lucky": "a random number called right or rounded (at most 2 %)",
    "unjust": "a right working, rounded on the way, called wrong (0)",
}


def text_of(value, step, places):
    """A value as a student writes it: to so many places, small numbers to two figures at least."""
    if isinstance(value, list):
        return f"[{', '.join(text_of(entry, step, places) for entry in value)}]"
    if isinstance(value, str) or step.kind != "number":
        return str(value)
    places = places if step.round_to is None else step.round_to
    small = unit_asked(value, places) < 0.9 * 10.0**-places and step.round_to is None
    return to_figures(value, 2) if small else rounded(value, places)


def four_figures(value):
    """A number to four figures; a larger one whole, since nobody writes 66560 for 66564."""
    return to_figures(value, 4) if abs(value) < 1000 else rounded(value, 0)


def carried(text, value, step):
    """The numbers that a written line says."""
    if isinstance(value, list):
        inner = (
            text[1:-1].split(", ")
            if not isinstance(value[0], list)
            else [f"[{row}]" for row in text[2:-2].split("], [")]
        )
        return [carried(part, entry, step) for part, entry in zip(inner, value)]
    return float(text) if step.kind == "number" else value


def working(variant, places, wrong=None, carry="written"):
    """What a student writes for every step, in order, to `places` by key: texts by key, and the values carried on."""
    tape, texts = variant.start(), {}
    for step in variant.plan.walk(tape):
        formula = (wrong or {}).get(step.name)
        value = step.worked_by(formula).number(tape)
        texts[step.key] = text_of(value, step, places[step.key])
        on = carried(texts[step.key], value, step) if carry == "written" else value
        tape[step.name] = tape[step.key] = on
    return texts, tape


def handed(variant, texts, keys=None):
    return mark_answers(variant, [(key, text) for key, text in texts.items() if keys is None or key in keys])


def verdicts(marking):
    return {each.judged.step.key: each for each in marking.steps if each.judged.handed}


def stands_apart(text, right, step):
    """Whether a written number differs from the right one by more than four half-units of its last place."""
    if step.kind != "number" or isinstance(right, list):
        return step.kind == "number"
    places = len(text.partition(".")[2])
    return abs(float(text) - right) > 2 * 10.0**-places


class Bench:
    def __init__(self, slug, seeds, rng):
        self.problem, self.seeds, self.rng = catalogue().problem(slug), seeds, rng
        self.hits, self.total = Counter(), Counter()
        self.times, self.fails = {"right": [], "wrong": []}, Counter()
        self.samples = {}

    def count(self, head, hit, sample=None):
        self.total[head] += 1
        self.hits[head] += bool(hit)
        if not hit and sample is not None:
            self.samples.setdefault(head, []).append(sample)

    def run(self):
        for seed in range(self.seeds):
            for level in self.problem.levels:
                conventions = {
                    name: self.rng.choice(part.choices)
                    for name, part in self.problem.conventions.items()
                    if self.rng.random() < 0.3
                }
                variant = draw(self.problem, level, conventions, seed)
                self.planted(variant)
                self.edited(variant)
                for _ in range(4):
                    self.random_number(variant)
                for _ in range(4):
                    self.honest(variant)

    def planted(self, variant):
        right, keys = dict(variant.tape), [step.key for step in variant.plan.steps]
        for slip in slips(self.problem, variant.plan):
            if not slip.happens(variant.start(), right):
                continue
            places_ = self.rng.randint(2, 6)
            try:
                texts, _ = working(variant, dict.fromkeys(keys, places_), slip.formulas, self.rng.choice(CARRY))
            except (*NO_VALUE, QuizgenError):
                continue
            made = [
                step.key
                for step in variant.plan.steps
                if step.name in slip.formulas and self.apart(variant, step, texts[step.key])
            ]
            if not made:
                continue
            start = time.perf_counter()
            marking = handed(variant, texts)
            self.times["wrong"].append(time.perf_counter() - start)
            found = verdicts(marking)
            where = (variant.level, variant.seed, dict(variant.conventions), slip.mistake.name, places_)
            order, slipped = list(texts), [step.key for step in variant.plan.steps if step.name in slip.formulas]
            early = marking.first_error in slipped and order.index(marking.first_error) <= order.index(made[0])
            self.count("first", early, (*where, made[0], marking.first_error, texts))
            later = [key for key in order if key not in slipped and order.index(key) > order.index(made[0])]
            if later and early:
                bad = [key for key in later if found[key].verdict in ERRORS]
                self.count("follow", not bad, (*where, bad, texts))
            step = next(step for step in variant.plan.steps if step.key == made[0])
            if found[made[0]].verdict in ERRORS and stands_apart(texts[made[0]], variant.tape[made[0]], step):
                cause = found[made[0]].cause
                self.count(
                    "named",
                    cause is not None and (cause.name == slip.mistake.name or cause.kind == "mistake"),
                    (*where, cause, texts),
                )
            if places_ >= 3:
                self.half(variant, texts, made, slip, where)

    def apart(self, variant, step, text):
        """Whether a wrong line can be told from the right one at the places written."""
        marking = handed(variant, {step.key: text})
        return verdicts(marking)[step.key].verdict in ERRORS

    def half(self, variant, texts, made, slip, where):
        keys = {key for key in texts if self.rng.random() < 0.5} | {variant.asked[-1]}
        marking = handed(variant, texts, keys)
        order = list(texts)
        touched = [key for key in order if key in keys and key in slip.touched and self.shows(variant, key, texts[key])]
        if not touched:
            return
        found = verdicts(marking)
        first = marking.first_error
        cause = found[first].cause if first else None
        hit = first == touched[0] or (cause is not None and cause.name == slip.mistake.name)
        self.count("half", hit, (*where, sorted(keys), touched, first, texts))

    def shows(self, variant, key, text):
        return verdicts(handed(variant, {key: text}))[key].verdict in ERRORS

    def edited(self, variant):
        spans = formulas(self.problem).spans
        steps = [
            step
            for step in variant.plan.steps
            if step.formula and step.kind == "number" and not step.axes and step.round is None
        ]
        if not steps:
            return
        step = self.rng.choice(steps)
        whole = counts(variant)
        choices = [*edits(step.formula.node, whole), *exchanges(step.formula.node)]
        if not choices:
            return
        edit = self.rng.choice(choices)
        texts, tape = working(variant, dict.fromkeys((each.key for each in variant.plan.steps), 8))
        try:
            value = float(worth(edit.node, tape, spans, {}))
        except (*NO_VALUE, TypeError):
            return
        text = four_figures(value)
        right = variant.tape[step.key]
        if value == 0 or abs(float(text) - right) <= 0.002 * abs(right):
            return
        before = {key: texts[key] for key in list(texts)[: list(texts).index(step.key)]}
        marking = handed(variant, {**before, step.key: text})
        found = verdicts(marking)[step.key]
        self.count(
            "edit",
            found.cause is not None or found.verdict not in ERRORS,
            (variant.level, variant.seed, step.key, edit.kind, text, right),
        )

    def random_number(self, variant):
        steps = [
            step
            for step in variant.plan.steps
            if step.kind == "number" and isinstance(variant.tape[step.key], (int, float))
        ]
        if not steps:
            return
        step = self.rng.choice(steps)
        right = variant.tape[step.key]
        if not right:
            return
        texts, _ = working(variant, dict.fromkeys((each.key for each in variant.plan.steps), 4))
        number = abs(right) * 10 ** self.rng.uniform(-1, 1) * (1 if right > 0 else -1)
        before = {key: texts[key] for key in list(texts)[: list(texts).index(step.key)]}
        found = verdicts(handed(variant, {**before, step.key: four_figures(number)}))[step.key]
        self.count("accused", found.cause is not None, None)
        self.count("lucky", found.verdict in ("right", "rounded"), None)

    def honest(self, variant):
        places = {step.key: self.rng.choice((2, 3, 4)) for step in variant.plan.steps}
        texts, _ = working(variant, places, None, self.rng.choice(CARRY))
        keys = [key for key in texts if self.rng.random() < 0.6]
        if not keys:
            return
        start = time.perf_counter()
        marking = handed(variant, texts, keys)
        self.times["right"].append(time.perf_counter() - start)
        bad = [key for key, each in verdicts(marking).items() if each.verdict in ERRORS or each.verdict == "follows"]
        self.total["unjust"] += 1
        self.hits["unjust"] += bool(bad)
        if bad:
            self.samples.setdefault("unjust", []).append(
                (variant.level, variant.seed, dict(variant.conventions), keys, bad, texts)
            )


def main():
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    slugs = sys.argv[2:] or sorted(catalogue().paths)
    print("problem".ljust(20), *(head.rjust(9) for head in HEADS), "us right".rjust(9), "us wrong".rjust(9))
    for slug in slugs:
        bench = Bench(slug, seeds, random.Random(slug))
        bench.run()
        cells = [
            f"{100 * bench.hits[head] / bench.total[head]:8.2f}%" if bench.total[head] else "       - "
            for head in HEADS
        ]
        times = [f"{statistics.median(taken) * 1e6:9.0f}" if taken else "        -" for taken in bench.times.values()]
        print(slug.ljust(20), *cells, *times, flush=True)
        if os.environ.get("SAMPLES"):
            for head, samples in bench.samples.items():
                for sample in samples[:3]:
                    print("   ", head, sample)
    for head, words in HEADS.items():
        print(f"{head:8} {words}")


if __name__ == "__main__":
    main()
