"""What tests of a mean share: how the hypotheses are told, and what the decision means."""

HYPOTHESES = {
    "two": "$H0$: μ = {mu0}, $H1$: μ ≠ {mu0}. No direction is named, so both tails count.",
    "less": "$H0$: μ = {mu0}, $H1$: μ < {mu0}. A direction is named, so the lower tail alone counts.",
    "greater": "$H0$: μ = {mu0}, $H1$: μ > {mu0}. A direction is named, so the upper tail alone counts.",
}


def meaning(decision, tail, statistic):
    """What the decision says of the mean, in a sentence."""
    if decision != "reject H0":
        return "At α = {alpha} the data do not contradict a mean of {mu0}."
    named = tail if (statistic < 0) == (tail == "less") else "two"
    found = {"two": "differs from", "less": "is lower than", "greater": "is higher than"}[named]
    return f"At α = {{alpha}} the data say that the mean {found} {{mu0}}."
