"""Text in ASCII, for where no more can be shown."""

from __future__ import annotations

from ..formula.plain import LOWERED, RAISED
from ..formula.symbols import GREEK

SIGNS = {
    "−": "-",
    "×": "x",
    "÷": "/",
    "·": "*",
    "…": "...",
    "√": "sqrt ",
    "→": "->",
    "⇒": "=>",
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "≈": "~",
    "∞": "infinity",
    "∈": "in",
    "∂": "d",
    "Π": "prod",
    "½": "1/2",
    "°": " deg",
    "Ω": "ohm",
    "€": "EUR",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "✓": "ok",
    "✗": "x",
}
FRAMES = dict(zip("─│⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦┌╲", "-|/|\\\\|/[[[]]] \\"))
GREEK_NAMES = {letter: name for name, letter in GREEK.items()}
NUMERALS = {sign: f"^{plain}" for plain, sign in RAISED.items()} | {
    sign: plain if plain.isdigit() else f"_{plain}" for plain, sign in LOWERED.items()
}
ASCII_FOR = {**GREEK_NAMES, **NUMERALS, **FRAMES, **SIGNS}


def to_ascii(text: str) -> str:
    """The text with every sign that is not ASCII written otherwise; "?" for what nothing stands for."""
    return text if text.isascii() else "".join(map(_sign, text))


def _sign(sign: str) -> str:
    if sign.isascii():
        return sign
    found = ASCII_FOR.get(sign)
    return _bare(sign) if found is None else found


def _bare(sign: str) -> str:
    """A letter without its accents."""
    from unicodedata import combining, normalize

    letters = "".join(part for part in normalize("NFKD", sign) if not combining(part))
    return letters if letters.isascii() and (letters or combining(sign)) else "?"
