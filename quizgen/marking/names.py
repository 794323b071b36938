"""Which step a name means: its key, symbol in any notation, title, or a common synonym."""

from __future__ import annotations

import re

from ..answers.names import folded, words_of
from ..formula.latex import LATEX
from ..formula.nodes import Item, Name, Number
from ..formula.plain import ASCII, UNICODE
from ..formula.printer import Printer
from ..record import Record
from .handed_in import shape_of
from .synonyms import SYNONYMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..formula.nodes import Node
    from ..plan import Step
    from ..variant import Variant

    Table = dict[str, list[tuple[int, "Target"]]]

MOST_ENTRIES = 100
EXACT, ENTRY, TITLE, SYNONYM, NUMBERED = range(5)
POWER_OF_E = re.compile(r"\s*e\s*\^\s*[({]?\s*[-−+]?\s*(?:[.\d]|$)")


class Target(Record):
    """What a name means: a step's name (the same in every round), the round where it says one, and an entry."""

    name: str
    indices: tuple[int, ...] = ()
    round: int | None = None


class Names:
    """The names of a variant's steps, and of its givens."""

    def __init__(self, variant: Variant) -> None:
        self.keys = {step.key: Target(step.name, (), step.round) for step in variant.plan.steps if step.round}
        self.known, self.loose = _tables(variant)
        self.givens = {folded(alias): name for name in variant.givens for alias in _symbols(variant, Name(name), name)}

    def targets(self, name: str) -> list[Target]:
        """The steps or entries that a name means; several where it is ambiguous. Case counts only between names that
        differ in nothing else."""
        alias = folded(name)
        if not alias or POWER_OF_E.match(name):
            return []
        if name.strip() in self.keys:
            return [self.keys[name.strip()]]
        worded = "".join(words_of(name)) if all(sign.isalnum() or sign in " -'" for sign in name) else ""
        for store, key in ((self.known, alias), (self.loose, alias.lower()), (self.loose, worded)):
            found = store.get(key)
            if found:
                best = min(rank for rank, _ in found)
                meant = list(dict.fromkeys(target for rank, target in found if rank == best))
                # w1 is the step of that name rather than the first entry of one that is shown as w
                own = [target for target in meant if not target.indices and folded(target.name) == alias]
                return own if len(own) == 1 else meant
        return []

    def given(self, name: str) -> str | None:
        """The given that a name means, where it means no step."""
        return None if self.targets(name) else self.givens.get(folded(name))

    def is_name(self, text: str) -> bool:
        """Whether a text names a step or a given."""
        return bool(self.targets(text)) or folded(text) in self.givens


def _tables(variant: Variant) -> tuple[Table, Table]:
    """What every folded name may mean, with its case and without; kept with the plan, for steps of these shapes."""
    kept: dict[tuple[tuple[int, ...], ...], tuple[Table, Table]] = variant.plan.__dict__.setdefault("_tables", {})
    shapes = tuple(shape_of(variant.tape[step.key]) for step in variant.plan.steps)
    if shapes not in kept:
        known, loose = kept[shapes] = {}, {}
        for step, shape in zip(variant.plan.steps, shapes):
            for alias, target, rank in _aliases(variant, step, shape):
                if not alias:  # of a synonym that is an article
                    continue
                known.setdefault(alias, []).append((rank, target))
                loose.setdefault(alias.lower(), []).append((rank, target))
    return kept[shapes]


def _aliases(variant: Variant, step: Step, shape: tuple[int, ...]) -> Iterator[tuple[str, Target, int]]:
    """Folded names, what they mean, and how surely: the exact name, that of an entry, the title, or a synonym, which stands
    for an entry, a row or a round with its number in the place of "#", or behind it."""
    whole = Target(step.name)
    for alias in _symbols(variant, Name(step.name), step.name):
        yield folded(alias), whole, EXACT
    for title in (step.title.replace("$", ""), step.plain_title):
        yield "".join(words_of(title)), whole, TITLE
        yield "".join(words_of(title.partition(" of ")[0])), whole, SYNONYM
    synonyms = (*SYNONYMS.get(step.name, ()), *variant.problem.also.get(step.name, "").split(", "))
    numbered = [synonym if "#" in synonym else f"{synonym}#" for synonym in synonyms if synonym]
    for synonym in numbered:
        yield folded(synonym.replace("#", "")), whole, SYNONYM
        yield "".join(words_of(synonym)), whole, SYNONYM
        if step.round and not shape:
            yield folded(_with_number(synonym, (step.round,))), Target(step.name, (), step.round), NUMBERED
    places = list(_places(shape))
    rows = dict.fromkeys(place[:1] for place in places) if len(shape) == 2 else ()
    for place in (*rows, *places):
        for synonym in numbered:
            yield folded(_with_number(synonym, place)), Target(step.name, place), NUMBERED
    for place in places:
        target = Target(step.name, place)
        node: Node = Name(step.name)
        for index in place:
            node = Item(node, Number(str(index)))
        for alias in (*_symbols(variant, node), step.name + "".join(f"[{index}]" for index in place)):
            yield folded(alias), target, ENTRY


def _with_number(synonym: str, place: tuple[int, ...]) -> str:
    """A synonym with the number of an entry, or with the next: "h#_in", "dh#+1/dh#"."""
    return synonym.replace("#+1", str(place[-1] + 1)).replace("#", "".join(map(str, place)))


def _symbols(variant: Variant, node: Node, *more: str) -> tuple[str, ...]:
    symbols = variant.problem.symbols
    return (*more, *(Printer(notation, symbols).text(node) for notation in (UNICODE, ASCII, LATEX)))


def _places(shape: Sequence[int]) -> Iterator[tuple[int, ...]]:
    total = 1
    for length in shape:
        total *= length
    if not shape or total > MOST_ENTRIES:
        return
    for first in range(1, shape[0] + 1):
        if len(shape) == 1:
            yield (first,)
        else:
            yield from ((first, *rest) for rest in _places(shape[1:]))
