"""The options of every command. An option means the same in each, before the command's name and behind it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, HelpFormatter, Namespace

from ..errors import InputError
from ..record import Record
from . import terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, NoReturn

FORMATS = ("text", "markdown", "latex", "typst", "html", "json")
LEVELS = ("easy", "medium", "hard")
NARROWEST, WIDEST = 20, 1000
MOST = 1_000_000


class Command(Record):
    """What a command does, what it is told without an option's name (in its usage line, and to argparse), its options, and
    an example."""

    does: str
    usage: str
    takes: dict[str, Any]
    options: str
    example: str


class Help(HelpFormatter):
    """Help as wide as the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal.width())


class Parser(ArgumentParser):
    """A parser whose errors are InputErrors: one line that says what would be accepted."""

    def __init__(self, name: str, command: Command) -> None:
        super().__init__(
            f"quizgen {name}", f"quizgen {name} {command.usage} [OPTION]...", command.does, command.example
        )
        self.allow_abbrev = False
        self.formatter_class = Help

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message}; see {self.prog} --help")

    def print_help(self, file: object = None) -> None:
        """Writes the help; unlike argparse, which keeps silent about it, an OSError says that it could not."""
        sys.stdout.write(self.format_help())


def parse(arguments: Sequence[str]) -> Namespace:
    """The options of a command line, the command's name among them."""
    at = _place_of_command(arguments)
    name, command = arguments[at], COMMANDS[arguments[at]]
    parser = Parser(name, command)
    parser.set_defaults(command=name)
    parser.add_argument(**command.takes)
    for option in f"{command.options} {COMMON}".split():
        flags = ("-o", "--output") if option == "-o" else (option,)
        parser.add_argument(*flags, **OPTIONS[option], required=(name, option) in REQUIRED)
    options = parser.parse_args([*arguments[:at], *arguments[at + 1 :]])
    options.choice = getattr(options, "choice", False) or getattr(options, "choice_of", None) is not None
    _agree_on_format(options)
    return options


def _place_of_command(arguments: Sequence[str]) -> int:
    """Where the command's name stands: the first argument that is no option and no option's value."""
    value = False
    for at, argument in enumerate(arguments):
        if not value and not argument.startswith("-"):
            if argument not in COMMANDS:
                raise InputError(f"there is no command {argument!r}; commands are {', '.join(COMMANDS)}")
            return at
        value = not value and argument in TAKE_VALUES
    raise InputError(f"which command? {', '.join(COMMANDS)}; see quizgen --help")


def _agree_on_format(options: Namespace) -> None:
    """Text where no format is asked for; one that is may not contradict the ending of -o FILE."""
    asked, output = options.format, getattr(options, "output", None)
    options.format = asked or "text"
    if asked and output is not None:
        from .output import kind

        if kind(options) != asked:
            raise InputError(f"--format {asked} contradicts -o {output}, whose ending picks the format")


def _whole(option: str, least: int, most: int | None = None) -> Any:
    """A reader of whole numbers. InputError names the option and the bounds."""
    bounds = f"from {least} on" if most is None else f"from {least} to {most}"

    def read(text: str) -> int:
        if not text.isdecimal() or len(text) > 1000 or int(text) < least or (most is not None and int(text) > most):
            raise InputError(f"{option}: {text[:40]!r} is no whole number {bounds}")
        return int(text)

    return read


def pairs(texts: Sequence[str], option: str) -> list[tuple[str, str]]:
    """(name, value) of each NAME=VALUE."""
    found = []
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise InputError(f"{option}: {text[:60]!r} is not NAME=VALUE")
        found.append((name.strip(), value))
    return found


def named(texts: Sequence[str], option: str, known: Iterable[str] = ()) -> dict[str, str]:
    """Pairs as a mapping; a name that differs from just one of the known ones in case alone means that one. InputError where
    a name is given twice."""
    found: dict[str, str] = {}
    for typed, value in pairs(texts, option):
        name = _meant(typed, list(known))
        if name in found:
            raise InputError(f"{option}: {name} is given twice")
        found[name] = value
    return found


def _meant(name: str, known: Sequence[str]) -> str:
    alike = [other for other in known if other.lower() == name.lower()]
    return alike[0] if len(alike) == 1 and name not in known else name


