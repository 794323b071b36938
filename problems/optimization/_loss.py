"""Losses of one or two weights as formulas: their texts, other names put in, their slopes."""

import re

from quizgen.errors import InputError


def shifted(text, by):
    """The text with so much subtracted: "w - 3", "w + 3" or "w"."""
    return f"{text} {'-' if by > 0 else '+'} {abs(by)}" if by else text


def scaled(text, by):
    """The text times a number other than 0: "2*w", "-w" or "w"."""
    return f"{'' if by == 1 else '-' if by == -1 else f'{by}*'}{text}"


def quadratic(a, c, d=0):
    """The text of a(w - c)² + d."""
    return shifted(scaled(f"({shifted('w', c)})**2" if c else "w**2", a), -d)


def quadratic_form(a, b, c):
    """The text of ax² + bxy + cy²."""
    terms = [scaled(term, by) for term, by in (("x**2", a), ("x*y", b), ("y**2", c)) if by]
    return " + ".join(terms).replace("+ -", "- ") or "0"


def bowl(a, b):
    """The text of ax² + by²."""
    return quadratic_form(a, 0, b)


def put_in(formula, **names):
    """A formula with other names for its letters."""
    return re.sub(r"\b[a-z]\b", lambda letter: names.get(letter[0], letter[0]), formula)


def slope(formula, letter="w"):
    """The derivative of a formula that a user gave. InputError where it has none."""
    from quizgen.chain_rule.derive import derivative
    from quizgen.formula.parse import parse

    try:
        return derivative(parse(formula), letter)
    except ValueError:
        raise InputError(f"f: {formula} has no slope here; sums, products, powers, exp and ln have") from None


def until(gradient, w0, eta, tol, most=1000):
    """The points of a descent up to that from which the next update would be smaller than the tolerance."""
    path = [w0]
    while abs(eta*gradient(path[-1])) >= tol:
        if len(path) > most:
            raise ValueError(f"after {most} updates they are still too large to stop")
        path.append(path[-1] - eta*gradient(path[-1]))
    return path
