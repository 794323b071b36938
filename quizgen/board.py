"""The board that a problem's `work` writes on: it lays down steps, remarks and rounds, and keeps what `work` looked at."""

from __future__ import annotations

from .errors import ImpossibleData, ProblemError
from .plan import Move, Remark, Step, formulas, look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from .authoring import Problem
    from .formula import Formula
    from .plan import Line


MOST_LINES = 5000


class Board:
    """Attributes are the givens and conventions: `w.tail`, `w.s_divisor`. `lines` are the steps and what stands between
    them, `agreed` the steps whose values are given, `reads` what was looked at."""

    def __init__(self, problem: Problem, givens: Mapping[str, Any], conventions: Mapping[str, str]) -> None:
        self.lines: list[Line] = []
        self.agreed: list[Step] = []
        self.reads: dict[str, Any] = {}
        self._problem = problem
        self._givens = givens
        self._conventions = conventions
        self._round: int | None = None
        self._heading: str | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._conventions and name not in self._problem.givens:
            raise ProblemError(f"{self._problem.slug}: work() may look at givens and conventions; {name} is neither")
        return self._look(name)

    def has(self, name: str) -> bool:
        """Whether something is given, whatever it is: steps are kept for what is given, not anew for each value."""
        return name in self._givens

    def holds(self, condition: str) -> bool:
        """Whether a condition on what is given holds, "n > 30": steps are kept for yes and no, not anew for each value."""
        found: bool = self._look("?" + condition)
        return found

    def count(self, name: str, *, of_row: bool = False) -> int:
        """How many entries a given vector has, or rows a given matrix, or entries its first row with `of_row`; 0 where it
        is not given, or is a single number."""
        found: int = self._look(("|" if of_row else "@") + name)
        return found

    def _look(self, name: str) -> Any:
        value = self.reads[name] = look(self._problem, name, self._givens, self._conventions)
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
        words: tuple[str, ...] = (),
        signless: str = "",
        form: str = "",
    ) -> None:
        """Lays down a step: `name` (with its axes, "d2[j]"), its formula or table of formulas, and what it is.

        A table's row is chosen by the given or convention `by`, or named by `row`. A condition becomes a choice with the
        words `yes` and `no`, a formula that gives words one of `words`. `of` and `wrt` say that the value is a derivative.
        `places`: decimals asked and shown, 0 for a whole number. `marks`: (method, accuracy); (1, 1) unless said, (0, 1)
        for a choice or whole number. `spare`: left out of a user's own numbers where it does not exist. `signless`: only
        the direction counts, of the "vector", or of a matrix's "rows" or "columns". `form`: a number may be handed in with
        "either sign", or two bounds as an "interval": 40 ± 2.5, 37.5 to 42.5.
        """
        name, axes = _left_side(name)
        formula_of = formulas(self._problem).get
        rows = {key: formula_of(text, axes) for key, text in formula.items()} if not isinstance(formula, str) else {}
        if rows and row is None:
            if by is None:
                raise ProblemError(f"{self._problem.slug}: {name}: a table of formulas needs by= or row=")
            row = str(self._look(by))
        chosen = rows[row] if row is not None else formula_of(str(formula), axes)
        how = {"rows": rows, "row": row, "by": by, "yes": yes, "no": no, "of": of, "wrt": wrt, "spare": spare}
        how |= {"words": words, "signless": signless, "form": form}
        kind = "choice" if words else _kind(chosen, yes, places)
        self._lay(name, title, why, chosen, chosen.uses, kind, places, marks, how)

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
        text: bool = False,
        unordered: bool = False,
        signless: str = "",
        marks: tuple[int, int] | None = None,
    ) -> None:
        """Lays down a step that is no formula: a pure function of the tape's values named in `uses`, in their order. With
        `words` it chooses one of these; with `text` it gives a word, a list of words or a list of such lists, in any order
        where `unordered`. `signless` as in `step`."""
        arguments = tuple(uses.split())
        kind = "choice" if words else "text" if text else _kind(None, None, places)
        how = {"function": function, "arguments": arguments, "words": words}
        how |= {"unordered": unordered, "signless": signless}
        self._lay(name, title, why, None, frozenset(arguments), kind, places, marks, how)

    def expression(
        self,
        name: str,
        formula: str | Mapping[str, str],
        title: str,
        why: str = "",
        *,
        by: str | None = None,
        marks: tuple[int, int] | None = None,
    ) -> None:
        """Lays down a step whose answer is the formula itself, or the row of a table of formulas: it is handed in as an
        expression in the names of the formula."""
        rows = (
            {}
            if isinstance(formula, str)
            else {key: formulas(self._problem).get(text) for key, text in formula.items()}
        )
        row = str(self._look(by)) if by else None
        chosen = rows[row] if row is not None else formulas(self._problem).get(str(formula))
        how = {"rows": rows, "row": row, "by": by}
        self._lay(name, title, why, chosen, frozenset(), "expression", 0, marks or (1, 1), how)

    def _lay(
        self,
        name: str,
        title: str,
        why: str,
        formula: Formula | None,
        uses: frozenset[str],
        kind: str,
        places: int,
        marks: tuple[int, int] | None,
        how: Mapping[str, Any],
    ) -> None:
        if len(self.lines) > MOST_LINES:
            raise ImpossibleData(f"the solution would have more than {MOST_LINES} steps")
        key = f"{name}.{self._round}" if self._round else name
        marks = marks or ((1, 1) if kind == "number" else (0, 1))
        place = self._round, self._heading
        step = Step(key, name, title, why, formula, uses, kind, places, marks, *place, **how)
        (self.agreed if name in self._givens else self.lines).append(step)

    def remark(self, title: str, text: str | Mapping[str, str], *, by: str | None = None) -> None:
        """Lays down words that the solution shows: {name} is a given's value, $...$ a formula; `by` chooses a row."""
        words = text if isinstance(text, str) else text[str(self._look(by or ""))]
        self.lines.append(Remark(title, words, self._round, self._heading))

    def rounds(self, over: str | int, heading: str, *, each: bool = False, **carry: str) -> Iterator[int]:
        """Repeats what follows: once for each row of the given matrix `over` (which stands for its row in the round; for
        a vector once, unnumbered; with `each` once for each entry of a vector), or so many times, once unnumbered. Of
        several names, "k p s", those that are single stay as they are. From the second round on each name in `carry` is
        what the step it is set to was: rounds("x", "Sample", W="W_new"). Steps of round 2 are headed "Sample 2" and named
        `d2.2`."""
        count, names = self._rounds(over.split(), each) if isinstance(over, str) else (over if over > 1 else 0, [])
        if not count:
            yield 1
            return
        self.lines += [Move(f"{name}.all", name, None) for name in names]
        for self._round in range(1, count + 1):
            self._heading = f"{heading} {self._round}"
            self.lines += [Move(name, f"{name}.all", self._round) for name in names]
            if self._round > 1:
                self.lines += [Move(name, source, None) for name, source in carry.items()]
            yield self._round
        self._round = self._heading = None

    def _rounds(self, names: Sequence[str], each: bool) -> tuple[int, list[str]]:
        """How many rounds some givens make, and those of them that stand for an entry or row in each."""
        counts = {name: count for name in names if (count := self._look(("@" if each else "#") + name))}
        for name, count in counts.items():
            if count != max(counts.values()):
                most = max(counts, key=counts.__getitem__)
                raise ImpossibleData(f"{most} is given for {counts[most]} rounds, {name} for {count}")
        return max(counts.values(), default=0), list(counts)


def _kind(formula: Formula | None, yes: Any, places: int) -> str:
    if yes is not None or (formula is not None and getattr(formula.node, "function", "") in ("argmin", "argmax")):
        return "choice"
    return "integer" if places == 0 else "number"


def _left_side(text: str) -> tuple[str, tuple[str, ...]]:
    """The name and the axes of "W_new[j][i]"."""
    name, *axes = text.replace("]", "").split("[")
    return name.rstrip("_"), tuple(axes)
