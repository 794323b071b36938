"""Prints a formula's tree in the order its author wrote it; each notation says how its parts look.

Precedence decides parentheses. A number that is put in for a name gets them by context: bare when it comes first in a sum,
fraction, exponent or argument; in parentheses when it is negative and follows an operator or is the base of a power.
"""

from __future__ import annotations

from .nodes import (
    Binary,
    Both,
    Call,
    Choose,
    Compare,
    Derivative,
    Dots,
    Item,
    Name,
    Node,
    Number,
    Over,
    Sequence,
    Unary,
    Word,
)
from .symbols import Partial, Symbol, symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SUM, PRODUCT, SIGN, POWER, ATOM = 1, 2, 3, 4, 5
SLOT = "\ue000"


class Notation:
    """How the parts of a formula look in one format. A subclass overrides what differs.

    `stacks` says that fractions have a bar and exponents stand above; `root_binds` that a root's sign stands before one
    factor, as in √n, and does not reach over what is inside.
    """

    minus = "-"
    times = " * "
    dots = "..."
    signs: Mapping[str, str] = {"==": "=", "!=": "!=", "<=": "<=", ">=": ">=", "<": "<", ">": ">"}
    stacks = False
    root_binds = False

    def number(self, text: str) -> str:
        """A literal: its minus sign and its power of ten."""
        mantissa, _, exponent = text.lower().partition("e")
        shown = mantissa.replace("-", self.minus)
        return f"{shown}{self.times.strip()}{self.power('10', str(int(exponent)))}" if exponent else shown

    def signed(self, sign: str, inner: str) -> str:
        """A term with its sign."""
        return sign.replace("-", self.minus) + inner

    def word(self, text: str) -> str:
        """Upright words."""
        return text

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        """A symbol with indices put below it."""
        raise NotImplementedError

    def partial(self, name: Partial) -> str:
        """A partial derivative."""
        raise NotImplementedError

    def group(self, inner: str) -> str:
        """Parentheses."""
        return f"({inner})"

    def fraction(self, above: str, below: str) -> str:
        """A stacked fraction."""
        return f"{above}/{below}"

    def slashed(self, above: str, below: str) -> str:
        """A fraction on one line, where a stacked one would be too small: in an exponent."""
        return f"{above}/{below}"

    def power(self, base: str, exponent: str) -> str:
        """base to the exponent."""
        return f"{base}^{exponent}"

    def root(self, inner: str) -> str:
        """A square root."""
        return f"sqrt({inner})"

    def absolute(self, inner: str) -> str:
        """Bars on both sides."""
        return f"|{inner}|"

    def whole(self, function: str, inner: str) -> str:
        """A number rounded down ("floor") or up ("ceil") to a whole one."""
        return self.call(function, [inner])

    def binomial(self, above: str, below: str) -> str:
        """A binomial coefficient."""
        return self.call("comb", [above, below])

    def over(self, function: str, index: str, body: str) -> str:
        """A function of all that `body` takes as `index` runs."""
        return f"{function}_{index} {body}"

    def call(self, function: str, args: list[str]) -> str:
        """A function by its name."""
        return f"{self.word(function)}({', '.join(args)})"

    def product(self, left: str, right: str, numbers: bool) -> str:
        """A product of two factors; `numbers` where the second begins with a number."""
        return f"{left}{self.times}{right}"

    def vector(self, items: list[str]) -> str:
        """A vector."""
        return f"({', '.join(items)})"

    def matrix(self, rows: list[list[str]]) -> str:
        """A matrix."""
        return f"[{'; '.join(', '.join(row) for row in rows)}]"

    def cases(self, branches: list[tuple[str, str]], no: str) -> str:
        """One of several values: each with its condition, and what is left."""
        return ", else ".join([*(f"{yes} if {condition}" for yes, condition in branches), no])

    def exponential(self, exponent: str) -> str:
        """e to an exponent that stands above."""
        return self.power("e", exponent)

    def quantile(self, letter: str, args: list[str]) -> str:
        """A quantile of the t or normal distribution: its probability, and its degrees of freedom."""
        return self.subscript_call(letter, args)

    def subscript_call(self, letter: str, below: list[str]) -> str:
        """A letter with arguments below it."""
        return f"{letter}_{{{', '.join(below)}}}"


