"""Reads a student's working: which line says what about which step, and what its own substitution comes to."""

from __future__ import annotations

import re

from ..answers import ReadingError, read_number, read_vector
from ..answers.lines import EQUALS, Claim, claims
from ..answers.names import words_of
from ..answers.tokens import visible
from ..answers.words import folded, phrases
from ..record import Record
from .ground import entry_at
from .handed_in import HandedIn, SetUp, Unreadable, numbers_read, put, read_answer
from .handed_in import words_of as choices_of
from .names import Names, Target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from ..plan import Step
    from ..variant import Variant

POSITION = re.compile(r"(?:unit|neuron|node|class|cluster)? ?(\d{1,4}) (?:wins?|won|is (?:winner|bmu|closest|nearest))")
ELLIPSIS = re.compile(r"…|\.\.\.|⋯|\\dots")
COMMENT = re.compile(r"\s*(?:\((?:to )?\d+ ?(?:d\.?p|decimals?|places?|s\.?f|figures?)\.?\)|\(rounded\)|✓)\s*$", re.I)
COMPARED = re.compile(r"\s*(?:(?<![-=])[<>≤≥≠]|!=).*$", re.S)
COMPARISON = re.compile(r"[^=]*(?:[<≤≥≠]|!=|(?<!-)>)[^=]*")
HYPOTHESIS = re.compile(r"\s*H_?\{?[01aA₀₁]\}?\s*:.*[=<>≤≥≠].*", re.S)
VALUE = re.compile(r"[\d=:≈]")
TRAILING = re.compile(r"\s*[,;]\s*[\d.+−-]")
MOST_NAMES = 12


class Unmatched(Record):
    """A line that says nothing that can be marked: its number, its text, and why."""

    line: int
    text: str
    why: str


class Working(Record):
    """A working as it was read: answers by step key, and the lines that match nothing."""

    handed: Mapping[str, HandedIn]
    unmatched: tuple[Unmatched, ...]


def read_working(variant: Variant, text: str) -> Working:
    """The answers in a working. ReadingError where it is too long to be one."""
    return _Reading(variant).run(text)


