"""Answers that are expressions: equal where they have the same value, whatever they look like."""

from __future__ import annotations

import math
from random import Random

from ..answers.expressions import read_expression
from ..formula.nodes import Binary, Name, Node, Number, children, names
from ..formula.plain import ASCII, UNICODE
from ..formula.printer import printed
from ..formula.symbols import Symbol, symbol
from ..formula.walk import worth
from ..record import Record
from .ground import IMPOSSIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..variant import Variant

POINTS, ENOUGH = 24, 8
LOW, HIGH = 0.1, 0.9
LARGEST = 100
SAME, CLOSE = 1e-9, 1e-6
CONSTANTS = {"e": math.e, "pi": math.pi}


class Expression(Record):
    """An expression as typed (`value`) and as a tree."""

    value: str
    node: Node


def read(variant: Variant, text: str) -> Expression:
    """An expression in the names of the problem's givens and steps. ReadingError where it is none."""
    return Expression(text.strip(), read_expression(text, _spellings(variant)))


def _spellings(variant: Variant) -> dict[str, str]:
    """How each name may be written: as it is typed, or as its symbol; kept with the problem. σ² is the square of σ, also
    where it is another name's symbol."""
    problem = variant.problem
    kept: dict[str, str] | None = variant.plan.__dict__.get("_spellings")
    if kept is None:
        steps = [step.name for step in variant.plan.steps if step.kind != "expression"]
        used = [
            name
            for step in variant.plan.steps
            if step.kind == "expression" and step.formula
            for name in names(step.formula.node)
        ]
        kept = variant.plan.__dict__["_spellings"] = {}
        for name in dict.fromkeys([*used, *problem.givens, *steps]):
            sign = symbol(name, problem.symbols)
            power = isinstance(sign, Symbol) and any(part.isdigit() for part in sign.sup)
            notations = () if power else (UNICODE, ASCII)
            for spelling in (name, *(printed(Name(name), notation, problem.symbols) for notation in notations)):
                kept.setdefault(spelling, name)
    return kept


def same(one: Node, other: Node) -> bool:
    """Whether two expressions are equal: by their values at random points, and in doubt by sympy."""
    uniform = Random(1).uniform
    variables = sorted(names(one) | names(other))
    gaps = []
    for _ in range(POINTS):
        tape = {
            **{name: uniform(LOW, HIGH) for name in variables},
            **{k: v for k, v in CONSTANTS.items() if k in variables},
        }
        try:
            a, b = worth(one, tape, {}, {}), worth(other, tape, {}, {})
        except IMPOSSIBLE:
            continue
        gaps.append(abs(a - b) / max(1.0, abs(a), abs(b)))
    if len(gaps) >= ENOUGH and (max(gaps) < SAME or max(gaps) > CLOSE):
        return bool(max(gaps) < SAME)
    return _is_tame(one) and _same_by_sympy(one, other)


def _is_tame(node: Node) -> bool:
    """Whether sympy can be trusted with a tree: no tower of powers, no large number."""
    if isinstance(node, Number):
        return float(node.text) < LARGEST
    if (
        isinstance(node, Binary)
        and node.op == "**"
        and any(isinstance(side, Binary) for side in (node.left, node.right))
    ):
        return False
    return all(map(_is_tame, children(node)))


def _same_by_sympy(one: Node, other: Node) -> bool:
    import sympy  # type: ignore[import-untyped]

    from ..chain_rule.derive import expression

    try:
        return bool(sympy.simplify(expression(one) - expression(other)) == 0)
    except (ValueError, TypeError, ArithmeticError):
        return False
