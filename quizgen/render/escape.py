"""Text from outside made fit to print: nothing that steers a terminal, a page or the direction of writing."""

from __future__ import annotations

import re

STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def harmless(text: str) -> str:
    """The text without control characters, lone surrogates and marks that turn the direction; line ends become spaces."""
    return STEERING.sub(lambda found: " " if found[0] in "\n\r\t" else "", text)
