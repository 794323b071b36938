"""What standard output can show: its width, its signs, color."""

from __future__ import annotations

import os
import sys

GLYPHS = "−×√Σ≤·─⎛μ₀ⁿ✓"
FALLBACK, WIDEST = 78, 100


def width() -> int:
    """Columns for text: those of COLUMNS or of the terminal less one, at most 100; 78 where neither says."""
    found = _columns()
    return min(found - 1, WIDEST) if found > 0 else FALLBACK


def _columns() -> int:
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated[:9]) > 0:
        return int(stated[:9])
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 0


def unicode() -> bool:
    """Whether its encoding has the signs of formulas."""
    try:
        GLYPHS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def dumb() -> bool:
    """Whether the terminal calls itself dumb, as an editor's or a screen reader's does."""
    return os.environ.get("TERM") == "dumb"


def color(chosen: bool | None) -> bool:
    """Whether to color: as chosen, else in a terminal that is not dumb, unless NO_COLOR is set."""
    if chosen is not None:
        return chosen
    if os.environ.get("NO_COLOR") or dumb() or not sys.stdout.isatty():
        return False
    return os.name != "nt" or not {"WT_SESSION", "TERM", "ANSICON"}.isdisjoint(os.environ)
