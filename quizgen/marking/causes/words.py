"""What to say about a formula with one edit, in terms of the formula: "You left out the square root in s/√n"."""

from __future__ import annotations

from ...formula.edits import FUNCTION_NAMES
from ...formula.nodes import Binary, Call, Node
from ...formula.plain import UNICODE
from ...formula.printer import printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...formula.edits import Edit

LONG = 48
SAYS = {
    "root": "You left out the square root in {part}",
    "bars": "You left out the bars of {part}",
    "power": "You left out the exponent of {part}",
    "doubled": "You doubled in place of squaring in {part}",
    "cubed": "You cubed in place of squaring in {part}",
    "squared apart": "You squared each part by itself in {part}: square the whole bracket",
    "plus": "You subtracted where {part} adds",
    "minus": "You lost the minus sign of {part}",
    "turned": "You subtracted the wrong way round: it is {part}",
    "term": "You left out {right} in {part}",
    "first term": "You left out {left} in {part}",
    "factor": "You left out the factor {right} in {part}",
    "first factor": "You left out the factor {left} in {part}",
    "divided": "You divided where {part} multiplies",
    "added": "You added where {part} multiplies",
    "divisor": "You did not divide by {right} in {part}",
    "upside down": "You divided the wrong way round: it is {part}",
    "multiplied": "You multiplied where {part} divides",
    "root too many": "You took a square root of {right} that is not in {part}",
    "parentheses": "You lost the parentheses of {part}",
    "square of sum": "You squared the sum: square each term, then add",
    "case": "You took the other case of {part}",
    "one less": "You took {instead} for {part}",
    "one more": "You took {instead} for {part}",
    "two less": "You took {instead} for {part}",
    "sign": "You lost the minus sign of {part}",
    "exchanged": "You exchanged {part} and {instead}",
    "mistaken": "You took {instead} for {part}",
}


def says(edit: Edit, whole: Node, symbols: Mapping[str, str]) -> str:
    """The slip in words, and the formula that it makes."""

    def text(node: Node) -> str:
        return printed(node, UNICODE, symbols)

    part = edit.part
    left, right = (part.left, part.right) if isinstance(part, Binary) else (part, part)
    if edit.kind == "function" and isinstance(part, Call):
        slip = f"You left out {FUNCTION_NAMES.get(part.function, 'the sigmoid σ')} in {text(part)}"
    else:
        slip = SAYS[edit.kind].format(
            part=text(_shown(part, whole)), left=text(left), right=text(right), instead=text(edit.instead)
        )
    made = text(edit.node)
    return f"{slip}: that makes {made}." if len(made) <= LONG else f"{slip}."


def _shown(part: Node, whole: Node) -> Node:
    """The whole formula for a part that says little alone: √n stands in s/√n."""
    small = isinstance(part, Call) and len(printed(whole, UNICODE, {})) <= LONG
    return whole if small else part
