"""The one grammar that reads what people write: givens, answers, lines of working. Nothing is ever evaluated by Python.

A comma between digits is a decimal comma where one number is expected, and separates entries where a list is; digits in
groups of three behind spaces are one number where one is expected. What could be meant in two ways is refused with both.
"""

from __future__ import annotations

from ..formula.nodes import Node
from .grammar import CLOSING, Reader
from .tokens import SPACES, ReadingError, visible
from .value import Written, written
from .words import read_choice, read_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "ReadingError",
    "Written",
    "read_choice",
    "read_matrix",
    "read_number",
    "read_vector",
    "read_whole",
    "read_words",
]

NUMBER, VECTOR, MATRIX = 400, 60_000, 60_000


def read_number(text: str) -> Written:
    """One number. ReadingError says what is wrong, at which character, and what would be accepted."""
    if len(text) > NUMBER:
        raise ReadingError(f"too long: {len(text)} characters; a number has at most {NUMBER}", NUMBER + 1)
    if not text.strip():
        raise ReadingError("nothing is written where a number is expected, such as -1.45 or 5/8", 1)
    reader = Reader(_one_number(text), NUMBER)
    node = reader.expression()
    reader.finish()
    return written(node)


def read_whole(text: str) -> int:
    """One whole number."""
    number = read_number(text)
    if not float(number.value).is_integer():
        raise ReadingError(f"{visible(text.strip())} is no whole number", 1)
    return int(number.value)


def read_vector(text: str) -> tuple[Written, ...]:
    """A list of numbers: (0.72, 0.2), [0.72 0.2], 0.72, 0.2, or with decimal commas 0,72; 0,2."""
    rows = _rows(text.replace("\n", " "), ";" in text and not _is_matrix(text))
    if len(rows) != 1:
        raise ReadingError("one list of numbers is expected, not rows of them", 1)
    return rows[0]


def read_matrix(text: str) -> tuple[tuple[Written, ...], ...]:
    """Rows of numbers: [1,2;3,4], [[1,2],[3,4]], or one row a line."""
    rows = _rows(text, False)
    for place, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise ReadingError(f"row {place} has {len(row)} entries, row 1 has {len(rows[0])}", 1)
    return rows


def _one_number(text: str) -> str:
    """The text with thousands joined and a decimal comma made a point. What can be read in two ways is refused."""
    plain = "".join(" " if sign in SPACES else sign for sign in text).strip()
    body = plain.lstrip("+-\u2212")
    groups = body.replace(",", ".", 1).split(".")[0].split(" ")
    if len(groups) > 1 and all(group.isdigit() for group in groups):
        if len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
            head = plain[: len(plain) - len(body)]
            return head + _one_number(body.replace(" ", ""))
        joined = "".join(groups)
        raise ReadingError(
            f"{visible(plain)} can be one number ({joined}) or {len(groups)} numbers; write one number "
            "without spaces, or with spaces before groups of three digits",
            len(groups[0]) + 1,
        )
    if (
        plain.count(",") > 1
        and all(len(part) == 3 and part.isdigit() for part in body.split(",")[1:])
        and body.split(",")[0].isdigit()
    ):
        return plain.replace(",", "")
    if "," in plain:
        whole, _, fraction = body.partition(",")
        column = text.index(",") + 1
        if whole.isdigit() and len(whole) <= 3 and whole.strip("0") and len(fraction) == 3 and fraction.isdigit():
            raise ReadingError(
                f"{visible(plain)} can be {whole}.{fraction} or {whole}{fraction}; write {whole}.{fraction} or "
                f"{whole}{fraction} (the comma is character {column})",
                column,
            )
        if plain.count(",") == 1 and "." not in plain:
            return plain.replace(",", ".")
    return plain


def _is_matrix(text: str) -> bool:
    return text.count("[") + text.count("(") > 1 or (
        "," in text
        and not any(
            text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
            for at, sign in enumerate(text)
            if sign == ","
        )
    )


