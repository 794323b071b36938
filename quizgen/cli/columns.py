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
    lines = csv.reader(_text(name, path).splitlines())
    rows = [(lines.line_num, row) for row in lines if any(cell.strip() for cell in row)]
    if not rows:
        raise InputError(f"{name}: {path} holds no rows")
    first = rows[0][1]
    header = first if any(_number(cell) is None for cell in first) else None
    at = _position(name, path, first, header, wanted)
    if header and not rows[1:]:
        raise InputError(f"{name}: {path} holds no values below its header {', '.join(header)}")
    for line, row in rows:
        if len(row) > len(first):
            raise InputError(f"{name}: {path}, line {line}: {len(row)} cells, more than above; quote decimal commas: \"1,5\"")
    return ", ".join(_cell(name, path, line, row, at) for line, row in (rows[1:] if header else rows))


def _cell(name: str, path: str, line: int, row: list[str], at: int) -> str:
    cell = row[at].strip() if at < len(row) else ""
    if not cell:
        raise InputError(f"{name}: {path}, line {line}: nothing stands in column {at + 1}")
    number = _number(cell)
    if number is None:
        raise InputError(f"{name}: {path}, line {line}: {cell[:40]!r} is no number")
    return number


def _place(place: str) -> tuple[str, str | None]:
    import os

    path, colon, column = place.rpartition(":")
    return (path, column) if colon and not os.path.exists(place) else (place, None)


def _text(name: str, path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{name}: {path or '@'}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: {path} is no UTF-8 text (byte {error.start})") from None
    if len(text) > LARGEST:
        raise InputError(f"{name}: {path} is larger than {LARGEST} characters")
    return text


def _number(cell: str) -> str | None:
    """The number that a cell holds, in plain decimals; None where it holds none."""
    from ..answers import ReadingError, read_number

    try:
        return read_number(cell).text
    except ReadingError:
        return None


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
