"""What is missing or wrong in a problem file, with the line that it stands on."""

from __future__ import annotations

import ast
import re

from ..authoring import Choice, Level
from ..catalogue import NEEDED
from ..drawing import draw
from ..errors import QuizgenError, faulty
from ..mistakes import slips
from ..plan import formulas, plan
from ..record import Record
from ..variant import names_told, placeholders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from ..authoring import Problem, Story
    from ..plan import Plan, Step
    from ..variant import Variant

SEEDS, SEEDS_OF_CONVENTIONS = 24, 3
FEWEST_STORIES, LONGEST_FILE = 4, 150
PROSE = {
    r"  ": "two spaces",
    r" [,.;:?!]": "a space before a punctuation mark",
    r"[.?!][A-Z{]": "no space behind a full stop",
    r"^[a-z]\w": "it begins with a small letter",
    r"[^.?!)\"]$": "it does not end with a full stop",
    r"\b([Aa]) (?!one\b)[aeio]": "'a' before a vowel",
    r"\b(\w+) \1\b": "a word twice",
}


class Fault(Record):
    """Something wrong in a file: its line, and what it is."""

    line: int
    says: str


def lint(problem: Problem, text: str) -> list[Fault]:
    """The faults of a problem whose file holds `text`, in the order of their lines."""
    lines = _Lines(text)
    found = [*_of_class(problem, lines), *_of_stories(problem, lines)]
    try:
        samples = list(_samples(problem))
        found += [
            *_of_steps(problem, samples, lines),
            *_of_mistakes(problem, samples, lines),
            *_of_pages(samples, lines),
        ]
    except Exception as raised:
        error = raised if isinstance(raised, QuizgenError) else faulty(problem.path, raised)
        line = getattr(error, "line", None) or lines.of_words(str(error))
        says = str(error).removeprefix(f"{problem.path}:{line}: ").removeprefix(f"{problem.slug}: ")
        return sorted([*found, Fault(line, says)], key=lambda fault: fault.line)
    if text.count("\n") > LONGEST_FILE:
        found.append(Fault(LONGEST_FILE, f"the file has {text.count(chr(10))} lines; a problem fits on {LONGEST_FILE}"))
    return sorted(dict.fromkeys(found), key=lambda fault: fault.line)


class _Lines:
    """Where things stand in a file."""

    def __init__(self, text: str) -> None:
        self.texts: dict[str, int] = {}
        self.names: dict[str, int] = {}
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                self.texts.setdefault(node.value, node.lineno)
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self.names.setdefault(target.id.rstrip("_"), node.lineno)
            elif isinstance(node, ast.FunctionDef):
                self.names.setdefault(node.name, node.lineno)
            elif isinstance(node, ast.keyword) and node.arg:
                self.names.setdefault(node.arg.rstrip("_"), node.lineno)

    def of(self, *clues: str) -> int:
        """The line of the first text or name among the clues that stands in the file; 1 where none does."""
        return next((found[clue] for clue in clues for found in (self.texts, self.names) if clue in found), 1)

    def of_words(self, message: str) -> int:
        """The line of the longest text that a message quotes."""
        quoted = re.findall(r"'([^']+)'", message)
        return self.of(*sorted(quoted, key=len, reverse=True))


def _samples(problem: Problem) -> Iterator[Variant]:
    """Variants of every level, most of them under the default conventions, some with one changed."""
    changed = [{name: choice} for name, part in problem.conventions.items() for choice in part.choices[1:]]
    for level in problem.levels:
        yield from (draw(problem, level, {}, seed) for seed in range(SEEDS))
        for conventions in changed:
            yield from (draw(problem, level, conventions, seed) for seed in range(SEEDS_OF_CONVENTIONS))


def _of_class(problem: Problem, lines: _Lines) -> Iterator[Fault]:
    for name in NEEDED:
        if not getattr(problem, name, None):
            yield Fault(1, f"{name} is missing")
    if not problem.mistakes:
        yield Fault(1, "no mistake is declared: marking can name none")
    for name, convention in problem.conventions.items():
        for choice in convention.choices:
            if choice not in convention.says:
                yield Fault(
                    lines.of(name),
                    f"convention {name}: says= has no words for {choice!r}, which the question would name",
                )


def _of_stories(problem: Problem, lines: _Lines) -> Iterator[Fault]:
    known = {*problem.givens, *problem.conventions, "ask"}
    for story in problem.told:
        line = _line_of(story, lines)
        for name in sorted((placeholders(story.text) | names_told(story)) - known):
            yield Fault(line, f"a story tells {{{name}}}, which is no given")
        for fault in _prose(story.text):
            yield Fault(line, f"a story: {fault}")
        yield from (Fault(line, fault) for fault in _units(problem, story))
    for mistake in problem.mistakes:
        yield from (Fault(lines.of(mistake.says), f"mistake {mistake.name}: {fault}") for fault in _prose(mistake.says))


def _prose(text: str) -> Iterator[str]:
    words = re.sub(r"\$[^$]*\$|\{[^}]*\}", "X", text)
    for pattern, says in PROSE.items():
        found = re.search(pattern, words)
        if found:
            yield f"{says}, at {words[max(0, found.start() - 12) : found.end() + 12]!r}"


