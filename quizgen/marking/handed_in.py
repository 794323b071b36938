"""What a student hands in: which step each answer is for, and what it says."""

from __future__ import annotations

import re

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


LONGEST_ENTRY = 400
FEW = 6
NOUN = re.compile(r"[^\W\d_]{2,20} (?=\d+$)")  # model 2, epoch 5


class Unreadable(Record):
    """In the place of an entry that cannot be read: why."""

    fault: str


class SetUp(Record):
    """A student's own substitution, as typed, and what it comes to exactly; `place` is the entry that it is for."""

    text: str
    value: float
    place: tuple[int, ...] = ()


class HandedIn(Record):
    """One answer: the text as typed, and what it was read as: a `Written` number, a word or position, `Words`, an
    `Expression`, or lists of numbers with None for entries left out and `Unreadable` for entries that cannot be read. Where
    the whole cannot be read, `fault` says why and `read` is None; `other` are its numbers, where it has another shape than
    is asked. `claims` are the pieces of working that it stands in; `set_ups` the substitutions beside it."""

    step: Step
    text: str
    read: Any
    fault: str | None = None
    claims: tuple[Claim, ...] = ()
    set_ups: tuple[SetUp, ...] = ()
    other: Any = None

    @property
    def said(self) -> Any:
        """What was read, in whatever shape."""
        return self.read if self.other is None else self.other


def hand_in(variant: Variant, answers: Iterable[tuple[str, str]]) -> dict[str, HandedIn]:
    """Answers by step key, from (name, text) pairs. A name is a step's, with indices for one entry: "t", "d2[1]", "h.2".

    InputError where a name means no step, naming those that there are, or is answered twice.
    """
    found: dict[str, HandedIn] = {}
    answered: set[tuple[str, tuple[int, ...]]] = set()
    for name, text in answers:
        step, indices = step_of(variant, name)
        if (step.key, indices) in answered:
            raise InputError(f"{name!r} is answered twice")
        answered.add((step.key, indices))
        put(found, read_answer(variant, step, text, indices))
    return found


def put(found: dict[str, HandedIn], answer: HandedIn) -> None:
    """Adds an answer to those by step key; entries join, or replace, the entries that are there."""
    before = found.get(answer.step.key)
    found[answer.step.key] = _merged(before, answer) if before and not answer.fault else answer


def step_of(variant: Variant, name: str) -> tuple[Step, tuple[int, ...]]:
    """The step that a name means, and the entry. Case counts only where two names differ in nothing else."""
    base, bracket, rest = name.replace(" ", "").partition("[")
    wanted = base.rstrip("_")
    keys = {step.key: step for step in variant.plan.steps}
    alike = [wanted] if wanted in keys else [key for key in keys if key.lower() == wanted.lower()]
    if len(alike) > 1:
        raise InputError(f"{name!r} can be {' or '.join(alike)}")
    if not alike:
        raise InputError(f"{name!r} is no step of {variant.problem.slug}; its steps are {', '.join(keys)}")
    return keys[alike[0]], _indices(variant, alike[0], name, bracket + rest)


def _indices(variant: Variant, key: str, name: str, brackets: str) -> tuple[int, ...]:
    """The entry that "[2]" or "[1][2]" means, counted from 1; none where there are no brackets."""
    shape = shape_of(variant.tape[key])
    places = brackets[1:-1].split("][") if brackets else []
    whole = brackets == "".join(f"[{place}]" for place in places) and all(
        at.isdecimal() and len(at) < 10 for at in places
    )
    if not whole or len(places) > len(shape) or any(not 1 <= int(at) <= size for at, size in zip(places, shape)):
        raise InputError(f"{name!r}: {key} has no such entry; {_entries(key, shape)}")
    return tuple(map(int, places))


def _entries(key: str, shape: Sequence[int]) -> str:
    if not shape:
        return f"{key} is one value"
    if len(shape) == 1 and shape[0] <= FEW:
        return f"its entries are {', '.join(f'{key}[{place}]' for place in range(1, shape[0] + 1))}"
    first, last = "".join(["[1]"] * len(shape)), "".join(f"[{size}]" for size in shape)
    return f"its entries are {key}{first} to {key}{last}"


def shape_of(value: Any) -> tuple[int, ...]:
    """The lengths of a value's axes: none for a number, one for a vector, two for a matrix."""
    return (len(value), *shape_of(value[0])) if isinstance(value, list) else ()


