"""Answers in words: what was read, and whether it says the same as the right answer."""

from __future__ import annotations

from ..answers.groups import COMPARISON, comparison, plain_word, read_groups
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Words(Record):
    """Words that were read: their items, and `value`, the same in the shape of the right answer."""

    items: tuple[tuple[str, ...], ...]
    value: Any


def read_text(text: str, right: Any) -> Words:
    """A text as an answer of the shape of the right one. ReadingError where no words are in it."""
    items = read_groups(text)
    if isinstance(right, str):
        return Words(
            (tuple(word for item in items for word in item),), " ".join(word for item in items for word in item)
        )
    return Words(items, [_shaped(item, right[min(place, len(right) - 1)]) for place, item in enumerate(items)])


def _shaped(item: tuple[str, ...], like: Any) -> Any:
    """An item as a word, a list of words, or a list of words and one more."""
    if isinstance(like, str):
        return " ".join(item)
    if like and isinstance(like[0], list):
        return [list(item[:-1]), item[-1]]
    return list(item)


def items_of(value: Any) -> tuple[tuple[str, ...], ...]:
    """The items of an answer in words, as a reader would read them."""
    if isinstance(value, str):
        return (comparison(value) if COMPARISON.search(value) else tuple(_flat(value)),)
    return tuple(tuple(_flat(item)) for item in value)


def _flat(item: Any) -> list[str]:
    return (
        [*map(plain_word, item.split())] if isinstance(item, str) else [word for part in item for word in _flat(part)]
    )


def says_same(read: Words, value: Any, unordered: bool) -> bool:
    """Whether words say the same as a right answer, or others that do; items in any order where `unordered`."""
    if any(read.items == items_of(other) for other in getattr(value, "others", ())):
        return True
    wanted = items_of(value)
    return sorted(read.items) == sorted(wanted) if unordered else read.items == wanted
