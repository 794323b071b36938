"""LaTeX source: calls of the commands of templates/sheet.tex, with every text escaped."""

from __future__ import annotations

from itertools import pairwise

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
from ..formula.latex import LATEX
from ..formula.nodes import Compare
from ..formula.plain import UNICODE
from .boxes import boxes, columns, room
from .notation import EQUALS, around_matrices, concluded, is_matrix, is_number, numbers, write
from .tex import escaped
from .text import marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..document import Chain, Text

ONE_LINE, TOO_HIGH = 72, 16
SHORTEST = 0.3  # TeX cannot draw a shorter curve
END = "\\label{quizlast}\n\\end{document}\n"
HATCH = 1.6
COLORS = {"axis": "black", "curve": "quizaccent", "mark": "quizmark", "guide": "quizquiet", "light": "quizrule"}


def sheet(page: Sheet) -> str:
    """The questions of a sheet."""
    points = [question.marks for question in page.questions]
    facts = [page.course, page.duration, f"{sum(points)} points"]
    running = " · ".join(fact for fact in (page.title, page.course) if fact)
    head = [
        rf"\quizpage{{{escaped(page.title)}}}{{{escaped(running)}}}{{\quizblank{{Name:}}{{62mm}}}}",
        _call("quiztitle", page.title, " · ".join(fact for fact in facts if fact)),
        _call("quizperson", page.date or ""),
        *_scores(points),
        _call("quiznote", page.instructions),
    ]
    body = [line for question in page.questions for line in question_lines(question)]
    return _whole(head, [*body, r"\quizend", *(line for table in page.appendix for line in _appended(table))])


def key(page: Sheet) -> str:
    """The final answers and the worked solutions of a sheet."""
    rows = [rf"{q.number} & {inline(q.answer)} & {q.marks} \\ \hline" for q in page.questions]
    head = [
        rf"\quizpage{{{escaped(page.title)}}}{{{escaped(page.title)}}}{{Answer key}}",
        _call("quiztitle", page.title, " · ".join(filter(None, ("Answer key", page.course, page.date)))),
        r"\begin{longtable}{|r|>{\raggedright\arraybackslash}p{0.8\linewidth}|c|}\hline",
        r"& \textbf{Final answer} & \textbf{Points} \\ \hline\endhead",
        *rows,
        r"\end{longtable}",
        _call("quiznote", page.scheme),
    ]
    return _whole(head, (line for question in page.questions for line in key_lines(question)))


def page(questions: Sequence[Question], solved: bool) -> str:
    """Questions, each followed by its worked solution where wanted."""
    title = escaped(questions[0].title)
    head = [rf"\quizpage{{{title}}}{{{title}}}{{}}"]
    body: list[str] = []
    for number, question in enumerate(questions, 1):
        body += question_lines(question.replace(number=number), solved)
        body += solution_lines(question) if solved else ()
    return _whole(head, [*body, *([] if solved else [r"\quizend"])])


def _whole(head: Iterable[str], body: Iterable[str]) -> str:
    import os

    from ..catalogue import content

    with open(os.path.join(content("templates"), "sheet.tex"), encoding="utf-8") as file:
        return "\n".join([file.read(), *head, *body, END])


def _scores(points: list[int]) -> Iterator[str]:
    for start in range(0, len(points), 12):
        row = points[start : start + 12]
        last = start + 12 >= len(points)
        numbers = [rf"\textbf{{{start + place}}}" for place in range(1, len(row) + 1)]
        texts = [
            ("Problem", numbers, r"\textbf{Total}"),
            ("Points", map(str, row), str(sum(points))),
            ("Score", [r"\hspace{6mm}"] * len(row), ""),
        ]
        yield rf"\begin{{center}}\begin{{tabular}}{{|l|*{{{len(row) + last}}}{{c|}}}}\hline"
        for name, cells, total in texts:
            yield " & ".join([name, *cells, *([total] if last else [])]) + r" \\ \hline"
        yield r"\end{tabular}\end{center}"


def _call(command: str, *texts: str) -> str:
    return f"\\{command}" + "".join(f"{{{escaped(text)}}}" for text in texts)


def question_lines(question: Question, solved: bool = False) -> Iterator[str]:
    """A question with its answer boxes and room to work in, unless it is `solved` below."""
    lines = [] if solved else room(question)
    yield r"\begin{quizkeep}"
    yield _call("quizquestion", str(question.number or 1), question.title, str(question.marks), question.id or "")
    for block in question.blocks:
        if not (solved and isinstance(block, Answers)):
            yield from _block(block)
    if lines:
        yield rf"\quizroom{{{lines[0]}}}"
    yield r"\end{quizkeep}"
    yield from (rf"\quizroom{{{more}}}" for more in lines[1:])
    if lines:
        yield rf"\quizfill{{{question.marks}}}"


