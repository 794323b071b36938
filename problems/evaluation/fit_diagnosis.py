"""Underfit, good fit or overfit, from the errors in training and validation, and what to do about it."""

from quizgen.authoring import Aside, Level, Mistake, Number, Problem, Vector, between, computed, made, oneof

FITS = ("underfit", "good fit", "overfit", "both")
PARTS = ("high bias, low variance", "low bias, low variance", "low bias, high variance", "high bias, high variance")
DATA = "more data, regularization or a smaller model"
REMEDIES = ("larger model", "none", DATA, "larger model, then more data or regularization")
OPTIONS = "; ".join((DATA, REMEDIES[0], "longer training", REMEDIES[3], REMEDIES[1]))


def diagnose(trained, target_error, gap, allowed_gap):
    """High bias where the (last) training error is above the acceptable one, high variance where the gap is large."""
    large = round(gap - allowed_gap, 9) > 0
    if (trained[-1] if isinstance(trained, list) else trained) > target_error:
        return "both" if large else "underfit"
    return "overfit" if large else "good fit"


def parts(diagnosis):
    return PARTS[FITS.index(diagnosis)]


def remedy(diagnosis):
    return REMEDIES[FITS.index(diagnosis)]


def always(word):
    """A wrong answer, whatever is given."""
    return lambda *given: word


def falling(end, epochs, drops):
    """Errors that fall to the last one."""
    errors = [end]
    for drop in drops[:epochs - 1]:
        errors.insert(0, errors[0] + drop)
    return [f"{error:.3f}" for error in errors]


def validation(zone, end, epochs, drops, gap):
    """Errors that fall with those in training or, in an overfit, rise again in the last epochs."""
    if zone in ("underfit", "good fit"):
        return falling(end, epochs, [drop + 0.001 for drop in drops])
    return [*falling(end - gap/2, epochs - 2, drops), f"{end - gap/4:.3f}", f"{end:.3f}"]


