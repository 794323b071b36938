"""Where and how a command's text is written."""

from __future__ import annotations

import os
import sys
from functools import cache

from ..errors import InputError
from ..render.text import TextRenderer

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
GLYPHS = "−×√Σ≤·─μ₀"
FALLBACK = 78


def renderer(options: Namespace) -> TextRenderer:
    """A text renderer for standard output: its width, and ASCII where its encoding has no more."""
    width = options.width
    if width is not None and width < 20:
        raise InputError(f"--width: {width} is too narrow; at least 20")
    return TextRenderer(width or _columns(), not _shows(GLYPHS))


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns - 1
    except (OSError, ValueError):
        return int(os.environ["COLUMNS"]) - 1 if os.environ.get("COLUMNS", "").isdecimal() else FALLBACK


def _shows(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def write(lines: Iterable[str]) -> None:
    """Lines to standard output, each as it comes; what its encoding lacks is replaced."""
    encoding = sys.stdout.encoding or "ascii"
    for line in lines:
        sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")


def json_line(found: Any) -> str:
    """A JSON object on a line."""
    return _encoder()(found)


@cache
def _encoder() -> Callable[[Any], str]:
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_json(found: Any) -> None:
    """One JSON object on a line of standard output."""
    sys.stdout.write(json_line(found) + "\n")


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
    if options.format not in ("text", "json"):
        raise InputError(f"--format {options.format}: this command writes text and json")
    return bool(options.format == "json")


def deliver(options: Namespace, text: str | bytes) -> None:
    """A whole page, to the file of -o or to standard output."""
    if options.output is not None:
        from ..files import write_whole

        write_whole(options.output, text if isinstance(text, bytes) else text.encode())
    elif isinstance(text, str):
        write(text.splitlines())


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
