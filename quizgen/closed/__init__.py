"""Closed questions: answered by picking, by true or false, by a word, an order or pairs, and marked in one look.

`forms` holds the ways to answer; a `Closed` question puts one below its text. Two things make them: the concept items
(`quizgen.concepts`) and a variant that is asked as multiple choice (`quizgen.choice`).
"""

from __future__ import annotations

from ..answers import ReadingError
from ..document import Question
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..document import Block, Text
    from .forms import Form

__all__ = ["Closed", "Reply"]


class Closed(Record):
    """A question with a form of answer. `name` is what a command line calls it; `seed` and `id` are None for the user's own
    numbers."""

    name: str
    title: str
    topic: str
    level: str | None
    seed: int | None
    id: str | None
    form: Form

    @property
    def marks(self) -> int:
        """Marks to earn: one a place."""
        return self.form.marks

    @property
    def asked(self) -> tuple[str, ...]:
        """The name of its one answer."""
        return ("answer",)

    @property
    def why(self) -> Text:
        """Why the right answer is right."""
        return ()

    def stem(self) -> tuple[Block, ...]:
        """What is asked, without the options."""
        raise NotImplementedError

    def solution(self) -> tuple[Block, ...]:
        """The right answer, and how it is found."""
        raise NotImplementedError

    def posed(self, number: int | None = None) -> Question:
        """The question alone, as a document."""
        blocks = (*self.stem(), *self.form.blocks())
        return Question(self.title, self.level, self.id, self.marks, blocks, (), (), number)

    def question(self, number: int | None = None) -> Question:
        """The question with its answer and solution."""
        return self.posed(number).replace(  # type: ignore[no-any-return]
            answer=self.form.answer(), solution=self.solution()
        )

    def mark(self, text: str) -> Reply:
        """An answer, marked."""
        try:
            return Reply(self, text, self.form.read(text))
        except ReadingError as error:
            return Reply(self, text, None, str(error))

    def left_blank(self) -> Reply:
        """No answer, marked."""
        return Reply(self, "", None)


class Reply(Record):
    """A marked answer to a closed question: the text, empty where it was left blank, and what it was read as, or why it cannot
    be read."""

    closed: Closed
    text: str
    read: Any
    fault: str | None = None

    @property
    def places(self) -> tuple[bool | None, ...]:
        """For each place whether it is right; None for one left out."""
        if self.read is None:
            return (False if self.fault else None,) * self.out_of
        return self.closed.form.right(self.read)

    @property
    def marks(self) -> int:
        """Marks earned."""
        return sum(map(bool, self.places))

    @property
    def out_of(self) -> int:
        """Marks that can be earned."""
        return self.closed.marks

    @property
    def all_right(self) -> bool:
        """Whether every place is right."""
        return self.marks == self.out_of

    @property
    def verdict(self) -> str:
        """right, partly or wrong."""
        return "right" if self.all_right else "partly" if self.marks else "wrong"
