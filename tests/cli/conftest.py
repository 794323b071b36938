import io
import sys

import pytest

from quizgen import cli


class Run:
    """What a command line gave: its exit code and what it wrote."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs a command line in this process; the first arguments may be one text, cut at its spaces."""

    def command(*arguments, typed=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        first, *rest = arguments
        code = cli.main([*first.split(), *rest])
        return Run(code, *capsys.readouterr())

    return command
