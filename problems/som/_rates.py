"""Learning rates of a self-organizing map, one for each sample that is shown."""


def by_epoch(X, epochs, eta0, decay=0.5):
    """Less after each epoch."""
    return [eta0*decay**epoch for epoch in range(epochs) for _ in X]


def by_sample(X, epochs, eta0, decay=0.5):
    """Less after each sample."""
    return [eta0*decay**shown for shown in range(epochs*len(X))]


def constant(X, epochs, eta0, decay=0.5):
    """Wrong: the same for all."""
    return [eta0]*(epochs*len(X))


def too_soon(X, epochs, eta0, decay=0.5):
    """Wrong: less in the first epoch already."""
    return [decay*rate for rate in by_epoch(X, epochs, eta0, decay)]
