"""Why an answer is wrong: a declared mistake, another row of a table, a convention, a slip of the pen, an edited formula."""

from __future__ import annotations

from ...formula.nodes import Node
from ...record import Record
from ..expressions import same
from ..ground import IMPOSSIBLE, Ground
from ..spread import agree
from .formulas import conventions, declared, edited, exchanged, rows
from .pen import slips_of_the_pen
from .search import ANY, DECLARED, PEN, Candidate, Cause, Entry, Search

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

__all__ = [
    "Cause",
    "Diagnosis",
    "Entry",
    "diagnose",
    "diagnose_choice",
    "diagnose_expression",
    "diagnose_rounded",
    "diagnose_shape",
]


class Diagnosis(Record):
    """The cause of a wrong answer, if one is named; the convention under which it is right; all causes that were tried."""

    cause: Cause | None = None
    convention: Cause | None = None
    tried: tuple[str, ...] = ()


def diagnose(
    ground: Ground, entries: tuple[Entry, ...], rest: tuple[Entry, ...] = (), whole: bool = False
) -> Diagnosis:
    """The cause of wrong numbers, the most specific first; `rest` are those that are not wrong. Of whole numbers, and of
    those without a significant figure, only conventions and declared mistakes are asked: chance meets them easily."""
    convention = Search(ground, entries, rest).first(conventions(ground), DECLARED)
    search = Search(ground, entries, rest)
    groups = [(declared(ground, here=True), DECLARED), (declared(ground, here=False), DECLARED)]
    if not whole and all(entry.read.figures != 0 for entry in entries):
        groups += [(rows(ground), ANY), (conventions(ground), ANY), (slips_of_the_pen(ground, entries), PEN)]
        groups += [(edited(ground), ANY), (exchanged(ground), ANY), (edited(ground, here=False), ANY)]
    cause = next((cause for group, limit in groups if (cause := search.first(group, limit))), None)
    return Diagnosis(cause, convention, tuple(search.tried.values()))


def diagnose_rounded(ground: Ground, entries: tuple[Entry, ...]) -> Diagnosis:
    """The declared mistake that explains numbers which rounding may have moved."""
    search = Search(ground, entries)
    groups = (declared(ground, here=True), declared(ground, here=False))
    return Diagnosis(next((cause for group in groups if (cause := search.first(group, DECLARED))), None))


def diagnose_shape(ground: Ground, other: Any) -> Diagnosis:
    """The declared mistake that gives numbers of another shape than is asked."""
    for candidate in (*declared(ground, here=True), *declared(ground, here=False)):
        try:
            value = ground.whole(candidate.nodes) if candidate.value is None else candidate.value
        except IMPOSSIBLE:
            continue
        if agree(other, value):
            return Diagnosis(candidate.cause())
    return Diagnosis()


def diagnose_choice(ground: Ground, picked: Any) -> Diagnosis:
    """The declared mistake, and the convention, under which a wrong choice would be made."""
    right = ground.chosen({})
    groups = (declared(ground, here=True), declared(ground, here=False))
    cause = next((cause for group in groups if (cause := _chosen(ground, group, picked, right))), None)
    return Diagnosis(cause, _chosen(ground, conventions(ground), picked, right))


def _chosen(ground: Ground, candidates: Iterable[Candidate], picked: Any, right: Any) -> Cause | None:
    for candidate in candidates:
        try:
            if ground.chosen(candidate.nodes) == picked != right:
                return candidate.cause()
        except IMPOSSIBLE:
            continue
    return None


def diagnose_expression(ground: Ground, written: Node) -> Diagnosis:
    """The declared mistake, and the convention, that makes a wrong expression."""

    def first(candidates: Iterable[Candidate]) -> Cause | None:
        nodes = ((candidate, candidate.nodes.get(ground.step.name)) for candidate in candidates)
        return next((one.cause() for one, node in nodes if isinstance(node, Node) and same(written, node)), None)

    return Diagnosis(first(declared(ground, here=True)), first(conventions(ground)))
