"""Setting up a test of a mean: which test, which hypotheses, which tail."""

from quizgen.answers.groups import Said
from quizgen.authoring import (Aside, Choice, Convention, Level, Mistake, Number, Problem, Text, Whole, between,
                               computed, oneof)

from ._mean_tests import TAILS

SIGNS = {"two": "!=", "less": "<", "greater": ">"}
FROM_SAMPLE = "The direction comes from the question, never from the sample."
OPPOSITE = {"two": "=", "less": ">=", "greater": "<="}
REVERSED = {"two": "two", "less": "greater", "greater": "less"}


def direction(claim):
    """The tail that a key word asks for."""
    return TAILS[claim]


def null_hypothesis(mu0, claim):
    """It holds the equality; that it also holds the other side may be said."""
    return Said(f"mu = {mu0:.12g}", f"mu {OPPOSITE[TAILS[claim]]} {mu0:.12g}")


def alternative(mu0, claim):
    """What the sample is to speak for."""
    return f"mu {SIGNS[TAILS[claim]]} {mu0:.12g}"


def with_sigma(n, size_rule):
    """The test where σ is known."""
    return "t" if n <= 30 and size_rule == "n>30 only" else "z"


def without_sigma(n, size_rule):
    """The test where σ is unknown."""
    return "z" if n > 30 and size_rule != "sigma-known only" else "t"


def taken(tail):
    """What follows where another direction is taken; of None the reverse."""
    return {"tail": lambda claim: tail or REVERSED[TAILS[claim]],
            "H1": lambda mu0, claim: f"mu {SIGNS[tail or REVERSED[TAILS[claim]]]} {mu0:.12g}"}


