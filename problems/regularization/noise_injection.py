"""Noise on the inputs of a linear model acts like an L2 penalty on its weights."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               oneof)

NOISY = "round((clean_mse + variance*sum(w[i]**2, i))/(2 if loss == 'half' else 1), 6)"


class NoiseInjection(Problem):
    title = "Input noise as a weight penalty"

    task = Aside("rise")
    size = Aside(between(2, 4))
    spread = Aside(oneof(0.1, 0.2, 0.3, 0.4, 0.5))
    variance = Aside(computed("spread**2", places=2))
    w = Vector("weights", draw=oneof(between(-4, -1), between(1, 4)), size=computed("size"))
    noise_variance = Number("noise variance", draw=oneof(0.01, 0.04, 0.09, 0.1, 0.16, 0.25, 0.5),
                            when="noise == 'variance'", least=0, instead="sigma or expected_noisy_mse or "
                            "expected_noisy_half_mse")
    sigma = Number("standard deviation of the noise", draw=computed("spread"), when="noise == 'sd'", least=0,
                   instead="noise_variance or expected_noisy_mse or expected_noisy_half_mse")
    clean_mse = Number("mean squared error without noise", draw=between(0.2, 5, 0.1), least=0, optional=True)
    expected_noisy_mse = Number("expected mean squared error with noise", when="loss == 'mse'", optional=True)
    expected_noisy_half_mse = Number("half of the expected mean squared error with noise", when="loss == 'half'",
                                     optional=True)
    i = Index("w")

    noise = Convention("variance", "sd", says={"variance": "", "sd": ""})
    loss = Convention("mse", "half", says={"mse": "the loss is the mean squared error",
                                           "half": "the loss J is half of the mean squared error"})
    symbols = {"w_norm_sq": r"\text{‖w‖²}", "noise_variance": r"\sigma^2", "clean_mse": r"\text{MSE}", "penalty": "P",
               "expected_noisy_mse": r"\text{MSE}_{noisy}", "expected_noisy_half_mse": "J"}
    also = {"penalty": "sigma^2*||w||^2, sigma^2||w||^2, rise",
            "w_norm_sq": "||w||^2, squared norm, sum of squares, w^2",
            "expected_noisy_mse": "noisy MSE, expected MSE, expected mean squared error",
            "noise_variance": "variance, sigma^2, s^2", "expected_noisy_half_mse": "noisy loss, expected loss"}
    answers = "w_norm_sq penalty expected_noisy_mse expected_noisy_half_mse noise_variance sigma"
    impossible = {"noise_variance < 0": "with noise the error is below that without: no noise does that"}
    accept = ("abs(sum(w[i], i)) != 1", "sum(w[i], i)**2 != w_norm_sq", "sum(abs(w[i]), i) != w_norm_sq",
              "abs(sum(w[i], i)**2 - sum(abs(w[i]), i)) > 0", "max(abs(w[i]), i) > 1")
    levels = {
        "easy": Level("penalty", task="penalty", clean_mse=None),
        "medium": Level("penalty expected_noisy_mse expected_noisy_half_mse"),
        "hard": Level("noise_variance sigma", task="find", noise_variance=None, sigma=None,
                      variance=oneof(0.01, 0.04, 0.09, 0.16, 0.25), expected_noisy_mse=computed(NOISY),
                      expected_noisy_half_mse=computed(NOISY)),
    }

    def work(self, w):
        w.step("w_norm_sq", "sum(w[i]**2, i)", "Squared norm of the weights", "Signs do not count.")
        half = w.loss == "half"
        noisy = "expected_noisy_half_mse" if half else "expected_noisy_mse"
        if w.has(noisy):
            w.step("rise", f"2*{noisy} - clean_mse" if half else f"{noisy} - clean_mse", "Rise of the squared error",
                   "What the noise has added.")
            w.step("noise_variance", "rise/w_norm_sq", "Noise variance")
            if w.noise == "sd":
                w.step("sigma", "sqrt(noise_variance)", "Standard deviation of the noise")
            return
        w.step("noise_variance", "sigma*sigma", "Noise variance")
        w.step("penalty", {"mse": "noise_variance*w_norm_sq", "half": "1/2*noise_variance*w_norm_sq"}, "Penalty",
               "The noise reaches the output times the weights; cross terms have mean 0.", by="loss")
        if half:
            w.step(noisy, "clean_mse/2 + penalty", "Expected loss on noisy inputs")
        else:
            w.step(noisy, "clean_mse + penalty", "Expected MSE on noisy inputs")

    mistakes = (
        Mistake("used_l1_norm", "Square each weight: the noise enters the error squared.",
                w_norm_sq="sum(abs(w[i]), i)"),
        Mistake("used_sd", "The penalty takes the variance σ², not the standard deviation.",
                penalty="sqrt(noise_variance)*w_norm_sq*(1/2 if loss == 'half' else 1)"),
        Mistake("norm_not_squared", "The penalty takes the squared norm: no root.", w_norm_sq="sqrt(sum(w[i]**2, i))"),
        Mistake("noise_variance_added_only", "The noise is multiplied by the weights before it reaches the output.",
                penalty="noise_variance*(1/2 if loss == 'half' else 1)"),
        Mistake("sum_squared", "Square each weight, then add.", w_norm_sq="sum(w[i], i)**2"),
        Mistake("variance_squared", "σ² is the variance already: do not square it again.",
                penalty="noise_variance**2*w_norm_sq*(1/2 if loss == 'half' else 1)"),
        Mistake("clean_error_not_taken_off", "Only the rise comes from the noise: take the clean error off.",
                rise=("expected_noisy_mse", "2*expected_noisy_half_mse")),
    )
    nudge = "The noise reaches the output multiplied by the weights."
    stories = {
        "task == 'penalty' and noise == 'variance'": (
            "Independent noise of mean 0 and variance {noise_variance} is added to each input of ŷ = w·x with w = {w}. "
            "Which L2 penalty on w does this amount to?",
            "A scale adds the readings of its sensors with the weights {w}. Each reading jitters independently around "
            "its true value, with variance {noise_variance}. By how much does the expected loss grow?",
            "To regularize a linear model with the weights {w}, independent noise of mean 0 and variance "
            "{noise_variance} is added to each input.",
            "A robot steers by a weighted sum of distances, weights {w}; each distance carries independent noise of "
            "mean 0 and variance {noise_variance}. What does the noise add to the expected loss?",
        ),
        "task == 'penalty' and noise == 'sd'": (
            "Which L2 penalty on w = {w} does independent input noise of mean 0 and standard deviation {sigma} amount "
            "to for the loss of the linear model ŷ = w·x?",
            "A scale adds the readings of its sensors with the weights {w}. Each reading jitters independently around "
            "its true value, with standard deviation {sigma}. By how much does the expected loss grow?",
        ),
        "task == 'rise' and noise == 'variance'": (
            "Independent noise of mean 0 and variance {noise_variance} is added to each input of ŷ = w·x with w = {w}. "
            "The mean squared error on clean inputs is {clean_mse}.",
            "A scale adds the readings of its sensors with the weights {w}; its mean squared error was {clean_mse}. "
            "Now each reading jitters independently, with mean 0 and variance {noise_variance}.",
            "A linear model of a river's level, weights {w}, has the mean squared error {clean_mse} on clean gauges. "
            "In winter independent noise of mean 0 and variance {noise_variance} disturbs each gauge.",
            "To augment the data, independent noise of mean 0 and variance {noise_variance} is added to each input. On "
            "clean data the model ŷ = w·x, w = {w}, has the mean squared error {clean_mse}.",
        ),
        "task == 'rise' and noise == 'sd'": (
            "Independent noise of mean 0 and standard deviation {sigma} is added to each input of ŷ = w·x with w = "
            "{w}. The mean squared error on clean inputs is {clean_mse}.",
            "A linear model of a river's level, weights {w}, has the mean squared error {clean_mse} on clean gauges. "
            "In winter independent noise of mean 0 and standard deviation {sigma} disturbs each gauge.",
        ),
        "task == 'find' and loss == 'mse'": (
            "With noise on the inputs the expected mean squared error of a linear model with the weights {w} rises "
            "from {clean_mse} to {expected_noisy_mse}. The noise has mean 0 and is independent from input to input.",
            "A linear model with the weights {w} had the mean squared error {clean_mse}, until its sensors began to "
            "jitter independently, with mean 0. Now {expected_noisy_mse} is to be expected. How strongly do they "
            "jitter?",
            "The gauges of a linear flood model, weights {w}, are disturbed by independent noise of mean 0: its "
            "expected mean squared error is {expected_noisy_mse}, not {clean_mse} as on clean gauges. How strong is "
            "the noise?",
            "How much independent noise of mean 0 was added to each input of ŷ = w·x, w = {w}, if the expected mean "
            "squared error grew from {clean_mse} to {expected_noisy_mse}?",
        ),
        "task == 'find' and loss == 'half'": (
            "With independent noise of mean 0 on the inputs a linear model with the weights {w} has the expected loss "
            "{expected_noisy_half_mse}. Without noise its mean squared error was {clean_mse} (not halved).",
            "The gauges of a linear flood model, weights {w}, are disturbed by independent noise of mean 0: its "
            "expected loss is {expected_noisy_half_mse}. On clean gauges the mean squared error, not halved, is "
            "{clean_mse}.",
        ),
    }
