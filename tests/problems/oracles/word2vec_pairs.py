"""All pairs of places, kept where they are near enough."""


def expected(givens, conventions):
    window = givens["window"]
    reach = window if conventions["window_means"] == "each side" else window // 2
    if "corpus" in givens:
        sentences = [sentence.split(" ") for sentence in givens["corpus"]]
    else:
        sentences = [givens.get("tokens") or list(range(int(givens["n"])))]
    near = [
        (number, i, j)
        for number, words in enumerate(sentences)
        for i in range(len(words))
        for j in range(len(words))
        if i != j and abs(i - j) <= reach
    ]
    centers = list(dict.fromkeys((number, i) for number, i, _ in near))
    return {
        "reach": reach,
        "skipgram_pairs": [[sentences[number][i], sentences[number][j]] for number, i, j in near],
        "skipgram_count": len(near),
        "count_formula": len(near),
        "cbow_examples": [
            [[sentences[number][j] for line, i, j in near if (line, i) == (number, at)], sentences[number][at]]
            for number, at in centers
        ],
        "cbow_count": len(centers),
    }
