"""Text from outside made fit to print: nothing unseen that steers a terminal, a page or the direction of writing."""

from __future__ import annotations

import re
import unicodedata

STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
# Latin, Greek, Cyrillic, Hebrew, punctuation, signs: what the fonts inside Typst have in every style.
LACKING = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0300-\u030c\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0481\u048a-\u04ff\u05d0-\u05ea"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u2040\u2070\u2071\u2074-\u208e\u2090-\u209c\u20ac\u2116\u2122\u2190-\u23ff"
    "\u2460-\u24ff\u2500-\u25ff\u27c0-\u27ff\ufb00-\ufb06\ufffd]|(?<![A-Za-z])[\u0300-\u030c]"
)
REPLACEMENT = "\ufffd"


def harmless(text: str) -> str:
    """The text without control characters, lone surrogates and marks that turn or join; line ends become spaces."""
    return text if text.isascii() and text.isprintable() else STEERING.sub(_steered, text)


def _steered(found: re.Match[str]) -> str:
    return " " if found[0] in "\n\r\t\u2028\u2029" else ""


def typeset(text: str) -> str:
    """The harmless text with what Typst's own fonts lack replaced by a visible sign, since PDF/UA has no room for gaps."""
    if text.isascii() and text.isprintable():
        return text
    return LACKING.sub(REPLACEMENT, unicodedata.normalize("NFC", harmless(text)))
