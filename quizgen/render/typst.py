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
    Options,
    Paragraph,
    Path,
    Question,
    Shape,
    Sheet,
    Space,
    Table,
    WorkedStep,
)
from ..formula.nodes import Binary, Compare, Item, Name, Number, Unary
from ..formula.plain import UNICODE
from ..formula.spoken import SPOKEN
from ..formula.typst import TYPST, quoted
from .boxes import boxes, columns, room
from .escape import typeset
from .notation import EQUALS, around_matrices, concluded, is_matrix, is_number, numbers, write
from .text import counted, marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Chain, Text
    from ..formula.nodes import Node

ONE_LINE, TOO_WIDE, TOO_HIGH = 78, 72, 16
ARITHMETIC, SQUARE = "0123456789. +−×(),²", Number("2")
ALOUD = str.maketrans(
    {"−": "minus ", "×": "times", "(": "open parenthesis ", ")": " close parenthesis", "²": " squared"}
)
PART = 25  # solutions to a part of the key: each part begins a page, so that Typst lays the parts out side by side
RELATIONS = {"⇒": ("arrow.r.double", "therefore"), "=": ("=", "equals"), ":": (":", "that")}


def sheet(page: Sheet) -> str:
    """The questions of a sheet."""
    points = [question.marks for question in page.questions]
    facts = [page.course, page.duration, counted(sum(points), "point")]
    running = " · ".join(fact for fact in (page.title, page.course) if fact)
    head = [
        f'#show: body => page-of({string(page.title)}, {string(running)}, blank("Name:", 62mm), body)',
        f"#title({string(page.title)}, {string(' · '.join(fact for fact in facts if fact))})",
        f"#person({string(page.date or '')})",
        f"#scores(({', '.join(map(str, points))},))",
        f"#note({string(page.instructions)})",
    ]
    tables = [f"#appendix({joined(table.title)}, {_table(table)})" for table in page.appendix]
    return _whole([*head, *map(question_call, page.questions), "#the-end", *tables])


def key(page: Sheet) -> str:
    """The final answers and the worked solutions of a sheet."""
    rows = [f'"{q.number}", {{{joined(q.answer)}}}, "{q.marks}"' for q in page.questions]
    head = [
        f'#show: body => page-of({string(page.title)}, {string(page.title)}, "Answer key", body)',
        f"#title({string(page.title)}, {string(' · '.join(filter(None, ('Answer key', page.course, page.date))))})",
        f"#final-answers({', '.join(rows)})",
        f"#note({string(page.scheme)})",
    ]
    for place, question in enumerate(page.questions):
        head += ["#pagebreak(weak: true)"] if place and place % PART == 0 else []
        head += key_calls(question)
    return _whole(head)


def page(questions: list[Question], solved: bool) -> str:
    """Questions, each followed by its worked solution where wanted."""
    title = string(questions[0].title)
    lines = ["#let round-of = round-of.with(level: 2)", f'#show: body => page-of({title}, {title}, "", body)']
    for number, question in enumerate(questions, 1):
        lines.append(question_call(question.replace(number=number), solved, 1))
        lines += solution_calls(question) if solved else ()
    return _whole([*lines, "" if solved else "#the-end"])


def _whole(lines: list[str]) -> str:
    import os

    from ..catalogue import content

    with open(os.path.join(content("templates"), "sheet.typ"), encoding="utf-8") as file:
        return "\n".join([file.read(), *lines, ""])


def question_call(question: Question, solved: bool = False, level: int = 2) -> str:
    """A question with its answer boxes and room to work in, unless it is `solved` below; its heading is of a level."""
    blocks = [block for block in question.blocks if not (solved and isinstance(block, Answers))]
    stem = "\n".join(call for block in blocks for call in block_calls(block))
    lines = [] if solved else room(question)
    return (
        f"#question({question.number or 1}, {string(question.title)}, {question.marks}, {string(question.id or '')}, "
        f"{{\n{stem}\n}}, level: {level}, lines: ({''.join(f'{count}, ' for count in lines)}))"
    )


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
        case Answers():
            made = (f"({width:g}%, {lines}, {{{joined(label)}}})" for label, width, lines in boxes(block))
            yield f"answers({', '.join(made)})"
        case Options(labels, texts, tick):
            made = (f"({string(label)}, {{{joined(text)}}})" for label, text in zip(labels, texts))
            yield f"options({columns(block)}, {str(tick).lower()}, {', '.join(made)})"
        case Space():
            pass
        case WorkedStep():
            why = f"{{{joined(block.why)}}}" if block.why else "none"
            inner = "\n".join(call for part in block.blocks for call in block_calls(part))
            given = string(marks(block.marks).strip(" []"))
            yield f"step({string(block.number)}, {{{joined(block.title)}}}, {given}, {why}, {{\n{inner}\n}})"
        case Derivation(chains):
            yield derivation(chains)
        case Table():
            yield _table(block)
        case Figure(width, height, shapes, alt):
            drawn = ", ".join(map(_shape(height), shapes))
            yield f"drawing({width:g}, {height:g}, {string(alt)}, {drawn})"
        case Conclusion():
            yield f"conclusion({parts(concluded(block))})"
        case Caution(text):
            yield f"caution({parts(text)})"


