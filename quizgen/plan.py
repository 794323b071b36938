"""The order of work: the steps that a problem's `work` lays down for what is given.

`work` may look at givens and conventions, never at a step's value; so its steps are the same for every variant in which
what it looked at is the same, and the plan is kept and run again: on right values, on a student's, on intervals.
"""

from __future__ import annotations

from functools import cached_property

from .errors import ImpossibleData, InputError, ProblemError
from .formula import Formula, FormulaError
from .formula.nodes import Item, Name, Node, Number, is_rational
from .program import program, rounded_entries
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from .authoring import Problem
    from .program import Run

    Tape = dict[str, Any]


class Step(Record):
    """One line of the solution: what is to be found, and how.

    `key` is its name on the tape, `name` the author's (they differ in rounds: `d2.1`, `d2`). `rows` is the whole table of
    formulas and `row` the one chosen by `by`. A choice has words for `yes` and `no`, or is a position; a procedure has a
    `function` of the tape's values named in `uses`, and `words` where it gives one of these. A `spare` step is left out
    of a user's own numbers where its value does not exist.
    """

    key: str
    name: str
    title: str
    why: str
    formula: Formula | None
    rows: Mapping[str, Formula]
    row: str | None
    by: str | None
    places: int
    yes: Any
    no: Any
    of: str | None
    wrt: str | None
    marks: tuple[int, int]
    function: Callable[..., Any] | None
    uses: frozenset[str]
    round: int | None
    heading: str | None
    kind: str
    arguments: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    spare: bool = False
    round_to: int | None = None

    @property
    def axes(self) -> tuple[str, ...]:
        """The indices of the left side: none for a number, one for a vector, two for a matrix."""
        return self.formula.axes if self.formula else ()

    @cached_property
    def rational(self) -> bool:
        """Whether its formula is made of sums, products and quotients alone."""
        return self.formula is not None and is_rational(self.formula.node)

    def number(self, tape: Tape) -> Any:
        """The value on a tape of numbers. ImpossibleData where there is none."""
        try:
            value = self.formula.number(tape) if self.formula else self._procedure(tape)
        except KeyError as error:
            raise InputError(f"{error.args[0]} is missing: {self.title[0].lower()}{self.title[1:]} needs it") from None
        except (ArithmeticError, ValueError, IndexError) as error:
            raise ImpossibleData(f"{self.title}: {_words(error)}") from None
        if self.yes is not None:
            return self.yes if value else self.no
        return value if self.round_to is None else rounded_entries(value, self.round_to)

    def _procedure(self, tape: Tape) -> Any:
        assert self.function is not None
        return self.function(*(tape[name] for name in self.arguments))

    def with_formula(self, formula: Formula) -> Step:
        """The same step worked by another formula; kept, since marking asks for it often."""
        made: dict[int, Step] = self.__dict__.setdefault("_worked_by", {})
        if id(formula) not in made:
            made[id(formula)] = self.replace(formula=formula, uses=formula.uses)
        return made[id(formula)]


def _words(error: Exception) -> str:
    if isinstance(error, ZeroDivisionError):
        return "division by zero"
    if isinstance(error, OverflowError):
        return "the numbers grow too large"
    if "math domain" in str(error):
        return "a root or logarithm of a number that has none"
    return str(error)


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
                tape[line.target] = tape[line.source] if line.row is None else tape[line.source][line.row - 1]

    def run(self, tape: Tape) -> Tape:
        """The tape with every step's value on it, under its name and its key. It raises NO_VALUE where one has none."""
        self._program(tape, tape)
        return tape

    @cached_property
    def _program(self) -> Run:
        return program(self.lines)

    def run_existing(self, tape: Tape) -> Plan:
        """Runs, and gives the plan without the spare steps that have no value."""
        lost = set()
        for step in self.walk(tape):
            try:
                tape[step.name] = tape[step.key] = step.number(tape)
            except ImpossibleData:
                if not step.spare:
                    raise
                lost.add(step.key)
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


