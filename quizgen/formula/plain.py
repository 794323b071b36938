"""Formulas on one line, in Unicode or in ASCII, written so that they can be read back."""

from __future__ import annotations

from .printer import Notation
from .symbols import LATIN_OF, Partial, Symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LOWERED = dict(zip("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"))
RAISED = dict(zip("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻"))
BAR, HAT, TILDE = "\u0304", "\u0302", "\u0303"


class Unicode(Notation):
    """One line, with Unicode's signs."""

    minus = "−"
    times = " × "
    dots = "…"
    signs: Mapping[str, str] = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        base = name.base + {"bar": BAR, "hat": HAT, "tilde": TILDE}.get(name.accent, "")
        below = ",".join([*name.sub, *indices])
        above = ",".join(name.sup)
        lowered = "".join(LOWERED.get(sign, "") for sign in below)
        base += lowered if len(lowered) == len(below) and len(below) <= 2 else f"_{below}"
        raised = "".join(RAISED.get(sign, "") for sign in above)
        return base + (raised if len(raised) == len(above) else f"^{above}")

    def partial(self, name: Partial) -> str:
        return f"∂{self.symbol(name.above, ())}/∂{self.symbol(name.below, ())}"

    def power(self, base: str, exponent: str) -> str:
        raised = "".join(RAISED.get(sign, "") for sign in exponent)
        return base + (raised if raised and len(raised) == len(exponent) else f"^{exponent}")

    def root(self, inner: str) -> str:
        return f"√{inner}" if inner.isascii() and inner.replace(".", "").isalnum() else f"√({inner})"

    def absolute(self, inner: str) -> str:
        return f"abs({inner})" if "|" in inner else f"|{inner}|"

    def over(self, function: str, index: str, body: str) -> str:
        sign = {"sum": "Σ", "prod": "Π", "argmin": "arg min", "argmax": "arg max"}.get(function, function)
        return f"{sign}_{index} {body}"

    def product(self, left: str, right: str, numbers: bool) -> str:
        return f"{left}{self.times if numbers else '·'}{right}"


class Ascii(Unicode):
    """One line, with the signs of a typewriter."""

    minus = "-"
    times = " * "
    dots = "..."
    signs = Notation.signs

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        base = LATIN_OF.get(name.base, name.base) + name.accent
        below = ",".join(LATIN_OF.get(part, part) for part in [*name.sub, *indices])
        above = ",".join(name.sup)
        joint = "" if below[:1].isdigit() and not indices else "_"
        return base + (joint + below if below else "") + (f"^{above}" if above else "")

    def partial(self, name: Partial) -> str:
        return f"d{self.symbol(name.above, ())}/d{self.symbol(name.below, ())}"

    def power(self, base: str, exponent: str) -> str:
        return f"{base}^{exponent}"

    def root(self, inner: str) -> str:
        return f"sqrt({inner})"

    def over(self, function: str, index: str, body: str) -> str:
        return f"{function}_{index} {body}"

    def call(self, function: str, args: list[str]) -> str:
        return super().call("sigmoid" if function == "σ" else function, args)

    def product(self, left: str, right: str, numbers: bool) -> str:
        return f"{left}{self.times if numbers else '*'}{right}"


UNICODE = Unicode()
ASCII = Ascii()
