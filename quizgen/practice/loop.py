"""One practice session over lines of text: it works the same in a terminal and through pipes."""

from __future__ import annotations

from contextlib import suppress

from ..record import Record
from ..render.lines import glued
from ..writing import asked_steps, posed, question
from .attempt import LEAVE, Attempt, Quit, Skip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..document import Question
    from ..marking import Marking
    from ..render.text import TextRenderer
    from ..variant import Variant
    from .attempt import Read, Say

HELP = (
    "? hint",
    "?? next step",
    "s skip",
    "q leave",
    "Enter leaves one blank",
    "lines of working, such as name = value, at any prompt",
)
KEY = "M: a mark for the method, A: for an accurate value"
AGAIN = "Try again (Enter) or solution (w)? "
GOOD = ("right", "rounded")


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

    def __init__(self, read: Read, say: Say, text: TextRenderer) -> None:
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
        attempt = Attempt(variant, self.text)
        try:
            attempt.ask(asked_steps(variant), self.read, self.say)
        except Skip:
            self._keep(page, None)
            return
        except (Quit, EOFError, KeyboardInterrupt):
            if attempt.handed:
                self._keep(page, attempt.mark().marks, finished=False)
            raise
        marking = self._marked(attempt)
        self._keep(page, marking.marks)
        self._second_try(attempt, marking)

    def _keep(self, page: Question, earned: float | None, finished: bool = True) -> None:
        self.results.append(Result(page.title, page.id, earned, page.marks, finished))

    def _marked(self, attempt: Attempt) -> Marking:
        """Marks a try and says how it went."""
        from ..render.verdicts import verdicts

        marking = attempt.mark()
        self.say(["", *verdicts(marking, self.text), ""])
        return marking

    def _second_try(self, attempt: Attempt, marking: Marking) -> None:
        """Offers another try where a line is wrong, then shows the worked solution."""
        try:
            if marking.first_error is not None and self._wants_to_try():
                self._marked(self._another(attempt, marking))
        except EOFError:
            self._solution(attempt.variant)
            raise
        self._solution(attempt.variant)

    def _wants_to_try(self) -> bool:
        typed = self.read(AGAIN).strip().lower()
        if typed in LEAVE:
            raise Quit
        return not typed

    def _another(self, attempt: Attempt, marking: Marking) -> Attempt:
        """Asks again for the first wrong line and for what is asked and not right yet."""
        verdicts = {step.judged.step.key: step.verdict for step in marking.steps}
        kept = {key: answer for key, answer in attempt.handed.items() if verdicts[key] in GOOD}
        again = Attempt(attempt.variant, self.text, kept)
        open_ = [
            step
            for step in attempt.variant.plan.steps
            if step.key == marking.first_error or (step.key in attempt.variant.asked and step.key not in kept)
        ]
        with suppress(Skip):
            again.ask(open_, self.read, self.say)
        return again

    def _solution(self, variant: Variant) -> None:
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
