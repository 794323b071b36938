"""The worked solution: every step's value, as it is shown, with the texts of what it is worked from."""

from __future__ import annotations

from .plan import Move, Remark, Step
from .record import Record
from .rounding import rounded, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .variant import Variant

SIMPLE, BROKEN = 99, 4


class Line(Record):
    """A step worked: its value, the text it is shown as (lists for vectors), and, where it is a simple fraction, that.

    `tape` and `texts` hold the values and the shown texts of all that the step may use.
    """

    step: Step
    value: Any
    shown: Any
    exact: str | None
    tape: Mapping[str, Any]
    texts: Mapping[str, Any]


def solution(variant: Variant) -> tuple[Line | Remark, ...]:
    """The steps of a variant, worked, with the remarks between them."""
    tape, texts = variant.start(), dict(variant.texts)
    whole = {name for name, value in variant.givens.items() if _whole(value)}
    lines: list[Line | Remark] = []
    places: dict[str, int] = {}
    for line in variant.plan.lines:
        if isinstance(line, Remark):
            lines.append(line)
        elif isinstance(line, Move):
            for store in (tape, texts):
                store[line.target] = store[line.source] if line.row is None else store[line.source][line.row - 1]
            if line.source in places:
                places[line.target] = places[line.source]
        else:
            value = variant.tape[line.key]
            text = text_of(line, value)
            exact = _fraction(line, value, whole)
            finer = _finer_texts(line, tape, places)
            here = (dict(tape), texts | finer) if variant.plan.has_rounds else (tape, texts | finer if finer else texts)
            lines.append(Line(line, value, text, exact, *here))
            in_line = put_in(value, text)
            for key in (line.name, line.key):
                tape[key], texts[key] = value, in_line
                if line.kind == "number" and line.round_to is None:
                    places[key] = line.places
    return tuple(lines)


def worked(variant: Variant) -> tuple[Line, ...]:
    """The steps alone."""
    return tuple(line for line in solution(variant) if isinstance(line, Line))


def text_of(step: Step, value: Any) -> Any:
    """A value as the solution shows it: rounded half up to the step's places; with just these where it goes on so. Where a
    whole number is asked and a user's own numbers give none, it is shown to 4 decimals."""
    if isinstance(value, list):
        if step.kind == "integer" and not _whole(value):
            step = step.replace(kind="number", places=BROKEN)
        alike = value if step.kind != "number" or _whole(value) else _pointed(value)
        return [text_of(step, entry) for entry in alike]
    if isinstance(value, str):
        return value
    if step.kind == "integer" and isinstance(value, float):
        return shown(value, 0 if value.is_integer() else BROKEN)
    return shown(value, step.places) if step.round_to is None else rounded(value, step.round_to)


def put_in(value: Any, text: Any) -> Any:
    """How a shown value is written in later lines: without the zeros behind an exact one."""
    if isinstance(value, list):
        return [put_in(entry, shown_) for entry, shown_ in zip(value, text)]
    if isinstance(value, str) or not text.endswith("0") or "." not in text:
        return text
    exact = f"{value + 0.0:.12g}"  # + 0.0: no sign before a zero
    return exact if len(exact) < len(text) and "e" not in exact else text


def _pointed(value: Any) -> Any:
    """Entries beside one that has a point, as that: 255 is 255.0."""
    return [_pointed(entry) for entry in value] if isinstance(value, list) else float(value)


def _finer_texts(step: Step, tape: Mapping[str, Any], places: Mapping[str, int]) -> dict[str, Any]:
    """Of a step that is asked to many places, what is put in that was shown to fewer: with as many, so that it gives what
    is said."""
    if step.places <= BROKEN or step.kind != "number":
        return {}
    return {name: _finer(tape[name], step.places) for name in step.uses if places.get(name, step.places) < step.places}


def _finer(value: Any, places: int) -> Any:
    if isinstance(value, list):
        return [_finer(entry, places) for entry in value]
    return put_in(value, shown(value, places))


def _whole(value: Any) -> bool:
    return all(map(_whole, value)) if isinstance(value, list) else isinstance(value, int)


def _fraction(step: Step, value: Any, whole: set[str]) -> str | None:
    """The value as a fraction in lowest terms with at most two digits above and below, where it is one.

    Only for quotients of whole numbers: so the value is rational, and no float of another fraction lies so near.
    """
    if not step.uses <= whole or step.formula is None or isinstance(value, (list, str)) or not step.rational:
        return None
    whole.update((step.name, step.key))
    if value == int(value):
        return None
    for denominator in range(2, SIMPLE + 1):
        numerator = round(value * denominator)
        if abs(numerator) <= SIMPLE and abs(value * denominator - numerator) < 1e-11:
            return f"{numerator}/{denominator}"
    return None
