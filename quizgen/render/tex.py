"""Text from outside for TeX: nothing in it is a command, and nothing is left that its fonts lack."""

from __future__ import annotations

import unicodedata

from ..formula.symbols import LATIN_OF
from .escape import harmless

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\ensuremath{<}",
    ">": r"\ensuremath{>}",
    "|": r"\ensuremath{|}",
    '"': r"\quizquote{}",
    "`": r"\char96{}",
    "€": "EUR",
    "…": r"\ldots{}",
    "–": r"\textendash{}",
    "—": r"\textemdash{}",
    "’": "'",
    "‘": "`",
    "“": r"\textquotedblleft{}",
    "”": r"\textquotedblright{}",
    "«": r"\ensuremath{\ll}",
    "»": r"\ensuremath{\gg}",
    "§": r"\S{}",
    "¶": r"\P{}",
    "©": r"\copyright{}",
    "£": r"\pounds{}",
    "½": r"\ensuremath{\tfrac12}",
    "¼": r"\ensuremath{\tfrac14}",
    "¾": r"\ensuremath{\tfrac34}",
    "°": r"\ensuremath{^\circ}",
    "µ": r"\ensuremath{\mu}",
    "\u00a0": "~",
    "\u2009": r"\,",
    "\u202f": r"\,",
}
LETTERS = "ßæøåÆØÅŒœłŁıȷ"
ACCENTS = frozenset("\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327")
MATHS = {
    "−": "-",
    "×": r"\times",
    "·": r"\cdot",
    "÷": r"\div",
    "±": r"\pm",
    "≤": r"\le",
    "≥": r"\ge",
    "≠": r"\ne",
    "≈": r"\approx",
    "→": r"\to",
    "⇒": r"\Rightarrow",
    "√": r"\surd ",
    "∂": r"\partial",
    "Σ": r"\sum",
    "Π": r"\prod",
    "∞": r"\infty",
    "∈": r"\in",
    "‖": r"\Vert ",
    **{letter: "\\" + name for letter, name in LATIN_OF.items() if letter not in "Σ"},
    **{sign: f"_{place}" for place, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")},
    **{sign: f"^{place}" for place, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
    "ᵢ": "_i",
    "ⱼ": "_j",
    "ₙ": "_n",
}


class Escapes(dict[int, str]):
    """Each character as TeX takes it, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _escaped(chr(code))
        return made


ESCAPED = Escapes()


def escaped(text: str) -> str:
    """A text in which nothing is a command, no signs run together to others, and nothing is left that TeX's own fonts
    lack: that becomes its nearest letters, or a question mark."""
    plain = unicodedata.normalize("NFC", harmless(text)).translate(ESCAPED)
    return plain.replace("--", "-{}-").replace("--", "-{}-").replace(",,", ",{},")


def _escaped(sign: str) -> str:
    if sign in ESCAPES:
        return ESCAPES[sign]
    if sign in MATHS:
        return rf"\ensuremath{{{MATHS[sign]}}}"
    if sign.isascii() or sign in LETTERS or _is_accented(sign):
        return sign
    plain = "".join(part for part in unicodedata.normalize("NFKD", sign) if part.isascii() and part.isprintable())
    return "".join(ESCAPES.get(part, part) for part in plain) or "?"


def _is_accented(sign: str) -> bool:
    """Whether a letter is a Latin one with an accent that TeX puts on it."""
    parts = unicodedata.normalize("NFD", sign)
    return 0xC0 <= ord(sign) < 0x180 and len(parts) == 2 and parts[0].isascii() and parts[1] in ACCENTS