class Board:
    """What `work` writes on. Attributes are the givens and conventions: `w.tail`, `w.s_divisor`."""

    def __init__(self, problem: Problem, givens: Mapping[str, Any], conventions: Mapping[str, str]) -> None:
        self._problem = problem
        self._givens = givens
        self._conventions = conventions
        self._lines: list[Line] = []
        self._agreed: list[Step] = []
        self._round: int | None = None
        self._heading: str | None = None
        self.reads: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._conventions and name not in self._problem.givens:
            raise ProblemError(f"{self._problem.slug}: work() may look at givens and conventions; {name} is neither")
        return self._look(name)

    def has(self, name: str) -> bool:
        """Whether something is given, whatever it is: steps are kept for what is given, not anew for each value."""
        return name in self._givens

    def _look(self, name: str) -> Any:
        value = self._conventions.get(name, self._givens.get(name))
        self.reads[name] = value
        return value

    def step(
        self,
        name: str,
        formula: str | Mapping[str, str],
        title: str,
        why: str = "",
        *,
        by: str | None = None,
        row: str | None = None,
        places: int = 4,
        yes: Any = None,
        no: Any = None,
        of: str | None = None,
        wrt: str | None = None,
        marks: tuple[int, int] | None = None,
        spare: bool = False,
    ) -> None:
        """Lays down a step: `name` (with its axes, "d2[j]"), its formula or table of formulas, and what it is.

        A table's row is chosen by the given or convention `by`, or named by `row`. A condition becomes a choice with the
        words `yes` and `no`. `of` and `wrt` say that the value is a derivative. `places`: decimals asked and shown, 0
        for a whole number. `marks`: (method, accuracy); (1, 1) unless said, (0, 1) for a choice or whole number. `spare`:
        left out of a user's own numbers where it does not exist.
        """
        name, axes = _left_side(name)
        compile_ = formulas(self._problem).get
        table = formula if isinstance(formula, dict) else {}
        rows = {key: compile_(text, axes) for key, text in table.items()}
        if table and row is None:
            assert by is not None, f"{name}: a table of formulas needs by= or row="
            row = str(self._look(by))
        chosen = rows[row] if table and row is not None else compile_(str(formula), axes)
        self._lay(
            name, title, why, chosen, rows, row, by, places, yes, no, of, wrt, marks, None, chosen.uses, spare=spare
        )

    def procedure(
        self,
        name: str,
        function: Callable[..., Any],
        uses: str,
        title: str,
        why: str = "",
        *,
        places: int = 4,
        words: tuple[str, ...] = (),
        marks: tuple[int, int] | None = None,
    ) -> None:
        """Lays down a step that is no formula: a pure function of the tape's values named in `uses`, in their order. With
        `words` it chooses one of these."""
        arguments = tuple(uses.split())
        self._lay(
            name,
            title,
            why,
            None,
            {},
            None,
            None,
            places,
            None,
            None,
            None,
            None,
            marks,
            function,
            frozenset(arguments),
            arguments,
            words,
        )

    def _lay(
        self,
        name: str,
        title: str,
        why: str,
        formula: Formula | None,
        rows: Mapping[str, Formula],
        row: str | None,
        by: str | None,
        places: int,
        yes: Any,
        no: Any,
        of: str | None,
        wrt: str | None,
        marks: tuple[int, int] | None,
        function: Any,
        uses: frozenset[str],
        arguments: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
        spare: bool = False,
    ) -> None:
        kind = "choice" if words else _kind(formula, yes, places)
        key = f"{name}.{self._round}" if self._round else name
        step = Step(
            key=key,
            name=name,
            title=title,
            why=why,
            formula=formula,
            rows=rows,
            row=row,
            by=by,
            places=places,
            yes=yes,
            no=no,
            of=of,
            wrt=wrt,
            marks=marks or ((1, 1) if kind == "number" else (0, 1)),
            function=function,
            uses=uses,
            round=self._round,
            heading=self._heading,
            kind=kind,
            arguments=arguments,
            words=words,
            spare=spare,
        )
        (self._agreed if name in self._givens else self._lines).append(step)

    def remark(self, title: str, text: str | Mapping[str, str], *, by: str | None = None) -> None:
        """Lays down words that the solution shows: {name} is a given's value, $...$ a formula; `by` chooses a row."""
        words = text if isinstance(text, str) else text[str(self._look(by or ""))]
        self._lines.append(Remark(title, words, self._round, self._heading))

    def rounds(self, over: str | int, heading: str, **carry: str) -> Iterator[int]:
        """Repeats what follows: once for each row of the given matrix `over` (which stands for its row in the round; for
        a vector once, unnumbered), or so many times. From the second round on each name in `carry` is what the step it
        is set to was: rounds("x", "Sample", W="W_new"). Steps of round 2 are headed "Sample 2" and named `d2.2`."""
        count = over if isinstance(over, int) else self._rows(over)
        if not count:
            yield 1
            return
        if isinstance(over, str):
            self._lines.append(Move(f"{over}.all", over, None))
        for self._round in range(1, count + 1):
            self._heading = f"{heading} {self._round}"
            if isinstance(over, str):
                self._lines.append(Move(over, f"{over}.all", self._round))
            if self._round > 1:
                self._lines += [Move(name, source, None) for name, source in carry.items()]
            yield self._round
        self._round = self._heading = None

    def _rows(self, name: str) -> int:
        given = self._givens.get(name)
        count = len(given) if isinstance(given, list) and given and isinstance(given[0], list) else 0
        self.reads["#" + name] = count
        return count


def _kind(formula: Formula | None, yes: Any, places: int) -> str:
    if yes is not None or (formula is not None and getattr(formula.node, "function", "") in ("argmin", "argmax")):
        return "choice"
    return "integer" if places == 0 else "number"


def _left_side(text: str) -> tuple[str, tuple[str, ...]]:
    """The name and the axes of "W_new[j][i]"."""
    name, *axes = text.replace("]", "").split("[")
    return name.rstrip("_"), tuple(axes)


class Formulas:
    """A problem's formulas, each made once."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.spans: dict[str, Node] = {
            name: Item(Name(index.over), Number("1")) if index.of_row else Name(index.over)
            for name, index in problem.indices.items()
        }
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
        return len(self.of_node(self.spans[index]).number(tape))

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
        if all(_look(name, givens, conventions) == value for name, value in known.reads.items()):
            return known
    board = Board(problem, givens, conventions)
    problem.work(board)
    made = Plan(_with_rounding(board._lines, problem, conventions), board.reads, tuple(board._agreed))
    kept.append(made)
    return made


def _look(name: str, givens: Mapping[str, Any], conventions: Mapping[str, str]) -> Any:
    if name.startswith("#"):
        given = givens.get(name[1:])
        return len(given) if isinstance(given, list) and given and isinstance(given[0], list) else 0
    return conventions.get(name, givens.get(name))


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
