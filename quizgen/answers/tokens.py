"""Cuts what people write into tokens: numbers, words, operators, brackets. Every token knows its place in the text."""

from __future__ import annotations

import re

from ..record import Record

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SPACES = "\t\r\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a"
THIN = "\u2009"
EQUALS = {
    **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\ufe63", "-"),
    **dict.fromkeys("×·⋅∙•✕", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
    **dict.fromkeys(SPACES, " "),
    "\u202f": THIN,
}
PLAIN = str.maketrans(EQUALS | {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)})
REST = r"(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+)|(?P<word>[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?P<operator>\*\*|[-+*/^()\[\],;|%√\n])|(?P<space>[ \u2009]+)"
EXPONENT = r"(?:[eE][+-]?[0-9]+)?"
ALONE = rf"(?P<number>(?:[0-9]+(?:[ {THIN}.,][0-9]+)*\.?|[.,][0-9]+){EXPONENT})|{REST}"
LISTED = rf"(?P<number>(?:[0-9]+(?:{THIN}[0-9]{{3}}(?![0-9]))*(?:\.[0-9]*)?|\.[0-9]+){EXPONENT})|{REST}"
WHOLE = rf"[0-9]*|[0-9]{{1,3}}([ {THIN}.,])[0-9]{{3}}(?:\1[0-9]{{3}})*"
FRACTION = rf"(?:[.,][0-9]*)?|[.,](?:[0-9]{{3}}{THIN})+[0-9]{{1,3}}"
UNCLEAR = "[1-9][0-9]{0,2},[0-9]{3}"
LONGEST_LITERAL = 40


class ReadingError(ValueError):
    """A text that cannot be read: the message says what, at which character, and what would be accepted."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


class Token(Record):
    """A piece of text: `kind` is "number", "word", "power" (superscript digits) or the operator itself. `column` counts
    from 1; `spaced` says that white space stands before it."""

    kind: str
    text: str
    column: int
    spaced: bool


def visible(text: str, longest: int = 40) -> str:
    """A text quoted for a message, with everything that a terminal might act on escaped, and cut where it is long."""
    cut = text if len(text) <= longest else text[:longest] + "..."
    shown = (sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in cut)
    return f"'{''.join(shown)}'"


def tokens(text: str, longest: int, alone: bool) -> list[Token]:
    """The tokens of a text of at most `longest` characters.

    Where one number stands `alone`, commas and spaces inside it belong to it. ReadingError at the first sign that belongs
    to no token.
    """
    if len(text) > longest:
        raise ReadingError(f"too long: {len(text)} characters; at most {longest} are read", longest + 1)
    plain, pattern = text.translate(PLAIN), re.compile(ALONE if alone else LISTED)
    found: list[Token] = []
    at, spaced = 0, False
    while at < len(plain):
        match = pattern.match(plain, at)
        if match is None:
            raise _strange(text[at], at + 1)
        kind, piece = str(match.lastgroup), match.group()
        if kind != "space":
            found.append(_token(kind, piece, at + 1, spaced, alone))
        at, spaced = match.end(), kind == "space"
    return found


def _token(kind: str, text: str, column: int, spaced: bool, alone: bool) -> Token:
    if kind == "operator":
        return Token(text, text, column, spaced)
    if kind == "power":
        return Token(kind, text.translate(SUPERSCRIPTS), column, spaced)
    if kind == "number":
        if len(text) > LONGEST_LITERAL:
            raise ReadingError(f"the number at character {column} has more than {LONGEST_LITERAL} signs", column)
        return Token(kind, _one_number(text, column) if alone else text.replace(THIN, ""), column, spaced)
    return Token(kind, text, column, spaced)


def _strange(sign: str, column: int) -> ReadingError:
    return ReadingError(
        f"{visible(sign)} at character {column} is no part of a number; a number looks like -1.45, 5/8, 62.5% or 6/sqrt(20)",
        column,
    )


def _one_number(text: str, column: int) -> str:
    """A literal with its thousands joined and its decimal mark made a point. ReadingError where it can be read otherwise."""
    body, exponent = _cut(text, "e", "E")
    if body.replace(".", "", 1).isdigit():
        return text
    whole, fraction = body, ""
    if body.count(".") + body.count(",") == 1 or ("." in body and "," in body):
        whole, fraction = _cut(body, *".,", last=True)
    if not (re.fullmatch(WHOLE, whole) and re.fullmatch(FRACTION, fraction)):
        raise _several(body, column)
    if re.fullmatch(UNCLEAR, body):
        raise _two_readings(body, column, whole, fraction[1:])
    return re.sub("[^0-9]", "", whole) + fraction.replace(",", ".").replace(THIN, "") + exponent


def _cut(text: str, *marks: str, last: bool = False) -> tuple[str, str]:
    """The text before the first, or last, of some marks, and the rest from the mark on."""
    places = [text.rfind(mark) if last else text.find(mark) for mark in marks if mark in text]
    at = (max if last else min)(places, default=len(text))
    return text[:at], text[at:]


def _several(body: str, column: int) -> ReadingError:
    parts = body.replace(THIN, " ").split(" ")
    if len(parts) == 1:
        return ReadingError(
            f"{visible(body)} at character {column} has several points or commas; write one point", column
        )
    return ReadingError(
        f"{visible(body)} at character {column} can be one number ({''.join(parts)}) or {len(parts)} numbers; write one "
        "number without spaces, or with spaces before groups of three digits",
        column,
    )


def _two_readings(body: str, column: int, whole: str, fraction: str) -> ReadingError:
    return ReadingError(
        f"{visible(body)} at character {column} can be {whole}.{fraction} or {whole}{fraction}; write one of these two",
        column,
    )
