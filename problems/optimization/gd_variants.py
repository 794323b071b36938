"""One line fitted by batch, stochastic and mini-batch gradient descent: how often the weight moves, and where."""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Mistake, Number, Problem, Story, Vector, Whole,
                               between, oneof)

LINE = "y_hat = w x + b"
HALF, MEAN = "error_half == 'yes'", "batch_mean == 'mean'"
TWO = f"(1 if {HALF} else 2)"
LOSSES = {f"{kind} of {half}(y_hat - y)^2 over the batch": (kind, said) for kind in ("mean", "sum")
          for half, said in (("(1/2)", "yes"), ("", "no"))}
SCENES = ("A line $y_hat == {line}$ is fitted to four measurements with x = {x} and y = {y}.",
          "At x = {x} a sensor shows y = {y}. Fit the line $y_hat == {line}$.",
          "A model $y_hat == {line}$ learns the four pairs with x = {x} and y = {y}.",
          "Four springs are stretched by x = {x} cm under loads of y = {y} N. The line $y_hat == {line}$ is fitted.")
TASKS = {
    "batch": "From $w0$ = {w0} make one batch step, η = {eta}.",
    "sgd": "The pairs are presented one at a time, in this order, and each moves w at once (start $w0$ = {w0}, η = "
           "{eta}). What is w after the first two?",
    "mini": "Train one epoch in mini-batches of {batch_size_mini}, in this order, from $w0$ = {w0} with η = {eta}. How "
            "many updates make an epoch of batch, stochastic and mini-batch descent?",
    "epoch": "Train one epoch from $w0$ = {w0} with η = {eta} in three ways: in one batch, one pair at a time, and in "
             "mini-batches of {batch_size_mini}; the order stays.",
    "line": "From $w0$ = {w0} and $b0$ = {b0} make one batch step in both parameters, η = {eta}.",
}


def path(steps):
    """A vector of some steps."""
    return f"({', '.join(steps)},)"


