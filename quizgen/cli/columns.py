"""Givens read from files: data=@file.csv, or @file.csv:column."""

from __future__ import annotations

from ..errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST = 1 << 20
MISSING = frozenset(("nan", "na", "n/a", "inf", "infinity", "null", "none", "nil"))


def with_columns(given: dict[str, str]) -> dict[str, str]:
    """The givens with each @file replaced by its column's values."""
    return {name: _column(name, value[1:]) if value.startswith("@") else value for name, value in given.items()}


def _column(name: str, place: str) -> str:
    path, wanted = _place(place)
    numbered = _rows(name, path)
    header = numbered[0][1] if _is_header(numbered[0][1]) else []
    at = _position(name, path, numbered[0][1], header, wanted)
    texts = []
    for number, row in numbered[bool(header) :]:
        try:
            texts.append(_cell(row, at, len(numbered[0][1])))
        except ValueError as error:
            raise InputError(f"{name}: {path}, row {number}: {error}") from None
    if not texts:
        raise InputError(f"{name}: {path} holds no numbers below its header {', '.join(header)}")
    return ", ".join(texts)


def _cell(row: Sequence[str], at: int, width: int) -> str:
    """The number in a row's cell, as plain text. ValueError where there is none, or more cells than in the first row."""
    from ..answers import ReadingError, read_number

    if len(row) > width:
        raise ValueError(f'{len(row)} cells, the first row has {width}; put decimal commas in quotes: "1,5"')
    cell = row[at].strip() if at < len(row) else ""
    if not cell:
        raise ValueError(f"nothing stands in column {at + 1}")
    try:
        return read_number(cell).text
    except ReadingError:
        raise ValueError(f"{cell[:40]!r} is no number") from None


def _place(place: str) -> tuple[str, str | None]:
    import os

    path, colon, column = place.rpartition(":")
    return (path, column) if colon and not os.path.exists(place) else (place, None)


def _rows(name: str, path: str) -> list[tuple[int, list[str]]]:
    """The rows that are not blank, each with its line's number."""
    import csv

    text = _text(name, path)
    first = text.partition("\n")[0]
    reader = csv.reader(text.splitlines(), delimiter=max(",;\t", key=first.count))
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InputError(f"{name}: {path}, row {reader.line_num}: {error}") from None
    if not rows:
        raise InputError(f"{name}: {path} holds no rows")
    return rows


def _text(name: str, path: str) -> str:
    if not path:
        raise InputError(f"{name}: behind @ stands a file's name, as in {name}=@file.csv or {name}=@file.csv:column")
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = f"no UTF-8 text (byte {error.start})" if isinstance(error, UnicodeDecodeError) else error
        raise InputError(f"{name}: {path}: {getattr(error, 'strerror', None) or why}") from None
    if len(text) > LARGEST:
        raise InputError(f"{name}: {path} is larger than {LARGEST} characters")
    return text


def _is_header(row: Sequence[str]) -> bool:
    """Whether a first row names the columns: each of its cells begins with a letter, and none marks a missing number."""
    cells = [cell.strip() for cell in row]
    return all(cell[:1].isalpha() and cell.lower() not in MISSING for cell in cells if cell)


def _position(name: str, path: str, first: Sequence[str], header: Sequence[str], wanted: str | None) -> int:
    names = [cell.strip() for cell in header]
    if wanted is None:
        if len(first) == 1:
            return 0
        raise InputError(f"{name}: {path} has {len(first)} columns; name one: @{path}:{(names or ['1'])[0]}")
    if wanted in names:
        return names.index(wanted)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(first):
        return int(wanted) - 1
    known = ", ".join(names) or f"columns 1 to {len(first)}"
    raise InputError(f"{name}: {path} has no column {wanted!r}; it has {known}")
