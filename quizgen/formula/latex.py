"""LaTeX."""

from __future__ import annotations

from .printer import Notation
from .symbols import LATIN_OF, Partial, Symbol

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "^": r"\^{}",
    "~": r"\~{}",
    "₀": "$_0$",
}
IN_WORDS = {letter: rf"{{\{name}}}" for letter, name in LATIN_OF.items()}
IN_WORDS |= {" ": "~", "²": "^2", "·": r"{\cdot}", "‖": r"{\Vert}"}


LONG, BREAK = 5, r", \allowbreak "


class Latex(Notation):
    """Formulas for LaTeX's math mode."""

    times = r" \times "
    dots = r"\dots"
    signs = {"==": "=", "!=": r"\ne", "<=": r"\le", ">=": r"\ge", "<": "<", ">": ">"}
    stacks = True

    def word(self, text: str) -> str:
        return r"\text{" + "".join(ESCAPES.get(sign, sign) for sign in text) + "}"

    def letter(self, text: str) -> str:
        """A letter or words of a symbol; a sign may stand before it."""
        if text[:1] == "-":
            return f"-{self.letter(text[1:])}"
        if text in LATIN_OF:
            name = LATIN_OF[text]
            return "\\" + {"epsilon": "varepsilon", "phi": "varphi"}.get(name, name)
        if len(text.rstrip("'")) == 1 or text.isdigit() or text.startswith("\\"):
            return text
        return r"\mathrm{" + "".join(IN_WORDS.get(sign, sign) for sign in text) + "}"

    def symbol(self, name: Symbol, indices: tuple[str, ...]) -> str:
        base = self.letter(name.base)
        if name.accent:
            base = rf"\{name.accent}{{{base}}}"
        below = ",".join([*map(self._mark, name.sub), *indices])
        above = ",".join(map(self._mark, name.sup))
        return base + (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")

    def _mark(self, text: str) -> str:
        letters = text.rstrip("0123456789")
        return (
            f"{self.letter(letters)}_{{{text[len(letters) :]}}}" if letters and letters != text else self.letter(text)
        )

    def partial(self, name: Partial) -> str:
        return rf"\frac{{\partial {self.symbol(name.above, ())}}}{{\partial {self.symbol(name.below, ())}}}"

    def group(self, inner: str) -> str:
        return rf"\left({inner}\right)" if r"\frac" in inner or r"\sum" in inner else f"({inner})"

    def fraction(self, above: str, below: str) -> str:
        return rf"\frac{{{above}}}{{{below}}}"

    def power(self, base: str, exponent: str) -> str:
        return f"{{{base}}}^{{{exponent}}}"

    def root(self, inner: str) -> str:
        return rf"\sqrt{{{inner}}}"

    def absolute(self, inner: str) -> str:
        return rf"\lvert {inner}\rvert"

    def whole(self, function: str, inner: str) -> str:
        return rf"\left\l{function} {inner}\right\r{function}"

    def binomial(self, above: str, below: str) -> str:
        return rf"\binom{{{above}}}{{{below}}}"

    def over(self, function: str, index: str, body: str) -> str:
        sign = {
            "sum": r"\sum",
            "prod": r"\prod",
            "argmin": r"\operatorname*{arg\,min}",
            "argmax": r"\operatorname*{arg\,max}",
        }.get(function, rf"\operatorname*{{{function}}}")
        return f"{sign}_{{{index}}} {body}"

    def call(self, function: str, args: list[str]) -> str:
        name = {"σ": r"\sigma", "tanh": r"\tanh", "min": r"\min", "max": r"\max", "ln": r"\ln", "log": r"\ln"}.get(
            function, rf"\operatorname{{{function}}}"
        )
        return name + self.group(", ".join(args))

    def product(self, left: str, right: str, numbers: bool) -> str:
        upright = r"\mathrm" in left[-20:] or right.startswith(r"\mathrm")
        return f"{left}{self.times}{right}" if numbers or upright else rf"{left} \, {right}"

    def vector(self, items: list[str]) -> str:
        return f"({', '.join(items)})" if len(items) < LONG else f"({BREAK.join(items)})"

    def matrix(self, rows: list[list[str]]) -> str:
        return r"\begin{pmatrix}" + r" \\ ".join(" & ".join(row) for row in rows) + r"\end{pmatrix}"

    def cases(self, branches: list[tuple[str, str]], no: str) -> str:
        rows = "".join(rf"{yes} & \text{{if }} {condition} \\ " for yes, condition in branches)
        return rf"\begin{{cases}} {rows}{no} & \text{{else}} \end{{cases}}"


LATEX = Latex()
