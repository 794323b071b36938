"""Formulas in words, for screen readers: "the fraction x bar minus mu 0 over S E, end of fraction"."""

from __future__ import annotations

from .printer import Notation
from .symbols import LATIN_OF, Partial, Symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class Spoken(Notation):
    """Words in the author's order, with the ends of fractions, roots and parentheses said."""

    minus = "minus"
    times = " times "
    dots = "and so on"
    signs: Mapping[str, str] = {
        "==": "equals",
        "!=": "is not",
        "<=": "is at most",
        ">=": "is at least",
        "<": "is less than",
        ">": "is greater than",
    }
    stacks = True

    def number(self, text: str) -> str:
        mantissa, _, exponent = text.lower().partition("e")
        spoken = mantissa.replace("-", "minus ")
        return f"{spoken} times 10 to the power {int(exponent)}" if exponent else spoken

    def signed(self, sign: str, inner: str) -> str:
        return f"{'minus' if sign == '-' else 'plus'} {inner}"

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        words = [
            LATIN_OF.get(name.base, name.base),
            name.accent,
            *(LATIN_OF.get(part, part) for part in name.sub),
            *indices,
        ]
        raised = {"2": "squared", "3": "cubed"}
        return " ".join(word for word in [*words, *(raised.get(part, part) for part in name.sup)] if word)

    def partial(self, name: Partial) -> str:
        return f"the derivative of {self.symbol(name.above, ())} with respect to {self.symbol(name.below, ())}"

    def group(self, inner: str) -> str:
        return f"open parenthesis {inner} close parenthesis"

    def fraction(self, above: str, below: str) -> str:
        if " " not in above and " " not in below:
            return f"{above} over {below}"
        return f"the fraction {above} over {below}, end of fraction"

    def slashed(self, above: str, below: str) -> str:
        return f"{above} over {below}"

    def power(self, base: str, exponent: str) -> str:
        if exponent in ("2", "3"):
            return f"{base} {'squared' if exponent == '2' else 'cubed'}"
        return f"{base} to the power {exponent}, end of power"

    def root(self, inner: str) -> str:
        return f"the square root of {inner}" if " " not in inner else f"the square root of {inner}, end of root"

    def absolute(self, inner: str) -> str:
        return f"the absolute value of {inner}" if " " not in inner else f"the absolute value of {inner}, end of value"

    def whole(self, function: str, inner: str) -> str:
        way = "down" if function == "floor" else "up"
        return f"{inner} rounded {way}" if " " not in inner else f"{inner}, all rounded {way}"

    def over(self, function: str, index: str, body: str) -> str:
        name = {"sum": "the sum", "prod": "the product"}.get(function, function)
        return f"{name} over {index} of {body}"

    def call(self, function: str, args: list[str]) -> str:
        return f"{'sigma' if function == 'σ' else function} of {' and '.join(args)}"

    def vector(self, items: list[str]) -> str:
        return f"the vector {', '.join(items)}"

    def matrix(self, rows: list[list[str]]) -> str:
        return f"the matrix with rows {'; '.join(', '.join(row) for row in rows)}"

    def subscript_call(self, letter: str, below: list[str]) -> str:
        return f"{letter} for {' and '.join(below)}"


SPOKEN = Spoken()
