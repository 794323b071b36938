"""Hostile workings: read in bounded time or refused, and no message holds what a terminal acts on."""

import time
import unicodedata

import pytest

from quizgen.answers import ReadingError
from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.marking.working import read_working

HOSTILE = {
    "semicolons": ";" * 20_000,
    "semicolons on a line that is read": ";" * 3_990,
    "words": "a, " * 1_300,
    "names": "w5, " * 990,
    "thousands": "1,000" * 20_000,
    "brackets never closed": "(\n" * 590,
    "brackets on many lines": "(\n" * 20_000,
    "equals signs": "=" * 3_990,
    "escape sequences": "\x1b[31mt = 1\x1b[0m\x9b1m",
    "right to left": "\u202et = 1",
    "lone surrogate": "t\udc80 = 1",
    "null bytes": "\0" * 5_000,
    "code": "t = __import__('os').system('id')",
    "template": "{{7*7}} = t, %s%n, ${jndi:ldap}",
    "TeX": "\\input{/etc/passwd} = 1\n$\\write18{id}$",
    "ten million signs": "t" * 10_000_000,
}


@pytest.mark.parametrize("slug", ["t-test", "backprop"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_working(slug, text):
    variant = draw(catalogue().problem(slug), "hard", {}, 1)
    start = time.process_time()
    try:
        found = read_working(variant, text)
        words = [one.why for one in found.unmatched] + [str(one.fault or "") for one in found.handed.values()]
    except ReadingError as error:
        words = [str(error)]
    assert time.process_time() - start < 3
    for word in words:
        assert not {unicodedata.category(sign) for sign in word} & {"Cc", "Cf", "Cs"}
