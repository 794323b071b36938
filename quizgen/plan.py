"""The order of work: the steps that a problem's `work` lays down for what is given.

`work` may look at givens and conventions, never at a step's value; so its steps are the same for every variant in which
what it looked at is the same, and the plan is kept and run again: on right values, on a student's, on intervals.
"""

from __future__ import annotations

from functools import cached_property
from math import isfinite

from .errors import ImpossibleData, InputError, ProblemError, QuizgenError, faulty
from .formula import Formula, FormulaError
from .formula.functions import positions
from .formula.nodes import Node, is_rational
from .formula.parse import parse
from .program import program, rounded_entries, whole
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from .authoring import Problem
    from .program import Run, Way

    Tape = dict[str, Any]


class Step(Record):
    """One line of the solution: what is to be found, and how.

    `key` is its name on the tape, `name` the author's (they differ in rounds: `d2.1`, `d2`). `rows` is the whole table of
    formulas and `row` the one chosen by `by`. A choice has words for `yes` and `no`, or is a position; a procedure has a
    `function` of the tape's values named in `uses`, and `words` where it gives one of these. A `spare` step is left out
    of a user's own numbers where its value does not exist. `signless` says of what only the direction counts: of the
    "vector", of a matrix's "rows" or "columns". An `unordered` list may be given in any order. `form` says how else it may
    be written: a number with "either sign", two bounds as an "interval". `kind` is "number", "integer", "choice", "text"
    (words, or lists of words) or "expression" (the formula itself is the answer).
    """

    key: str
    name: str
    title: str
    why: str
    formula: Formula | None
    uses: frozenset[str]
    kind: str
    places: int
    marks: tuple[int, int]
    round: int | None
    heading: str | None
    rows: Mapping[str, Formula] = {}
    row: str | None = None
    by: str | None = None
    yes: Any = None
    no: Any = None
    of: str | None = None
    wrt: str | None = None
    function: Callable[..., Any] | None = None
    arguments: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    spare: bool = False
    round_to: int | None = None
    signless: str = ""
    form: str = ""
    unordered: bool = False

    @property
    def axes(self) -> tuple[str, ...]:
        """The indices of the left side: none for a number, one for a vector, two for a matrix."""
        return self.formula.axes if self.formula else ()

    @cached_property
    def rational(self) -> bool:
        """Whether its formula is made of sums, products and quotients alone."""
        return self.formula is not None and is_rational(self.formula.node)

    @property
    def plain_title(self) -> str:
        """The title in words alone, without the step's own symbol."""
        own = f" ${self.name}$"
        return self.title.replace(f"{own} =", "").replace(own, "").replace("$", "")

    @property
    def named(self) -> str:
        """What an error calls it: "se (standard error of the mean)"."""
        title = within_sentence(self.plain_title)
        return self.key if title.lower() == self.name.lower() else f"{self.key} ({title})"

    def number(self, tape: Tape) -> Any:
        """The value on a tape of numbers. ImpossibleData where there is none."""
        if self.kind == "expression" and self.formula is not None:
            return self.formula.text
        try:
            value = self.formula.number(tape) if self.formula else self._procedure(tape)
            if self.kind == "integer":
                return whole(value)
        except KeyError as error:
            raise InputError(f"{error.args[0]} is missing: {self.named} needs it") from None
        except (ArithmeticError, ValueError, IndexError) as error:
            raise ImpossibleData(f"{self.named}: {_words(error)}") from None
        except TypeError:  # a number where a list is needed, or the other way round
            raise ImpossibleData(f"{self.named}: what is given does not fit together in shape") from None
        if self.yes is not None:
            return self.yes if value else self.no
        return value if self.round_to is None else rounded_entries(value, self.round_to)

    def _procedure(self, tape: Tape) -> Any:
        assert self.function is not None
        return self.function(*(tape[name] for name in self.arguments))

    def worked_by(self, way: Way | None) -> Step:
        """The same step worked by another formula, or another function; kept, since marking asks for it often."""
        if way is None:
            return self
        made: dict[int, Step] = self.__dict__.setdefault("_worked_by", {})
        if id(way) not in made:
            other = {"function": way} if callable(way) else {"formula": way, "uses": way.uses}
            made[id(way)] = self.replace(**other)
        return made[id(way)]


