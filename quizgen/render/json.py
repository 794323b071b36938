"""Variants, problems and markings as JSON objects, in the order of keys that scripts rely on."""

from __future__ import annotations

from ..document import Options, Paragraph
from ..formula.latex import LATEX
from ..formula.plain import UNICODE
from ..formula.printer import printed, template
from ..marking.handed_in import numbers_read
from ..rounding import significant
from ..solution import Line, solution
from ..writing import figures, hints, stem
from ..writing.words import in_words, name_maths
from ..writing.working import derivation, substituted, text_at
from .text import TextRenderer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..authoring import Problem
    from ..closed import Closed, Reply
    from ..concepts.item import Item
    from ..marking import Marked, Marking
    from ..plan import Step
    from ..variant import Variant

WIDE = 10**9


def number(value: Any) -> Any:
    """A value with 12 significant digits, in lists as they are."""
    if isinstance(value, list):
        return [number(entry) for entry in value]
    return significant(value) if isinstance(value, float) else value


def latex_symbol(name: str, problem: Problem) -> str:
    """A name's symbol in LaTeX."""
    return printed(name_maths(problem, name).node, LATEX, problem.symbols)


def variant_object(variant: Variant, full: bool) -> dict[str, Any]:
    """A variant; with `full` its steps, answers and hints."""
    text = TextRenderer(WIDE)
    problem = variant.problem
    found: dict[str, Any] = {
        "id": variant.id,
        "slug": problem.slug,
        "title": problem.title,
        "topic": problem.topic,
        "level": variant.level,
        "seed": variant.seed,
        "conventions": dict(variant.conventions),
        "givens": {name: number(value) for name, value in variant.givens.items()},
        "question": "\n".join([text.inline(stem(variant)), *_table(variant, text)]),
        "asked": list(variant.asked),
        "marks": variant.marks,
    }
    if full:
        lines = solution(variant)
        found["steps"] = [_step(variant, line) for line in lines if isinstance(line, Line)]
        found["answers"] = {key: number(variant.tape[key]) for key in variant.asked}
        found["hints"] = [text.inline(hint) for hint in hints(variant, lines)]
    return found


def closed_object(closed: Closed, full: bool) -> dict[str, Any]:
    """A closed question: the keys of a variant, and its options with the labels that an answer names them by; with `full`
    its answer. A variant asked as multiple choice keeps its steps."""
    text, form = TextRenderer(WIDE), closed.form
    one: Variant | None = getattr(closed, "variant", None)
    found: dict[str, Any] = variant_object(one, full) if one is not None else _item(closed, full, text)
    found |= {"marks": closed.marks, "form": type(form).__name__.lower(), "options": _options(closed, text)}
    if full:
        found |= {"answer": form.value(form.key()), "why": text.inline(closed.why)}
    return found


def _item(closed: Closed, full: bool, text: TextRenderer) -> dict[str, Any]:
    """The keys of a variant, of a concept item."""
    right = closed.form.value(closed.form.key())
    found: dict[str, Any] = {
        "id": closed.id,
        "slug": closed.name,
        "title": closed.title,
        "topic": closed.topic,
        "level": closed.level,
        "seed": closed.seed,
        "conventions": {},
        "givens": {},
        "question": "\n".join(text.inline(block.text) for block in closed.stem() if isinstance(block, Paragraph)),
        "asked": list(closed.asked),
        "marks": closed.marks,
    }
    if full:
        step = dict.fromkeys(("name", "title", "symbol", "formula", "substituted", "value", "shown", "why", "marks"))
        shown, why = text.inline(closed.form.answer()), text.inline(closed.why)
        step |= {
            "name": "answer",
            "title": closed.form.prompt,
            "symbol": "",
            "value": right,
            "shown": shown,
            "why": why,
        }
        found["steps"] = [step | {"marks": {"method": 0, "accuracy": closed.marks}}]
        found["answers"] = {"answer": right}
        found["hints"] = []
    return found


def item_object(item: Item) -> dict[str, Any]:
    """A concept item as the catalogue lists it."""
    return {
        "slug": item.name,
        "title": item.title,
        "topic": item.topic,
        "subject": item.subject,
        "form": type(item.form).__name__.lower(),
        "question": TextRenderer(WIDE).inline(item.ask),
        "marks": item.form.marks,
        "erratum": item.erratum,
    }


def _options(closed: Closed, text: TextRenderer) -> list[dict[str, str]]:
    return [
        {"label": label, "text": text.inline(told)}
        for block in closed.form.blocks()
        if isinstance(block, Options)
        for label, told in zip(block.labels, block.texts)
    ]


def reply_object(reply: Reply) -> dict[str, Any]:
    """A marked answer to a closed question, as `marking_object` has it."""
    form, (name, *_) = reply.closed.form, reply.closed.asked
    right, text = form.value(form.key()), TextRenderer(WIDE)
    verdict = "unreadable" if reply.fault else "right" if reply.all_right else "wrong"
    cause = None if reply.fault or reply.all_right else form.cause(reply.read)
    says = text.inline(cause[1]) if cause else ""
    places = [{True: "right", False: "wrong", None: "missing"}[place] for place in reply.places]
    step = {
        "name": name,
        "written": reply.text,
        "read": None if reply.fault else form.value(reply.read),
        "expected": right,
        "expected_from_your_working": right,
        "verdict": verdict,
        "why": reply.fault or says or text.inline(reply.closed.why),
        "mistake": {"name": cause[0], "says": says} if cause else None,
        "components": places if reply.out_of > 1 and not reply.fault else None,
        "marks": {"method": 0, "accuracy": reply.marks},
        "out_of": {"method": 0, "accuracy": reply.out_of},
    }
    return {
        "id": reply.closed.id,
        "slug": reply.closed.name,
        "verdict": reply.verdict,
        "marks": reply.marks,
        "out_of": reply.out_of,
        "first_error": None if reply.all_right else name,
        "steps": [step],
        "unmatched": [],
    }


