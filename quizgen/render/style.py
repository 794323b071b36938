"""Color in a terminal: it adds to words and marks, and never stands for them."""

from __future__ import annotations

CODES = {"strong": "1", "quiet": "2", "good": "32", "fair": "33", "bad": "31"}


def painted(text: str, style: str) -> str:
    """The text in a style, and the plain style behind it."""
    return f"\x1b[{CODES[style]}m{text}\x1b[0m"
