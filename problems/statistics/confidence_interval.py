"""Confidence interval for a mean, the two-sided test that it answers, and the sample size for a wanted margin."""

from quizgen.authoring import Aside, Convention, Level, Mistake, Number, Problem, Whole, between, computed, oneof

AREA = "(1 + confidence)/2"


def needed(rounding="ceil", power="**2"):
    """The sample size for a wanted margin, from σ, and from s in its place."""
    return tuple(f"{rounding}((z_crit*{letter}/wanted_margin){power})" for letter in ("sigma", "s"))


class ConfidenceInterval(Problem):
    title = "Confidence interval for a mean"

    kind = Aside("sigma")
    confidence = Number("confidence level", draw=oneof(0.9, 0.95, 0.99), default=0.95, above=0, below=1)
    n = Whole("sample size", draw=oneof(9, 16, 25, 36, 49, 64, 100), least=2, optional=True)
    xbar = Number("sample mean", draw=between(20, 300, 0.1), optional=True)
    spread = Aside(between(1, "min(25, xbar/4)", 0.1))
    goal = Aside(between(10, 100))
    sigma = Number("known standard deviation", draw=computed("spread", places=1), instead="s",
                   when="kind == 'sigma' or kind == 'size'", above=0)
    s = Number("sample standard deviation", draw=computed("spread", places=1), when="kind == 's' or kind == 'test'",
               above=0, optional=True)
    mu0 = Number("claimed mean", optional=True)
    wanted_margin = Number("wanted margin", above=0, optional=True)

    exact = Aside(None)

    s_divisor = Convention("n-1", "n", when="s > 0", says={"n-1": "s has divisor $n - 1$", "n": "s has divisor $n$"})
    size_rule = Convention("sigma-known-or-n>30", "n>30 only", "sigma-known only", when="n > 0", says={
        "sigma-known-or-n>30": "z is used where σ is known or n > 30, else t",
        "n>30 only": "z is used where n > 30, else t", "sigma-known only": "z is used where σ is known, else t"})
    symbols = {"confidence": "C", "se": r"\text{SE}", "margin": "E", "wanted_margin": "E", "interval": "I",
               "n_needed_z": "n"}
    also = {"interval": "ci", "n_needed_z": "n", "t_crit": "t*, t, z*, z", "z_crit": "z*, z, t*, t"}
    answers = "df t_crit z_crit margin interval decision n_needed_z"
    bound = "abs(abs(mu0 - xbar) - {}) >= 0.15*se"
    accept = ("se >= 0.2", "abs(se - 1) >= 0.05", bound.format("margin"),
              bound.format("z_quantile((1 + confidence)/2)*se"), "n_needed_z >= 5",
              "exact - floor(exact) >= 0.0065*exact", "ceil(exact) - exact >= 0.05")  # z may be rounded to 2 places
    levels = {
        "easy": Level("margin interval"),
        "medium": Level("margin interval", kind="s", n=oneof(9, 16, 25)),
        "hard": (Level("interval decision", kind="test", n=oneof(9, 16, 25),
                       mu0=between("xbar - spread", "xbar + spread")),
                 Level("n_needed_z", kind="size", n=None, xbar=None, spread=between(1, 60, 0.1),
                       wanted_margin=computed("1.96*spread/sqrt(goal)", places=1),
                       exact=computed(f"(z_quantile({AREA})*spread/wanted_margin)**2"))),
    }

    def work(self, w):
        quantile = {"t": f"t_quantile({AREA}, df)", "z": f"z_quantile({AREA})"}
        critical = "Critical value", "Both tails share what the confidence C leaves over."
        known, large, letter = w.has("sigma"), w.has("n") and w.holds("n > 30"), ""
        if w.has("n"):
            by_z = {"sigma-known-or-n>30": known or large, "n>30 only": large, "sigma-known only": known}
            letter = "z" if by_z[w.size_rule] else "t"
            if letter == "t":
                w.step("df", "n - 1", "Degrees of freedom", "The row of the t table.", places=0)
            if known:
                w.step("se", "sigma/sqrt(n)", "Standard error of the mean",
                       "A mean of n values spreads √n times less than a single value.")
            else:
                w.step("se", {"n-1": "s/sqrt(n)", "n": "s/sqrt(n - 1)"}, "Standard error of the mean",
                       "A mean of n values spreads √n times less than a single value.", by="s_divisor")
            w.step(f"{letter}_crit", quantile[letter], *critical, places=3, form="either sign")
            w.step("margin", f"{letter}_crit*se", "Margin", "So far the interval reaches to each side.")
            w.step("interval", "(xbar - margin, xbar + margin)", "Confidence interval", places=3, form="interval")
            if w.has("mu0"):
                w.step("decision", "abs(mu0 - xbar) > margin", "Decision",
                       "The claimed mean lies outside the interval exactly when it is farther than E from its middle.",
                       yes="reject H0", no="fail to reject H0")
        if w.has("wanted_margin"):
            if letter != "z":
                w.step("z_crit", quantile["z"], *critical, places=3, form="either sign")
            w.step("n_needed_z", needed()[not known], "Sample size",
                   "A margin of at most E needs at least this many values: round up.", places=0, marks=(2, 1))

    mistakes = (
        Mistake("z_instead_of_t", "σ is unknown and the sample small: take t*, with n − 1 degrees of freedom.",
                t_crit=f"z_quantile({AREA})"),
        Mistake("t_instead_of_z", "The normal table is right here, not the t table.", when="n > 1",
                z_crit=f"t_quantile({AREA}, n - 1)"),
        Mistake("one_tailed_t", "Both tails share what the confidence leaves over: half of it lies in each.",
                t_crit="t_quantile(confidence, df)", z_crit="z_quantile(confidence)"),
        Mistake("df_n", "Take row n − 1 of the table, not row n.", df="n"),
        Mistake("forgot_root_n_margin", "That is the spread of single values; a mean spreads √n times less.",
                se=("s", "sigma")),
        Mistake("divided_by_n_margin", "Divide by √n, not by n.", se=("s/n", "sigma/n")),
        Mistake("used_n-1_under_root", "This s was found with n − 1 already: its standard error is s/√n.",
                when="s_divisor == 'n-1'", se=("s/sqrt(n - 1)",)),
        Mistake("population_sd_with_root_n", "A standard deviation with divisor n goes with √(n − 1), not with √n.",
                when="s_divisor == 'n'", se=("s/sqrt(n)",)),
        Mistake("margin_is_se", "The margin is the critical value times the standard error.", margin="se"),
        Mistake("centred_on_mu0", "The interval lies around the sample mean, not around the claimed one.",
                interval=("(mu0 - margin, mu0 + margin)",)),
        Mistake("decision_reversed", "Reject exactly when the claimed mean lies outside.",
                decision="abs(mu0 - xbar) <= margin"),
        Mistake("n_rounded_down", "Round up: with fewer values the margin would be wider than wanted.",
                n_needed_z=needed("floor")),
        Mistake("n_not_squared", "The root of n stands in the margin: square.",
                n_needed_z=needed(power="")),
    )
    nudge = "The confidence level leaves a share over, which two tails divide between them."
    stories = {
        "kind == 'sigma'": (
            "The scatter of a scale is known: σ = {sigma} g. {n} weighings average {xbar} g. Between which bounds in g "
            "does the mean lie with confidence {confidence}?",
            "A lathe's σ = {sigma} mm is known from years of use. {n} pins average {xbar} mm. Find an interval for the "
            "mean length in mm, confidence level {confidence}.",
            "Scores on a test have σ = {sigma}. {n} pupils average {xbar} points. Which mean scores are in keeping "
            "with this, at a confidence level of {confidence}?",
            "A radar gun's readings scatter with σ = {sigma} km/h. {n} readings average {xbar} km/h. Give bounds for "
            "the mean speed, confidence {confidence}.",
        ),
        "kind == 's'": (
            "{n} ropes break at {xbar} N on average, s = {s} N. Find an interval for the mean breaking load in N, "
            "confidence level {confidence}.",
            "{n} nights average {xbar} min of deep sleep, s = {s} min; σ is unknown. Between which bounds in min does "
            "the mean lie with confidence {confidence}?",
            "From {n} trees a forester estimates a mean height of {xbar} dm with s = {s} dm. Which mean heights are in "
            "keeping with this, at a confidence level of {confidence}?",
            "{n} reeds average {xbar} mm, and their standard deviation is s = {s} mm. Give bounds for the mean length "
            "in mm, confidence {confidence}.",
        ),
        "kind == 'test'": (
            "{n} nights average {xbar} min of deep sleep, s = {s} min. Find the interval for the mean, confidence "
            "level {confidence}, and say from it alone whether $H0$: μ = {mu0} is rejected against μ ≠ {mu0} at $alpha "
            "== 1 - confidence$.",
            "A bottler states a mean of {mu0} ml. {n} bottles average {xbar} ml, s = {s} ml. Does the interval for the "
            "mean, confidence {confidence}, contradict the statement?",
            "{n} parcels average {xbar} g, s = {s} g. Use an interval for the mean with confidence {confidence} to "
            "test $H0$: μ = {mu0} against μ ≠ {mu0}.",
            "An oven is set to {mu0} °C. {n} readings average {xbar} °C, s = {s} °C. Is it off? Decide by an interval "
            "for the mean, confidence level {confidence}.",
        ),
        "kind == 'size'": (
            "σ = {sigma} ms is known. How many runs are needed so that the interval for the mean, confidence level "
            "{confidence}, reaches at most {wanted_margin} ms to each side of it?",
            "A pollster knows σ = {sigma} points. How many people must be asked so that the mean is known to within "
            "{wanted_margin} points with confidence {confidence}?",
            "Weighings on a scale have σ = {sigma} g. How many are needed for a mean with a margin of at most "
            "{wanted_margin} g at a confidence level of {confidence}?",
            "A lab wants the mean content of its tablets to within {wanted_margin} mg with confidence {confidence}; σ "
            "= {sigma} mg is known. How many tablets must it analyze?",
        ),
    }
