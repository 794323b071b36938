"""The zones of the syllabus, with their edges: nothing may lie between them."""

from decimal import Decimal

OUTCOMES = {
    (False, False): ("good fit", "low bias, low variance", "none"),
    (False, True): ("overfit", "low bias, high variance", "more data, regularization or a smaller model"),
    (True, False): ("underfit", "high bias, low variance", "larger model"),
    (True, True): ("both", "high bias, high variance", "larger model, then more data or regularization"),
}


def expected(givens, conventions):
    train, val = (
        Decimal(str(givens[f"{name}_error"] if f"{name}_error" in givens else givens[f"{name}_list"][-1]))
        for name in ("train", "val")
    )
    goal, gap = Decimal(str(givens["target_error"])), val - train
    high = train >= max(2 * goal, goal + Decimal("0.06"))
    assert high or train <= goal
    wide = gap >= Decimal("0.1")
    assert wide or gap <= Decimal("0.02")
    if not high and not wide:
        assert train <= Decimal("0.9") * goal and val <= goal + Decimal("0.01")
    names = "diagnosis", "bias_variance", "remedy"
    found = {"train_error": float(train), "val_error": float(val), "gap": float(gap)}
    return found | dict(zip(names, OUTCOMES[high, wide]))
