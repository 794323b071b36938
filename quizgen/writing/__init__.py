"""Writes a variant as a document: the question, its hints and its worked solution, in blocks without a format."""

from __future__ import annotations

from ..document import Answers, Caution, Conclusion, Paragraph, Question, Space
from ..errors import faulty
from ..formula.nodes import Compare, Name
from ..mistakes import slips
from ..solution import Line, solution, text_of
from .hints import hints
from .stem import ask, asked_steps, label, stem
from .words import maths, name_maths, named_words, prose, value_maths
from .working import working

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from ..document import Block, Maths, Text
    from ..plan import Remark, Step
    from ..variant import Variant

__all__ = ["ask", "asked_steps", "figures", "hints", "label", "posed", "question", "stem"]

ROOM = 20
SHORT, LARGE = 5, 1e12


def question(variant: Variant, number: int | None = None) -> Question:
    """The question with its answer, its worked solution and its place on a sheet."""
    lines = solution(variant)
    answer, worked = final_answers(variant, lines), tuple(_solution(variant, lines))
    return posed(variant, number).replace(answer=answer, solution=worked)  # type: ignore[no-any-return]


def posed(variant: Variant, number: int | None = None) -> Question:
    """The question alone."""
    blocks: list[Block] = [Paragraph(stem(variant))]
    if variant.story and variant.story.tabled:
        blocks += figures(variant, "question_table")
    asked = asked_steps(variant)
    boxes = Answers(tuple(label(variant, step) for step in asked), tuple(extent(variant.tape[s.key]) for s in asked))
    blocks += [*figures(variant, "question_figure"), boxes, Space(min(2 + variant.marks, ROOM))]
    problem = variant.problem
    return Question(problem.title, variant.level, variant.id, variant.marks, tuple(blocks), (), (), number)


def figures(variant: Variant, kind: str) -> list[Block]:
    """The problem's figures or tables of a kind, where it has some."""
    try:
        found = getattr(variant.problem, kind)(values(variant))
    except Exception as error:
        if variant.seed is None:  # of a user's own numbers, too few or too large to be drawn
            return []
        raise faulty(variant.problem.path, error) from error
    return [block for block in (found if isinstance(found, tuple) else (found,)) if block is not None]


def extent(value: Any) -> tuple[int, int]:
    """The rows and columns that an answer takes: (1, 1) for a number, (1, 2) for words."""
    if not isinstance(value, list):
        return (1, 2) if isinstance(value, str) else (1, 1)
    return (len(value), len(value[0])) if isinstance(value[0], list) else (1, len(value))


def values(variant: Variant) -> Values:
    """All that is given, in force or worked out."""
    return Values({**variant.conventions, **variant.tape, **variant.givens})


class Values:
    """A tape's values as attributes; None for what is not there."""

    def __init__(self, tape: Mapping[str, Any]) -> None:
        self._tape = tape

    def __getattr__(self, name: str) -> Any:
        return self._tape.get(name)


def _solution(variant: Variant, lines: Sequence[Line | Remark]) -> Iterator[Block]:
    yield from working(variant, lines)
    yield from figures(variant, "solution_figure")
    try:
        meaning = variant.problem.conclusion(values(variant))
    except Exception as error:
        raise faulty(variant.problem.path, error) from error
    yield Conclusion(final_answers(variant, lines), prose(variant, meaning) if meaning else ())
    caution = common_mistake(variant)
    if caution:
        yield Caution(caution)


def final_answers(variant: Variant, lines: Sequence[Line | Remark]) -> Text:
    """The asked answers in one line; those of a round behind its heading."""
    parts: list[str | Maths] = []
    heading = None
    for line in lines:
        if isinstance(line, Line) and line.step.key in variant.asked:
            here = line.step.heading
            between = ", " if here == heading else "; "
            parts += [
                between if parts else "",
                f"{here}: " if here and here != heading else "",
                *_result(variant, line),
            ]
            heading = here
    return tuple(part for part in parts if part != "")


def _result(variant: Variant, line: Line) -> Iterable[str | Maths]:
    if isinstance(line.shown, str) and line.step.yes is not None and not line.shown[:1].isdigit():
        yield line.shown
        return
    if line.step.kind == "text":
        yield from named_words(variant.problem, line.step, line.shown)
        return
    value = value_maths(variant.problem, line.step, line.shown)
    if isinstance(value.node, Compare):
        yield from (name_maths(variant.problem, line.step.name), ": ", value)
        return
    yield maths(variant.problem, Compare("==", Name(line.step.name), value.node))


def common_mistake(variant: Variant) -> Text:
    """The first mistake that can be made here, the number that it gives before it."""
    start, right = variant.start(), dict(variant.tape)
    for slip in slips(variant.problem, variant.plan):
        made = slip.run(start, right) if slip.happens(start, right) else None
        if made is not None:
            step = next(step for step in variant.plan.steps if step.name in slip.formulas)
            return (*_wrong(variant, step, made[step.key]), *prose(variant, slip.mistake.says))
    return ()


def _wrong(variant: Variant, step: Step, value: Any) -> Text:
    """A wrong number with its name; of long lists, of words and of what looks right here nothing."""
    numbers = value if isinstance(value, list) else [value]
    if step.kind not in ("number", "integer") or len(numbers) > SHORT or any(isinstance(one, list) for one in numbers):
        return ()
    if not all(abs(number) < LARGE for number in numbers):
        return ()
    shown = text_of(step, value)
    if shown == text_of(step, variant.tape[step.key]):
        return ()
    return maths(variant.problem, Compare("==", Name(step.name), value_maths(variant.problem, step, shown).node)), ". "
