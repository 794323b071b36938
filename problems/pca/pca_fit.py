"""PCA of points in the plane: covariance matrix, eigenvalues, components, scores and the way back from the first."""

from quizgen.authoring import Aside, Convention, Index, Level, Matrix, Mistake, Problem, between, computed, made

SUMS = "sum(centred[i][j]*centred[i][k], i)"
ON_A_LINE = ("max(max(abs((X[i][1] - X[1][1])*(X[r][2] - X[1][2]) - (X[r][1] - X[1][1])*(X[i][2] - X[1][2])), r), i)"
             " <= 10**-12*sum(X[i][1]**2 + X[i][2]**2, i)")
FIRST, ALL = (f"sum(centred[i][m]*eigenvectors_columns[m][{one}], m)" for one in ("1", "k"))


def with_whole_means(points):
    """The points with the last one moved so that both means are whole."""
    *others, last = points
    sums = [sum(column) for column in zip(*points)]
    moved = [value - total % len(points) for value, total in zip(last, sums)]
    return [*others, [value if value >= 0 else value + len(points) for value in moved]]


def both(formula):
    """The formula on standardized data, or on centered ones."""
    return formula.replace("centred", "standardized"), formula


class PcaFit(Problem):
    title = "PCA of points in the plane"

    task = Aside("covariance")
    size = Aside(between(3, 5))
    drawn = Aside(between(0, 9), size=(computed("size"), 2))
    X = Matrix("points, one a row", draw=made(list, "drawn"), fewest=2, entries="2", series=True)
    i, r, j, k, m = Index("X"), Index("X"), Index(upto="2"), Index(upto="2"), Index(upto="2")

    pca_divisor = Convention("n-1", "n", says={"n-1": "variances and covariances have divisor $n - 1$",
                                               "n": "variances and covariances have divisor $n$"})
    pca_matrix = Convention("covariance", "correlation", says={
        "covariance": "", "correlation": "each column is standardized first: the matrix is that of correlations"})
    symbols = {"X": "x", "mean": r"\bar x", "centred": "c", "sd": "s", "standardized": "z", "covariance": "C",
               "trace": "T", "det": "D", "eigenvalues": r"\lambda", "slope": "a", "eigenvectors_columns": "v",
               "explained_ratio": "r", "scores": "t", "scores_pc1": "t", "rank1_reconstruction": r"\hat x",
               "rank1_sse": "E"}
    also = {"covariance": "S, cov", "explained_ratio": "share, ratio", "eigenvectors_columns": "eigenvectors",
            "scores_pc1": "scores, z", "rank1_reconstruction": "reconstruction, restored", "rank1_sse": "SSE, error"}
    answers = ("mean covariance eigenvalues eigenvectors_columns explained_ratio scores_pc1 scores "
               "rank1_reconstruction rank1_sse")
    impossible = {"count(X) < 2": "X: at least two points are needed",
                  "abs(sum((X[i][1] - sum(X[r][1], r)/count(X))*X[i][2], i)) < 10**-12":
                  "X: the columns are uncorrelated, so the axes themselves are the components"}
    accept = ("abs(covariance[1][2]) >= 0.5", "eigenvalues[2] >= 0.2", "2 <= eigenvalues[1]/eigenvalues[2] <= 60",
              "min(abs(eigenvectors_columns[j][1]), j) >= 0.2",
              "sum(sum(1 if r > i and X[i][1] == X[r][1] and X[i][2] == X[r][2] else 0, r), i) == 0")
    levels = {
        "easy": Level("mean covariance", X=made(with_whole_means, "drawn")),
        "medium": Level("eigenvalues explained_ratio", task="eigenvalues"),
        "hard": (Level("eigenvalues scores_pc1 rank1_reconstruction rank1_sse", task="first"),
                 Level("eigenvalues eigenvectors_columns scores", task="both")),
    }

    def work(self, w):
        w.step("mean[j]", "sum(X[i][j], i)/count(X)", "Mean $mean$ of each column")
        w.step("centred[i][j]", "X[i][j] - mean[j]", "Centered points", "The mean is moved to the origin.")
        kind, line = w.pca_matrix, w.holds(ON_A_LINE)
        divisor = "(count(X) - 1)" if w.pca_divisor == "n-1" else "count(X)"
        if kind == "correlation":
            w.step("sd[j]", f"sqrt(sum(centred[i][j]**2, i)/{divisor})", "Standard deviation of each column")
            w.step("standardized[i][j]", "centred[i][j]/sd[j]", "Standardized points")
        data = (lambda formula: both(formula)[0]) if kind == "correlation" else str
        w.step("covariance[j][k]", data(f"{SUMS}/{divisor}"), f"{kind.capitalize()} matrix",
               "The variances on the diagonal, the covariance beside it, twice." if kind == "covariance" else
               "The covariances of the standardized columns.")
        w.step("trace", "covariance[1][1] + covariance[2][2]", "Trace", "The sum of the diagonal.")
        w.step("det", "covariance[1][1]*covariance[2][2] - covariance[1][2]**2", "Determinant")
        w.step("eigenvalues", "(trace, 0)" if line else
               "((trace + sqrt(trace**2 - 4*det))/2, (trace - sqrt(trace**2 - 4*det))/2)", "Eigenvalues",
               "The points lie on a line: across it they do not vary." if line else
               "The roots of $lambda_**2 - trace*lambda_ + det$, the larger first.")
        w.step("explained_ratio[k]", "eigenvalues[k]/trace", "Shares $explained_ratio$ of the variance",
               "The trace is the sum of the eigenvalues.")
        w.step("slope[k]", "(eigenvalues[k] - covariance[1][1])/covariance[1][2]", "Slope of each component",
               "From $(C - lambda_*I)*v == 0$, first entry 1: this is the second.")
        w.step("eigenvectors_columns[j][k]", "(1 if j == 1 else slope[k])/sqrt(1 + slope[k]**2)", "Components",
               "One a column, divided by its length.", signless="columns")
        w.step("scores_pc1[i]", data(FIRST), "Scores $scores_pc1$ on the first component",
               "How far each point lies along it.", signless="vector")
        w.step("scores[i][k]", "scores_pc1[i] if k == 1 else 0" if line else data(ALL),
               "Scores $scores$ on both components", "How far each point lies along them.", signless="columns")
        scale = "sd[j]*" if kind == "correlation" else ""
        w.step("rank1_reconstruction[i][j]", f"mean[j] + {scale}scores_pc1[i]*eigenvectors_columns[j][1]",
               "Points $rank1_reconstruction$ restored from the first component", "Along the component, from the mean.")
        w.step("rank1_sse", f"{divisor}*eigenvalues[2]" if line else
               "sum(sum((X[i][j] - rank1_reconstruction[i][j])**2, j), i)",
               "Sum $rank1_sse$ of squared errors", "" if scale else
               f"A check: it is $eigenvalues[2]$ times {w.pca_divisor.replace('-', ' − ')}.")

    mistakes = (
        Mistake("covariance_n", "Divide by n − 1: the points are a sample.", "pca_divisor == 'n-1'",
                covariance=(f"{SUMS}/count(X)",)),
        Mistake("covariance_n-1", "The divisor n is asked for here.", "pca_divisor == 'n'",
                covariance=(f"{SUMS}/(count(X) - 1)",)),
        Mistake("sums_not_divided", "Divide the sums of products.", covariance=both(SUMS)),
        Mistake("eigenvalues_without_half", "The quadratic formula has 2 below the line.",
                eigenvalues="(trace + sqrt(trace**2 - 4*det), trace - sqrt(trace**2 - 4*det))"),
        Mistake("not_centred_scores_pc1", "Take the mean away before you project.",
                scores_pc1=FIRST.replace("centred", "X"), scores=ALL.replace("centred", "X")),
        Mistake("not_normalised_scores_pc1", "Divide the component by its length first.",
                scores_pc1=both("centred[i][1] + centred[i][2]*slope[1]"),
                scores=both("centred[i][1] + centred[i][2]*slope[k]"),
                eigenvectors_columns="1 if j == 1 else slope[k]"),
        Mistake("forgot_adding_mean", "Add the mean again: components start from there.", "pca_matrix == 'covariance'",
                rank1_reconstruction="scores_pc1[i]*eigenvectors_columns[j][1]"),
        Mistake("eigenvector_times_eigenvalue_pc1", "A point is restored from its score; the eigenvalue is a variance.",
                rank1_reconstruction="eigenvalues[1]*eigenvectors_columns[j][1]"),
    )
    nudge = "Center first: PCA looks at how the points spread around their mean."
    stories = {
        "task == 'covariance'": (
            "Leaves were measured (length, width in cm): {X}. Find the mean and the covariance matrix.",
            "Children were rated in reading and in drawing: {X}. What are the mean and the covariance matrix?",
            "Two sensors read {X} at successive times. Find the means and the covariance matrix of the two.",
            "Before a PCA the points {X} are summed up by their mean and their covariance matrix. Work both out."),
        "task == 'eigenvalues'": (
            "Find the eigenvalues of a PCA of the points {X}, the larger first, and their shares of the variance.",
            "Leaves were measured (length, width in cm): {X}. How large is the variance along each principal "
            "component, the larger first, and what share of the whole is it?",
            "How well would one component do for {X}? Find both eigenvalues, the larger first, and their shares.",
            "Two sensors read {X}. Find the eigenvalues of a PCA, the larger first, and their shares of the variance."),
        "task == 'first'": (
            "Project the points {X} on their first principal component (unit length, first entry positive; data "
            "centered) and restore them from it. How large is the squared error in all?",
            "Leaves (length, width in cm) are to be stored as one number each, the score on their first principal "
            "component (unit length, first entry positive): {X}. What comes back, and with what squared error in all?",
            "Compress {X} by PCA to one component (unit length, first entry positive), restore the points, and add "
            "the squared errors.",
            "Two sensors read {X}. Keep only the first principal component (unit length, first entry positive): which "
            "scores are stored, which points come back, and what is the squared error in all?"),
        "task == 'both'": (
            "Find both principal components of {X} (one a column, unit length, first entry positive) and all scores.",
            "Turn the leaves {X} (length, width in cm) into principal coordinates: find the components, one a column, "
            "of length 1 and with a positive first entry, and the scores.",
            "A PCA of {X}: give the components as columns (unit length, first entry positive, the larger eigenvalue "
            "first) and the scores of all points on them.",
            "Two sensors read {X}. Find both components (columns of length 1, first entry positive) and the scores."),
    }

    def solution_figure(self, v):
        if v.eigenvectors_columns is None or v.pca_matrix == "correlation":
            return None
        from .._figures import principal_axis

        return principal_axis(v.X, v.mean, [row[0] for row in v.eigenvectors_columns])
