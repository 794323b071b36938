"""A concept item, and the question that a seed makes of it."""

from __future__ import annotations

from .. import ids
from ..closed import Closed
from ..document import Conclusion, Paragraph
from ..drawing import number_of_seed, uniform_of
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..closed.forms import Form
    from ..document import Block, Text

NUMBERS = 1024


class Item(Record):
    """A concept item as its author wrote it: its form with the right answer first. `revision` is two signs that change with
    all that a student sees before answering."""

    name: str
    subject: str
    topic: str
    title: str
    ask: Text
    form: Form
    why_: Text
    erratum: str | None
    revision: str

    @property
    def number(self) -> int:
        """Its number, which ids hold."""
        return int(self.name[1:])

    def asked(self, seed: int) -> ConceptQuestion:
        """The item with its entries in the order that a seed gives. The same seed gives the same on every machine."""
        seed = number_of_seed(seed)
        form = self.form.arranged(uniform_of(f"{self.name}|{seed}"))
        name = ids.encode(self.subject, "concept", self.revision, [(self.number, NUMBERS)], seed)
        return ConceptQuestion(self.name, self.title, self.topic, None, seed, name, form, self)


class ConceptQuestion(Closed):
    """A concept item with its entries in some order."""

    item: Item

    @property
    def why(self) -> Text:
        return self.item.why_

    def stem(self) -> tuple[Block, ...]:
        return (Paragraph(self.item.ask),)

    def solution(self) -> tuple[Block, ...]:
        return (Conclusion(self.form.answer(), self.item.why_),)
