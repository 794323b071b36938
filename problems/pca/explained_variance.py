"""Explained variance: how much of the variance each principal component holds, and how many are needed."""

from quizgen.authoring import Aside, Index, Level, Mistake, Number, Problem, Vector, Whole, between, computed, oneof


def reached(cumulative, target):
    """The first place, from 1, where the cumulative share reaches the target; rounding in the sum does not count."""
    return next(k for k, share in enumerate(cumulative, 1) if share >= target - 1e-12)


class ExplainedVariance(Problem):
    title = "Explained variance"
    eigenvalues = Vector("eigenvalues, the largest first", draw=between(0.1, 8, 0.1, distinct=True), size=between(3, 6))
    target = Number("share to keep", draw=None, above=0, below=1, optional=True)
    i, j = Index("eigenvalues"), Index("eigenvalues")
    answers = "cumulative k"
    levels = {"easy": Level("cumulative"), "medium": Level("cumulative"), "hard": Level("cumulative")}

    def work(self, w):
        w.step("total", "sum(eigenvalues[j], j)", "Total variance")
        w.step("ratios[i]", "eigenvalues[i]/total", "Shares of the variance")
        w.step("cumulative[i]", "sum(ratios[j] if j <= i else 0, j)", "Cumulative shares", "Each share added to those before it.")
    mistakes = ()
    nudge = "Each eigenvalue is the variance along its component."
    stories = ("A PCA has the eigenvalues {eigenvalues}.",)
