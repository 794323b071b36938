"""Whole epochs of a self-organizing map: sample after sample moves its nearest unit."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Whole, between,
                               computed, oneof)

from . import _epochs, _rates

MOST, SHOWN = 100, 400  # epochs with answers of their own, samples shown one by one
ERROR = "quantization_error"
SQUARES = "sum((x[i] - W[j][i])**2, i)"


class SomEpoch(Problem):
    title = "Self-organizing map over whole epochs"

    task = Aside("epoch")
    samples, units = Aside(4), Aside(2)
    X = Matrix("samples, one a row", draw=oneof(0, 1), size=(computed("samples"), 4), entries="count(W[1])",
               series=True)
    W = Matrix("weights, one unit a row", draw=between(0.1, 0.9, 0.1), size=(computed("units"), 4), series=True)
    eta0 = Number("learning rate at the start", draw=oneof(0.2, 0.3, 0.4, 0.6), above=0, most=1)
    epochs = Whole("number of epochs", draw=1, default=1, least=1, most=10**5)
    slower = Aside(oneof(0.5, 0.6, 0.8))
    decay_per_epoch = Number("what η is multiplied by", draw=computed("slower"), above=0, most=1, optional=True,
                             when="eta_schedule == 'per-sample' or epochs > 1")
    i, j, k, m = Index("W", of_row=True), Index("W"), Index("X"), Index("X")

    eta_schedule = Convention("constant", "halve-per-epoch", "per-sample", says={
        "constant": "", "halve-per-epoch": "η decays after each epoch, to the half where no other factor is stated",
        "per-sample": "η decays after each sample, to the half where no other factor is stated"})
    quantization = Convention("distance", "squared", says={
        "distance": "the quantization error is the mean distance (not squared) of the samples from their units",
        "squared": "the quantization error is the mean squared distance of the samples from their units"})
    symbols = {"d2": "d^2", "winner": "c", "w_new": "w_c^{new}", "eta0": r"\eta_0", "rates": r"\eta",
               "W_start": "W^{(0)}", "W_trained": "W^{end}", "decay_per_epoch": "q", "final_d": "d", ERROR: "Q"} | {
        f"{name}_epoch{e}": f"{sign}^{{({e})}}" for e in range(1, MOST + 1)
        for name, sign in (("W_after", "W"), ("winners", "c"), ("d2", "D"))}
    also = {"d2": "d, D", "quantization_error": "error, quantization error"}
    answers = " ".join(f"d2_epoch{e} winners_epoch{e} W_after_epoch{e}" for e in range(1, MOST + 1)) + (
        " W_trained classes quantization_error")
    impossible = {"count(X)*epochs > 10**5": "X and epochs: more than 100000 samples would be shown"}
    accept = ("runner_up(d2) - min(d2) >= 0.05", "min(winners_epoch1) == 1 and max(winners_epoch1) == count(W)",
              "min(sum(abs(W_after_epoch2[j][i] - W_start[j][i]), i), j) > 0",
              "min(runner_up(final_d[k])**2 - min(final_d[k])**2, k) >= 0.05", "min(sum(X[k][i], i), k) > 0",
              "min(min(sum(abs(X[k][i] - X[m][i]), i) if k != m else 1, m), k) > 0")
    levels = {
        "easy": Level("d2_epoch1 winners_epoch1 W_after_epoch1", samples=2),
        "medium": Level("winners_epoch1 W_after_epoch1"),
        "hard": tuple(Level(f"W_after_epoch2 {last}", task="epochs", epochs=2) for last in ("classes", ERROR)),
    }

    def work(self, w):
        decay, last = " decay_per_epoch"*w.has("decay_per_epoch"), "W_trained"
        if w.epochs > MOST or w.count("X")*w.epochs > SHOWN:
            w.procedure(last, _epochs.trained, "X W epochs eta0 eta_schedule" + decay,
                        f"Weights $W_trained$ after epoch {w.epochs}", "Each sample has moved its nearest unit.")
        else:
            last = self.each_sample(w, decay)
        w.step("final_d[k][j]", f"sqrt(sum((X[k][i] - {last}[j][i])**2, i))", "Distances from the final weights",
               "A row for each sample.")
        w.procedure("classes", _epochs.classes, "final_d", "Final unit of each sample",
                    "The nearest one; nothing moves any more.", places=0)
        w.step("quantization_error", {"distance": "sum(min(final_d[k][j], j), k)/count(X)",
                                      "squared": "sum(min(final_d[k][j], j)**2, k)/count(X)"}, "Quantization error",
               "How far a sample lies from its unit, on average.", by="quantization")

    def each_sample(self, w, decay):
        samples, epochs, by_sample = w.count("X"), w.epochs, w.eta_schedule == "per-sample"
        decays = by_sample or (epochs > 1 and (decay or w.eta_schedule == "halve-per-epoch"))
        w.procedure("W_start", _epochs.start, "W", "Weights at the start", marks=(0, 0))
        if decays:
            w.procedure("rates", _rates.by_sample if by_sample else _rates.by_epoch, "X epochs eta0" + decay,
                        "Learning rates, sample by sample", f"Less after each {'sample' if by_sample else 'epoch'}.")
        rate, rates = ("eta", "rates") if decays else ("eta0", "eta0")
        for shown in w.rounds(samples*epochs, "Sample" if epochs == 1 else "Presentation", W="W_new"):
            place = (shown - 1) % samples + 1
            w.procedure("x", _epochs.row(place), "X", f"Sample {place}" if epochs > 1 else "Its entries", marks=(0, 0))
            if decays:
                w.step("eta", f"rates[{shown}]", "Learning rate", marks=(0, 0))
            w.step("d2[j]", SQUARES, "Squared distances", "From the sample to each unit.")
            w.step("winner", "argmin(d2[j], j)", "Winning unit", "The nearest unit wins.")
            w.step("w_new[i]", f"W[winner][i] + {rate}*(x[i] - W[winner][i])", "Winner's new weights",
                   "Each weight goes the fraction η of the way to the sample.")
            w.step("W_new[j][i]", "w_new[i] if j == winner else W[j][i]", "Weights for the next sample", marks=(0, 0))
        for e in range(1, epochs + 1):
            steps = [f".{shown}"*(samples*epochs > 1) for shown in range((e - 1)*samples + 1, e*samples + 1)]
            w.procedure(f"d2_epoch{e}", _epochs.rows, " ".join(f"d2{step}" for step in steps),
                        f"Squared distances $d2_epoch{e}$ in epoch {e}", "A row for each sample.")
            w.procedure(f"winners_epoch{e}", _epochs.winners,
                        " ".join(["X W_start", rates, *(f"winner{step}" for step in steps)]),
                        f"Winners $winners_epoch{e}$ of epoch {e}", "Sample by sample.", places=0)
            w.procedure(f"W_after_epoch{e}", _epochs.after,
                        f"W_new{steps[-1]} W_start X {rates}" + " epochs"*(e == epochs > 1),
                        f"Weights $W_after_epoch{e}$ after epoch {e}", "Those after its last sample.")
        return f"W_after_epoch{epochs}"

    mistakes = (
        Mistake("sign_flipped_first_sample_new_w", "Plus η(x − w): the winner moves towards the sample.",
                w_new=("W[winner][i] - eta*(x[i] - W[winner][i])", "W[winner][i] - eta0*(x[i] - W[winner][i])")),
        Mistake("eta_forgotten", "The winner goes only the fraction η of the way, not to the sample.", w_new="x[i]"),
        Mistake("eta_not_decayed", "η is less later: it is multiplied by the stated factor.", rates=_rates.constant),
        Mistake("eta_decayed_before_epoch_1", "The first epoch still has the learning rate of the start.",
                when="eta_schedule != 'per-sample'", rates=_rates.too_soon),
        Mistake("eta_decayed_each_sample", "η changes after an epoch, not after each sample.",
                when="eta_schedule != 'per-sample' and count(X) > 1", rates=_rates.by_sample),
        Mistake("each_sample_from_initial_W_epoch1", "A sample meets the weights that the one before it has left.",
                when="count(X) > 1", W_after_epoch1=_epochs.each_from_the_start),
        Mistake("batch_distances_from_initial_W", "Measure the distances anew after each step: the units have moved.",
                winners_epoch1=_epochs.winners_from_the_start),
        Mistake("root_forgotten", "These are the squared distances: take their roots before you average.",
                when="quantization == 'distance'", quantization_error="sum(min(final_d[k][j], j)**2, k)/count(X)"),
    )
    nudge = "Update the winner before the next sample is shown."
    stories = {
        "task == 'epoch' and eta_schedule != 'per-sample'": (
            "Show the samples {X} in this order, once, to a map whose units start at {W}; η = {eta0}, and only the "
            "winner moves. Units are counted from 1.",
            "Shoppers are described by four yes/no habits: {X}. They come one after the other, each once, to a map "
            "with the units {W}; η = {eta0}, winner only.",
            "A map of gene switches, units {W}, learns the patterns {X} in one epoch, in this order. The learning rate "
            "is {eta0}; only the nearest unit moves.",
            "Train a map, units {W}, for one epoch on the patients' symptoms {X} (1 for present), in this order; η = "
            "{eta0}, and the neighborhood is 0.",
        ),
        "task == 'epoch' and eta_schedule == 'per-sample'": (
            "Show the samples {X} in this order, once, to a map whose units start at {W}. η is {eta0} for the first, "
            "and times {decay_per_epoch} after each sample; only the winner moves.",
            "Train a map, units {W}, for one epoch on the patterns {X}, in this order; η starts at {eta0} and is "
            "multiplied by {decay_per_epoch} after each sample, winner only.",
        ),
        "task == 'epochs' and eta_schedule != 'per-sample'": (
            "A map with the units {W} is shown the samples {X} in this order, {epochs} times. η is {eta0} in the first "
            "epoch and is multiplied by {decay_per_epoch} after each; only the winner moves.",
            "Sort the gene switch patterns {X} by a map that starts at {W}. It learns for {epochs} epochs in this "
            "order, winner only, with η = {eta0}, after each epoch times {decay_per_epoch}.",
            "Mushrooms with the yes/no marks {X} are shown {epochs} times in this order to a map that starts at {W}. "
            "The winner moves, at first with η = {eta0}, after each epoch with {decay_per_epoch} times the rate.",
            "Train the units {W} on the shoppers {X}, {epochs} epochs in this order, winner only; η = {eta0} at first "
            "and times {decay_per_epoch} after each epoch. How well do the units stand for the shoppers then?",
            "After {epochs} epochs on {X}, in this order, how good is a map that started at {W}? η was {eta0} in the "
            "first epoch and was multiplied by {decay_per_epoch} after each; only winners moved.",
        ),
        "task == 'epochs' and eta_schedule == 'per-sample'": (
            "A map with the units {W} is shown the samples {X} in this order, {epochs} times. η starts at {eta0} and "
            "is multiplied by {decay_per_epoch} after each sample; only the winner moves.",
            "Train a map, units {W}, for {epochs} epochs on {X}, in this order, winner only; η = {eta0}, after "
            "each sample times {decay_per_epoch}.",
        ),
    }
