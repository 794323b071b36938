"""Reads the LaTeX of arithmetic as a person does: braces are invisible, an exponent belongs to the sign just before it."""

import math
import re

TOKENS = re.compile(r"\s*(\\left\(|\\right\)|\\[a-z]+|\\,|[0-9.]+|[-+/^{}()e])")
TIMES = (r"\times", r"\,")


def value(text):
    """The number that a formula without names comes to."""
    found = TOKENS.findall(text)
    assert "".join(found) == re.sub(r"\s", "", text), text
    reader = _Reader(found)
    result = reader.sum()
    assert reader.at == len(found), (text, found[reader.at :])
    return result


class _Reader:
    def __init__(self, tokens):
        self.tokens, self.at = tokens, 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, *wanted):
        token = self.peek()
        assert not wanted or token in wanted, (token, wanted, self.tokens)
        self.at += 1
        return token

    def sum(self):
        total = self.product()
        while self.peek() in ("+", "-"):
            total = total + self.product() if self.take() == "+" else total - self.product()
        return total

    def product(self):
        result = self.signed()
        while self.peek() in (*TIMES, "/"):
            result = result / self.signed() if self.take() == "/" else result * self.signed()
        return result

    def signed(self):
        if self.peek() == "-":
            self.take()
            return -self.signed()
        base = self.sign()
        if self.peek() != "^":
            return base
        self.take()
        return math.pow(base, self.braced(self.sum))

    def braced(self, inside):
        self.take("{")
        result = inside()
        self.take("}")
        return result

    def sign(self):
        """One sign: a number, a bracket, a root, a fraction, a function of a bracket."""
        token = self.take()
        if token == "{":
            self.at -= 1
            return self.braced(self.sign)
        if token in ("(", r"\left("):
            result = self.sum()
            self.take(")" if token == "(" else r"\right)")
            return result
        if token == r"\frac":
            return self.braced(self.sum) / self.braced(self.sum)
        if token == r"\sqrt":
            return math.sqrt(self.braced(self.sum))
        if token == r"\lvert":
            result = abs(self.sum())
            self.take(r"\rvert")
            return result
        if token == r"\ln":
            assert self.peek() in ("(", r"\left(")
            return math.log(self.sign())
        return math.e if token == "e" else float(token)
