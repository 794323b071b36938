"""Where and how a command's text is written."""

from __future__ import annotations

import os
import sys
from functools import cache

from ..errors import InputError
from ..render.text import TextRenderer
from . import terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from ..document import Question
    from .options import Namespace

ENDINGS = {
    ".pdf": "pdf",
    ".tex": "latex",
    ".typ": "typst",
    ".html": "html",
    ".md": "markdown",
    ".json": "json",
    ".txt": "text",
}


def renderer(options: Namespace) -> TextRenderer:
    """A text renderer as the options say and as standard output, or the file of -o, can show."""
    if getattr(options, "output", None) is not None:
        return TextRenderer(options.width or terminal.FALLBACK, color=options.color is True, flat=options.plain)
    return TextRenderer(
        options.width or terminal.width(),
        ascii_only=not terminal.unicode(),
        color=not options.plain and terminal.color(options.color),
        flat=options.plain or terminal.dumb(),
    )


def write(lines: Iterable[str]) -> None:
    """Lines to standard output, each as it comes; what its encoding lacks is replaced."""
    for line in lines:
        sys.stdout.write(printable(line) + "\n")


def printable(text: str) -> str:
    """The text with "?" for what standard output's encoding lacks."""
    if text.isascii():
        return text
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "replace").decode(encoding)


def json_line(found: Any) -> str:
    """A JSON object on a line, in ASCII: the same bytes whatever the encoding, and nothing that a terminal acts on."""
    return _encoder()(found).replace("\x7f", r"\u007f")


@cache
def _encoder() -> Callable[[Any], str]:
    from json import JSONEncoder

    return JSONEncoder(allow_nan=False).encode


def kind(options: Namespace) -> str:
    """The format asked for: what the ending of -o FILE picks, else --format. InputError for one that is not written."""
    output = getattr(options, "output", None)
    chosen: str = options.format
    if output is not None:
        ending = os.path.splitext(output)[1].lower()
        if ending not in ENDINGS:
            raise InputError(f"-o {output}: the ending names the format, one of {' '.join(ENDINGS)}")
        chosen = ENDINGS[ending]
    if chosen == "html":
        raise InputError("HTML is not written yet; PDF, LaTeX, Typst, Markdown, text and JSON are")
    return chosen


def as_json(options: Namespace) -> bool:
    """Whether JSON is asked for, of a command that writes text and JSON alone."""
    chosen = kind(options)
    if chosen not in ("text", "json"):
        raise InputError(f"format {chosen}: this command writes text and json")
    return chosen == "json"


def deliver(options: Namespace, text: str | bytes) -> None:
    """A whole page, to the file of -o or to standard output."""
    if options.output is not None:
        from ..files import write_whole

        write_whole(options.output, text if isinstance(text, bytes) else text.encode())
    elif isinstance(text, str):
        write(text.splitlines())


def deliver_lines(options: Namespace, lines: Iterable[str]) -> None:
    """Lines, to the file of -o as a whole or to standard output as they come."""
    if options.output is not None:
        deliver(options, "".join(line + "\n" for line in lines))
    else:
        write(lines)


def page(kind_: str, questions: list[Question], solved: bool) -> str | bytes:
    """Questions, and their worked solutions where wanted, as a page in Markdown, LaTeX, Typst or PDF."""
    if kind_ == "markdown":
        from ..render import markdown

        return markdown.page(questions, solved)
    if kind_ == "latex":
        from ..render import latex

        return latex.page(questions, solved)
    from ..render import typst

    source = typst.page(questions, solved)
    if kind_ == "typst":
        return source
    from ..render.pdf import through_typst

    return through_typst(source)
