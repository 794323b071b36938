"""One-sample t-test: does a sample contradict a claimed mean?"""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole,
                               between, computed, oneof)

from ._mean_tests import HYPOTHESES, meaning


class TTest(Problem):
    title = "One-sample t-test"

    tail = Choice("direction of the alternative", "two", "less", "greater", draw="two", default="two")
    mu0 = Number("claimed mean", draw=between(20, 500))
    alpha = Number("significance level", draw=oneof(0.05, 0.01, 0.1), default=0.05, above=0, below=0.5)
    size = Aside(between(6, 30))
    spread = Aside(between("mu0*0.02", "mu0*0.15", 0.1))
    far = Aside(between(0.75, 4, 0.01))
    away = Aside(oneof(1, -1))  # in one-sided tests -1: the sample lies on the side away from the alternative
    side = Aside(computed("away if one_sided_rule == 'signed' or tail == 'two' else 1"))
    centre = Aside(computed("mu0 + side*far*spread/sqrt(size)*(-1 if tail == 'less' else 1)", places=1))
    data = Vector("measurements", size=computed("size"), fewest=2, series=True, optional=True)
    n = Whole("sample size", draw=computed("size"), default="count(data)", least=2, instead="data")
    xbar = Number("sample mean", draw=computed("centre", places=1), instead="data")
    s = Number("sample standard deviation", draw=computed("spread", places=1), instead="data or s2")
    s2 = Number("sample variance", optional=True)
    i = Index("data")

    s_divisor = Convention("n-1", "n", says={"n-1": "s has divisor $n - 1$", "n": "s has divisor $n$"})
    one_sided_rule = Convention("signed", "absolute", says={
        "signed": "", "absolute": "$H0$ is rejected when $abs(t) > t_crit$, one-tailed too"})
    symbols = {"data": "x", "se": r"\text{SE}", "s2": "s^2"}
    also = {"t_crit": "z_crit, z*"}
    answers = "t t_crit decision p"
    impossible = {"s == 0": "s = 0: all values are alike, so t does not exist",
                  "s < 0": "s: a standard deviation is never negative", "s2 < 0": "s2: a variance is never negative"}
    accept = (
        "0.75 <= abs(t) <= 4", "s >= 0.6", "s != 1", "se >= 0.1", "p >= 0.0005", "abs(abs(t) - t_crit) >= 0.15",
        "abs(abs(t)*sqrt((n - 1)/n) - t_crit) >= 0.15", "abs(abs(t)*sqrt(n/(n - 1)) - t_crit) >= 0.15",  # both divisors
        "one_sided_rule == 'signed' or tail == 'two' or (t > 0) == (tail == 'greater')",
    )

    any_tail = {"tail": oneof("two", "less", "greater"), "away": oneof(1, 1, 1, 1, -1)}
    raw = {"n": None, "xbar": None, "s": None, "size": between(6, 12),
           "data": between("centre - 2*spread", "centre + 2*spread")}
    levels = {
        "easy": Level("t t_crit decision"),
        "medium": Level("t t_crit decision", tail=oneof("less", "greater"), away=oneof(1, 1, 1, 1, -1)),
        "hard": (
            Level("xbar s t t_crit decision p", **raw, **any_tail),
            Level("t t_crit decision p", s=None, s2=computed("spread**2", places=2), **any_tail),
        ),
    }

    def work(self, w):
        w.remark("Hypotheses", HYPOTHESES, by="tail")
        squares = "sum((data[i] - xbar)**2, i)"
        w.step("xbar", "sum(data[i], i)/n", "Sample mean")
        w.step("s2", {"n-1": f"{squares}/(n - 1)", "n": f"{squares}/n"}, "Sample variance", by="s_divisor")
        w.step("s", "sqrt(s2)", "Sample standard deviation", "The variance is the square of s.")
        w.step("se", {"n-1": "s/sqrt(n)", "n": "s/sqrt(n - 1)"}, "Standard error of the mean",
               "A mean of n values spreads √n times less than a single value.", by="s_divisor")
        w.step("df", "n - 1", "Degrees of freedom", places=0)
        w.step("t", "(xbar - mu0)/se", "Test statistic", "How many standard errors lie between the means.", places=2)
        one = "t_quantile(1 - alpha, df)"
        w.step("t_crit", {"two": "t_quantile(1 - alpha/2, df)", "less": one, "greater": one}, "Critical value",
               "From the t table: the row of df, the column of the tail area.", by="tail", places=3,
               form="" if w.tail == "greater" else "either sign")
        beyond = {"two": "abs(t) > t_crit", "less": "t < -t_crit", "greater": "t > t_crit"}
        rule = w.tail if w.one_sided_rule == "signed" else "two"
        w.step("decision", beyond, "Decision", row=rule, yes="reject H0", no="fail to reject H0")
        w.step("p", {"two": "2*t_tail(abs(t), df)", "less": "t_tail(-t, df)", "greater": "t_tail(t, df)"}, "p-value",
               "From the unrounded t. Below α exactly when the decision is to reject." if rule == w.tail else
               "From the unrounded t.", by="tail")

    mistakes = (
        Mistake("used_n-1_under_root", "This s was found with n − 1 already: its standard error is s/√n.",
                when="s_divisor == 'n-1'", se="s/sqrt(n - 1)"),
        Mistake("population_sd_with_root_n", "A standard deviation with divisor n goes with √(n − 1), not with √n.",
                se="s/sqrt(n)*(1 if s_divisor == 'n' else sqrt((n - 1)/n))"),
        Mistake("population_sd_with_root_n", "This is s with divisor n: the stated divisor is n − 1.",
                when="s_divisor == 'n-1'", s2="sum((data[i] - xbar)**2, i)/n"),
        Mistake("forgot_root_n", "This is s itself; a mean of n values spreads √n times less.", se="s"),
        Mistake("divided_by_n", "Divide by √n, not by n: the spread of a mean shrinks with the root.", se="s/n"),
        Mistake("variance_used_as_sd", "Take the standard deviation, not its square, the variance.", se="s**2/sqrt(n)"),
        Mistake("sign_flipped", "Sample mean minus claimed mean, in this order.", t="(mu0 - xbar)/se"),
        Mistake("df_n_two", "Take row n − 1 of the table, not row n.", df="n"),
        Mistake("wrong_tail_critical", "One tail holds all of α; two tails share it.",
                t_crit="t_quantile(1 - (alpha if tail == 'two' else alpha/2), df)"),
        Mistake("normal_critical", "σ is unknown and s stands in for it: use the t table, not the normal one.",
                t_crit="z_quantile(1 - (alpha/2 if tail == 'two' else alpha))"),
        Mistake("p_not_doubled", "Both tails count: double the area.", when="tail == 'two'", p="t_tail(abs(t), df)"),
        Mistake("decision_reversed", "Reject when t lies beyond the critical value, keep $H0$ when it does not.",
                when="decision == 'reject H0' or abs(t) < t_crit", decision="abs(t) <= t_crit"),
    )
    nudge = "The sample is small and σ is unknown: how far is the sample mean from the claim, in standard errors?"
    stories = {
        "tail == 'two'": (
            "A bottler states a mean fill of {mu0} ml. {n} bottles give mean {xbar} ml and standard deviation {s} ml. "
            "Do the data contradict the stated fill at α = {alpha}?",
            "A rope maker states a mean breaking load of {mu0} N. A sample of {n} ropes gives mean {xbar} N and "
            "standard deviation {s} N. Does the mean differ from the stated load at α = {alpha}?",
            "Tent poles should be {mu0} cm long. {n} average {xbar} cm, s = {s} cm. Is the saw off, at α = {alpha}?",
            "An oven is set to {mu0} °C. {n} readings average {xbar} °C, s = {s} °C. Is it off, at α = {alpha}?",
            "A scale should show {mu0} g for a test weight. {n} weighings give {data} g. Is it off, at α = {alpha}?",
            "Capsules should hold {mu0} mg. {n} capsules hold {data} mg. Is the filling machine off, at α = {alpha}?",
            "Resistors are sold as {mu0} Ω. {n} of them average {xbar} Ω with variance {s2} Ω². Has the process "
            "drifted, in whichever direction, at α = {alpha}?",
            "Bolts should hold {mu0} N. {n} hold {xbar} N on average, variance {s2} N². Are they off, at α = {alpha}?",
        ),
        "tail == 'less'": (
            "A maker advertises lamps that run {mu0} h on a charge. A magazine suspects that they fall short of this. "
            "{n} lamps run {xbar} h on average, s = {s} h. Test the suspicion at α = {alpha}.",
            "A bakery promises loaves of {mu0} g on average. An inspector weighs {n} loaves: mean {xbar} g, standard "
            "deviation {s} g. Is the mean lower than promised, at α = {alpha}?",
            "A pump needed {mu0} W. Cleaned, it needs {xbar} W in {n} runs, s = {s} W. Is that less, at α = {alpha}?",
            "Springs are rated {mu0} N; a buyer fears that they carry less. {n} springs carry {xbar} N on average, s = "
            "{s} N. Test the fear at α = {alpha}.",
            "A bakery promises loaves of {mu0} g. {n} loaves weigh {data} g. Is the mean lower, at α = {alpha}?",
            "A kiln took {mu0} kWh a firing. Since it was insulated, {n} firings took {xbar} kWh on average, variance "
            "{s2} kWh². Has the consumption fallen, at α = {alpha}?",
        ),
        "tail == 'greater'": (
            "{n} rested swimmers tread water for {xbar} s, s = {s} s. Is it longer than {mu0} s, at α = {alpha}?",
            "A runner's usual round took {mu0} s. Since she changed shoes, {n} rounds took {xbar} s on average, s = "
            "{s} s. Has she become slower, at α = {alpha}?",
            "Tenants say that a lift makes them wait longer than the {mu0} s it used to. {n} waits took {xbar} s on "
            "average, s = {s} s. Are they right, at α = {alpha}?",
            "Dung should lift a yield above {mu0} kg. {n} plots yield {xbar} kg, s = {s} kg. Does it, at α = {alpha}?",
            "Parcels used to weigh {mu0} g on average. The carrier believes that they have become heavier and weighs "
            "{n}: {data} g. Is it right, at α = {alpha}?",
            "A clinic promises a mean wait of {mu0} min. {n} patients waited {xbar} min on average, variance {s2} "
            "min². Is the wait longer than promised, at α = {alpha}?",
        ),
    }

    def conclusion(self, v):
        return meaning(v.decision, v.tail, v.t)

    def solution_figure(self, v):
        from .._figures import t_curve, two_decisions

        return t_curve(v.t, v.t_crit, v.df, v.tail, v.alpha, v.one_sided_rule), two_decisions(v)
