"""The binary cross-entropy of an entry, and logarithms: of 4, and of several bases."""

from quizgen.authoring import Mistake

LOG_4 = 1.3863  # ln 4 as a student is told it
BCE = "-(x[i]*ln(x_hat[i]) + (1 - x[i])*ln(1 - x_hat[i]))"
BASES = {"e": "logarithms are natural", "2": "logarithms have the base 2, results are in bits",
         "10": "logarithms have the base 10"}


def by_base(text):
    """A formula of natural logarithms, under each base."""
    return {base: text if base == "e" else f"({text})/ln({base})" for base in BASES}


def in_each_base(name, says, **steps):
    """A mistake whose formulas hold natural logarithms, under each base."""
    return [Mistake(name, says, when=f"log_base == '{base}'",
                    **{step: by_base(text)[base] for step, text in steps.items()}) for base in BASES]
