"""What early stopping makes of a log of validation losses: epochs are numbered from `epochs`, "1" or "0"."""

from itertools import pairwise


def running(val_loss, patience, patience_rule, min_delta=0):
    """The best loss so far in each epoch that is run."""
    best, counter = [], 0
    for loss in val_loss:
        better = not best or round(best[-1] - loss - min_delta, 12) > 0
        best.append(loss if better else best[-1])
        counter = 0 if better else counter + 1
        if counter == patience + (patience_rule == "counter>patience"):
            break
    return best


def saves(best, val_loss, epochs):
    """The epochs that bring a new best."""
    return [e + int(epochs) for e, loss in enumerate(best) if e == 0 or loss < best[e - 1]]


def counter(saves, best, epochs):
    """For each epoch how many have passed since the last save."""
    first = int(epochs)
    return [e - max(save for save in [first, *saves] if save <= e) for e in range(first, len(best) + first)]


def reached(counter, patience, patience_rule, epochs):
    """The first epoch in which a counter exceeds the patience, or reaches it; the last where there is none."""
    limit = patience + (patience_rule == "counter>patience")
    return int(epochs) + next((e for e, passed in enumerate(counter) if passed >= limit), len(counter) - 1)


def stop(counter, val_loss, *rule):
    """The epoch after which training stops."""
    return reached(counter, *rule)


def restore(saves, stop_epoch, restored, val_loss, epochs):
    """The epoch whose weights are kept."""
    return saves[-1] if restored == "best" else stop_epoch


def other(found, right):
    """A wrong value; ValueError where it is the right one."""
    if found == right:
        raise ValueError("no difference")
    return found


def first_rise(counter, val_loss, *rule):
    """Wrong: the first epoch whose loss rises."""
    rises = (e for e in range(1, len(val_loss)) if val_loss[e] > val_loss[e - 1])
    return other(next(rises, len(val_loss) - 1) + int(rule[-1]), reached(counter, *rule))


def never_reset(counter, val_loss, *rule):
    """Wrong: where the epochs without improvement, all together, reach the patience."""
    passed = [sum(waiting > 0 for waiting in counter[:e + 1]) for e in range(len(counter))]
    return other(reached(passed, *rule), reached(counter, *rule))


def against_previous(counter, val_loss, *rule):
    """Wrong: where training stops if each loss is compared with the one before it."""
    passed = [0]
    for before, loss in pairwise(val_loss):
        passed.append(0 if loss < before else passed[-1] + 1)
    return other(reached(passed, *rule), reached(counter, *rule))


def risen(best, val_loss, epochs):
    """Wrong: the epochs whose loss rises."""
    return other([e + int(epochs) for e in range(1, len(best)) if val_loss[e] > val_loss[e - 1]], [])


def any_decrease(val_loss, patience, patience_rule, min_delta=0):
    """Wrong: the best losses if the least decrease counts."""
    return other(running(val_loss, patience, patience_rule), running(val_loss, patience, patience_rule, min_delta))


def last(saves, stop_epoch, *rest):
    """Wrong: the last epoch for the best."""
    return other(stop_epoch, restore(saves, stop_epoch, *rest))


def lowest(saves, stop_epoch, restored, val_loss, epochs):
    """Wrong: the lowest loss of all, run or not."""
    return val_loss.index(min(val_loss)) + int(epochs)


def one_less(*known):
    """Wrong: the epoch before, as if they were counted from 0."""
    return restore(*known) - 1
