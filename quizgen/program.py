"""Steps as one Python function: drawing and marking run the same plan over and over, on tape after tape."""

from __future__ import annotations

from .formula.compile import defined
from .formula.interval import ON_NUMBERS
from .rounding import rounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from .formula import Formula
    from .plan import Line, Step, Tape

    Run = Callable[[Tape, Mapping[str, Any]], None]
    Way = Formula | Callable[..., Any]

NO_VALUE = ArithmeticError, ValueError, LookupError


def program(
    lines: Iterable[Line], formulas: Mapping[str, Way] | None = None, only: frozenset[str] | None = None
) -> Run:
    """A function run(v, right) that puts the steps' values on the tape v, under their names and keys.

    `formulas` stand in place of those of the steps of these names. Where `only` says which keys are worked, the others'
    values are taken from `right`. The function raises what the formulas raise (NO_VALUE).
    """
    scope: dict[str, Any] = {**ON_NUMBERS, "rounded": rounded_entries, "whole": whole}
    body = [statement(line, formulas or {}, only, scope) for line in lines]
    run: Run = defined("\n ".join(["def run(v, right):", *body, "return None"]), scope)
    return run


def statement(line: Line, formulas: Mapping[str, Way], only: frozenset[str] | None, scope: dict[str, Any]) -> str:
    """One line of the function; what it calls is put into `scope`."""
    from .plan import Move, Step

    if isinstance(line, Move):
        entry = "" if line.row is None else f"[{line.row - 1}]"
        return f"v[{line.target!r}] = v[{line.source!r}]{entry}"
    if not isinstance(line, Step):
        return "pass"
    places = f"v[{line.key!r}]" if line.key == line.name else f"v[{line.name!r}] = v[{line.key!r}]"
    if only is not None and line.key not in only:
        return f"{places} = right[{line.key!r}]"
    return f"{places} = {_value(line, formulas.get(line.name, line.formula), scope)}"


def _value(step: Step, formula: Way | None, scope: dict[str, Any]) -> str:
    if step.kind == "expression":
        return repr(getattr(formula, "text", ""))
    if formula is None or callable(formula):
        function = f"procedure_{len(scope)}"
        scope[function] = formula or step.function
        return f"{function}({', '.join(f'v[{name!r}]' for name in step.arguments)})"
    if step.kind == "integer":
        return f"whole({formula.source})"
    if step.yes is not None:
        return f"({step.yes!r} if {formula.source} else {step.no!r})"
    return formula.source if step.round_to is None else f"rounded({formula.source}, {step.round_to})"


def rounded_entries(value: Any, places: int) -> Any:
    """A number, or each entry of a list, rounded half up in decimal."""
    if isinstance(value, list):
        return [rounded_entries(entry, places) for entry in value]
    return float(rounded(value, places))


def whole(value: Any) -> Any:
    """A whole number, or each entry of a list that is one, without a point. OverflowError where it is larger than any
    number with a point could be."""
    if isinstance(value, list):
        return [whole(entry) for entry in value]
    if isinstance(value, int):
        float(value)
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value


def conditions(wanted: Iterable[Formula], unwanted: Iterable[Formula]) -> Callable[[Tape], bool]:
    """A function of a tape: whether all the wanted conditions hold and no unwanted one. It raises what they raise."""
    tests = [f"({formula.source})" for formula in wanted] + [f"not ({formula.source})" for formula in unwanted]
    holds: Callable[[Tape], bool] = defined(f"def holds(v): return bool({' and '.join(tests) or 'True'})", ON_NUMBERS)
    return holds