def within_sentence(title: str) -> str:
    """A title as it stands inside a sentence: "sample mean"; "MCC", "ReLU", "F1 score" and what bears two names, such as
    "Jensen-Shannon divergence", as they are."""
    first, _, second = title.partition(" ")[0].partition("-")
    word = first[1:].islower() and not second[:1].isupper()
    return title[0].lower() + title[1:] if word or title[1:2] == " " else title


def _words(error: Exception) -> str:
    if isinstance(error, ZeroDivisionError):
        return "division by zero"
    if isinstance(error, OverflowError):
        return "the numbers grow too large"
    if "math domain" in str(error):
        return "a root or logarithm of a number that has none"
    return str(error)


def _finite(step: Step, value: Any) -> Any:
    """The value of a step. ImpossibleData where a number in it is infinite or none at all."""
    if isinstance(value, list):
        return [_finite(step, entry) for entry in value]
    if isinstance(value, float) and not isfinite(value):
        raise ImpossibleData(f"{step.named}: the numbers grow too large")
    return value


class Remark(Record):
    """Words between the steps: nothing to hand in, nothing to mark."""

    title: str
    text: str
    round: int | None
    heading: str | None


class Move(Record):
    """Between steps: the tape's `target` becomes `source`, or its row number `row`."""

    target: str
    source: str
    row: int | None

    def make(self, tape: Tape) -> None:
        """Makes the move; where the source has no value, neither has the target then."""
        if self.source in tape:
            tape[self.target] = tape[self.source] if self.row is None else tape[self.source][self.row - 1]
        else:
            tape.pop(self.target, None)


if TYPE_CHECKING:
    Line = Step | Move | Remark


