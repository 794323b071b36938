"""The ways to answer a closed question. Each shows itself as blocks, reads an answer and says which places are right."""

from __future__ import annotations

from ..answers.picks import LETTERS, fits, read_blank, read_option, read_order, read_pairs, read_truth
from ..document import Answers, Options
from ..formula.plain import ASCII, UNICODE
from ..formula.printer import printed
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

    from ..document import Block, Text

    Cause = tuple[str, Text]

LONG = (1, 4)
LAST = ("all of the above", "none of the above")


class Form(Record):
    """A way to answer."""

    prompt = "Answer"
    tells = "write the answer"
    tries = 1
    marks = 1

    def blocks(self) -> tuple[Block, ...]:
        """What stands below the question."""
        return ()

    def answer(self) -> Text:
        """The right answer."""
        return self.told(self.key())

    def key(self) -> Any:
        """The right answer as `read` gives it."""
        raise NotImplementedError

    def read(self, text: str) -> Any:
        """What a text means. ReadingError says what would do."""
        raise NotImplementedError

    def right(self, read: Any) -> tuple[bool | None, ...]:
        """For each place whether it is right; None for one left out."""
        return (bool(read == self.key()),)

    def told(self, read: Any) -> Text:
        """An answer in words."""
        raise NotImplementedError

    def value(self, read: Any) -> Any:
        """An answer for a script: a letter, a truth, a text, or a list of numbers or letters."""
        return read

    def cause(self, read: Any) -> Cause | None:
        """What leads to a wrong answer: the name of a mistake, and what to say about it."""
        return None

    def arranged(self, uniform: Callable[[], float]) -> Self:
        """The form with its entries in another order, by random numbers from [0, 1)."""
        return self


class Choice(Form):
    """One of some options, in the order shown. `causes` may tell for each what mistake leads to it."""

    options: tuple[Text, ...]
    place: int
    causes: tuple[Cause | None, ...] = ()

    tells = "a letter"

    @property
    def tries(self) -> int:  # type: ignore[override]
        """How often an answer is worth a try."""
        return len(self.options) - 1

    def blocks(self) -> tuple[Block, ...]:
        return (Options(tuple(LETTERS[: len(self.options)]), self.options, True),)

    def key(self) -> int:
        return self.place

    def read(self, text: str) -> int:
        return read_option(text, [_spellings(option) for option in self.options])

    def told(self, read: int) -> Text:
        return (f"{LETTERS[read]}) ", *self.options[read])

    def value(self, read: int) -> str:
        return LETTERS[read]

    def cause(self, read: int) -> Cause | None:
        return self.causes[read] if self.causes else None

    def arranged(self, uniform: Callable[[], float]) -> Self:
        """Options such as "all of the above" stay last."""
        order = permutation(len(self.options), uniform)
        order.sort(key=lambda at: _rank(self.options[at]))
        return self.replace(  # type: ignore[no-any-return]
            options=tuple(self.options[at] for at in order), place=order.index(self.place)
        )


class Truth(Form):
    """True or false."""

    true: bool

    tells = "true or false"

    def blocks(self) -> tuple[Block, ...]:
        return (Options(("", ""), (("true",), ("false",)), True),)

    def key(self) -> bool:
        return self.true

    def read(self, text: str) -> bool:
        return read_truth(text)

    def told(self, read: bool) -> Text:
        return ("true" if read else "false",)


class Blank(Form):
    """A word or number for a blank in the question; the first of the spellings is the one shown."""

    spellings: tuple[str, ...]

    tells = "what stands in the blank"
    tries = 2

    def key(self) -> str:
        return self.spellings[0]

    def read(self, text: str) -> str:
        return read_blank(text)

    def right(self, read: str) -> tuple[bool | None, ...]:
        return (fits(read, self.spellings),)

    def told(self, read: str) -> Text:
        return (read,)


