"""Derivatives by complex steps through the unrolled unit."""

import cmath


def states(givens, w_h, w_x, first=None, nudge=None):
    """All states; `first` stands in place of the first one, `nudge` is (step, change of its net input)."""
    h, found = 0, []
    for step, x in enumerate(givens["x"], 1):
        net = w_x * x + w_h * h + (nudge[1] if nudge and nudge[0] == step else 0)
        h = first if step == 1 and first is not None else cmath.tanh(net)
        found.append(h)
    return found


def expected(givens, conventions):
    w_h, w_x, tiny, count = givens["w_h"], givens["w_x"], 1e-30, len(givens["x"])
    h = [value.real for value in states(givens, w_h, w_x)]
    found = {f"h{k}": value for k, value in enumerate(h, 1)} | {"h": h, "tanh_prime": [1 - value * value for value in h]}
    found["jacobians"] = [
        cmath.tanh(w_x * x + w_h * (before + tiny * 1j)).imag / tiny for x, before in zip(givens["x"][1:], h)
    ]
    found["dh3_dh1"] = states(givens, w_h, w_x, first=h[0] + tiny * 1j)[-1].imag / tiny
    if "target" in givens:
        half = 0.5 if conventions["error_half"] == "yes" else 1

        def slope(*changed, **how):
            return (half * (states(givens, *changed, **how)[-1] - givens["target"]) ** 2).imag / tiny

        deltas = [slope(w_h, w_x, nudge=(k, tiny * 1j)) for k in range(1, count + 1)]
        found |= {f"delta{k}": delta for k, delta in enumerate(deltas, 1)} | {"deltas": deltas}
        found["terms"] = [delta * before for delta, before in zip(deltas[1:], h)]
        found["dL_dw_h"] = slope(w_h + tiny * 1j, w_x)
        found["dL_dw_x"] = slope(w_h, w_x + tiny * 1j)
    return found