class _Reading:
    def __init__(self, variant: Variant) -> None:
        self.variant = variant
        self.names = Names(variant)
        self.units = _units(variant)
        self.steps: dict[tuple[str, int | None], Step] = {(step.name, step.round): step for step in variant.plan.steps}
        self.headings = {
            heading: step.round
            for step in variant.plan.steps
            if step.heading
            for heading in (tuple(words_of(step.heading)), tuple(words_of(step.heading)[-2:]))
        }
        self.choices = _choice_phrases(variant)
        self.round: int | None = None
        self.handed: dict[str, HandedIn] = {}
        self.unmatched: list[Unmatched] = []
        self.nameless: list[Claim] = []

    def run(self, text: str) -> Working:
        if not self._take_list(text):
            for claim in claims(text, self.is_name):
                self._take(claim)
            self._take_nameless()
        return Working(self.handed, tuple(sorted(self.unmatched, key=lambda one: one.line)))

    def is_name(self, text: str) -> bool:
        return self.names.is_name(text) or self._chosen(text) is not None

    def _take(self, claim: Claim) -> None:
        heading = tuple(words_of(claim.text))
        if heading in self.headings:
            self.round = self.headings[heading]
        elif self._is_remark(claim):
            return
        elif not claim.name and self._chosen(claim.text) is not None:
            self._take_choice(claim.replace(name=claim.text))
        elif not claim.name:
            self.nameless.append(claim)
        elif self._chosen(claim.name) is not None and not (self.names.targets(claim.name) and VALUE.search(claim.text)):
            self._take_choice(claim)
        else:
            self._take_named(claim)

    def _is_remark(self, claim: Claim) -> bool:
        """Whether it is a hypothesis or a comparison, "H0: μ = 44" or "p > 0.05", where none is asked."""
        if any(self._compares(step) or step.form == "interval" for step in self.steps.values()):
            return False
        return bool(COMPARISON.fullmatch(claim.text) or (HYPOTHESIS.match(claim.text) and not self.is_name(claim.name)))

    def _take_named(self, claim: Claim) -> None:
        targets = self.names.targets(claim.name)
        if len(targets) > 1:
            targets = [target for target in targets if self._fits(claim, target)] or targets
        given = self.names.given(claim.name)
        if not targets and "±" in EQUALS.split(claim.text)[0] and (bounds := self._bounds()):
            self._answer(claim, bounds, ())
        elif given is not None:
            if not self._renews(claim, given):
                self._compare_given(claim, given)
        elif not targets:
            self._miss(claim, f"{visible(claim.name)} is no step; the steps are {self._known()}")
        elif len(targets) > 1:
            meant = " or ".join(sorted({_written(target) for target in targets})[:MOST_NAMES])
            self._miss(claim, f"{visible(claim.name)} can mean {meant}; write one of these")
        else:
            self._answer(claim, self._in_round(targets[0]), targets[0].indices)

    def _fits(self, claim: Claim, target: Target) -> bool:
        """Whether the value can be one of what a name may mean: a number, or a list."""
        step = self._in_round(target)
        answer = read_answer(self.variant, step, self._bare(claim.value, step), target.indices)
        entry = None if answer.fault else entry_at(answer.read, target.indices)
        while isinstance(entry, list):
            entry = entry[0]
        return not isinstance(entry, Unreadable) and entry is not None

    def _bounds(self) -> Step | None:
        """The interval that is to be found, where it is not answered yet: 40 ± 2 = (38, 42) is one."""
        return next((step for step in self.steps.values() if step.form == "interval" and self._open(step, ())), None)

    def _renews(self, claim: Claim, name: str) -> bool:
        """Takes a line under the name of a given for the step that renews it, as a weight is renewed, unless it copies the
        given; False where no such step is left."""
        steps = [step for step in self.variant.plan.steps if step.name.startswith((f"{name}_new", f"{name}_after"))]
        asked = self.variant.asked if self.round is None else ()
        here = [step for step in steps if step.round in (None, self.round) or step.key in asked]
        for step in here:
            answer = read_answer(self.variant, step, self._bare(claim.value, step))
            if answer.fault is None and numbers_read(answer.read) == self.variant.givens[name]:
                return True
            if self._open(step, ()) and (answer.fault is None or step is here[-1]):
                self._answer(claim, step, ())
                return True
        return False

    def _answer(self, claim: Claim, step: Step, indices: tuple[int, ...]) -> None:
        if not claim.value.strip():
            self._miss(claim, f"nothing stands behind {visible(claim.name)}")
            return
        text = self._bare(_compared(claim) if self._compares(step) else claim.value, step)
        answer = read_answer(self.variant, step, text, indices)
        set_ups = tuple(self._set_ups(claim, indices)) if answer.fault is None else ()
        put(self.handed, answer.replace(claims=(claim,), set_ups=set_ups))

    def _set_ups(self, claim: Claim, indices: tuple[int, ...]) -> Iterator[SetUp]:
        """The substitutions of a claim that are made of numbers alone."""
        for part in claim.between:
            if ELLIPSIS.search(part):
                continue
            try:
                yield SetUp(part, read_number(part).value, indices)
            except ReadingError:
                continue

    def _bare(self, text: str, step: Step | None = None) -> str:
        """A value without the comment, comparison or unit behind it; in the bounds of an interval comparisons stay."""
        if text[:1] not in "<>≤≥≠!":
            text = COMMENT.sub("", text)
            whole = step is not None and (step.form == "interval" or self._compares(step))
            text = text if whole else COMPARED.sub("", text)
        for unit in self.units:
            shorter = text.removesuffix(unit).rstrip()
            if shorter != text and shorter[-1:].isdigit():
                return shorter
        return text

    def _compares(self, step: Step) -> bool:
        """Whether the step's answer is itself a comparison, such as μ < 12."""
        return step.kind == "text" and isinstance(self.variant.tape[step.key], str)

    def _in_round(self, target: Target) -> Step:
        """The step that is meant where the solution has rounds: of the round named, or under whose heading it stands, or
        the first that is not answered yet."""
        if (target.name, None) in self.steps:
            return self.steps[target.name, None]
        wanted = target.round or self.round
        if (target.name, wanted) in self.steps:
            return self.steps[target.name, wanted]
        rounds = [step for (name, _), step in self.steps.items() if name == target.name]
        return next((step for step in rounds if self._open(step, target.indices)), rounds[-1])

    def _open(self, step: Step, indices: tuple[int, ...]) -> bool:
        """Whether the step, or the entry of it, is not answered yet."""
        answer = self.handed.get(step.key)
        read = answer.read if answer else None
        for index in indices:
            read = read[index - 1] if isinstance(read, list) else read
        return read is None

    def _chosen(self, text: str) -> tuple[list[Step], str] | None:
        """The choice steps that a phrase answers, and with what."""
        phrase = folded(text)
        if phrase in self.choices:
            return self.choices[phrase]
        position = POSITION.fullmatch(" ".join(words_of(text)))
        if position:
            steps = [
                step for step in self.variant.plan.steps if step.kind == "choice" and not choices_of(self.variant, step)
            ]
            return (steps, position[1]) if steps else None
        return None

    def _take_choice(self, claim: Claim) -> None:
        found = self._chosen(claim.name)
        assert found is not None
        names = {step.name for step in found[0]}
        if len(names) > 1:
            self._miss(claim, f"{visible(claim.name)} can answer {' or '.join(sorted(names))}; write which")
            return
        if TRAILING.match(claim.value):
            self._miss(claim, f"no step is named before {visible(claim.value.strip(' ,;'))}")
        step = self._in_round(Target(names.pop()))
        put(self.handed, read_answer(self.variant, step, found[1]).replace(claims=(claim,)))

    def _compare_given(self, claim: Claim, name: str) -> None:
        """A given that is repeated is no answer; one that was miscopied is said."""
        right: Any = self.variant.texts.get(name)
        listed = isinstance(right, list) and not isinstance(right[0], list)
        text = self._bare(claim.value)
        try:
            value = [entry.value for entry in read_vector(text)] if listed else read_number(text).value
        except ReadingError:
            return
        alike = isinstance(value, list) and len(value) == len(right) if listed else isinstance(right, str)
        if alike and value != self.variant.givens[name]:
            self._miss(claim, f"the question gives {name} = {', '.join(right) if listed else right}")

    def _take_list(self, text: str) -> bool:
        """Takes a working that is nothing but the asked answers in order, one a line or in one list."""
        asked = [step for step in self.variant.plan.steps if step.key in self.variant.asked]
        lines = [line for line in text.splitlines() if line.strip()]
        parts = lines if len(lines) > 1 else _listed(text)
        if len(parts) != len(asked) or len(parts) < 2 or EQUALS.search(text):
            return False
        answers = [read_answer(self.variant, step, self._bare(part.strip(), step)) for part, step in zip(parts, asked)]
        if any(answer.fault for answer in answers):
            return False
        for answer in answers:
            put(self.handed, answer)
        return True

    def _take_nameless(self) -> None:
        """Values without names answer what is asked and not answered yet, in order, if there are as many."""
        steps = self.variant.plan.steps
        asked = [step for step in steps if step.key in self.variant.asked and step.key not in self.handed]
        if self.nameless and len(self.nameless) == len(asked):
            for claim, step in zip(self.nameless, asked):
                put(self.handed, read_answer(self.variant, step, self._bare(claim.text, step)).replace(claims=(claim,)))
        else:
            for claim in self.nameless:
                self._miss(claim, f"no step is named; write one of {self._known()} before it")

    def _miss(self, claim: Claim, why: str) -> None:
        self.unmatched.append(Unmatched(claim.line, claim.text, why))

    def _known(self) -> str:
        keys = [step.key for step in self.variant.plan.steps]
        return ", ".join(keys) if len(keys) <= MOST_NAMES else ", ".join((*keys[:MOST_NAMES], "..."))


