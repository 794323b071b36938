"""Variance of the mean of several models, whose errors may be correlated."""

from math import ceil, floor

from quizgen.authoring import Aside, Level, Mistake, Number, Problem, Whole, between, computed, oneof


def rounded_up(k_exact):
    """The next whole number, where it is not one already."""
    return ceil(round(k_exact, 9))


def rounded_down(k_exact):
    return floor(round(k_exact, 9))


class BaggingVariance(Problem):
    title = "Variance of an averaged ensemble"

    task = Aside("correlated")
    variance = Number("variance of one model's error", draw=oneof(1, 2.25, 4, 6.25, 9), above=0)
    rho = Number("correlation of two models' errors", draw=oneof(0.1, 0.2, 0.25, 0.3, 0.4, 0.6), least=0, most=1,
                 optional=True)
    k = Whole("number of models", draw=between(2, 50), least=1, instead="wanted_variance")
    models = Aside(between(3, 40))
    wanted_variance = Number("variance wanted", above=0, optional=True)

    symbols = {"variance": r"\sigma^2", "variance_of_mean": "V", "sd_of_mean": "s", "independent": "V",
               "limit_k_inf": "V_{lim}", "k_exact": "k_{exact}", "k_needed": "k_{needed}",
               "wanted_variance": "V_{wanted}"}
    also = {"variance_of_mean": "variance of the mean, variance of the average", "sd_of_mean": "standard deviation, sd",
            "independent": "variance of the mean, variance of the average", "limit_k_inf": "limit, lower bound",
            "k_needed": "k, models needed, models"}
    answers = "independent variance_of_mean sd_of_mean limit_k_inf k_needed"
    impossible = {"wanted_variance <= rho*variance": "however many models there are, the variance of their mean stays "
                                                     "above rho*variance: wanted_variance must be larger",
                  "wanted_variance >= variance": "one model alone already has the wanted variance"}
    accept = ("abs(k_exact - round(k_exact)) >= 0.05", "k_exact > 1.5")
    levels = {
        "easy": Level("independent", task="independent", variance=between(0.5, 12, 0.25), rho=None),
        "medium": Level("variance_of_mean sd_of_mean"),
        "hard": Level("limit_k_inf k_needed", task="needed", k=None, wanted_variance=computed(
            "rho*variance + (1 - rho)*variance/(models - 0.5)", places=2)),
    }

    def work(self, w):
        w.step("independent", "variance/k",
               "Variance $independent$ of the mean" + " if the errors were independent"*w.has("rho"),
               "Independent errors partly cancel out.")
        w.step("variance_of_mean", "rho*variance + (1 - rho)/k*variance", "Variance $variance_of_mean$ of the mean",
               "What the errors have in common stays; the rest shrinks with the number of models.")
        w.step("sd_of_mean", "sqrt(variance_of_mean)", "Standard deviation $sd_of_mean$ of the mean")
        w.step("limit_k_inf", "rho*variance", "Limit $limit_k_inf$ for ever more models",
               "What the errors have in common.")
        w.step("k_exact", "(1 - rho)*variance/(wanted_variance - limit_k_inf)", "Number of models, before rounding up",
               "Solved for k: $limit_k_inf + (1 - rho)*variance/k == wanted_variance$.")
        w.procedure("k_needed", rounded_up, "k_exact", "Number $k_needed$ of models needed",
                    "The next whole number.", places=0)

    mistakes = (
        Mistake("ignored_correlation", "The errors are correlated: what they have in common does not cancel out.",
                variance_of_mean="variance/k"),
        Mistake("divided_by_sqrt_k", "A variance shrinks with k; the standard deviation with √k.",
                variance_of_mean="variance/sqrt(k)", independent="variance/sqrt(k)"),
        Mistake("divided_wrong_term", "The common part ρσ² stays whole; the other part is divided by k.",
                variance_of_mean="rho*variance/k + (1 - rho)*variance"),
        Mistake("one_minus_rho_forgotten", "Only the part 1 − ρ of the variance is divided by k.",
                variance_of_mean="rho*variance + variance/k", k_exact="variance/(wanted_variance - limit_k_inf)"),
        Mistake("k_needed_rounded_down", "With fewer models the variance is still above the wanted one: round up.",
                k_needed=rounded_down),
        Mistake("variance_not_divided", "That is the variance of one model.", independent="variance"),
        Mistake("limit_is_0", "Correlated errors never cancel out wholly.", limit_k_inf="0"),
    )
    nudge = "What the errors have in common does not average out; what each has of its own does."
    stories = {
        "task == 'independent'": (
            "{k} independent models, each with error variance {variance}, are averaged. How much does the "
            "average still err?",
            "{k} thermometers err independently, each with variance {variance} K². Their readings are averaged; "
            "answer in K².",
            "A forecaster averages {k} networks, whose errors are independent and have variance {variance} each.",
            "{k} judges score a dive; their errors are independent with variance {variance}. The mean of the scores "
            "counts."),
        "task == 'correlated'": (
            "{k} models have prediction errors with variance {variance} and pairwise correlation {rho}. Their mean "
            "is used.",
            "{k} trees are bagged. Each errs with variance {variance}, and any two errors have the correlation {rho}. "
            "How much does the mean of the trees scatter?",
            "{k} networks, trained on resampled data, have errors of variance {variance} that are correlated in pairs "
            "with ρ = {rho}. Their outputs are averaged.",
            "The wind forecasts of {k} models are averaged. Each errs with variance {variance}, any two with the "
            "correlation {rho}. Judge the error of the average."),
        "task == 'needed'": (
            "Models have error variance {variance} and pairwise correlation {rho}. Which variance can averaging never "
            "get below, and how many models bring it to at most {wanted_variance}?",
            "Bagged trees err with variance {variance}, in pairs correlated with ρ = {rho}. Where does the variance of "
            "their mean end for ever more trees, and how many trees bring it down to {wanted_variance} or less?",
            "A forecaster wants the variance of an averaged forecast to be {wanted_variance} at most. One model has "
            "{variance}; the errors of any two have the correlation {rho}. How many models does it take?",
            "Networks with error variance {variance} and correlation {rho} between any two are averaged, as many "
            "as it takes to bring the variance of the mean to {wanted_variance} at most."),
    }
