"""Decimal texts of numbers, rounded half up from 15 significant digits, as a person would from a calculator's display."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

HALF_UP = Context(prec=400, rounding=ROUND_HALF_UP)
UNITS = [Decimal(1).scaleb(-places) for places in range(40)]
FIGURES = 2


def rounded(x: float, places: int) -> str:
    """x to so many decimals; never "-0.00"."""
    units = x * 10.0**places
    if abs(units) < 1e9 and abs(units % 1 - 0.5) > 1e-6:  # far from a tie the binary float rounds alike
        text = f"{x:.{places}f}"
    else:
        text = format(Decimal(f"{x:.15g}").quantize(UNITS[places], context=HALF_UP), "f")
    return text.lstrip("-") if text[0] == "-" and not text.strip("-0.") else text


def to_figures(x: float, figures: int) -> str:
    """x to so many significant figures: 0.00038, and 1.2e-07 for what is smaller than a millionth or beyond 15 digits."""
    if not x:
        return "0"
    exact = Decimal(f"{x:.15g}")
    places = figures - 1 - exact.adjusted()
    near = exact.quantize(Decimal(1).scaleb(-places), context=HALF_UP)
    if near.adjusted() != exact.adjusted():
        near = near.quantize(Decimal(1).scaleb(1 - places), context=HALF_UP)
    if 1e-6 <= abs(x) < 1e15:
        return format(near, "f")
    return f"{near.scaleb(-near.adjusted()):f}e{near.adjusted():+03d}"


def shown(x: float, places: int) -> str:
    """x as a solution shows it: to so many decimals, or to two significant figures where fewer would be left."""
    if isinstance(x, int):
        return str(x)
    if x and places and abs(x) < 9.5 * 10.0**-places and not x.is_integer():
        return to_figures(x, FIGURES)
    if abs(x) >= 1e15:
        return to_figures(x, 12)
    return rounded(x, places)


def significant(x: float) -> float:
    """x to 12 significant digits, for JSON."""
    return float(f"{x:.12g}")
