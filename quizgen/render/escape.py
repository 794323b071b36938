"""Text from outside made fit to print: nothing that steers a terminal, a page or the direction of writing."""

from __future__ import annotations

STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb")


def harmless(text: str) -> str:
    """The text without control characters, lone surrogates and marks that turn the direction; line ends become spaces."""
    return "".join(" " if sign in "\n\r\t" else sign for sign in text if sign in "\n\r\t" or not _steers(sign))


def _steers(sign: str) -> bool:
    code = ord(sign)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or sign in STEERING
