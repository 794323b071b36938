"""Typst's math mode."""

from __future__ import annotations

from .printer import Notation
from .symbols import LATIN_OF, Partial, Symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def quoted(text: str) -> str:
    """A string literal: data, never markup."""
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    return f'"{escaped}"'


class Typst(Notation):
    """Formulas between Typst's dollars. Words are string literals, so that nothing in them is markup."""

    times = " times "
    dots = "dots.h"
    signs: Mapping[str, str] = {"==": "=", "!=": "!=", "<=": "<=", ">=": ">=", "<": "<", ">": ">"}
    stacks = True

    def number(self, text: str) -> str:
        mantissa, _, exponent = text.lower().partition("e")
        return f"{mantissa} times 10^({int(exponent)})" if exponent else mantissa

    def word(self, text: str) -> str:
        return quoted(text)

    def letter(self, text: str) -> str:
        """A letter or words of a symbol; a sign may stand before it."""
        if text[:1] == "-":
            return f"-{self.letter(text[1:])}"
        if text in LATIN_OF:
            return {"phi": "phi.alt"}.get(LATIN_OF[text], LATIN_OF[text])
        return text if (len(text.rstrip("'")) == 1 and text[0].isalpha()) or text.isdigit() else quoted(text)

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        base = self.letter(name.base)
        if name.accent:
            base = f"{ {'bar': 'macron'}.get(name.accent, name.accent) }({base})"
        below = ",".join([*map(self._mark, name.sub), *indices])
        above = ",".join(map(self._mark, name.sup))
        return base + (f"_({below})" if below else "") + (f"^({above})" if above else "")

    def _mark(self, text: str) -> str:
        letters = text.rstrip("0123456789")
        return f"{self.letter(letters)}_({text[len(letters) :]})" if letters and letters != text else self.letter(text)

    def partial(self, name: Partial) -> str:
        return f"(partial {self.symbol(name.above, ())})/(partial {self.symbol(name.below, ())})"

    def fraction(self, above: str, below: str) -> str:
        return f"frac({above}, {below})"

    def slashed(self, above: str, below: str) -> str:
        return f"{above} \\/ {below}"

    def power(self, base: str, exponent: str) -> str:
        return f"{base}^({exponent})"

    def root(self, inner: str) -> str:
        return f"sqrt({inner})"

    def absolute(self, inner: str) -> str:
        return f"abs({inner})"

    def whole(self, function: str, inner: str) -> str:
        return f"{function}({inner})"

    def binomial(self, above: str, below: str) -> str:
        return f"binom({above}, {below})"

    def over(self, function: str, index: str, body: str) -> str:
        sign = {
            "sum": "sum",
            "prod": "product",
            "argmin": 'op("arg min", limits: #true)',
            "argmax": 'op("arg max", limits: #true)',
        }.get(function, f"op({quoted(function)}, limits: #true)")
        return f"{sign}_({index}) {body}"

    def call(self, function: str, args: list[str]) -> str:
        name = "sigma" if function == "σ" else f"op({quoted(function)})"
        return f"{name} ({', '.join(args)})"

    def product(self, left: str, right: str, numbers: bool) -> str:
        upright = left.endswith('"') or right.startswith('"')
        return f"{left} times {right}" if numbers or upright else f"{left} thin {right}"

    def matrix(self, rows: list[list[str]]) -> str:
        return f"mat({'; '.join(', '.join(row) for row in rows)})"

    def cases(self, branches: list[tuple[str, str]], no: str) -> str:
        rows = "".join(f'{yes} &"if " {condition}, ' for yes, condition in branches)
        return f'cases({rows}{no} &"else")'

    def subscript_call(self, letter: str, below: list[str]) -> str:
        return f"{letter}_({', '.join(below)})"


TYPST = Typst()
