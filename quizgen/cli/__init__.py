"""The command line: one file a command. This file chooses the command and turns errors into exit codes."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

OUTSIDE, INTERRUPTED = 3, 130


def run() -> None:
    """Runs the command line and leaves with its exit code."""
    _open_streams()
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """The exit code of a command line. Messages go to standard error, in one line; with --debug a traceback too."""
    try:
        code = _dispatch([argument for argument in arguments if argument != "--debug"])
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return 0
    except Exception as error:
        if "--debug" in arguments:
            from traceback import print_exc

            print_exc()
        return _complain(error)


def _dispatch(arguments: list[str]) -> int:
    if arguments[:1] in (["--version"], ["-h"], ["--help"]):
        print(_version() if arguments[0] == "--version" else _overview())
        return 0
    from importlib import import_module

    from .options import parse

    try:
        options = parse(arguments)
    except SystemExit:  # --help of a command has been printed
        return 0
    code: int = import_module(f".{options.command}", __name__).run(options)
    return code


def _version() -> str:
    from .. import __version__

    return f"quizgen {__version__}"


def _overview() -> str:
    from .options import COMMANDS

    rows = "\n".join(f"  {name.ljust(9)} {command.does}" for name, command in COMMANDS.items())
    return f"""usage: quizgen COMMAND [OPTION]...

Exam-prep problems with worked solutions, and marking that finds the first wrong line.

{rows}

quizgen COMMAND --help says more; quizgen --version prints the version.
Exit codes: 0 done; 1 check, lint, stress: not all is right; 2 the input cannot be used; 3 something outside failed."""


def _complain(error: Exception) -> int:
    """Says what went wrong; the exit code."""
    from ..errors import OutsideError, QuizgenError, report

    if isinstance(error, OSError):
        _drop_output()
        error = OutsideError(f"{error.filename or 'input or output'}: {error.strerror or error}")
    elif not isinstance(error, QuizgenError):
        error = OutsideError(f"internal error, {type(error).__name__}: {error}; --debug shows where")
    report(error)
    return error.exit_code


def _open_streams() -> None:
    """Streams that the caller closed: nothing can be read from them, and writing to standard output fails in words."""
    for name, mode in (("stdin", "r"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115 (open until the process ends)


def _drop_output() -> None:
    """Sends what is still held back for standard output nowhere, so that leaving does not fail once more."""
    from contextlib import suppress

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
