"""One practice session over lines of text: it works the same in a terminal and through pipes."""

from __future__ import annotations

from ..document import WorkedStep
from ..errors import InputError
from ..formula.plain import columns
from ..record import Record
from ..render.lines import glued
from ..writing import asked_steps, hints, label, posed, question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..document import Question
    from ..marking import HandedIn
    from ..plan import Step
    from ..render.text import TextRenderer
    from ..variant import Variant

HELP = ("? hint", "?? next step", "s skip", "q leave", "Enter leaves one blank", "name = value answers another")
KEY = "M: a mark for the method, A: for an accurate value"
LONGEST = 400
LEAVE = ("q", "quit", "exit")


class Quit(Exception):
    """The student leaves."""


class Skip(Exception):
    """The student passes over a problem."""


class Result(Record):
    """A problem met: its title and id, marks earned and marks to earn; None earned where it was skipped. `finished` is
    False where the student left in the middle."""

    title: str
    id: str | None
    earned: float | None
    out_of: int
    finished: bool = True


class Session:
    """Asks variants in turn. `read` gives the next line typed behind a prompt (EOFError at the end), `say` shows lines."""

    def __init__(self, read: Callable[[str], str], say: Callable[[Iterable[str]], None], text: TextRenderer) -> None:
        self.read = read
        self.say = say
        self.text = text
        self.results: list[Result] = []

    def run(self, variants: Iterable[Variant]) -> None:
        """Works variants until they end or the student leaves; then the summary. An interrupt goes on behind it."""
        try:
            for variant in variants:
                if self.results and self.results[-1].earned is not None:
                    self._pause()
                self._work(variant)
        except (Quit, EOFError):
            pass
        except KeyboardInterrupt:
            self.say(["", *self._summary()])
            raise
        self.say(self._summary())

    def _pause(self) -> None:
        if self.read("Next (Enter) or leave (q)? ").strip().lower() in LEAVE:
            raise Quit

    def _work(self, variant: Variant) -> None:
        page = posed(variant)
        self.say(["", *self.text.question(page), "", *self.text.wrapped("   ".join(map(glued, HELP))), ""])
        handed: dict[str, HandedIn] = {}
        try:
            self._ask(variant, handed)
        except Skip:
            self._keep(page, None)
            return
        except (Quit, EOFError, KeyboardInterrupt):
            if handed:
                self._keep(page, _marks(variant, handed), finished=False)
            raise
        self._mark(variant, page, handed)

    def _keep(self, page: Question, earned: float | None, finished: bool = True) -> None:
        self.results.append(Result(page.title, page.id, earned, page.marks, finished))

    def _ask(self, variant: Variant, handed: dict[str, HandedIn]) -> None:
        """Takes answers to what is asked, one prompt each; "name = value" answers another."""
        asked = [(step, self.text.inline(label(variant, step))) for step in asked_steps(variant)]
        width = max(columns(name) for _, name in asked)
        more_hints, more_steps = _hints(variant, self.text), _steps(variant, self.text)
        for step, name in asked:
            while step.key not in handed:
                typed = self.read(f"{name}{' ' * (width - columns(name))} > ").strip()
                if typed == "?":
                    self.say(next(more_hints, ["No more hints; ?? shows the next step."]))
                elif typed == "??":
                    self.say(next(more_steps, ["That was the last step."]))
                elif typed.lower() in LEAVE:
                    raise Quit
                elif typed.lower() == "s":
                    raise Skip
                elif not typed:
                    break
                else:
                    self.say(_take(variant, step, typed, handed, self.text))

    def _mark(self, variant: Variant, page: Question, handed: dict[str, HandedIn]) -> None:
        from ..marking import mark
        from ..render.verdicts import verdicts

        marking = mark(variant, handed)
        self._keep(page, marking.marks)
        self.say(["", *verdicts(marking, self.text), ""])
        self.say([self.text.styled("Worked solution", "strong"), *self.text.wrapped(KEY)])
        self.say([*self.text.solution(question(variant)), ""])

    def _summary(self) -> Iterator[str]:
        skipped = [result for result in self.results if result.earned is None]
        left = [result for result in self.results if not result.finished]
        worked = [result for result in self.results if result not in (*skipped, *left)]
        yield ""
        ending = f", {len(left)} left unfinished" if left else ""
        yield self.text.styled(f"{len(worked)} worked, {len(skipped)} skipped{ending}", "strong")
        if worked:
            yield f"{sum(result.earned or 0 for result in worked):g} of {sum(result.out_of for result in worked)} marks"
        for result in self.results:
            earned = "skipped" if result.earned is None else f"{result.earned:g} of {result.out_of}"
            yield from self.text.wrapped(f"  {earned.ljust(8)}  {result.title}  {result.id or ''}", 12)


def _marks(variant: Variant, handed: dict[str, HandedIn]) -> float:
    from ..marking import mark

    return mark(variant, handed).marks


def _hints(variant: Variant, text: TextRenderer) -> Iterator[list[str]]:
    for number, hint in enumerate(hints(variant), 1):
        yield text.wrapped(f"  Hint {number}: {text.inline(hint)}", 4)


def _steps(variant: Variant, text: TextRenderer) -> Iterator[list[str]]:
    for block in question(variant).solution:
        if isinstance(block, WorkedStep) and block.number:
            yield [*text.block(block), ""]


def _take(variant: Variant, step: Step, typed: str, handed: dict[str, HandedIn], text: TextRenderer) -> Iterator[str]:
    """Takes an answer to a step, or to the one it names; says what cannot be read, and what was answered out of turn."""
    from ..marking import hand_in

    name, equals, value = typed.partition("=")
    pair = (name.strip(), value.strip()) if equals and not _compares(name) else (step.key, typed)
    try:
        taken = hand_in(variant, [pair])
    except InputError as error:
        yield from text.wrapped(f"  {str(error)[:LONGEST]}", 4)
        return
    for key, answer in taken.items():
        if answer.fault:
            yield from text.wrapped(f"  {answer.fault}", 4)
            continue
        handed[key] = answer
        if key != step.key:
            yield from text.wrapped(f"  Noted for {text.inline(label(variant, answer.step))}.", 4)


def _compares(before: str) -> bool:
    """Whether an equals sign belongs to a value, as in ">= 2", rather than standing behind a name."""
    return not before.strip() or before.rstrip().endswith(("<", ">", "!"))
