"""Every derivative by a complex step: a tiny imaginary change, run forward through the unrolled unit."""

from cmath import tanh

TINY = 1e-30


def forward(givens, w_x=None, w_h=None, net=0, state=0):
    """The states; the weights, the net input of step `net` or the state of step `state` changed by a tiny step."""
    w_x = givens["w_x"] if w_x is None else w_x
    w_h = givens["w_h"] if w_h is None else w_h
    h, states = complex(givens["h0"]), []
    for k, x in enumerate(givens["x"], 1):
        h = tanh(w_x * x + w_h * h + (TINY * 1j if k == net else 0)) + (TINY * 1j if k == state else 0)
        states.append(h)
    return states


def expected(givens, conventions):
    count, w_x, w_h = len(givens["x"]), givens["w_x"], givens["w_h"]
    share = 0.5 if conventions["error_half"] == "yes" else 1

    def slope(states):
        targets = givens.get("targets") or [None] * (count - 1) + [givens.get("target", 0)]
        loss = sum(share * (h - t) ** 2 for h, t in zip(states, targets) if t is not None)
        return loss.imag / TINY

    steps, back = range(1, count + 1), range(count, 0, -1)
    h = [state.real for state in forward(givens)]
    slopes = [forward(givens, net=k)[k - 1].imag / TINY for k in steps]
    deltas = {k: slope(forward(givens, net=k)) for k in steps}
    terms = [deltas[k] * [givens["h0"], *h][k - 1] for k in back]
    names = "_".join(f"t{k}" for k in back)
    gradient = slope(forward(givens, w_h=w_h + TINY * 1j))
    found = {f"h{k}": h[k - 1] for k in steps} | {f"delta{k}": deltas[k] for k in steps}
    return found | {
        "h": h,
        "tanh_prime": slopes,
        "jacobians": [forward(givens, state=k)[k].imag / TINY for k in range(1, count)],
        f"dh{count}_dh1": forward(givens, state=1)[-1].imag / TINY,
        "w_h_squared": w_h * w_h,
        f"deltas_{names}": [deltas[k] for k in back],
        f"terms_{names}": terms,
        "dL_dw_h": gradient,
        "dL_dw_x": slope(forward(givens, w_x=w_x + TINY * 1j)),
        "last_share": terms[0] / gradient if gradient else None,
    }
