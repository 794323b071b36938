"""Early stopping: which epochs are saved, when training stops, and which weights are restored."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               made, oneof)

from . import _stopping as stopping


def log(task, patience, min_delta, start, waits, drops, rises, after):
    """Losses in groups of a new best and epochs that do not beat it, fewer than the patience but in the last group. Of
    the further epochs one beats all; where two runs are compared it comes at once. ValueError where no counter is
    reset, or where min_delta does not matter."""
    delta, waits = round(100*min_delta), [*(wait % patience for wait in waits[1:]), patience]
    losses, best, rises, near = [], start, iter(rises), 0
    for wait, drop in zip(waits, drops):
        losses.append(best)
        for rise in [next(rises) for _ in range(wait)]:
            value = best + rise if delta == 0 or rise > 6 else best - 1 - rise % (delta - 1)
            while value in losses or value == best - delta:
                value += 1
            losses.append(value)
            near += value < best
        best -= drop + delta
    if (task in ("bump", "delta") and not any(waits[:-1])) or (task == "delta" and not near):
        raise ValueError("too plain a log")
    further = [best + next(rises) + delta + 20 for _ in range(after)] + ([best] if task != "dip" else [])
    return [f"{loss/100:.2f}" for loss in losses + (further[::-1] if task == "two" else further)]


class EarlyStopping(Problem):
    title = "Early stopping with patience"

    task = Aside("bump")
    groups = Aside(between(2, 4))
    wait = Aside(between(0, 3), size=computed("groups"))
    k = Index("wait")
    flat = Aside(1)
    waits = Aside(computed("flat*wait[k]", "k"))
    start = Aside(between(75, 120))
    drops, rises, after = Aside(between(2, 15), size=6), Aside(between(1, 10), size=20), Aside(between(0, 2))
    least = Aside(between(2, 4))
    patience = Vector("patience of each run", draw=computed("least"), least=1, flat=True, whole=True, series=True)
    delta = Aside(0)
    min_delta = Number("decrease of the loss that does not count yet", least=0, optional=True)
    val_loss = Vector("validation losses, one an epoch", series=True,
                      draw=made(log, "task least delta start waits drops rises after"))

    patience_rule = Convention("counter>=patience", "counter>patience", says={
        "counter>=patience": "training stops when the counter of epochs without improvement reaches the patience",
        "counter>patience": "training stops when the counter of epochs without improvement exceeds the patience"})
    epochs = Convention("1", "0", says={"1": "epochs are counted from 1", "0": "epochs are counted from 0"})
    restored = Convention("best", "last", says={"best": "", "last": "the weights of the last epoch run are kept"})
    symbols = {"val_loss": "E", "min_delta": r"\delta", "best": "b", "counter": "c", "stop_epoch": "e_{stop}",
               "best_epoch": "e_{best}", "best_loss": "E_{best}", "patience": "p"}
    also = {"saves": "saved, saved epochs, saved at, saved at epochs", "best": "best so far, running best",
            "stop_epoch": "stop, stops at, stopped at, stops after epoch, stops at epoch, stopped at epoch",
            "best_epoch": "restored epoch, best epoch, restored, restore, best", "best_loss": "restored loss, loss"}
    answers = "saves stop_epoch stopped best_epoch best_loss"
    accept = ("6 <= count(val_loss) and count(val_loss) <= 12", "min(val_loss) >= 0.2",
              "task != 'dip' or count(val_loss) > stop_epoch")
    levels = {
        "easy": Level("stop_epoch best_epoch", task="dip", least=between(1, 2), groups=between(3, 6), flat=0),
        "medium": Level("saves stop_epoch best_epoch"),
        "hard": (Level("saves stop_epoch best_epoch", task="delta", delta=oneof(0.02, 0.03, 0.05),
                       min_delta=computed("delta")),
                 Level("stop_epoch best_epoch", task="two", least=between(1, 3),
                       patience=computed("(least, least + 1)"))),
    }

    def work(self, w):
        given = "val_loss patience patience_rule" + " min_delta" * w.has("min_delta")
        for _ in w.rounds("patience", "Run", each=True):
            w.procedure("best", stopping.running, given, "Best loss so far", "In each epoch until training stops.",
                        places=2)
            w.procedure("saves", stopping.saves, "best val_loss epochs", "Epochs at which the weights are saved",
                        "Those that bring a new best; the first epoch always does.", places=0)
            w.procedure("counter", stopping.counter, "saves best epochs", "Counter of epochs without improvement",
                        "0 in an epoch that is saved, otherwise one more.", places=0)
            verb = {"counter>=patience": "equals", "counter>patience": "exceeds"}[w.patience_rule]
            w.procedure("stop_epoch", stopping.stop, "counter val_loss patience patience_rule epochs",
                        "Epoch $stop_epoch$ after which training stops",
                        f"The first in which the counter {verb} the patience; if there is none, the last.", places=0)
            w.step("stopped", {"counter>=patience": "max(counter) >= patience", "counter>patience":
                   "max(counter) > patience"}, "Early stop, yes or no", by="patience_rule", yes="yes", no="no")
            w.procedure("best_epoch", stopping.restore, "saves stop_epoch restored val_loss epochs",
                        "Restored epoch $best_epoch$", {"best": "The last one that was saved.",
                                                        "last": "The last one that was run."}[w.restored], places=0)
            w.step("best_loss", {"1": "val_loss[best_epoch]", "0": "val_loss[best_epoch + 1]"}, "Restored loss",
                   by="epochs", places=2)

    mistakes = (
        Mistake("stopped_at_first_rise", "One rise does not stop the training: the patience lets it go on.",
                stop_epoch=stopping.first_rise),
        Mistake("counter_not_reset_stop", "Each new best sets the counter back to 0.", stop_epoch=stopping.never_reset),
        Mistake("compared_with_previous_epoch", "Compare each loss with the best so far, not with the one before it.",
                stop_epoch=stopping.against_previous),
        Mistake("saved_when_loss_rose", "Weights are saved when the loss is a new best, not when it rises.",
                saves=stopping.risen),
        Mistake("min_delta_ignored", "So small a decrease does not count: the best must be beaten by more.",
                best=stopping.any_decrease),
        Mistake("restored_last_epoch", "The weights of the best epoch are restored, not those of the last one.",
                best_epoch=stopping.last),
        Mistake("global_minimum_after_stop", "That epoch is never run: training has stopped before it.",
                when="min(val_loss) < min(best)", best_epoch=stopping.lowest),
        Mistake("epoch_numbered_from_0", "Epochs are counted from 1 here.", when="epochs == '1'",
                best_epoch=stopping.one_less),
    )
    nudge = "Keep a running best: only an epoch that beats it is an improvement."
    stories = {
        "task == 'dip' or task == 'bump'": (
            "The validation losses of a network, epoch by epoch, are {val_loss}. Training uses early stopping with "
            "patience {patience}; any loss below the best so far is an improvement.",
            "The log of a run shows the validation losses {val_loss}, one an epoch. The patience is {patience}, and "
            "every new lowest loss counts as an improvement.",
            "A speech model would have had the validation losses {val_loss} in its epochs, had it not been stopped "
            "early. The patience was {patience}, min_delta 0.",
            "A classifier of X-rays is trained with early stopping, patience {patience}, min_delta 0. Its validation "
            "losses would be {val_loss}, epoch by epoch.",
        ),
        "task == 'delta'": (
            "An epoch counts as better only if its loss is more than {min_delta} below the best saved loss. The "
            "losses are {val_loss}, epoch by epoch, and the patience is {patience}.",
            "Early stopping with patience {patience} and min_delta {min_delta}: a loss must be more than that below "
            "the best saved one to count. The validation losses, one an epoch, are {val_loss}.",
            "A forecaster ignores tiny gains: only a validation loss more than {min_delta} below the best saved one "
            "is an improvement. Her model's losses are {val_loss}, epoch by epoch; patience {patience}.",
            "The log of a translator's training reads {val_loss} (validation losses, one an epoch). The patience is "
            "{patience}; a loss is an improvement if it lies more than {min_delta} below the best saved one.",
        ),
        "task == 'two'": (
            "For the validation losses {val_loss}, one an epoch, compare one run for each of two values of the "
            "patience, {patience}; min_delta is 0. A run ends with the log if nothing stops it.",
            "How much does the patience matter? A network's validation losses are {val_loss}, epoch by epoch. Stop "
            "early once with each patience: {patience}. Any loss below the best so far is an improvement.",
            "Two students train the same network, whose validation losses are {val_loss}, epoch by epoch. Each has "
            "chosen a patience of her own: {patience}. Every new lowest loss is an improvement.",
            "One log, {val_loss} (validation losses, one an epoch), is read with two values of the patience, "
            "{patience}, a run for each. Any loss below the best so far is an improvement.",
        ),
    }

    def solution_figure(self, v):
        from .._figures import stopping_table

        return None if isinstance(v.patience, list) else stopping_table(v, int(v.epochs))
