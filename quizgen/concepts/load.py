"""Reads a subject's file. A fault is told with the file and the line."""

from __future__ import annotations

import json
import os
import re
import tomllib
from hashlib import sha256

from ..answers.picks import folded
from ..closed.forms import Blank, Choice, Form, Match, Order, Truth
from ..errors import ProblemError
from ..ids import ALPHABET
from .item import NUMBERS, Item
from .texts import told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from ..document import Text

NAME = re.compile(r"Q([1-9][0-9]{0,3}|0[0-9]{2})")
ERRATUM = re.compile(r"X[0-9]{2}")
BLANK, DRAWN_BLANK = "____", "________"
MORE = {
    "ask right wrong": "",
    "claim true": "True or false? ",
    "ask blank": "",
    "ask order": " Write the numbers from first to last.",
    "ask pairs": " Write pairs, such as 1-C.",
}


class Fault(Exception):
    """What is wrong with an item, and under which key."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(why)
        self.key = key


def load(path: str) -> dict[str, Item]:
    """The items of a file by name. ProblemError names the file, the line and the fault."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        tables: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"(.*) \(at line (\d+), column \d+\)", str(error))
        raise ProblemError(f"{path}:{found[2]}: {found[1]}" if found else f"{path}: {error}") from None
    except (OSError, ValueError) as error:
        raise ProblemError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    folder, file_name = os.path.split(path)
    about = file_name[: -len(".toml")].replace("_", "-").lower(), os.path.basename(folder)
    try:
        title = _text("title", tables.pop("title", None))
    except Fault as fault:
        raise ProblemError(f"{path}:{_line(text, '', fault.key)}: {fault}") from None
    items = {}
    for name, table in tables.items():
        try:
            items[name] = _item(name, table, about, title)
        except Fault as fault:
            raise ProblemError(f"{path}:{_line(text, name, fault.key)}: {name}: {fault}") from None
    return items


def _line(text: str, name: str, key: str) -> int:
    """The line of a key in an item's table, of the table's head where the key is not there, else the first."""
    head = 1
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r"\s*\[\s*\"?(\w*)", line)
        if found and not found[0].endswith('"'):
            table = found[1]
            head = number if table == name else head
        if table in (name, "" if key == name else name) and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
            return number
    return head


def _item(name: str, table: Any, about: tuple[str, str], title: str) -> Item:
    if not NAME.fullmatch(name) or int(name[1:]) >= NUMBERS:
        raise Fault(name, f"an item is called Q and a number below {NUMBERS}, as in [Q017]")
    if not isinstance(table, dict):
        raise Fault(name, f"an item is a table, as in [{name}]")
    kind = _kind(table)
    ask = _text(kind.split()[0], table[kind.split()[0]])
    form = KINDS[kind](table)
    asked = {"claim true": MORE[kind] + ask}.get(kind, ask.replace(BLANK, DRAWN_BLANK) + MORE[kind])
    why = told(_text("why", table.get("why")))
    erratum = table.get("erratum")
    if erratum is not None and not (isinstance(erratum, str) and ERRATUM.fullmatch(erratum)):
        raise Fault("erratum", "an erratum is named as X17 is")
    return Item(name, *about, title, told(asked), form, why, erratum, _revision(table, kind))


def _kind(table: Mapping[str, Any]) -> str:
    """The keys that say of which kind an item is."""
    keys = table.keys() - {"why", "erratum"}
    for kind in KINDS:
        if keys == set(kind.split()):
            return kind
    known = {key for kind in KINDS for key in kind.split()}
    strange = sorted(keys - known)
    kinds = "; ".join(kind.replace(" ", ", ") for kind in KINDS)
    says = f"{', '.join(strange)} is no key of an item" if strange else f"it has {', '.join(sorted(keys)) or 'no keys'}"
    raise Fault(strange[0] if strange else "", f"{says}; beside why and erratum an item has the keys {kinds}")


def _revision(table: Mapping[str, Any], kind: str) -> str:
    """Two signs that change with what a student sees before answering and with the right answer."""
    digest = sha256(json.dumps([table[key] for key in kind.split()], ensure_ascii=False).encode()).digest()
    return ALPHABET[digest[0] % 32] + ALPHABET[digest[1] % 32]


def _text(key: str, value: Any) -> str:
    """A text that can be told."""
    if not isinstance(value, str):
        raise Fault(key, f"{key} is missing" if value is None else f"{key} is no text")
    try:
        told(value)
    except ValueError as error:
        raise Fault(key, f"{key}: {error}") from None
    return value


def _texts(key: str, values: Any, fewest: int, most: int) -> list[str]:
    """Texts that differ in more than case."""
    if not isinstance(values, list) or not fewest <= len(values) <= most:
        raise Fault(key, f"{key} is a list of {fewest} to {most} texts")
    texts = [_text(key, value) for value in values]
    _different(key, texts)
    return texts


def _different(key: str, texts: Sequence[str]) -> None:
    seen: set[str] = set()
    for text in texts:
        if folded(text) in seen:
            raise Fault(key, f"{key}: {text!r} stands there twice")
        seen.add(folded(text))


def _all_told(texts: Sequence[str]) -> tuple[Text, ...]:
    return tuple(map(told, texts))


def _choice(table: Mapping[str, Any]) -> Form:
    options = [_text("right", table["right"]), *_texts("wrong", table["wrong"], 2, 5)]
    _different("wrong", options)
    return Choice(_all_told(options), 0)


def _truth(table: Mapping[str, Any]) -> Form:
    if not isinstance(table["true"], bool):
        raise Fault("true", "true is true or false")
    return Truth(table["true"])


def _blank(table: Mapping[str, Any]) -> Form:
    if table["ask"].count(BLANK) != 1 or "_" in table["ask"].replace(BLANK, "", 1):
        raise Fault("ask", f"ask holds one blank, {BLANK}")
    spellings = table["blank"] if isinstance(table["blank"], list) else [table["blank"]]
    return Blank(tuple(_texts("blank", spellings, 1, 12)))


def _order(table: Mapping[str, Any]) -> Form:
    entries = _texts("order", table["order"], 3, 8)
    return Order(_all_told(entries), tuple(range(1, len(entries) + 1)))


def _match(table: Mapping[str, Any]) -> Form:
    pairs = table["pairs"]
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise Fault("pairs", "pairs is a list of [left, right]")
    lefts = _texts("pairs", [left for left, _ in pairs], 2, 8)
    rights = _texts("pairs", list(dict.fromkeys(right for _, right in pairs)), 2, 8)
    return Match(_all_told(lefts), _all_told(rights), tuple(rights.index(right) for _, right in pairs))


KINDS: Mapping[str, Callable[[Mapping[str, Any]], Form]] = {
    "ask right wrong": _choice,
    "claim true": _truth,
    "ask blank": _blank,
    "ask order": _order,
    "ask pairs": _match,
}
