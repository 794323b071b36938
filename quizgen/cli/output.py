"""Where and how a command's text is written."""

from __future__ import annotations

import os
import sys

from ..errors import InputError
from ..render.text import TextRenderer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from .options import Namespace

GLYPHS = "−×√Σ≤·─μ₀"
FALLBACK = 78


def renderer(options: Namespace) -> TextRenderer:
    """A text renderer for standard output: its width, and ASCII where its encoding has no more."""
    width = options.width
    if width is not None and width < 20:
        raise InputError(f"--width: {width} is too narrow; at least 20")
    return TextRenderer(width or _columns(), not _shows(GLYPHS))


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns - 1
    except (OSError, ValueError):
        return int(os.environ["COLUMNS"]) - 1 if os.environ.get("COLUMNS", "").isdecimal() else FALLBACK


def _shows(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def write(lines: Iterable[str]) -> None:
    """Lines to standard output; what its encoding lacks is replaced."""
    text = "".join(line + "\n" for line in lines)
    encoding = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def write_json(found: Any) -> None:
    """One JSON object on a line."""
    import json

    sys.stdout.write(json.dumps(found, ensure_ascii=False, allow_nan=False) + "\n")


def only_text_or_json(options: Namespace) -> None:
    """Refuses formats that this command does not write yet."""
    if options.format not in ("text", "json"):
        raise InputError(f"--format {options.format} is not written yet; text and json are")
