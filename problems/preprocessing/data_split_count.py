"""How many samples go into the training, validation and test set, and into each fold of a cross-validation."""

from quizgen.authoring import Aside, Choice, Level, Mistake, Number, Problem, Whole, between, computed, oneof

RUN, FOLD = "k_fold_train_size_of_train_set", "k_fold_val_size"


class DataSplitCount(Problem):
    title = "Sizes of data splits and folds"

    task = Aside("split")
    validation_of = Choice("what the validation fraction is a fraction of", "whole", "remainder", draw="whole",
                           default="whole")
    k_fold = Whole("number of folds", least=2, most=1000, optional=True)
    each = Aside(between(15, 400))
    N = Whole("number of samples", draw=between(200, 5000, 20), least=3, instead="train_size")
    train = Number("fraction for training", draw=oneof(0.6, 0.7, 0.75, 0.8), above=0, below=1, optional=True)
    validation = Number("fraction for validation", draw=oneof(0.1, 0.15, 0.2), above=0, below=1, optional=True)
    test = Number("fraction for testing", draw=computed("round(1 - train - validation, 2)"), above=0, below=1,
                  optional=True)
    train_size = Whole("size of the training set", least=2, optional=True)

    symbols = {"train_size": "n_{train}", "validation_size": "n_{val}", "test_size": "n_{test}",
               "train": "f_{train}", "validation": "f_{val}", "test": "f_{test}",
               "k_fold": "k", FOLD: "m_{val}", RUN: "m_{train}", "k_fold_train_size": "m_{train}"}
    also = {"train_size": "train, training, training set", "validation_size": "validation, val, validation set",
            "test_size": "test, test set", FOLD: "fold, fold size, validation per run, validation fold",
            RUN: "train per run, training per run", "k_fold_train_size": "train per run, train, training"}
    answers = f"train_size validation_size test_size {FOLD} {RUN} k_fold_train_size"
    impossible = {
        "validation_of == 'whole' and abs(train + validation + test - 1) > 0.0005":
            "train, validation and test must add to 1: they are fractions of the whole",
        "test_size < 1": "nothing is left for the test set",
        f"k_fold*{FOLD} != floor({FOLD})*k_fold": "k_fold does not divide the samples: the folds would differ in size",
    }
    accept = ("test >= 0.05", "abs(N*train - train_size) < 0.000001",
              "abs((N if validation_of == 'whole' else N - train_size)*validation - validation_size) < 0.000001")

    folds = {"k_fold": oneof(3, 4, 5, 6, 8, 10)}
    alone = {"train": None, "validation": None, "test": None}
    levels = {
        "easy": Level("train_size validation_size test_size"),
        "medium": Level("train_size validation_size test_size", task="remainder", validation_of="remainder", test=None),
        "hard": (
            Level(f"train_size validation_size test_size {FOLD} {RUN}", task="split and folds", **folds),
            Level(f"{FOLD} {RUN}", task="folds", N=None, train_size=computed("k_fold*each"), **alone, **folds),
            Level(f"{FOLD} k_fold_train_size", task="folds of all", N=computed("k_fold*each"), **alone, **folds),
        ),
    }

    def work(self, w):
        w.step("train_size", "round(N*train)", "Size of the training set", places=0)
        w.step("validation_size", {"whole": "round(N*validation)", "remainder": "round((N - train_size)*validation)"},
               "Size of the validation set", by="validation_of", places=0)
        rest = "N - train_size - validation_size" if w.has("validation") else "N - train_size"
        w.step("test_size", rest, "Size of the test set", "What is left: the parts add to the whole.", places=0)
        all_data = not (w.has("train") or w.has("train_size"))
        samples, run = ("N", "k_fold_train_size") if all_data else ("train_size", RUN)
        w.step(FOLD, f"{samples}/k_fold", f"Validation size ${FOLD}$ of a run", "One fold.", places=0)
        w.step(run, f"{samples} - {FOLD}", f"Training size ${run}$ of a run", "All the other folds.", places=0)

    mistakes = (
        Mistake("fraction_of_remainder", "This fraction is one of the whole, not of what the training set leaves.",
                when="validation_of == 'whole'", validation_size="round((N - train_size)*validation)"),
        Mistake("fraction_of_whole", "This fraction is one of what the training set leaves, not of the whole.",
                when="validation_of == 'remainder'", validation_size="round(N*validation)"),
        Mistake("validation_taken_from_train", "The validation set stands beside the training set: it is not taken "
                "from it again.", when="validation_of == 'whole'", train_size="round(N*train) - round(N*validation)"),
        Mistake("k_fold_train_wrong", "A run trains on all folds but one, and is validated on that one.",
                **{RUN: FOLD, "k_fold_train_size": FOLD}),
        Mistake("folds_train_on_all", "One fold is kept for validation: a run trains on the others alone.",
                **{RUN: "train_size", "k_fold_train_size": "N"}),
        Mistake("k_fold_of_all_samples", "The folds are cut from the training set, not from all samples.",
                when="train_size < N", **{FOLD: "N/k_fold"}),
    )
    nudge = "All parts together must give the whole; of k folds one is kept apart in each run."
    stories = {
        "task == 'split'": (
            "{N} labeled photos are split into training, validation and test set, by the fractions {train}, "
            "{validation} and {test} of the whole. How many photos does each set get? Give {ask}.",
            "A clinic's {N} patient records are divided: a fraction of {train} for training, {validation} for "
            "validation and {test} for testing, all of the whole.",
            "Of {N} voice clips the fractions {train}, {validation} and {test} of the whole go into the training, the "
            "validation and the test set.",
            "{N} bird calls were recorded. A network is trained on a fraction of {train}, tuned on {validation} and "
            "tested on the remaining {test}, all fractions of the whole.",
        ),
        "task == 'remainder'": (
            "Of {N} records a fraction of {train} is for training; the validation set gets {validation} of the "
            "remainder, the test set what is left.",
            "{N} dental pictures: first a fraction of {train} is set aside for training, then {validation} of those "
            "that remain for validation. The others are the test set.",
            "A script splits {N} reviews twice: a fraction of {train} of all becomes the training set, {validation} of "
            "the rest the validation set, and the others the test set.",
            "From {N} weather days a fraction of {train} is drawn for training. Of the remaining days {validation} is "
            "for validation, and all others are for the test.",
        ),
        "task == 'split and folds'": (
            "{N} leaf scans are split into training, validation and test set, by the fractions {train}, {validation} "
            "and {test} of the whole. The training set is then used for {k_fold}-fold cross-validation.",
            "Of {N} customer records a fraction of {train} is for training, {validation} for validation and {test} for "
            "the test, all of the whole. Settings are chosen by {k_fold}-fold cross-validation on the training set.",
            "A team divides {N} sound files into fractions {train}, {validation} and {test} of the whole for training, "
            "validation and test, and cuts the training set into {k_fold} folds for cross-validation.",
            "{N} handwritten digits are shared out: {train} training, {validation} validation, {test} test, fractions "
            "of the whole. In the training set {k_fold}-fold cross-validation is done.",
        ),
        "task == 'folds'": (
            "The training set of {train_size} images is used for {k_fold}-fold cross-validation. How many images is "
            "each run validated on, and how many does it train on? Give {ask}.",
            "A test set has been put away; {train_size} samples are left for training. They are cut into {k_fold} "
            "folds for cross-validation.",
            "{train_size} training sentences are divided into {k_fold} equal folds, each of which serves once for "
            "validation.",
            "To choose a learning rate, {k_fold}-fold cross-validation is done on a training set of {train_size} pulse "
            "curves.",
        ),
        "task == 'folds of all'": (
            "Only {N} samples exist, too few for a test set of their own. All of them are used for {k_fold}-fold "
            "cross-validation.",
            "A study has {N} patients and no separate test set. Its model is judged by {k_fold}-fold cross-validation "
            "on all of them.",
            "All {N} soil probes are cut into {k_fold} equal folds; no other data are kept. Each fold serves once for "
            "validation.",
            "A model for {N} rare coins is judged by {k_fold}-fold cross-validation over the whole collection, without "
            "a test set.",
        ),
    }
