"""Which step a name means: its key, symbol in any notation, title, or a common synonym."""

from __future__ import annotations

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

MOST_ENTRIES = 100
EXACT, TITLE, SYNONYM = 0, 1, 2


class Target(Record):
    """What a name means: a step's name (the same in every round), the round where it says one, and an entry."""

    name: str
    indices: tuple[int, ...] = ()
    round: int | None = None


class Names:
    """The names of a variant's steps, and of its givens."""

    def __init__(self, variant: Variant) -> None:
        self.known: dict[str, dict[Target, int]] = {}
        self.loose: dict[str, dict[Target, int]] = {}
        self.keys = {step.key: Target(step.name, (), step.round) for step in variant.plan.steps if step.round}
        for step in variant.plan.steps:
            shape = shape_of(variant.tape[step.key])
            for alias, target, rank in _aliases(variant, step, shape):
                self._add(alias, target, rank)
        self.givens = {folded(alias): name for name in variant.givens for alias in _symbols(variant, Name(name), name)}

    def _add(self, alias: str, target: Target, rank: int) -> None:
        for store, key in ((self.known, alias), (self.loose, alias.lower())):
            ranks = store.setdefault(key, {})
            ranks[target] = min(rank, ranks.get(target, rank))

    def targets(self, name: str) -> list[Target]:
        """The steps or entries that a name means; several where it is ambiguous. Case counts only between names that
        differ in nothing else."""
        alias = folded(name)
        if not alias:
            return []
        if name.strip() in self.keys:
            return [self.keys[name.strip()]]
        worded = "".join(words_of(name)) if all(sign.isalnum() or sign in " -'" for sign in name) else ""
        for store, key in ((self.known, alias), (self.loose, alias.lower()), (self.loose, worded)):
            ranks = store.get(key)
            if ranks:
                best = min(ranks.values())
                found = [target for target, rank in ranks.items() if rank == best]
                # w1 is the step of that name rather than the first entry of one that is shown as w
                own = [target for target in found if not target.indices and folded(target.name) == alias]
                return own if len(own) == 1 else found
        return []

    def given(self, name: str) -> str | None:
        """The given that a name means, where it means no step."""
        return None if self.targets(name) else self.givens.get(folded(name))

    def is_name(self, text: str) -> bool:
        """Whether a text names a step or a given."""
        return bool(self.targets(text)) or folded(text) in self.givens


def _aliases(variant: Variant, step: Step, shape: tuple[int, ...]) -> Iterator[tuple[str, Target, int]]:
    """Folded names, what they mean, and how surely: the exact name, the title, or a synonym."""
    whole = Target(step.name)
    for alias in _symbols(variant, Name(step.name), step.name):
        yield folded(alias), whole, EXACT
    title = "".join(words_of(step.title.replace("$", "")))
    yield title, whole, TITLE
    head = step.title.partition(" of ")[0]
    yield "".join(words_of(head.replace("$", ""))), whole, SYNONYM
    for synonym in (*SYNONYMS.get(step.name, ()), *variant.problem.also.get(step.name, "").split(", ")):
        if synonym:
            yield folded(synonym), whole, SYNONYM
            yield "".join(words_of(synonym)), whole, SYNONYM
    for place in _places(shape):
        target = Target(step.name, place)
        node: Node = Name(step.name)
        for index in place:
            node = Item(node, Number(str(index)))
        for alias in (*_symbols(variant, node), step.name + "".join(f"[{index}]" for index in place)):
            yield folded(alias), target, EXACT


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
