"""KL term of a variational autoencoder: how far the code N(μ, σ²) is from N(0, 1), and its gradient."""

from quizgen.authoring import Aside, Index, Level, Mistake, Problem, Vector, between, computed, oneof

from ._entropy import LOG_4


def on(text):
    """A formula with S for the variance and L for its logarithm, from the log-variance and from the deviation."""
    return (text.replace("S", "sigma2[j]").replace("L", "log_var[j]"),
            text.replace("S", "sigma[j]**2").replace("L", "2*ln(sigma[j])"))


class VaeKl(Problem):
    title = "KL term of a VAE"

    task, size = Aside("log_var"), Aside(2)
    mu = Vector("means", draw=between(-2, 2, 0.1), size=computed("size"))
    sigma = Vector("standard deviations", size=computed("size"), above=0, entries="count(mu)", optional=True)
    sigma2 = Vector("variances", size=computed("size"), above=0, entries="count(mu)", optional=True)
    log_var = Vector("logarithms of the variances, log σ²", size=computed("size"), entries="count(mu)",
                     most=50, draw=oneof(between(-2, 1.5, 0.1), between(-2, 1.5, 0.1), LOG_4, -LOG_4),
                     instead="sigma or sigma2")
    j = Index("mu")

    symbols = {"mu": r"\mu", "sigma": r"\sigma", "sigma2": r"\sigma^2", "log_var": r"\text{log σ²}", "per_dim": "d",
               "kl": "D_{KL}", "dkl_dmu": "g", "dkl_dlogvar": "g'",
               "kl_term": r"\text{KL(μ, σ)}"}
    also = {"kl_term": "KL term, term", "kl": "KL, KL divergence, divergence", "per_dim": "per dimension",
            "sigma2": "variance, var",
            "dkl_dmu": "dkl/dmu, dKL/dμ", "dkl_dlogvar": "dkl/dlogvar, dKL/dlog σ²"}
    answers = "per_dim kl dkl_dmu dkl_dlogvar kl_term"
    accept = ("max(abs(mu[j]*(mu[j] - 1)), j) > 0", "kl - sum(mu[j]**2, j)/2 > 0.001", "kl >= 0.01",
              "min(abs(log_var[j]), j) > 0")
    spread = {"log_var": None, "sigma": oneof(0.2, 0.4, 0.5, 0.8, 1.2, 1.5, 2)}
    levels = {
        "easy": Level("kl", task="sigma", size=1, mu=between(-2.5, 2.5, 0.05), log_var=None,
                      sigma=oneof(between(0.2, 0.9, 0.05), between(1.1, 2.5, 0.05))),
        "medium": Level("per_dim kl"),
        "hard": (Level("kl dkl_dmu dkl_dlogvar", size=3),
                 Level("kl_term kl", task="term", **spread)),
    }

    def work(self, w):
        if w.has("sigma"):
            w.expression("kl_term", "(mu**2 + sigma**2 - ln(sigma**2) - 1)/2", "KL term of one dimension",
                         "The mean of $ln(p/q)$ under the code p, with q the prior.")
        if w.has("sigma2"):
            w.step("log_var[j]", "ln(sigma2[j])", "Logarithm of the variance")
        else:
            w.step("sigma2[j]", "exp(log_var[j])", "Variance", "Its logarithm is given.")
        way = 0 if w.has("log_var") or w.has("sigma2") else 1
        w.step("per_dim[j]", on("(mu[j]**2 + S - L - 1)/2")[way], "KL term $per_dim$ of each dimension",
               "0 exactly at μ = 0 and σ = 1, and never negative.")
        w.step("kl", "sum(per_dim[j], j)", "KL divergence", "The dimensions add up.")
        w.step("dkl_dmu[j]", "mu[j]", "Gradient $dkl_dmu$ = ∂KL/∂μ", "½μ² has the slope μ.")
        w.step("dkl_dlogvar[j]", on("(S - 1)/2")[way], "Gradient $dkl_dlogvar$ = ∂KL/∂log σ²",
               "σ² is exp(log σ²), which is its own derivative.")

    mistakes = (
        Mistake("no_half_log_sigma", "The formula is ½(μ² + σ² − log σ² − 1): the ½ is before all of it.",
                per_dim=on("mu[j]**2 + S - L/2 - 1"), kl_term="mu**2 + sigma**2 - ln(sigma) - 1"),
        Mistake("sign_flipped", "A divergence is never negative: all signs are turned.",
                per_dim=on("(1 + L - mu[j]**2 - S)/2"), kl_term="(1 + ln(sigma**2) - mu**2 - sigma**2)/2"),
        Mistake("no_half", "The factor ½ is missing.", per_dim=on("mu[j]**2 + S - L - 1"),
                kl_term="mu**2 + sigma**2 - ln(sigma**2) - 1"),
        Mistake("sigma_for_sigma2", "The variance σ² stands in the formula, not σ.",
                per_dim=on("(mu[j]**2 + sqrt(S) - L - 1)/2"), kl_term="(mu**2 + sigma - ln(sigma**2) - 1)/2"),
        Mistake("mu_not_squared", "The mean enters squared.", per_dim=on("(mu[j] + S - L - 1)/2"),
                kl_term="(mu + sigma**2 - ln(sigma**2) - 1)/2"),
        Mistake("mean_not_sum", "The dimensions are added, not averaged.", when="count(mu) > 1",
                kl="sum(per_dim[j], j)/count(mu)"),
        Mistake("minus_1_forgotten", "The −1 is missing: at μ = 0, σ = 1 the term must be 0.",
                per_dim=on("(mu[j]**2 + S - L)/2"), kl_term="(mu**2 + sigma**2 - ln(sigma**2))/2"),
        Mistake("log_var_taken_as_variance", "The logarithm is not σ² itself: take exp of it.",
                per_dim=on("(mu[j]**2 + L - 1)/2")),
        Mistake("gradient_without_half", "The ½ stays: ½(σ² − 1).", dkl_dlogvar=on("S - 1")),
        Mistake("mu_halved", "½μ² has the slope μ.", dkl_dmu="mu[j]/2"),
    )
    nudge = "The term is 0 exactly at μ = 0, σ = 1, and never negative; find σ² and log σ² first."
    stories = {
        "task == 'sigma'": (
            "An encoder gives μ = {mu} and σ = {sigma}. Compute the KL divergence of N(μ, σ²) from N(0, 1): {ask}.",
            "A code of one dimension has the mean {mu} and the standard deviation {sigma}. What does the KL term of "
            "the VAE, against the prior N(0, 1), cost it?",
            "How far is N(μ, σ²) with μ = {mu}, σ = {sigma} from the prior N(0, 1), measured by the KL divergence of "
            "the first from the second?",
            "For one image the encoder of a VAE says μ = {mu}, σ = {sigma}; the prior is N(0, 1).",
        ),
        "task == 'log_var'": (
            "For μ = {mu} and the log-variances {log_var} (natural logarithms of σ²) find the KL divergence of N(μ, "
            "σ²) from N(0, I), summed over the dimensions.",
            "The encoder of a VAE has the heads μ = {mu} and log σ² = {log_var} (natural). The prior is N(0, I); "
            "dimensions are added.",
            "An image is coded by μ = {mu}, log σ² = {log_var} (natural logarithm). What is the KL term against N(0, "
            "I), summed over the dimensions?",
            "A VAE's latent code has the means {mu} and the natural log-variances {log_var}. Its KL term, against the "
            "prior N(0, I), is the sum over the dimensions.",
        ),
        "task == 'term'": (
            "Write the KL term of one dimension of a VAE, of N(μ, σ²) from N(0, 1), in mu and sigma. Then give its sum "
            "at μ = {mu}, σ = {sigma}: {ask}.",
            "What is the KL divergence of N(μ, σ²) from N(0, 1), as a formula in mu and sigma? Add it up for the code "
            "with μ = {mu} and σ = {sigma}.",
            "A colleague has forgotten the KL term of the VAE, that of N(μ, σ²) from N(0, 1). Write it for one "
            "dimension, in mu and sigma, and sum it over the dimensions of μ = {mu}, σ = {sigma}.",
            "Derive the KL term of N(μ, σ²) against N(0, 1) for one dimension, in mu and sigma; then sum it for μ = "
            "{mu} and σ = {sigma}.",
        ),
    }