class HypothesisSetup(Problem):
    title = "Choosing test, hypotheses and tail"

    size_rule = Convention("sigma-known-or-n>30", "n>30 only", "sigma-known only", says={
        "sigma-known-or-n>30": "z where σ is known or n > 30, else t", "n>30 only": "z where n > 30, else t",
        "sigma-known only": "z where σ is known, else t"})
    known = Aside(oneof(0, 1))
    claim = Choice("key word of the claim", *TAILS, draw=oneof("changed", "more than", "less than"))
    n = Whole("sample size", draw=oneof(between(5, 25), between(36, 200)), least=2)
    mu0 = Number("claimed mean", draw=between(20, 500))
    spread = Aside(between("mu0*0.02", "mu0*0.15", 0.1))
    far = Aside(between(0.3, 4, 0.1))
    side = Aside(oneof(1, 1, -1))  # -1: the sample lies on the side away from the alternative
    upper = Aside(computed("1 if claim == 'more than' or claim == 'at most' else -1"))
    xbar = Number("sample mean", draw=computed("mu0 + upper*side*far*spread/sqrt(n)", places=1), optional=True)
    sigma = Number("known σ", draw=computed("spread", places=1), when="known == 1", above=0, instead="s")
    s = Number("sample's s", draw=computed("spread", places=1), when="known == 0", above=0, optional=True)
    text = Text("wording of the question", optional=True)

    also = {"test": "kind of test", "tail": "side", "H0": "null", "H1": "Ha, alternative"}
    answers = "test H0 H1 tail df"
    accept = ("abs(xbar - mu0) >= 0.3*spread/sqrt(n)",)
    levels = {
        "easy": (Level("test H0 H1 tail df", n=between(5, 25), known=0), Level("test H0 H1 tail df", known=1)),
        "medium": Level("test H0 H1 tail"),
        "hard": (Level("test H0 H1 tail", claim=oneof("at least", "at most")),
                 Level("test H0 H1 tail", known=0, n=between(36, 200))),
    }

    def work(self, w):
        known, large = w.has("sigma"), w.holds("n > 30")
        by_z = {"sigma-known-or-n>30": known or large, "n>30 only": large, "sigma-known only": known}[w.size_rule]
        w.procedure("test", with_sigma if known else without_sigma, "n size_rule", "Test",
                    f"σ is {'known' if known else 'unknown'}, n {'> 30' if large else '≤ 30'}.", words=("t", "z"))
        w.procedure("H0", null_hypothesis, "mu0 claim", "Null hypothesis", "$H0$ is about μ and holds the equality.",
                    text=True)
        w.procedure("H1", alternative, "mu0 claim", "Alternative", "$H1$ takes its direction from the question, "
                    "never from the sample: what is asked, or how 'at least' or 'at most' would fail.", text=True)
        w.procedure("tail", direction, "claim", "Tail", "The side on which $H1$ lies.",
                    words=("two", "less", "greater"))
        if not by_z:
            w.step("df", "n - 1", "Degrees of freedom", "They belong to t only.", places=0)

    away = "(xbar - mu0)*(1 if tail == 'greater' else -1) < 0"
    mistakes = (
        Mistake("H1_is_the_claim", "This claim holds the equality: it is $H0$, and $H1$ is how it would fail.",
                "claim == 'at least' or claim == 'at most'", **taken(None)),
        Mistake("H1_two_sided", "The question names a direction: one tail counts.", "tail != 'two'", **taken("two")),
        Mistake("H0_about_sample", "Hypotheses are about the mean μ of all, not about the sample's.",
                H0=lambda mu0, claim: f"xbar = {mu0:.12g}"),
        Mistake("H0_H1_swapped", "The equality belongs to $H0$; the strict inequality is $H1$.", "tail != 'two'",
                H0=alternative, H1=lambda mu0, claim: f"mu {OPPOSITE[TAILS[claim]]} {mu0:.12g}"),
        Mistake("test_by_level_only", "The level does not choose the test: σ is unknown, n small.", "n <= 30 and s > 0",
                test=lambda n, size_rule: "z"),
        Mistake("n_alone_decides", "σ is known: then z is right for small samples too.",
                "n <= 30 and size_rule != 'n>30 only' and sigma > 0", test=lambda n, size_rule: "t"),
        Mistake("direction_from_sample", FROM_SAMPLE,
                f"tail != 'two' and claim != 'at least' and claim != 'at most' and {away}", **taken(None)),
        Mistake("direction_from_sample", FROM_SAMPLE, "tail == 'two' and xbar > mu0", **taken("greater")),
        Mistake("direction_from_sample", FROM_SAMPLE, "tail == 'two' and xbar < mu0", **taken("less")),
        Mistake("df_n", "It is n − 1.", df="n"),
    )
    nudge = "Is σ known? And what does the question want to show of μ, whatever the sample says?"
    scenes = {
        "changed": (
            "A filling line is set to {mu0} ml. A fitter measures {n} bottles, mean {xbar} ml, {sd} ml, and asks "
            "whether the setting has changed.",
            "An oven is set to {mu0} °C; {n} readings average {xbar} °C, {sd} °C. The baker asks whether the setting "
            "has changed.",
            "Gravel used to cost {mu0} €. {n} quotes average {xbar} €, {sd} €. A builder wants to know whether the "
            "mean price has changed.",
        ),
        "more than": (
            "With the old method pupils read {mu0} words in a test. After a new course {n} pupils average {xbar}, "
            "{sd}. The school asks whether it is more than before.",
            "A clinic promises a wait of {mu0} s at its desk. {n} patients waited {xbar} s on average, {sd} s. They "
            "say that it is more than promised.",
            "Plots yielded {mu0} kg. {n} plots with a new seed yield {xbar} kg on average, {sd} kg. Is the mean yield "
            "now more than {mu0} kg?",
        ),
        "less than": (
            "A bakery promises loaves of {mu0} g. {n} loaves average {xbar} g, {sd} g. An inspector suspects that the "
            "mean is less than promised.",
            "A pump needed {mu0} W. Cleaned, it needs {xbar} W on average in {n} runs, {sd} W. Is that less than "
            "before?",
            "Ropes should bear {mu0} N. {n} ropes bear {xbar} N on average, {sd} N. A climber fears that the mean is "
            "less than that.",
        ),
        "at least": (
            "A label promises lamps that last at least {mu0} hours on average. {n} lamps last {xbar} hours, {sd} "
            "hours. A consumer group wants to show that the promise is broken.",
            "A feed supplier claims that the mean weight gain is at least {mu0} g. {n} animals average {xbar} g, {sd} "
            "g. A farmer tests the claim.",
        ),
        "at most": (
            "A plant may let out at most {mu0} mg an hour on average. {n} hours average {xbar} mg, {sd} mg. The "
            "authority tests for a breach.",
            "A maker claims that its engine uses at most {mu0} ml a round on average. {n} rounds average {xbar} ml, "
            "{sd} ml. A magazine tests the claim.",
        ),
    }
    stories = {f"claim == '{claim}' and {name} > 0": tuple(scene.replace("{sd}", words) for scene in told)
               for claim, told in scenes.items()
               for name, words in (("sigma", "σ known to be {sigma}"), ("s", "s = {s}"))}
