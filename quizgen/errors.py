"""What can go wrong, by who can mend it."""

from __future__ import annotations


class QuizgenError(Exception):
    """An error with a message for the user; `exit_code` is the command's."""

    exit_code = 2


class InputError(QuizgenError):
    """The input cannot be used: the message says what, where, and what would be accepted."""


class ImpossibleData(InputError):
    """The numbers given have no solution: a division by zero, a constant column, a negative variance."""


class ProblemError(QuizgenError):
    """A problem file is faulty: the message names the file and the fault."""


class OutsideError(QuizgenError):
    """Something outside failed: a full disk, a file that cannot be written, a TeX run."""

    exit_code = 3
