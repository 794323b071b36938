"""What tests of a mean share: key words of questions, how the hypotheses are told, and what the decision means."""

HYPOTHESES = {
    "two": "$H0$: μ = {mu0}, $H1$: μ ≠ {mu0}. No direction is named, so both tails count.",
    "less": "$H0$: μ = {mu0}, $H1$: μ < {mu0}. A direction is named, so the lower tail alone counts.",
    "greater": "$H0$: μ = {mu0}, $H1$: μ > {mu0}. A direction is named, so the upper tail alone counts.",
}

KEY_WORDS = {
    "two": "different changed equal still as_stated",
    "greater": "more_than greater exceeds above increased longer taller at_most no_more_than does_not_exceed",
    "less": "less_than below fewer decreased shorter smaller at_least no_less_than minimum",
}
TAILS = {word.replace("_", " "): tail for tail, words in KEY_WORDS.items() for word in words.split()}


def meaning(decision, tail, statistic):
    """What the decision says of the mean, in a sentence."""
    if decision != "reject H0":
        return "At α = {alpha} the data do not contradict a mean of {mu0}."
    named = tail if (statistic < 0) == (tail == "less") else "two"
    found = {"two": "differs from", "less": "is lower than", "greater": "is higher than"}[named]
    return f"At α = {{alpha}} the data say that the mean {found} {{mu0}}."