def _units(problem: Problem, story: Story) -> Iterator[str]:
    """Givens that are told without the unit that they have."""
    for name in placeholders(story.text) & problem.givens.keys():
        unit = problem.givens[name].unit
        if unit and not re.search(r"\{" + name + r"\}[ \u00a0]?" + re.escape(unit), story.text):
            yield f"a story tells {{{name}}} without its unit {unit}"


def _unsaid(variant: Variant, lines: _Lines) -> Iterator[Fault]:
    """Drawn choices that the story, which alone can say them in its own words, neither names nor depends on. One that
    depends on an aside is told of a form of its level, and what is fixed with it."""
    problem, story = variant.problem, variant.story
    when = formulas(problem).get(story.when).uses if story and story.when else frozenset()
    if story is None or when & problem.asides.keys():
        return
    for name in variant.texts.keys() - when - names_told(story):
        given = problem.givens[name]
        if isinstance(given, Choice) and not given.when:
            says = f"a story says nothing of {name} ({given.means}): name it, or tell it under a condition"
            yield Fault(_line_of(story, lines), says)


def _line_of(story: Story, lines: _Lines) -> int:
    return lines.of(story.text, story.text.removesuffix(" Give {ask}."))


def _every_form(problem: Problem) -> Iterator[Level]:
    for forms in problem.levels.values():
        yield from _forms(forms)


def _of_steps(problem: Problem, samples: Iterable[Variant], lines: _Lines) -> Iterator[Fault]:
    used: set[str] = set(problem.answers.split())
    every: dict[str, Step] = {}
    told = set().union(*(names_told(story) for story in problem.told))
    read: set[str] = set(told)
    for variant in samples:
        yield from _unsaid(variant, lines)
        used |= {step.name for step in variant.plan.steps}
        whole = plan(problem, variant.givens, variant.conventions)
        every.update({step.name: step for step in whole.steps})
        read |= _read(whole)
    for name in sorted(every.keys() - used):
        yield Fault(
            lines.of(every[name].title, name),
            f"step {name} is never used: no level asks for it, and no asked step needs it",
        )
    for name, given in problem.givens.items():
        if given.draw is not None and name not in read:
            yield Fault(lines.of(name), f"given {name} is drawn, but no step uses it and no story tells it")
    for form in _every_form(problem):
        for name in sorted(set(form.ask) - every.keys() - problem.givens.keys()):
            yield Fault(lines.of(" ".join(form.ask), "levels"), f"a level asks for {name}, which is no step")


def _forms(forms: Level | tuple[Level, ...]) -> tuple[Level, ...]:
    return (forms,) if isinstance(forms, Level) else forms


def _read(whole: Plan) -> set[str]:
    """The names that steps use, and those that `work` looked at."""
    return set().union(*(step.uses for step in whole.steps)) | {name.lstrip("#@") for name in whole.reads}


def _of_mistakes(problem: Problem, samples: list[Variant], lines: _Lines) -> Iterator[Fault]:
    steps = {step.name for variant in samples for step in plan(problem, variant.givens, variant.conventions).steps}
    made: set[str] = set()
    for variant in samples:
        for slip in slips(problem, variant.plan):
            if slip.happens(variant.start(), dict(variant.tape)):
                made.add(slip.mistake.name)
    for mistake in problem.mistakes:
        line = lines.of(mistake.name)
        for name in mistake.formulas.keys() - steps:
            yield Fault(line, f"mistake {mistake.name}: there is no step {name}")
        if mistake.name not in made and "==" not in (mistake.when or ""):  # that may be for numbers that are not drawn
            yield Fault(line, f"mistake {mistake.name} was never made in {len(samples)} variants")


def _of_pages(samples: Iterable[Variant], lines: _Lines) -> Iterator[Fault]:
    from ..document import Figure, Table
    from ..render.text import TextRenderer
    from ..solution import worked
    from ..writing import figures, hints

    text = TextRenderer(10**6)
    for variant in samples:
        answers = {
            line.shown for line in worked(variant) if line.step.key in variant.asked and isinstance(line.shown, str)
        }
        given = set(_numbers(variant.texts))
        for number, hint in enumerate(hints(variant), 1):
            told = set(text.inline(hint).replace(",", " ").split())
            hidden = answers if number == 1 else answers - given
            if told & {answer for answer in hidden if len(answer) > 2}:
                yield Fault(lines.of("nudge"), f"hint {number} holds the answer ({variant.level}, seed {variant.seed})")
        for kind in ("question_figure", "solution_figure", "question_table"):
            for block in figures(variant, kind):
                if isinstance(block, (Figure, Table)) and not block.alt.strip():
                    yield Fault(lines.of(kind), f"{kind} has no alt text")


def _numbers(texts: Any) -> Iterator[str]:
    """The numbers of the givens, as they are told."""
    if isinstance(texts, str):
        yield texts
    else:
        for part in texts.values() if isinstance(texts, dict) else texts:
            yield from _numbers(part)