def _compared(claim: Claim) -> str:
    """What stands behind a claim's name, equals signs and all."""
    return " = ".join((*claim.between, claim.value))


def _written(target: Target) -> str:
    return target.name + "".join(f"[{index}]" for index in target.indices)


def _listed(text: str) -> list[str]:
    """The parts of a list: between semicolons, or commas that no digits enclose, else all commas or spaces."""
    inner = text.strip().strip("()[]")
    separator = ";" if ";" in inner else "," if "," in inner else None
    return [part.strip() for part in inner.split(separator) if part.strip()]


def _choice_phrases(variant: Variant) -> dict[str, tuple[list[Step], str]]:
    """What may be written for a choice without naming its step."""
    found: dict[str, tuple[list[Step], str]] = {}
    for step in variant.plan.steps:
        if step.kind != "choice":
            continue
        for phrase, choice in phrases(choices_of(variant, step)).items():
            found.setdefault(phrase, ([], choice))[0].append(step)
    return found


def _units(variant: Variant) -> tuple[str, ...]:
    """The units that the question states: those of its givens, words behind a number in its story, and those that end a
    step's title, "Memory in MB"."""
    declared = {given.unit for given in variant.problem.givens.values() if given.unit}
    declared |= {step.title.split()[-1] for step in variant.plan.steps if " in " in step.title}
    if variant.story:
        declared |= set(re.findall(r"\} ([^\s\d.,;:{}()]{1,12})(?=[\s.,;:)])", variant.story.text))
    return tuple(sorted(declared, key=len, reverse=True))
