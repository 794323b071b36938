"""Three hints: a nudge that the author wrote, the formulas, and the first line with numbers put in, without its value;
where a formula is itself an answer, in place of the formulas why the steps are so."""

from __future__ import annotations

from ..formula.nodes import Choose, Compare
from ..plan import within_sentence
from ..solution import Line, solution
from .words import maths, name_maths, prose, value_maths
from .working import is_leaf, picks_terms, positions, substituted, text_at, written_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import Maths, Text
    from ..formula.nodes import Node
    from ..plan import Remark, Step
    from ..variant import Variant

FORMULAS = 4


def hints(variant: Variant, lines: Sequence[Line | Remark] | None = None) -> tuple[Text, ...]:
    """The three hints of a variant; its solution may be handed over."""
    every = [line for line in lines or solution(variant) if isinstance(line, Line)]
    told, begun = _chosen(variant, every)
    nudge = prose(variant, variant.problem.nudge)
    if not told:
        return nudge, _whys(variant, every), _beginning(variant, every[0])
    third = _named(variant, every[0]) if begun is None else _first_line(variant, every[begun])
    return nudge, _ways(variant, told), third


def _chosen(variant: Variant, every: Sequence[Line]) -> tuple[Sequence[Step], int | None]:
    """The steps whose formulas are told, and the place of the line that is begun, if one may be; no steps where the solution
    is not one of formulas. Kept with the plan."""
    kept: tuple[Sequence[Step], int | None] | None = variant.plan.__dict__.get("_hinted")
    if kept is None:
        steps = [line.step for line in every]
        worked = [step for step in steps if _by_formula(step)]
        if any(step.kind == "expression" for step in steps):
            worked = []
        begun = _telling([step for step in _before_answers(variant, steps) if _by_formula(step) and not _plain(step)])
        kept = variant.plan.__dict__["_hinted"] = _telling(worked), steps.index(begun[0]) if begun else None
    return kept


def _telling(worked: Sequence[Step]) -> Sequence[Step]:
    """The steps that give a number with decimals, which say more than counts; all, where the first of them uses a count."""
    numbers = [step for step in worked if step.kind == "number"]
    others = {step.name for step in worked if step.kind != "number"}
    return worked if not numbers or numbers[0].uses & others else numbers


def _before_answers(variant: Variant, steps: Sequence[Step]) -> Iterator[Step]:
    """The steps into which no answer goes, nor what is made of one."""
    known = set[str]()
    for step in steps:
        if step.uses & known:
            known.add(step.name)
            continue
        yield step
        if step.key in variant.asked:
            known.add(step.name)


def _plain(step: Step) -> bool:
    """Whether a formula is a number or a name alone, of which there is nothing to put in."""
    return step.formula is not None and is_leaf(step.formula.node)


def _by_formula(step: Step) -> bool:
    """Whether a step is worked by a formula, which may be told; not where the formula itself is the answer."""
    return step.formula is not None and step.kind != "expression"


def _whys(variant: Variant, lines: Sequence[Line]) -> Text:
    """How the first steps go that are no formulas."""
    return prose(variant, " ".join(line.step.why for line in lines[:FORMULAS] if line.step.why))


def _beginning(variant: Variant, line: Line) -> Text:
    """The first entry of a step that is no formula; of a single value only what it is."""
    if not isinstance(line.value, list):
        return _named(variant, line)
    first = value_maths(variant.problem, line.step, line.shown[:1])
    return name_maths(variant.problem, line.step.name), " = ", first, ", …"


def _named(variant: Variant, line: Line) -> Text:
    return ("Begin with the ", *prose(variant, within_sentence(line.step.title)), ".")


def hints_for(variant: Variant, line: Line) -> tuple[Text, ...]:
    """Three hints for one step: what it is and why, its formula, and that with numbers put in."""
    step = line.step
    nudge = prose(variant, f"Next: {within_sentence(step.title)}. {step.why}".strip())
    if not _by_formula(line.step):
        return (nudge,)
    assert step.formula is not None
    left = name_maths(variant.problem, step.name, step.axes).node
    return nudge, (maths(variant.problem, Compare("==", left, step.formula.node)),), _first_line(variant, line)


def _first_line(variant: Variant, line: Line) -> Text:
    """A step's first entry with numbers put in, without its value: where one case of several is that, whether it holds;
    where a number at hand is, what step it is."""
    problem, place = variant.problem, next(positions(line.value))
    places = dict(zip(line.step.axes, place))
    put_in, left = substituted(variant, line, places), name_maths(problem, line.step.name, place)

    def with_numbers(node: Node) -> Maths:
        return maths(problem, node, lambda node: text_at(node, line.texts))

    whole = line.step.formula
    if whole is not None and isinstance(whole.node, Choose) and is_leaf(put_in):
        return left, ": is ", with_numbers(written_out(variant, line, whole.node.condition, places)), "?"
    if is_leaf(put_in) and not place:
        return _named(variant, line)
    return left, " = ", with_numbers(put_in), " = …"


def _ways(variant: Variant, worked: Sequence[Step]) -> Text:
    """The formulas of the first steps, or why one that picks its terms is so; kept with the plan, since no number is in
    them."""
    kept: Text | None = variant.plan.__dict__.get("_ways")
    if kept is None:
        ways: list[str | Maths] = []
        told = dict.fromkeys((step.name, step.axes, step.formula, step.why) for step in worked)
        for name, axes, formula, why in list(told)[:FORMULAS]:  # once, of several rounds
            assert formula is not None
            ways += ["; "] if ways else []
            if why and picks_terms(formula.node):
                ways += name_maths(variant.problem, name), ": ", *prose(variant, within_sentence(why).rstrip("."))
                continue
            left = name_maths(variant.problem, name, axes).node
            ways.append(maths(variant.problem, Compare("==", left, formula.node)))
        kept = variant.plan.__dict__["_ways"] = tuple(ways)
    return kept
