"""Givens read from files: data=@file.csv, or @file.csv:column."""

from __future__ import annotations

from ..errors import InputError

LARGEST = 1 << 20


def with_columns(given: dict[str, str]) -> dict[str, str]:
    """The givens with each @file replaced by its column's values."""
    return {name: _column(name, value[1:]) if value.startswith("@") else value for name, value in given.items()}


def _column(name: str, place: str) -> str:
    import csv

    path, wanted = _place(place)
    rows = [row for row in csv.reader(_text(name, path).splitlines()) if any(cell.strip() for cell in row)]
    if not rows:
        raise InputError(f"{name}: {path} holds no rows")
    header = rows[0] if any(_no_number(cell) for cell in rows[0]) else None
    at = _position(name, path, rows[0], header, wanted)
    cells = []
    for number, row in enumerate(rows, 1):
        if number == 1 and header:
            continue
        cell = row[at].strip() if at < len(row) else ""
        if _no_number(cell):
            raise InputError(f"{name}: {path}, row {number}: {cell[:40]!r} is no number")
        cells.append(cell)
    return ", ".join(cells)


def _place(place: str) -> tuple[str, str | None]:
    import os

    path, colon, column = place.rpartition(":")
    return (path, column) if colon and not os.path.exists(place) else (place, None)


def _text(name: str, path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{name}: {path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: {path} is no UTF-8 text (byte {error.start})") from None
    if len(text) > LARGEST:
        raise InputError(f"{name}: {path} is larger than {LARGEST} characters")
    return text


def _no_number(cell: str) -> bool:
    from ..answers import ReadingError, read_number

    try:
        read_number(cell)
    except ReadingError:
        return True
    return False


def _position(name: str, path: str, first: list[str], header: list[str] | None, wanted: str | None) -> int:
    names = [cell.strip() for cell in header or []]
    if wanted is None:
        if len(first) == 1:
            return 0
        raise InputError(f"{name}: {path} has {len(first)} columns; name one: @{path}:{(names or ['1'])[0]}")
    if wanted in names:
        return names.index(wanted)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(first):
        return int(wanted) - 1
    raise InputError(
        f"{name}: {path} has no column {wanted!r}; it has {', '.join(names) or f'columns 1 to {len(first)}'}"
    )
