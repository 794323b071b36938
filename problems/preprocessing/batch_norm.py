"""Batch normalization: a unit's values over a mini-batch get mean 0 and variance 1, then a scale and a shift."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, between, computed,
                               made, oneof)

SQUARES = "sum((batch[j] - mu_B)**2, j)"
MEAN = "sum(batch[j], j)/count(batch)"
NEW = "(0.1 if running_average == 'pytorch' else 0.01)"  # the share of the new values in the running ones


def whole_mean(values):
    """The values, or those of each row, with the last one made smaller, so that their mean is whole; none too close."""
    if isinstance(values[0], list):
        return [*map(whole_mean, values)]
    moved, size = [*values[:-1], values[-1] - sum(values) % len(values)], len(values)
    if size*sum(value**2 for value in moved) - sum(moved)**2 < 1.2*size**2:
        raise ValueError("their variance is below 1.2")
    return moved


class BatchNorm(Problem):
    title = "Batch normalization"

    task = Aside("normalize")
    size = Aside(oneof(4, 5))
    one, two = Aside(between(-1, 12), size=computed("size")), Aside(None, size=(2, computed("size")))
    batch = Matrix("values over the batch, or one feature a row", draw=made(whole_mean, "one"), fewest=2, flat=True,
                   series=True, instead="x_inference")
    eps = Number("small number in the root", draw=oneof("0.00001", 0), optional=True, least=0)
    gamma = Number("scale", draw=oneof(0.5, 1.5, 2, 3), when="task == 'scale' or task == 'inference'", optional=True)
    beta = Number("shift", draw=oneof(-1, -0.5, 0.5, 1), when="task == 'scale' or task == 'inference'", optional=True)
    running_mean = Number("running mean", draw=between(-2, 9, 0.5), when="task == 'inference' or task == 'running'",
                          optional=True)
    running_var = Number("running variance", draw=between(2, 30, 0.5), when="task == 'inference' or task == 'running'",
                         optional=True, least=0)
    x_inference = Number("value at inference", draw=between(-5, 12), when="task == 'inference'", optional=True)
    i, j = Index("batch"), Index("batch")

    running_average = Convention("pytorch", "keras", when="running_mean > -10**9", says={
        "pytorch": "0.1 of the new values enters the running ones, and the new variance has divisor $n - 1$ there",
        "keras": "0.01 of the new values enters the running ones, and the new variance has divisor $n$ there too"})
    symbols = {"batch": "x", "x_hat": r"\hat x", "mu_B": r"\mu_B", "var_B": r"\sigma_B^2", "x_inference": "x",
               "running_mean": "m", "running_var": "v", "running_mean_new": "m^{new}", "running_var_new": "v^{new}",
               "s2": "s^2", "y_inference": "y", "x_hat_inference": r"\hat x", "eps": r"\epsilon"}
    also = {"mu_B": "mean, mu", "var_B": "variance, var, σ²", "s2": "variance, var, σ²", "y_inference": "y",
            "running_mean_new": "running mean, new mean", "running_var_new": "running variance, running var"}
    answers = "mu_B var_B x_hat y running_mean_new running_var_new y_inference"
    impossible = {"max(batch) == min(batch) and eps == 0": "batch: all values are alike and eps is 0: division by zero",
                  "running_var + eps == 0": "running_var and eps are both 0: division by zero"}
    accept = ("abs(running_mean - mu_B) >= 0.5", "abs(running_var - var_B) > 1", "abs(x_inference - running_mean) > 0")
    levels = {
        "easy": Level("mu_B var_B", task="statistics", eps=None),
        "medium": Level("x_hat"),
        "hard": (Level("y", task="scale"), Level("running_mean_new running_var_new", task="running", eps=None),
                 Level("y_inference", task="inference"),
                 Level("x_hat", task="features", two=between(-1, 12), batch=made(whole_mean, "two"))),
    }

    def work(self, w):
        eps, beta = (f" + {name}" if w.has(name) else "" for name in ("eps", "beta"))
        for _ in w.rounds("batch", "Feature") if w.has("batch") else ():
            w.step("mu_B", MEAN, "Mean of the batch")
            w.step("var_B", f"{SQUARES}/count(batch)", "Variance of the batch",
                   "With divisor n: the batch itself is scaled, no population is estimated.")
            w.step("x_hat[i]", f"(batch[i] - mu_B)/sqrt(var_B{eps})", "Normalized values",
                   "The batch now has mean 0 and a variance of 1, or nearly so.")
            if w.has("gamma"):
                w.step("y[i]", f"gamma*x_hat[i]{beta}", "Outputs", "Their mean is β, their standard deviation about γ.")
            if w.has("running_mean"):
                if w.running_average == "pytorch":
                    w.step("s2", f"{SQUARES}/(count(batch) - 1)", "Variance with divisor n − 1")
                w.step("running_mean_new", {"pytorch": "0.9*running_mean + 0.1*mu_B",
                       "keras": "0.99*running_mean + 0.01*mu_B"}, "New running mean", by="running_average")
                w.step("running_var_new", {"pytorch": "0.9*running_var + 0.1*s2",
                       "keras": "0.99*running_var + 0.01*var_B"}, "New running variance", by="running_average")
        if w.has("x_inference"):
            w.step("x_hat_inference", f"(x_inference - running_mean)/sqrt(running_var{eps})", "Normalized value",
                   "A single value has no batch: the running values stand in.")
            w.step("y_inference", "gamma*x_hat_inference + beta", "Output at inference")

    mistakes = (
        Mistake("divisor_n-1", "Batch normalization divides by n: it scales the batch itself.",
                var_B=f"{SQUARES}/(count(batch) - 1)"),
        Mistake("divided_by_variance", "Divide by the standard deviation: take the root.",
                x_hat=("(batch[i] - mu_B)/(var_B + eps)", "(batch[i] - mu_B)/var_B"),
                x_hat_inference=("(x_inference - running_mean)/(running_var + eps)",
                                 "(x_inference - running_mean)/running_var")),
        Mistake("scale_shift_skipped", "Scale by γ and shift by β at the end.", y="x_hat[i]",
                y_inference="x_hat_inference"),
        Mistake("beta_added_first", "First times γ, then plus β.", y="gamma*(x_hat[i] + beta)",
                y_inference="gamma*(x_hat_inference + beta)"),
        Mistake("gamma_beta_swapped", "γ scales and β shifts; you exchanged them.", y="beta*x_hat[i] + gamma",
                y_inference="beta*x_hat_inference + gamma"),
        Mistake("batch_statistics_at_inference", "At inference the running values are used, not those of a batch.",
                when="eps >= 0",
                x_hat_inference=f"(x_inference - {MEAN})/sqrt(sum((batch[i] - {MEAN})**2, i)/count(batch) + eps)"),
        Mistake("running_variance_n", "The new variance has the divisor n − 1 here.", s2=f"{SQUARES}/count(batch)"),
        Mistake("running_weights_swapped", "The old running value keeps the larger share.",
                running_mean_new=f"{NEW}*running_mean + (1 - {NEW})*mu_B",
                running_var_new=(f"{NEW}*running_var + (1 - {NEW})*s2", f"{NEW}*running_var + (1 - {NEW})*var_B")),
    )
    nudge = "Each feature on its own, over the batch: center it, then scale it."
    stories = {
        "task == 'statistics'": (
            "Over a mini-batch a unit's net inputs are {batch}. Find the batch mean and the batch variance, divisor n.",
            "Before a layer is batch-normalized its values are {batch}. Find their mean and their variance, divisor n.",
            "A batch norm layer sees {batch} for one feature. What are its batch mean and batch variance, divisor n?",
            "One channel gives {batch} over a mini-batch. Work out the statistics of batch normalization, divisor n.",
        ),
        "task == 'normalize'": (
            "A unit's net inputs over a mini-batch are {batch}. Batch-normalize them without γ and β, ε = {eps} in the "
            "root, variance with divisor n.",
            "Normalize the batch {batch} as a batch norm layer does before γ and β: divisor n, ε = {eps} in the root.",
            "A unit gives {batch} over a batch. Normalize this, divisor n, ε = {eps} in the root, no γ and no β.",
            "The values {batch} are to get mean 0 and variance 1. Use the divisor n and ε = {eps} in the root.",
        ),
        "task == 'scale'": (
            "A unit's net inputs over a mini-batch are {batch}. Batch-normalize them: γ = {gamma}, β = {beta}, ε = "
            "{eps} in the root, variance with divisor n.",
            "A batch norm layer (γ = {gamma}, β = {beta}, ε = {eps} in the root, divisor n) trains on the batch "
            "{batch}. What does it pass on?",
            "One channel gives {batch} over a batch. Normalize (ε = {eps} in the root, variance with divisor n), scale "
            "by γ = {gamma} and shift by β = {beta}.",
            "A layer has learned γ = {gamma} and β = {beta}. Which outputs does it give for the training batch "
            "{batch}? Variance with divisor n, ε = {eps} in the root.",
        ),
        "task == 'running'": (
            "A unit has running mean {running_mean} and running variance {running_var}. Update both with {batch}.",
            "The running mean is {running_mean}, the running variance {running_var}. Then comes the batch {batch}.",
            "Update a running mean of {running_mean} and a running variance of {running_var} with the batch {batch}.",
            "A unit's running mean is {running_mean}, its running variance {running_var}. How does the batch {batch} "
            "change them?",
        ),
        "task == 'inference'": (
            "Training ended with the batch {batch}, running mean {running_mean} and running variance {running_var}. "
            "What does the layer (γ = {gamma}, β = {beta}, ε = {eps}) return for x = {x_inference} at inference?",
            "A trained layer has γ = {gamma}, β = {beta}, ε = {eps}, running mean {running_mean} and running variance "
            "{running_var}. In a test run the inputs {batch} and x = {x_inference} arrive. What becomes of x?",
            "After the batch {batch} the running mean is {running_mean}, the running variance {running_var}. In "
            "evaluation mode x = {x_inference} comes in. With γ = {gamma}, β = {beta}, ε = {eps}, what goes out?",
            "In evaluation mode a layer with running mean {running_mean}, running variance {running_var}, γ = {gamma}, "
            "β = {beta}, ε = {eps} gets x = {x_inference}. What does it return? (Its last training batch was {batch}.)",
        ),
        "task == 'features'": (
            "Batch-normalize the features {batch}, one a row, without γ and β: ε = {eps} in the root, divisor n.",
            "Two units, one a row, over a batch: {batch}. Normalize, no γ, no β; divisor n, ε = {eps} in the root.",
            "Normalize each row of {batch}, a channel over a batch, without γ and β: divisor n, ε = {eps} in the root.",
            "Batch-normalize each row of {batch}, one feature each, no γ, no β: divisor n, ε = {eps} in the root.",
        ),
    }
