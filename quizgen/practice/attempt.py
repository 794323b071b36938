"""One try at one problem: prompts for what is asked, takes answers and lines of working in any order, gives help."""

from __future__ import annotations

from ..formula.plain import columns
from ..solution import Line, worked
from ..writing import asked_steps, hints, label, posed, question
from ..writing.hints import hints_for
from ..writing.working import worked_step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..document import Question
    from ..marking import HandedIn, Marking
    from ..plan import Step
    from ..render.text import TextRenderer
    from ..variant import Variant

    Read = Callable[[str], str]
    Say = Callable[[Iterable[str]], None]

LEAVE = ("q", "quit", "exit")
LONGEST, MOST = 400, 20_000
KEY = "M: a mark for the method, A: for an accurate value"
GOOD = ("right", "rounded")


class Quit(Exception):
    """The student leaves."""


class Skip(Exception):
    """The student passes over a problem."""


class Attempt:
    """What a student has answered; `kept` are right lines of an earlier try, and `steps` those to ask for now, else all that
    are asked."""

    keys = (
        "? hint",
        "?? next step",
        "s skip",
        "q leave",
        "Enter leaves one blank",
        "lines of working, such as name = value, at any prompt",
    )

    def __init__(
        self,
        variant: Variant,
        text: TextRenderer,
        kept: Mapping[str, HandedIn] | None = None,
        steps: Sequence[Step] | None = None,
    ) -> None:
        self.variant = variant
        self.text = text
        self.kept = kept or {}
        self.steps = asked_steps(variant) if steps is None else steps
        self.direct: dict[str, HandedIn] = {}
        self.lines: list[str] = []
        self.helped = _Help(variant, text)

    @property
    def handed(self) -> dict[str, HandedIn]:
        """All answers so far, by step."""
        from ..marking import read_working

        return {**self.kept, **read_working(self.variant, "\n".join(self.lines)).handed, **self.direct}

    @property
    def page(self) -> Question:
        """The question."""
        return posed(self.variant)

    @property
    def begun(self) -> bool:
        """Whether anything is answered."""
        return bool(self.handed)

    def mark(self) -> Marking:
        """The answers, marked."""
        from ..marking import mark

        return mark(self.variant, self.handed)

    def verdicts(self, marking: Marking) -> Iterator[str]:
        """How it went."""
        from ..render.verdicts import verdicts

        return verdicts(marking, self.text)

    def another(self, marking: Marking) -> Attempt | None:
        """A try at the first wrong line and at what is asked and not right yet; None where nothing is wrong."""
        if marking.first_error is None:
            return None
        verdicts = {step.judged.step.key: step.verdict for step in marking.steps}
        kept = {key: answer for key, answer in self.handed.items() if verdicts[key] in GOOD}
        open_ = [
            step
            for step in self.variant.plan.steps
            if step.key == marking.first_error or (step.key in self.variant.asked and step.key not in kept)
        ]
        return Attempt(self.variant, self.text, kept, open_)

    def solution(self, marking: Marking) -> Iterator[str]:
        """The worked solution."""
        yield self.text.styled("Worked solution", "strong")
        yield from self.text.wrapped(KEY)
        yield from self.text.solution(question(self.variant))

    def ask(self, read: Read, say: Say) -> None:
        """One prompt for each step; at any of them other lines may be given too. Quit or Skip where the student wants it."""
        names = [self.text.inline(label(self.variant, step)) for step in self.steps]
        width = max((columns(name) for name in names if columns(name) <= self.text.width - 10), default=0)
        for step, name in zip(self.steps, names):
            narrow = columns(name) > self.text.width - 10
            while step.key not in self.handed:
                if narrow:
                    say(self.text.wrapped(name))
                typed = read("> " if narrow else f"{name}{' ' * (width - columns(name))} > ").strip()
                if typed in ("?", "??"):
                    say(self.helped.hint(self.handed) if typed == "?" else self.helped.step(self.handed))
                elif typed.lower() in LEAVE:
                    raise Quit
                elif typed.lower() == "s":
                    raise Skip
                elif not typed:
                    break
                else:
                    say(self._take(step, typed))

    def _take(self, step: Step, typed: str) -> Iterator[str]:
        """Takes an answer to the step asked, or lines of working; says what cannot be read, and what was noted elsewhere."""
        from ..marking import read_answer, read_working

        direct = read_answer(self.variant, step, typed)
        if direct.fault is None:
            self.direct[step.key] = direct
            return
        if sum(map(len, self.lines)) + len(typed) > MOST:
            yield f"  That is too long: at most {MOST} characters are read."
            return
        found = read_working(self.variant, typed)
        readable = {key: answer for key, answer in found.handed.items() if answer.fault is None}
        faults = [answer.fault for answer in found.handed.values() if answer.fault is not None]
        if readable:
            self.lines.append(typed)
            self.direct = {key: answer for key, answer in self.direct.items() if key not in readable}
        elif not found.handed and "=" not in typed:
            faults.append(direct.fault)
        else:
            faults += [one.why for one in found.unmatched]
        for fault in faults:
            yield from self.text.wrapped(f"  {fault[:LONGEST]}", 4)
        others = [
            self.text.inline(label(self.variant, answer.step)) for key, answer in readable.items() if key != step.key
        ]
        if others:
            yield from self.text.wrapped(f"  Noted: {', '.join(others)}.", 4)


class _Help:
    """Hints and worked steps in turn: from the step behind the last right one on."""

    def __init__(self, variant: Variant, text: TextRenderer) -> None:
        self.variant = variant
        self.text = text
        self.given: dict[str, int] = {}
        self.shown: set[str] = set()

    def hint(self, handed: Mapping[str, HandedIn]) -> list[str]:
        """The next of three hints."""
        line = self._next(handed)
        if line is None:
            return ["No more hints: every step is answered."]
        found = hints_for(self.variant, line) if line.step.key != self._first() else hints(self.variant)
        number = self.given.get(line.step.key, 0)
        if number >= len(found):
            return ["No more hints; ?? shows the next step."]
        self.given[line.step.key] = number + 1
        return self.text.wrapped(f"  Hint {number + 1}: {self.text.inline(found[number])}", 4)

    def step(self, handed: Mapping[str, HandedIn]) -> list[str]:
        """The next worked step."""
        line = self._next(handed, self.shown)
        if line is None:
            return ["That was the last step."]
        self.shown.add(line.step.key)
        place = [other.step.key for other in worked(self.variant)].index(line.step.key) + 1
        return [*self.text.block(worked_step(self.variant, [line], place)), ""]

    def _first(self) -> str:
        return worked(self.variant)[0].step.key

    def _next(self, handed: Mapping[str, HandedIn], passed: Iterable[str] = ()) -> Line | None:
        """The line behind the last that is right or was shown."""
        from ..marking import mark

        right = {
            step.judged.step.key for step in mark(self.variant, handed).steps if step.verdict in ("right", "rounded")
        }
        lines = worked(self.variant)
        done = [place for place, line in enumerate(lines, 1) if line.step.key in right or line.step.key in passed]
        return next(iter(lines[max(done, default=0) :]), None)
