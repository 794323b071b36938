"""Parameter tying: a penalty on the distance of two weight vectors, its gradients, and what sharing would save."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole, between,
                               computed, oneof)


class ParameterTying(Problem):
    title = "Parameter tying and sharing"

    task = Aside("penalty")
    size = Aside(between(2, 4))
    w_A = Vector("weights of model A", draw=between(-3, 3, 0.5), size=computed("size"), optional=True)
    w_B = Vector("weights of model B", draw=between(-3, 3, 0.5), size=computed("size"), entries="count(w_A)",
                 optional=True)
    lambda_ = Number("strength of the penalty", draw=oneof(0.1, 0.2, 0.4, 0.5), least=0, optional=True)
    n = Whole("weights of each model", default="count(w_A)", least=1, optional=True)
    i = Index("w_A")

    lambda_half = Convention("no", "yes", says={
        "no": "the penalty is $lambda_*sum((w_A[i] - w_B[i])**2, i)$, without ½",
        "yes": "the penalty is $1/2*lambda_*sum((w_A[i] - w_B[i])**2, i)$"})
    symbols = {"difference": "d", "penalty": "P", "gradient_wrt_w_A": "g_A", "gradient_wrt_w_B": "g_B",
               "shared_mean": "w_{shared}", "free_params_tied_vs_shared": "N"}
    also = {"gradient_wrt_w_A": "gradient, dP/dw_A, gradient A", "gradient_wrt_w_B": "dP/dw_B, gradient B",
            "free_params_tied_vs_shared": "free parameters, tied and shared, parameters"}
    answers = "difference penalty gradient_wrt_w_A gradient_wrt_w_B shared_mean free_params_tied_vs_shared"
    accept = ("sum(1 if w_A[i] != w_B[i] else 0, i) >= 2", "sum((w_A[i] - w_B[i])**2, i) != 1",
              "sum(w_A[i] - w_B[i], i) != 0", "sum((w_A[i] + w_B[i])**2, i) != 0",
              "sum(w_A[i] - w_B[i], i)**2 != sum((w_A[i] - w_B[i])**2, i)")
    levels = {
        "easy": Level("penalty"),
        "medium": Level("penalty gradient_wrt_w_A", task="gradient"),
        "hard": (Level("gradient_wrt_w_B shared_mean free_params_tied_vs_shared", task="sharing"),
                 Level("free_params_tied_vs_shared", task="count", w_A=None, w_B=None, lambda_=None,
                       n=between(12, 4000))),
    }

    def work(self, w):
        w.step("difference[i]", "w_A[i] - w_B[i]", "Difference of the weights")
        w.step("penalty", {"no": "lambda_*sum(difference[i]**2, i)", "yes": "1/2*lambda_*sum(difference[i]**2, i)"},
               "Tying penalty", "Strength times the squared distance.", by="lambda_half")
        w.step("gradient_wrt_w_A[i]", {"no": "2*lambda_*difference[i]", "yes": "lambda_*difference[i]"},
               "Gradient $gradient_wrt_w_A$ with respect to $w_A$", "The square's slope: against it A moves towards B.",
               by="lambda_half")
        w.step("gradient_wrt_w_B[i]", {"no": "-2*lambda_*difference[i]", "yes": "-lambda_*difference[i]"},
               "Gradient $gradient_wrt_w_B$ with respect to $w_B$", "B enters the difference with a minus sign.",
               by="lambda_half")
        w.step("shared_mean[i]", "(w_A[i] + w_B[i])/2", "Shared weights $shared_mean$",
               "The mean, the point nearest to both.")
        w.step("free_params_tied_vs_shared", "(2*n, n)",
               "Numbers of free parameters $free_params_tied_vs_shared$, tied and shared",
               "Tied weights stay two sets, drawn together; shared weights are one set.", places=0, marks=(1, 1))

    half = "(1/2 if lambda_half == 'yes' else 1)"
    mistakes = (
        Mistake("norm_of_sum", "Tying draws the weights together: take their difference, not their sum.",
                penalty=f"{half}*lambda_*sum((w_A[i] + w_B[i])**2, i)"),
        Mistake("not_squared", "The penalty takes the squared distance: no root.",
                penalty=f"{half}*lambda_*sqrt(sum(difference[i]**2, i))"),
        Mistake("norms_subtracted", "Subtract the vectors entry by entry, not their squared lengths.",
                penalty=f"{half}*lambda_*(sum(w_A[i]**2, i) - sum(w_B[i]**2, i))"),
        Mistake("absolute_differences", "Square the differences; you added their sizes.",
                when="sum(abs(difference[i]), i) != sum(difference[i]**2, i)",
                penalty=f"{half}*lambda_*sum(abs(difference[i]), i)"),
        Mistake("sum_then_squared", "Square each difference, then add.",
                penalty=f"{half}*lambda_*sum(difference[i], i)**2"),
        Mistake("gradient_without_2", "The square brings a factor 2.", when="lambda_half == 'no'",
                gradient_wrt_w_A="lambda_*difference[i]", gradient_wrt_w_B="-lambda_*difference[i]"),
        Mistake("gradient_of_the_other", "That is the gradient for the other model: look at the sign.",
                gradient_wrt_w_A=f"-2*{half}*lambda_*difference[i]",
                gradient_wrt_w_B=f"2*{half}*lambda_*difference[i]"),
        Mistake("difference_for_mean", "Half of the sum lies between the two, not half of the difference.",
                shared_mean="(w_A[i] - w_B[i])/2"),
        Mistake("tied_counted_as_shared", "Tying makes two sets alike, not one: all weights of both stay free.",
                free_params_tied_vs_shared="(n, n)"),
        Mistake("tied_and_shared_swapped", "The other way round: sharing leaves only one set of weights.",
                free_params_tied_vs_shared="(n, 2*n)"),
    )
    nudge = "Tying keeps the two vectors close; sharing makes them one."
    stories = {
        "task == 'penalty'": (
            "Two spam filters for related mailboxes have the weights $w_A$ = {w_A} and $w_B$ = {w_B}. They are tied "
            "by a penalty with λ = {lambda}.",
            "A model for cars and one for trucks are to stay alike: their weights {w_A} (A) and {w_B} (B) are tied "
            "with λ = {lambda}.",
            "Tied by a penalty of strength λ = {lambda}: $w_A$ = {w_A}, $w_B$ = {w_B}. What does their distance cost?",
            "Two clinics train the same model on their own patients and get the weights {w_A} (A) and {w_B} (B). A "
            "penalty with λ = {lambda} ties them.",
        ),
        "task == 'gradient'": (
            "Two spam filters for related mailboxes have the weights $w_A$ = {w_A} and $w_B$ = {w_B}, tied by a "
            "penalty with λ = {lambda}. Which way does it pull A?",
            "A model for cars, weights {w_A} (A), and one for trucks, {w_B} (B), are tied with λ = {lambda}. Compute "
            "the penalty and its gradient for the cars.",
            "The weights $w_A$ = {w_A} and $w_B$ = {w_B} are tied with λ = {lambda}. What does the penalty add to the "
            "loss, and what to the gradient of A?",
            "Two clinics get the weights {w_A} (A) and {w_B} (B) for the same model. A penalty with λ = {lambda} ties "
            "them; clinic A wants its cost and its slope.",
        ),
        "task == 'sharing'": (
            "Two spam filters have {n} weights each, $w_A$ = {w_A} and $w_B$ = {w_B}, tied by a penalty with λ = "
            "{lambda}. Which way does it pull B? What if they shared their weights instead?",
            "A model for cars has the {n} weights {w_A} (A), one for trucks {w_B} (B); they are tied with λ = "
            "{lambda}. Compare this with one model whose weights lie midway between them.",
            "The {n} weights of A, {w_A}, and of B, {w_B}, are tied with λ = {lambda}. One could also share one set, "
            "the mean of both.",
            "Two clinics get the weights {w_A} (A) and {w_B} (B) for the same model of {n} inputs; λ = {lambda} ties "
            "them. Or should they share the mean of their weights?",
        ),
        "task == 'count'": (
            "Two related models have {n} weights each. How many free parameters do they have together when a penalty "
            "ties the weights, and how many when they share them?",
            "Two networks for two languages hold {n} weights each. Count what is free if the weights are tied by a "
            "penalty, and if both use one shared set.",
            "Two equal layers of {n} weights each may be tied by a penalty or share their weights.",
            "A left and a right camera are served by two equal models of {n} weights. How many numbers are learned "
            "when their weights are tied, and how many when they are shared?",
        ),
    }
