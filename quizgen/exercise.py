"""What practice, sheets and commands need of an exercise, whatever its kind: a variant to be worked, or a closed question."""

from __future__ import annotations

from . import writing
from .errors import InputError
from .variant import Variant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .closed import Closed
    from .document import Question, Text

    Exercise = Variant | Closed


def posed(exercise: Exercise, number: int | None = None) -> Question:
    """The question alone, with its number on a sheet."""
    return writing.posed(exercise, number) if isinstance(exercise, Variant) else exercise.posed(number)


def question(exercise: Exercise, number: int | None = None) -> Question:
    """The question with its answer and worked solution."""
    return writing.question(exercise, number) if isinstance(exercise, Variant) else exercise.question(number)


def hints(exercise: Exercise) -> tuple[Text, ...]:
    """The three hints of a variant; a closed question has none."""
    return writing.hints(exercise) if isinstance(exercise, Variant) else ()


def as_object(exercise: Exercise, full: bool) -> dict[str, Any]:
    """The exercise for JSON; with `full` its solution."""
    from .render import json

    return json.variant_object(exercise, full) if isinstance(exercise, Variant) else json.closed_object(exercise, full)


def closed(exercise: Exercise, of: str | None = None) -> Closed:
    """A variant asked as multiple choice, for its last asked number or for the one called `of`; a closed question as it is.
    InputError where the variant asks for no number."""
    if not isinstance(exercise, Variant):
        return exercise
    from .choice import as_choice

    return as_choice(exercise, of)


def closed_where_it_can(exercise: Exercise, of: str | None = None) -> Exercise:
    """As `closed`, but a variant that asks for no number stays as it is."""
    try:
        return closed(exercise, of)
    except InputError:
        return exercise
