"""Alarms by reconstruction error: a threshold of mean plus k deviations, the flags, and how many of them are right."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               oneof)

from ._alarms import errors_on_a_line


class AnomalyThreshold(Problem):
    title = "Alarm by reconstruction error"

    task, fresh = Aside("train"), Aside(between(3, 5))
    base = Aside(between(0.05, 0.2, 0.01))
    train_errors = Vector("training errors", draw=between("base", "base + 0.1", 0.01), size=between(6, 10), fewest=2,
                          least=0, series=True, instead="threshold")
    k = Number("deviations above the mean", draw=oneof(2, 3), above=0, instead="threshold")
    threshold = Number("threshold of the alarm", optional=True, above=0)
    normal, high = between("base", "base + 0.08", 0.01), between("base + 0.16", "base + 0.4", 0.01)
    new_errors = Vector("new errors", size=computed("fresh"), least=0, series=True, optional=True,
                        draw=oneof(normal, high))
    truth = Vector("true state, 1 where faulty", size=computed("count(new_errors)"), entries="count(new_errors)",
                   whole=True, least=0, most=1, series=True, optional=True)
    i, j = Index("new_errors"), Index("train_errors")

    sigma_divisor = Convention("n", "n-1", says={"n": "σ has the divisor n", "n-1": "σ has the divisor n − 1"})
    symbols = {"mean": r"\bar e", "sd": r"\sigma", "train_errors": "e", "new_errors": "e^{new}", "truth": "y",
               "threshold": r"\theta", "flags": "f", "precision": "P"}
    also = {"sd": "standard deviation, s", "flags": "flagged", "threshold": "alarm threshold"}
    answers = "mean sd threshold flags precision"
    accept = ("sd >= 0.01", "max(train_errors) - min(train_errors) >= 0.03", "max(flags[i], i) == 1",
              "min(flags[i], i) == 0", "min(abs(new_errors[i] - threshold), i) >= 0.06*threshold",
              "min(abs(new_errors[i] - mean), i) > 0.001", "precision > 0", "precision < 1")
    impossible = {"max(train_errors) == min(train_errors)": "all training errors are equal: σ is 0"}
    state = {"fresh": between(4, 5), "truth": oneof(0, 1, 1), "new_errors": oneof(normal, high, high)}
    levels = {
        "easy": Level("flags", task="given", train_errors=None, k=None,
                      threshold=computed("base + 0.11", places=2)),
        "medium": Level("mean sd threshold flags"),
        "hard": (Level("threshold flags precision", task="both", **state),
                 Level("flags precision", task="given and truth", train_errors=None, k=None,
                       threshold=computed("base + 0.11", places=2), **state)),
    }

    def work(self, w):
        w.step("mean", "sum(train_errors[j], j)/count(train_errors)", "Mean $mean$ of the training errors")
        w.step("sd", {"n": "sqrt(sum((train_errors[j] - mean)**2, j)/count(train_errors))",
                      "n-1": "sqrt(sum((train_errors[j] - mean)**2, j)/(count(train_errors) - 1))"},
               "Standard deviation $sd$ of the training errors", by="sigma_divisor")
        w.step("threshold", "mean + k*sd", "Alarm threshold", "Normal data rarely lie so far above their mean.")
        w.step("flags[i]", "1 if new_errors[i] > threshold else 0", "Flags", "1 above the threshold, 0 otherwise.",
               places=0)
        w.step("precision", "sum(flags[i]*truth[i], i)/sum(flags[i], i)", "Precision $precision$ of the flags",
               "Of those flagged, the share that is faulty.", spare=True)

    mistakes = (
        Mistake("threshold_mean_only", "The deviations are missing: mean + kσ.", threshold="mean"),
        Mistake("k_1", "The deviation is taken k times.", threshold="mean + sd"),
        Mistake("variance_used", "σ is the root of the variance.", threshold="mean + k*sd**2"),
        Mistake("k_sigma_without_mean", "Add the mean: the threshold lies kσ above it.", threshold="k*sd"),
        Mistake("largest_training_error", "That is the largest training error; the threshold is mean + kσ.",
                threshold="max(train_errors)"),
        Mistake("threshold_below_mean", "Large errors are unusual: go above the mean.", threshold="mean - k*sd"),
        Mistake("low_error_flagged", "A large error is unusual, a small one is normal: flag those above.",
                flags="1 if new_errors[i] < threshold else 0"),
        Mistake("recall_given", "That is the recall: divide by the number of flags.",
                precision="sum(flags[i]*truth[i], i)/sum(truth[i], i)"),
        Mistake("accuracy_given", "That is the accuracy: look at the flagged ones alone.",
                precision="sum((1 if flags[i] == truth[i] else 0), i)/count(new_errors)"),
    )
    nudge = "The autoencoder knows normal data only: which size of error is unusual?"
    stories = {
        "task == 'train'": (
            "Training errors of an autoencoder: {train_errors}. Which of the new errors {new_errors} exceed the "
            "threshold mean + {k}σ? Give {ask}, 1 where flagged, 0 where not.",
            "A pump's vibration is reconstructed by an autoencoder; on healthy days the errors were {train_errors}. "
            "The alarm threshold is mean + {k}σ of these. Today's errors: {new_errors}. Flag with 1, pass with 0.",
            "Card payments known to be honest are reconstructed with errors of {train_errors}. New payments have "
            "{new_errors}; those above mean + {k}σ of the honest ones are flagged (1, else 0).",
            "An autoencoder saw sound bearings only: errors {train_errors}. New bearings give {new_errors}. Threshold:"
            " mean + {k}σ of the first; a flag is 1 above it, else 0.",
        ),
        "task == 'given'": (
            "An alarm sounds when the reconstruction error exceeds {threshold}. New errors: {new_errors}. Give 1 for "
            "each that is flagged, 0 for each that is not: {ask}.",
            "Payments are held back (1) when their reconstruction error is above {threshold}, and else passed (0). The"
            " next ones have {new_errors}.",
            "A camera reports a weld (1) whose reconstruction error exceeds {threshold}, others pass (0). Errors in "
            "turn: {new_errors}.",
            "The autoencoder of a weather station has the threshold {threshold}; its errors today are {new_errors}. "
            "Flag 1 above the threshold, else 0.",
        ),
        "task == 'both'": (
            "On healthy days a pump's reconstruction errors were {train_errors}; the alarm threshold is mean + {k}σ. "
            "New errors {new_errors}, true state {truth} (1 = faulty). Flag with 1 and 0.",
            "Honest payments have the errors {train_errors}. Of new ones, {new_errors}, those above mean + {k}σ are "
            "flagged (1, else 0). Their true state is {truth} (1 = fraud).",
            "Errors in training: {train_errors}. Errors of new bearings: {new_errors}; broken (1) or not (0): {truth}."
            " Flag those above mean + {k}σ with 1, others with 0.",
            "An autoencoder learned normal heartbeats, errors {train_errors}. New beats have {new_errors} and are in "
            "truth {truth} (1 = ill). The threshold is mean + {k}σ; flags are 1 or 0.",
        ),
        "task == 'given and truth'": (
            "An alarm sounds above {threshold}. New errors {new_errors}, true state {truth} (1 = faulty). Flags are 1 "
            "or 0.",
            "Payments with an error above {threshold} are flagged (1, else 0). Errors: {new_errors}; fraud (1) or not "
            "(0): {truth}.",
            "A camera flags (1) welds with errors above {threshold}, and passes (0) the others. Errors {new_errors}, "
            "really cracked (1) or sound (0): {truth}.",
            "With the threshold {threshold}, errors {new_errors} and the truth {truth} (1 = ill), how good are the "
            "flags (1 above, else 0)?",
        ),
    }

    def solution_figure(self, v):
        if v.flags is None:
            return None
        return errors_on_a_line(list(v.train_errors or ()), v.new_errors, v.threshold)
