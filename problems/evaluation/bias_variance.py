"""Bias and variance of a model that is retrained: how far off it is on average, and how much it scatters."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, between, computed,
                               oneof)

SPREAD = "sum((predictions_of_k_models[i] - mean_prediction)**2, i)"
OFF = "sum((predictions_of_k_models[i] - true_f)**2, i)"
BY = "(count(predictions_of_k_models) if divisor == 'k' else count(predictions_of_k_models) - 1)"


def largest(*values):
    """The number of the largest, counted from 1."""
    return values.index(max(values)) + 1


def smallest(*values):
    return values.index(min(values)) + 1


class BiasVariance(Problem):
    title = "Bias and variance of a model"

    task = Aside("bias")
    samples = Aside(between(3, 5))
    true_f = Number("true value", draw=between(1, 10))
    first, second = (Aside(between("true_f - 4", "true_f + 6", 0.5), size=computed("samples")) for _ in range(2))
    predictions_of_k_models = Matrix("predictions, or one model a row", draw=computed("first"), size=2, flat=True,
                                     fewest=2, series=True)
    noise_variance = Number("variance of the noise", least=0, optional=True)
    i, j = Index("predictions_of_k_models"), Index("first")
    bias2_a, bias2_b = (Aside(computed(f"(mean({name}) - true_f)**2")) for name in ("first", "second"))
    variance_a, variance_b = (Aside(computed(f"sum(({name}[j] - mean({name}))**2, j)/"
                                             "(samples if divisor == 'k' else samples - 1)"))
                              for name in ("first", "second"))

    divisor = Convention("k", "k-1", says={
        "k": "the variance has the divisor n, the number of predictions",
        "k-1": "the variance has the divisor n − 1, one less than there are predictions"})
    symbols = {"predictions_of_k_models": r"\hat f", "true_f": "f", "mean_prediction": r"\bar f", "bias": "b",
               "bias2": "B", "variance": "V", "mse_to_f": r"\text{MSE}", "noise_variance": r"\sigma^2",
               "expected_error": "E", "larger_bias": r"\text{larger bias}",
               "larger_variance": r"\text{larger variance}", "smaller_error": r"\text{smaller error}"}
    also = {"mean_prediction": "mean", "bias2": "squared bias", "variance": "var", "mse_to_f": "MSE",
            "expected_error": "expected squared error, error"}
    answers = ("mean_prediction bias bias2 variance mse_to_f expected_error larger_bias larger_variance "
               "smaller_error")
    accept = ("abs(bias) >= 0.25", "abs(abs(bias) - 1) >= 0.02", "variance >= 0.2", "abs(variance - 1) >= 0.01",
              "task != 'two' or abs(bias2_a - bias2_b) >= 0.2", "task != 'two' or abs(variance_a - variance_b) >= 0.2",
              "task != 'two' or abs(bias2_a + variance_a - bias2_b - variance_b) >= 0.2")
    noise = oneof(0.25, 0.5, 1.5, 2)
    levels = {
        "easy": Level("mean_prediction bias"),
        "medium": Level("bias2 variance", task="both"),
        "hard": (Level("expected_error", task="error", noise_variance=noise),
                 Level("expected_error larger_bias larger_variance smaller_error", task="two", noise_variance=noise,
                       predictions_of_k_models=computed("(first, second)"))),
    }

    def work(self, w):
        for models in w.rounds("predictions_of_k_models", "Model"):  # noqa: B007
            w.step("mean_prediction", "sum(predictions_of_k_models[i], i)/count(predictions_of_k_models)",
                   "Mean prediction")
            w.step("bias", "mean_prediction - true_f", "Bias", "How far off the model is on average.")
            w.step("bias2", "bias**2", "Squared bias")
            w.step("variance", {"k": f"{SPREAD}/count(predictions_of_k_models)",
                                "k-1": f"{SPREAD}/(count(predictions_of_k_models) - 1)"}, "Variance",
                   "How much the predictions scatter about their mean.", by="divisor")
            w.step("mse_to_f", f"{OFF}/count(predictions_of_k_models)", "Mean squared error about the true value",
                   "A check: with divisor n it is $bias2 + variance$.")
            w.step("expected_error", "bias2 + variance + noise_variance", "Expected squared error",
                   "On new observations, which carry noise.")
        if models > 1:
            for name, what, of, title in (
                ("larger_bias", largest, "bias2", "Model with larger bias"),
                ("larger_variance", largest, "variance", "Model with larger variance"),
                ("smaller_error", smallest, "expected_error", "Model with smaller error"),
            ):
                w.procedure(name, what, " ".join(f"{of}.{k}" for k in range(1, models + 1)), title, places=0)

    mistakes = (
        Mistake("bias_not_squared", "Square the bias before you add it.",
                expected_error="abs(bias) + variance + noise_variance"),
        Mistake("variance_n-1", "The stated divisor is n, the number of predictions.", when="divisor == 'k'",
                variance=f"{SPREAD}/(count(predictions_of_k_models) - 1)"),
        Mistake("variance_n", "The stated divisor is n − 1.", when="divisor == 'k-1'",
                variance=f"{SPREAD}/count(predictions_of_k_models)"),
        Mistake("noise_forgotten", "New observations carry noise: add its variance.",
                expected_error="bias2 + variance"),
        Mistake("variance_about_f", "The variance is taken about the mean prediction; about f the bias counts twice.",
                variance=f"{OFF}/{BY}"),
        Mistake("sd_for_variance", "That is the standard deviation: do not take the root.",
                variance=f"sqrt({SPREAD}/{BY})"),
        Mistake("median_for_mean", "That is the median: take the mean.",
                when="abs(median(predictions_of_k_models) - mean(predictions_of_k_models)) > 0.001",
                mean_prediction="median(predictions_of_k_models)"),
    )
    nudge = "How far off is the model on average, and how much does it scatter?"
    stories = {
        "task == 'bias'": (
            "Retrained on several samples, a model predicts {predictions_of_k_models} at a point where the truth is "
            "{true_f}. Give {ask} (mean minus truth).",
            "The same tree, grown on new samples each time, predicts {predictions_of_k_models} t/ha for a field that "
            "yields {true_f} t/ha. The bias is the mean prediction minus the truth.",
            "Networks started from different random weights say {predictions_of_k_models} where the right value is "
            "{true_f}. The bias is counted from the right value.",
            "A regression, fitted anew to each bootstrap sample, gives {predictions_of_k_models} at x = 2; the true "
            "curve is {true_f} there. Count the bias from the true value."),
        "task == 'both'": (
            "Retrained on several samples, a model predicts {predictions_of_k_models} at a point where the truth is "
            "{true_f}; {divisor}.",
            "The same tree, grown on new samples each time, predicts {predictions_of_k_models} t/ha for a field that "
            "yields {true_f} t/ha; {divisor}.",
            "Networks started from different random weights say {predictions_of_k_models} where the right value is "
            "{true_f}; {divisor}.",
            "A regression, fitted anew to each bootstrap sample, gives {predictions_of_k_models} at x = 2; the true "
            "curve is {true_f} there; {divisor}."),
        "task == 'error'": (
            "Noise has variance {noise_variance}. Retrained on several samples, a model predicts "
            "{predictions_of_k_models} where the truth is {true_f}; {divisor}. What error is to be expected on new "
            "observations at this point? Give {ask}.",
            "A field yields {true_f} t/ha, and the weather adds noise of variance {noise_variance}. Trees grown on "
            "different samples predict {predictions_of_k_models} t/ha; {divisor}.",
            "Networks started from different random weights say {predictions_of_k_models} where the right value is "
            "{true_f}. Measurements have noise of variance {noise_variance}; {divisor}.",
            "At x = 2 the true curve is {true_f}; observations scatter about it with variance {noise_variance}. "
            "Regressions on several samples give {predictions_of_k_models}; {divisor}."),
        "task == 'two'": (
            "Two models, retrained alike, give {predictions_of_k_models}, where the truth is {true_f} and the noise "
            "has variance {noise_variance}; {divisor}. Compare model 1 with model 2.",
            "A shallow and a deep tree, models 1 and 2, are grown on the same samples and predict "
            "{predictions_of_k_models} t/ha. The field yields {true_f} t/ha, with noise of variance {noise_variance}; "
            "{divisor}.",
            "At a point with the true value {true_f} and noise of variance {noise_variance}, model 1 and model 2 "
            "predict {predictions_of_k_models} after training on different samples; {divisor}.",
            "Which of two models errs less? Retrained, they say {predictions_of_k_models}, model 1 first. The truth is "
            "{true_f}, the noise has variance {noise_variance}; {divisor}."),
    }
