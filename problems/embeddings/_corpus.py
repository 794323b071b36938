"""Small corpora of short sentences, and what is done with their words."""

from itertools import pairwise

STOP_WORDS = ("a", "an", "and", "be", "can", "is", "of", "only", "the", "to")
THEMES = tuple(tuple(part.split() for part in theme.split("/")) for theme in (
    "clown baker girl boy juggler farmer/sells buys carries wins finds/balloon pie kite lamp toy goose/small big funny",
    "captain sailor cook gull pilot boy/sees follows cleans mends watches/deck sail mast net rope boat/wet dirty small",
    "cook maid guest cat boy waiter/tastes brings likes burns spills/soup bread fish milk sauce cake/big good small",
    "king queen prince knight guard jester/visits guards loves leaves sees/castle tower garden horse land/fine strange",
    "farmer dog horse hen child neighbor/feeds chases sees follows leads/fox cow sheep duck pig goat/lazy young big",
    "teacher pupil girl boy painter poet/reads writes draws shows copies/poem letter map book story/short funny new",
))
LONG = ("the {s} {v} the {o}", "a {s} {v} the {o}", "the {s} {v} a {a} {o}", "the {a} {s} {v} a {o}",
        "only the {s} {v} the {o}", "a {a} {s} {v} the {o}")
SHORT = ("the {s} is {a}", *LONG)


def sentences(theme, rolls, count):
    """Different sentences, the first of them long, from a few words of a theme; ValueError where two are alike."""
    roll = iter(map(int, rolls))
    few = [turned(words, next(roll))[:kept] for words, kept in zip(THEMES[int(theme)], (3, 3, 4, 2))]
    made = [one_of(SHORT if place else LONG, next(roll)).format(**{
        letter: one_of(words, next(roll)) for letter, words in zip("svoa", few)}) for place in range(int(count))]
    if len(set(made)) < len(made):
        raise ValueError("two sentences are alike")
    return made


def turned(words, roll):
    """The words, begun at another place."""
    return words[roll % len(words):] + words[:roll % len(words)]


def one_of(entries, roll):
    """The entry that a large number picks; ArithmeticError where there is none."""
    return entries[roll % len(entries)]


def clean(corpus, stop_words=()):
    """The words of each sentence that are no stop words; a sentence of nothing else is gone."""
    left = ([word for word in sentence.split() if word not in stop_words] for sentence in corpus)
    return [words for words in left if words]


def neighbors(tokens, *raw):
    """The pairs of words that stand side by side in a sentence."""
    return [[one, other] for words in tokens for one, other in pairwise(words)]


def distinct(tokens, order):
    """The words, each once: in "alphabetical" order, or in that of their "first appearance"."""
    found = dict.fromkeys(word for words in tokens for word in words)
    return sorted(found) if order == "alphabetical" else list(found)


def how_many(tokens):
    """The number of words."""
    return sum(map(len, tokens))


def some_words(theme, rolls, lines):
    """Words of a corpus as they come."""
    return distinct(clean(sentences(theme, rolls, lines), STOP_WORDS), "first appearance")


def cleaned(theme, rolls, shape):
    """Different words in the order of a `shape`, such as "a s v o": adjective, subject, verb, object."""
    roll = iter(map(int, rolls))
    left = dict(zip("svoa", (turned(words, next(roll)) for words in THEMES[int(theme)])))
    return [left[letter].pop(next(roll) % len(left[letter])) for letter in shape.split()]


def cleaned_sentences(theme, rolls, shape):
    """The same as sentences, cut at each "/" of the shape."""
    words = iter(cleaned(theme, rolls, shape.replace("/", " ")))
    return [" ".join(next(words) for _ in part.split()) for part in shape.split("/")]
