"""Tails and quantiles of the normal and of Student's t distribution.

scipy.special would do the same and takes twenty times as long to import as Python takes to start. Sources: the tail of t
as an incomplete beta function and its continued fraction, Abramowitz and Stegun (1964), 26.5.8, 26.7.1; the continued
fraction evaluated by Lentz's method, Press et al., Numerical Recipes (2007), section 6.4.
"""

from __future__ import annotations

import math
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

TINY = 1e-300


def normal_tail(z: float) -> float:
    """P(Z > z) for a standard normal Z."""
    return math.erfc(z / math.sqrt(2)) / 2


def t_tail(t: float, df: float) -> float:
    """P(T > t) for Student's t with `df` degrees of freedom, to 13 digits up to 1000 of them, to 9 beyond. ValueError where
    df is not positive."""
    if not df > 0:
        raise ValueError(f"degrees of freedom must be positive, got {df:g}")
    if t < 0:
        return 1 - t_tail(-t, df)
    if df > 1e7:
        return normal_tail(t * (1 - 1 / (4 * df)) / math.sqrt(1 + t * t / (2 * df)))
    ratio = t * t / df if t < 1e150 else math.inf
    spread = math.log1p(ratio) if t < 1e150 else 2 * math.log(t) - math.log(df)
    x = 1 / (1 + ratio)
    rest = ratio * x if ratio < 1 else 1 - x
    front = math.exp(_log_density_factor(df) - df / 2 * spread) * math.sqrt(rest)
    if x < (df + 2) / (df + 5):
        return front * _beta_fraction(x, df / 2, 0.5) / df
    return 0.5 - front * _beta_fraction(rest, 0.5, df / 2)


@lru_cache(maxsize=4096)
def t_quantile(p: float, df: float) -> float:
    """The t with P(T <= t) = p. ValueError where p is not between 0 and 1."""
    if not 0 < p < 1:
        raise ValueError(f"a probability between 0 and 1 is needed, got {p:g}")
    if p < 0.5:
        return -_quantile(p, lambda t: t_tail(t, df), lambda t: _t_density(t, df))
    return _quantile(1 - p, lambda t: t_tail(t, df), lambda t: _t_density(t, df))


@lru_cache(maxsize=4096)
def normal_quantile(p: float) -> float:
    """The z with P(Z <= z) = p. ValueError where p is not between 0 and 1."""
    if not 0 < p < 1:
        raise ValueError(f"a probability between 0 and 1 is needed, got {p:g}")
    sign, tail = (-1, p) if p < 0.5 else (1, 1 - p)
    return sign * _quantile(tail, normal_tail, lambda z: math.exp(-z * z / 2) / math.sqrt(2 * math.pi))


def _t_density(t: float, df: float) -> float:
    return math.exp(_log_density_factor(df) - (df + 1) / 2 * math.log1p(t * t / df)) / math.sqrt(df)


def _log_density_factor(df: float) -> float:
    """ln(1 / B(df/2, 1/2)). For large df by its series in 1/a, a = df/2, since the gamma functions would cancel: Abramowitz
    and Stegun, 6.1.41."""
    a = df / 2
    if a < 25:
        return math.lgamma(a + 0.5) - math.lgamma(a) - math.lgamma(0.5)
    series = 1 / (8 * a) - 1 / (192 * a**3) + 1 / (640 * a**5) - 17 / (14336 * a**7)
    return math.log(a) / 2 - series - math.log(math.pi) / 2


def _quantile(tail: float, above: Callable[[float], float], density: Callable[[float], float]) -> float:
    """The x >= 0 with above(x) = tail <= 1/2: Newton's steps for the logarithm of the tail, which is nearly straight, kept
    inside a bracket that each step narrows."""
    low, high = 0.0, 1.0
    while above(high) > tail:
        low, high = high, 2 * high
    x = (low + high) / 2
    for _ in range(200):
        here, slope = above(x), density(x)
        low, high = (x, high) if here > tail else (low, x)
        closer = x + math.log(here / tail) * here / slope if here and slope else low
        if not low < closer < high:
            closer = (low + high) / 2
        if abs(closer - x) <= 1e-15 * max(x, 1e-3):
            return closer
        x = closer
    return x


def _beta_fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, 10000):
        for top in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away_from_zero(1 + top * d)
            c = _away_from_zero(1 + top / c)
            fraction *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return fraction


def _away_from_zero(x: float) -> float:
    return x if abs(x) > TINY else TINY
