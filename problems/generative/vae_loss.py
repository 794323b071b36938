"""Loss of a variational autoencoder: how well the input comes back, and β times how far the code is from N(0, 1)."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               oneof)

from ._entropy import BCE

KL = "mu[j]**2 + exp(log_var[j]) - log_var[j] - 1"


class VaeLoss(Problem):
    title = "Loss of a VAE"

    task, size, dims = Aside("both"), Aside(between(3, 4)), Aside(between(1, 2))
    x = Vector("input", draw=oneof(0, 1), size=computed("size"), instead="recon")
    off = Aside(between(0.05, 0.6, 0.05), size=computed("size"))
    x_hat = Vector("reconstruction", draw=computed("abs(x[i] - off[i])", "i", places=2), size=computed("size"),
                   entries="count(x)", instead="recon")
    mu = Vector("means of the code", draw=between(-2, 2, 0.1), size=computed("dims"), instead="kl")
    log_var = Vector("logarithms of its variances, log σ²", draw=between(-2, 1.5, 0.1),
                     size=computed("dims"), entries="count(mu)", most=50, instead="kl")
    recon = Number("reconstruction term", optional=True, least=0)
    kl = Number("KL term", optional=True, least=0)
    beta = Number("weight of the KL term", optional=True, least=0)
    i, j = Index("x"), Index("mu")

    vae_recon = Convention("bce-sum", "mse", "rmse", when="task != 'terms'", says={
        "bce-sum": "the reconstruction term is the binary cross-entropy, summed, with natural logarithms",
        "mse": "the reconstruction term is the mean squared error",
        "rmse": "the reconstruction term is the root of the mean squared error"})
    symbols = {"x_hat": r"\hat x", "mu": r"\mu", "log_var": r"\text{log σ²}", "beta": r"\beta", "recon": "R",
               "kl": "D_{KL}", "per_dim": "d", "bce_terms": "b", "loss": "L"}
    also = {"kl": "KL, KL term, KL divergence", "recon": "reconstruction, BCE, MSE, RMSE", "loss": "VAE loss, total"}
    answers = "recon kl loss"
    accept = ("task == 'terms' or min(x) == 0", "task == 'terms' or max(x) == 1", "kl >= 0.05",
              "abs(recon - kl) > 0.01")
    levels = {
        "easy": Level("loss", task="terms", x=None, x_hat=None, mu=None, log_var=None, recon=between(0.2, 2.5, 0.0001),
                      kl=between(0.1, 1.5, 0.0001), beta=oneof(1, 0.5, 2, 4)),
        "medium": Level("recon kl loss"),
        "hard": Level("recon kl loss", task="beta", dims=2, size=4, beta=oneof(0.5, 2, 4)),
    }

    def work(self, w):
        if w.vae_recon == "bce-sum":
            w.step("bce_terms[i]", BCE, "Cross-entropy of each entry",
                   "Where x is 1 the logarithm of $x_hat$ counts, where it is 0 that of $1 - x_hat$.")
            w.step("recon", "sum(bce_terms[i], i)", "Reconstruction term", "How badly the input comes back.")
        else:
            squares = "sum((x[i] - x_hat[i])**2, i)/count(x)"
            w.step("recon", squares if w.vae_recon == "mse" else f"sqrt({squares})", "Reconstruction term",
                   "How badly the input comes back.")
        w.step("per_dim[j]", f"({KL})/2", "KL term of each dimension", "How far the code is from N(0, 1).")
        w.step("kl", "sum(per_dim[j], j)", "KL term", "The dimensions add up.")
        w.step("loss", "recon + beta*kl" if w.has("beta") else "recon + kl", "Loss", "Both terms are to be small.")

    mistakes = (
        Mistake("kl_subtracted", "The KL term is a cost as well: add it.", loss=("recon - beta*kl", "recon - kl")),
        Mistake("kl_no_half", "The factor ½ of the KL term is missing.", per_dim=KL),
        Mistake("kl_forgotten", "That is the reconstruction term alone.", loss="recon"),
        Mistake("beta_forgotten", "The KL term is weighted by β.", when="beta != 1", loss="recon + kl"),
        Mistake("beta_on_the_reconstruction", "β weighs the KL term, not the reconstruction.", when="beta != 1",
                loss="beta*recon + kl"),
        Mistake("recon_averaged", "The cross-entropy is summed over the entries, not averaged.",
                when="vae_recon == 'bce-sum'", recon="sum(bce_terms[i], i)/count(x)"),
        Mistake("kl_averaged", "The dimensions of the code are added, not averaged.", when="count(mu) > 1",
                kl="sum(per_dim[j], j)/count(mu)"),
        Mistake("recon_sign_forgotten", "Minus the log-likelihood is the cost: both terms are positive.",
                loss=("beta*kl - recon", "kl - recon")),
    )
    nudge = "Two terms: how well the input comes back, and how far the code is from N(0, I)."
    stories = {
        "task == 'terms'": (
            "The reconstruction term of a VAE is {recon}, its KL term {kl}. Give {ask} for β = {beta}.",
            "Decoding costs {recon}, the code's KL divergence from the prior is {kl}, and β = {beta}.",
            "A VAE with the weight β = {beta} on its KL term has the reconstruction term {recon} and the KL term {kl}.",
            "For one image the negative log-likelihood is {recon} and the divergence from the prior {kl}; β = {beta}.",
        ),
        "task == 'both'": (
            "A VAE returns {x_hat} for the binary image {x}; its encoder gave μ = {mu} and log σ² = {log_var} "
            "(natural). The loss is reconstruction + KL, the divergence from N(0, I) summed over the code. Give {ask}.",
            "The pixels {x} are coded by μ = {mu}, log σ² = {log_var} (natural) and decoded to {x_hat}. Loss: "
            "reconstruction + KL, the latter against N(0, I) and summed.",
            "Input {x}, output {x_hat}, code μ = {mu}, log σ² = {log_var} (natural logarithm). What is the VAE's loss,"
            " reconstruction plus KL against N(0, I), summed?",
            "The bits {x} pass a VAE: encoder μ = {mu}, log σ² = {log_var} (natural), decoder {x_hat}. Its loss adds "
            "the reconstruction term and the KL term of the whole code against N(0, I).",
        ),
        "task == 'beta'": (
            "A β-VAE with β = {beta} returns {x_hat} for {x}; the code has μ = {mu}, log σ² = {log_var} (natural). The"
            " loss is reconstruction + β·KL, KL against N(0, I) and summed. Give {ask}.",
            "To untangle its code a VAE weighs the KL term by β = {beta}. Input {x}, output {x_hat}, μ = {mu}, log σ² "
            "= {log_var} (natural); the KL term, against N(0, I), is summed over the code.",
            "Image {x}, reconstruction {x_hat}, encoder heads μ = {mu} and log σ² = {log_var} (natural). What is the "
            "loss reconstruction + β·KL with β = {beta} and KL against N(0, I), summed?",
            "With β = {beta} the loss of a VAE is reconstruction + β·KL (against N(0, I), summed over the code). Here "
            "x = {x}, its reconstruction {x_hat}, μ = {mu}, log σ² = {log_var} (natural).",
        ),
    }
