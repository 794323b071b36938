"""The places at which the filter can start, counted one by one."""


def positions(length, reach, s, up):
    starts = [i for i in range(0, length, s) if i + reach <= length]
    tail = up and starts[-1] + reach < length  # one window more, for what is left at the end
    return len(starts) + tail


def expected(givens, conventions):
    n, k, d = givens["n"], givens["k"], givens.get("d", 1)
    if "s" not in givens:
        return {"same_padding": next(p for p in range(n + 99) if positions(n + 2 * p, d * (k - 1) + 1, 1, False) == n)}
    several = isinstance(k, list)
    layers = k if several else [k]
    each = {name: givens[name] if several else [givens[name]] for name in "ps" if name in givens}
    found = {}
    for number, k in enumerate(layers, 1):
        suffix, s, reach = f".{number}" if several else "", each["s"][number - 1], len(range(0, d * k, d)) * d - d + 1
        padding = conventions["padding"]
        if padding == "tf-same":
            out = len(range(0, n, s))
        else:
            p = {"explicit": each.get("p", [0] * 9)[number - 1], "valid": 0, "same": (reach - 1) // 2}[padding]
            found |= {f"p{suffix}": p, f"numerator{suffix}": n + p + p - reach, f"quotient{suffix}": (n + p + p - reach) / s}
            out = positions(n + 2 * p, reach, s, conventions["rounding"] == "up")
        found |= {f"out{suffix}": out, f"volume{suffix}": [out, out, givens.get("filters")]}
        n = out
    return found
