"""Folds the ways in which people write a name into one: "d₁²", "d_1^2", "d1^2" and "\\mathrm{d}_1^2" are alike."""

from __future__ import annotations

import re
import unicodedata

from ..formula.symbols import LATIN_OF

ACCENTS = {"\u0304": "bar", "\u0305": "bar", "\u0302": "hat", "\u0303": "tilde"}
ACCENTED = re.compile(r"\\(bar|overline|hat|tilde|widehat)\s*(?:\{([^{}]*)\}|(\w))")
FRACTION = re.compile(r"\\d?frac\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
WRAPPERS = re.compile(r"\\(?:text|mathrm|mathit|mathbf|operatorname|boldsymbol|left|right|[,;:! ])")
PRIMES = "'′ʹ’"
DROPPED = frozenset(" _^{}()[],.-·*\\$/:\u200b")
VARIANTS = {"ϕ": "phi", "ϵ": "epsilon", "ϑ": "theta", "∂": "d", "ℓ": "l", "Ø": "phi", "~": "tilde"}


def folded(name: str, longest: int = 80) -> str:
    """A name without what does not count: spacing, sub- and superscripts, Greek or spelled, the notation. Case is kept."""
    if len(name) > longest:
        return ""
    text = ACCENTED.sub(_accented, name)
    text = FRACTION.sub(r"\1/\2", text)
    text = WRAPPERS.sub("", text).replace("\\partial", "d")
    signs = [_sign(sign) for sign in unicodedata.normalize("NFKD", text)]
    return "".join(signs)


def _accented(found: re.Match[str]) -> str:
    accent = {"overline": "bar", "widehat": "hat"}.get(found[1], found[1])
    return (found[2] or found[3]) + accent


def _sign(sign: str) -> str:
    if sign in DROPPED:
        return ""
    if sign in PRIMES:
        return "new"
    if sign in ACCENTS:
        return ACCENTS[sign]
    if sign in VARIANTS:
        return VARIANTS[sign]
    return LATIN_OF.get(sign, sign)


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case, without articles."""
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower())
    return [word for word in found if word not in ("the", "a", "an")]
