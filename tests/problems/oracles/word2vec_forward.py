"""One-hot vectors through two matrices, as in a plain network; the softmax shifted by its largest score."""

import numpy as np


def one_hot(word, count):
    found = np.zeros(count)
    found[int(word)] = 1
    return found


def outputs(given, out, target):
    scores = out.T @ given
    shifted = np.exp(scores - scores.max())
    probs = shifted / shifted.sum()
    loss = np.log(shifted.sum()) + scores.max() - scores[int(target)] if target is not None else None
    return [given.tolist(), scores.tolist(), probs.tolist(), loss]


def expected(givens, conventions):
    into, out = np.array(givens["W"]), np.array(givens["W_out"])
    if conventions["word_vectors"] == "columns":
        into, out = into.T, out.T
    right = {}
    if "input_word" in givens:
        h = one_hot(givens["input_word"], len(into)) @ into
        right |= zip(("h", "u", "probs", "loss"), outputs(h, out, givens.get("target")))
    if "cbow_context" in givens:
        words = sum(one_hot(word, len(into)) for word in givens["cbow_context"])
        share = len(givens["cbow_context"]) if conventions["context"] == "mean" else 1
        names = ("cbow_h", "cbow_u", "cbow_probs", "cbow_loss")
        right |= zip(names, outputs(words @ into / share, out, givens.get("cbow_target")))
    return right
