"""What is given: values with the texts they were drawn or typed with, and whether they make sense together."""

from __future__ import annotations

from .authoring import Choice, Expression, Given, Label, Labels, Matrix, Text, Vector, Whole
from .draws import value_of
from .errors import ImpossibleData, InputError
from .plan import formulas
from .program import NO_VALUE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .authoring import Problem
    from .plan import Plan, Tape


def read(problem: Problem, typed: Mapping[str, str]) -> tuple[Tape, dict[str, Any]]:
    """Values and texts of what a user typed, each read as its kind of given and checked by its bounds.

    InputError says which given, what is wrong with it and what would be accepted.
    """
    from .answers import ReadingError

    values: Tape = {}
    texts: dict[str, Any] = {}
    for name, text in typed.items():
        if name not in problem.givens:
            known = ", ".join([*problem.givens, *problem.conventions])
            raise InputError(f"{problem.slug} has no given {name!r}; it has {known}")
        try:
            values[name], texts[name] = _read(problem.givens[name], text)
        except ReadingError as error:
            raise InputError(f"{name}: {error}") from None
        _check(name, problem.givens[name], values[name])
    return values, texts


def _read(given: Given, text: str) -> tuple[Any, Any]:
    from .answers import read_choice, read_matrix, read_number, read_vector, read_whole, read_words

    if isinstance(given, Expression):
        from .answers.expressions import read_formula

        formula = read_formula(text, given.of.split())
        return formula, formula
    if isinstance(given, Choice):
        word = read_choice(text, given.words)
        return word, word
    if isinstance(given, Text):
        words = _words(given, text)
        return words, words
    if isinstance(given, Labels):
        return _texts(list(read_words(text)))
    if isinstance(given, Label):
        return _texts(" ".join(read_words(text)))
    if isinstance(given, Matrix):
        if given.flat and not any(sign in text for sign in ";\n") and text.count("[") + text.count("(") < 2:
            return _texts([written.text for written in read_vector(text)])
        return _texts([[written.text for written in row] for row in read_matrix(text, given.ragged)])
    if isinstance(given, Vector):
        texts = [written.text for written in read_vector(text)]
        single = given.flat and len(texts) == 1 and text.strip()[:1] not in ("(", "[")
        return _texts(texts[0] if single else texts)
    if isinstance(given, Whole):
        return _texts(str(read_whole(text)))
    return _texts(read_number(text).text)


def _words(given: Text, text: str) -> Any:
    from .answers import read_sentences, read_word, read_words

    if given.of == "one word":
        return read_word(text)
    return list(read_sentences(text) if given.of == "sentences" else read_words(text))


def _texts(texts: Any) -> tuple[Any, Any]:
    return value_of(texts), texts


def _check(name: str, given: Given, value: Any) -> None:
    listed = isinstance(value, list) and not isinstance(given, Matrix)
    if listed and isinstance(given, Vector) and len(value) < given.fewest:
        raise ImpossibleData(f"{name} ({given.means}): at least {given.fewest} values are needed, got {len(value)}")
    entries = _flat(value)
    for place, entry in enumerate(entries, 1):
        fault = _fault(given, entry)
        if fault:
            where = f"{name}: value {place}" if isinstance(value, list) else name
            raise ImpossibleData(f"{where}: {given.means} must be {fault}, got {_plain(entry)}")


def _flat(value: Any) -> list[Any]:
    return [entry for part in value for entry in _flat(part)] if isinstance(value, list) else [value]


def _fault(given: Given, value: Any) -> str:
    if isinstance(value, str):
        return ""
    if isinstance(given, Vector) and given.whole and value != int(value):
        return "a whole number"
    if given.above is not None and not value > given.above:
        return f"above {given.above}"
    if given.least is not None and not value >= given.least:
        return f"at least {given.least}"
    if given.below is not None and not value < given.below:
        return f"below {given.below}"
    if given.most is not None and not value <= given.most:
        return f"at most {given.most}"
    return ""


def fill_in(problem: Problem, values: Tape, texts: dict[str, Any]) -> None:
    """Adds the defaults of givens that were left out; a default that is a formula must agree where both are known."""
    for name, given in problem.givens.items():
        if given.default is None:
            continue
        if not isinstance(given.default, str) or isinstance(given, Choice):
            if name not in values:
                texts[name] = given.default if isinstance(given.default, str) else repr(given.default)
                values[name] = value_of(texts[name])
            continue
        formula = formulas(problem).get(given.default)
        if not formula.uses <= values.keys():
            continue
        found = formula.number(values)
        if name not in values:
            values[name], texts[name] = found, f"{found:.12g}"
        elif values[name] != found:
            raise ImpossibleData(f"{name} = {texts[name]} contradicts the other givens, which make it {found:.12g}")


def check_sizes(problem: Problem, values: Tape) -> None:
    """Refuses a vector, or a matrix's rows, of which the problem says that they have another number of entries."""
    for name, given in problem.givens.items():
        if not isinstance(given, Vector) or given.entries is None or not isinstance(values.get(name), list):
            continue
        formula = formulas(problem).get(given.entries)
        if not formula.uses <= values.keys():
            continue
        wanted = formula.number(values)
        rows = values[name] if values[name] and isinstance(values[name][0], list) else [values[name]]
        for row in rows:
            if len(row) != wanted:
                fit = f" to fit {' and '.join(sorted(formula.uses & problem.givens.keys()))}" if formula.uses else ""
                entries = "entry" if wanted == 1 else "entries"
                raise ImpossibleData(f"{name} must have {wanted} {entries}{fit}, got {len(row)}")


def agree(problem: Problem, plan: Plan, tape: Tape, texts: Mapping[str, Any]) -> None:
    """Refuses a given that the other givens determine and contradict. A rounded value agrees to the places it has, if
    rounding has moved it by no more than a twentieth."""
    for step in plan.agreed:
        if not step.uses <= tape.keys() or step.key not in texts:
            continue
        found = step.number(tape)
        if not _agrees(texts[step.key], found):
            raise ImpossibleData(
                f"{step.key} = {_plain(texts[step.key])} contradicts the other givens, which make it {_plain(found, 6)}"
            )


def _agrees(text: Any, found: Any) -> bool:
    if isinstance(text, list):
        return isinstance(found, list) and len(text) == len(found) and all(map(_agrees, text, found))
    if isinstance(found, str):
        return bool(text == found)
    places = len(text.partition(".")[2]) if "e" not in text.lower() else 0
    return bool(abs(float(text) - found) <= min(0.5000001 * 10.0**-places, abs(found) / 20 + 1e-9))


def _plain(value: Any, digits: int = 12) -> str:
    if isinstance(value, list):
        return f"({', '.join(_plain(entry, digits) for entry in value)})"
    return value if isinstance(value, str) else f"{value:.{digits}g}"


def impossible(problem: Problem, tape: Tape) -> None:
    """Refuses data of which the problem says that they have no solution."""
    for condition, words in problem.impossible.items():
        formula = formulas(problem).get(condition)
        try:
            holds = formula.uses <= tape.keys() and formula.number(tape)
        except NO_VALUE:  # of data so misshapen that the condition cannot be tried another one, or a step, speaks
            continue
        if holds:
            raise ImpossibleData(words)
