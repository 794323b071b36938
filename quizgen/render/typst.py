"""Typst source: calls of the functions of templates/sheet.typ, with every text as a string literal."""

from __future__ import annotations

from ..document import (
    Answers,
    Block,
    Caution,
    Conclusion,
    Derivation,
    Dot,
    Figure,
    Heading,
    Label,
    Maths,
    Paragraph,
    Path,
    Question,
    Shape,
    Sheet,
    Space,
    Table,
    WorkedStep,
)
from ..formula.nodes import Number
from ..formula.plain import UNICODE
from ..formula.printer import Notation, printed, template
from ..formula.spoken import SPOKEN
from ..formula.typst import TYPST, quoted
from .escape import harmless
from .text import marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..document import Chain, Text

ONE_LINE, TOO_WIDE = 78, 72
RELATIONS = {"⇒": ("arrow.r.double", "therefore"), "=": ("=", "equals")}


def sheet(page: Sheet) -> str:
    """The questions of a sheet."""
    points = [question.marks for question in page.questions]
    facts = [page.course, page.duration, f"{sum(points)} points"]
    head = [
        f"#show: body => page-of({string(page.title)}, {string(page.course or '')}, body)",
        f"#title({string(page.title)}, {string(' · '.join(fact for fact in facts if fact))})",
        f"#person({string(page.date or '')})",
        f"#scores(({', '.join(map(str, points))},))",
    ]
    return _whole(head, map(question_call, page.questions))


def key(page: Sheet) -> str:
    """The final answers and the worked solutions of a sheet."""
    rows = [f"[{q.number}], {string(q.title)}, {{{joined(q.answer)}}}" for q in page.questions]
    head = [
        f"#show: body => page-of({string(page.title)}, {string('Answer key')}, body)",
        f"#title({string(page.title)}, {string('Answer key')})",
        f"#final-answers({', '.join(rows)})",
    ]
    return _whole(head, (line for question in page.questions for line in key_calls(question)))


def page(questions: Sequence[Question], solved: bool) -> str:
    """Questions, each followed by its worked solution where wanted."""
    head = [f"#show: body => page-of({string(questions[0].title)}, {string('')}, body)"]
    body = []
    for number, question in enumerate(questions, 1):
        body += [
            question_call(question.replace(number=number), solved, 1),
            *(solution_calls(question) if solved else ()),
        ]
    return _whole(head, body)


def _whole(head: list[str], body: Iterator[str] | list[str]) -> str:
    import os

    from ..catalogue import content

    with open(os.path.join(content("templates"), "sheet.typ"), encoding="utf-8") as file:
        return "\n".join([file.read(), *head, *body, ""])


def question_call(question: Question, solved: bool = False, level: int = 2) -> str:
    """A question with its answer boxes and, unless it is `solved` below, room to work in; its heading is of a level."""
    room = [block for block in question.blocks if isinstance(block, Space) and not solved]
    stem = "\n".join(call for block in question.blocks if not isinstance(block, Space) for call in block_calls(block))
    code = (
        f"#question({question.number or 1}, {string(question.title)}, {question.marks}, "
        f"{string(question.id or '')}, {{\n{stem}\n}}, level: {level})"
    )
    return "\n".join([code, *("#" + call for block in room for call in block_calls(block))])


def key_calls(question: Question) -> Iterator[str]:
    """The heading of a question and its worked solution."""
    yield f"#key-of({question.number or 1}, {string(question.title)}, {string(question.id or '')})"
    yield from solution_calls(question)


def solution_calls(question: Question) -> Iterator[str]:
    """The worked solution."""
    for block in question.solution:
        yield from ("#" + call for call in block_calls(block))


def block_calls(block: Block) -> Iterator[str]:
    """A block as calls of functions, without the hash that leads into code."""
    match block:
        case Paragraph(text):
            yield f"para({parts(text)})"
        case Heading(text):
            yield f"round-of({parts(text)})"
        case Answers(labels):
            yield f"answers({', '.join(f'{{{joined(label)}}}' for label in labels)})"
        case Space(lines):
            yield f"space({lines})"
        case WorkedStep():
            why = f"{{{joined(block.why)}}}" if block.why else "none"
            inner = "\n".join(call for part in block.blocks for call in block_calls(part))
            given = string(marks(block.marks).strip(" []"))
            yield f"step({string(block.number)}, {{{joined(block.title)}}}, {given}, {why}, {{\n{inner}\n}})"
        case Derivation(chains):
            yield from derivation(chains)
        case Table():
            yield _table(block)
        case Figure(width, height, shapes, alt):
            drawn = ", ".join(map(_shape(height), shapes))
            yield f"drawing({width:g}, {height:g}, {string(alt)}, {drawn})"
        case Conclusion(text):
            yield f"conclusion({parts(text)})"
        case Caution(text):
            yield f"caution({parts(text)})"


