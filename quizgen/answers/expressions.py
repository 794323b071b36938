"""Reads an expression in some names, such as y(1 - y) or p/(p + q), by the grammar of values."""

from __future__ import annotations

import re

from ..formula.nodes import Binary, Call, Name, Node, Number, Unary, children, names
from ..formula.printer import Notation, Printer
from .grammar import FUNCTIONS, Reader
from .tokens import ReadingError, Token, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..formula.symbols import Symbol

LONGEST = 400
HIGHEST = 100
FIRST_SIGN = 0x4E00
LETTERS = "A-Za-zα-ωΑ-Ω"
MORE_FUNCTIONS = {"tanh": "tanh", "sigmoid": "sigmoid", "sigma": "sigmoid", "σ": "sigmoid", "relu": "relu"}


def read_expression(text: str, names: Mapping[str, str]) -> Node:
    """The tree of an expression; `names` are the ways in which names may be written, with the names that they mean.
    ReadingError says what is wrong, and which names are known."""
    if len(text) > LONGEST:
        raise ReadingError(f"too long: {len(text)} characters; at most {LONGEST} are read", LONGEST + 1)
    signs: dict[str, str] = {}
    found = tokens(_with_signs(text, names, signs), 4 * LONGEST, alone=True)
    if not found:
        raise ReadingError("nothing is written where an expression is expected", 1)
    reader = _Expressions(found, Token("end", "", len(text) + 1, False), signs, sorted(set(names.values())))
    return reader.whole()


def read_formula(text: str, letters: Sequence[str]) -> str:
    """The text, as an author would write it, of an expression in some letters. ReadingError where it is none, or where its
    powers are beyond sense."""
    node = read_expression(text, {letter: letter for letter in letters})
    unknown = sorted(names(node) - {*letters})
    if unknown:
        raise ReadingError(f"{unknown[0]!r} has no place here; the letters are {', '.join(letters)}", 1)
    if _degree(node) > HIGHEST:
        raise ReadingError(f"an exponent must be a whole number, and powers of powers at most {HIGHEST}", 1)
    return Printer(_AsAuthor()).text(node)


def _degree(node: Node) -> float:
    """A bound of the powers in a tree; infinite where an exponent is no whole number."""
    match node:
        case Binary("**", base, Number(exponent) | Unary("-", Number(exponent))):
            whole = exponent.removesuffix(".0").isdigit()
            return _degree(base) * max(1, float(exponent)) if whole else float("inf")
        case Binary("**"):
            return float("inf")
        case Binary("*", left, right):
            return _degree(left) + _degree(right)
        case Unary("%"):
            raise ReadingError("a percent sign has no place in a formula", 1)
    return max((1, *map(_degree, children(node))))


class _AsAuthor(Notation):
    """The notation of problem files."""

    times = "*"

    def number(self, text: str) -> str:
        return text.removesuffix(".0")

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        return name.base

    def power(self, base: str, exponent: str) -> str:
        return f"{base}**{exponent}"

    def absolute(self, inner: str) -> str:
        return f"abs({inner})"

    def call(self, function: str, args: list[str]) -> str:
        return super().call("sigmoid" if function == "σ" else function, args)


def _with_signs(text: str, names: Mapping[str, str], signs: dict[str, str]) -> str:
    """The text with a letter of its own, kept in `signs`, for each name: names may hold digits and marks."""
    if not names:
        return text
    ordered = sorted(names, key=len, reverse=True)
    pattern = "|".join(map(re.escape, ordered))

    def sign(found: re.Match[str]) -> str:
        letter = chr(FIRST_SIGN + ordered.index(found[0]))
        signs[letter] = names[found[0]]
        return f" {letter} "

    return re.sub(rf"(?<![{LETTERS}_])(?:{pattern})(?![{LETTERS}0-9_])", sign, text)


class _Expressions(Reader):
    """Reads names and a few more functions."""

    def __init__(self, found: list[Token], stop: Token, signs: Mapping[str, str], known: list[str]) -> None:
        super().__init__(found, stop)
        self.signs = signs
        self.known = known

    def _factor(self) -> Node:
        """Whole numbers are made decimal, since powers of whole numbers can be of any size."""
        node = super()._factor()
        return Number(f"{node.text}.0") if isinstance(node, Number) and node.text.isdigit() else node

    def _word(self) -> Node:
        token = self.peek()
        if token.text in self.signs:
            return Name(self.signs[self.take().text])
        function = MORE_FUNCTIONS.get(token.text.lower())
        if function and self.peek(1).kind in ("(", "["):
            self.take()
            closing = ")" if self.peek().kind == "(" else "]"
            return Call(function, (self._bracketed(self.take(), closing),))
        if token.text.lower() in (*FUNCTIONS, "pi", "π", "e"):
            return super()._word()
        raise ReadingError(f"{token.text!r} is no name; the names are {', '.join(self.known)}", token.column)
