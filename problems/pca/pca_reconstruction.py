"""Coding a sample by its scores on principal components, and getting it back from them."""

from quizgen.authoring import Aside, Index, Level, Matrix, Mistake, Number, Problem, Vector, between, computed, made

BASIS = (0.48, 0.64, 0.6), (0.36, 0.48, -0.8), (0.8, -0.6, 0.0)
PLANE = (0.6, 0.8), (0.8, 0.6), (0.6, -0.8), (0.8, -0.6), (0.28, 0.96), (0.96, 0.28), (0.28, -0.96), (0.96, -0.28)


def direction(turn):
    """A unit vector of the plane."""
    return PLANE[turn]


def components(dropped, order):
    """Two of three orthogonal unit vectors, their entries in another order."""
    columns = order % 3, (order + 1 + order // 3) % 3, (order + 2 - order // 3) % 3
    return [[row[column] for column in columns] for place, row in enumerate(BASIS, 1) if place != dropped]


class PcaReconstruction(Problem):
    title = "Getting data back from PCA"

    task = Aside("score")
    size, turn, dropped, order = Aside(2), Aside(between(0, 7)), Aside(between(1, 3)), Aside(between(0, 5))
    mean = Vector("mean of the data", draw=between(1, 9), size=computed("size"))
    v1 = Vector("first principal direction, of length 1", draw=made(direction, "turn"), when="size == 2",
                entries="count(mean)", instead="V")
    V = Matrix("components that are kept, one a row, of length 1", draw=made(components, "dropped order"),
               when="size == 3", entries="count(mean)", optional=True)
    x = Vector("sample", draw=between(1, 9), size=computed("size"), entries="count(mean)")
    lambda1 = Number("first eigenvalue", draw=between(1, 12, 0.5), when="task == 'restore'", optional=True)
    i, j, k, m = Index("x"), Index("x"), Index("V"), Index("V")

    symbols = {"mean": r"\mu", "v1": "v", "centred": "c", "score": "z", "scores": "z", "zero_mean_reconstruction": "r",
               "reconstruction": r"\hat x", "error_vector": "e", "squared_error": "E", "lambda1": r"\lambda_1"}
    also = {"centred": "x - mu, x - μ, x - mean", "reconstruction": "restored", "squared_error": "error, SSE"}
    answers = "score scores reconstruction squared_error"
    impossible = {"abs(sum(v1[i]**2, i) - 1) > 0.01": "v1: a direction of length 1 is needed; divide it by its length",
                  "max(abs(sum(V[k][i]**2, i) - 1), k) > 0.01": "V: each row must have the length 1",
                  "max(max(abs(sum(V[k][i]*V[m][i], i)) if k != m else 0, m), k) > 0.01":
                  "V: the rows must be orthogonal"}
    accept = ("abs(score) >= 0.1", "min(abs(scores[k]), k) >= 0.1", "squared_error >= 0.1", "squared_error != 1",
              "abs(lambda1 - score) >= 0.1", "max(abs(centred[i]), i) > 0")
    levels = {
        "easy": Level("score"),
        "medium": Level("reconstruction squared_error", task="restore"),
        "hard": Level("scores reconstruction squared_error", task="two of three", size=3),
    }

    def work(self, w):
        w.step("centred[i]", "x[i] - mean[i]", "Centered sample", "Components start from the mean.")
        if w.has("V"):
            w.step("scores[k]", "sum(V[k][j]*centred[j], j)", "Scores", "How far the sample lies along each component.")
            w.step("zero_mean_reconstruction[i]", "sum(scores[k]*V[k][i], k)", "Way back, from the mean",
                   "Each score times its component, added.")
        else:
            w.step("score", "sum(v1[j]*centred[j], j)", "Score", "How far the sample lies along the direction.")
            w.step("zero_mean_reconstruction[i]", "score*v1[i]", "Way back, from the mean",
                   "That far along the direction.")
        w.step("reconstruction[i]", "mean[i] + zero_mean_reconstruction[i]", "Restored sample", "Add the mean again.")
        w.step("error_vector[i]", "x[i] - reconstruction[i]", "What is lost")
        w.step("squared_error", "sum(error_vector[i]**2, i)", "Squared error",
               "A check: it is the squared length of $centred$ less the squared scores.")

    mistakes = (
        Mistake("mean_not_added", "Add the mean at the end: components start from there.",
                reconstruction="zero_mean_reconstruction[i]"),
        Mistake("score_without_centring", "Take the mean away before you project.", score="sum(v1[j]*x[j], j)",
                scores="sum(V[k][j]*x[j], j)"),
        Mistake("mean_added_to_x", "Take the mean away before you project; you added it.",
                score="sum(v1[j]*(x[j] + mean[j]), j)", scores="sum(V[k][j]*(x[j] + mean[j]), j)"),
        Mistake("reconstruction_without_centring", "The score of the centered sample goes with the mean that is added.",
                reconstruction=("mean[i] + sum(v1[j]*(centred[j] + mean[j]), j)*v1[i]",
                                "mean[i] + sum(sum(V[k][j]*(centred[j] + mean[j]), j)*V[k][i], k)")),
        Mistake("eigenvalue_for_score", "The eigenvalue is a variance; the way along the direction is the score.",
                when="lambda1 > 0", reconstruction="mean[i] + lambda1*v1[i]"),
        Mistake("error_not_squared", "The squared error is asked: leave out the root.",
                squared_error="sqrt(sum(error_vector[i]**2, i))"),
    )
    nudge = "Project on the direction, then come back."
    stories = {
        "task == 'score'": (
            "A sensor pair has the mean {mean} and the first principal direction {v1}, of length 1. By which score is "
            "the reading {x} coded?",
            "Leaves (length, width in cm) have the mean {mean}; their first principal component points along the unit "
            "vector {v1}. Find the score of the leaf {x}.",
            "Two exam marks, mean {mean}, are summed up by one number: the score on the unit vector {v1}. What is it "
            "for the marks {x}?",
            "Project the point {x} on the first principal component {v1} (length 1) of data with the mean {mean}.",
        ),
        "task == 'restore'": (
            "Only the score on {v1} was stored for the reading {x}; the mean is {mean}, the eigenvalue {lambda1}. "
            "Which reading is restored, and how large is the squared error?",
            "A pair of measurements {x} is compressed to its score on the unit vector {v1}. Mean {mean}, first "
            "eigenvalue {lambda1}. What comes back, and what squared error is left?",
            "Data with the mean {mean} vary by {lambda1} along the principal direction {v1} (length 1). Code {x} by "
            "one score and decode it again.",
            "A camera keeps of two color values {x} only the score on {v1}, a unit vector; mean {mean}, variance along "
            "it {lambda1}. Restore the values.",
        ),
        "task == 'two of three'": (
            "Keep the components {V} (rows, of length 1) of three and restore x = {x}; the mean is {mean}.",
            "Three sensors have the mean {mean}. Of the principal components the rows {V} are kept. Code the reading "
            "{x} by two scores and decode it again.",
            "A color {x} is compressed to its scores on the unit vectors {V}, one a row; the mean color is {mean}. "
            "What comes back, and what is lost?",
            "Of three principal components two are stored: the rows of {V}. Mean {mean}. Find the scores of {x}, what "
            "they restore and the squared error.",
        ),
    }