def _rows(text: str, decimal_comma: bool) -> tuple[tuple[Written, ...], ...]:
    if len(text) > MATRIX:
        raise ReadingError(f"too long: {len(text)} characters; a list has at most {MATRIX}", MATRIX + 1)
    if not text.strip():
        raise ReadingError("nothing is written where a list of numbers is expected, such as (0.72, 0.2)", 1)
    if decimal_comma:
        text = _decimal_points(text)
    reader = Reader(text.strip("\n"), MATRIX)
    opened = _open(reader)
    nested = _nested(reader)
    rows = _listed(reader, _bracketed) if nested else _ruled(reader, decimal_comma)
    if opened and not reader.skip(opened):
        raise reader.unexpected(visible(opened))
    reader.finish()
    return tuple(tuple(written(node) for node in row) for row in rows)


def _decimal_points(text: str) -> str:
    return "".join("." if sign == "," else sign for sign in text)


def _open(reader: Reader) -> str:
    """Passes over the bracket around the whole, where the first bracket closes at the very end."""
    if reader.peek().kind not in CLOSING:
        return ""
    depth = 0
    for place, token in enumerate(reader.tokens):
        depth += (token.kind in CLOSING) - (token.kind in CLOSING.values())
        if depth == 0:
            whole = place == len(reader.tokens) - 1
            break
    else:
        raise ReadingError(f"{visible(reader.peek().text)} is never closed", reader.peek().column)
    return CLOSING[reader.take().kind] if whole else ""


def _nested(reader: Reader) -> bool:
    return reader.peek().kind in CLOSING and _holds_list(reader)


def _holds_list(reader: Reader) -> bool:
    """Whether the bracket ahead holds several entries."""
    depth = 0
    for ahead in range(len(reader.tokens)):
        token = reader.peek(ahead)
        depth += (token.kind in CLOSING) - (token.kind in CLOSING.values())
        if depth == 0 or token.kind == "end":
            return token.kind == "]"
        if token.kind == "," and depth == 1:
            return True
    return False


def _bracketed(reader: Reader) -> list[Node]:
    if reader.peek().kind not in CLOSING:
        raise reader.unexpected("a row in brackets")
    closing = CLOSING[reader.take().kind]
    row = _entries(reader, False)
    if not reader.skip(closing):
        raise reader.unexpected(visible(closing))
    return row


def _listed(reader: Reader, one: Callable[[Reader], list[Node]]) -> list[list[Node]]:
    rows = [one(reader)]
    while reader.peek().kind not in ("end", ")", "]"):
        reader.skip(",", ";", "\n")
        rows.append(one(reader))
    return rows


def _ruled(reader: Reader, one_row: bool) -> list[list[Node]]:
    """Rows between semicolons or on lines of their own; where `one_row`, semicolons stand between entries."""
    rows = [_entries(reader, one_row)]
    while not one_row and reader.skip(";", "\n"):
        if reader.peek().kind not in ("end", "\n", "]", ")"):
            rows.append(_entries(reader, one_row))
    return rows


def _entries(reader: Reader, semicolons: bool) -> list[Node]:
    """Numbers between commas, or spaces; a sign with a space before it and none behind opens an entry."""
    entries = [_entry(reader)]
    while reader.skip(",") or (semicolons and reader.skip(";")) or _opens_entry(reader):
        entries.append(_entry(reader))
    return entries


def _opens_entry(reader: Reader) -> bool:
    return reader.peek().spaced and reader.peek().kind in ("number", "-", "+", "√", "word")


def _entry(reader: Reader) -> Node:
    node = reader.product()
    while reader.peek().kind in ("+", "-") and not (reader.peek().spaced and not reader.peek(1).spaced):
        from ..formula.nodes import Binary

        node = Binary(reader.take().kind, node, reader.product())
    return node
