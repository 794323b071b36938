"""The command line: one file a command. This file chooses the command and turns errors into exit codes."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def run() -> None:
    """Runs the command line and leaves with its exit code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """The exit code of a command line. Messages go to standard error, in one line."""
    from ..errors import QuizgenError

    debug = "--debug" in arguments
    try:
        return _dispatch([argument for argument in arguments if argument != "--debug"])
    except QuizgenError as error:
        if debug:
            raise
        complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if debug:
            raise
        complain(f"{error.filename or 'input or output'}: {error.strerror or error}")
        return 3


def complain(message: str) -> None:
    """One line on standard error, with nothing in it that a terminal would act on."""
    line = "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "replace").decode() for sign in message
    )
    encoding = sys.stderr.encoding or "ascii"
    print("quizgen: " + line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def _dispatch(arguments: list[str]) -> int:
    if arguments[:1] == ["--version"]:
        from .. import __version__

        print(f"quizgen {__version__}")
        return 0
    from importlib import import_module

    from .options import parse

    options = parse(arguments)

    code: int = import_module(f".{options.command}", __name__).run(options)
    return code
