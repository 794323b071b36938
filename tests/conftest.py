import pytest

from quizgen.catalogue import catalogue

PROBLEMS = catalogue()


@pytest.fixture(params=sorted(PROBLEMS.paths))
def problem(request):
    """Every builtin problem in turn, found by its file."""
    return PROBLEMS.problem(request.param)
