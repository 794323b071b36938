"""Kullback-Leibler divergence: how far one distribution is from another, of outcomes or of two Gaussians."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               made, oneof)

from .._shares import shares
from ._entropy import BASES, by_base, in_each_base


class KlDivergence(Problem):
    title = "Kullback-Leibler divergence"

    task, outcomes, parts = Aside("outcomes"), Aside(3), Aside(20)
    cuts, others = (Aside(between(1, "parts - 1", distinct=True), size=computed("outcomes - 1")) for _ in "PQ")
    P = Vector("first distribution", draw=made(shares, "cuts parts"), fewest=2, above=0, most=1, optional=True)
    Q = Vector("second distribution", draw=made(shares, "others parts"), entries="count(P)", above=0, most=1,
               optional=True)
    mu1, mu2 = (Number(f"mean of the {nth} Gaussian", optional=True) for nth in ("first", "second"))
    sigma1, sigma2 = (Number(f"standard deviation of the {nth} Gaussian", above=0, optional=True)
                      for nth in ("first", "second"))
    i = Index("P")

    log_base = Convention(*BASES, says=BASES)
    symbols = {"terms": "d", "kl": r"D", "kl_reversed": "D'", "cross_entropy": "H", "gaussian_kl": "D",
               "mu1": r"\mu_1", "mu2": r"\mu_2", "sigma1": r"\sigma_1", "sigma2": r"\sigma_2", "entropy_P": "H_P"}
    also = {"kl": "D_KL, KL divergence, divergence, KL(P||Q), D_KL(P||Q)", "gaussian_kl": "D_KL, KL, divergence",
            "kl_reversed": "reverse KL, D(Q||P), KL(Q||P), D_KL(Q||P)"}
    answers = "entropy_P cross_entropy kl kl_reversed gaussian_kl"
    impossible = {"abs(sum(P) - 1) > 0.001": "the probabilities of P do not add up to 1",
                  "abs(sum(Q) - 1) > 0.001": "the probabilities of Q do not add up to 1"}
    accept = ("max(abs(P[i] - Q[i]), i) > 0.03", "abs(kl - sum(Q[i]*ln(Q[i]/P[i]), i)) >= 0.003",
              "mu1 != mu2", "sigma1 != sigma2", "gaussian_kl > 0.01")
    none = {"P": None, "Q": None}
    levels = {
        "easy": Level("kl", outcomes=2, parts=50, cuts=between(3, 47), others=between(3, 47)),
        "medium": (Level("kl kl_reversed"), Level("entropy_P cross_entropy kl", task="entropies")),
        "hard": (Level("gaussian_kl", task="gaussians", **none, mu1=between(-3, 3), mu2=between(-3, 3),
                       sigma1=oneof(0.5, 1, 1.5, 2, 3), sigma2=oneof(0.5, 1, 1.5, 2, 3)),
                 Level("kl kl_reversed", outcomes=4)),
    }

    def work(self, w):
        w.step("entropy_P", by_base("-sum(P[i]*ln(P[i]), i)"), "Entropy $entropy_P$ of P",
               "What a code made for P needs.", by="log_base", spare=True)
        w.step("cross_entropy", by_base("-sum(P[i]*ln(Q[i]), i)"), "Cross-entropy $cross_entropy$ of P and Q",
               "What a code made for Q needs; Q stands in the logarithm only.", by="log_base", spare=True)
        w.step("terms[i]", by_base("P[i]*ln(P[i]/Q[i])"), "Terms", "The first distribution gives the weights.",
               by="log_base", spare=True)
        w.step("kl", "sum(terms[i], i)", "Divergence $kl$ = KL(P‖Q)",
               "Single terms may be negative, the sum is not.", spare=True)
        w.step("kl_reversed", by_base("sum(Q[i]*ln(Q[i]/P[i]), i)"), "Divergence $kl_reversed$ = KL(Q‖P)",
               "Now the other one gives the weights.", by="log_base", spare=True)
        w.step("gaussian_kl", by_base("ln(sigma2/sigma1) + (sigma1**2 + (mu1 - mu2)**2)/(2*sigma2**2) - 1/2"),
               "Divergence $gaussian_kl$ = KL(first‖second)",
               "The mean of $ln(p/q)$ under the first.", by="log_base")

    mistakes = (
        *in_each_base("reversed", "The first distribution gives the weights: this is the other way round.",
                      kl="sum(Q[i]*ln(Q[i]/P[i]), i)", kl_reversed="sum(P[i]*ln(P[i]/Q[i]), i)"),
        Mistake("bits_for_nats", "Logarithms are natural here.", when="log_base == 'e'", kl="sum(terms[i], i)/ln(2)"),
        Mistake("absolute_terms", "Terms keep their signs.", kl="sum(abs(terms[i]), i)"),
        *in_each_base("cross_entropy", "That is the cross-entropy: the entropy of P is still in it.",
                      kl="-sum(P[i]*ln(Q[i]), i)"),
        *in_each_base("weights_forgotten", "Each logarithm is weighted by its probability p.",
                      terms="ln(P[i]/Q[i])"),
        *in_each_base("ratio_inverted", "The ratio is p/q: inverted, the sum becomes negative.",
                      terms="P[i]*ln(Q[i]/P[i])"),
        *in_each_base("gaussian_half_forgotten", "The −½ is missing: equal Gaussians must give 0.",
                      gaussian_kl="ln(sigma2/sigma1) + (sigma1**2 + (mu1 - mu2)**2)/(2*sigma2**2)"),
        *in_each_base("gaussian_sd_not_squared", "Both deviations enter the fraction squared.",
                      gaussian_kl="ln(sigma2/sigma1) + (sigma1 + (mu1 - mu2)**2)/(2*sigma2) - 1/2"),
        *in_each_base("gaussian_ratio_inverted", "The logarithm is that of σ₂/σ₁.",
                      gaussian_kl="ln(sigma1/sigma2) + (sigma1**2 + (mu1 - mu2)**2)/(2*sigma2**2) - 1/2"),
        *in_each_base("weights_of_q", "The cross-entropy is a mean under P.", cross_entropy="-sum(Q[i]*ln(P[i]), i)"),
    )
    nudge = "It is not symmetric: the first distribution supplies the weights."
    stories = {
        "task == 'outcomes'": (
            "Two forecasters give the weather probabilities P = {P} and Q = {Q}. KL(P‖Q) is the mean of log p/q "
            "under P; KL(Q‖P) has the roles exchanged. Give {ask}.",
            "A die with colored faces has the true probabilities P = {P}; a model says Q = {Q}. The "
            "Kullback-Leibler divergence KL(P‖Q) weighs by P, KL(Q‖P) by Q.",
            "Letters in two texts fall into classes with the shares P = {P} and Q = {Q}. How far are "
            "they apart, by the Kullback-Leibler divergence?",
            "A classifier should say P = {P} and says Q = {Q}. How far is one from the other, by the "
            "Kullback-Leibler divergence?",
        ),
        "task == 'entropies'": (
            "True shares P = {P}, predicted shares Q = {Q}. Give {ask}, which is their difference.",
            "A code made for Q = {Q} is used for symbols that come with P = {P}. What does each symbol need at least, "
            "what does it need now, and what is lost?",
            "A model says Q = {Q} where P = {P} is true. Split its cross-entropy: entropy of P and divergence "
            "KL(P‖Q).",
            "For P = {P} and Q = {Q} compute the entropy of P, the cross-entropy −Σ p log q, and from both the "
            "divergence.",
        ),
        "task == 'gaussians'": (
            "Compare two Gaussians, N(mean {mu1}, sd {sigma1}) and N(mean {mu2}, sd {sigma2}): give {ask}.",
            "One sensor's error is Gaussian with mean {mu1} and standard deviation {sigma1}; a model assumes mean "
            "{mu2} and standard deviation {sigma2}. What is KL(sensor‖model)?",
            "A code is N(μ, σ²) with mean {mu1} and standard deviation {sigma1}, the prior has mean {mu2} and standard"
            " deviation {sigma2}. What is KL(code‖prior)?",
            "Heights in two teams are Gaussian: means {mu1} and {mu2}, standard deviations {sigma1} and {sigma2}, "
            "measured from the average of all. How far apart are they?",
        ),
    }