def key_lines(question: Question) -> Iterator[str]:
    """The heading of a question and its worked solution."""
    yield _call("quizkey", str(question.number or 1), question.title, question.id or "")
    yield from solution_lines(question)


def solution_lines(question: Question) -> Iterator[str]:
    """The worked solution."""
    for block in question.solution:
        yield from _block(block)


def _appended(table: Table) -> Iterator[str]:
    yield r"\begin{quizkeep}"
    yield rf"{{\large\bfseries\color{{quizaccent}}{inline(table.title)}\par}}"
    yield from _table(table)
    yield r"\end{quizkeep}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield inline(text) + r"\par"
        case Heading(text):
            yield rf"\quizround{{{inline(text)}}}"
        case Answers():
            made = (
                rf"\quizbox{{{width / 100:.3f}}}{{{8 + 16 * lines}pt}}{{{inline(label)}}}"
                for label, width, lines in boxes(block)
            )
            yield r"\par{\raggedright " + "\\quizgap\n".join(made) + r"\par}"
        case Options():
            yield from _options(block)
        case Space():
            pass
        case WorkedStep():
            given = marks(block.marks).strip(" []")
            yield rf"\quizstep{{{escaped(block.number)}}}{{{inline(block.title)}}}{{{given}}}{{{inline(block.why)}}}"
            for inner in block.blocks:
                yield from _block(inner)
        case Derivation(chains):
            yield _derivation(chains)
        case Table():
            yield from _table(block)
        case Figure(width, height, shapes, alt):
            yield "% " + " ".join(alt.split())
            yield rf"\begin{{quizfigure}}{{{width:g}}}{{{height:g}}}%"
            for shape in shapes:
                yield from _shape(shape)
            yield r"\end{quizfigure}"
        case Conclusion():
            yield rf"\quizconclusion{{{inline(concluded(block))}}}"
        case Caution(text):
            yield rf"\quizcaution{{{inline(text)}}}"


def _options(options: Options) -> Iterator[str]:
    """Entries in rows, each behind its label and, where one is to be ticked, a box."""
    count = columns(options)
    box = r"\quiztick " if options.tick else ""
    labels = [label and rf"\textbf{{{label}}}" for label in options.labels]
    entries = [
        rf"\quizoption{{{0.97 / count:.3f}}}{{{box}{label}}}{{{inline(text)}}}"
        for label, text in zip(labels, options.texts)
    ]
    for start in range(0, len(entries), count):
        yield r"\par\noindent " + "%\n".join(entries[start : start + count])
    yield r"\par\smallskip"


def _table(table: Table) -> Iterator[str]:
    yield rf"\begin{{center}}\begin{{tabular}}{{|*{{{len(table.header)}}}{{c|}}}}\hline"
    yield " & ".join(rf"\textbf{{{inline(text)}}}" for text in table.header) + r" \\ \hline"
    for row, texts in enumerate(table.rows):
        cells = []
        for column, text in enumerate(texts):
            shade = table.shade[row][column - table.stub] if table.shade and column >= table.stub else None
            words = inline(text) if column >= table.stub and shade is None else rf"\textbf{{{inline(text)}}}"
            cells.append(words if shade is None else _shaded(shade, words))
        yield " & ".join(cells) + r" \\ \hline"
    yield r"\end{tabular}\end{center}"


def _shaded(darkness: float, words: str) -> str:
    ink = r"\color{white}" if darkness > 0.9 else ""
    return rf"\cellcolor{{quizaccent!{75 * darkness:.0f}}}{ink}{words}"


def _derivation(chains: tuple[Chain, ...]) -> str:
    lines = []
    for chain in chains:
        relation = {"⇒": r"\Rightarrow"}.get(chain.relation, chain.relation)
        left, rights = maths(chain.left), [maths(right) for right in chain.rights]
        sizes = [len(write(part, UNICODE)) for part in (chain.left, *chain.rights)]
        if sum(sizes) + 3 * len(rights) <= ONE_LINE:
            lines.append(f"{left} &{relation} {f' {relation} '.join(rights)}")
        else:
            lines.append(f"{left} &{relation} {rights[0]}")
            lines += [f"&{relation} {right}" for right in rights[1:]]
    body = " \\\\\n".join(lines)
    if len(lines) > TOO_HIGH:
        return rf"\begin{{align*}}{body}\end{{align*}}"
    return rf"\quizfit{{\begin{{aligned}}{body}\end{{aligned}}}}"


