"""What can go wrong, by who can mend it."""

from __future__ import annotations

import sys


class QuizgenError(Exception):
    """An error with a message for the user; `exit_code` is the command's."""

    exit_code = 2


class InputError(QuizgenError):
    """The input cannot be used: the message says what, where, and what would be accepted."""


class ImpossibleData(InputError):
    """The numbers given have no solution: a division by zero, a constant column, a negative variance."""


class ProblemError(QuizgenError):
    """A problem file is faulty: the message names the problem or the file, and the fault; `line` is the file's, where it is
    known."""

    line: int | None = None


def faulty(path: str, error: Exception) -> ProblemError:
    """What Python says of a problem's file, with the line of the file where it came up."""
    line = error.lineno if isinstance(error, SyntaxError) and error.filename == path else _line(path, error)
    where = f"{path}:{line}" if line else path
    words = error.msg if isinstance(error, SyntaxError) else str(error)
    found = ProblemError(f"{where}: {type(error).__name__}: {words}")
    found.line = line
    return found


def _line(path: str, error: Exception) -> int | None:
    """The last line of the file that was being run when the error was raised."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def report(error: QuizgenError) -> None:
    """Says on standard error, in one line, what is wrong; nothing in it is what a terminal would act on."""
    line = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in str(error))
    encoding = sys.stderr.encoding or "ascii"
    print("quizgen: " + line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


class OutsideError(QuizgenError):
    """Something outside failed: a full disk, a file that cannot be written, a TeX run."""

    exit_code = 3
