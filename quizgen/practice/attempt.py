"""One try at one problem: prompts for what is asked, takes answers and lines of working in any order, gives help."""

from __future__ import annotations

from ..document import Derivation
from ..formula.plain import columns
from ..solution import Line, worked
from ..writing import hints, label
from ..writing.hints import hints_for
from ..writing.working import derivation, worked_step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..marking import HandedIn, Marking
    from ..plan import Step
    from ..render.text import TextRenderer
    from ..variant import Variant

    Read = Callable[[str], str]
    Say = Callable[[Iterable[str]], None]

LEAVE = ("q", "quit", "exit")
LONGEST, MOST = 400, 20_000


class Quit(Exception):
    """The student leaves."""


class Skip(Exception):
    """The student passes over a problem."""


class Attempt:
    """What a student has answered; `kept` are right lines of an earlier try."""

    def __init__(self, variant: Variant, text: TextRenderer, kept: Mapping[str, HandedIn] | None = None) -> None:
        self.variant = variant
        self.text = text
        self.kept = kept or {}
        self.direct: dict[str, HandedIn] = {}
        self.lines: list[str] = []
        self.helped = _Help(variant, text)

    @property
    def handed(self) -> dict[str, HandedIn]:
        """All answers so far, by step."""
        from ..marking import read_working

        return {**self.kept, **read_working(self.variant, "\n".join(self.lines)).handed, **self.direct}

    def mark(self) -> Marking:
        """The answers, marked."""
        from ..marking import mark

        return mark(self.variant, self.handed)

    def ask(self, steps: Sequence[Step], read: Read, say: Say) -> None:
        """One prompt for each step; at any of them other lines may be given too. Quit or Skip where the student wants it."""
        names = [self.text.inline(label(self.variant, step)) for step in steps]
        width = max(map(columns, names), default=0)
        for step, name in zip(steps, names):
            while step.key not in self.handed:
                typed = read(f"{name}{' ' * (width - columns(name))} > ").strip()
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


def corrected(variant: Variant, key: str, text: TextRenderer) -> Iterator[str]:
    """A line as it should be."""
    line = next(line for line in worked(variant) if line.step.key == key)
    yield from text.block(Derivation(tuple(derivation(variant, line, factored=False))))