def _shape(shape: Shape) -> Iterator[str]:
    """A shape in LaTeX's picture environment: lines of any slope are curves that are straight, areas are hatched."""
    match shape:
        case Path(points, role, fill, dashed, arrow):
            lines = [_line(start, end) for start, end in pairwise(points)]
            if fill:
                lines = [_line((x, low), (x, high)) for x, low, high in _hatching(points)]
            elif dashed:
                lines = [_line(*part) for start, end in pairwise(points) for part in _dashes(start, end)]
            if arrow:
                lines += _head(*points[-2:])
            yield rf"{{\color{{{COLORS[role]}}}{''.join(lines)}}}%"
        case Dot(x, y, radius, form, role):
            star = "*" if form == "disc" else ""
            if form == "square":
                low, high = (x - radius, y - radius), (x + radius, y + radius)
                corners = (low, (high[0], low[1]), high, (low[0], high[1]), low)
                sign = "".join(_line(start, end) for start, end in pairwise(corners))
            else:
                sign = rf"\put({x:.2f},{y:.2f}){{\circle{star}{{{2 * radius:g}}}}}"
            yield rf"{{\color{{{COLORS[role]}}}{sign}}}%"
        case Label(x, y, text, anchor, role, size, plate):
            place = {"center": "", "left": "[l]", "right": "[r]", "top": "[t]", "bottom": "[b]"}[anchor]
            fonts = rf"\fontsize{{{size:g}}}{{{size + 1:g}}}\selectfont\color{{{COLORS[role]}}}"
            words = inline(text)
            if plate:
                words = rf"\quizplate{{{words}}}"
            yield rf"\put({x:.2f},{y:.2f}){{\makebox(0,0){place}{{{fonts}{words}}}}}%"


def _line(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = start, end
    if abs(x2 - x1) + abs(y2 - y1) < SHORTEST:
        return ""
    if x1 == x2:
        return rf"\put({x1:.2f},{min(y1, y2):.2f}){{\line(0,1){{{abs(y2 - y1):.2f}}}}}"
    if y1 == y2:
        return rf"\put({min(x1, x2):.2f},{y1:.2f}){{\line(1,0){{{abs(x2 - x1):.2f}}}}}"
    return rf"\qbezier({x1:.2f},{y1:.2f})({(x1 + x2) / 2:.2f},{(y1 + y2) / 2:.2f})({x2:.2f},{y2:.2f})"


def _dashes(
    start: tuple[float, float], end: tuple[float, float]
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    (x1, y1), (x2, y2) = start, end
    count = max(1, round(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 / 6))
    for k in range(count):
        first, last = k / count, (k + 0.5) / count
        yield ((x1 + first * (x2 - x1), y1 + first * (y2 - y1)), (x1 + last * (x2 - x1), y1 + last * (y2 - y1)))


def _hatching(points: tuple[tuple[float, float], ...]) -> Iterator[tuple[float, float, float]]:
    """Upright lines under the points of an area whose first and last point lie on its base."""
    base = points[0][1]
    for (x1, y1), (x2, y2) in pairwise(points[1:-1]):
        count = max(1, round((x2 - x1) / HATCH))
        for k in range(count):
            yield x1 + (x2 - x1) * k / count, base, y1 + (y2 - y1) * k / count


def _head(start: tuple[float, float], end: tuple[float, float]) -> list[str]:
    from math import atan2, cos, pi, sin

    angle = atan2(end[1] - start[1], end[0] - start[0])
    sides = (angle + pi - 0.35, angle + pi + 0.35)
    return [_line(end, (end[0] + 5 * cos(side), end[1] + 5 * sin(side))) for side in sides]


def inline(text: Text) -> str:
    """Words and maths in a line; a matrix on a line of its own."""
    return "".join(_part(part, mark) for part, mark in around_matrices(text))


def _part(part: str | Maths, mark: str) -> str:
    if isinstance(part, str):
        return escaped(part.replace(" = ", EQUALS))
    if is_matrix(part):
        return rf"\[{maths(part)}{mark}\]"
    node = part.node
    if is_number(node):
        return escaped(numbers(part))
    if isinstance(node, Compare) and node.op == "==" and is_number(node.right):
        left, right = (Maths(side, part.symbols) for side in (node.left, node.right))
        return f"{_part(left, '')}{escaped(EQUALS + numbers(right))}"
    return f"${maths(part)}$"


def maths(part: Maths) -> str:
    """A tree in LaTeX."""
    return write(part, LATEX)
