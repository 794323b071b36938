"""What a written value is worth: its number, and the precision that it is written with."""

from __future__ import annotations

import math

from ..formula.nodes import Binary, Call, Name, Node, Number, Unary
from ..record import Record
from .tokens import ReadingError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LARGEST, SMALLEST = 1e300, 1e-300
STEEPEST = 400.0
LONGEST = 300
TOO_LARGE = f"the number is too large; at most {LARGEST:g} is read"
TOO_SMALL = f"the number is too small; at least {SMALLEST:g} is read"
FUNCTIONS: dict[str, Callable[[float], float]] = {"sqrt": math.sqrt, "exp": math.exp, "ln": math.log, "abs": abs}


class Written(Record):
    """A number as written: "1.40" is a value and a precision.

    `text` is plain ASCII. `unit` is one unit of the last place written (0.01 for 1.40, 0.001 for 62.5%), 0 for an
    expression; `places` and `figures` count decimals and significant figures, None for an expression.
    """

    value: float
    text: str
    unit: float
    places: int | None
    figures: int | None
    node: Node


def written(node: Node, where: Mapping[int, int]) -> Written:
    """The value of a tree of numbers; `where` holds the columns of its nodes. ReadingError where it has none, or one that
    is too large or too small."""
    value = _Evaluation(where).value(node) or 0.0
    literal = _literal(node)
    if literal is None:
        return Written(value, f"{value:.12g}", 0.0, None, None, node)
    digits, shift = literal
    text = _tidy(digits)
    places, figures = _precision(text)
    unit = 10.0 ** -min(max(places + shift, -LONGEST), LONGEST)
    return Written(value, f"{value:.12g}" if shift else text, unit, max(0, places + shift), figures, node)


def _literal(node: Node) -> tuple[str, int] | None:
    """The text of a plain number, and by how many places a percent sign or a power of ten shifts it."""
    match node:
        case Number(text):
            return text, 0
        case Unary("-", inner):
            literal = _literal(inner)
            return literal and (f"-{literal[0]}".replace("--", ""), literal[1])
        case Unary("+", inner):
            return _literal(inner)
        case Unary("%", Number(text)):
            return text, 2
        case Binary("*", left, Binary("**", Number("10"), exponent)):
            factor, power = _literal(left), _literal(exponent)
            if factor and power and not factor[1] and power[0].lstrip("-").isdigit():
                return factor[0], -int(power[0])
    return None


def _tidy(literal: str) -> str:
    """A literal as one writes it: 0.5 for .5 and 00.5, 3 for 3., e-3 for E-03, 0 for -0."""
    mantissa, _, exponent = literal.lstrip("-").lower().partition("e")
    whole, _, fraction = mantissa.partition(".")
    sign = "-" if literal[0] == "-" and mantissa.strip("0.") else ""
    return f"{sign}{whole.lstrip('0') or '0'}{'.' * bool(fraction)}{fraction}{f'e{int(exponent)}' if exponent else ''}"


def _precision(text: str) -> tuple[int, int]:
    """Decimals (below zero for 3e5) and significant figures of a literal."""
    digits, _, exponent = text.lstrip("-").partition("e")
    whole, _, fraction = digits.partition(".")
    return len(fraction) - int(exponent or 0), len((whole + fraction).lstrip("0"))


class _Evaluation:
    """The values of a tree's nodes. Errors name the column of the operator that has none."""

    def __init__(self, where: Mapping[int, int]) -> None:
        self.where = where

    def value(self, node: Node) -> float:
        """The node's value, a finite number that is zero or of a size that can be worked with."""
        try:
            value = self._value(node)
        except ZeroDivisionError:
            raise self._error(node, "division by zero") from None
        except OverflowError:
            raise self._error(node, TOO_LARGE) from None
        if isinstance(value, complex):
            raise self._error(node, "a root of a negative number")
        if not abs(value) <= LARGEST:
            raise self._error(node, TOO_LARGE)
        if 0 < abs(value) < SMALLEST:
            raise self._error(node, TOO_SMALL)
        return value

    def _value(self, node: Node) -> float:
        match node:
            case Number(text):
                return self._number(node, text)
            case Name("pi"):
                return math.pi
            case Name("e"):
                return math.e
            case Unary(op, arg):
                value = self.value(arg)
                return -value if op == "-" else value / 100 if op == "%" else value
            case Binary("**", left, right):
                return self._power(node, self.value(left), self.value(right))
            case Binary(op, left, right):
                return self._arithmetic(node, op, self.value(left), self.value(right))
            case Call(function, (arg,)):
                return self._call(node, function, self.value(arg))
        raise self._error(node, "this is no number")

    def _number(self, node: Node, text: str) -> float:
        value = float(text)
        if not value and text.lower().partition("e")[0].strip("0."):
            raise self._error(node, TOO_SMALL)
        return value

    def _arithmetic(self, node: Node, op: str, a: float, b: float) -> float:
        value = a + b if op == "+" else a - b if op == "-" else a * b if op == "*" else a / b
        if op in "*/" and a and b and not value:
            raise self._error(node, TOO_SMALL)
        return value

    def _power(self, node: Node, base: float, exponent: float) -> float:
        if abs(exponent) > STEEPEST:
            raise self._error(node, f"an exponent of {exponent:g} is too large; at most {STEEPEST:g} is read")
        power = base**exponent
        if base and not power:
            raise self._error(node, TOO_SMALL)
        return power  # type: ignore[no-any-return]

    def _call(self, node: Node, function: str, arg: float) -> float:
        if arg < 0 and function == "sqrt":
            raise self._error(node, "a root of a negative number")
        if arg <= 0 and function == "ln":
            raise self._error(node, "a logarithm of a number that is not above 0")
        if function == "exp" and arg < -STEEPEST:
            raise self._error(node, TOO_SMALL)
        return FUNCTIONS[function](arg)

    def _error(self, node: Node, why: str) -> ReadingError:
        column = self.where.get(id(node), 1)
        return ReadingError(f"{why}, at character {column}", column)
