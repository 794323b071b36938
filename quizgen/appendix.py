"""The tables that a sheet needs: quantiles of t and z, found by what the worked steps call."""

from __future__ import annotations

from .document import Maths, Table
from .formula import Formula
from .formula.nodes import Call, Name, children
from .formula.special import normal_quantile, t_quantile
from .rounding import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from .formula.nodes import Node
    from .plan import Step
    from .variant import Variant

TAILS = (0.1, 0.05, 0.025, 0.01, 0.005)
AROUND = 2
QUANTILES = ("t_quantile", "z_quantile")
SYMBOLS: Mapping[str, str] = {}


def appendix(drawn: Sequence[Variant]) -> tuple[Table, ...]:
    """A table for each kind of quantile that the steps of some variants look up: the rows that they use and a few around
    them, with the usual tail areas and those that they use."""
    looked_up = {name: list(_looked_up(drawn, name)) for name in QUANTILES}
    tables = []
    if looked_up["t_quantile"]:
        areas = _areas(p for p, _ in looked_up["t_quantile"])
        tables.append(_t_table(areas, _rows(df for _, df in looked_up["t_quantile"])))
    if looked_up["z_quantile"]:
        tables.append(_z_table(_areas(p for (p,) in looked_up["z_quantile"])))
    return tuple(tables)


def _looked_up(drawn: Iterable[Variant], name: str) -> Iterator[tuple[float, ...]]:
    """The arguments of every call of a quantile."""
    for variant in drawn:
        for step in variant.plan.steps:
            for function, arguments in _calls(step):
                if function == name:
                    yield tuple(argument.number(variant.tape) for argument in arguments)


def _calls(step: Step) -> Sequence[tuple[str, tuple[Formula, ...]]]:
    """The quantiles that a step calls, with formulas for their arguments; kept with its formula."""
    if step.formula is None or (step.formula.text and "_quantile" not in step.formula.text):
        return ()
    kept: dict[str, Any] = step.formula.__dict__
    if "_quantiles" not in kept:
        kept["_quantiles"] = tuple(
            (call.function, tuple(Formula.of(argument, step.formula.spans) for argument in call.args))
            for call in _found(step.formula.node)
        )
    calls: Sequence[tuple[str, tuple[Formula, ...]]] = kept["_quantiles"]
    return calls


def _found(node: Node) -> Iterator[Call]:
    if isinstance(node, Call) and node.function in QUANTILES:
        yield node
    for child in children(node):
        yield from _found(child)


def _areas(levels: Iterable[float]) -> list[float]:
    """Tail areas, the usual ones among them, the largest first."""
    return sorted({*TAILS, *(round(min(p, 1 - p), 12) for p in levels)}, reverse=True)


def _rows(used: Iterable[float]) -> list[int]:
    near = {int(df) + step for df in used for step in range(-AROUND, AROUND + 1)}
    return sorted(df for df in near if df >= 1)


def _t_table(areas: Sequence[float], rows: Sequence[int]) -> Table:
    return Table(
        header=((_sign("df"),), *((f"{area:g}",) for area in areas)),
        rows=tuple(((str(df),), *((shown(t_quantile(1 - area, df), 3),) for area in areas)) for df in rows),
        alt="Critical values of t, by degrees of freedom and the area of the upper tail.",
        stub=True,
        title=("Critical values of ", _sign("t"), ": the area is that of the upper tail"),
    )


def _z_table(areas: Sequence[float]) -> Table:
    return Table(
        header=(("area",), *((f"{area:g}",) for area in areas)),
        rows=(((_sign("z"),), *((shown(normal_quantile(1 - area), 3),) for area in areas)),),
        alt="Critical values of z, by the area of the upper tail.",
        stub=True,
        title=("Critical values of ", _sign("z"), ": the area is that of the upper tail"),
    )


def _sign(name: str) -> Maths:
    return Maths(Name(name), SYMBOLS)
