"""What a written value is worth: its number, and the precision that it is written with."""

from __future__ import annotations

import math

from ..formula.nodes import Binary, Call, Name, Node, Number, Unary
from ..record import Record
from .tokens import ReadingError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 1e300
STEEPEST = 400.0
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


def written(node: Node) -> Written:
    """The value of a tree of numbers. ReadingError where it has none, or one too large."""
    try:
        value = _value(node)
    except ZeroDivisionError:
        raise ReadingError("division by zero", 1) from None
    except (ValueError, OverflowError) as error:
        if isinstance(error, ReadingError):
            raise
        raise ReadingError("the number is too large, or a root or logarithm of a number that has none", 1) from None
    _bounded(value)
    literal = _literal(node)
    if literal is None:
        return Written(value, f"{value:.12g}", 0.0, None, None, node)
    text, shift = literal
    places, figures = _precision(text)
    unit = 10.0 ** -(places + shift)
    if shift:
        return Written(value, f"{value:.12g}", unit, max(0, places + shift), figures, node)
    return Written(float(text), text, unit, max(0, places), figures, node)


def _bounded(value: float) -> None:
    if isinstance(value, complex) or not math.isfinite(value) or abs(value) > LARGEST:
        raise ReadingError(f"the number is too large; at most {LARGEST:g} is read", 1)


def _literal(node: Node) -> tuple[str, int] | None:
    """The text of a plain number, and by how many places a percent sign or a power of ten shifts it."""
    match node:
        case Number(text):
            return text, 0
        case Unary("-", Number(text)):
            return "-" + text, 0
        case Unary("+", inner):
            return _literal(inner)
        case Binary("/", Number(text), Number("100")):
            return text, 2
        case Unary("-", Binary("/", Number(text), Number("100"))):
            return "-" + text, 2
        case Binary("*", left, Binary("**", Number("10"), exponent)):
            factor, power = _literal(left), _literal(exponent)
            if factor and power and not factor[1] and power[0].lstrip("-").isdigit():
                return factor[0], -int(power[0])
    return None


def _precision(text: str) -> tuple[int, int]:
    """Decimals (below zero for 3e5) and significant figures of a literal."""
    digits, _, exponent = text.lower().lstrip("-").partition("e")
    whole, _, fraction = digits.partition(".")
    significant = (whole + fraction).lstrip("0")
    return len(fraction) - int(exponent or 0), len(significant)


def _value(node: Node) -> float:
    match node:
        case Number(text):
            if len(text.lower().partition("e")[2].lstrip("+-")) > 4:
                raise OverflowError
            return float(text)
        case Name("pi"):
            return math.pi
        case Name("e"):
            return math.e
        case Unary(op, arg):
            return -_value(arg) if op == "-" else _value(arg)
        case Binary("**", left, right):
            return _power(_value(left), _value(right))
        case Binary(op, left, right):
            a, b = _value(left), _value(right)
            value = a + b if op == "+" else a - b if op == "-" else a * b if op == "*" else a / b
            _bounded(value)
            return value
        case Call(function, (arg,)):
            return float(FUNCTIONS[function](_value(arg)))
    raise ReadingError("this is no number", 1)


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > STEEPEST:
        raise ReadingError(f"an exponent of {exponent:g} is too large; at most {STEEPEST:g} is read", 1)
    value = base**exponent
    _bounded(value)
    return float(value)
