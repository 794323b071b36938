"""Bigrams as joined windows of two words, counted."""

from collections import Counter


def expected(givens, conventions):
    stop = set(givens.get("stop_words", ()))
    tokens = [list(filter(lambda word: word not in stop, sentence.split(" "))) for sentence in givens["corpus"]]
    windows = [words[at : at + 2] for words in tokens for at in range(len(words)) if at + 1 < len(words)]
    right = {"tokens": tokens, "bigrams": windows, "count": sum(max(0, len(words) - 1) for words in tokens)}
    if "pair" in givens:
        counts = Counter(map(tuple, windows))
        first = sum(count for (word, _), count in counts.items() if word == givens["pair"][0])
        both = counts[tuple(givens["pair"])]
        right |= {"count_first": first, "count_pair": both, "p_next": both / first}
    return right