REPEATABLE = {"action": "append", "default": [], "metavar": "NAME=VALUE"}
OPTIONS: dict[str, dict[str, Any]] = {
    "--solution": {"action": "store_true", "help": "the worked solution too"},
    "--hint": {"type": _whole("--hint", 1, 3), "metavar": "N", "help": "the first N hints, of three"},
    "--answer": {
        **REPEATABLE,
        "help": "a value worked by hand; repeatable; NAME[2]=VALUE for one entry; of options a letter",
    },
    "--work": {"metavar": "FILE", "help": "a working as on paper, a line a step; - reads standard input"},
    "--strict": {"action": "store_true", "help": "no marks for what is right under another convention"},
    "--explain": {"action": "store_true", "help": "what each line was compared with, and what was ruled out"},
    "--given": {**REPEATABLE, "help": "a number of your own; repeatable; data=@file.csv:column reads a column"},
    "--seed": {"type": _whole("--seed", 0), "metavar": "N", "help": "the variant's number; the same gives the same"},
    "--level": {"type": str.lower, "choices": LEVELS, "metavar": "LEVEL", "help": "easy, medium (default) or hard"},
    "--convention": {**REPEATABLE, "help": "a rule in which courses differ; repeatable; 'list PROBLEM' names them"},
    "--count": {"type": _whole("--count", 1, MOST), "metavar": "N", "help": "how many variants, from the seed on"},
    "--choice": {"action": "store_true", "help": "as multiple choice: the last asked number, with options"},
    "--choice-of": {"metavar": "NAME", "help": "as multiple choice: the asked number of this name"},
    "--notes": {"action": "store_true", "help": "the headings of the notes, with problems and concept items"},
    "--title": {"default": "Practice sheet", "metavar": "TEXT", "help": "the sheet's title"},
    "--course": {"metavar": "TEXT", "help": "the course it is for"},
    "--date": {"metavar": "TEXT", "help": "a blank line where left out"},
    "--duration": {"metavar": "TEXT", "help": "a blank line where left out"},
    "--engine": {
        "choices": ("typst", "latex"),
        "default": "typst",
        "metavar": "ENGINE",
        "help": "what makes the PDF: typst (default) or latex",
    },
    "--no-tags": {"action": "store_true", "help": "a smaller PDF, without tags for screen readers"},
    "--topic": {"metavar": "TOPIC", "help": "the folder that the file lies in, as statistics"},
    "-n": {"type": _whole("-n", 1, MOST), "metavar": "N", "help": "how many seeds a level; 1000 where left out"},
    "-o": {"metavar": "FILE", "help": "write to FILE; its ending picks the format"},
    "--format": {
        "type": str.lower,
        "choices": FORMATS,
        "metavar": "FORMAT",
        "help": f"one of {', '.join(FORMATS)}; default: text",
    },
    "--json": {"action": "store_const", "const": "json", "dest": "format", "help": "short for --format json"},
    "--width": {"type": _whole("--width", NARROWEST, WIDEST), "metavar": "N", "help": "characters a line"},
    "--color": {"action": "store_true", "default": None, "help": "color even in a pipe"},
    "--no-color": {"action": "store_false", "dest": "color", "help": "no color"},
    "--plain": {"action": "store_true", "help": "formulas on one line, no color: for screen readers"},
    "--problems": {"metavar": "DIR", "help": "a folder of problems of your own"},
}
REQUIRED = {("sheet", "-o"), ("new", "--topic")}
COMMON = "--format --json --width --color --no-color --plain --problems"
TAKE_VALUES = {"--output", *(name for name, how in OPTIONS.items() if how.get("action") in (None, "append"))}

PROBLEM = {
    "dest": "problem",
    "metavar": "PROBLEM",
    "help": "a name such as t-test, or the id printed beside a question",
}
COMMANDS = {
    "list": Command(
        "The catalog, or one problem's givens, answers and conventions.",
        "[TOPIC|PROBLEM]",
        {"dest": "what", "nargs": "?", "metavar": "TOPIC", "help": "a topic, or a problem"},
        "--notes -o",
        "example: quizgen list t-test",
    ),
    "show": Command(
        "One variant: the question, its hints, its worked solution.",
        "PROBLEM",
        PROBLEM,
        "--seed --level --convention --choice --choice-of --count --solution --hint -o",
        "example: quizgen show t-test --level hard --seed 7 --solution",
    ),
    "practice": Command(
        "Asks, reads your answers, marks and explains them, and goes on.",
        "[PROBLEM|TOPIC]...",
        {"dest": "what", "nargs": "*", "metavar": "PROBLEM|TOPIC", "help": "what to practice; all where left out"},
        "--seed --level --convention --choice --choice-of --count",
        "example: quizgen practice statistics --count 5",
    ),
    "solve": Command(
        "Your own numbers, worked step by step.",
        "PROBLEM",
        PROBLEM,
        "--given --seed --level --convention -o",
        "example: quizgen solve t-test --given data=22,24,26,32 --given mu0=28",
    ),
    "check": Command(
        "Marks a hand-worked answer, step by step.",
        "PROBLEM",
        PROBLEM,
        "--answer --work --strict --explain --given --seed --level --convention --choice --choice-of -o",
        "example: quizgen check t-test --seed 1 --answer se=5.02 --answer t=1.10; exit code 0 where all is right, else 1",
    ),
    "sheet": Command(
        "A printable problem sheet and its key.",
        "PROBLEM[:COUNT]... -o FILE",
        {"dest": "what", "nargs": "+", "metavar": "PROBLEM[:COUNT]", "help": "problems or topics, and how often"},
        "-o --title --course --date --duration --engine --no-tags --seed --level --convention --choice --choice-of",
        "example: quizgen sheet t-test:2 rbf-xor -o sheet.pdf, which writes sheet-key.pdf too",
    ),
    "new": Command(
        "Writes a problem file that works, for you to change.",
        "SLUG --topic TOPIC",
        {"dest": "slug", "metavar": "SLUG", "help": "the problem's name, as dog-speed"},
        "--topic",
        "example: quizgen new dog-speed --topic physics --problems my-problems",
    ),
    "lint": Command(
        "Says what is missing or wrong in problem files, with line numbers.",
        "[PATH]",
        {
            "dest": "path",
            "nargs": "?",
            "metavar": "PATH",
            "help": "a file, a folder or a problem; your own where left out",
        },
        "",
        "example: quizgen lint my-problems; exit code 0 where nothing is found, else 1",
    ),
    "stress": Command(
        "Draws, solves, marks and renders a problem over many seeds.",
        "PROBLEM",
        {"dest": "problem", "metavar": "PROBLEM", "help": "a problem's name"},
        "-n --level",
        "example: quizgen stress dog-speed -n 10000; exit code 0 where every seed passes, else 1",
    ),
    "preview": Command(
        "Shows a problem file's question and solution, again on each save.",
        "FILE",
        {"dest": "path", "metavar": "FILE", "help": "a problem file"},
        "--level --seed --convention --count -o",
        "example: quizgen preview my-problems/physics/dog_speed.py --level hard -o page.pdf",
    ),
}

__all__ = ["COMMANDS", "Namespace", "named", "pairs", "parse"]
