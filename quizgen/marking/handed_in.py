"""What a student hands in: which step each answer is for, and what it says."""

from __future__ import annotations

from ..authoring import Choice
from ..errors import InputError
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from ..answers.lines import Claim
    from ..plan import Step
    from ..variant import Variant


class SetUp(Record):
    """A student's own substitution, as typed, and what it comes to exactly; `place` is the entry that it is for."""

    text: str
    value: float
    place: tuple[int, ...] = ()


class HandedIn(Record):
    """One answer: the text as typed, and what it was read as: a `Written` number, a word or position, or lists of these
    with None for entries left out. Where it cannot be read, `fault` says why and `read` is None. `claims` are the pieces
    of working that it stands in; `set_ups` the substitutions beside it."""

    step: Step
    text: str
    read: Any
    fault: str | None = None
    claims: tuple[Claim, ...] = ()
    set_ups: tuple[SetUp, ...] = ()


def hand_in(variant: Variant, answers: Iterable[tuple[str, str]]) -> dict[str, HandedIn]:
    """Answers by step key, from (name, text) pairs. A name is a step's, with indices for one entry: "t", "d2[1]", "h.2".

    InputError where a name means no step, naming those that there are.
    """
    found: dict[str, HandedIn] = {}
    for name, text in answers:
        step, indices = step_of(variant, name)
        put(found, read_answer(variant, step, text, indices), indices)
    return found


def put(found: dict[str, HandedIn], answer: HandedIn, indices: tuple[int, ...]) -> None:
    """Adds an answer to those by step key; an entry joins the entries that are there."""
    before = found.get(answer.step.key)
    found[answer.step.key] = _merged(before, answer) if before and indices and not answer.fault else answer


def step_of(variant: Variant, name: str) -> tuple[Step, tuple[int, ...]]:
    """The step that a name means, and the entry. Case counts only where two names differ in nothing else."""
    base, *indices = name.replace("]", "").replace(" ", "").split("[")
    wanted = base.rstrip("_")
    steps = variant.plan.steps
    exact = [step for step in steps if step.key == wanted]
    alike = exact or [step for step in steps if step.key.lower() == wanted.lower()]
    numbers = [int(index) for index in indices if index.isdecimal()]
    if len(alike) != 1 or len(numbers) != len(indices):
        known = ", ".join(step.key for step in steps)
        raise InputError(f"{name!r} is no step of {variant.problem.slug}; its steps are {known}")
    shape = shape_of(variant.tape[alike[0].key])
    if numbers and (len(numbers) > len(shape) or any(not 1 <= k <= size for k, size in zip(numbers, shape))):
        raise InputError(f"{name!r}: {alike[0].key} has no such entry; {_entries(alike[0].key, shape)}")
    return alike[0], tuple(numbers)


def _entries(key: str, shape: Sequence[int]) -> str:
    if not shape:
        return f"{key} is one value"
    first, last = "".join(["[1]"] * len(shape)), "".join(f"[{size}]" for size in shape)
    return f"its entries are {key}{first} to {key}{last}"


def shape_of(value: Any) -> tuple[int, ...]:
    """The lengths of a value's axes: none for a number, one for a vector, two for a matrix."""
    return (len(value), *shape_of(value[0])) if isinstance(value, list) else ()


def read_answer(variant: Variant, step: Step, text: str, indices: tuple[int, ...] = ()) -> HandedIn:
    """A text as an answer to a step, or to one entry of it."""
    from ..answers import ReadingError

    right = variant.tape[step.key]
    if step.kind == "text":
        return _in_words(step, text, right)
    for index in indices:
        right = right[index - 1]
    try:
        value = _value(step, text, right, words_of(variant, step))
    except ReadingError as error:
        return HandedIn(step, text, None, str(error))
    if isinstance(right, list) and shape_of(value) != shape_of(right):
        return HandedIn(step, text, None, _misshapen(step, value, right))
    return HandedIn(step, text, _placed(variant.tape[step.key], indices, value))


def _in_words(step: Step, text: str, right: Any) -> HandedIn:
    from ..answers import ReadingError
    from .texts import read_text

    try:
        return HandedIn(step, text, read_text(text, right))
    except ReadingError as error:
        return HandedIn(step, text, None, str(error))


def _misshapen(step: Step, value: Any, right: list[Any]) -> str:
    wanted = " by ".join(map(str, shape_of(right)))
    got = " by ".join(map(str, shape_of(value))) or "one number"
    return f"{step.key} has {wanted} entries, got {got}; {_entries(step.key, shape_of(right))}"


def words_of(variant: Variant, step: Step) -> tuple[str, ...]:
    """The words that a choice step may be answered with; none for a position."""
    if step.yes is not None:
        return (str(step.yes), str(step.no))
    if step.words:
        return step.words
    given = variant.problem.givens.get(step.name)
    return given.words if isinstance(given, Choice) else ()


def _value(step: Step, text: str, right: Any, words: tuple[str, ...]) -> Any:
    from ..answers import read_choice, read_matrix, read_number, read_vector

    if isinstance(right, list):
        return [list(row) for row in read_matrix(text)] if isinstance(right[0], list) else list(read_vector(text))
    if isinstance(right, str):
        return read_choice(text, words or (right,))
    if step.kind == "choice" and isinstance(right, int):
        return int(read_choice(text, words)) if words else read_number(_position(text))
    return read_number(text)


def _position(text: str) -> str:
    """The number of "unit 2"."""
    return text.strip().lower().removeprefix("unit").removeprefix("class").strip()


def _placed(right: Any, indices: tuple[int, ...], value: Any) -> Any:
    if not indices:
        return value
    return [
        _placed(entry, indices[1:], value) if place == indices[0] else _blank(entry)
        for place, entry in enumerate(right, 1)
    ]


def _blank(value: Any) -> Any:
    return [_blank(entry) for entry in value] if isinstance(value, list) else None


def _merged(before: HandedIn, after: HandedIn) -> HandedIn:
    if before.fault:
        return after
    claims, set_ups = (*before.claims, *after.claims), (*before.set_ups, *after.set_ups)
    return HandedIn(
        after.step, f"{before.text}; {after.text}", _overlaid(before.read, after.read), None, claims, set_ups
    )


def _overlaid(before: Any, after: Any) -> Any:
    if isinstance(after, list) and isinstance(before, list):
        return [_overlaid(*pair) for pair in zip(before, after)]
    return before if after is None else after


def numbers_read(read: Any) -> Any:
    """What was read, as plain values: numbers, words, lists of these, None where an entry is missing."""
    if isinstance(read, list):
        return [numbers_read(entry) for entry in read]
    return getattr(read, "value", read)