class GdVariants(Problem):
    title = "Batch, stochastic and mini-batch descent"

    task = Aside("batch")
    model = Choice("model", "y_hat = w x", LINE, draw="y_hat = w x", default="y_hat = w x")
    loss = Choice("loss", *LOSSES, optional=True)
    x = Vector("inputs", draw=between(1, 4), size=4, series=True)
    y = Vector("targets", draw=between(1, 10), size=4, entries="count(x)", series=True)
    w0 = Number("first weight", draw=oneof(0, 1))
    b0 = Number("first bias", optional=True)
    eta = Number("learning rate", draw=oneof(0.01, 0.02, 0.05), above=0)
    batch_size_mini = Whole("pairs in a mini-batch", least=1, most=1000, optional=True)
    i, j = Index("x"), Index("x")

    error_half = Convention("yes", "no", says={"yes": "the loss of a pair is $1/2*(y_hat - y)**2$",
                                               "no": "the loss of a pair is $(y_hat - y)**2$, without ½"})
    batch_mean = Convention("mean", "sum", when="task != 'sgd'", says={
        "mean": "losses are averaged over the batch", "sum": "losses are added over the batch, not averaged"})
    symbols = {"y_hat": r"\hat y", "residuals": "r", "batch_gradient": "g", "batch_w1": "w^{new}",
               "batch_gradient_b": "g_b", "batch_b1": "b^{new}", "updates_per_epoch": r"\text{updates}",
               "sgd_path": r"\text{path}", "minibatch_path": r"\text{mini-batch path}"} | {
        f"{way}_{letter}{k}": f"{letter}_{{{k}}}{over}" for k in range(1, 101) for letter in "egw"
        for way, over in (("sgd", ""), ("mini", "^{mini}"))}
    also = {"residuals": "e", "batch_gradient": "g_w, gradient", "batch_w1": "w, w1, w_new",
            "batch_b1": "b, b1, b_new"}
    answers = "batch_gradient batch_w1 batch_gradient_b batch_b1 sgd_path minibatch_path updates_per_epoch"
    impossible = {"model == 'y_hat = w x' and b0 != 0": "b0: the model y_hat = w x has no bias"} | {
        f"loss == '{loss}' and (batch_mean != '{kind}' or error_half != '{half}')":
        "loss: another one than the conventions error_half and batch_mean say" for loss, (kind, half) in LOSSES.items()}
    accept = ("sum(sum(1 if x[i] == x[j] else 0, i), j) <= 6", "min(abs(residuals[i]), i) > 0",
              "abs(batch_gradient) >= 0.5", "abs(batch_gradient_b) >= 0.5", "batch_gradient != batch_gradient_b",
              "sgd_e1 != 1 and sgd_e1 != y[1]", *(f"abs(sgd_e{k}) >= 0.02" for k in range(1, 5)),
              "min(abs(mini_e1[1]), abs(mini_e2[1])) >= 0.02")
    levels = {
        "easy": Level("batch_gradient batch_w1"),
        "medium": Level("sgd_w1 sgd_w2", task="sgd"),
        "hard": (Level("minibatch_path updates_per_epoch", task="mini", batch_size_mini=2),
                 Level("batch_w1 sgd_path minibatch_path", task="epoch", batch_size_mini=2),
                 Level("batch_gradient batch_gradient_b batch_w1 batch_b1", task="line", model=LINE, b0=0)),
    }

    def work(self, w):
        line, two = w.model == LINE, "" if w.error_half == "yes" else "2*"
        over, mean = ("/count(x)", "mean") if w.batch_mean == "mean" else ("", "sum")
        w.step("residuals[i]", "w0*x[i] + b0 - y[i]" if line else "w0*x[i] - y[i]", "Residuals $residuals$",
               "Prediction less target, all with the first weight.")
        w.step("batch_gradient", f"{two}sum(residuals[i]*x[i], i){over}", "Gradient $batch_gradient$ of the batch",
               f"The {mean} over all pairs.")
        w.step("batch_w1", "w0 - eta*batch_gradient", "Weight $batch_w1$ after the batch step")
        if w.has("b0"):
            w.step("batch_gradient_b", f"{two}sum(residuals[i], i){over}", "Gradient $batch_gradient_b$ for the bias",
                   "It has no factor x.")
            w.step("batch_b1", "b0 - eta*batch_gradient_b", "Bias $batch_b1$ after the batch step")
        if line:
            return
        weight, count, size = "w0", w.count("x"), w.batch_size_mini if w.has("batch_size_mini") else 0
        for k in range(1, count + 1):
            w.step(f"sgd_e{k}", f"{weight}*x[{k}] - y[{k}]", f"Residual of pair {k}",
                   "With the weight that the pair before left." if k > 1 else "")
            w.step(f"sgd_g{k}", f"{two}sgd_e{k}*x[{k}]", f"Gradient of pair {k}")
            w.step(f"sgd_w{k}", f"{weight} - eta*sgd_g{k}", f"Weight $sgd_w{k}$ after pair {k}")
            weight = f"sgd_w{k}"
        w.step("sgd_path", path(f"sgd_w{k}" for k in range(1, count + 1)), "Weights after each pair", marks=(0, 1))
        if size:
            self.mini(w, count, size, two)

    def mini(self, w, count, size, two):
        weight, starts = "w0", range(1, count + 1, size)
        for k, start in enumerate(starts, 1):
            pairs = range(start, min(start + size, count + 1))
            w.step(f"mini_e{k}", path(f"{weight}*x[{n}] - y[{n}]" for n in pairs), f"Residuals of mini-batch {k}")
            total = " + ".join(f"mini_e{k}[{place}]*x[{n}]" for place, n in enumerate(pairs, 1))
            over = f"/{len(pairs)}" if w.batch_mean == "mean" and len(pairs) > 1 else ""
            w.step(f"mini_g{k}", f"{two}({total}){over}", f"Gradient of mini-batch {k}")
            w.step(f"mini_w{k}", f"{weight} - eta*mini_g{k}", f"Weight $mini_w{k}$ after mini-batch {k}")
            weight = f"mini_w{k}"
        w.step("minibatch_path", path(f"mini_w{k}" for k in range(1, len(starts) + 1)),
               "Weights after each mini-batch", marks=(0, 1))
        w.step("updates_per_epoch", "(1, count(x), ceil(count(x)/batch_size_mini))",
               "Updates per epoch (batch, stochastic, mini-batch)", "One for each batch.", places=0)

    mistakes = (
        Mistake("batch_summed_not_averaged", "The gradient is averaged over the batch: divide by its size.", MEAN,
                batch_gradient=f"{TWO}*sum(residuals[i]*x[i], i)", batch_gradient_b=f"{TWO}*sum(residuals[i], i)",
                **{f"mini_g{k}": f"{TWO}*(mini_e{k}[1]*x[{2*k - 1}] + mini_e{k}[2]*x[{2*k}])" for k in (1, 2)}),
        Mistake("loss_without_half", "The ½ of the loss cancels the 2 of the square.", HALF,
                batch_gradient=f"2*sum(residuals[i]*x[i], i)/(count(x) if {MEAN} else 1)",
                batch_gradient_b=f"2*sum(residuals[i], i)/(count(x) if {MEAN} else 1)",
                **{f"sgd_g{k}": f"2*sgd_e{k}*x[{k}]" for k in range(1, 5)}),
        Mistake("x_factor_forgotten", "The weight multiplies x: so does its gradient.",
                batch_gradient=f"{TWO}*sum(residuals[i], i)/(count(x) if {MEAN} else 1)",
                **{f"sgd_g{k}": f"{TWO}*sgd_e{k}" for k in range(1, 5)}),
        Mistake("sign_y_minus_yhat", "The residual is prediction less target: ŷ − y.",
                residuals=("y[i] - w0*x[i] - b0", "y[i] - w0*x[i]"),
                **{f"sgd_e{k}": f"y[{k}] - {f'sgd_w{k - 1}' if k > 1 else 'w0'}*x[{k}]" for k in range(1, 5)}),
        Mistake("sgd_stale_weight", "Each pair is met with the weight that the pair before it left.",
                **{f"sgd_e{k}": f"w0*x[{k}] - y[{k}]" for k in range(2, 5)}),
        Mistake("minibatch_stale_weight", "The second mini-batch is met with the weight that the first one left.",
                "batch_size_mini == 2 and count(x) == 4", mini_e2="(w0*x[3] - y[3], w0*x[4] - y[4])"),
        Mistake("sgd_one_update_only", "That is the weight after the first pair: each pair makes an update.",
                **{f"sgd_w{k}": "sgd_w1" for k in range(2, 5)}),
    )
    nudge = "How many samples stand behind one update?"
    stories = {f"task == '{task}'": tuple(
        Story(f"{scene.replace('{line}', 'w*x + b' if task == 'line' else 'w*x')} {what}", tabled="model")
        for scene in SCENES) for task, what in TASKS.items()}

    def solution_figure(self, v):
        from ._curves import fitted

        if v.batch_w1 is None:
            return None
        return fitted(v.x, v.y, (v.w0, v.b0 or 0), (v.batch_w1, v.batch_b1 or 0))