def derivation(chains: tuple[Chain, ...]) -> Iterator[str]:
    """Chains below each other, aligned; one relation a line where a chain is long, shrunk where one side is too wide."""
    lines, says, widest = [], [], 0
    for chain in chains:
        relation, word = RELATIONS[chain.relation]
        left, rights = maths(chain.left), [maths(right) for right in chain.rights]
        sizes = [_size(right) for right in chain.rights]
        if _size(chain.left) + sum(sizes) + 3 * len(sizes) <= ONE_LINE:
            lines.append(f"{left} &{relation} {f' {relation} '.join(rights)}")
        else:
            lines.append(f"{left} &{relation} {rights[0]}")
            lines += [f"&{relation} {right}" for right in rights[1:]]
            widest = max(widest, _size(chain.left) + max(sizes))
        says.append(f" {word} ".join(map(spoken, (chain.left, *chain.rights))))
    function = "wide" if widest > TOO_WIDE else "chains"
    body = " \\ ".join(lines)
    yield f"{function}({string('; '.join(says))}, $ {body} $)"


def _size(part: Maths) -> int:
    return len(write(part, UNICODE))


def _table(table: Table) -> str:
    width = len(table.header)
    cells = []
    for row, texts in enumerate(table.rows):
        for column, text in enumerate(texts):
            shade = table.shade[row][column - table.stub] if table.shade and column >= table.stub else None
            body = f"{{{joined(text)}}}"
            cells.append(
                f"strong({body})" if column < table.stub else body if shade is None else f"shaded({shade:.2f}, {body})"
            )
    header = ", ".join(f"{{{joined(text)}}}" for text in table.header)
    return f"cells({string(table.alt)}, {width}, {str(table.stub).lower()}, ({header},), {', '.join(cells)})"


def _shape(height: float):  # type: ignore[no-untyped-def]
    """Writes shapes; Typst counts y from the top."""

    def write(shape: Shape) -> str:
        match shape:
            case Path(points, role, fill, dashed, arrow):
                at = ", ".join(f"({x:.2f}, {height - y:.2f})" for x, y in points)
                flags = ", ".join(str(flag).lower() for flag in (fill, dashed, arrow))
                return f'path("{role}", {flags}, {at})'
            case Dot(x, y, radius, form, role):
                return f'dot({x:.2f}, {height - y:.2f}, {radius:g}, "{form}", "{role}")'
            case Label(x, y, text, anchor, role, size):
                return f'label-at({x:.2f}, {height - y:.2f}, "{anchor}", "{role}", {size:g}, {parts(text)})'
        raise TypeError(f"cannot draw {shape!r}")

    return write


def string(text: str) -> str:
    """A string literal: data, never markup."""
    return quoted(harmless(text))


def parts(text: Text) -> str:
    """Words and maths as arguments of a call."""
    return ", ".join(map(_part, text)) or '""'


def joined(text: Text) -> str:
    """Words and maths as one piece of content."""
    return " + ".join(map(_part, text)) or '""'


def _part(part: str | Maths) -> str:
    if isinstance(part, str):
        return string(part)
    if isinstance(part.node, Number):
        return string(write(part, UNICODE))
    return f"m({string(spoken(part))}, ${maths(part)}$)"


def maths(part: Maths) -> str:
    """A tree in Typst's maths."""
    return write(part, TYPST)


def spoken(part: Maths) -> str:
    """A tree in words."""
    return write(part, SPOKEN)


def write(part: Maths, notation: Notation) -> str:
    """A tree in a notation, with numbers where they are put in."""
    if part.numbers is not None:
        return template(part.node, notation).fill(part.numbers)
    return printed(part.node, notation, part.symbols)
