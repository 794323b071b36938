"""Precision, recall and F1 of several classes, and their averages."""

from quizgen.authoring import Aside, Convention, Index, Level, Matrix, Mistake, Problem, Story, Whole, between, computed

ROW, COLUMN = "sum(matrix[i][j], j)", "sum(matrix[j][i], j)"
ACTUAL, PREDICTED = (f"({one} if matrix_layout == 'rows-actual' else {other})" for one, other in
                     ((ROW, COLUMN), (COLUMN, ROW)))  # how many cases are of class i, and are said to be
CASES, HITS = "sum(sum(matrix[i][j], j), i)", "sum(matrix[i][i], i)"
MACRO, WEIGHTED = (f"sum({weight}*2*matrix[i][i]/({ROW} + {COLUMN}), i)/{total}" for weight, total in
                   (("1", "count(matrix)"), (ACTUAL, CASES)))


def harmonic(p, r):
    return f"2*{p}*{r}/({p} + {r})"


def by_layout(rows_actual, rows_predicted, at):
    """A table of formulas for class i, or for another."""
    return {"rows-actual": rows_actual.replace("[i]", at), "rows-predicted": rows_predicted.replace("[i]", at)}


class MulticlassMetrics(Problem):
    title = "Metrics of several classes"

    task = Aside("averages")
    right, rest = Aside(between(4, 20), size=3), Aside(between(0, 6), size=(3, 3))
    a, b = Index("right"), Index("right")
    matrix = Matrix("counts, one class a row", draw=computed("right[a] if a == b else rest[a][b]", "a", "b"),
                    fewest=2, least=0)
    k = Whole("class asked about, counted from 1", least=1, optional=True)
    i, j = Index("matrix"), Index("matrix")
    macro, weighted, micro = (Aside(computed(text)) for text in (MACRO, WEIGHTED, f"{HITS}/{CASES}"))
    p, r = (Aside(computed(f"sum(matrix[i][i]/{size}, i)/count(matrix)")) for size in (PREDICTED, ACTUAL))

    matrix_layout = Convention("rows-actual", "rows-predicted", says={
        "rows-actual": "rows are the actual, columns the predicted classes",
        "rows-predicted": "rows are the predicted, columns the actual classes"})
    macro_rule = Convention("mean-f1", "f1-of-means", says={
        "mean-f1": "macro F1 is the mean of the F1 of the classes",
        "f1-of-means": "macro F1 is the F1 of the macro precision and the macro recall"})
    symbols = {"matrix": "M", "precision": "P", "recall": "R", "f1": "F", "macro_precision": r"P_{macro}",
               "macro_recall": "R_{macro}", "macro_f1": "F_{macro}", "micro_f1": "F_{micro}", "support": "n",
               "weighted_f1": "F_{weighted}"}
    also = {"macro_f1": "macro, F1 macro", "micro_f1": "micro, F1 micro", "weighted_f1": "weighted, F1 weighted"}
    answers = "precision recall f1 macro_precision macro_recall macro_f1 accuracy micro_f1 weighted_f1"
    impossible = {"count(matrix[1]) != count(matrix)": "matrix: as many rows as columns are needed, one for each class",
                  "k > count(matrix)": "k: there are not so many classes",
                  f"min(min({ROW}, i), min({COLUMN}, i)) == 0": "a row or column is empty: some P or R does not exist",
                  "min(matrix[i][i], i) == 0": "a class is never recognized: its P and R are 0, so it has no F1"}
    accept = (f"min(abs(matrix[i][i]/{ROW} - matrix[i][i]/{COLUMN}), i) > 0.005",
              "min(abs(macro - micro), min(abs(macro - weighted), abs(micro - weighted))) >= 0.002",
              f"abs({harmonic('p', 'r')} - macro) >= 0.0005")
    levels = {
        "easy": Level("precision recall f1", task="class", k=between(1, 3)),
        "medium": (Level("macro_f1"), Level("macro_precision macro_recall macro_f1")),
        "hard": Level("macro_f1 micro_f1 weighted_f1"),
    }

    def work(self, w):
        at, axis, whose = ("[k]", "", "") if w.has("k") else ("[i]", "[i]", " of each class")
        w.step(f"precision{axis}", by_layout(f"matrix[i][i]/{COLUMN}", f"matrix[i][i]/{ROW}", at), f"Precision{whose}",
               "Of the cases predicted to be of the class, the share that is.", by="matrix_layout")
        w.step(f"recall{axis}", by_layout(f"matrix[i][i]/{ROW}", f"matrix[i][i]/{COLUMN}", at), f"Recall{whose}",
               "Of the cases that are of the class, the share that is predicted so.", by="matrix_layout")
        w.step(f"f1{axis}", harmonic(f"precision{axis}", f"recall{axis}"), f"F1 score{whose}",
               "The harmonic mean of precision and recall.")
        if w.has("k"):
            return
        w.step("macro_precision", "sum(precision[i], i)/count(matrix)", "Macro precision", "Every class counts alike.")
        w.step("macro_recall", "sum(recall[i], i)/count(matrix)", "Macro recall", "Every class counts alike.")
        w.step("macro_f1", {"mean-f1": "sum(f1[i], i)/count(matrix)", "f1-of-means": harmonic("macro_precision",
               "macro_recall")}, "Macro F1", "Every class counts alike.", by="macro_rule")
        w.step("accuracy", f"{HITS}/{CASES}", "Accuracy", "The diagonal holds what was predicted rightly.")
        w.step("micro_f1", "accuracy", "Micro F1", "Each case has one label: over all classes together the false "
               "positives and the false negatives are the same cases, so P = R = F1 = accuracy.")
        w.step("support[i]", by_layout(ROW, COLUMN, "[i]"), "Actual size of each class", by="matrix_layout", places=0)
        w.step("weighted_f1", "sum(support[i]*f1[i], i)/sum(support[i], i)", "Weighted F1",
               "Each class counts by its actual size.")

    mistakes = (
        Mistake("rows_cols_swapped_precision", "That is the recall: precision divides by all that are predicted so.",
                precision=(f"matrix[i][i]/{ACTUAL}".replace("[i]", "[k]"), f"matrix[i][i]/{ACTUAL}")),
        Mistake("rows_cols_swapped_recall", "That is the precision: recall divides by all that are so.",
                recall=(f"matrix[i][i]/{PREDICTED}".replace("[i]", "[k]"), f"matrix[i][i]/{PREDICTED}")),
        Mistake("macro_f1_from_macro_PR", "Macro F1 is the mean of the classes' F1 here, not the F1 of the means of P "
                "and R.", when="macro_rule == 'mean-f1'",
                macro_f1=harmonic("sum(precision[i], i)", "sum(recall[i], i)") + "/count(matrix)"),
        Mistake("micro_given_for_macro", "That is micro F1, the accuracy: macro F1 lets every class count alike.",
                macro_f1=f"{HITS}/{CASES}"),
        Mistake("weighted_given_for_macro", "That is weighted F1: in macro F1 every class counts alike.",
                macro_f1=WEIGHTED),
        Mistake("weighted_by_predicted", "Weigh by the actual sizes of the classes, not by what was predicted.",
                support=PREDICTED),
    )
    nudge = "Take one class against all the rest; then average."
    stories = {
        "task == 'class'": (
            "Three kinds of flowers, 1 to 3, were classified; {matrix_layout}: {matrix}. Judge kind {k}.",
            Story("Three kinds of wood were told apart by their grain; {matrix_layout}. Judge kind {k}.",
                  tabled="matrix"),
            Story("A sorter puts fruit into classes 1 to 3; {matrix_layout}. Judge class {k}.", tabled="matrix"),
            "Birds were named by their songs, species 1 to 3; {matrix_layout}: {matrix}. Judge species {k}."),
        "task == 'averages'": (
            "A recognizer of three dialects gave {matrix}; {matrix_layout}.",
            Story("A camera tells three kinds of flowers apart; {matrix_layout}.", tabled="matrix"),
            Story("Three sorts of letters were read by a machine, with this result; {matrix_layout}.", tabled="matrix"),
            "Cells were classified into three types: {matrix}; {matrix_layout}."),
    }

    def question_table(self, v):
        from .._figures import classes_table

        return classes_table(v.matrix, v.matrix_layout)
