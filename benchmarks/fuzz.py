"""Feeds hostile and odd texts to the reader of working and of values: `python benchmarks/fuzz.py [COUNT] [SEED]`.

Nothing but ReadingError may come out, within 50 ms a value, and no message may hold what a terminal acts on. What it finds
is kept in tests/answers/hostile.txt, one text a line, escaped as Python does.
"""

from __future__ import annotations

import random
import sys
import time
import unicodedata

from quizgen.answers import ReadingError, read_choice, read_matrix, read_number, read_vector
from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.marking.working import read_working

ATOMS = (
    r"0 1 9 00 .5 1.40 1e5 1e-3 1e999 1e-999 nan inf e pi π √ sqrt exp ln log abs ( ) [ ] { } , ; . + - − – * ** ^ / ÷ "
    r"× · | % = ≈ : ' ² ³ ⁻ ₁ x̄ μ σ η ∂ … ... H0 H₀ reject accept unit wins t t_crit se SE df w5 w5' dE/dw5 ∂E/∂w5 "
    r"d1² h_1 \frac{1}{2} \sqrt{20} \text{SE} $ # & ~ \ ` <script> {{7*7}} ${jndi} %s %n 9**9**9 eval( lambda: "
    r"__import__('os').system('id') １ ２ ， ٣ 𝟙 ½ ¾ e^ e^-0.5 10⁻⁴ 2×10^-3 1,000 1.000,5 3,14 (( )) [[ ]] 2( )2 )( "
    "and so → ⇒ the is = = \x00 \x1b[31m \u202e \u2066 \ud800 \ufeff \u200b \u00a0 \u2009 \n \r \t 1\u00a0000"
).split(" ")
DECODINGS = (("latin-1", "strict"), ("utf-8", "surrogateescape"), ("utf-8", "ignore"), ("utf-16-le", "surrogatepass"))
SECONDS = 0.05


def grammatical(rng):
    return "".join(rng.choice(ATOMS) + rng.choice(("", "", " ")) for _ in range(rng.randint(1, 25)))


def bytewise(rng):
    raw = bytes(rng.randrange(256) for _ in range(2 * rng.randint(1, 20)))
    return raw.decode(*rng.choice(DECODINGS))


def nested(rng):
    deep = rng.choice((10, 100, 5000))
    return rng.choice("([|-√") * deep + "1" + rng.choice((")", "]", "|", "", "!")) * deep


def repeated(rng):
    return rng.choice(ATOMS) * rng.choice((10, 500, 20_000))


READERS = {
    "number": read_number,
    "vector": read_vector,
    "matrix": read_matrix,
    "choice": lambda text: read_choice(text, ("reject H0", "fail to reject H0")),
}


def faults(text, variants):
    """What goes wrong with one text: (reader, what)."""
    for name, reader in READERS.items():
        yield from _tried(name, reader, text)
    for variant in variants:
        yield from _tried(
            f"working of {variant.problem.slug}", lambda text, variant=variant: read_working(variant, text), text
        )


def _tried(name, reader, text):
    start = time.process_time()
    try:
        found = reader(text)
    except ReadingError as error:
        message = str(error)
        if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in message):
            yield name, f"a control character in the message {message!r}"
    except Exception as error:
        yield name, f"{type(error).__name__}: {error}"
    else:
        for unmatched in getattr(found, "unmatched", ()):
            if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in unmatched.why):
                yield name, f"a control character in {unmatched.why!r}"
    taken = time.process_time() - start
    if taken > SECONDS:
        yield name, f"{taken:.3f} s"


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    variants = [draw(catalogue().problem(slug), "hard", {}, 1) for slug in ("t-test", "som-update", "backprop")]
    found = 0
    for _ in range(count):
        maker = rng.choices((grammatical, bytewise, nested, repeated), (60, 30, 5, 5))[0]
        text = maker(rng)
        for name, what in faults(text, [rng.choice(variants)]):
            found += 1
            print(f"{name}: {text[:80]!r}: {what}")
    print(f"{count} texts, {found} faults")


if __name__ == "__main__":
    main()
