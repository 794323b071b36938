"""LaTeX source: calls of the commands of templates/sheet.tex, with every text escaped."""

from __future__ import annotations

import unicodedata
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
from ..formula.nodes import Number
from ..formula.plain import UNICODE
from ..formula.printer import printed, template
from ..formula.symbols import LATIN_OF
from .escape import harmless
from .text import marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..document import Chain, Text

ONE_LINE = 72
SHORTEST = 0.3  # TeX cannot draw a shorter curve
END = "\\quizend\n\\end{document}\n"
COLORS = {"axis": "black", "curve": "quizaccent", "mark": "quizmark", "guide": "quizquiet", "light": "quizrule"}
ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\ensuremath{<}",
    ">": r"\ensuremath{>}",
    "|": r"\ensuremath{|}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "-": "-",
    "€": r"\quizeuro{}",
    "…": r"\ldots{}",
    "–": "--",
    "—": "---",
    "’": "'",
    "‘": "`",
    "“": "``",
    "”": "''",
    "½": r"\ensuremath{\tfrac12}",
    "¼": r"\ensuremath{\tfrac14}",
    "¾": r"\ensuremath{\tfrac34}",
    "°": r"\ensuremath{^\circ}",
    "µ": r"\ensuremath{\mu}",
    "\u00a0": "~",
    "\u2009": r"\,",
    "\u202f": r"\,",
}
MATHS = {
    "−": "-",
    "×": r"\times",
    "·": r"\cdot",
    "÷": r"\div",
    "±": r"\pm",
    "≤": r"\le",
    "≥": r"\ge",
    "≠": r"\ne",
    "≈": r"\approx",
    "→": r"\to",
    "⇒": r"\Rightarrow",
    "√": r"\surd ",
    "∂": r"\partial",
    "Σ": r"\sum",
    "Π": r"\prod",
    "∞": r"\infty",
    "∈": r"\in",
    **{letter: "\\" + name for letter, name in LATIN_OF.items() if letter not in "Σ"},
    **{sign: f"_{place}" for place, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")},
    **{sign: f"^{place}" for place, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
    "ᵢ": "_i",
    "ⱼ": "_j",
    "ₙ": "_n",
}


def sheet(page: Sheet) -> str:
    """The questions of a sheet."""
    points = [question.marks for question in page.questions]
    facts = [page.course, page.duration, f"{sum(points)} points"]
    head = [
        rf"\quizpage{{{escaped(page.title)}}}{{{escaped(page.course or '')}}}",
        rf"\quiztitle{{{escaped(page.title)}}}{{{escaped(', '.join(fact for fact in facts if fact))}}}",
        rf"\quizperson{{{escaped(page.date or '')}}}",
        *_scores(points),
    ]
    return _whole(head, (line for question in page.questions for line in question_lines(question)))


def key(page: Sheet) -> str:
    """The final answers and the worked solutions of a sheet."""
    rows = [rf"{q.number} & {escaped(q.title)} & {inline(q.answer)} \\ \hline" for q in page.questions]
    head = [
        rf"\quizpage{{{escaped(page.title)}}}{{Answer key}}",
        rf"\quiztitle{{{escaped(page.title)}}}{{Answer key}}",
        r"\begin{longtable}{|r|>{\raggedright}p{0.3\linewidth}|>{\raggedright\arraybackslash}p{0.55\linewidth}|}\hline",
        *rows,
        r"\end{longtable}",
    ]
    return _whole(head, (line for question in page.questions for line in key_lines(question)))


def page(questions: Sequence[Question], solved: bool) -> str:
    """Questions, each followed by its worked solution where wanted."""
    head = [rf"\quizpage{{{escaped(questions[0].title)}}}{{}}"]
    body: list[str] = []
    for number, question in enumerate(questions, 1):
        kept = tuple(block for block in question.blocks if not (solved and isinstance(block, Space)))
        body += question_lines(question.replace(number=number, blocks=kept))
        body += solution_lines(question) if solved else ()
    return _whole(head, body)


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
            ("Score", [""] * len(row), ""),
        ]
        yield rf"\begin{{center}}\begin{{tabular}}{{|l|*{{{len(row) + last}}}{{c|}}}}\hline"
        for name, cells, total in texts:
            yield " & ".join([name, *cells, *([total] if last else [])]) + r" \\ \hline"
        yield r"\end{tabular}\end{center}"


def _call(command: str, *texts: str) -> str:
    return f"\\{command}" + "".join(f"{{{escaped(text)}}}" for text in texts)


def question_lines(question: Question) -> Iterator[str]:
    """A question with its answer boxes and room to work in."""
    yield _call("quizquestion", str(question.number or 1), question.title, str(question.marks), question.id or "")
    for block in question.blocks:
        yield from _block(block)


def key_lines(question: Question) -> Iterator[str]:
    """The heading of a question and its worked solution."""
    yield _call("quizkey", str(question.number or 1), question.title, question.id or "")
    yield from solution_lines(question)


def solution_lines(question: Question) -> Iterator[str]:
    """The worked solution."""
    for block in question.solution:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield inline(text) + r"\par"
        case Heading(text):
            yield rf"\quizround{{{inline(text)}}}"
        case Answers(labels):
            yield r"\par " + "%\n".join(rf"\quizbox{{{inline(label)}}}" for label in labels) + r"\par"
        case Space(lines):
            yield rf"\quizspace{{{lines}}}"
        case WorkedStep():
            given = marks(block.marks).strip(" []")
            yield rf"\quizstep{{{escaped(block.number)}}}{{{inline(block.title)}}}{{{given}}}{{{inline(block.why)}}}"
            for inner in block.blocks:
                yield from _block(inner)
        case Derivation(chains):
            yield from _derivation(chains)
        case Table(header, rows):
            yield rf"\begin{{center}}\begin{{tabular}}{{|*{{{len(header)}}}{{c|}}}}\hline"
            for row in (header, *rows):
                yield " & ".join(map(inline, row)) + r" \\ \hline"
            yield r"\end{tabular}\end{center}"
        case Figure(width, height, shapes):
            yield rf"\begin{{quizfigure}}{{{width:g}}}{{{height:g}}}%"
            for shape in shapes:
                yield from _shape(shape)
            yield r"\end{quizfigure}"
        case Conclusion(text):
            yield rf"\quizconclusion{{{inline(text)}}}"
        case Caution(text):
            yield rf"\quizcaution{{{inline(text)}}}"


def _derivation(chains: tuple[Chain, ...]) -> Iterator[str]:
    lines = []
    for chain in chains:
        relation = {"⇒": r"\Rightarrow"}.get(chain.relation, chain.relation)
        left, rights = maths(chain.left), [maths(right) for right in chain.rights]
        sizes = [_size(right) for right in chain.rights]
        if _size(chain.left) + sum(sizes) + 3 * len(sizes) <= ONE_LINE:
            lines.append(f"{left} &{relation} {f' {relation} '.join(rights)}")
        else:
            lines.append(f"{left} &{relation} {rights[0]}")
            lines += [f"&{relation} {right}" for right in rights[1:]]
    body = " \\\\\n".join(lines)
    yield rf"\quizfit{{\begin{{aligned}}{body}\end{{aligned}}}}"


def _size(part: Maths) -> int:
    if part.numbers is not None:
        return len(template(part.node, UNICODE).fill(part.numbers))
    return len(printed(part.node, UNICODE, part.symbols))


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
        case Label(x, y, text, anchor, role, size):
            place = {"center": "", "left": "[l]", "right": "[r]", "top": "[t]", "bottom": "[b]"}[anchor]
            fonts = rf"\fontsize{{{size:g}}}{{{size + 1:g}}}\selectfont\color{{{COLORS[role]}}}"
            words = inline(text)
            if anchor == "center":
                words = rf"\fboxsep=1pt\colorbox{{white}}{{{words}}}"
            yield rf"\put({x:.2f},{y:.2f}){{\makebox(0,0){place}{{{fonts}{words}}}}}%"


def _line(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = start, end
    if abs(x2 - x1) + abs(y2 - y1) < SHORTEST:
        return ""
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
    for x, y in points[1:-1]:
        yield x, base, y


def _head(start: tuple[float, float], end: tuple[float, float]) -> list[str]:
    from math import atan2, cos, pi, sin

    angle = atan2(end[1] - start[1], end[0] - start[0])
    sides = (angle + pi - 0.35, angle + pi + 0.35)
    return [_line(end, (end[0] + 5 * cos(side), end[1] + 5 * sin(side))) for side in sides]


def inline(text: Text) -> str:
    """Words and maths in a line."""
    return "".join(map(_part, text))


def _part(part: str | Maths) -> str:
    if isinstance(part, str):
        return escaped(part)
    if isinstance(part.node, Number) and part.node.text.lstrip("-").replace(".", "").isdigit():
        return f"${part.node.text}$" if part.node.text.startswith("-") else part.node.text
    return f"${maths(part)}$"


def maths(part: Maths) -> str:
    """A tree in LaTeX."""
    if part.numbers is not None:
        return template(part.node, LATEX).fill(part.numbers)
    return printed(part.node, LATEX, part.symbols)


def escaped(text: str) -> str:
    """A text in which nothing is a command, and nothing is left that pdflatex does not know."""
    return "".join(map(_escaped, unicodedata.normalize("NFC", harmless(text))))


def _escaped(sign: str) -> str:
    if sign in ESCAPES:
        return ESCAPES[sign]
    if sign in MATHS:
        return rf"\ensuremath{{{MATHS[sign]}}}"
    if sign.isascii() or (0xC0 <= ord(sign) < 0x17F and unicodedata.decomposition(sign)) or sign in "ßæøåÆØÅŒœłŁ":
        return sign
    plain = "".join(part for part in unicodedata.normalize("NFKD", sign) if part.isascii() and part.isprintable())
    return "".join(ESCAPES.get(part, part) for part in plain) or "?"
