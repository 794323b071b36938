"""Reads tokens by precedence into the nodes of a formula. Nothing is computed here.

From loosest to tightest: + and -; * and / and factors side by side, from left to right; a sign; a power, from right to
left; a percent sign behind a number or a bracket. So -3^2 is -9, 2(3+1) is 8 and 2^3^2 is 512. Where a line on paper would
show by its size or length what is meant, and a typed line does not, the text is refused with both readings: a factor behind
a denominator, 1/2(3); a percent sign behind one, or behind a power or root; anything but a sum behind ln 2; √2π.
"""

from __future__ import annotations

from ..formula.nodes import Binary, Call, Name, Node, Number, Unary
from .tokens import ReadingError, Token, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

FUNCTIONS = {"sqrt": "sqrt", "exp": "exp", "ln": "ln", "log": "ln", "abs": "abs"}
CONSTANTS = {"pi": "pi", "π": "pi", "e": "e"}
CLOSING = {"(": ")", "[": "]"}
DEEPEST = 30
UNCLEAR_FACTOR = "a factor behind a denominator can belong to it or to the whole fraction; write brackets"
UNCLEAR_PERCENT = "this percent sign can belong to one number or to the whole before it; write brackets"


class Reader:
    """Walks along tokens up to `stop`, the one behind them. `where` holds the columns of the nodes read, by their identity.
    In a list with `spaces` between entries a spaced number or sign ends the entry before it."""

    def __init__(self, tokens: Sequence[Token], stop: Token, spaces: bool = False) -> None:
        self.tokens = tokens
        self.stop = stop
        self.spaces = spaces
        self.at = 0
        self.depth = 0
        self.barred = False
        self.where: dict[int, int] = {}

    def peek(self, ahead: int = 0) -> Token:
        """The token `ahead` of the next one."""
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else self.stop

    def take(self) -> Token:
        """The next token, passed over."""
        token = self.peek()
        self.at += 1
        return token

    @property
    def done(self) -> bool:
        """Whether all tokens are read."""
        return self.at >= len(self.tokens)

    def whole(self) -> Node:
        """The one expression that all the tokens make."""
        node = self.expression()
        if not self.done:
            raise self.unexpected("the end")
        return node

    def unexpected(self, wanted: str) -> ReadingError:
        """The error that the next token is."""
        token = self.peek()
        what = f"{visible(token.text)} stands" if token.text else "the text ends"
        return ReadingError(f"{what} at character {token.column}, where {wanted} is expected", token.column)

    def expression(self) -> Node:
        """A sum."""
        self._descend()
        node = self._product()
        while self.peek().kind in ("+", "-") and not self._ends_entry():
            node = self._binary(self.take(), node, self._product())
        self.depth -= 1
        return node

    def _ends_entry(self) -> bool:
        """Whether a sign belongs to the next entry of a list: white space stands before it and none behind."""
        return self.spaces and not self.depth - 1 and self.peek().spaced and not self.peek(1).spaced

    def _product(self) -> Node:
        node, divided = self._signed(), False
        while True:
            token = self.peek()
            if token.kind in ("*", "/") or self._is_cross(token):
                divided = token.kind == "/"
                node = self._binary(self.take(), node, self._signed(divided))
            elif self._opens_factor(token):
                if divided:
                    raise _unclear(token, UNCLEAR_FACTOR)
                if self.spaces and self.depth == 1 and token.spaced:
                    raise _unclear(token, "this can be a factor or the list's next entry; write commas between entries")
                node = Binary("*", node, self._power())
            else:
                return node

    def _is_cross(self, token: Token) -> bool:
        """Whether an x is a times sign: one before a power of ten, as in 2x10^-3."""
        return token.text in ("x", "X") and self.peek(1).text == "10" and self.peek(2).kind in ("^", "**", "power")

    def _opens_factor(self, token: Token) -> bool:
        return token.kind in ("(", "√", "word") or (token.kind == "|" and not self.barred)

    def _binary(self, operator: Token, left: Node, right: Node) -> Node:
        return self._placed(Binary("*" if operator.kind == "word" else operator.kind, left, right), operator)

    def _placed(self, node: Node, token: Token) -> Node:
        self.where[id(node)] = token.column
        return node

    def _signed(self, divided: bool = False) -> Node:
        signs = []
        while self.peek().kind in ("+", "-"):
            signs.append(self.take().kind)
            if len(signs) > DEEPEST:
                raise self.unexpected("a number")
        node = self._power(not divided)
        for sign in reversed(signs):
            node = Unary(sign, node)
        return node

    def _power(self, percent: bool = True) -> Node:
        """A factor with its exponent. A percent sign behind it is clear only where `percent` says so."""
        self._descend()
        node = self._factor()
        if self.peek().kind == "%":
            if not percent:
                raise _unclear(self.peek(), UNCLEAR_PERCENT)
            node = self._placed(Unary("%", node), self.take())
        token = self.peek()
        if token.kind == "power":
            node = self._placed(Binary("**", node, _whole_exponent(self.take())), token)
        elif token.kind in ("^", "**"):
            self.take()
            node = self._placed(Binary("**", node, self._exponent()), token)
        if token is not self.peek() and self.peek().kind == "%":
            raise _unclear(self.peek(), UNCLEAR_PERCENT)
        self.depth -= 1
        return node

    def _exponent(self) -> Node:
        sign = self.take().kind if self.peek().kind in ("+", "-") else "+"
        exponent = self._power(False)
        return Unary("-", exponent) if sign == "-" else exponent

    def _factor(self) -> Node:
        """A number, a constant, a root, a function or a bracket."""
        token = self.peek()
        if token.kind == "number":
            return self._placed(Number(self.take().text), token)
        if token.kind == "√":
            return self._called("sqrt", self.take(), ("%",))
        if token.kind == "word":
            return self._word()
        if token.kind == "|" and not self.barred:
            return self._placed(Call("abs", (self._bracketed(self.take(), "|"),)), token)
        if token.kind in CLOSING:
            return self._bracketed(self.take(), CLOSING[token.kind])
        raise self.unexpected("a number")

    def _bracketed(self, opening: Token, closing: str) -> Node:
        outside, self.barred = self.barred, opening.kind == "|"
        node = self.expression()
        self.barred = outside
        if self.peek().kind != closing:
            raise self.unexpected(visible(closing))
        self.take()
        return node

    def _word(self) -> Node:
        token = self.take()
        word = token.text.lower()
        if word == "e" and self.peek().kind == "(":
            raise _unclear(token, "this can be e times the bracket or e to its power; write exp(...) or e*(...)")
        if word in CONSTANTS:
            return Name(CONSTANTS[word])
        if word in FUNCTIONS:
            return self._called(FUNCTIONS[word], token, ("%", "*", "/", "^", "**", "power"))
        known = ", ".join([*FUNCTIONS, *CONSTANTS])
        raise ReadingError(
            f"{visible(token.text)} at character {token.column} is no number; the words known are {known}", token.column
        )

    def _called(self, function: str, token: Token, unclear: tuple[str, ...]) -> Node:
        """A root or function of a bracket, or of one bare factor that no more factors and no sign of `unclear` follow."""
        self._descend()
        bare = self.peek().kind not in CLOSING
        argument = self._factor()
        if bare and (self.peek().kind in unclear or self._opens_factor(self.peek())):
            raise _unclear(token, "this can reach over one factor or over all; write brackets")
        self.depth -= 1
        return self._placed(Call(function, (argument,)), token)

    def _descend(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            column = self.peek().column
            raise ReadingError(f"nested deeper than {DEEPEST} levels at character {column}", column)


def _unclear(token: Token, why: str) -> ReadingError:
    return ReadingError(f"{visible(token.text)} at character {token.column}: {why}", token.column)


def _whole_exponent(token: Token) -> Node:
    sign, digits = token.text[:1], token.text.lstrip("+-")
    if not digits.isdigit() or len(token.text) - len(digits) > 1:
        raise ReadingError(f"the exponent at character {token.column} is no whole number", token.column)
    return Unary("-", Number(digits)) if sign == "-" else Number(digits)
