"""One-sample z-test: does a sample contradict a claimed mean, when the scatter of single values is known?"""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole,
                               between, computed, oneof)

from ._mean_tests import HYPOTHESES, meaning


class ZTest(Problem):
    title = "One-sample z-test"

    tail = Choice("direction of the alternative", "two", "less", "greater", draw="two", default="two")
    mu0 = Number("claimed mean", draw=between(20, 600))
    alpha = Number("significance level", draw=oneof(0.05, 0.01, 0.1), default=0.05, above=0, below=0.5)
    spread = Aside(between(4, 60))
    far = Aside(between(0.75, 3.5, 0.01))
    away = Aside(oneof(1, -1))  # in one-sided tests -1: the sample lies on the side away from the alternative
    side = Aside(computed("away if one_sided_rule == 'signed' or tail == 'two' else 1"))
    data = Vector("measurements", fewest=2, series=True, optional=True)
    n = Whole("sample size", draw=oneof(36, 49, 64, 81, 100, 144, 225, 400), default="count(data)", least=1,
              instead="data")
    xbar = Number("sample mean", draw=computed("mu0 + side*far*spread/sqrt(n)*(-1 if tail == 'less' else 1)", places=1),
                  instead="data")
    kind = Aside("sigma")
    sigma = Number("known standard deviation", draw=computed("spread"), when="kind == 'sigma'", instead="sigma2 or s",
                   above=0)
    sigma2 = Number("known variance", draw=computed("spread**2"), when="kind == 'sigma2'", above=0, optional=True)
    s = Number("sample standard deviation", draw=computed("spread"), when="kind == 's'", above=0, optional=True)
    i = Index("data")

    size_rule = Convention("sigma-known-or-n>30", "n>30 only", "sigma-known only", when="s > 0", says={
        "sigma-known-or-n>30": "z is used where σ is known or n > 30", "n>30 only": "z is used where n > 30",
        "sigma-known only": "z is used only where σ is known"})
    one_sided_rule = Convention("signed", "absolute", says={
        "signed": "", "absolute": "$H0$ is rejected when $abs(z) > z_crit$, one-tailed too"})
    symbols = {"data": "x", "se": r"\text{SE}", "sigma2": r"\sigma^2"}
    also = {"z_crit": "t_crit, t*"}
    answers = "z z_crit decision p"
    impossible = {
        "s > 0 and (n <= 30 or size_rule == 'sigma-known only')": "s: σ is unknown here, so this calls for a t-test",
        "n <= 30 and size_rule == 'n>30 only'": "n: by the rule 'n>30 only' a sample of at most 30 calls for a t-test"}
    accept = ("0.75 <= abs(z) <= 3.5", "p >= 0.0005", "abs(abs(z) - z_crit) >= 0.15",
              "one_sided_rule == 'signed' or tail == 'two' or (z > 0) == (tail == 'greater')")
    any_tail = {"tail": oneof("two", "less", "greater"), "away": oneof(1, 1, 1, 1, -1)}
    levels = {
        "easy": Level("z z_crit decision"),
        "medium": Level("z z_crit decision", tail=oneof("less", "greater"), away=oneof(1, 1, 1, 1, -1)),
        "hard": (Level("z z_crit decision p", kind=computed("'s' if size_rule != 'sigma-known only' else 'sigma2'"),
                       **any_tail),
                 Level("z z_crit decision p", kind="sigma2", **any_tail)),
    }

    def work(self, w):
        w.remark("Hypotheses", HYPOTHESES, by="tail")
        w.step("xbar", "sum(data[i], i)/n", "Sample mean")
        if w.has("sigma2"):
            w.step("sigma", "sqrt(sigma2)", "Known standard deviation", "The variance is the square of σ.")
        w.step("se", "s/sqrt(n)" if w.has("s") else "sigma/sqrt(n)", "Standard error of the mean",
               "The sample is large, so s may stand for σ." if w.has("s") else
               "A mean of n values spreads √n times less than a single value.")
        w.step("z", "(xbar - mu0)/se", "Test statistic", "How many standard errors lie between the means.", places=2)
        one = "z_quantile(1 - alpha)"
        w.step("z_crit", {"two": "z_quantile(1 - alpha/2)", "less": one, "greater": one}, "Critical value",
               "From the normal table, by the tail area.", by="tail", places=3,
               form="" if w.tail == "greater" else "either sign")
        beyond = {"two": "abs(z) > z_crit", "less": "z < -z_crit", "greater": "z > z_crit"}
        rule = w.tail if w.one_sided_rule == "signed" else "two"
        w.step("decision", beyond, "Decision", row=rule, yes="reject H0", no="fail to reject H0")
        w.step("p", {"two": "2*z_tail(abs(z))", "less": "z_tail(-z)", "greater": "z_tail(z)"}, "p-value",
               "From the unrounded z. Below α exactly when the decision is to reject." if rule == w.tail else
               "From the unrounded z.", by="tail")

    mistakes = (
        Mistake("forgot_root_n", "That is the scatter of single values, not of a mean.", se=("sigma", "s")),
        Mistake("divided_by_n", "Divide by √n, not by n: a spread shrinks with the root.", se=("sigma/n", "s/n")),
        Mistake("used_n-1", "The root is of n, not of n − 1.", "abs(z) >= 0.025*n",
                se=("sigma/sqrt(n - 1)", "s/sqrt(n - 1)")),
        Mistake("sign_flipped", "Sample mean minus claimed mean, in this order.", z="(mu0 - xbar)/se"),
        Mistake("variance_used_as_sd", "Take the standard deviation, not its square, the variance.",
                se=("sigma**2/sqrt(n)", "s**2/sqrt(n)")),
        Mistake("one_tailed_critical", "No direction is named: two tails share α.", when="tail == 'two'",
                z_crit="z_quantile(1 - alpha)"),
        Mistake("two_tailed_critical", "One tail has all of α.", "tail != 'two'", z_crit="z_quantile(1 - alpha/2)"),
        Mistake("t_critical", "The normal table is right here, not the t table.", when="n > 1",
                z_crit="t_quantile(1 - (alpha/2 if tail == 'two' else alpha), n - 1)"),
        Mistake("p_one_not_doubled", "Both tails count: double the area.", when="tail == 'two'", p="z_tail(abs(z))"),
        Mistake("p_other_side", "That is the area on the other side of z; p is what lies beyond z.",
                p="1 - z_tail(abs(z) if tail == 'two' else z if tail == 'greater' else -z)"),
        Mistake("decision_reversed", "Reject when z lies beyond the critical value, keep $H0$ when it does not.",
                when="decision == 'reject H0' or abs(z) < z_crit", decision="abs(z) <= z_crit"),
    )
    nudge = "The scatter of single values is known: how many standard errors is the sample mean from the claim?"
    stories = {
        "tail == 'two' and sigma > 0": (
            "Mails on a server have the standard deviation σ = {sigma} kB. {n} mails have {xbar} kB on average; last "
            "year's mean was {mu0} kB. Is that figure still right at α = {alpha}?",
            "A filling line with known σ = {sigma} ml is set to {mu0} ml. {n} bottles hold {xbar} ml on average. Is "
            "the setting off, at α = {alpha}?",
            "A lab's scale scatters with a known σ = {sigma} mg. {n} weighings of a {mu0} mg weight average {xbar} mg. "
            "Is the scale off, in whichever direction, at α = {alpha}?",
            "Test scores are scaled to mean {mu0} and σ = {sigma}. The {n} pupils of a school average {xbar}. Does the "
            "school differ from the rest, at α = {alpha}?",
        ),
        "tail == 'less' and sigma > 0": (
            "A mill cuts boards of {mu0} mm, σ = {sigma} mm. A customer suspects short boards and measures {n}: mean "
            "{xbar} mm. Test the suspicion at α = {alpha}.",
            "A press needed {mu0} s a piece, σ = {sigma} s. Oiled, it needs {xbar} s on average in {n} runs. Has it "
            "become faster, at α = {alpha}? σ is unchanged.",
        ),
        "tail == 'greater' and sigma > 0": (
            "A test is scaled to mean {mu0} points and σ = {sigma}. {n} pupils who trained for it average {xbar} "
            "points. Did training raise the mean, at α = {alpha}?",
            "Calls to a helpline took {mu0} s, σ = {sigma} s. Since a new menu came, {n} calls took {xbar} s on "
            "average. Have calls become longer, at α = {alpha}? σ is unchanged.",
        ),
        "tail == 'two' and s > 0": (
            "{n} calls last {xbar} s on average with s = {s} s; σ is unknown. Has the mean moved from {mu0} s? Use z "
            "with s in place of σ, α = {alpha}.",
        ),
        "tail == 'less' and s > 0": (
            "{n} rides took {xbar} s on average, s = {s} s; σ is unknown. Is that less than the {mu0} s of before? "
            "Use z with s in place of σ, α = {alpha}.",
        ),
        "tail == 'greater' and s > 0": (
            "{n} mice ran {xbar} m on average, s = {s} m; σ is unknown. Is that more than the usual {mu0} m? Use z "
            "with s in place of σ, α = {alpha}.",
        ),
        "tail == 'two' and sigma2 > 0": (
            "{n} parts average {xbar} mm; the variance of the lathe is known to be {sigma2} mm². Does the mean differ "
            "from {mu0} mm, at α = {alpha}?",
            "A meter's readings have the known variance {sigma2} V². {n} readings average {xbar} V. Is a mean of {mu0} "
            "V contradicted, at α = {alpha}?",
        ),
        "tail == 'less' and sigma2 > 0": (
            "Ropes with the known variance {sigma2} N² should bear {mu0} N. {n} bear {xbar} N on average. Is that too "
            "little, at α = {alpha}?",
        ),
        "tail == 'greater' and sigma2 > 0": (
            "Waits have the known variance {sigma2} s². {n} guests waited {xbar} s on average. Is that longer than "
            "{mu0} s, at α = {alpha}?",
        ),
    }

    def conclusion(self, v):
        return meaning(v.decision, v.tail, v.z)

    def solution_figure(self, v):
        from .._figures import two_decisions, z_curve

        return z_curve(v.z, v.z_crit, v.tail, v.alpha, v.one_sided_rule), two_decisions(v, "z")
