"""What a name looks like: mu0 is μ with subscript 0, xbar an x with a bar, w5_new a w with subscript 5 and "new" above."""

from __future__ import annotations

import re
from functools import lru_cache

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

GREEK = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "zeta": "ζ",
    "eta": "η",
    "theta": "θ",
    "kappa": "κ",
    "mu": "μ",
    "nu": "ν",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "phi": "φ",
    "chi": "χ",
    "psi": "ψ",
    "omega": "ω",
    "Delta": "Δ",
    "Sigma": "Σ",
    "Phi": "Φ",
    "Omega": "Ω",
    "Gamma": "Γ",
    "Theta": "Θ",
}
GREEK["lambda"] = "λ"
LATIN_OF = {letter: name for name, letter in GREEK.items()}
ACCENTS = ("bar", "hat", "tilde")
ABOVE = ("new", "old", "after")


class Symbol(Record):
    """A base (a letter, a Greek letter or a word) with an accent and with what stands below and above it."""

    base: str
    accent: str = ""
    sub: tuple[str, ...] = ()
    sup: tuple[str, ...] = ()


class Partial(Record):
    """A partial derivative."""

    above: Symbol
    below: Symbol


def symbol(name: str, table: Mapping[str, str] | None = None) -> Symbol | Partial:
    """The symbol of a name; `table` overrules the general rule, in TeX's short notation: "d^2", r"\\bar x", "w_c^{new}"."""
    return _from_notation(table[name]) if table and name in table else _from_name(name)


@lru_cache(maxsize=4096)
def _from_name(name: str) -> Symbol | Partial:
    derivative = re.fullmatch(r"d([A-Za-z]\w*?)_d([A-Za-z]\w*)", name)
    if derivative:
        return Partial(_plain(derivative[1]), _plain(_with_underscore(derivative[2])))
    return _plain(name)


def _with_underscore(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])in$", "_in", name) if not name.endswith("_in") else name


def _plain(name: str) -> Symbol:
    head, *tail = name.split("_")
    found = re.fullmatch(r"([A-Za-zα-ωΑ-Ω]+?)(\d*)", head)
    letters, digits = (found[1], found[2]) if found else (head, "")
    accent = next((accent for accent in ACCENTS if len(letters) == len(accent) + 1 and letters.endswith(accent)), "")
    base = letters[:1] if accent else GREEK.get(letters, letters)
    above = tuple(part for part in tail if part in ABOVE)
    below = tuple(GREEK.get(part, part) for part in tail if part not in ABOVE)
    return Symbol(base, accent, (digits, *below) if digits else below, above)


@lru_cache(maxsize=4096)
def _from_notation(text: str) -> Symbol | Partial:
    parts = re.fullmatch(r"\\partial ?(.+?)/\\partial ?(.+)", text)
    if parts:
        return Partial(_one_symbol(parts[1]), _one_symbol(parts[2]))
    return _one_symbol(text)


def _one_symbol(text: str) -> Symbol:
    found = re.fullmatch(
        r"(\\bar ?|\\hat ?|\\tilde ?)?(\\text\{[^}]*\}|\\[A-Za-z]+|[^_^\\]+?)((?:[_^](?:\{[^}]*\}|.))*)", text
    )
    if not found:
        raise ValueError(f"symbol {text!r} is not like d^2, \\bar x or w_c^{{new}}")
    marks = re.findall(r"([_^])(?:\{([^}]*)\}|(.))", found[3])
    below = tuple(_letter(group or sign) for mark, group, sign in marks if mark == "_")
    above = tuple(_letter(group or sign) for mark, group, sign in marks if mark == "^")
    return Symbol(_letter(found[2]), (found[1] or "").strip("\\ "), below, above)


def _letter(text: str) -> str:
    if text.startswith("\\text{"):
        return text[6:-1]
    return GREEK.get(text.lstrip("\\"), text)
