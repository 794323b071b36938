"""Texts with numbers and formulas in them: {name} is a given's value, $...$ a formula."""

from __future__ import annotations

from ..answers.groups import COMPARISON, comparison
from ..authoring import Expression, Matrix, Vector
from ..authoring import Text as Words
from ..document import Maths
from ..errors import ProblemError
from ..formula.nodes import Compare, Item, Name, Node, Number, Word
from ..formula.parse import parse
from ..formula.plain import UNICODE
from ..formula.printer import printed, value_node
from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from ..authoring import Problem
    from ..document import Text
    from ..plan import Step
    from ..variant import Variant

    Pieces = tuple["str | Maths | Told", ...]


class Told(Record):
    """The place of a given's value in a text."""

    name: str


class Stated(Told):
    """The place of a given's symbol with its value: μ₀ = 24."""


def maths(problem: Problem, node: Node, numbers: Callable[[Node], Any] | None = None) -> Maths:
    """A tree with the problem's symbols."""
    return Maths(node, problem.symbols, numbers)


def name_maths(problem: Problem, name: str, places: tuple[int | str, ...] = ()) -> Maths:
    """A name's symbol, with the numbers or letters of an entry's place; kept, since it is printed for every variant."""
    kept: dict[tuple[str, tuple[int | str, ...]], Maths] = problem.__dict__.setdefault("_names", {})
    if (name, places) not in kept:
        node: Node = Name(name)
        for place in places:
            node = Item(node, Number(str(place)) if isinstance(place, int) else Name(place))
        kept[name, places] = maths(problem, node)
    return kept[name, places]


def value_maths(problem: Problem, step: Step, shown: Any) -> Maths:
    """A step's value as it is shown: a number, a vector, a matrix, or words."""
    if step.kind == "expression" and step.formula is not None:
        return maths(problem, step.formula.node)
    return maths(problem, _worded(shown) if step.kind == "text" else value_node(shown))


def _worded(words: Any) -> Node:
    """Words as they stand, or what they compare: "mu < 12"."""
    parts = comparison(words) if isinstance(words, str) and COMPARISON.search(words) else ()
    if len(parts) != 3:
        return Word(_listed(words))
    left, op, right = parts
    return Compare("==" if op == "=" else op, Name(left), value_node(right))


def named_words(problem: Problem, step: Step, shown: Any) -> Text:
    """A step's symbol and its words; lines are broken between them, but inside no group of them."""
    name = name_maths(problem, step.name)
    worded = _worded(shown)
    if isinstance(worded, Compare):
        return name, ": ", maths(problem, worded)
    if isinstance(shown, str) or all(isinstance(part, str) for part in shown):
        return name, f" = {_listed(shown)}"
    last = len(shown) - 1
    groups = (maths(problem, Word(_listed(part, True) + "," * (at < last))) for at, part in enumerate(shown))
    return name, " = ", *(part for at, group in enumerate(groups) for part in ((" ", group) if at else (group,)))


def _listed(words: Any, inside: bool = False) -> str:
    """Words, or lists of words: (tall, king), (king, rules)."""
    if isinstance(words, str):
        return words
    listed = ", ".join(_listed(part, True) for part in words)
    return f"({listed})" if inside else listed


def prose(variant: Variant, text: str) -> Text:
    """A text with its numbers and formulas."""
    return filled(variant, pieces(variant.problem, text))


def filled(variant: Variant, parts: Iterable[str | Maths | Told]) -> Text:
    """Pieces with the variant's values in their places."""
    found: list[str | Maths] = []
    for part in parts:
        if not isinstance(part, Told):
            found.append(part)
        elif isinstance(part, Stated) and isinstance(variant.problem.givens.get(part.name), Words):
            found += [f"{part.name.replace('_', ' ')}: ", *told_value(variant, part.name)]
        elif isinstance(part, Stated):
            stated = Compare("==", Name(part.name), _value(variant, part.name))
            found.append(maths(variant.problem, stated))
        else:
            found += told_value(variant, part.name)
    return tuple(found)


def told_value(variant: Variant, name: str) -> list[str | Maths]:
    """A given's value in a sentence: measurements as a list, "65, 56, 66"; a size as "32×32"; a point or weights in
    parentheses; points as a list of these; words as a list, sentences in quotes."""
    if name in variant.conventions:
        return list(prose(variant, convention_says(variant, name)))
    text, given = variant.texts.get(name), variant.problem.givens.get(name)
    if text is None and given is not None and variant.seed is None:  # left out by the user: its symbol
        return [maths(variant.problem, Name(name))]
    if text is None:
        raise ProblemError(f"{variant.problem.slug}: '{{{name}}}' in a text, and {name} is not given")
    if isinstance(given, Words):
        return [_told_words(text, given.of)]
    series = isinstance(given, Vector) and isinstance(text, list) and given.series
    if not series or (isinstance(given, Matrix) and not given.ragged and not isinstance(text[0], list)):
        return [maths(variant.problem, _value(variant, name, None))]
    listed: list[str | Maths] = [maths(variant.problem, value_node(text[0], None))]
    for entry in text[1:]:
        listed += [", " if series is True else series, maths(variant.problem, value_node(entry, None))]
    return listed


def _told_words(text: Any, of: str) -> str:
    quoted = [f"“{part}”" for part in text] if of == "sentences" else text
    return quoted if isinstance(quoted, str) else ", ".join(quoted)


def _value(variant: Variant, name: str, most: int | None = 12) -> Node:
    """A given's value as a tree; a list longer than `most` shortened, a single number without parentheses."""
    text, given = variant.texts[name], variant.problem.givens[name]
    if isinstance(given, Vector) and isinstance(text, list) and len(text) == 1:
        text = text[0]
    return parse(text) if isinstance(given, Expression) else value_node(text, most)


def convention_says(variant: Variant, name: str) -> str:
    """The convention in force, in the question's words."""
    choice = variant.conventions[name]
    return variant.problem.conventions[name].says.get(choice, f"{name.replace('_', ' ')}: {choice}")


def pieces(problem: Problem, text: str) -> Pieces:
    """A text cut into words, places of values and formulas; kept, since texts are told for every variant."""
    kept: dict[str, Pieces] = problem.__dict__.setdefault("_pieces", {})
    if text not in kept:
        kept[text] = tuple(piece for piece in _cut(problem, text) if piece != "")
    return kept[text]


def in_words(problem: Problem, text: str) -> str:
    """A text that tells no values, its formulas in Unicode."""
    return "".join(
        printed(piece.node, UNICODE, piece.symbols) if isinstance(piece, Maths) else str(piece)
        for piece in pieces(problem, text)
    )


def _cut(problem: Problem, text: str) -> Iterator[str | Maths | Told]:
    for place, piece in enumerate(text.split("$")):
        if place % 2:
            yield maths(problem, parse(piece, frozenset(problem.indices)))
            continue
        head, *rest = piece.split("{")
        yield head
        for behind in rest:
            name, _, after = behind.partition("}")
            yield Told(name)
            yield after
