"""Explicit weighted sums."""


def expected(givens, conventions):
    beta, theta = givens["beta"], givens.get("theta", [])
    zero = conventions["ewma_start"] == "zero"

    def weight(i, t):
        return beta ** (t - i) * (1 if i == 1 and not zero else 1 - beta)

    averages = [sum(weight(i, t) * theta[i - 1] for i in range(1, t + 1)) for t in range(1, len(theta) + 1)]
    found = {f"v{t}": average for t, average in enumerate(averages, 1)}
    found |= {"v": averages, "window": 1 / (1 - beta)}
    weights = [sum(weight(i, t) for i in range(1, t + 1)) for t in range(1, len(theta) + 1)]
    found["v_corrected"] = [average / whole for average, whole in zip(averages, weights)]
    if "i" in givens:
        found["weight"] = weight(givens["i"], givens["t"])
    return found | {f"weight_on_theta_{i}_in_v{len(theta)}": weight(i, len(theta)) for i in range(1, len(theta) + 1)}
