"""How many batches make an epoch, and how many weight updates a training."""

from quizgen.authoring import Aside, Choice, Level, Mistake, Problem, Whole, between, computed, oneof

UNEVEN = "N/batch_size != floor(N/batch_size)"
SCENES = (
    "{N} bird photos are trained in batches of {batch_size} for {epochs} epochs{how}",
    "A network reads {N} reviews in batches of {batch_size}, {epochs} times over{how}",
    "A sensor log of {N} records is split into batches of {batch_size}; training lasts {epochs} epochs{how}",
    "A song recognizer is trained for {epochs} epochs on {N} songs with batch size {batch_size}{how}",
)
HOW = {
    "even": ". How often are the weights updated?",
    "kept": "; the last, smaller batch of an epoch is kept. How often are the weights updated?",
    "dropped": "; an incomplete last batch is dropped (drop_last). How often are the weights updated?",
    "compare": "; the last, smaller batch is kept. Compare this with dropping it, with stochastic gradient descent "
               "(batch size 1) and with batch gradient descent (batch size N).",
}


class MinibatchCount(Problem):
    title = "Weight updates in mini-batch training"

    task = Aside("kept")
    full = Aside(between(3, 200))
    batch_size = Whole("samples in a batch", draw=oneof(16, 32, 50, 64, 100, 128, 256), least=1)
    N = Whole("number of samples", draw=between(100, 60000), least=1)
    epochs = Whole("number of epochs", draw=between(2, 50), least=1, optional=True)
    drop_last = Choice("whether an incomplete last batch is dropped", "no", "yes", draw="no", default="no")

    symbols = {"batch_size": "B", "epochs": "E", "batches_per_epoch": "b", "last_batch_size": "l",
               "total_updates": "n", "drop_last_updates": "n_{drop}", "sgd_updates": "n_{SGD}",
               "full_batch_updates": "n_{full}"}
    also = {"total_updates": "updates", "batches_per_epoch": "batches", "last_batch_size": "last batch, last"}
    answers = "batches_per_epoch last_batch_size total_updates drop_last_updates sgd_updates full_batch_updates"
    impossible = {"drop_last == 'yes' and N < batch_size": "N is less than one batch, and that is dropped: no update"}
    accept = ("N >= 3*batch_size", f"task == 'even' or {UNEVEN}")
    levels = {
        "easy": Level("total_updates", task="even", N=computed("full*batch_size")),
        "medium": (Level("total_updates"), Level("batches_per_epoch last_batch_size", task="last", epochs=None)),
        "hard": (Level("total_updates", task="dropped", drop_last="yes"),
                 Level("total_updates drop_last_updates sgd_updates full_batch_updates", task="compare")),
    }

    def work(self, w):
        kept = w.drop_last == "no"
        w.step("batches_per_epoch", {"no": "ceil(N/batch_size)", "yes": "floor(N/batch_size)"},
               "Number $batches_per_epoch$ of batches in an epoch", by="drop_last", places=0,
               why=f"What does not fill a batch {'makes one more, smaller one' if kept else 'is dropped'}.")
        if kept:
            w.step("last_batch_size", "N - (batches_per_epoch - 1)*batch_size",
                   "Size $last_batch_size$ of the last batch", "All batches before it are full.", places=0)
        w.step("total_updates", "epochs*batches_per_epoch", "Number $total_updates$ of updates in all",
               "One update a batch.", places=0)
        if kept:
            w.step("drop_last_updates", "epochs*floor(N/batch_size)",
                   "Number $drop_last_updates$ of updates with the last batch dropped", "Only full batches count.",
                   places=0)
        w.step("sgd_updates", "epochs*N", "Number $sgd_updates$ of updates with batch size 1", "One update a sample.",
               places=0)
        w.step("full_batch_updates", "epochs", "Number $full_batch_updates$ of updates with batch size N",
               "One update an epoch.", places=0)

    mistakes = (
        Mistake("floor_not_ceil", "The samples left over make one more batch: round up.",
                f"drop_last == 'no' and {UNEVEN}", batches_per_epoch="floor(N/batch_size)"),
        Mistake("ceil_not_floor", "The incomplete batch is dropped: round down.", "drop_last == 'yes'",
                batches_per_epoch="ceil(N/batch_size)"),
        Mistake("ceil_not_floor", "With the incomplete batch dropped only full ones count: round down.", UNEVEN,
                drop_last_updates="epochs*ceil(N/batch_size)"),
        Mistake("always_one_more", "N is a multiple of the batch size: no sample is left for one more batch.",
                "N/batch_size == floor(N/batch_size)", batches_per_epoch="N/batch_size + 1"),
        Mistake("N_times_E", "A whole batch makes one update, not each of its samples.", total_updates="N*epochs"),
        Mistake("B_updates", "The batch size is not the number of batches: divide N by it.",
                total_updates="batch_size*epochs"),
        Mistake("ceil_of_total_samples", "Each epoch ends with a smaller batch of its own: round up, then multiply.",
                f"drop_last == 'no' and {UNEVEN}", total_updates="ceil(N*epochs/batch_size)"),
        Mistake("epochs_forgotten", "That is one epoch: times their number.", total_updates="batches_per_epoch"),
    )
    nudge = "One batch, one update; what happens to the samples that are left over?"
    stories = {f"task == '{task}'": tuple(scene.replace("{how}", how) for scene in SCENES) for task, how in HOW.items()}
    stories["task == 'last'"] = (
        "A sensor log of {N} records is read in batches of {batch_size}, of which the last may be smaller.",
        "{N} bird photos are cut into batches of {batch_size}; none is thrown away. How large is the last batch?",
        "A loader hands out {N} reviews, {batch_size} at a time, until none is left. How many come last?",
        "The {N} rows of a table go through a network {batch_size} at a time, the last ones in a smaller batch.",
    )
