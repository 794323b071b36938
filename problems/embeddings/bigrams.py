"""Bigrams of a small corpus without its stop words, and the probability of the next word."""

from quizgen.authoring import Aside, Level, Mistake, Problem, Text, between, made, oneof

from ._corpus import STOP_WORDS, THEMES, clean, neighbors, one_of, sentences


def across(tokens, *raw):
    """The pairs of neighbors when all sentences are written as one."""
    return neighbors([[word for words in tokens for word in words]])


def any_two(tokens, *raw):
    """All pairs of words of a sentence, in their order."""
    return [[one, other] for words in tokens for at, one in enumerate(words) for other in words[at + 1:]]


def cleaned_late(tokens, corpus, stop_words=()):
    """The pairs of neighbors of the raw text in which no stop word stands."""
    return [pair for pair in neighbors(clean(corpus)) if not set(pair) & set(stop_words)]


def uncleaned(corpus, stop_words=()):
    """All words of each sentence."""
    return clean(corpus)


def pairs_of(bigrams, tokens):
    return len(bigrams)


def words_of(bigrams, tokens):
    return sum(map(len, tokens))


def begins(bigrams, pair):
    return sum(first == pair[0] for first, _ in bigrams)


def follows(bigrams, pair):
    return sum(list(found) == list(pair) for found in bigrams)


def asked_pair(corpus, stop_words, roll):
    """A bigram whose first word begins others too; ArithmeticError where there is none."""
    pairs = neighbors(clean(corpus, stop_words))
    return one_of([pair for pair in pairs if follows(pairs, pair) < begins(pairs, pair)], int(roll))


class Bigrams(Problem):
    title = "Bigrams after removing stop words"

    task = Aside("list")
    theme = Aside(between(0, len(THEMES) - 1))
    rolls, roll = Aside(between(0, 9999), size=40), Aside(between(0, 9999))
    size = Aside(3)
    corpus = Text("sentences", of="sentences", draw=made(sentences, "theme rolls size"))
    stop_words = Text("stop words", draw=STOP_WORDS, optional=True)
    pair = Text("a word and the next", optional=True)

    symbols = {"tokens": r"\text{words}", "bigrams": r"\text{bigrams}", "count": "n", "count_first": "c_a",
               "count_pair": "c_{ab}", "p_next": "P"}
    also = {"bigrams": "pairs", "count": "number of bigrams", "p_next": "probability, P(b|a)"}
    answers = "tokens bigrams count count_first count_pair p_next"
    impossible = {"count == 0": "no two words are left side by side: there is no bigram",
                  "count(pair) != 2": "pair: two words are expected, such as rules, castle",
                  "count_first == 0": "pair: no bigram begins with the first word, so nothing can be estimated"}
    accept = ("count >= 2",)
    levels = {
        "easy": Level("bigrams", task="easy", size=1),
        "medium": (Level("bigrams"), Level("count", task="count")),
        "hard": Level("count p_next", task="probability", size=oneof(4, 5),
                      pair=made(asked_pair, "corpus stop_words roll")),
    }

    def work(self, w):
        raw = "corpus stop_words" if w.has("stop_words") else "corpus"
        w.procedure("tokens", clean, raw, "Words left, sentence by sentence", "Clean first.", text=True)
        w.procedure("bigrams", neighbors, f"tokens {raw}", "Bigrams",
                    "Neighbors among the words that are left; no pair crosses a sentence.", text=True, unordered=True)
        w.procedure("count", pairs_of, "bigrams tokens", "Number $count$ of bigrams",
                    "A sentence of m words has m − 1.", places=0)
        if w.has("pair"):
            w.procedure("count_first", begins, "bigrams pair", "Bigrams that begin with a", places=0)
            w.procedure("count_pair", follows, "bigrams pair", "Of these, with b behind it", places=0)
            w.step("p_next", "count_pair/count_first", "Probability $p_next$ of b behind a",
                   "Without smoothing: their share of the bigrams that begin with a.")

    mistakes = (
        Mistake("across_sentences", "No bigram crosses from one sentence into the next.", when="count(corpus) > 1",
                bigrams=across),
        Mistake("stop_words_kept", "Drop the stop words first.", tokens=uncleaned),
        Mistake("unordered_pairs_of_a_sentence", "Only neighbors make a bigram.", bigrams=any_two),
        Mistake("cleaned_after_pairing", "Clean first: words become neighbors when a stop word between them goes.",
                bigrams=cleaned_late),
        Mistake("words_counted", "Count the pairs, not the words.", count=words_of),
        Mistake("p_over_all_bigrams", "Divide by the bigrams that begin with a, not by all.",
                when="count_first < count", p_next="count_pair/count"),
    )
    nudge = "Clean first, then pair the neighbors that remain."
    stories = {
        "task == 'easy'": (
            "Drop the stop words ({stop_words}) from the sentence {corpus} and list the bigrams that are left.",
            "A child's reader begins: {corpus}. Take out the stop words ({stop_words}); which bigrams are left?",
            "Someone searches for {corpus}. The search engine drops its stop words ({stop_words}) and cuts the rest "
            "into bigrams.",
            "A keyboard has to learn {corpus}. First the stop words ({stop_words}) go; then neighbors are paired."),
        "task == 'list'": (
            "Drop the stop words ({stop_words}) from the sentences {corpus}, then list the bigrams (neighbors within a "
            "sentence).",
            "A diary says {corpus}. Which bigrams, within a sentence, are left when the stop words ({stop_words}) are "
            "gone?",
            "A toy corpus: {corpus}. Remove the stop words ({stop_words}); then pair the neighbors in each sentence.",
            "Before word2vec is trained on {corpus}, the stop words ({stop_words}) are dropped. Which pairs of "
            "neighbors does each sentence leave?"),
        "task == 'count'": (
            "How many bigrams are left in {corpus} after the stop words ({stop_words}) are removed? Pairs do not cross "
            "sentences.",
            "The captions of three drawings are {corpus}. Drop the stop words ({stop_words}) and count the bigrams "
            "within the sentences.",
            "Without the stop words ({stop_words}), how many pairs of neighbors do the sentences {corpus} hold? No "
            "pair crosses from one into the next.",
            "A toy corpus: {corpus}. Count its bigrams, within a sentence, after the stop words ({stop_words}) are "
            "dropped."),
        "task == 'probability'": (
            "From the bigrams of {corpus} (stop words removed first: {stop_words}) estimate P(b | a) without smoothing "
            "for (a, b) = ({pair}). Pairs do not cross sentences.",
            "A keyboard learns from {corpus}. It drops the stop words ({stop_words}), then counts bigrams within the "
            "sentences. How probable, without smoothing, is b behind a for (a, b) = ({pair})?",
            "A bigram model is made of {corpus} after the stop words ({stop_words}) are removed; no pair crosses "
            "sentences, nothing is smoothed. What is P(b | a) for (a, b) = ({pair})?",
            "The corpus is {corpus}. Clean it of the stop words ({stop_words}) and count bigrams within sentences. "
            "Estimate, without smoothing, the probability of b behind a, (a, b) = ({pair})."),
    }
