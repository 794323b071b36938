"""The options of every command."""

from __future__ import annotations

from argparse import ArgumentParser, HelpFormatter, Namespace

from ..errors import InputError
from . import terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn

FORMATS = ("text", "markdown", "latex", "typst", "html", "json")
NARROWEST = 20
LEVELS = ("easy", "medium", "hard")


class Help(HelpFormatter):
    """Help as wide as the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal.width())


class Parser(ArgumentParser):
    """A parser whose errors are InputErrors: one line that says what would be accepted."""

    def __init__(self, prog: str, **how: Any) -> None:
        super().__init__(prog, **{"allow_abbrev": False, "formatter_class": Help, **how})

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message}; see quizgen {' '.join(self.prog.split()[1:])} --help".replace("  ", " "))


def parse(arguments: Sequence[str]) -> Namespace:
    """The options of a command line, with its `command`. Only that command's parser is made."""
    if arguments and arguments[0] in COMMANDS:
        return _command(arguments[0]).parse_args(arguments[1:], Namespace(command=arguments[0]))
    return _top().parse_args(arguments)


def _top() -> Parser:
    top = Parser("quizgen", description="Exam-prep quizzes with worked solutions and marking.")
    top.add_argument("--version", action="store_true", help="print the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    for name, (text, _) in COMMANDS.items():
        commands.add_parser(name, help=text)
    return top


def _command(name: str) -> Parser:
    text, add_own = COMMANDS[name]
    command = Parser(f"quizgen {name}", description=text)
    add_own(command)
    command.add_argument("--problems", metavar="DIR", help="a folder of problems of your own")
    command.add_argument("--format", choices=FORMATS, default="text", help="what to write")
    command.add_argument("--json", action="store_const", const="json", dest="format", help="short for --format json")
    command.add_argument("--width", type=_width, metavar="N", help="characters a line")
    command.add_argument("--color", action="store_true", default=None, help="color even in a pipe")
    command.add_argument("--no-color", action="store_false", dest="color", help="no color")
    command.add_argument("--plain", action="store_true", help="formulas on one line, no color: for screen readers")
    return command


def _variant(command: Parser) -> None:
    command.add_argument("--seed", type=_seed, metavar="N", help="the variant's number; the same gives the same")
    command.add_argument("--level", choices=LEVELS, help="default: medium")
    command.add_argument("--convention", action="append", default=[], metavar="NAME=VALUE", help="repeatable")


def _output(command: Parser) -> None:
    command.add_argument("-o", "--output", metavar="FILE", help="write to FILE; its ending picks the format")


def _list(command: Parser) -> None:
    command.add_argument("what", nargs="?", metavar="TOPIC", help="a topic, or a problem")


def _show(command: Parser) -> None:
    command.add_argument("problem", metavar="PROBLEM", help="a slug or a variant's id")
    _variant(command)
    _output(command)
    command.add_argument("--solution", action="store_true", help="the worked solution too")
    command.add_argument("--hint", type=int, choices=(1, 2, 3), metavar="N", help="the first N hints, of three")
    command.add_argument("--count", type=_count, default=1, metavar="N", help="so many variants, from the seed on")


def _solve(command: Parser) -> None:
    command.add_argument("problem", metavar="PROBLEM", help="a slug or a variant's id")
    command.add_argument(
        "--given",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="repeatable; @file.csv or @file.csv:column reads a column",
    )
    _variant(command)
    _output(command)


def _check(command: Parser) -> None:
    command.add_argument("problem", metavar="PROBLEM", help="a slug or a variant's id")
    command.add_argument("--answer", action="append", default=[], metavar="NAME=VALUE", help="repeatable")
    command.add_argument(
        "--given", action="append", default=[], metavar="NAME=VALUE", help="your own numbers; repeatable"
    )
    _variant(command)


def _practice(command: Parser) -> None:
    command.add_argument("what", nargs="*", metavar="PROBLEM|TOPIC", help="what to practice; everything where left out")
    _variant(command)
    command.add_argument("--count", type=_count, metavar="N", help="so many problems, then the summary")


def _sheet(command: Parser) -> None:
    command.add_argument("what", nargs="+", metavar="PROBLEM[:COUNT]", help="problems or topics, and how often")
    command.add_argument("-o", "--output", required=True, metavar="FILE", help="sheet.md writes sheet-key.md too")
    command.add_argument("--title", default="Practice sheet", help="the sheet's title")
    command.add_argument("--course", help="the course it is for")
    command.add_argument("--date", help="a blank line where left out")
    command.add_argument("--duration", help="a blank line where left out")
    command.add_argument("--engine", choices=("typst", "latex"), default="typst", help="what makes the PDF")
    command.add_argument("--no-tags", action="store_true", help="a smaller PDF, without tags for screen readers")
    _variant(command)


COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "list": ("The catalog: slug, title, topic, levels; or one problem's details.", _list),
    "show": ("One variant: the question, and on request hints or the worked solution.", _show),
    "practice": ("The interactive loop: ask, read the answer, mark it, explain, next.", _practice),
    "solve": ("Your own numbers, worked step by step.", _solve),
    "check": ("Marks a hand-worked answer, step by step.", _check),
    "sheet": ("A printable problem sheet and its key; the ending of FILE picks the format.", _sheet),
}


def _width(text: str) -> int:
    if not text.isdecimal() or int(text[:9]) < NARROWEST:
        raise InputError(f"--width: {text[:40]!r} is no number, or too narrow; at least {NARROWEST}")
    return int(text[:9])


def _seed(text: str) -> int:
    if not text.isdecimal() or len(text) > 1000:
        raise InputError(f"--seed: {text[:40]!r} is no whole number from 0 on")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise InputError(f"--count: {text[:40]!r} is no whole number from 1 to 1000000")
    return int(text)


def pairs(texts: Sequence[str], option: str) -> list[tuple[str, str]]:
    """(name, value) of each NAME=VALUE."""
    found = []
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise InputError(f"{option}: {text[:60]!r} is not NAME=VALUE")
        found.append((name.strip(), value))
    return found


def named(texts: Sequence[str], option: str) -> dict[str, str]:
    """Pairs as a mapping. InputError where a name is given twice."""
    found: dict[str, str] = {}
    for name, value in pairs(texts, option):
        if name in found:
            raise InputError(f"{option}: {name} is given twice")
        found[name] = value
    return found


__all__ = ["Namespace", "named", "pairs", "parse"]
