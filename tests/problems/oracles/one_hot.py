"""scikit-learn's vocabulary where it is sorted, else a walk through the words."""

import re

import numpy as np


def expected(givens, conventions):
    right = {}
    if "vocabulary" in givens:
        vocabulary = givens["vocabulary"]
    else:
        stop = set(givens.get("stop_words", ()))
        tokens = [[word for word in re.findall(r"\S+", line) if word not in stop] for line in givens["vocabulary_source"]]
        words = np.array([word for line in tokens for word in line])
        found, first = np.unique(words, return_index=True)
        vocabulary = (found if givens["order"] == "alphabetical" else found[np.argsort(first)]).tolist()
        right = {"tokens": [line for line in tokens if line], "vocabulary": vocabulary}
        matrix = words[:, None] == np.array(vocabulary)
        right |= {"rows": matrix.shape[0], "columns": matrix.shape[1], "zeros": int((~matrix).sum())}
    unit = np.eye(len(vocabulary), dtype=int)
    place = next(place for place, word in enumerate(vocabulary) if word == givens["word"])
    return right | {
        "size": len(vocabulary),
        "place": place + 1,
        "index": place + int(conventions["index_from"]),
        "one_hot": unit[place].tolist(),
        "dot_product_two_different_words": int(unit[0] @ unit[-1]),
        "euclidean_distance_two_words": float(np.linalg.norm(unit[0] - unit[-1])),
    }
