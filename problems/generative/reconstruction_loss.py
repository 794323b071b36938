"""How well an autoencoder gives back its input: squared error, or binary cross-entropy for zeros and ones."""

from quizgen.authoring import Aside, Convention, Index, Level, Mistake, Problem, Vector, between, computed, oneof

from ._entropy import BASES, BCE, by_base, in_each_base


class ReconstructionLoss(Problem):
    title = "Reconstruction loss"

    task = Aside("real")
    size = Aside(between(3, 5))
    off = Aside(between(0.1, 0.7, 0.1), size=computed("size"))
    x = Vector("input", draw=oneof(0, 1), size=computed("size"))
    x_hat = Vector("reconstruction", draw=computed("abs(x[i] - off[i])", "i", places=1), size=computed("size"),
                   entries="count(x)")
    i = Index("x")

    log_base = Convention(*BASES, says=BASES)
    symbols = {"x_hat": r"\hat x", "errors": "e", "mse": r"\text{MSE}", "sse": r"\text{SSE}", "rmse": r"\text{RMSE}",
               "bce_terms": "b", "bce": r"\text{BCE}", "bce_sum": r"\text{BCE, summed}"}
    also = {"bce": "cross-entropy, loss", "bce_sum": "BCE, cross-entropy, loss, sum", "mse": "loss", "sse": "loss, sum",
            "rmse": "loss"}
    answers = "mse sse rmse bce bce_sum"
    accept = ("max(abs(errors[i]), i) > 0", "abs(sse - rmse) > 0.0002",
              "abs(mse - sum(abs(errors[i]), i)/count(x)) > 0.0002",
              "task == 'real' or min(x) == 0", "task == 'real' or max(x) == 1", "abs(mse - rmse) > 0.0002")
    real = {"x": between(-2, 2, 0.1), "off": oneof(between(-1, -0.1, 0.1), between(0, 1, 0.1)),
            "x_hat": computed("x[i] - off[i]", "i", places=1)}
    binary = {"task": "binary", "size": between(5, 6), "off": between(0.05, 0.7, 0.01),
              "x_hat": computed("abs(x[i] - off[i])", "i", places=2)}
    levels = {
        "easy": (Level("mse", **real), Level("rmse", **real)),
        "medium": (Level("bce", task="binary"), Level("bce_sum", task="binary")),
        "hard": (Level("mse bce", **binary), Level("rmse bce_sum", **binary)),
    }

    def work(self, w):
        w.step("errors[i]", "x[i] - x_hat[i]", "Errors", "Input minus reconstruction.")
        w.step("sse", "sum(errors[i]**2, i)", "Sum of the squared errors")
        w.step("mse", "sse/count(x)", "Mean squared error")
        w.step("rmse", "sqrt(mse)", "Root of the mean squared error")
        w.step("bce_terms[i]", by_base(BCE), "Cross-entropy of each entry",
               "Where x is 1 the logarithm of $x_hat$ counts, where it is 0 that of $1 - x_hat$.", by="log_base",
               spare=True)
        w.step("bce_sum", "sum(bce_terms[i], i)", "Summed binary cross-entropy", spare=True)
        w.step("bce", "bce_sum/count(x)", "Mean binary cross-entropy", spare=True)

    mistakes = (
        *in_each_base("minus_sign_forgotten",
                      "Logarithms of numbers below 1 are negative: the minus in front makes it a loss.",
                      bce_terms="x[i]*ln(x_hat[i]) + (1 - x[i])*ln(1 - x_hat[i])"),
        Mistake("log10", "The logarithm is natural, not that of base 10.", when="log_base == 'e'",
                bce_terms=by_base(BCE)["10"]),
        *in_each_base("only_x_log_p", "The zeros count too, by $ln(1 - x_hat)$.", bce_terms="-x[i]*ln(x_hat[i])"),
        *in_each_base("log_of_x_hat_for_zeros_too", "Where x is 0 the logarithm of $1 - x_hat$ counts.",
                      bce_terms="-ln(x_hat[i])"),
        Mistake("mse_not_divided", "That is the sum: divide it by the number of entries.", mse="sse"),
        Mistake("mean_abs", "Each error is squared, not made positive.", mse="sum(abs(errors[i]), i)/count(x)"),
        Mistake("errors_not_squared", "Errors of both signs cancel: square them first.",
                mse="sum(errors[i], i)/count(x)"),
        Mistake("root_taken", "That is the root of the mean squared error.", mse="sqrt(sse/count(x))"),
        Mistake("root_of_the_sum", "Divide by the number of entries before you take the root.", rmse="sqrt(sse)"),
        Mistake("not_divided", "Average: divide the sum by the number of entries.", bce="bce_sum"),
        Mistake("averaged", "The sum is asked: do not divide.", bce_sum="sum(bce_terms[i], i)/count(x)"),
    )
    nudge = "Real values: the squared error; zeros and ones: one logarithm an entry, all terms positive."
    stories = {
        "task == 'real'": (
            "The input {x} of an autoencoder comes back as {x_hat}. Give {ask}.",
            "A denoising autoencoder should have given the clean signal {x} and gave {x_hat}.",
            "Standardized sensor readings {x} are reconstructed as {x_hat}.",
            "A code of two numbers is decoded to {x_hat}; the input was {x}.",
        ),
        "task == 'binary'": (
            "An autoencoder returns {x_hat} for the binary row {x}. Give {ask}.",
            "The pixels {x} of a line of black (1) and white (0) come back as {x_hat}, the chances of black.",
            "A customer's wishes {x} (1 = yes) are coded, and decoded to the probabilities {x_hat}.",
            "A sigmoid output layer reconstructs the bits {x} as {x_hat}.",
        ),
    }

    def conclusion(self, v):
        if v.bce is None or v.mse is None or set(v.x) - {0, 1}:
            return None
        return "For zeros and ones the cross-entropy fits: it punishes a sure mistake far more."