class FitDiagnosis(Problem):
    title = "Underfit, good fit or overfit"

    task = Aside("errors")
    zone = Aside(oneof("underfit", "good fit", "overfit"))
    a = Aside(between(0.03, 0.1, 0.01))
    target_error = Number("acceptable error", draw=computed("a"), above=0, below=1)
    low = Aside(computed("max(2*a, a + 0.06) if zone == 'underfit' or zone == 'both' else 0.3*a"))
    top = Aside(computed("0.3 if zone == 'underfit' or zone == 'both' else 0.9*a if zone == 'good fit' else a"))
    e_t = Aside(between("low", "top", 0.001))
    wide = Aside(between(0.1, 0.25, 0.001))
    narrow = Aside(between(0.01, "min(0.02, a + 0.01 - e_t) if zone == 'good fit' else 0.02", 0.001))
    e_v = Aside(computed("e_t + (wide if zone == 'overfit' or zone == 'both' else narrow)", places=3))
    train_error = Number("training error", draw=computed("e_t", places=3), least=0, most=1, instead="train_list")
    val_error = Number("validation error", draw=computed("e_v", places=3), least=0, most=1, instead="val_list")
    baseline_error = Number("error of guessing", draw=between("e_v + 0.1", 0.9, 0.01), least=0, most=1, optional=True)
    allowed_gap = Number("largest gap that is still small", draw=0.05, default=0.05, above=0)
    epochs, drops = Aside(between(4, 6)), Aside(between(0.005, 0.09, 0.001), size=6)
    train_list = Vector("training errors, one an epoch", least=0, most=1, series=True, optional=True)
    val_list = Vector("validation errors, one an epoch", least=0, most=1, series=True, entries="count(train_list)",
                      optional=True)

    symbols = {"train_error": "e_t", "val_error": "e_v", "target_error": "a", "baseline_error": "e_0", "gap": "g",
               "train_list": "e_t", "val_list": "e_v", "bias_variance": r"\text{bias and variance}"}
    also = {"bias_variance": "bias and variance", "diagnosis": "diagnosis, fit", "remedy": "remedy"}
    answers = "gap diagnosis bias_variance remedy"
    accept = ("task != 'lists' or max(train_list) <= 0.6", "task != 'lists' or max(val_list) <= 0.7",
              "abs(baseline_error - train_error - gap) > 0.001", "abs(gap - train_error) > 0.001")
    levels = {
        "easy": Level("gap diagnosis"),
        "medium": Level("diagnosis bias_variance", task="lists", train_error=None, val_error=None, baseline_error=None,
                        train_list=made(falling, "e_t epochs drops"),
                        val_list=made(validation, "zone e_v epochs drops wide")),
        "hard": (Level("gap remedy", task="remedy", baseline_error=None, zone=oneof(*FITS)),
                 Level("bias_variance remedy", task="remedy", baseline_error=None, zone=oneof(*FITS))),
    }

    def work(self, w):
        curves = w.has("train_list")
        w.step("gap", "val_list[count(val_list)] - train_list[count(train_list)]" if curves else
               "val_error - train_error", "Gap", "Validation minus training error, both of the last epoch." if curves
               else "Validation minus training error.", places=3)
        w.procedure("diagnosis", diagnose, f"{'train_list' if curves else 'train_error'} target_error gap allowed_gap",
                    "Diagnosis (underfit, good fit, overfit or both)", "A training error above the acceptable one is "
                    "an underfit, a large gap an overfit; the two may come together.", words=FITS)
        w.procedure("bias_variance", parts, "diagnosis", "Bias and variance (each high or low)",
                    "The level of the training error tells the bias, the gap tells the variance.", words=PARTS)
        w.procedure("remedy", remedy, "diagnosis", "Remedy (one of those named)", "High bias asks for a model that can "
                    "learn more: a larger one, one less regularized, or, if its errors still fall, one trained longer. "
                    "High variance asks for more data or a model held back.", words=(*REMEDIES, "longer training"))

    mistakes = (
        Mistake("underfit", "The training error is low: the model has learned its data only too well.",
                when="diagnosis == 'overfit'", diagnosis=always("underfit")),
        Mistake("just_fit", "Look at the validation error too: the gap is large.", when="diagnosis == 'overfit'",
                diagnosis=always("good fit")),
        Mistake("overfit", "The validation error is as high as the training error: nothing was learned too well.",
                when="diagnosis == 'underfit'", diagnosis=always("overfit")),
        Mistake("gap_from_baseline", "The gap lies between training and validation error.",
                gap="baseline_error - train_error"),
        Mistake("remedy_bigger_model", "A larger model learns the training data even better: the gap grows.",
                when="diagnosis == 'overfit'", remedy=always("larger model")),
        Mistake("remedy_more_epochs", "Training on widens the gap.", when="diagnosis == 'overfit'",
                remedy=always("longer training")),
        Mistake("remedy_more_data", "More data cannot help a model that does not even fit those it has.",
                when="diagnosis == 'underfit'", remedy=always(DATA)),
    )
    nudge = "Two questions: is the training error low, and are the two errors close?"
    stories = {
        "task == 'errors'": (
            "A model errs on {train_error} of the training and {val_error} of the validation images; {target_error} "
            "would be acceptable, guessing gives {baseline_error}. A gap above {allowed_gap} is large.",
            "A spam filter's error is {train_error} in training and {val_error} in validation. Guessing has an "
            "error of {baseline_error}, and {target_error} would do. A gap up to {allowed_gap} is small.",
            "Training error {train_error}, validation error {val_error}, error of guessing {baseline_error}. The users "
            "accept {target_error}, and a gap above {allowed_gap} counts as large.",
            "A network misreads {train_error} of its training digits and {val_error} of others. The goal is "
            "{target_error}; a guess is wrong for {baseline_error}. A gap up to {allowed_gap} is small."),
        "task == 'lists'": (
            "Training errors by epoch: {train_list}; validation errors: {val_list}; acceptable: {target_error}. A gap "
            "above {allowed_gap} is large. Judge the last epoch.",
            "The log of a model shows the training errors {train_list} and the validation errors {val_list}, one an "
            "epoch. {target_error} would be acceptable, and a gap up to {allowed_gap} small. How does it stand after "
            "the last epoch?",
            "Epoch by epoch a network errs on {train_list} of its training data and {val_list} of the validation data. "
            "The goal is {target_error}; a gap above {allowed_gap} counts as large. Judge its last state.",
            "A tree is grown deeper and deeper, with training errors {train_list} and validation errors {val_list}. An "
            "error of {target_error} is aimed at, a gap up to {allowed_gap} is small. Judge the deepest tree, the "
            "last."),
        "task == 'remedy'": tuple(f"{story} The errors have settled. Choose one: {OPTIONS}." for story in (
            "Training error {train_error}, validation error {val_error}, acceptable {target_error}; a gap above "
            "{allowed_gap} is large. Which remedy fits?",
            "A model errs on {train_error} of the training and {val_error} of the validation images; {target_error} "
            "would be acceptable, and a gap up to {allowed_gap} is small. What should be done?",
            "A speech recognizer gets {train_error} of the words it was trained on wrong, and {val_error} of new ones. "
            "Its users accept {target_error}; a gap above {allowed_gap} counts as large. What would help?",
            "A network's errors are {train_error} in training and {val_error} in validation. The goal is "
            "{target_error}; a gap up to {allowed_gap} is small. Find a remedy.")),
    }