def read_answer(variant: Variant, step: Step, text: str, indices: tuple[int, ...] = ()) -> HandedIn:
    """A text as an answer to a step, or to one entry of it."""
    from ..answers import ReadingError

    right = variant.tape[step.key]
    if step.kind in ("text", "expression"):
        return _in_words(variant, step, text, right)
    for index in indices:
        right = right[index - 1]
    try:
        if len(text) > LONGEST_ENTRY * _size(right):
            raise ReadingError(f"too long: {len(text)} characters; at most {LONGEST_ENTRY * _size(right)} are read", 1)
        noun = NOUN.match(text) if step.kind == "integer" else None
        value = _value(step, text[noun.end() :] if noun else text, right, words_of(variant, step))
        if shape_of(value) != shape_of(right):
            fault = _misshapen(step.key + "".join(f"[{at}]" for at in indices), value, right)
            if not indices:
                return HandedIn(step, text, None, fault, other=value)
            raise ReadingError(fault, 1)
    except ReadingError as error:
        if not indices:
            return HandedIn(step, text, None, str(error))
        value = _everywhere(Unreadable(str(error)), right)
    return HandedIn(step, text, _placed(variant.tape[step.key], indices, value))


def _in_words(variant: Variant, step: Step, text: str, right: Any) -> HandedIn:
    from ..answers import ReadingError
    from . import expressions, texts

    try:
        found = expressions.read(variant, text) if step.kind == "expression" else texts.read_text(text, right)
    except ReadingError as error:
        return HandedIn(step, text, None, str(error))
    return HandedIn(step, text, found)


def _size(value: Any) -> int:
    return sum(map(_size, value)) if isinstance(value, list) else 1


def _everywhere(mark: Any, right: Any) -> Any:
    return [_everywhere(mark, entry) for entry in right] if isinstance(right, list) else mark


def _misshapen(name: str, value: Any, right: list[Any]) -> str:
    wanted = " by ".join(map(str, shape_of(right)))
    got = " by ".join(map(str, shape_of(value)))
    return f"{name} has {wanted} entries, got {got}; {_entries(name, shape_of(right))}"


def words_of(variant: Variant, step: Step) -> tuple[str, ...]:
    """The words that a choice step may be answered with; none for a position."""
    if step.yes is not None:
        return (str(step.yes), str(step.no))
    if step.words:
        return step.words
    given = variant.problem.givens.get(step.name)
    return given.words if isinstance(given, Choice) else ()


def _value(step: Step, text: str, right: Any, words: tuple[str, ...]) -> Any:
    from ..answers import forms, read_choice, read_matrix, read_number, read_vector

    if step.form == "either sign":
        return forms.read_either_sign(text, right)
    if step.form == "interval" and isinstance(right, list):
        return list(forms.read_interval(text))
    if isinstance(right, list):
        return [list(row) for row in read_matrix(text)] if isinstance(right[0], list) else list(read_vector(text))
    if isinstance(right, str):
        return read_choice(text, words or (right,))
    if step.kind == "choice" and isinstance(right, int):
        return int(read_choice(_position(text), words)) if words else read_number(_ordinal(_position(text)))
    return read_number(text)


def _position(text: str) -> str:
    """What names the place in "unit 2" and "Class B"."""
    return text.strip().lower().removeprefix("unit").removeprefix("class").strip()


def _ordinal(place: str) -> str:
    """The number of a place named by a letter: unit B is the second."""
    return str(ord(place) - ord("a") + 1) if len(place) == 1 and "a" <= place <= "z" else place


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
        return before.replace(text=f"{before.text}; {after.text}")  # type: ignore[no-any-return]
    text, read = f"{before.text}; {after.text}", _overlaid(before.read, after.read)
    return after.replace(  # type: ignore[no-any-return]
        text=text, read=read, claims=(*before.claims, *after.claims), set_ups=(*before.set_ups, *after.set_ups)
    )


def _overlaid(before: Any, after: Any) -> Any:
    if isinstance(after, list) and isinstance(before, list):
        return [_overlaid(*pair) for pair in zip(before, after)]
    return before if after is None else after


def numbers_read(read: Any) -> Any:
    """What was read, as plain values: numbers, words, lists of these, None where an entry is missing or unreadable."""
    read = readable(read)
    if isinstance(read, list):
        return [numbers_read(entry) for entry in read]
    return getattr(read, "value", read)


def readable(read: Any) -> Any:
    """What was read, with None for entries that cannot be read."""
    if isinstance(read, list):
        return [readable(entry) for entry in read]
    return None if isinstance(read, Unreadable) else read
