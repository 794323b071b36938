"""Hostile texts: refused in words without a control character, in bounded time, and never evaluated."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.answers import ReadingError, read_matrix, read_number, read_vector

READERS = (read_number, read_vector, read_matrix)
HOSTILE = {
    "code": "__import__('os').system('id')",
    "attribute": "().__class__",
    "towers": "9**9**9",
    "towers of e": "e^e^e^e",
    "factorial": "9!",
    "too large": "1e999",
    "too small": "1e-999",
    "not a number": "nan",
    "infinity": "-inf",
    "infinity sign": "∞",
    "ten million digits": "9" * 10_000_000,
    "forty-one digits": "9" * 41,
    "null byte": "1\0",
    "brackets": "(" * 10_000,
    "signs": "-" * 10_000 + "1",
    "roots": "√" * 300,
    "functions": "ln " * 100 + "2",
    "powers": "2^" * 199 + "2",
    "escape sequence": "\x1b[31m1",
    "eight-bit escape": "\x9b31m1",
    "right to left": "\u202e1",
    "zero width": "1\u200b",
    "tag characters": "1\U000e0031",
    "template": "{{7*7}}",
    "format": "%s%n",
    "TeX": "\\write18{id}",
    "Typst": "#sys.inputs",
    "lone surrogate": "\udc80",
    "underscore": "1__0",
    "hexadecimal": "0x10",
    "complex": "1j",
    "truth": "True",
    "nothing": "",
    "spaces": " \t ",
    "equation": "1=1",
    "bar": "|1",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_refused_in_words(text):
    for read in READERS:
        start = time.process_time()
        with pytest.raises(ReadingError) as caught:
            read(text)
        assert time.process_time() - start < 0.25
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 400


def worst(longest):
    """Texts of the greatest length that is read, each heavy for another part of the reader."""
    pieces = ["1+", "2^2*", "(1+2)*", "√2+", "|1|+", "1.5e3+", "exp(1)+", "1/3*"]
    return [(piece * longest)[: longest - longest % len(piece)] + "1" for piece in pieces]


@pytest.mark.parametrize("text", worst(398))
def test_the_longest_numbers_take_less_than_fifty_milliseconds(text):
    taken = []
    for _ in range(3):
        start = time.process_time()
        read_number(text)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.05


PIECES = [
    "1",
    "0",
    "9",
    "10",
    "1.5",
    "1 000",
    "3,000",
    "1e5",
    "\u2009",
    ".",
    ",",
    ";",
    " ",
    "\n",
    "(",
    ")",
    "[",
    "]",
    "|",
]
PIECES += [
    "+",
    "-",
    "−",
    "*",
    "×",
    "/",
    "^",
    "**",
    "%",
    "√",
    "²",
    "⁻³",
    "e",
    "x",
    "pi",
    "ln ",
    "exp(",
    "a",
    "=",
    "½",
    "\x1b",
]
pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)


@settings(max_examples=1500)
@given(pieces | st.text(max_size=60))
def test_nothing_but_a_reading_error_comes_out(text):
    for read in READERS:
        try:
            read(text)
        except ReadingError as error:
            assert str(error).isprintable()
            assert 1 <= error.column <= len(text) + 1
