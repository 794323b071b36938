"""Vectors of which only the direction counts, such as eigenvectors: v and -v are the same answer."""

from __future__ import annotations

from ..formula.interval import ends

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def turned(truth: Any, read: Any, of: str) -> Any:
    """The truth with its sign turned where the student's is the other one: of the whole "vector", or of each of a matrix's
    "rows" or "columns"."""
    if not isinstance(truth, list) or not isinstance(read, list) or len(truth) != len(read):
        return truth
    if of == "vector":
        return _turned(truth, read)
    if of == "rows":
        return [_turned(*pair) if isinstance(pair[0], list) else pair[0] for pair in zip(truth, read)]
    columns = [_turned(*pair) for pair in zip(map(list, zip(*truth)), map(list, zip(*read)))]
    return [list(row) for row in zip(*columns)]


def _turned(truth: list[Any], read: Any) -> list[Any]:
    pairs = [(sum(ends(value)) / 2, number.value) for value, number in zip(truth, read) if hasattr(number, "value")]
    return [-value for value in truth] if sum(a * b for a, b in pairs) < 0 else truth
