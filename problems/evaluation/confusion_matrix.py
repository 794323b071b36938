"""Metrics of a classifier from its confusion matrix."""

from quizgen.authoring import Aside, Convention, Level, Mistake, Problem, Story, Whole, between, computed, oneof


class ConfusionMatrix(Problem):
    title = "Metrics from a confusion matrix"

    total = Aside(oneof(100, 120, 150, 200, 250, 400, 500))
    share = Aside(between(0.08, 0.6, 0.01))
    found = Aside(between(0.4, 0.97, 0.01))
    alarms = Aside(between(0.02, 0.4, 0.01))
    positives = Aside(computed("round(total*share)", places=0))
    hits = Aside(computed("round(positives*found)", places=0))
    false_alarms = Aside(computed("round((total - positives)*alarms)", places=0))
    N = Whole("number of cases", least=1, optional=True)
    actual_positive = Whole("cases that are positive", least=0, optional=True)
    predicted_positive = Whole("cases flagged as positive", least=0, optional=True)
    TP = Whole("true positives", draw=computed("hits"), least=0)
    FP = Whole("false positives", draw=computed("false_alarms"), least=0, instead="predicted_positive")
    FN = Whole("false negatives", draw=computed("positives - hits"), least=0, instead="actual_positive")
    TN = Whole("true negatives", draw=computed("total - positives - false_alarms"), least=0, optional=True)

    matrix_layout = Convention("rows-actual", "rows-predicted", says={
        "rows-actual": "rows are the actual, columns the predicted classes",
        "rows-predicted": "rows are the predicted, columns the actual classes"})
    symbols = {"predicted_positive": r"\text{flagged}", "actual_positive": r"\text{positive}", "f1": "F_1",
               "f2": "F_2", "fpr": r"\text{FPR}", "mcc": r"\text{MCC}",
               "balanced_accuracy": r"\text{balanced accuracy}"}
    also = {"precision": "P", "recall": "R", "balanced_accuracy": "BA"}
    answers = "FP FN TN accuracy precision recall f1 specificity fpr f2 balanced_accuracy mcc"
    impossible = {
        "TP + FP == 0": "TP + FP = 0: nothing was flagged, so precision does not exist",
        "TP + FN == 0": "TP + FN = 0: no case is positive, so recall does not exist",
        "TP == 0": "TP = 0: precision and recall are 0, so F1 does not exist",
        "FP < 0": "predicted_positive is less than TP: FP would be negative",
        "FN < 0": "actual_positive is less than TP: FN would be negative",
        "TN < 0": "N is less than TP + FP + FN: TN would be negative",
    }
    accept = ("min(TP, FP, FN, TN) >= 2", "FP != FN", "TP != TN", "abs(f1 - (precision + recall)/2) >= 0.005",
              "abs(TN/(TN + FP) - TP/(TP + FN)) >= 0.005")
    levels = {
        "easy": Level("accuracy precision recall"),
        "medium": Level("precision recall f1"),
        "hard": (Level("specificity fpr f2 balanced_accuracy mcc"),
                 Level("FP FN TN precision recall f1 specificity", N=computed("total"), FP=None, FN=None, TN=None,
                       actual_positive=computed("positives"), predicted_positive=computed("hits + false_alarms"))),
    }

    def work(self, w):
        w.step("FP", "predicted_positive - TP", "False positives", "Flagged, but not rightly.", places=0)
        w.step("FN", "actual_positive - TP", "False negatives", "Positive, but not flagged.", places=0)
        w.step("TN", "N - TP - FP - FN", "True negatives", "All the others.", places=0)
        w.step("accuracy", "(TP + TN)/(TP + TN + FP + FN)", "Accuracy", "The share of all cases judged rightly.")
        w.step("precision", "TP/(TP + FP)", "Precision", "Of those flagged, the share that is positive.")
        w.step("recall", "TP/(TP + FN)", "Recall", "Of those positive, the share that is flagged.")
        w.step("f1", "2*precision*recall/(precision + recall)", "$f1$ score", "The harmonic mean of the two.")
        w.step("specificity", "TN/(TN + FP)", "Specificity", "Of those negative, the share passed.", spare=True)
        w.step("fpr", "FP/(FP + TN)", "False positive rate", "One minus the specificity.", spare=True)
        w.step("f2", "5*precision*recall/(4*precision + recall)", "$f2$ score", "With β = 2 recall counts for more.")
        w.step("balanced_accuracy", "(recall + specificity)/2", "Balanced accuracy", "The mean of the two.", spare=True)
        w.step("mcc", "(TP*TN - FP*FN)/sqrt((TP + FP)*(TP + FN)*(TN + FP)*(TN + FN))", "MCC",
               "Matthews' correlation of the actual and the predicted classes.", spare=True)

    mistakes = (
        Mistake("precision_recall_swapped", "Precision divides by TP + FP, all that were flagged; recall by TP + FN, "
                "all that are positive.", precision="TP/(TP + FN)", recall="TP/(TP + FP)"),
        Mistake("f1_arithmetic_mean", "F1 is the harmonic mean, 2PR/(P + R).", f1="(precision + recall)/2"),
        Mistake("f1_missing_2", "The factor 2 of 2PR/(P + R) is missing.", f1="precision*recall/(precision + recall)"),
        Mistake("accuracy_only_tp", "True negatives are right too: add TN.", accuracy="TP/(TP + TN + FP + FN)"),
        Mistake("recall_used_specificity", "That is the specificity: look at the positives.", recall="TN/(TN + FP)"),
        Mistake("tp_tn_swapped", "TP and TN are exchanged: look which class is the positive one.",
                precision="TN/(TN + FP)", recall="TN/(TN + FN)"),
        Mistake("f2_beta_on_recall", "β² belongs to the precision in the denominator: β²P + R.",
                f2="5*precision*recall/(precision + 4*recall)"),
        Mistake("f2_beta_not_squared", "β enters squared: 1 + β² = 5 and β² = 4.",
                f2="3*precision*recall/(2*precision + recall)"),
    )
    nudge = "Which group is the denominator: all that were flagged, or all that are really positive?"
    stories = (
        "A screening test flags {TP} of the sick and {FP} of the healthy; it misses {FN} sick people and passes {TN} "
        "healthy ones. Positive means flagged as sick. Give {ask}, as fractions of 1.",
        "A sorter flags cracked tiles: {TP} cracked ones flagged, {FN} missed, {FP} sound ones flagged, {TN} sound "
        "ones passed. Cracked is the positive class.",
        "A spam filter let {FN} spam mails through and stopped {TP}; of the wanted mails it stopped {FP} and let {TN} "
        "through. Spam is the positive class.",
        "A fraud alarm has TP = {TP}, FP = {FP}, FN = {FN}, TN = {TN}. A missed fraud costs more than a false alarm.",
        Story(
            "A spam filter has this confusion matrix ({matrix_layout}); spam is the positive class.",
            tabled="TP FP FN TN"),
        Story(
            "A network tells pictures with a crack from those without. Below is its confusion matrix "
            "({matrix_layout}); 'positive' means cracked. Give {ask}, as fractions of 1.",
            tabled="TP FP FN TN"),
        "A camera checks {N} tiles; {actual_positive} are cracked. It flags {predicted_positive}, {TP} of them "
        "rightly. Cracked is the positive class. Fill in the matrix.",
        "Of {N} swabs {actual_positive} are infected. A quick test calls {predicted_positive} infected, and {TP} of "
        "these are. Infected is the positive class.",
        "Among {N} mails there are {actual_positive} spam mails. A filter stops {predicted_positive} mails, {TP} of "
        "them spam, the positive class. Complete the confusion matrix.",
        "A fraud alarm went off for {predicted_positive} of {N} payments. There were {actual_positive} frauds (the "
        "positive class), and it caught {TP} of them.",
    )

    def question_table(self, v):
        from .._figures import confusion_table

        return confusion_table(v.TP, v.FP, v.FN, v.TN, v.matrix_layout)

    def solution_figure(self, v):
        return self.question_table(v) if v.TN is not None else None
