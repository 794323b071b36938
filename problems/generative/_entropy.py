"""The binary cross-entropy of an entry, and logarithms of several bases."""

from quizgen.authoring import Convention, Mistake

BCE = "-(x[i]*ln(x_hat[i]) + (1 - x[i])*ln(1 - x_hat[i]))"
BASES = {"e": "", "2": "/ln(2)", "10": "/ln(10)"}


def base_of_logarithms(**units):
    """The convention on the base; `units` are what is said of the results in some of them."""
    says = {"e": "logarithms are natural", "2": "logarithms have the base 2", "10": "logarithms have the base 10"}
    return Convention(*BASES, says={base: text + units.get(f"in_{base}", "") for base, text in says.items()})


def by_base(text):
    """A formula of natural logarithms, under each base."""
    return {base: f"({text}){unit}" if unit else text for base, unit in BASES.items()}


def in_each_base(name, says, **steps):
    """A mistake whose formulas hold logarithms, under each base."""
    return tuple(
        Mistake(name, says, when=f"log_base == '{base}'", **{step: by_base(text)[base] for step, text in steps.items()})
        for base in BASES)
