"""Cost of a model with an L1 or L2 penalty on its weights: the errors, and how large the weights are."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole, between,
                               computed, oneof)

NORMS = {"l1": "sum(abs(w[j]), j)", "l2": "sum(w[j]**2, j)*(1/2 if l2_half == 'yes' else 1)"}


def cost(penalty):
    """The cost with a penalty, under each convention."""
    return {"mse": f"mse + {penalty}", "sse": f"sse + {penalty}", "over-2m": f"(sse + {penalty})/(2*m)"}


ERRORS = {"mse": "the mean squared error {mse}", "sse": "the sum of squared errors {sse}",
          "over-2m": "the sum of squared errors {sse} over {m} samples"}
SCENES = {"loss": (
    "A rent model has {errors} and the weights {w} (no bias); λ = {lambda}.",
    "A model of fuel use has the weights {w} and {errors}. What does it cost at λ = {lambda}?",
    "A regression of crop yield ends with the weights {w} and {errors}; λ = {lambda}.",
    "The level of a river is modeled with the weights {w} and {errors}; λ = {lambda}.",
), "lambda": (
    "A model with {errors} and the weights {w} has the cost {cost} with the L{n} penalty. How strong is the penalty?",
    "The cost {cost} of a model with {errors} holds an L{n} penalty on the weights {w}; its λ was not noted.",
    "An old log of a model tells {errors}, the weights {w} and the cost {cost} with an L{n} penalty, but not λ.",
    "Which λ of the L{n} penalty makes the cost {cost} out of {errors} and the weights {w}?",
)}


def drawn(norm):
    """How a cost is drawn from a hidden λ, so that λ comes out as that."""
    loss = "(mse if cost_form == 'mse' else sse)"
    return computed(f"round(({loss} + rate*{NORMS[norm]})/(2*m if cost_form == 'over-2m' else 1), 6)")


class L1L2Cost(Problem):
    title = "Cost with an L1 or L2 penalty"

    task = Aside("data")
    pairs, size = Aside(between(3, 5)), Aside(between(2, 4))
    off = Aside(between(-1.5, 1.5, 0.1), size=computed("pairs"))
    rate = Aside(oneof(0.01, 0.05, 0.1, 0.5))
    y = Vector("targets", draw=between(1.5, 8.5, 0.1), size=computed("pairs"), series=True,
               instead="mse or sse")
    y_hat = Vector("predictions", draw=computed("y[i] - off[i]", "i", places=1), entries="count(y)",
                   series=True, instead="mse or sse")
    w = Vector("weights", draw=oneof(between(-2, -0.1, 0.1), between(0.1, 2, 0.1)), size=computed("size"))
    mse = Number("mean squared error", when="cost_form == 'mse'", least=0, optional=True)
    sse = Number("sum of the squared errors", when="cost_form != 'mse'", least=0, optional=True)
    m = Whole("number of samples", when="cost_form == 'over-2m'", least=1, instead="y")
    lambda_ = Number("strength of the penalty", draw=computed("rate"), least=0,
                     instead="l1_cost or l2_cost or lambda_1 and lambda_2")
    lambda_1, lambda_2 = (Number(f"strength of the L{n} penalty", least=0, optional=True) for n in "12")
    l1_cost, l2_cost = (Number(f"cost with the L{n} penalty", optional=True) for n in "12")
    i, j = Index("y"), Index("w")

    cost_form = Convention("mse", "sse", "over-2m", says={
        "mse": "a cost is the mean squared error plus the penalty",
        "sse": "a cost is the sum of the squared errors plus the penalty",
        "over-2m": "a cost is the sum of the squared errors plus the penalty, all divided by 2m for m samples"})
    l2_half = Convention("no", "yes", says={"no": "an L2 penalty of strength λ is $lambda_*sum(w[j]**2, j)$, without ½",
                                            "yes": "an L2 penalty of strength λ is $1/2*lambda_*sum(w[j]**2, j)$"})
    symbols = {"y_hat": r"\hat y", "residual": "r", "mse": r"\text{MSE}", "sse": r"\text{SSE}", "l1_norm": r"\Omega_1",
               "l2_norm_sq": r"\Omega_2", "l1_penalty": "P_1", "l2_penalty": "P_2", "l1_part": "P_1", "l2_part": "P_2",
               "l1_cost": "J_1", "l2_cost": "J_2", "elastic_net": "J_{12}"}
    also = {"l1_norm": "L1 norm, sum of absolute values, L1, ||w||_1, norm", "l1_penalty": "penalty, L1 penalty",
            "l2_norm_sq": "squared L2 norm, sum of squares, L2, ||w||^2, norm", "l2_penalty": "penalty, L2 penalty",
            "l1_cost": "J, cost, L1 cost", "l2_cost": "J, cost, L2 cost", "elastic_net": "J, cost"}
    answers = "mse sse l1_norm l2_norm_sq l1_cost l2_cost elastic_net lambda"
    impossible = {"lambda_ < 0": "the cost is below the loss: no penalty makes it smaller"}
    accept = ("max(w) > 0 and min(w) < 0", "abs(sum(w[j], j)) > 0.01", "count(w) != count(y)", "rate != 1",
              "abs(sum(abs(w[j]), j) - sum(w[j]**2, j)) > 0.01", "max(abs(residual[i]), i) > 0")

    loss = {"y": None, "y_hat": None, "mse": between(0.2, 5, 0.01), "sse": between(1, 9, 0.01),
            "m": computed("pairs")}
    find = loss | {"lambda_": None, "task": "lambda"}
    levels = {
        "easy": (Level("l1_cost", task="loss", **loss), Level("l2_cost", task="loss", **loss)),
        "medium": (Level("mse sse l1_cost"), Level("mse sse l2_cost")),
        "hard": (Level("l1_cost l2_cost"), Level("lambda", **find, l1_cost=drawn("l1")),
                 Level("lambda", **find, l2_cost=drawn("l2")),
                 Level("elastic_net", task="elastic", lambda_=None, lambda_1=computed("rate"),
                       lambda_2=oneof(0.02, 0.2, 0.25))),
    }

    def work(self, w):
        w.step("residual[i]", "y[i] - y_hat[i]", "Residuals", "Target minus prediction.")
        if w.cost_form == "mse":
            w.step("mse", "sum(residual[i]**2, i)/count(y)", "Mean squared error")
        else:
            w.step("sse", "sum(residual[i]**2, i)", "Sum of the squared errors")
        if w.cost_form == "over-2m":
            w.step("m", "count(y)", "Number of samples", places=0)
        w.step("l1_norm", "sum(abs(w[j]), j)", "L1 norm of the weights", "Signs do not count.")
        w.step("l2_norm_sq", "sum(w[j]**2, j)", "Squared L2 norm of the weights", "Squares, and no root.")
        for name, norm, half in (("l1", "l1_norm", ""), ("l2", "l2_norm_sq", "1/2*")):
            n, strength = name[1], f"lambda_{name[1]}" if w.has(f"lambda_{name[1]}") else "lambda_"
            if w.has(f"{name}_cost") and not w.has("lambda") and not (name == "l2" and w.has("l1_cost")):
                w.step(f"{name}_part", {"mse": f"{name}_cost - mse", "sse": f"{name}_cost - sse",
                                        "over-2m": f"2*m*{name}_cost - sse"}, f"L{n} penalty",
                       "What the cost holds beside the errors.", by="cost_form")
                w.step("lambda", {"no": f"{name}_part/{norm}", "yes": f"{name}_part/({half}{norm})"},
                       "Strength of the penalty", by="l2_half")
            else:
                w.step(f"{name}_penalty", {"no": f"{strength}*{norm}", "yes": f"{half}{strength}*{norm}"},
                       f"L{n} penalty", {"l1": "", "l2": "Large weights pay most."}[name], by="l2_half")
                w.step(f"{name}_cost", cost(f"{name}_penalty"), f"Cost ${name}_cost$ with the L{n} penalty",
                       by="cost_form")
        w.step("elastic_net", cost("l1_penalty + l2_penalty"), "Cost $elastic_net$ with both penalties", by="cost_form")

    mistakes = (
        Mistake("no_absolute_value", "L1 adds the sizes of the weights: drop the minus signs.", l1_norm="sum(w[j], j)"),
        Mistake("l2_used_root", "The L2 penalty takes the sum of the squares, without a root.",
                l2_norm_sq="sqrt(sum(w[j]**2, j))"),
        Mistake("penalty_divided_by_m", "Only the errors are averaged, not the weights.",
                l1_penalty=("lambda_1*l1_norm/count(w)", "lambda_*l1_norm/count(w)")),
        Mistake("lambda_forgotten_l1", "The norm is weighted: times λ.", when="lambda_ != 1",
                l1_penalty="l1_norm", l2_penalty="l2_norm_sq*(1/2 if l2_half == 'yes' else 1)"),
        Mistake("sse_not_mse_l1", "The squared errors are averaged: divide their sum by the number of samples.",
                mse="sum(residual[i]**2, i)"),
        Mistake("penalty_subtracted_l2", "A penalty makes the cost larger: add it.",
                **{f"{n}_cost": tuple(cost(f"-{n}_penalty").values()) for n in ("l1", "l2")}),
        Mistake("loss_forgotten_l2", "That is the penalty alone: the errors belong to the cost too.",
                **{f"{n}_cost": (f"{n}_penalty/(2*m)", f"{n}_penalty") for n in ("l1", "l2")}),
        Mistake("loss_not_taken_off", "The cost holds the errors too: take them off, then divide by the norm.",
                lambda_=("l1_cost/l1_norm", "l2_cost/l2_norm_sq")),
    )
    nudge = "The cost has two parts: how far off the predictions are, and how large the weights are."
    stories = {
        **{f"task == '{task}' and cost_form == '{form}'": tuple(
            scene.replace("{errors}", words).replace("{n}", n).replace("{cost}", f"{{l{n}_cost}}")
            for scene in scenes for n in ("12" if task == "lambda" else "1"))
           for task, scenes in SCENES.items() for form, words in ERRORS.items()},
        "task == 'data'": (
            "A model predicts {y_hat} for the targets {y}; its weights are {w} (no bias), and λ = {lambda}.",
            "For houses sold at {y} (in 100,000 euros) a model with the weights {w} says {y_hat}; λ = {lambda}.",
            "A tea machine's model should say {y} and says {y_hat}. Its weights are {w}; the bias is not penalized, "
            "and λ = {lambda}.",
            "Bus delays of {y} min were predicted as {y_hat} min by a model with the weights {w}; λ = {lambda}.",
        ),
        "task == 'elastic'": (
            "An elastic net predicts {y_hat} for {y} with the weights {w}. Its L1 penalty has the strength $lambda_1$ "
            "= {lambda_1}, its L2 penalty $lambda_2$ = {lambda_2}.",
            "A model of house prices (in 100,000 euros) says {y_hat} for {y}. It pays for its weights {w} both an L1 "
            "penalty, $lambda_1$ = {lambda_1}, and an L2 penalty, $lambda_2$ = {lambda_2}.",
            "Bus delays of {y} min were predicted as {y_hat} min by an elastic net with the weights {w}, $lambda_1$ = "
            "{lambda_1} for L1 and $lambda_2$ = {lambda_2} for L2.",
            "Lasso and ridge are mixed, $lambda_1$ = {lambda_1} for L1 and $lambda_2$ = {lambda_2} for L2. The "
            "weights are {w}; the model says {y_hat} where it should say {y}.",
        ),
    }
