"""One practice session over lines of text: it works the same in a terminal and through pipes."""

from __future__ import annotations

from contextlib import suppress

from ..record import Record
from ..render.lines import glued
from ..render.text import counted
from ..variant import Variant
from .attempt import LEAVE, Attempt, Quit, Skip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from ..document import Question
    from ..exercise import Exercise
    from ..render.text import TextRenderer
    from .attempt import Read, Say
    from .reply import ClosedAttempt

AGAIN = "Try again (Enter) or solution (w)? "


class Result(Record):
    """An exercise met: its title and id, marks earned and marks to earn; None earned where it was skipped. `finished` is
    False where the student left in the middle."""

    title: str
    id: str | None
    earned: float | None
    out_of: int
    finished: bool = True


class Session:
    """Asks exercises in turn. `read` gives the next line typed behind a prompt (EOFError at the end), `say` shows lines."""

    def __init__(self, read: Read, say: Say, text: TextRenderer) -> None:
        self.read = read
        self.say = say
        self.text = text
        self.results: list[Result] = []

    def run(self, exercises: Iterable[Exercise]) -> None:
        """Works exercises until they end or the student leaves; then the summary. An interrupt goes on behind it."""
        try:
            for exercise in exercises:
                if self.results and self.results[-1].earned is not None:
                    self._pause()
                self._work(self._attempt(exercise))
        except (Quit, EOFError):
            pass
        except KeyboardInterrupt:
            self.say(["", *self._summary()])
            raise
        self.say(self._summary())

    def _pause(self) -> None:
        if self.read("Next (Enter) or leave (q)? ").strip().lower() in LEAVE:
            raise Quit

    def _attempt(self, exercise: Exercise) -> Attempt | ClosedAttempt:
        if isinstance(exercise, Variant):
            return Attempt(exercise, self.text)
        from .reply import ClosedAttempt

        return ClosedAttempt(exercise, self.text)

    def _work(self, attempt: Any) -> None:
        page = attempt.page
        self.say(["", *self.text.question(page), "", *self.text.wrapped("   ".join(map(glued, attempt.keys))), ""])
        try:
            attempt.ask(self.read, self.say)
        except Skip:
            self._keep(page, None)
            return
        except (Quit, EOFError, KeyboardInterrupt):
            if attempt.begun:
                self._keep(page, attempt.mark().marks, finished=False)
            raise
        marking = self._marked(attempt)
        self._keep(page, marking.marks)
        self._second_try(attempt, marking)

    def _keep(self, page: Question, earned: float | None, finished: bool = True) -> None:
        self.results.append(Result(page.title, page.id, earned, page.marks, finished))

    def _marked(self, attempt: Any) -> Any:
        """Marks a try and says how it went."""
        marking = attempt.mark()
        self.say(["", *attempt.verdicts(marking), ""])
        return marking

    def _second_try(self, attempt: Any, marking: Any) -> None:
        """Offers another try where something is wrong, then shows the solution."""
        try:
            again = attempt.another(marking)
            if again is not None and self._wants_to_try():
                with suppress(Skip):
                    again.ask(self.read, self.say)
                marking = self._marked(again)
        except EOFError:
            self._solution(attempt, marking)
            raise
        self._solution(attempt, marking)

    def _wants_to_try(self) -> bool:
        typed = self.read(AGAIN).strip().lower()
        if typed in LEAVE:
            raise Quit
        return not typed

    def _solution(self, attempt: Any, marking: Any) -> None:
        lines = list(attempt.solution(marking))
        self.say([*lines, ""] if lines else [])

    def _summary(self) -> Iterator[str]:
        skipped = [result for result in self.results if result.earned is None]
        left = [result for result in self.results if not result.finished]
        worked = [result for result in self.results if result not in (*skipped, *left)]
        yield ""
        ending = f", {len(left)} left unfinished" if left else ""
        yield self.text.styled(f"{len(worked)} worked, {len(skipped)} skipped{ending}", "strong")
        if worked:
            out_of = sum(result.out_of for result in worked)
            yield f"{sum(result.earned or 0 for result in worked):g} of {counted(out_of, 'mark')}"
        for result in self.results:
            earned = "skipped" if result.earned is None else f"{result.earned:g} of {result.out_of}"
            yield from self.text.wrapped(f"  {earned.ljust(8)}  {result.title}  {result.id or ''}", 12)