class Plan(Record):
    """Steps and moves in order; `reads` is what `work` looked at; `agreed` are givens that other givens determine."""

    lines: tuple[Line, ...]
    reads: Mapping[str, Any]
    agreed: tuple[Step, ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps alone."""
        return tuple(line for line in self.lines if isinstance(line, Step))

    @cached_property
    def has_rounds(self) -> bool:
        """Whether the board is repeated with carried state."""
        return any(isinstance(line, Move) for line in self.lines)

    def walk(self, tape: Tape) -> Iterator[Step]:
        """Each step in turn; before it, the moves that its round needs are made on the tape."""
        for line in self.lines:
            if isinstance(line, Step):
                yield line
            elif isinstance(line, Move):
                line.make(tape)

    def by_round(self, start: Tape, right: Tape) -> Iterator[Tape]:
        """The tape as it stands at the end of each round, from one of what is given and one of all values; without rounds,
        the tape of all values."""
        if not self.has_rounds:
            yield right
            return
        tape, worked = dict(start), False
        for line in self.lines:
            if isinstance(line, Step):
                tape[line.name] = tape[line.key] = right[line.key]
                worked = worked or line.round is not None
            elif isinstance(line, Move):
                if worked:
                    yield tape
                    worked = False
                line.make(tape)
        yield tape

    def run(self, tape: Tape) -> Tape:
        """The tape with every step's value on it, under its name and its key. It raises NO_VALUE where one has none."""
        self._program(tape, tape)
        return tape

    @cached_property
    def _program(self) -> Run:
        return program(self.lines)

    def run_existing(self, tape: Tape) -> Plan:
        """Runs, and gives the plan without the spare steps that have no value, or use one that has none."""
        lost: set[str] = set()
        for step in self.walk(tape):
            if step.spare and step.uses & lost:
                lost |= {step.name, step.key}
                continue
            try:
                tape[step.name] = tape[step.key] = _finite(step, step.number(tape))
            except ImpossibleData:
                if not step.spare:
                    raise
                lost |= {step.name, step.key}
        if not lost:
            return self
        lines = tuple(line for line in self.lines if not (isinstance(line, Step) and line.key in lost))
        return self.replace(lines=lines)  # type: ignore[no-any-return]

    def only(self, asked: tuple[str, ...]) -> Plan:
        """The plan with the steps that the asked names need, directly or by way of others, in every round."""
        wanted = set(asked)
        kept: list[Line] = []
        for line in reversed(self.lines):
            if isinstance(line, Move):
                if line.target in wanted:
                    kept.append(line)
                    wanted.add(line.source)
            elif isinstance(line, Remark):
                kept.append(line)
            elif line.name in wanted or line.key in wanted:
                kept.append(line)
                wanted |= line.uses
        return self.replace(lines=tuple(reversed(kept)))  # type: ignore[no-any-return]


class Formulas:
    """A problem's formulas, each made once."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.spans: dict[str, Node] = {name: parse(index.length) for name, index in problem.indices.items()}
        self.made: dict[tuple[str, tuple[str, ...]], Formula] = {}
        self.nodes: dict[Node, Formula] = {}

    def get(self, text: str, axes: tuple[str, ...] = ()) -> Formula:
        """The formula of a text. ProblemError where it cannot be read."""
        made = self.made.get((text, axes))
        if made is None:
            try:
                made = self.made[text, axes] = Formula(text, self.spans, axes)
            except (FormulaError, KeyError) as error:
                raise ProblemError(f"{self.problem.slug}: {error}") from None
        return made

    def length(self, index: str, tape: Mapping[str, Any]) -> int:
        """How far an index runs on a tape."""
        return len(positions(self.of_node(self.spans[index]).number(tape)))

    def worth(self, node: Node, tape: Mapping[str, Any]) -> Any:
        """The value of a tree on a tape."""
        return self.of_node(node).number(tape)

    def of_node(self, node: Node) -> Formula:
        """A formula of a tree that is already made."""
        made = self.nodes.get(node)
        if made is None:
            made = self.nodes[node] = Formula.of(node, self.spans)
        return made


def formulas(problem: Problem) -> Formulas:
    """The problem's own store of formulas."""
    store: Formulas | None = problem.__dict__.get("_formulas")
    if store is None:
        store = problem._formulas = Formulas(problem)  # type: ignore[attr-defined]
    return store


def plan(problem: Problem, givens: Mapping[str, Any], conventions: Mapping[str, str]) -> Plan:
    """The steps for these givens, from those kept where `work` would look at the same values."""
    shape = (frozenset(givens), tuple(conventions.items()))
    kept: list[Plan] = problem.__dict__.setdefault("_plans", {}).setdefault(shape, [])
    for known in kept:
        if all(look(problem, name, givens, conventions) == value for name, value in known.reads.items()):
            return known
    from .board import Board

    board = Board(problem, givens, conventions)
    try:
        problem.work(board)
    except QuizgenError:
        raise
    except Exception as error:
        raise faulty(problem.path, error) from error
    made = Plan(_with_rounding(board.lines, problem, conventions), board.reads, tuple(board.agreed))
    kept.append(made)
    return made


def look(problem: Problem, name: str, givens: Mapping[str, Any], conventions: Mapping[str, str]) -> Any:
    """What `work` may look at: a convention, a given, "#name": how many rows a matrix has (a vector none), "@name": how
    many entries or rows, "|name": how many columns, or "?condition": whether a condition on what is given holds."""
    if name[0] == "?":
        return _holds(formulas(problem).get(name[1:]), {**conventions, **givens})
    if name[0] not in "#@|":
        return conventions.get(name, givens.get(name))
    given = givens.get(name[1:])
    if name[0] == "|":
        given = given[0] if isinstance(given, list) and given else None
    counts = isinstance(given, list) and given and (name[0] != "#" or isinstance(given[0], list))
    return len(given) if isinstance(given, list) and counts else 0


def _holds(condition: Formula, tape: Tape) -> bool:
    try:
        return bool(condition.number(tape))
    except (ArithmeticError, ValueError, IndexError) as error:
        raise ImpossibleData(f"{', '.join(sorted(condition.uses))}: {_words(error)}") from None


def _with_rounding(lines: list[Line], problem: Problem, conventions: Mapping[str, str]) -> tuple[Line, ...]:
    """Under a convention that rounds on the way, each step that a later one other than a choice uses is rounded."""
    from .authoring import Rounding

    places = next(
        (conventions[name] for name, part in problem.conventions.items() if isinstance(part, Rounding)), "off"
    )
    if places == "off":
        return tuple(lines)
    used = frozenset().union(
        *(line.uses for line in lines if isinstance(line, Step) and line.kind != "choice"),
        *({line.source} for line in lines if isinstance(line, Move)),
    )
    return tuple(
        line.replace(round_to=int(places), places=int(places))
        if isinstance(line, Step) and line.name in used and line.kind == "number"
        else line
        for line in lines
    )
