import io
import os
import sys

import pytest
from hypothesis import settings

from quizgen import cli
from quizgen.catalogue import catalogue

PROBLEMS = catalogue()

# The same examples in every run, so that a failure is the change's; HYPOTHESIS_PROFILE=explore tries others.
settings.register_profile("same", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(autouse=True, scope="session")
def no_problems_of_the_user(tmp_path_factory):
    """Nothing depends on what lies in the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("QUIZGEN_PATH", raising=False)
        yield


@pytest.fixture(params=sorted(PROBLEMS.paths))
def problem(request):
    """Every builtin problem in turn, found by its file."""
    return PROBLEMS.problem(request.param)


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