class Printer:
    """Prints trees in one notation. `symbols` is the problem's table; `slots` has names left open for numbers."""

    def __init__(self, notation: Notation, symbols: Mapping[str, str] | None = None, slots: bool = False) -> None:
        self.notation = notation
        self.symbols = symbols or {}
        self.slots: list[tuple[Node, bool]] | None = [] if slots else None
        self.raised = False

    def text(self, node: Node, level: int = 0, first: bool = True) -> str:
        """The node printed, in parentheses where it binds looser than `level`; `first` where no operator stands before."""
        printed, own = self._print(node, first or own_level(node) < level)
        return self.notation.group(printed) if own < level else printed

    def _print(self, node: Node, first: bool) -> tuple[str, int]:
        notation = self.notation
        match node:
            case Number(text):
                negative = text.startswith("-") and not first
                return notation.number(text), SUM if negative else POWER if "e" in text.lower() else ATOM
            case Word(text):
                return notation.word(text), ATOM
            case Dots():
                return notation.dots, ATOM
            case Derivative(above, below):
                return notation.partial(Partial(*(self._letter(name) for name in (above, below)))), ATOM
            case Name() | Item():
                return self._leaf(node, first), ATOM
            case Unary(op, arg):
                return notation.signed(op, self.text(arg, PRODUCT, False)), SIGN if first else SUM
            case Binary():
                return self._binary(node, first)
            case Call(function, args):
                return self._call(function, args)
            case Over("sum", Choose(condition, body, Number("0")), index):
                return notation.over("sum", self._which(condition, index), self.text(body, PRODUCT)), PRODUCT
            case Over(function, body, index):
                return notation.over(function, self._index(index), self.text(body, PRODUCT)), PRODUCT
            case Compare(op, left, right):
                return f"{self.text(left)} {notation.signs[op]} {self.text(right)}", 0
            case Both(op, parts):
                return f" {notation.word(op)} ".join(self.text(part) for part in parts), 0
            case Choose():
                branches = []
                while isinstance(node, Choose):
                    branches.append((self.text(node.yes), self.text(node.condition)))
                    node = node.no
                return notation.cases(branches, self.text(node)), SUM
            case Sequence(items):
                return self._sequence(items), ATOM
        raise TypeError(f"cannot print {node!r}")

    def _sequence(self, items: tuple[Node, ...]) -> str:
        if items and isinstance(items[0], Sequence):
            return self.notation.matrix(
                [[self.text(entry) for entry in getattr(row, "items", (row,))] for row in items]
            )
        return self.notation.vector([self.text(item) for item in items])

    def _binary(self, node: Binary, first: bool) -> tuple[str, int]:
        notation = self.notation
        left, right = node.left, node.right
        if node.op in ("+", "-"):
            sign = node.op.replace("-", notation.minus)
            return f"{self.text(left, SUM, first)} {sign} {self.text(right, PRODUCT, False)}", SUM
        if node.op == "*":
            second = self.text(right, SIGN, False)
            return notation.product(
                self.text(left, PRODUCT, first), second, _starts_with_number(right) or self.slots is not None
            ), PRODUCT
        if node.op == "/" and notation.stacks and not self.raised:
            return notation.fraction(self.text(left), self.text(right)), POWER
        if node.op == "/":
            return notation.slashed(self.text(left, PRODUCT, first), self.text(right, SIGN + 1, False)), PRODUCT
        exponent = self._small(right) if notation.stacks else self.text(right, ATOM, False)
        base = self.text(left, ATOM, False)
        return notation.power(notation.group(base) if self._raised_mark(left) else base, exponent), POWER

    def _call(self, function: str, args: tuple[Node, ...]) -> tuple[str, int]:
        notation = self.notation
        if function == "sqrt":
            if notation.root_binds:
                return notation.root(self.text(args[0], ATOM, False)), POWER
            return notation.root(self.text(args[0])), ATOM
        if function == "abs":
            return notation.absolute(self.text(args[0])), ATOM
        if function in ("floor", "ceil"):
            return notation.whole(function, self.text(args[0])), ATOM
        if function == "exp" and notation.stacks:
            return notation.exponential(self._small(args[0])), POWER
        if function in ("t_quantile", "z_quantile"):
            return notation.quantile(function[0], [self._small(arg) for arg in args]), ATOM
        if function == "comb":
            return notation.binomial(*map(self.text, args)), ATOM
        if function == "count":
            return notation.symbol(Symbol("m" if isinstance(args[0], Item) else "n"), ()), ATOM
        if function == "t_tail":
            return f"P({notation.subscript_call('T', [self.text(args[1])])} > {self.text(args[0])})", ATOM
        if function == "z_tail":
            return f"P(Z > {self.text(args[0])})", ATOM
        shown = {"argmin": "arg min", "argmax": "arg max", "sigmoid": "σ", "runner_up": "second smallest of"}
        return notation.call(shown.get(function, function), [self.text(arg) for arg in args]), ATOM

    def _small(self, node: Node) -> str:
        before, self.raised = self.raised, True
        text = self.text(node)
        self.raised = before
        return text

    def _letter(self, name: str) -> Symbol:
        found = symbol(name, self.symbols)
        assert isinstance(found, Symbol)
        return found

    def _raised_mark(self, node: Node) -> bool:
        """Whether a name has a mark where an exponent stands: to a power it needs parentheses."""
        while isinstance(node, Item):
            node = node.base
        return self.slots is None and isinstance(node, Name) and bool(getattr(symbol(node.id, self.symbols), "sup", ()))

    def _index(self, index: str) -> str:
        return self.notation.symbol(Symbol(index), ())

    def _which(self, condition: Node, index: str) -> str:
        """What stands below the sum of those terms for which a condition holds: "j ≤ i", "i: y_i ≠ t_i"."""
        bounds = isinstance(condition, Compare) and condition.left == Name(index)
        return self.text(condition) if bounds else f"{self._index(index)}: {self.text(condition)}"

    def _leaf(self, node: Node, first: bool) -> str:
        if self.slots is not None:
            self.slots.append((node, first))
            return f"{SLOT}{len(self.slots) - 1}{SLOT}"
        base, indices = node, []
        while isinstance(base, Item):
            indices.append(self.text(base.index))
            base = base.base
        if not isinstance(base, Name):
            return f"{self.text(base, ATOM)}[{', '.join(reversed(indices))}]"
        name = symbol(base.id, self.symbols)
        if isinstance(name, Partial):
            below = (*name.below.sub, *reversed(indices))
            return self.notation.partial(Partial(name.above, name.below.replace(sub=below)))
        return self.notation.symbol(name, tuple(reversed(indices)))


