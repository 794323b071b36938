"""Derivatives of formulas by sympy, written as a textbook writes them: y(1 - y) for a sigmoid y, y - t before t - y."""

from __future__ import annotations

import operator
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..formula.nodes import Binary, Call, Item, Name, Node, Number, Unary


class sigmoid(sympy.Function):  # type: ignore[misc]
    """1/(1 + e^-x), which is its own derivative's root: s' = s (1 - s)."""

    def fdiff(self, argindex: int = 1) -> Any:
        return self * (1 - self)


class positive(sympy.Function):  # type: ignore[misc]
    """1 above 0, else 0: the slope of a rectified linear unit."""


class relu(sympy.Function):  # type: ignore[misc]
    """x above 0, else 0."""

    def fdiff(self, argindex: int = 1) -> Any:
        return positive(self.args[0])


FUNCTIONS = {
    "sigmoid": sigmoid,
    "relu": relu,
    "tanh": sympy.tanh,
    "exp": sympy.exp,
    "ln": sympy.log,
    "log": sympy.log,
    "sqrt": sympy.sqrt,
}


ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow}


def derivative(node: Node, wrt: str, name: str = "") -> str:
    """The derivative of a formula by a name in it, as an author would write it. Where the formula's own value appears in
    it, it is called `name`. ValueError for a formula that is not smooth arithmetic."""
    whole = expression(node)
    slope = sympy.diff(whole, sympy.Symbol(wrt))
    if name:
        slope = slope.subs(whole, sympy.Symbol(name))
    return written(sympy.factor_terms(slope))


def expression(node: Node) -> Any:
    """A formula as sympy has it; an entry of a vector is a symbol of its own, "t[1]"."""
    match node:
        case Number(text):
            return sympy.Rational(text)
        case Name(name):
            return sympy.Symbol(name)
        case Item(Name(name), Number(place)):
            return sympy.Symbol(f"{name}[{place}]")
        case Unary("-", arg):
            return -expression(arg)
        case Binary(op, left, right):
            return ARITHMETIC[op](expression(left), expression(right))
        case Call(function, (arg,)) if function in FUNCTIONS:
            return FUNCTIONS[function](expression(arg))
    raise ValueError(f"no derivative of {node!r}")


def written(value: Any) -> str:
    """A sympy expression in the syntax of formulas: what is subtracted stands last, sums after single factors."""
    if isinstance(value, sympy.Add):
        terms = sorted(value.args, key=lambda term: (term.could_extract_minus_sign(), not term.is_number, str(term)))
        text = written(terms[0])
        for term in terms[1:]:
            minus = term.could_extract_minus_sign()
            text += f" - {written(-term)}" if minus else f" + {written(term)}"
        return text
    if isinstance(value, sympy.Mul):
        return _product(value)
    if isinstance(value, sympy.Pow):
        return f"{_tight(value.base)}**{_tight(value.exp)}"
    if isinstance(value, positive):
        return f"1 if {written(value.args[0])} > 0 else 0"
    if isinstance(value, sympy.Function):
        return f"{value.func.__name__}({', '.join(map(written, value.args))})"
    return str(value)


def _product(value: Any) -> str:
    number, factors = value.as_coeff_mul()
    factors = list(factors)
    for place, factor in enumerate(factors):
        if number < 0 and isinstance(factor, sympy.Add):
            number, factors[place] = -number, -factor
    factors.sort(key=lambda factor: (isinstance(factor, sympy.Add), str(factor)))
    texts = [str(number)] if abs(number) != 1 else []
    text = "*".join([*texts, *map(_tight, factors)])
    return f"-{text}" if number == -1 else text


def _tight(value: Any) -> str:
    text = written(value)
    return f"({text})" if isinstance(value, (sympy.Add, positive)) or text.startswith("-") else text
