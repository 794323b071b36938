"""One practice session over lines of text: it works the same in a terminal and through pipes."""

from __future__ import annotations

from ..answers import ReadingError
from ..document import WorkedStep
from ..errors import InputError
from ..marking import HandedIn, hand_in, mark
from ..record import Record
from ..render.text import TextRenderer
from ..writing import asked_steps, hints, label, question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..marking import Marked, Marking
    from ..plan import Step
    from ..variant import Variant

HELP = "? hint   ?? next step   s skip   q quit   Enter leaves one blank"
SIGNS = {"right": "✓", "rounded": "~", "follows": "→", "other-convention": "✗", "wrong": "✗", "undefined": "✗"}
WORDS = {
    "right": "right",
    "rounded": "right, but rounded",
    "follows": "follows from your earlier value",
    "other-convention": "right under another convention",
    "undefined": "cannot be followed",
    "wrong": "not right",
    "unreadable": "cannot be read",
}


class Quit(Exception):
    """The student leaves."""


class Skip(Exception):
    """The student passes over a problem."""


class Result(Record):
    """A problem worked: its title and id, marks earned and marks to earn; None earned where it was skipped."""

    title: str
    id: str | None
    earned: float | None
    out_of: int


class Session:
    """Asks variants in turn. `read` gives the next line typed behind a prompt (EOFError at the end), `say` shows lines."""

    def __init__(self, read: Callable[[str], str], say: Callable[[Iterable[str]], None], text: TextRenderer) -> None:
        self.read = read
        self.say = say
        self.text = text
        self.results: list[Result] = []

    def run(self, variants: Iterable[Variant]) -> None:
        """Works variants until they end or the student leaves; then the summary."""
        try:
            for variant in variants:
                self._work(variant)
                self._pause()
        except (Quit, EOFError):
            pass
        self.say(self._summary())

    def _work(self, variant: Variant) -> None:
        page = question(variant)
        self.say(["", *self.text.question(page), "", *self.text.wrapped(HELP), ""])
        try:
            handed = self._answers(variant)
        except Skip:
            self.results.append(Result(page.title, page.id, None, page.marks))
            return
        marking = mark(variant, handed)
        self.results.append(Result(page.title, page.id, marking.marks, page.marks))
        self.say(self._verdicts(variant, marking))
        self.say(["", "Worked solution", *self.text.solution(page)])

    def _answers(self, variant: Variant) -> dict[str, HandedIn]:
        """Answers to what is asked, one prompt each; "name = value" answers another."""
        found: dict[str, HandedIn] = {}
        helped = _Help(variant, self.text)
        for step in asked_steps(variant):
            while step.key not in found:
                typed = self.read(f"{self.text.inline(label(variant, step))} > ").strip()
                if typed in ("?", "??"):
                    self.say(helped.hint() if typed == "?" else helped.step())
                elif typed in ("q", "Q"):
                    raise Quit
                elif typed in ("s", "S"):
                    raise Skip
                elif not typed:
                    break
                else:
                    self._take(variant, step, typed, found)
        return found

    def _take(self, variant: Variant, step: Step, typed: str, found: dict[str, HandedIn]) -> None:
        name, equals, value = typed.partition("=")
        pair = (name.strip(), value.strip()) if equals and not _is_comparison(typed) else (step.key, typed)
        try:
            handed = hand_in(variant, [pair])
        except (InputError, ReadingError) as error:
            self.say([f"  {error}"])
            return
        for key, answer in handed.items():
            if answer.fault:
                self.say([f"  {answer.fault}"])
            else:
                found[key] = answer

    def _verdicts(self, variant: Variant, marking: Marking) -> Iterable[str]:
        yield ""
        shown = [step for step in marking.steps if step.judged.handed]
        for step in sorted(shown, key=lambda step: step.verdict not in ("right", "rounded")):
            yield from self.text.wrapped(self._verdict(variant, step), 4)
        if not shown:
            yield "Nothing handed in."
        yield f"{marking.marks:g} of {marking.out_of} marks"

    def _verdict(self, variant: Variant, step: Marked) -> str:
        assert step.judged.handed is not None
        name = self.text.inline(label(variant, step.judged.step))
        why = f": {step.why}" if step.why else ""
        return f"{SIGNS.get(step.verdict, '✗')} {name} = {step.judged.handed.text.strip()}  {WORDS[step.verdict]}{why}"

    def _pause(self) -> None:
        if self.read("Next (Enter) or quit (q)? ").strip().lower() == "q":
            raise Quit

    def _summary(self) -> Iterable[str]:
        worked = [result for result in self.results if result.earned is not None]
        yield ""
        yield f"{len(worked)} worked, {len(self.results) - len(worked)} skipped"
        if worked:
            yield f"{sum(result.earned or 0 for result in worked):g} of {sum(result.out_of for result in worked)} marks"
        for result in self.results:
            earned = "skipped" if result.earned is None else f"{result.earned:g}/{result.out_of}"
            yield from self.text.wrapped(f"  {earned}  {result.title}  {result.id or ''}".rstrip(), 4)


def _is_comparison(typed: str) -> bool:
    """Whether an equals sign belongs to a value, as in ">= 2", rather than standing behind a name."""
    return typed.partition("=")[0].rstrip().endswith(("<", ">", "!")) or not typed.partition("=")[0].strip()


class _Help:
    """Hints in turn, and worked steps in turn."""

    def __init__(self, variant: Variant, text: TextRenderer) -> None:
        self.hints = iter(text.wrapped(f"Hint: {text.inline(hint)}", 2) for hint in hints(variant))
        solution = question(variant).solution
        self.steps = iter(
            [list(text.block(block)) for block in solution if isinstance(block, WorkedStep) and block.number]
        )

    def hint(self) -> Iterable[str]:
        """The next of three hints."""
        return next(self.hints, ["No more hints; ?? shows the next step."])

    def step(self) -> Iterable[str]:
        """The next worked step."""
        return next(self.steps, ["That was the last step."])