def _table(variant: Variant, text: TextRenderer) -> list[str]:
    if not (variant.story and variant.story.tabled):
        return []
    return [line for table in figures(variant, "question_table") for line in text.block(table)]


def _step(variant: Variant, line: Line) -> dict[str, Any]:
    return {
        **_unvarying(variant.problem, line.step),
        "substituted": _substituted(variant, line),
        "value": number(line.value),
        "shown": _formula(variant.problem, line.step) if line.step.kind == "expression" else _shown(line.shown),
        "exact": line.exact,
    }


def _formula(problem: Problem, step: Step) -> str:
    """The formula that is a step's answer, as it is read."""
    assert step.formula is not None
    return printed(step.formula.node, UNICODE, problem.symbols)


def _unvarying(problem: Problem, step: Step) -> dict[str, Any]:
    """What a step says in every variant, and the places of the rest; kept with the step."""
    kept: dict[str, Any] | None = step.__dict__.get("_json")
    if kept is None:
        kept = step.__dict__["_json"] = {
            "name": step.key,
            "title": in_words(problem, step.title),
            "symbol": latex_symbol(step.name, problem),
            "formula": printed(step.formula.node, LATEX, problem.symbols) if step.formula else None,
            "substituted": None,
            "value": None,
            "shown": None,
            "why": in_words(problem, step.why),
            "marks": dict(zip(("method", "accuracy"), step.marks)),
            "exact": None,
        }
    return kept


def _shown(shown: Any) -> str:
    return f"({', '.join(map(_shown, shown))})" if isinstance(shown, list) else str(shown)


def _substituted(variant: Variant, line: Line) -> str | None:
    if line.step.formula is None:
        return None
    if not line.step.axes:
        return template(substituted(variant, line, {}), LATEX).fill(lambda node: text_at(node, line.texts))
    rows = []
    for chain in list(derivation(variant, line))[1:]:
        left = printed(chain.left.node, LATEX, variant.problem.symbols)
        rights = [_latex(right) for right in chain.rights[:-1]]
        rows.append(f"{left} &= {' = '.join(rights) or _latex(chain.rights[-1])}")
    return r"\begin{aligned}" + r" \\ ".join(rows) + r"\end{aligned}"


def _latex(part: Any) -> str:
    if part.numbers is not None:
        return template(part.node, LATEX).fill(part.numbers)
    return printed(part.node, LATEX, part.symbols)


def problem_object(problem: Problem) -> dict[str, Any]:
    """A problem as the catalogue lists it."""
    return {
        "slug": problem.slug,
        "title": problem.title,
        "topic": problem.topic,
        "levels": list(problem.levels),
        "givens": [
            {
                "name": name,
                "symbol": latex_symbol(name, problem),
                "means": given.means,
                "unit": given.unit,
                "type": given.type,
            }
            for name, given in problem.givens.items()
        ],
        "answers": [_answer(problem, step) for step in answer_steps(problem)],
        "conventions": [
            {"name": name, "choices": list(part.choices), "default": part.default}
            for name, part in problem.conventions.items()
        ],
    }


def answer_steps(problem: Problem) -> list[Step]:
    """The steps that some level asks for, as drawn variants of each level work them."""
    from ..drawing import draw

    found: dict[str, Step] = {}
    for level in problem.levels:
        for seed in range(6):
            variant = draw(problem, level, {}, seed)
            found.update({step.name: step for step in variant.plan.steps if step.key in variant.asked})
    return list(found.values())


def _answer(problem: Problem, step: Step) -> dict[str, Any]:
    kind = step.kind if not step.axes else ("vector", "matrix")[len(step.axes) - 1]
    return {
        "name": step.name,
        "symbol": latex_symbol(step.name, problem),
        "means": in_words(problem, step.title),
        "type": kind,
        "places": step.places if step.kind == "number" else None,
    }


def marking_object(marking: Marking) -> dict[str, Any]:
    """A marked answer."""
    return {
        "id": marking.variant.id,
        "slug": marking.variant.problem.slug,
        "verdict": marking.verdict,
        "marks": marking.marks,
        "out_of": marking.out_of,
        "first_error": marking.first_error,
        "steps": [_marked(step) for step in marking.steps],
        "unmatched": [dict(zip(one._fields, (one.line, one.text, one.why))) for one in marking.unmatched],
    }


def _marked(marked: Marked) -> dict[str, Any]:
    judged = marked.judged
    handed = judged.handed
    cause = marked.cause
    read = (handed.read if marked.verdict == "unreadable" else handed.said) if handed else None
    return {
        "name": judged.step.key,
        "written": handed.text if handed else None,
        "read": _read(numbers_read(read), judged.expected) if handed else None,
        "expected": number(judged.expected),
        "expected_from_your_working": number(judged.expected_own),
        "verdict": marked.verdict,
        "why": marked.why,
        "mistake": {"name": cause.name, "says": cause.says} if cause else None,
        "components": judged.components,
        "marks": {"method": marked.marks[0], "accuracy": marked.marks[1]},
        "out_of": {"method": judged.step.marks[0], "accuracy": judged.step.marks[1]},
    }


def _read(read: Any, expected: Any) -> Any:
    """What was read, whole where a whole number is expected."""
    if isinstance(read, list):
        same = isinstance(expected, list) and len(read) == len(expected)
        return [_read(*pair) for pair in zip(read, expected)] if same else number(read)
    whole = isinstance(expected, int) and isinstance(read, float) and read.is_integer()
    return int(read) if whole else number(read)