class Order(Form):
    """Entries to be put in order: `first` to last by their numbers as shown, counted from 1."""

    entries: tuple[Text, ...]
    order: tuple[int, ...]

    prompt = "Order"
    tells = "the numbers from first to last"
    tries = 2

    @property
    def marks(self) -> int:  # type: ignore[override]
        """One a place."""
        return len(self.order)

    def blocks(self) -> tuple[Block, ...]:
        numbers = tuple(str(place) for place in range(1, len(self.entries) + 1))
        return Options(numbers, self.entries), Answers((("Order",),), (LONG,))

    def key(self) -> tuple[int, ...]:
        return self.order

    def read(self, text: str) -> tuple[int, ...]:
        return read_order(text, len(self.order))

    def right(self, read: tuple[int, ...]) -> tuple[bool | None, ...]:
        return tuple(one == other for one, other in zip(read, self.order))

    def told(self, read: tuple[int, ...]) -> Text:
        listed: Text = (" ".join(map(str, read)), ": ")
        for place, number in enumerate(read):
            listed += ("; ", *self.entries[number - 1]) if place else self.entries[number - 1]
        return listed

    def value(self, read: tuple[int, ...]) -> list[int]:
        return list(read)

    def arranged(self, uniform: Callable[[], float]) -> Self:
        """Never in the right order."""
        right = list(range(len(self.entries)))
        shown = right
        while shown == right:
            shown = permutation(len(right), uniform)
        return self.replace(  # type: ignore[no-any-return]
            entries=tuple(self.entries[at] for at in shown), order=tuple(shown.index(at) + 1 for at in right)
        )


class Match(Form):
    """Entries on the left to be matched with those on the right; `pairs` holds for each left one its right one's place,
    counted from 0."""

    lefts: tuple[Text, ...]
    rights: tuple[Text, ...]
    pairs: tuple[int, ...]

    prompt = "Pairs"
    tells = "pairs such as 1-c, 2-a"
    tries = 2

    @property
    def marks(self) -> int:  # type: ignore[override]
        """One a pair."""
        return len(self.pairs)

    def blocks(self) -> tuple[Block, ...]:
        numbers = tuple(str(place) for place in range(1, len(self.lefts) + 1))
        letters = tuple(LETTERS[: len(self.rights)])
        return Options(numbers, self.lefts), Options(letters, self.rights), Answers((("Pairs",),), (LONG,))

    def key(self) -> tuple[int, ...]:
        return self.pairs

    def read(self, text: str) -> tuple[int | None, ...]:
        return read_pairs(text, len(self.lefts), len(self.rights))

    def right(self, read: tuple[int | None, ...]) -> tuple[bool | None, ...]:
        return tuple(None if one is None else one == other for one, other in zip(read, self.pairs))

    def told(self, read: tuple[int | None, ...]) -> Text:
        found: Text = ()
        for left, at in enumerate(read):
            if at is not None:
                ends = (*self.lefts[left], " goes with ", *self.rights[at])
                found += ("; " if found else "", f"{left + 1}-{LETTERS[at]}: ", *ends)
        return found

    def value(self, read: tuple[int | None, ...]) -> list[str | None]:
        return [None if at is None else LETTERS[at] for at in read]

    def arranged(self, uniform: Callable[[], float]) -> Self:
        lefts, rights = (permutation(len(side), uniform) for side in (self.lefts, self.rights))
        return self.replace(  # type: ignore[no-any-return]
            lefts=tuple(self.lefts[at] for at in lefts),
            rights=tuple(self.rights[at] for at in rights),
            pairs=tuple(rights.index(self.pairs[at]) for at in lefts),
        )


def permutation(count: int, uniform: Callable[[], float]) -> list[int]:
    """The numbers below `count` in a random order, each order as likely as any other (Fisher and Yates)."""
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        other = int(uniform() * (last + 1))
        order[last], order[other] = order[other], order[last]
    return order


def _rank(option: Text) -> int:
    """0 for an option, more for one that stands behind the others."""
    words = str(option[0]).lower().strip(".")
    return LAST.index(words) + 1 if words in LAST else 0


def _spellings(option: Text) -> tuple[str, ...]:
    """An option as it may be typed: its formulas in Unicode, and in ASCII."""
    return tuple(
        "".join(part if isinstance(part, str) else printed(part.node, notation, part.symbols) for part in option)
        for notation in (UNICODE, ASCII)
    )
