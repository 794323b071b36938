"""Formulas on one line, in Unicode or in ASCII, written so that they can be read back."""

from __future__ import annotations

from .printer import SLOT, Notation
from .symbols import LATIN_OF, Partial, Symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LOWERED = dict(zip("0123456789aehijklmnoprstuvx+−", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₊₋"))
RAISED = dict(zip("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻"))
RAISED_WORDS = {"new": "ⁿᵉʷ", "old": "ᵒˡᵈ", "*": "*"}
BAR, HAT, TILDE = "\u0304", "\u0302", "\u0303"
ACCENTS = {"": "", "bar": BAR, "hat": HAT, "tilde": TILDE}


def columns(text: str) -> int:
    """How many columns a text takes: an accent over a letter takes none."""
    return len(text) if text.isascii() else len(text) - sum(map(text.count, (BAR, HAT, TILDE)))


class Unicode(Notation):
    """One line, with Unicode's signs. Digits and single letters are lowered and raised; words stand behind _ and ^."""

    minus = "−"
    times = " × "
    dots = "…"
    signs: Mapping[str, str] = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}
    root_binds = True

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        parts = [*name.sub, *indices]
        lowered = _lowered(parts)
        rest = _together(",".join(parts[len(lowered) :]))
        raised = "".join(map(_raised, name.sup))
        return name.base + ACCENTS[name.accent] + _side_by_side(lowered) + raised + (f"_{rest}" if rest else "")

    def partial(self, name: Partial) -> str:
        return f"∂{self.symbol(name.above, ())}/∂{self.symbol(name.below, ())}"

    def power(self, base: str, exponent: str) -> str:
        raised = _translated(exponent, RAISED)
        return base + (raised or f"^{exponent}")

    def root(self, inner: str) -> str:
        binds = inner[:1] in "(|" or inner.startswith(SLOT) or not set(inner).intersection("(^⁰¹²³⁴⁵⁶⁷⁸⁹ⁿᵒ")
        return f"√{inner}" if binds else f"√({inner})"

    def absolute(self, inner: str) -> str:
        return f"abs({inner})" if "|" in inner else f"|{inner}|"

    def whole(self, function: str, inner: str) -> str:
        return f"⌊{inner}⌋" if function == "floor" else f"⌈{inner}⌉"

    def over(self, function: str, index: str, body: str) -> str:
        sign = {"sum": "Σ", "prod": "Π", "argmin": "arg min", "argmax": "arg max"}.get(function, function)
        below = f"_{{{index}}}" if " " in index else f"_{index}"
        return f"{sign}{_translated(index, LOWERED) or below} {body}"

    def product(self, left: str, right: str, numbers: bool) -> str:
        if numbers:
            return f"{left}{self.times}{right}"
        return f"{left} · {right}" if "/" in left else f"{left}·{right}"

    def matrix(self, rows: list[list[str]]) -> str:
        return f"[{', '.join(map(self.vector, rows))}]"

    def quantile(self, letter: str, args: list[str]) -> str:
        return self.call(f"{letter}-quantile", args)

    def subscript_call(self, letter: str, below: list[str]) -> str:
        return f"{letter}_{','.join(below)}"


def _lowered(parts: Iterable[str]) -> list[str]:
    """The first of some subscripts, as far as they are digits, or single letters and sums of these that can be lowered."""
    found: list[str] = []
    for part in parts:
        terms = part.replace("−", "+").split(" + ")
        lowered = _translated(part.replace(" ", ""), LOWERED)
        if not lowered or any(len(term) > 1 and not term.isdigit() for term in terms):
            break
        found.append(lowered)
    return found


def _together(below: str) -> str:
    """Subscripts that are not lowered, in brackets where they have spaces: h_(t − 1)."""
    return f"({below})" if " " in below else below


def _side_by_side(lowered: list[str]) -> str:
    """ⱼᵢ for letters, ₁,₂ where digits would run together."""
    return ("," if any(part[0] in "₀₁₂₃₄₅₆₇₈₉" for part in lowered[1:]) else "").join(lowered)


def _raised(part: str) -> str:
    """What stands above a symbol: ², ⁿᵉʷ, or ^ before a word."""
    digits, _, word = part.rpartition(",")
    raised = _translated(digits, RAISED) + (_translated(word, RAISED) or RAISED_WORDS.get(word, ""))
    return raised or f"^{part}"


def _translated(text: str, signs: Mapping[str, str]) -> str:
    """The text in other signs; nothing where one has none."""
    found = "".join(signs.get(sign, "") for sign in text)
    return found if len(found) == len(text) else ""


class Ascii(Unicode):
    """One line, with the signs of a typewriter."""

    minus = "-"
    times = " * "
    dots = "..."
    signs = Notation.signs
    root_binds = False

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        number = name.sub[0] if name.sub and name.sub[0].isdigit() else ""
        parts = [LATIN_OF.get(part, part) for part in [*name.sub[bool(number) :], *indices]]
        below = f"_{_together(parts[0])}" if len(parts) == 1 else f"_{{{','.join(parts)}}}" if parts else ""
        above = ",".join(name.sup)
        return LATIN_OF.get(name.base, name.base) + name.accent + number + below + (f"^{above}" if above else "")

    def partial(self, name: Partial) -> str:
        return f"d{self.symbol(name.above, ())}/d{self.symbol(name.below, ())}"

    def power(self, base: str, exponent: str) -> str:
        return f"{base}^{exponent}"

    def root(self, inner: str) -> str:
        return f"sqrt({inner})"

    def whole(self, function: str, inner: str) -> str:
        return self.call(function, [inner])

    def over(self, function: str, index: str, body: str) -> str:
        below = f"{{{index}}}" if " " in index else index
        return f"{function}_{below} {body}"

    def call(self, function: str, args: list[str]) -> str:
        return super().call("sigmoid" if function == "σ" else function, args)

    def product(self, left: str, right: str, numbers: bool) -> str:
        return f"{left}{self.times if numbers or '/' in left else '*'}{right}"


UNICODE = Unicode()
ASCII = Ascii()
