"""Windows of context words around a center: what skip-gram and CBOW are trained on, and how students get it wrong."""


def lines(source):
    """The words of each sentence; a list of single words is one sentence."""
    return [entry.split() for entry in source] if any(" " in entry for entry in source) else [list(source)]


def windows(source, reach):
    """Each word with those before it and those behind it, as far as the window reaches."""
    for words in lines(source):
        for at, center in enumerate(words):
            yield center, words[max(0, at - int(reach)):at], words[at + 1:at + 1 + int(reach)]


def skipgrams(source, reach):
    return [[center, word] for center, before, behind in windows(source, reach) for word in (*before, *behind)]


def to_the_right(source, reach):
    return [[center, word] for center, _, behind in windows(source, reach) for word in behind]


def with_itself(source, reach):
    return [[center, word] for center, before, behind in windows(source, reach) for word in (*before, center, *behind)]


def joined(source, reach):
    return skipgrams([word for words in lines(source) for word in words], reach)


def cbow(source, reach):
    return [[[*before, *behind], center] for center, before, behind in windows(source, reach) if before or behind]


def turned_round(source, reach):
    found = ([center, *context] for context, center in cbow(source, reach))
    return [[words[:-1], words[-1]] for words in found]


def cbow_joined(source, reach):
    return cbow([word for words in lines(source) for word in words], reach)


def first_skipped(source, reach):
    return [[[*before, *behind], center] for center, before, behind in windows(source, reach) if before]


def uncut(pairs, source, reach):
    return 2*int(reach)*sum(map(len, lines(source)))


def counted(found, *rest):
    return len(found)


def half_skipgrams(source, reach):
    return skipgrams(source, reach // 2)


def half_cbow(source, reach):
    return cbow(source, reach // 2)
