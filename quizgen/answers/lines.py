"""Cuts a student's working into claims: `name = substitution = ... = value`, one or several on a line, as people type them.

Which texts are names is for the caller to say; here only layout is known: bullets, equals signs, words between claims,
brackets that run over several lines.
"""

from __future__ import annotations

import re

from ..record import Record
from .tokens import ReadingError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    IsName = Callable[[str], bool]

LIST_BEGINS = re.compile(r"\s\d+[.,].?$")
LONGEST, MOST_LINES, LONGEST_LINE, LONGEST_NAME, MOST_PLACES = 60_000, 600, 4000, 200, 100
BULLET = re.compile(
    r"\s*(?:(?:step|line)\s*\d+\s*[:.)-]\s*|\(?\d{1,2}\)\s+|\d{1,2}[.:]\s+(?=\D)|\(?[a-h]\)\s+|[-*•–]\s+(?=\S))", re.I
)
EQUALS = re.compile(r"(?<![<>!=])(?:=|≈|≃|≅|≐|:=)(?!=)")
WORDS = r"and|so|hence|therefore|thus|then|since|now|we get|we have|we|the|gives|my|our"
BETWEEN = re.compile(rf"\s*(?:(?:[;,]|⇒|=>|->|→|∴|⟹|\b(?:{WORDS})\b)\s*)+", re.I)
LEADING = re.compile(rf"(?:\s*(?:(?:{WORDS})\b|∴|⇒|=>|->|→|[,;:])\s*)+", re.I)
BEHIND_NAME = re.compile(r"\s*(?::|is\b|was\b|of\b|equals\b)?\s*", re.I)
ARGUMENT = re.compile(r"\([+\-−]?[\w.]+\)\s*(?:=|≈|≃|≅|≐|:=)(?!=)")  # f(0.7) =
GOES_ON = re.compile(r"(?:=|≈|≃|≅|≐)(?![=>])")
OPENING, CLOSING = "([{", ")]}"
NO_NAME = re.compile(r"[\d.,;()\[\]+\-−–\s]+$|\d+[^\s\w]|[+\-−–;,.]")
NUMBERS_ONLY = re.compile(r"[\s\d.,;()\[\]+\-−–eE%/]+")


class Claim(Record):
    """What a piece of working says: `name` (empty where there is none), what stands between the first and the last equals
    sign, and the value behind the last. `line` counts from 1; `text` is the piece as typed."""

    line: int
    text: str
    name: str
    between: tuple[str, ...]
    value: str


def claims(text: str, is_name: IsName) -> list[Claim]:
    """The claims of a working. ReadingError where it is too long to be one."""
    if len(text) > LONGEST:
        raise ReadingError(f"the working is too long: {len(text)} characters; at most {LONGEST} are read", LONGEST + 1)
    lines = _lines(text)
    if len(lines) > MOST_LINES:
        raise ReadingError(f"the working has {len(lines)} lines; at most {MOST_LINES} are read", 1)
    for number, line in lines:
        if len(line) > LONGEST_LINE:
            raise ReadingError(f"line {number} has {len(line)} characters; at most {LONGEST_LINE} are read", 1)
    return [
        claim for number, line in lines for piece in _pieces(line, is_name) for claim in _claim(number, piece, is_name)
    ]


def _lines(text: str) -> list[tuple[int, str]]:
    """Numbered lines without bullets; those that a bracket leaves open, that begin with an equals sign, or that give the rows
    of a value, are joined."""
    found: list[tuple[int, str]] = []
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        line = raw.strip()
        if found and _goes_on(found[-1][1], line):
            start, before = found[-1]
            found[-1] = start, before + (" " if _depth(before) > 0 or GOES_ON.match(line) else "\n") + line
        else:
            found.append((number, _without(BULLET, line)))
    return found


def _goes_on(before: str, line: str) -> bool:
    """Whether a line belongs to the one before it."""
    if len(before) + len(line) >= LONGEST_LINE or not line or not before:
        return False
    if GOES_ON.match(line):
        return True
    rows = before.endswith(("=", ":", "≈")) or "\n" in before
    return _depth(before) > 0 or (rows and NUMBERS_ONLY.fullmatch(line) is not None)


def _depth(text: str) -> int:
    return sum(map(text.count, OPENING)) - sum(map(text.count, CLOSING))


def _pieces(line: str, is_name: IsName) -> list[str]:
    """The line cut where a new claim begins behind a comma, an arrow or a word such as "so", of which the first hundred
    that may have a name behind them are looked at."""
    cuts, depth, seen, tried = [0], 0, 0, 0
    for found in BETWEEN.finditer(line):
        depth, seen = depth + _depth(line[seen : found.start()]), found.start()
        rest = line[found.end() :][:LONGEST_NAME]
        if found.start() <= cuts[-1] or depth != 0 or NO_NAME.match(rest) or tried == MOST_PLACES:
            continue
        tried += 1
        if _begins_claim(rest, is_name):
            cuts.append(found.start())
    return [without_leading(line[start:end]) for start, end in zip(cuts, [*cuts[1:], len(line)])]


def without_leading(text: str) -> str:
    """A piece without the words and arrows that lead to it."""
    return _without(LEADING, text)


def _without(beginning: re.Pattern[str], text: str) -> str:
    found = beginning.match(text)
    return text[found.end() :].strip() if found else text.strip()


def _begins_claim(rest: str, is_name: IsName) -> bool:
    found = EQUALS.search(rest)
    if found and is_name(without_leading(rest[: found.start()])):
        return True
    return bool(prefix(without_leading(rest), is_name))


def _claim(number: int, piece: str, is_name: IsName) -> Iterator[Claim]:
    if not piece:
        return
    parts = [part.strip() for part in EQUALS.split(piece)]
    if len(parts) == 1 or not is_name(parts[0].strip(" :")):
        name = prefix(piece, is_name)
        if name:
            rest = _without(BEHIND_NAME, _without(ARGUMENT, piece[len(name) :]))
            if ARGUMENT.match(piece[len(name) :]) and is_name(f"{name}(x)"):
                name = f"{name}(x)"
            _, *between, value = ["", *(part.strip() for part in EQUALS.split(rest))]
            yield Claim(number, piece, name.strip(" :"), tuple(between), value)
            return
    if len(parts) > 1 and is_name(parts[-1]) and not is_name(parts[0]):
        parts = [parts[-1], *parts[:-1]]
    name = parts[0].strip(" :") if len(parts) > 1 else ""
    yield Claim(number, piece, name, tuple(parts[1:-1]), parts[-1])


def prefix(text: str, is_name: IsName, longest: int = 48) -> str:
    """The longest name that a text begins with, behind which a value may stand; empty where there is none."""
    for end in range(min(len(text), longest), 0, -1):
        start, behind = text[:end], text[end : end + 1]
        if start[-1] in OPENING or ":" in start.rstrip(" :") or LIST_BEGINS.search(start + behind):
            continue
        if (behind and (behind.isalnum() or behind in "_^'′²")) and text[end - 1] not in " :":
            continue
        if is_name(text[:end].strip(" :")) and text[:end].strip(" :"):
            return text[:end]
    return ""
