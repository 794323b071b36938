"""Explained variance: how much of the variance each principal component holds, and how many are needed."""

from quizgen.authoring import Aside, Index, Level, Mistake, Number, Problem, Vector, Whole, between, made, oneof


def descending(values):
    """The values, the largest first."""
    return sorted(values, reverse=True)


def reached(cumulative, target, eigenvalues):
    """The first place, from 1, where the cumulative share reaches the target; rounding in the sum does not count."""
    for k, share in enumerate(cumulative, 1):
        if share >= target - 1e-12:
            return k
    raise ValueError("the shares never reach the target")


def before(cumulative, target, eigenvalues):
    """The place before that."""
    return reached(cumulative, target, eigenvalues) - 1


def above_one(cumulative, target, eigenvalues):
    """How many eigenvalues are above 1."""
    return sum(1 for value in eigenvalues if value > 1)


class ExplainedVariance(Problem):
    title = "Explained variance"

    task = Aside("all")
    values = Aside(between(0.1, 8, 0.1, distinct=True), size=between(3, 6))
    eigenvalues = Vector("eigenvalues, the largest first", draw=made(descending, "values"), least=0, series=True)
    component = Whole("component asked about, counted from 1", least=1, optional=True)
    target = Number("share of the variance to keep", above=0, below=1, optional=True)
    i, j = Index("eigenvalues"), Index("eigenvalues")

    symbols = {"eigenvalues": "lambda", "component": "m", "total": "S", "ratio": "r", "ratios": "r", "cumulative": "c",
               "dropped_variance": r"S_{dropped}"}
    also = {"ratio": "share", "ratios": "share, shares", "cumulative": "cum, cumulative", "k": "components"}
    answers = "ratio ratios cumulative k dropped_variance"
    impossible = {"max(max(eigenvalues[j] - eigenvalues[i] if i < j else 0, j), i) > 0":
                  "eigenvalues: give the largest first", "max(eigenvalues) == 0": "all eigenvalues are 0: no variance",
                  "component > count(eigenvalues)": "component: there are not so many eigenvalues"}
    accept = ("min(abs(cumulative[i] - target), i) >= 0.01", "k >= 2", "min(abs(eigenvalues[i] - 1), i) > 0")
    levels = {
        "easy": Level("ratio", task="one", component=oneof(1, 1, 2)),
        "medium": Level("cumulative"),
        "hard": Level("cumulative k", task="target", target=oneof(0.7, 0.75, 0.8, 0.85, 0.9, 0.95)),
    }

    def work(self, w):
        w.step("total", "sum(eigenvalues[j], j)", "Total variance", "Each is the variance along one component.")
        if w.has("component"):
            w.step("ratio", "eigenvalues[component]/total", "Share $ratio$ of the variance",
                   "The component's variance, divided by the total.")
            return
        w.step("ratios[i]", "eigenvalues[i]/total", "Shares of the variance", "Each variance, divided by the total.")
        w.step("cumulative[i]", "sum(ratios[j] if j <= i else 0, j)", "Cumulative shares",
               "Each share added to those before it; the last sum is 1.")
        if w.has("target"):
            w.procedure("k", reached, "cumulative target eigenvalues", "Number $k$ of components",
                        "The first place where the cumulative share is at least the target.", places=0)
            w.step("dropped_variance", "sum(eigenvalues[j] if j > k else 0, j)", "Variance left out",
                   "The eigenvalues of the components that are not kept.")

    mistakes = (
        Mistake("k_by_eigenvalue_gt_1", "Eigenvalues above 1 make another rule; here the cumulative share counts.",
                k=above_one),
        Mistake("k_off_by_one", "With these components the share is still below the target: take one more.",
                k=before),
        Mistake("squared_eigenvalue_ratio_1", "An eigenvalue is a variance already: do not square it.",
                ratio="eigenvalues[component]**2/sum(eigenvalues[j]**2, j)",
                ratios="eigenvalues[i]**2/sum(eigenvalues[j]**2, j)"),
        Mistake("root_eigenvalue_ratio_1", "An eigenvalue is a variance: shares of variance need no root.",
                ratio="sqrt(eigenvalues[component])/sum(sqrt(eigenvalues[j]), j)",
                ratios="sqrt(eigenvalues[i])/sum(sqrt(eigenvalues[j]), j)"),
        Mistake("ratio_to_largest_2", "Divide by the total variance, not by the largest eigenvalue.",
                ratio="eigenvalues[component]/eigenvalues[1]", ratios="eigenvalues[i]/eigenvalues[1]"),
    )
    nudge = "Each eigenvalue is the variance along its component."
    stories = {
        "task == 'one'": (
            "A PCA has the eigenvalues {eigenvalues}. What share of the variance does component {component} hold?",
            "The covariance matrix of some wine measurements has the eigenvalues {eigenvalues}. What share of the "
            "whole variance lies along principal component {component}?",
            "Face images were reduced by PCA; the eigenvalues are {eigenvalues}. How much of the variance does "
            "principal component {component} explain, as a share of 1?",
            "A PCA of river readings found the variances {eigenvalues} along its components. What share of the total "
            "is that of component {component}?",
        ),
        "task == 'all'": (
            "A PCA has the eigenvalues {eigenvalues}. Find the cumulative shares of variance.",
            "The variances along the principal components of a soil data set are {eigenvalues}. What share do the "
            "first one, the first two, and so on, hold together?",
            "Prepare a scree plot: from the eigenvalues {eigenvalues} of a covariance matrix work out the cumulative "
            "explained variance, as shares of 1.",
            "A PCA of athletes' results gave the eigenvalues {eigenvalues}. How much of the variance is explained by "
            "the first component, by the first two, and so on to all?",
        ),
        "task == 'target'": (
            "How many components are needed to keep at least {target} of the variance, if the eigenvalues are "
            "{eigenvalues}? Give {ask}.",
            "Spectra are to be compressed by PCA so that a share of at least {target} of the variance stays. The "
            "eigenvalues are {eigenvalues}. How many components must be kept?",
            "The covariance matrix of some sensor data has the eigenvalues {eigenvalues}. Take the fewest components "
            "whose cumulative share of the variance is at least {target}.",
            "A biologist wants to keep at least the share {target} of the variance of her leaf measurements with as "
            "few principal components as possible. The eigenvalues are {eigenvalues}.",
        ),
    }
