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
    "⌊": "floor(",
    "⌋": ")",
    "⌈": "ceil(",
    "⌉": ")",
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
    "±": "+/-",
    "‖": "|",
    "′": "'",
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
ASCII_FOR = {**GREEK_NAMES, **FRAMES, **SIGNS}
ABOVE = {sign: plain for plain, sign in RAISED.items() if plain.isascii()}
BELOW = {sign: plain for plain, sign in LOWERED.items()}


def to_ascii(text: str) -> str:
    """The text with every sign that is not ASCII written otherwise; "?" for what nothing stands for."""
    if text.isascii():
        return text
    return "".join(_sign(sign, before) for sign, before in zip(text, " " + text))


def _sign(sign: str, before: str) -> str:
    if sign.isascii():
        return sign
    if sign in ABOVE:
        return ABOVE[sign] if before in ABOVE else f"^{ABOVE[sign]}"
    if sign in BELOW:
        return BELOW[sign] if before in BELOW or BELOW[sign].isdigit() else f"_{BELOW[sign]}"
    found = ASCII_FOR.get(sign)
    return _bare(sign) if found is None else found


def _bare(sign: str) -> str:
    """A letter without its accents."""
    from unicodedata import combining, normalize

    letters = "".join(part for part in normalize("NFKD", sign) if not combining(part))
    return letters if letters.isascii() and (letters or combining(sign)) else "?"
