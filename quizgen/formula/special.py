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
    """P(T > t) for Student's t with `df` degrees of freedom. ValueError where df is not positive."""
    if not df > 0:
        raise ValueError(f"degrees of freedom must be positive, got {df:g}")
    if t < 0:
        return 1 - t_tail(-t, df)
    if df > 1e7:
        return normal_tail(t * (1 - 1 / (4 * df)) / math.sqrt(1 + t * t / (2 * df)))
    return _beta_share(df / (df + t * t), t * t / (df + t * t), df / 2, 0.5) / 2


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
    scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    return math.exp(scale - (df + 1) / 2 * math.log1p(t * t / df))


def _quantile(tail: float, above: Callable[[float], float], density: Callable[[float], float]) -> float:
    """The x >= 0 with above(x) = tail <= 1/2: Newton's steps, kept inside a bracket that each step narrows."""
    low, high = 0.0, 1.0
    while above(high) > tail:
        low, high = high, 2 * high
    x = (low + high) / 2
    for _ in range(200):
        excess = above(x) - tail
        low, high = (x, high) if excess > 0 else (low, x)
        step = excess / density(x)
        closer = x + step if low < x + step < high else (low + high) / 2
        if abs(closer - x) <= 1e-15 * max(x, 1e-3):
            return closer
        x = closer
    return x


def _beta_share(x: float, rest: float, a: float, b: float) -> float:
    """The regularized incomplete beta function I_x(a, b); `rest` is 1 - x, handed over to keep its digits."""
    if x <= 0:
        return 0.0
    if rest <= 0:
        return 1.0
    front = math.exp(_log_beta_factor(a, b) + a * math.log(x) + b * math.log(rest))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(x, a, b) / a
    return 1 - front * _beta_fraction(rest, b, a) / b


def _log_beta_factor(a: float, b: float) -> float:
    return math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)


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
