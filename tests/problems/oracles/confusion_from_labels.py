"""scikit-learn on the labels themselves, 1 where they are the positive class."""


from sklearn import metrics

SCORES = {
    "accuracy": metrics.accuracy_score,
    "precision": metrics.precision_score,
    "recall": metrics.recall_score,
    "f1": metrics.f1_score,
}


class Scores(dict):
    """The labels' own scores, each worked out when it is asked for."""

    def __missing__(self, name):
        if name in ("TP", "FP", "FN", "TN"):
            (self["TN"], self["FP"]), (self["FN"], self["TP"]) = metrics.confusion_matrix(*self["labels"]).tolist()
            return self[name]
        return SCORES[name](*self["labels"])


def expected(givens, conventions):
    return Scores(labels=[[int(label == givens["positive"]) for label in givens[name]] for name in ("y_true", "y_pred")])
