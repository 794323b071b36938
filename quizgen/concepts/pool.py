"""Finds items by name: those of a subject, of a topic, all of them, or one."""

from __future__ import annotations

import re
from functools import cache
from itertools import count

from .. import ids
from ..catalogue import normal, topic
from ..drawing import seed_at, uniform_of
from ..errors import InputError
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue
    from ..ids import Parts
    from .item import ConceptQuestion, Item

ALL = "concepts"
HEAD = re.compile(rb"^\s*\[\s*\"?(Q[0-9]+)\"?\s*\]", re.MULTILINE)


class Pool(Record):
    """Items that a name stands for: all those of some files, or just one of them. The files are read when they are needed."""

    name: str
    paths: tuple[str, ...]
    only: str | None = None

    @property
    def items(self) -> list[Item]:
        """Its items, in the files' order."""
        found = [item for path in self.paths for item in loaded(path).values()]
        return [item for item in found if self.only in (None, item.name)]

    def stream(self, seed: int) -> Iterator[ConceptQuestion]:
        """Its items in an order that the seed gives, then in another order again, without end."""
        items, place = self.items, 0
        for again in count():
            for item in _shuffled(items, seed_at(seed, again)):
                yield item.asked(seed_at(seed, place))
                place += 1


@cache
def loaded(path: str) -> dict[str, Item]:
    """The items of a file."""
    from .load import load

    return load(path)


def _shuffled(items: list[Item], seed: int) -> list[Item]:
    from ..closed.forms import permutation

    return [items[at] for at in permutation(len(items), uniform_of(f"items|{seed}"))]


def pool(found: Catalogue, name: str) -> Pool | None:
    """The items that a name stands for, if any: of a topic, of a subject, of the catalogue, or the item so called."""
    wanted = normal(name)
    if wanted == ALL:
        return Pool(ALL, tuple(found.subjects.values()))
    paths = tuple(path for path in found.subjects.values() if normal(topic(path)) == wanted)
    if paths or wanted in found.subjects:
        return Pool(wanted, paths or (found.subjects[wanted],))
    if re.fullmatch("q[0-9]{1,4}", wanted):
        for path in found.subjects.values():
            for item in names(path):
                if int(item[1:]) == int(wanted[1:]):
                    return Pool(item, (path,), item)
    return None


def names(path: str) -> list[str]:
    """The names of a file's items, by their heads alone: much faster than reading the file."""
    with open(path, "rb") as file:
        return [name.decode() for name in HEAD.findall(file.read())]


def of_id(found: Catalogue, parts: Parts, text: str) -> ConceptQuestion:
    """The item that an id names, as its seed arranges it. InputError where there is none, or it is of another revision."""
    from .item import NUMBERS

    (number,), seed = ids.tail(parts.tail, [NUMBERS])
    for subject, path in found.subjects.items():
        if ids.code(subject) == parts.code:
            for item in loaded(path).values():
                if item.number == number:
                    return _of_revision(item, parts, seed, text)
            raise InputError(f"id {text.strip()} names item Q{number:03d}, which {subject} has no more")
    raise InputError(f"no subject's ids begin with {parts.code}")


def _of_revision(item: Item, parts: Parts, seed: int, text: str) -> ConceptQuestion:
    if item.revision != parts.revision:
        raise InputError(
            f"id {text.strip()} is of revision {parts.revision} of {item.name}; this is revision {item.revision}, "
            "whose words differ"
        )
    return item.asked(seed)
