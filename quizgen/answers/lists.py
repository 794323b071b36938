"""Lists and matrices of numbers.

Entries are separated by one thing throughout: commas, or semicolons (then commas are decimal), or white space. The rows of
a matrix stand in brackets, on lines of their own, or between semicolons; only where they have brackets or lines may
semicolons stand between entries. Commas and white space both between numbers could be meant in two ways and are refused.
"""

from __future__ import annotations

import re

from ..record import Record
from .grammar import CLOSING, Reader
from .tokens import ReadingError, Token, tokens, visible
from .value import Written, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 8_000
LONGEST_ENTRY = 400
NAMES = {",": "commas", ";": "semicolons"}
SIZES = re.compile(r"\(? ?[1-9]\d{0,8}( ?(×|x|by) ?[1-9]\d{0,8}){1,8} ?\)?", re.IGNORECASE)


class Part(Record):
    """Some tokens, and the one behind them, which ends them."""

    tokens: list[Token]
    stop: Token


def vector(text: str) -> tuple[Written, ...]:
    """The entries of one list; also of sizes as they are told, 28×28×3 or 28 by 28."""
    if SIZES.fullmatch(text.strip()):
        text = re.sub("×|x|by", ",", text, flags=re.IGNORECASE)
    part = _unwrapped(_balanced(text.replace("\n", " ")))
    if _opens_row(part.tokens):
        column = part.tokens[0].column
        raise ReadingError(
            f"a row in brackets stands at character {column}, where one list of numbers is expected", column
        )
    return _entries(part)


def matrix(text: str, ragged: bool = False) -> tuple[tuple[Written, ...], ...]:
    """The rows of a matrix, alike in length unless `ragged`."""
    rows = _rows(_balanced(text))
    for place, row in enumerate(rows, 1):
        if len(row) != len(rows[0]) and not ragged:
            entries = "entry" if len(row) == 1 else "entries"
            raise ReadingError(f"row {place} has {len(row)} {entries}, row 1 has {len(rows[0])}", 1)
    return rows


def _balanced(text: str) -> Part:
    """The tokens of a text whose brackets match, without line ends around them."""
    found = tokens(text, LONGEST, alone=False)
    while found and found[-1].kind == "\n":
        found.pop()
    if not found:
        raise ReadingError("nothing is written where a list of numbers is expected, such as (0.72, 0.2)", 1)
    opened: list[Token] = []
    for token in found:
        if token.kind in CLOSING:
            opened.append(token)
        elif token.kind in CLOSING.values() and (not opened or CLOSING[opened.pop().kind] != token.kind):
            raise ReadingError(f"{visible(token.text)} at character {token.column} closes nothing", token.column)
    for token in opened[-1:]:
        raise ReadingError(f"{visible(token.text)} at character {token.column} is never closed", token.column)
    return Part(_without_line_ends(found), Token("end", "", len(text) + 1, False))


def _without_line_ends(found: list[Token]) -> list[Token]:
    """The tokens from the first that is no line end."""
    return next((found[place:] for place, token in enumerate(found) if token.kind != "\n"), [])


def _closing(found: Sequence[Token], start: int = 0) -> int:
    """Where the bracket at `start` is closed."""
    depth = 0
    for place in range(start, len(found)):
        depth += (found[place].kind in CLOSING) - (found[place].kind in CLOSING.values())
        if depth == 0:
            return place
    return len(found)


def _inside(found: list[Token]) -> Part:
    """What stands in the bracket that opens the tokens."""
    at = _closing(found)
    return Part(_without_line_ends(found[1:at]), found[at])


def _unwrapped(part: Part) -> Part:
    """What stands in a bracket around the whole, or the whole where there is none."""
    wrapped = part.tokens[0].kind in CLOSING and _closing(part.tokens) == len(part.tokens) - 1
    return _inside(part.tokens) if wrapped else part


def _opens_row(found: list[Token]) -> bool:
    """Whether the tokens open with a bracket that holds a list, rather than one entry."""
    if not found or found[0].kind not in CLOSING:
        return False
    inner = _inside(found)
    spaces = any(map(_spaced_numbers, inner.tokens, inner.tokens[1:]))
    return found[0].kind == "[" or spaces or _holds(inner, ",") or _holds(inner, ";")


def _spaced_numbers(before: Token, token: Token) -> bool:
    return before.kind == "number" and token.kind == "number" and token.spaced


def _spaced_sign(before: Token, token: Token, after: Token) -> bool:
    """Whether a sign has white space before it and none behind, as one that opens an entry has."""
    return before.kind in ("number", ")") and token.kind in ("+", "-") and token.spaced and not after.spaced


