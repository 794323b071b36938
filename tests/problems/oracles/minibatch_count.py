"""Batches as slices of a range: what a data loader hands out."""


def expected(givens, conventions):
    samples, size = range(givens["N"]), givens["batch_size"]
    starts = samples[::size]
    last = samples[starts[-1] :]
    full = len(starts) - (len(last) < size)
    batches = full if givens["drop_last"] == "yes" else len(starts)
    epochs = givens.get("epochs", 0)
    return {
        "batches_per_epoch": batches,
        "last_batch_size": len(last),
        "total_updates": sum(batches for _ in range(epochs)),
        "drop_last_updates": sum(full for _ in range(epochs)),
        "sgd_updates": sum(len(samples) for _ in range(epochs)),
        "full_batch_updates": epochs,
    }
