"""Reads tokens by precedence into the nodes of a formula. Nothing is computed here.

From loosest to tightest: + and -; * and / and factors side by side, from left to right; a sign; a power, from right to
left; a percent sign. So -3^2 is -9, 2(3+1) is 8, and 1/2(3) is 1.5.
"""

from __future__ import annotations

from ..formula.nodes import Binary, Call, Name, Node, Number, Sequence, Unary
from .tokens import ReadingError, Token, tokens, visible

FUNCTIONS = {"sqrt": "sqrt", "exp": "exp", "ln": "ln", "log": "ln", "abs": "abs", "wurzel": "sqrt"}
CONSTANTS = {"pi": "pi", "π": "pi", "e": "e"}
CLOSING = {"(": ")", "[": "]"}
DEEPEST = 30


class Reader:
    """Walks along the tokens of one text."""

    def __init__(self, text: str, limit: int) -> None:
        self.tokens = tokens(text, limit)
        self.end = len(text) + 1
        self.at = 0
        self.depth = 0

    def peek(self, ahead: int = 0) -> Token:
        """The token `ahead` of the next one; of kind "end" behind the last."""
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else Token("end", "", self.end, False)

    def take(self) -> Token:
        """The next token, passed over."""
        token = self.peek()
        self.at += 1
        return token

    def skip(self, *kinds: str) -> bool:
        """Passes over the next token where it is of one of these kinds."""
        if self.peek().kind in kinds:
            self.at += 1
            return True
        return False

    def unexpected(self, wanted: str) -> ReadingError:
        """The error that the next token is."""
        token = self.peek()
        what = "the text ends" if token.kind == "end" else f"{visible(token.text)} stands"
        return ReadingError(f"{what} at character {token.column}, where {wanted} is expected", token.column)

    def expression(self) -> Node:
        """A sum."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise ReadingError(
                f"nested deeper than {DEEPEST} levels at character {self.peek().column}", self.peek().column
            )
        node = self.product()
        while self.peek().kind in ("+", "-"):
            operator = self.take().kind
            node = Binary(operator, node, self.product())
        self.depth -= 1
        return node

    def product(self) -> Node:
        """A product or quotient; factors side by side are multiplied where the second opens with a bracket, root or word."""
        node = self.signed()
        while True:
            kind = self.peek().kind
            if kind in ("*", "/"):
                self.take()
                node = Binary(kind, node, self.signed())
            elif kind in ("(", "√", "word", "|") and not (kind == "|" and self._inside_bars):
                node = Binary("*", node, self.power())
            else:
                return node

    _inside_bars = False

    def signed(self) -> Node:
        """A factor with its signs."""
        signs = []
        while self.peek().kind in ("+", "-"):
            signs.append(self.take().kind)
            if len(signs) > DEEPEST:
                raise self.unexpected("a number")
        node = self.power()
        for sign in reversed(signs):
            node = Unary(sign, node)
        return node

    def power(self) -> Node:
        """A factor with its exponent."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise ReadingError(
                f"nested deeper than {DEEPEST} levels at character {self.peek().column}", self.peek().column
            )
        node = self.factor()
        while self.skip("%"):
            node = Binary("/", node, Number("100"))
        token = self.peek()
        if token.kind == "power":
            self.take()
            node = Binary("**", node, _whole(token))
        elif token.kind in ("^", "**"):
            self.take()
            sign = self.take().kind if self.peek().kind in ("+", "-") else "+"
            exponent = self.power()
            node = Binary("**", node, Unary("-", exponent) if sign == "-" else exponent)
        self.depth -= 1
        return node

    def factor(self) -> Node:
        """A number, a constant, a root, a function or a bracket."""
        token = self.peek()
        if token.kind == "number":
            self.take()
            return Number(token.text)
        if token.kind == "√":
            self.take()
            return Call("sqrt", (self.factor(),))
        if token.kind == "word":
            return self._word()
        if token.kind == "|" and not self._inside_bars:
            self.take()
            self._inside_bars = True
            node = self.expression()
            self._inside_bars = False
            self._close("|")
            return Call("abs", (node,))
        if token.kind in CLOSING:
            self.take()
            node = self.expression()
            self._close(CLOSING[token.kind])
            return node
        raise self.unexpected("a number")

    def _word(self) -> Node:
        token = self.take()
        word = token.text.lower()
        if word in CONSTANTS:
            return Name(CONSTANTS[word])
        if word in FUNCTIONS:
            return Call(FUNCTIONS[word], (self.factor(),))
        known = "sqrt exp ln log abs pi e"
        raise ReadingError(
            f"{visible(token.text)} at character {token.column} is no number; known words are {known}", token.column
        )

    def _close(self, kind: str) -> None:
        if not self.skip(kind):
            raise self.unexpected(visible(kind))

    def finish(self) -> None:
        """Refuses what stands behind the end of a value."""
        if self.peek().kind != "end":
            raise self.unexpected("the end")


def _whole(token: Token) -> Node:
    sign, digits = token.text[:1], token.text.lstrip("+-")
    if not digits.isdigit():
        raise ReadingError(f"an exponent is incomplete at character {token.column}", token.column)
    return Unary("-", Number(digits)) if sign == "-" else Number(digits)


def sequence(nodes: list[Node]) -> Sequence:
    """Some nodes as a vector."""
    return Sequence(tuple(nodes))
