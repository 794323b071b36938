"""The texts of items: plain words, with formulas between dollars."""

from __future__ import annotations

from ..document import Maths
from ..formula.parse import FormulaError, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..document import Text

INDICES = frozenset("ijkn")
SYMBOLS: Mapping[str, str] = {}


def told(text: str) -> Text:
    """A text with its formulas. ValueError where a formula is not closed or cannot be read, or a sign steers a terminal."""
    if not text.strip() or text != text.strip():
        raise ValueError("a text is empty, or a space stands at its beginning or end")
    strange = next((sign for sign in text if not sign.isprintable()), None)
    if strange is not None:
        raise ValueError(f"U+{ord(strange):04X} is no printable character")
    pieces = text.split("$")
    if len(pieces) % 2 == 0:
        raise ValueError("a $ is opened and not closed")
    try:
        parts = [Maths(parse(piece, INDICES), SYMBOLS) if at % 2 else piece for at, piece in enumerate(pieces)]
    except FormulaError as error:
        raise ValueError(str(error)) from None
    return tuple(part for part in parts if part != "")
