"""A confusion matrix and its metrics, counted from two lists of labels."""

from quizgen.authoring import Aside, Index, Label, Labels, Level, Mistake, Problem, Story, between, computed, oneof

from ._cells import scores

LISTS = "y_true y_pred"


def tally(true, said):
    """Counts the cases that are positive or not, and predicted so or not."""
    return lambda truth, predicted, positive: sum(
        (a == positive) is true and (b == positive) is said for a, b in zip(truth, predicted))


TP, FP, FN, TN = tally(True, True), tally(False, True), tally(True, False), tally(False, False)


class ConfusionFromLabels(Problem):
    title = "Confusion matrix from two lists of labels"

    names = Aside((1, 0))  # the positive class first
    size = Aside(8)
    flag = Aside(oneof(1, 0), size=computed("size"))
    slip = Aside(oneof(0, 0, 0, 0, 0, 0, 0, 1, 1, 1), size=computed("size"))
    k = Index("flag")
    y_true = Labels("true labels", draw=computed("names[2 - flag[k]]", "k"), series=True)
    y_pred = Labels("predicted labels", draw=computed("names[2 - abs(flag[k] - slip[k])]", "k"), series=True,
                    entries="count(y_true)")
    positive = Label("positive class", draw=computed("names[1]"), default=1)

    symbols = {"f1": "F_1"}
    also = {"precision": "P", "recall": "R"}
    answers = "TP FP FN TN accuracy precision recall f1"
    impossible = {"TP + FN == 0": "no true label is the positive class: recall does not exist",
                  "TP + FP == 0": "no prediction is the positive class: precision does not exist",
                  "TP == 0": "TP = 0: precision and recall are 0, so F1 does not exist"}
    accept = ("min(TP, FP, FN, TN) >= 1", "FP != FN", "abs(TP/(TP + FP) - TN/(TN + FN)) >= 0.005",
              "names[1] == 1 or 2*(TP + FN) < size")  # a named class is the rarer one
    levels = {
        "easy": Level("TP FP FN TN precision recall"),
        "medium": Level("TP FP FN TN accuracy f1", size=between(10, 12)),
        "hard": Level("TP FP FN TN precision recall f1", size=between(12, 15), flag=oneof(1, 0, 0),
                      names=oneof(("spam", "wanted"), ("cracked", "sound"), ("fraud", "legal"), ("infected", "clear"))),
    }

    def work(self, w):
        w.procedure("TP", TP, f"{LISTS} positive", "True positives", "Positive, and predicted so.", places=0)
        w.procedure("FP", FP, f"{LISTS} positive", "False positives", "Not positive, but predicted so.", places=0)
        w.procedure("FN", FN, f"{LISTS} positive", "False negatives", "Positive, but not predicted so.", places=0)
        w.procedure("TN", TN, f"{LISTS} positive", "True negatives", "Not positive, and not predicted so.", places=0)
        scores(w, "accuracy precision recall f1")

    mistakes = (
        Mistake("fp_fn_swapped", "FP and FN are exchanged: the second word is the prediction, the first judges it.",
                FP=FN, FN=FP),
        Mistake("positive_class_0", "You took the other class as the positive one.", TP=TN, FP=FN, FN=FP, TN=TP),
        Mistake("fp_fn_swapped_precision", "Precision divides by all that were predicted positive, TP + FP.",
                precision="TP/(TP + FN)"),
        Mistake("fp_fn_swapped_recall", "Recall divides by all that are positive, TP + FN.", recall="TP/(TP + FP)"),
        Mistake("positive_class_0_precision", "That is the precision of the other class.", precision="TN/(TN + FN)"),
        Mistake("agreements_as_TP_precision", "Only agreements on the positive class are true positives.",
                precision="(TP + TN)/(TP + TN + FP)"),
        Mistake("accuracy_tp_only", "True negatives are right too: add TN.", accuracy="TP/(TP + TN + FP + FN)"),
    )
    nudge = "Go through the cases pair by pair and keep four tallies."
    stories = {
        "names[1] == 1": (
            "True labels: {y_true}. Predictions, in the same order: {y_pred}. The positive class is {positive}.",
            "Patients are sick (1) or healthy (0): {y_true}. A test says, in the same order: {y_pred}. The positive "
            "class is {positive}. How many sick people did it miss, how many healthy ones did it alarm?",
            Story("Below is what seeds did, sprout (1) or not (0), and what was predicted. The positive class is "
                  "{positive}.", tabled=LISTS),
            Story("A smoke alarm was tried out; 1 means smoke, 0 none. Below is the truth, with what the alarm said as "
                  "its prediction. The positive class is {positive}.", tabled=LISTS)),
        "names[1] == 'spam'": "The truth about some mails is {y_true}. A filter predicts, in the same order, {y_pred}. "
                              "The positive class is {positive}.",
        "names[1] == 'cracked'": Story("A camera sorts tiles. Below are the truth and what it predicts. The positive "
                                       "class is {positive}.", tabled=LISTS),
        "names[1] == 'fraud'": Story("A bank's alarm judges payments. Below are the truth and what it predicts. The "
                                     "positive class is {positive}.", tabled=LISTS),
        "names[1] == 'infected'": "A laboratory, which is always right, calls some swabs {y_true}. A quick test says, "
                                  "in the same order, {y_pred}. The positive class is {positive}.",
    }

    def question_table(self, v):
        from .._figures import cases_table

        return cases_table(v.y_true, v.y_pred)

    def solution_figure(self, v):
        from .._figures import confusion_table, pairs_table

        return pairs_table(v.y_true, v.y_pred, v.positive), confusion_table(v.TP, v.FP, v.FN, v.TN, "rows-actual")
