"""Cuts what people write into tokens: numbers, words, operators, brackets."""

from __future__ import annotations

import unicodedata

from ..record import Record

SPACES = "\u00a0\u2007\u2009\u202f\u2002\u2003\u2004\u2005\u2006\u2008\u200a"
MINUS = "\u2212\u2010\u2011\u2012\u2013\u2014\ufe63"
TIMES = "\u00d7\u00b7\u22c5\u2219\u2022\u2715"
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+"))
OPERATORS = ("**", "+", "-", "*", "/", "^", "(", ")", "[", "]", ",", ";", "|", "%", "√", "\n", "=")
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
    return (
        "'"
        + "".join(
            sign
            if sign.isprintable() and not unicodedata.category(sign).startswith("C")
            else sign.encode("unicode_escape").decode("ascii")
            for sign in cut
        )
        + "'"
    )


def plain(sign: str) -> str:
    """A sign as its ASCII equal: full-width digits, minus signs, times signs, odd spaces."""
    if sign in SPACES or sign == "\t" or sign == "\r":
        return " "
    if sign in MINUS:
        return "-"
    if sign in TIMES:
        return "*"
    if sign == "÷" or sign == "\u2215" or sign == "\u2044":
        return "/"
    if sign == "π":
        return "π"
    if "\uff01" <= sign <= "\uff5e":
        return chr(ord(sign) - 0xFEE0)
    return sign


def tokens(text: str, limit: int) -> list[Token]:
    """The tokens of a text of at most `limit` characters. ReadingError at the first sign that belongs to none."""
    if len(text) > limit:
        raise ReadingError(f"too long: {len(text)} characters; at most {limit} are read", limit + 1)
    signs = [plain(sign) for sign in text]
    found: list[Token] = []
    at, spaced = 0, False
    while at < len(signs):
        sign = signs[at]
        if sign == " ":
            at, spaced = at + 1, True
            continue
        token = _token(signs, at, spaced)
        found.append(token)
        at, spaced = at + len(token.text), False
    return [token.replace(text=_value(token)) for token in found]


def _value(token: Token) -> str:
    return "".join(SUPERSCRIPTS.get(sign, sign) for sign in token.text) if token.kind == "power" else token.text


def _token(signs: list[str], at: int, spaced: bool) -> Token:
    sign = signs[at]
    if sign in "0123456789" or (sign == "." and at + 1 < len(signs) and signs[at + 1] in "0123456789"):
        return Token("number", _literal(signs, at), at + 1, spaced)
    if sign in SUPERSCRIPTS:
        return Token("power", _while(signs, at, SUPERSCRIPTS.__contains__), at + 1, spaced)
    if sign.isalpha():
        return Token(
            "word", _while(signs, at, lambda other: other.isalpha() and other not in SUPERSCRIPTS), at + 1, spaced
        )
    for operator in OPERATORS:
        if "".join(signs[at : at + len(operator)]) == operator:
            return Token(operator, operator, at + 1, spaced)
    raise ReadingError(
        f"{visible(sign)} at character {at + 1} is no part of a number; a number looks like -1.45, 5/8, "
        "62.5% or 6/sqrt(20)",
        at + 1,
    )


def _while(signs: list[str], at: int, belongs: object) -> str:
    end = at
    while end < len(signs) and belongs(signs[end]):  # type: ignore[operator]
        end += 1
    return "".join(signs[at:end])


def _literal(signs: list[str], at: int) -> str:
    """Digits, a point, digits, an exponent."""
    digits = "0123456789".__contains__
    text = _while(signs, at, digits)
    if at + len(text) < len(signs) and signs[at + len(text)] == ".":
        text += "." + _while(signs, at + len(text) + 1, digits)
    end = at + len(text)
    if end < len(signs) and signs[end] in "eE":
        sign = 1 if end + 1 < len(signs) and signs[end + 1] in "+-" else 0
        power = _while(signs, end + 1 + sign, digits)
        if power:
            text += "".join(signs[end : end + 1 + sign]) + power
    if len(text) > LONGEST_LITERAL:
        raise ReadingError(f"the number at character {at + 1} has more than {LONGEST_LITERAL} signs", at + 1)
    return text
