"""The headings of the notes, and what covers each: `problems/_notes.toml`.

    [[heading]]
    about = "GAN loss, minimax"
    problems = ["gan-loss", "gan-optimal-discriminator"]
    items = ["Q110", "Q111"]

A heading may name a problem that is not written yet; it covers nothing until its file is there.
"""

from __future__ import annotations

import os
import tomllib

from .catalogue import BUILTIN, content
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

FILE = "_notes.toml"


class Heading(Record):
    """A heading: its number, from 1, the slugs of its problems and the names of its concept items."""

    number: int
    about: str
    problems: tuple[str, ...]
    items: tuple[str, ...]


def headings(present: Container[str]) -> list[Heading]:
    """All headings, in the order of the notes, with those of their problems whose slugs are `present`."""
    with open(os.path.join(content(BUILTIN), FILE), "rb") as file:
        rows = tomllib.load(file)["heading"]
    return [
        Heading(number, row["about"], tuple(filter(present.__contains__, row.get("problems", ()))), tuple(row["items"]))
        for number, row in enumerate(rows, 1)
    ]