def derivation(chains: tuple[Chain, ...]) -> str:
    """Chains below each other, aligned; one relation a line where a chain is long, shrunk where one side is too wide."""
    lines: list[str] = []
    says, widest = [], 0
    for chain in chains:
        relation, word = RELATIONS[chain.relation]
        sides, widths, words = zip(*map(_side, (chain.left, *chain.rights)))
        if sum(widths) + 3 * len(chain.rights) <= ONE_LINE:
            lines.append(f"{sides[0]} &{relation} {_joined(sides[1:], relation)}")
        else:
            lines.append(f"{sides[0]} &{relation} {sides[1]}")
            lines += [f"&{relation} {side}" for side in sides[2:]]
            widest = max(widest, widths[0] + max(widths[1:]))
        says.append(f" {word} ".join(words))
    function = "wide" if widest > TOO_WIDE else "long" if len(lines) > TOO_HIGH else "chains"
    body = " \\ ".join(lines)
    return f"{function}(alt: {string('; '.join(says))}, $ {body} $)"


def _side(part: Maths) -> tuple[str, int, str]:
    """A side of a chain, about how many letters wide it is, and in words; kept with its tree where no number is put in."""
    if part.numbers is not None:
        return _printed(part)
    kept = part.node.__dict__.get("_side")
    if kept is None or kept[0] is not part.symbols:
        kept = part.node.__dict__["_side"] = (part.symbols, _printed(part))
    side: tuple[str, int, str] = kept[1]
    return side


def _printed(part: Maths) -> tuple[str, int, str]:
    """A side afresh. Plain arithmetic with numbers is a string, which Typst sets in half the time."""
    plain = write(part, UNICODE)
    if _is_arithmetic(part) and not plain.strip(ARITHMETIC):
        return f'"{plain}"', len(plain), plain.replace(" −", " minus").translate(ALOUD)
    return maths(part), len(plain), spoken(part)


def _is_arithmetic(part: Maths) -> bool:
    return isinstance(part.node, Number) if part.numbers is None else _flat(part.node)


def _joined(sides: tuple[str, ...], relation: str) -> str:
    """Sides with the relation between them; strings made one."""
    return f" {relation} ".join(sides).replace('" = "', " = ")


def _flat(node: Node) -> bool:
    """Whether sums, products and squares are all that a tree is made of; kept with it."""
    kept = node.__dict__
    if "_flat" not in kept:
        kept["_flat"] = isinstance(node, (Name, Item, Number)) or (
            (isinstance(node, Binary) and node.op in "+-*" and _flat(node.left) and _flat(node.right))
            or (isinstance(node, Binary) and node.op == "**" and node.right == SQUARE and _flat(node.left))
            or (isinstance(node, Unary) and _flat(node.arg))
        )
    flat: bool = kept["_flat"]
    return flat


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
    return f"cells({string(table.alt)}, {width}, ({header},), {', '.join(cells)})"


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
            case Label(x, y, text, anchor, role, size, plate):
                at = f'{x:.2f}, {height - y:.2f}, "{anchor}", "{role}", {size:g}, {str(plate).lower()}'
                return f"label-at({at}, {parts(text)})"
        raise TypeError(f"cannot draw {shape!r}")

    return write


def string(text: str) -> str:
    """A string literal: data, never markup."""
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return quoted(typeset(text))


def parts(text: Text) -> str:
    """Words and maths as arguments of a call."""
    return ", ".join(_parts(text)) or '""'


def joined(text: Text) -> str:
    """Words and maths as one piece of content."""
    return " + ".join(_parts(text)) or '""'


def _parts(text: Text) -> Iterator[str]:
    """Strings and equations. Numbers are words, so that a long vector can be broken, and words side by side one string."""
    words = ""
    for part, mark in around_matrices(text):
        if isinstance(part, str):
            words += part.replace(" = ", EQUALS)
            continue
        name, value = _named(part)
        if name is not None:
            if words:
                yield string(words)
            yield _equation(name, mark)
            words = ""
        words += value
    if words:
        yield string(words)


def _named(part: Maths) -> tuple[Maths | None, str]:
    """What of some maths has to be an equation, and the words behind that: of "w = (1, 2)" the name, and "= (1, 2)"."""
    node = part.node
    if is_matrix(part):
        return part, ""
    if is_number(node):
        return None, numbers(part)
    if isinstance(node, Compare) and node.op == "==" and is_number(node.right):
        return Maths(node.left, part.symbols), EQUALS + numbers(Maths(node.right, part.symbols))
    return part, ""


def _equation(part: Maths, mark: str) -> str:
    if is_matrix(part):
        return f"chains(alt: {string(spoken(part))}, $ {maths(part)}{mark and quoted(mark)} $)"
    return f"m(alt: {string(spoken(part))}, ${maths(part)}$)"


def maths(part: Maths) -> str:
    """A tree in Typst's maths."""
    return write(part, TYPST)


def spoken(part: Maths) -> str:
    """A tree in words."""
    return write(part, SPOKEN)
