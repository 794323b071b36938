"""A document's maths in one of the notations of formulas."""

from __future__ import annotations

from ..document import Maths
from ..formula.nodes import Compare, Number, Sequence
from ..formula.plain import UNICODE
from ..formula.printer import printed, template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Conclusion, Text
    from ..formula.nodes import Node
    from ..formula.printer import Notation

EQUALS = "\u00a0=\u00a0"


def write(part: Maths, notation: Notation) -> str:
    """A tree in a notation, with numbers where they are put in."""
    if part.numbers is not None:
        return template(part.node, notation).fill(part.numbers)
    return printed(part.node, notation, part.symbols)


def is_number(node: Node) -> bool:
    """Whether a tree is a number, or a vector or matrix of numbers."""
    return isinstance(node, Number) or (isinstance(node, Sequence) and all(map(is_number, node.items)))


def is_matrix(part: str | Maths) -> bool:
    """Whether a part is a matrix, with its name or without, which stands on lines of its own."""
    if isinstance(part, str):
        return False
    rows = part.node.right if isinstance(part.node, Compare) else part.node
    return isinstance(rows, Sequence) and isinstance(rows.items[0], Sequence)


def numbers(part: Maths) -> str:
    """A number or a vector in Unicode."""
    return write(part, UNICODE)


def concluded(conclusion: Conclusion) -> Text:
    """The final answers and what they mean as one text."""
    return (*conclusion.text, ". ", *conclusion.meaning) if conclusion.meaning else conclusion.text


def around_matrices(text: Text) -> Iterator[tuple[str | Maths, str]]:
    """The parts of a text in which matrices stand on lines of their own: each with the punctuation that follows it there,
    and the spaces beside it dropped; an equals sign before it stays with its name."""
    parts = list(text)
    for place, part in enumerate(parts):
        mark = ""
        if is_matrix(part) and place + 1 < len(parts):
            after = parts[place + 1]
            if isinstance(after, str):
                mark = after[:1] if after[:1] in (".", ",", ";", ":") else ""
                parts[place + 1] = after[len(mark) :].lstrip(" ")
        elif isinstance(part, str) and place + 1 < len(parts) and is_matrix(parts[place + 1]):
            part = part.rstrip(" ")
            part = part[:-2] + EQUALS.rstrip() if part.endswith(" =") else part
        yield part, mark
