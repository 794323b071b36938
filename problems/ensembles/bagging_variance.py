"""Variance of the mean of several models' errors: what is common to them does not average out."""

from quizgen.authoring import Aside, Level, Mistake, Number, Problem, Whole, between, computed, oneof


class BaggingVariance(Problem):
    title = "Variance of an averaged ensemble"

    task = Aside("correlated")
    variance = Number("variance of a model's error", draw=oneof(1, 2.25, 4, 6.25, 9), above=0)
    rho = Number("correlation of two models' errors", draw=oneof(0.1, 0.2, 0.25, 0.3, 0.4, 0.6), optional=True,
                 least=-1,
                 most=1)
    k = Whole("number of models", draw=between(2, 50), least=1, optional=True)
    goal, part = Aside(between(3, 60)), Aside(between(0.2, 0.8, 0.1))
    wanted_variance = Number("wanted variance", optional=True, above=0)

    symbols = {"variance": r"\sigma^2", "rho": r"\rho", "variance_of_mean": "V", "sd_of_mean": "s",
               "independent": "V_0",
               "limit_k_inf": "L", "wanted_variance": "v", "k_needed": "k"}
    also = {"variance_of_mean": "variance", "limit_k_inf": "limit", "k_needed": "models needed"}
    answers = "variance_of_mean sd_of_mean independent limit_k_inf k_needed"
    impossible = {"wanted_variance <= rho*variance": "averaging never gets below ρσ², whatever the number of models"}
    accept = ("(1 - rho)*variance/(wanted_variance - limit_k_inf) < k_needed - 0.05",
              "(1 - rho)*variance/(wanted_variance - limit_k_inf) > k_needed - 0.95")
    levels = {
        "easy": Level("independent sd_of_mean", task="independent", rho=None, variance=between(0.25, 9, 0.25)),
        "medium": (Level("variance_of_mean"), Level("independent variance_of_mean", task="both")),
        "hard": Level("limit_k_inf k_needed", task="needed", k=None, wanted_variance=computed(
            "rho*variance + (1 - rho)*variance/(goal - part)", places=3)),
    }

    def work(self, w):
        w.step("independent", "variance/k", "Variance of the mean of independent models",
               "Independent errors average out.")
        if w.has("rho"):
            w.step("variance_of_mean", "rho*variance + (1 - rho)/k*variance", "Variance of the mean",
                   "The common part of the errors stays, the rest is divided by k.")
        w.step("sd_of_mean", "sqrt(variance_of_mean)" if w.has("rho") else "sqrt(independent)",
               "Standard deviation of the mean", "The root of the variance.")
        w.step("limit_k_inf", "rho*variance", "Variance that averaging never gets below", "For very many models.")
        w.step("k_needed", "ceil((1 - rho)*variance/(wanted_variance - rho*variance))", "Number of models needed",
               "Solve for k; a part of a model must be a whole one.", places=0)

    mistakes = (
        Mistake("ignored_correlation", "The errors are correlated: ρσ² does not average out.", when="rho != 0",
                variance_of_mean="variance/k"),
        Mistake("divided_by_sqrt_k", "A variance is divided by k; by √k the standard deviation.",
                variance_of_mean="variance/sqrt(k)", independent="variance/sqrt(k)"),
        Mistake("divided_wrong_term", "The common part ρσ² stays; the rest is divided by k.",
                variance_of_mean="rho*variance/k + (1 - rho)*variance"),
        Mistake("one_minus_rho_forgotten", "Only the part (1 − ρ)σ² is divided by k.",
                variance_of_mean="rho*variance + variance/k"),
        Mistake("k_needed_rounded_down", "With one model fewer the variance is still too large: round up.",
                k_needed="floor((1 - rho)*variance/(wanted_variance - rho*variance))"),
        Mistake("limit_forgotten", "The common part takes up some of the wanted variance: subtract ρσ².",
                k_needed="ceil((1 - rho)*variance/wanted_variance)"),
        Mistake("limit_of_the_rest", "The common part is left, not the other one.", limit_k_inf="(1 - rho)*variance"),
        Mistake("root_forgotten", "That is the variance: take the root.",
                sd_of_mean=("variance_of_mean", "independent")),
    )
    nudge = "The common part of the errors does not average out, the rest does."
    stories = {
        "task == 'independent'": (
            "{k} independent models, each with error variance {variance}, are averaged. Give {ask}.",
            "{k} thermometers err independently with variance {variance}; their mean is used.",
            "Averaging {k} regression trees whose errors are independent, each with variance {variance}: how much does "
            "the mean err?",
            "The errors of {k} models have variance {variance} and nothing in common. The ensemble is their mean.",
        ),
        "task == 'correlated'": (
            "{k} models have prediction errors with variance {variance} and pairwise correlation {rho}. What is the "
            "variance of the error of their mean?",
            "The trees of a forest are alike: errors of variance {variance}, correlation {rho} between any two. How "
            "much does the mean of {k} of them vary?",
            "{k} bagged networks err with variance {variance} each; any two errors have the correlation {rho}.",
            "Weather services use the same data: error variance {variance}, correlation {rho}. Take the mean of {k}.",
        ),
        "task == 'both'": (
            "{k} models err with variance {variance}. How much does their mean vary if they are independent, and how "
            "much with a pairwise correlation of {rho}? Give {ask}.",
            "What does the correlation {rho} cost? {k} models with error variance {variance} are averaged, once as if "
            "they were independent, once as they are.",
            "A team hoped that its {k} models (error variance {variance}) were independent; in truth any two errors "
            "have the correlation {rho}. Compare the variances of the mean.",
            "For the mean of {k} models with error variance {variance}, find the variance without correlation and with "
            "correlation {rho}.",
        ),
        "task == 'needed'": (
            "Models with error variance {variance} and correlation {rho}: which variance can averaging never get "
            "below, and how many models bring it to at most {wanted_variance}?",
            "The mean's error variance is to be at most {wanted_variance}. One model has {variance}, two errors have "
            "the correlation {rho}. What is the limit for ever more models, and how many are enough?",
            "Trees with error variance {variance} and pairwise correlation {rho} are averaged until the variance is no "
            "more than {wanted_variance}.",
            "How large must a forest be? Error variance {variance} a tree, correlation {rho}, wanted at most "
            "{wanted_variance}. Find also the limit for infinitely many trees.",
        ),
    }
