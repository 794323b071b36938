"""From save to save, in exact decimals: the next save is the first loss low enough, unless the patience is over before."""

from decimal import Decimal


def run(losses, patience, conventions, min_delta):
    first = int(conventions["epochs"])
    limit = patience + 1 if conventions["patience_rule"] == "counter>patience" else patience
    losses, min_delta = [Decimal(repr(loss)) for loss in losses], Decimal(repr(min_delta))
    places = [0]
    while True:
        save = places[-1]
        later = [e for e in range(save + 1, len(losses)) if losses[e] < losses[save] - min_delta]
        if not later or later[0] > save + limit:
            break
        places.append(later[0])
    end = min(places[-1] + limit, len(losses) - 1)
    before = [max(place for place in places if place <= e) for e in range(end + 1)]
    kept = places[-1] if conventions["restored"] == "best" else end
    return {
        "best": [float(losses[place]) for place in before],
        "saves": [place + first for place in places],
        "counter": [e - place for e, place in enumerate(before)],
        "stop_epoch": end + first,
        "stopped": "yes" if end == places[-1] + limit else "no",
        "best_epoch": kept + first,
        "best_loss": float(losses[kept]),
    }


def expected(givens, conventions):
    patience, min_delta = givens["patience"], givens.get("min_delta", 0)
    if not isinstance(patience, list):
        return run(givens["val_loss"], patience, conventions, min_delta)
    runs = [run(givens["val_loss"], each, conventions, min_delta) for each in patience]
    return {f"{name}.{k}": value for k, found in enumerate(runs, 1) for name, value in found.items()}
