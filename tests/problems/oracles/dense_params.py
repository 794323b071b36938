"""Every weight and bias counted one by one; the missing width by trying."""

from functools import cache
from itertools import count, pairwise


@cache
def between(before, after, bias):
    return sum(sum(1 for _ in range(before)) + bias for _ in range(after))


def expected(givens, conventions):
    bias = givens["bias"] == "yes"
    if "layers" in givens:
        each = [between(*sizes, bias) for sizes in pairwise(givens["layers"])]
        return {"per_layer": each, "total": sum(each)}
    a, c = givens["inputs"], givens["outputs"]
    return {"missing_width": next(m for m in count(1) if (a + bias) * m + (m + bias) * c == givens["total"])}