def own_level(node: Node) -> int:
    """How tightly a node binds."""
    match node:
        case Compare() | Both():
            return 0
        case Binary("+" | "-") | Choose():
            return SUM
        case Binary("*" | "/") | Over():
            return PRODUCT
        case Unary():
            return SIGN
        case Binary():
            return POWER
    return ATOM


def _starts_with_number(node: Node) -> bool:
    while isinstance(node, Binary) and node.op not in "+-":
        node = node.left
    return isinstance(node, Number)


class Template:
    """A formula printed once, with slots for the numbers of each variant."""

    def __init__(self, node: Node, notation: Notation) -> None:
        printer = Printer(notation, slots=True)
        pieces = printer.text(node).split(SLOT)
        self.notation = notation
        self.pieces = pieces[::2]
        self.slots = [(printer.slots or [])[int(number)] for number in pieces[1::2]]

    def fill(self, text: Callable[[Node], object]) -> str:
        """The formula with numbers put in: `text` gives the digits, or lists of digits, of a name or entry."""
        parts = [self.pieces[0]]
        for (node, first), after in zip(self.slots, self.pieces[1:]):
            parts += (self._number(text(node), first), after)
        return "".join(parts)

    def _number(self, text: object, first: bool) -> str:
        if isinstance(text, list):
            return Printer(self.notation).text(value_node(text))
        shown = str(text)
        printed = self.notation.number(shown)
        return self.notation.group(printed) if not first and (shown[0] == "-" or "e" in shown) else printed


NAMES: dict[tuple[int, int], tuple[Mapping[str, str], dict[str, str]]] = {}


def printed(node: Node, notation: Notation, symbols: Mapping[str, str]) -> str:
    """The node with its names as symbols; kept with the node, since formulas are printed for every variant."""
    if type(node) is Number:
        return notation.number(node.text)
    key = (id(notation), id(symbols))
    if type(node) is Name:
        _, kept_names = NAMES.setdefault(key, (symbols, {}))
        if node.id not in kept_names:
            kept_names[node.id] = Printer(notation, symbols).text(node)
        return kept_names[node.id]
    kept: dict[tuple[int, int], str] = node.__dict__.setdefault("_printed", {})
    if key not in kept:
        kept[key] = Printer(notation, symbols).text(node)
    return kept[key]


def template(node: Node, notation: Notation) -> Template:
    """The node with slots for numbers; kept with the node."""
    kept: dict[int, Template] = node.__dict__.setdefault("_templates", {})
    if id(notation) not in kept:
        kept[id(notation)] = Template(node, notation)
    return kept[id(notation)]


def value_node(text: object, most: int | None = 12) -> Node:
    """A value's text, or lists of texts, as a tree; lists longer than `most` shortened."""
    if isinstance(text, list):
        if most and len(text) > most and not isinstance(text[0], list):
            return Sequence((*map(value_node, text[:3]), Dots(), value_node(text[-1])))
        return Sequence(tuple(value_node(entry, most) for entry in text))
    shown = str(text)
    return Number(shown) if shown.lstrip("-")[:1].isdigit() else Word(shown)
