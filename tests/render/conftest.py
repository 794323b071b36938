import pytest

from quizgen.catalogue import catalogue
from quizgen.sheet import exercises, sheet


@pytest.fixture(scope="session", params=["easy", "medium", "hard"])
def page(request):
    """A sheet of every problem, three of each, at a level."""
    found = catalogue()
    wanted = [f"{slug}:3" for slug in sorted(found.paths)]
    return sheet(exercises(found, wanted, request.param, {}, 5), "Mock exam", "Statistics", "1 May", "90 minutes")


@pytest.fixture(scope="session")
def short():
    """A sheet of two questions, with a table behind them."""
    return sheet(exercises(catalogue(), ["t-test", "som-update"], "medium", {}, 5), "Mock exam", None, None, None)