def _split(part: Part, separators: str) -> list[Part]:
    """The parts between the separators that stand in no bracket."""
    parts: list[Part] = []
    start, depth = 0, 0
    for place, token in enumerate(part.tokens):
        depth += (token.kind in CLOSING) - (token.kind in CLOSING.values())
        if depth == 0 and token.kind in separators:
            parts.append(Part(part.tokens[start:place], token))
            start = place + 1
    return [*parts, Part(part.tokens[start:], part.stop)]


def _holds(part: Part, separator: str) -> bool:
    """Whether a separator stands in the part, and in no bracket of it."""
    return any(token.kind == separator for token in part.tokens) and len(_split(part, separator)) > 1


def _rows(whole: Part) -> tuple[tuple[Written, ...], ...]:
    inner = _unwrapped(whole)
    rows = inner if _opens_row(inner.tokens) else whole
    if _opens_row(rows.tokens) and (rows is inner or inner is whole):
        return _bracketed(rows)
    lines = [line for line in _split(inner, "\n") if line.tokens]
    if len(lines) > 1:
        return tuple(_entries(_without_closing_semicolon(line)) for line in lines)
    return tuple(_entries(row) for row in _split(_without_closing_semicolon(inner), ";"))


def _without_closing_semicolon(line: Part) -> Part:
    closes = line.tokens and line.tokens[-1].kind == ";"
    return line.replace(tokens=line.tokens[:-1]) if closes else line


def _bracketed(rows: Part) -> tuple[tuple[Written, ...], ...]:
    """Rows in brackets, with a comma, a semicolon, line ends or nothing between."""
    found, at = [], 0
    while at < len(rows.tokens):
        if rows.tokens[at].kind not in CLOSING:
            raise Reader(rows.tokens[at : at + 1], rows.stop).unexpected("a row in brackets")
        behind = _closing(rows.tokens, at) + 1
        found.append(_entries(_inside(rows.tokens[at:behind])))
        at = _behind_separator(rows.tokens, behind)
    return tuple(found)


def _behind_separator(found: Sequence[Token], at: int) -> int:
    """Where the next row opens: behind one comma or semicolon at most, and line ends."""
    separators = 0
    while at < len(found) and (found[at].kind == "\n" or (found[at].kind in NAMES and not separators)):
        separators += found[at].kind in NAMES
        at += 1
    return at


def _entries(row: Part) -> tuple[Written, ...]:
    for separator in ";,":
        if _holds(row, separator):
            return _separated(row, separator)
    reader = Reader(row.tokens, row.stop, spaces=True)
    found = [_entry(reader)]
    while not reader.done:
        if not reader.peek().spaced:
            raise reader.unexpected("the next entry")
        found.append(_entry(reader))
    return tuple(found)


def _separated(row: Part, separator: str) -> tuple[Written, ...]:
    for before, token, after in zip(row.tokens, row.tokens[1:], [*row.tokens[2:], row.stop]):
        if _spaced_numbers(before, token) or _spaced_sign(before, token, after):
            names = NAMES[separator]
            raise ReadingError(
                f"{names} and, at character {token.column}, a space stand between numbers, which can be meant in two ways; "
                f"put {names} between all entries and no space inside a number",
                token.column,
            )
    if separator == ",":
        return tuple(map(_entry_alone, _split(row, separator)))
    row = row.replace(tokens=_with_decimal_commas(row.tokens))
    for part in _split(row, ",")[:-1]:
        column = part.stop.column
        raise ReadingError(
            f"the comma at character {column} is no decimal comma, and semicolons stand between the entries of the one list "
            "that is expected",
            column,
        )
    return tuple(map(_entry_alone, _split(row, separator)))


def _with_decimal_commas(found: list[Token]) -> list[Token]:
    """The tokens with each comma between digits made a point."""
    merged: list[Token] = []
    for token in found:
        kinds = [before.kind for before in merged[-2:]]
        touch = token.kind == "number" and not token.spaced and kinds == ["number", ","] and not merged[-1].spaced
        if touch and merged[-2].text.isdigit() and token.text.lower().partition("e")[0].isdigit():
            merged[-2:] = [merged[-2].replace(text=f"{merged[-2].text}.{token.text}")]
        else:
            merged.append(token)
    return merged


def _entry(reader: Reader) -> Written:
    """The next entry of a list with white space between."""
    first = reader.peek().column
    node = reader.expression()
    if reader.peek(-1).column - first > LONGEST_ENTRY:
        raise ReadingError(f"the entry at character {first} has more than {LONGEST_ENTRY} characters", first)
    return written(node, reader.where)


def _entry_alone(part: Part) -> Written:
    reader = Reader(part.tokens, part.stop)
    entry = _entry(reader)
    if not reader.done:
        raise reader.unexpected("the next entry")
    return entry
