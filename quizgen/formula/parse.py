"""Reads an author's formula, a Python expression, under a whitelist of syntax."""

from __future__ import annotations

import ast

from .functions import FUNCTIONS, REDUCTIONS
from .nodes import Binary, Both, Call, Choose, Compare, Item, Name, Node, Number, Over, Sequence, Unary, Word

ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
SIGNS = {ast.USub: "-", ast.UAdd: "+"}
COMPARISONS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
CONNECTIVES = {ast.And: "and", ast.Or: "or"}


class FormulaError(ValueError):
    """A formula that an author wrote cannot be read; says what and where."""


def parse(text: str, indices: frozenset[str] = frozenset()) -> Node:
    """The tree of a formula such as ``"(xbar - mu0) / se"``; `indices` are the names that sums may run over.

    Raises FormulaError, naming the column, for anything but numbers, names, subscripts, arithmetic, comparisons,
    `a if c else b`, tuples and known functions.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError) as error:
        raise FormulaError(f"formula {text!r}: {getattr(error, 'msg', error)}") from None
    return _Reader(text.strip(), indices).read(tree.body)


class _Reader:
    def __init__(self, text: str, indices: frozenset[str]) -> None:
        self.text = text
        self.indices = indices

    def read(self, node: ast.expr) -> Node:
        method = getattr(self, "_" + type(node).__name__.lower(), None)
        if method is None:
            raise self._error(node, "a formula may hold numbers, names, arithmetic, comparisons and known functions")
        result: Node = method(node)
        return result

    def _error(self, node: ast.expr, why: str) -> FormulaError:
        return FormulaError(f"formula {self.text!r}, column {node.col_offset + 1}: {why}")

    def _constant(self, node: ast.Constant) -> Node:
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            return Number(self.text[node.col_offset : node.end_col_offset])
        if isinstance(node.value, str):
            return Word(node.value)
        raise self._error(node, f"{node.value!r} is no number")

    def _name(self, node: ast.Name) -> Node:
        return Name(node.id.rstrip("_"))

    def _subscript(self, node: ast.Subscript) -> Node:
        return Item(self.read(node.value), self.read(node.slice))

    def _unaryop(self, node: ast.UnaryOp) -> Node:
        if type(node.op) not in SIGNS:
            raise self._error(node, "the only signs are - and +")
        return Unary(SIGNS[type(node.op)], self.read(node.operand))

    def _binop(self, node: ast.BinOp) -> Node:
        if type(node.op) not in ARITHMETIC:
            raise self._error(node, "arithmetic is + - * / **")
        return Binary(ARITHMETIC[type(node.op)], self.read(node.left), self.read(node.right))

    def _compare(self, node: ast.Compare) -> Node:
        sides = [self.read(side) for side in (node.left, *node.comparators)]
        parts = []
        for op, left, right in zip(node.ops, sides, sides[1:]):
            if type(op) not in COMPARISONS:
                raise self._error(node, "comparisons are < <= > >= == !=")
            parts.append(Compare(COMPARISONS[type(op)], left, right))
        return parts[0] if len(parts) == 1 else Both("and", tuple(parts))

    def _boolop(self, node: ast.BoolOp) -> Node:
        return Both(CONNECTIVES[type(node.op)], tuple(self.read(value) for value in node.values))

    def _ifexp(self, node: ast.IfExp) -> Node:
        return Choose(self.read(node.test), self.read(node.body), self.read(node.orelse))

    def _tuple(self, node: ast.Tuple) -> Node:
        return Sequence(tuple(self.read(item) for item in node.elts))

    _list = _tuple

    def _call(self, node: ast.Call) -> Node:
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise self._error(node, "a function is called by its name, without keywords")
        function, args = node.func.id, tuple(self.read(arg) for arg in node.args)
        if function in REDUCTIONS and len(args) == 2 and isinstance(args[1], Name) and args[1].id in self.indices:
            return Over(function, args[0], args[1].id)
        if function not in FUNCTIONS:
            raise self._error(node, f"unknown function {function}; known are {', '.join(sorted(FUNCTIONS))}")
        return Call(function, args)
