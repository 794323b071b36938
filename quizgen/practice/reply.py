"""One try at a closed question: a single prompt, asked again until the answer can be read."""

from __future__ import annotations

from .attempt import LEAVE, Quit, Skip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..closed import Closed, Reply
    from ..document import Question
    from ..render.text import TextRenderer
    from .attempt import Read, Say


class ClosedAttempt:
    """What a student has answered; `tries` is how often a wrong answer may still be tried again."""

    def __init__(self, closed: Closed, text: TextRenderer, tries: int | None = None) -> None:
        self.closed = closed
        self.text = text
        self.tries = closed.form.tries - 1 if tries is None else tries
        self.reply: Reply | None = None

    @property
    def page(self) -> Question:
        """The question."""
        return self.closed.posed()

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be typed at the prompt."""
        return (self.closed.form.tells, "s skip", "q leave", "Enter leaves it blank")

    @property
    def begun(self) -> bool:
        """Whether it is answered."""
        return self.reply is not None

    def ask(self, read: Read, say: Say) -> None:
        """Prompts until the answer can be read, or is left blank. Quit or Skip where the student wants it."""
        while self.reply is None:
            typed = read(f"{self.closed.form.prompt} > ").strip()
            if typed in ("?", "??"):
                say(["  This question has no hints."])
            elif typed.lower() in LEAVE:
                raise Quit
            elif typed.lower() == "s":
                raise Skip
            elif not typed:
                return
            else:
                self._take(typed, say)

    def _take(self, typed: str, say: Say) -> None:
        reply = self.closed.mark(typed)
        if reply.fault is None:
            self.reply = reply
        else:
            say(self.text.wrapped(f"  {reply.fault}", 4))

    def mark(self) -> Reply:
        """The answer, marked."""
        return self.closed.left_blank() if self.reply is None else self.reply

    def verdicts(self, marking: Reply) -> Iterator[str]:
        """How it went."""
        from ..render.replies import reply_lines

        return reply_lines(marking, self.text)

    def another(self, marking: Reply) -> ClosedAttempt | None:
        """Another try; None where it is right, blank, or nothing would be left to find out."""
        if marking.all_right or self.reply is None or self.tries < 1:
            return None
        return ClosedAttempt(self.closed, self.text, self.tries - 1)

    def solution(self, marking: Reply) -> Iterator[str]:
        """The right answer and why, unless that has just been said."""
        if not (marking.all_right and self.closed.why):
            yield from self.text.solution(self.closed.question())
