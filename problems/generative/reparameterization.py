"""The reparameterization trick: a sample z = μ + σε whose randomness comes from outside, and its gradients."""

from quizgen.authoring import Aside, Index, Level, Mistake, Problem, Vector, between, computed, oneof

from ._entropy import LOG_4


class Reparameterization(Problem):
    title = "Reparameterization trick"

    task, size = Aside("log_var"), Aside(2)
    mu = Vector("means", draw=between(-2, 2, 0.1), size=computed("size"))
    sigma = Vector("standard deviations", size=computed("size"), above=0, entries="count(mu)", optional=True)
    log_var = Vector("logarithms of the variances, log σ²", size=computed("size"), entries="count(mu)",
                     most=50, draw=oneof(-1.2, -0.8, -0.4, 0.4, 0.8, 1.2, LOG_4, -LOG_4), instead="sigma")
    epsilon = Vector("noise, drawn from N(0, 1)", draw=oneof(between(-2, -0.1, 0.1), between(0.1, 2, 0.1)),
                     size=computed("size"), entries="count(mu)")
    j = Index("mu")

    symbols = {"mu": r"\mu", "sigma": r"\sigma", "log_var": r"\text{log σ²}", "epsilon": r"\epsilon",
               "dz_dmu": "g_1", "dz_dsigma": "g_2", "dz_dlogvar": "g_3"}
    also = {"dz_dmu": "dz/dmu, dz/dμ", "dz_dsigma": "dz/dsigma, dz/dσ", "dz_dlogvar": "dz/dlogvar, dz/dlog σ²"}
    answers = "sigma z dz_dmu dz_dsigma dz_dlogvar"
    accept = ("min(abs(mu[j] - epsilon[j]), j) > 0", "max(abs(sigma[j] - 1), j) > 0")
    levels = {
        "easy": Level("z", task="sigma", log_var=None, size=between(2, 3), sigma=oneof(0.2, 0.5, 0.8, 1.5, 2)),
        "medium": Level("sigma z"),
        "hard": (Level("dz_dmu dz_dsigma dz_dlogvar", task="gradients"),
                 Level("z dz_dsigma dz_dlogvar", size=between(2, 3))),
    }

    def work(self, w):
        w.step("sigma[j]", "exp(log_var[j]/2)", "Standard deviation",
               "σ is the root of exp(log σ²): half the logarithm.")
        w.step("z[j]", "mu[j] + sigma[j]*epsilon[j]", "Sample", "The noise is stretched by σ and moved to μ.")
        w.step("dz_dmu[j]", "1", "Gradient $dz_dmu$ = ∂z/∂μ", "μ is only added.")
        w.step("dz_dsigma[j]", "epsilon[j]", "Gradient $dz_dsigma$ = ∂z/∂σ", "σ is multiplied by the noise.")
        w.step("dz_dlogvar[j]", "sigma[j]*epsilon[j]/2", "Gradient $dz_dlogvar$ = ∂z/∂log σ²",
               "By the chain rule: σ = exp(½ log σ²) has the slope ½σ.")

    mistakes = (
        Mistake("variance_used_for_sigma", "The noise is stretched by σ, not by the variance.",
                z="mu[j] + sigma[j]**2*epsilon[j]"),
        Mistake("log_var_used_directly", "The logarithm of σ² is not σ: take exp(½ log σ²).",
                z="mu[j] + log_var[j]*epsilon[j]"),
        Mistake("half_log_var_without_exp", "That is ln σ: take exp of it.", z="mu[j] + log_var[j]/2*epsilon[j]"),
        Mistake("mu_times_eps", "The noise is multiplied by σ, and μ is added.", z="mu[j]*epsilon[j] + sigma[j]"),
        Mistake("noise_subtracted", "The noise is added, with its own sign.", z="mu[j] - sigma[j]*epsilon[j]"),
        Mistake("noise_not_scaled", "The noise is stretched by σ before it is added.", z="mu[j] + epsilon[j]"),
        Mistake("half_forgotten", "The ½ is missing: exp(½ log σ²) has the slope ½σ.",
                dz_dlogvar="sigma[j]*epsilon[j]"),
        Mistake("sigma_forgotten", "By the chain rule ∂z/∂σ = ε is multiplied by ½σ.", dz_dlogvar="epsilon[j]/2"),
        Mistake("sigma_and_noise_swapped", "z = μ + σε: with respect to σ the noise is the slope.",
                dz_dsigma="sigma[j]"),
    )
    nudge = "The randomness enters from outside, as ε; from a log-variance find σ first."
    stories = {
        "task == 'sigma'": (
            "A latent code has the mean μ = {mu} and the standard deviation σ = {sigma}; the noise drawn is ε = "
            "{epsilon}. Give {ask} by the reparameterization trick.",
            "The encoder of a VAE says μ = {mu}, σ = {sigma}. With ε = {epsilon} from N(0, 1), what is the sampled "
            "code z?",
            "Draw a code without blocking the gradient: μ = {mu}, σ = {sigma}, noise {epsilon}.",
            "A latent point is sampled from N(μ, σ²) with μ = {mu} and σ = {sigma}, through the standard noise "
            "{epsilon}.",
        ),
        "task == 'log_var'": (
            "An encoder gives μ = {mu} and log σ² = {log_var} (natural logarithm); the noise is ε = {epsilon}. Sample "
            "by the reparameterization trick and give {ask}.",
            "The heads of a VAE say μ = {mu} and log σ² = {log_var} (natural). The noise drawn from N(0, 1) is "
            "{epsilon}; z = μ + σε.",
            "A latent point is sampled as z = μ + σε from μ = {mu}, log σ² = {log_var} (natural), ε = {epsilon}.",
            "For one image μ = {mu} and log σ² = {log_var} (natural logarithm) come out of the encoder, and ε = "
            "{epsilon} out of the random generator. The sample is z = μ + σε.",
        ),
        "task == 'gradients'": (
            "For z = μ + σε with μ = {mu}, log σ² = {log_var} (natural) and ε = {epsilon} give {ask}, one entry a "
            "dimension.",
            "Backpropagation passes through the sample z = μ + σε; μ = {mu}, log σ² = {log_var} (natural), ε = "
            "{epsilon}. Find its local derivatives in each dimension.",
            "How does the sample z = μ + σε change with the encoder's heads? μ = {mu}, log σ² = {log_var} (natural "
            "logarithm), noise {epsilon}; one derivative a dimension.",
            "The sampling layer of a VAE has z = μ + σε. Here μ = {mu}, log σ² = {log_var} (natural), ε = {epsilon}. "
            "Each of its gradients has a number for each dimension.",
        ),
    }
