"""One-hot encoding: the vocabulary of a small corpus, a word's place in it and its vector."""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Mistake, Problem, Text, between, made, oneof,
                               pick)

from ._corpus import STOP_WORDS, THEMES, clean, distinct, how_many, one_of, sentences, some_words

IN_ORDER = {"alphabetical": "in {order} order", "first appearance": "in order of {order}"}

SCENES = {
    "vector": (
        "Remove the stop words ({stop_words}) from {vocabulary_source}, list the distinct words {sorted} and write the "
        "one-hot vector of “{word}”.",
        "A toy corpus: {vocabulary_source}. Its vocabulary, {sorted}, leaves out the stop words ({stop_words}). How is "
        "“{word}” one-hot encoded?",
        "Before training on {vocabulary_source} the stop words ({stop_words}) are dropped, the other words numbered "
        "{sorted}. What is the input vector of “{word}”?",
        "Each word of {vocabulary_source} has a slot, {sorted}, save the stop words ({stop_words}). Encode “{word}”."),
    "size": (
        "How long is a one-hot vector for {vocabulary_source} without the stop words ({stop_words}), and where in the "
        "vocabulary, {sorted}, does “{word}” stand?",
        "A toy corpus: {vocabulary_source}. Its distinct words except the stop words ({stop_words}), {sorted}, are "
        "the vocabulary. How large is it, and what is the index of “{word}”?",
        "The words of {vocabulary_source} become the slots of a vector, {sorted}; stop words ({stop_words}) have none. "
        "How many slots are there, and which is that of “{word}”?",
        "Clean {vocabulary_source} of the stop words ({stop_words}) and list each word once, {sorted}. How long is the "
        "list, and at which index is “{word}”?"),
    "matrix": (
        "Remove the stop words ({stop_words}) from {vocabulary_source}. Each word left is a one-hot row of the input "
        "matrix, the columns {sorted}. What is the matrix like, and in which column is the 1 of “{word}”?",
        "A network reads {vocabulary_source} word by word, without the stop words ({stop_words}): each word a one-hot "
        "row, the columns {sorted}. How large is the input, and what is the index of “{word}”?",
        "Each word of {vocabulary_source} except the stop words ({stop_words}) becomes a one-hot row, again where it "
        "is repeated, with the columns {sorted}. Describe the matrix, and find the index of “{word}”.",
        "From {vocabulary_source} the stop words ({stop_words}) are dropped; the rest is stacked as one-hot rows, "
        "repeated words too, the columns {sorted}. How much of it is 0? At which index is “{word}”?"),
}


def other_order(tokens, order):
    return distinct(tokens, "first appearance" if order == "alphabetical" else "alphabetical")


def place_of(vocabulary, word):
    """The place, counted from 1; 0 where there is none. ValueError where there are two."""
    if vocabulary.count(word) > 1:
        raise ValueError(f"{word} stands twice in the vocabulary")
    return vocabulary.index(word) + 1 if word in vocabulary else 0


def one_hot(vocabulary, word, *tokens):
    return [int(entry == word) for entry in vocabulary]


def shifted(vocabulary, word, *tokens):
    return [0, *one_hot(vocabulary, word)][:len(vocabulary)]


def how_often(vocabulary, word, tokens):
    return [sum(words.count(word) for words in tokens)*one for one in one_hot(vocabulary, word)]


def telling_word(source, stop_words, roll):
    """A word that occurs twice, with another place in each order; ArithmeticError where there is none."""
    tokens = clean(source, stop_words)
    ways = [distinct(tokens, order) for order in IN_ORDER]
    return one_of([word for word in ways[0] if sum(words.count(word) for words in tokens) > 1
                   and ways[0].index(word) != ways[1].index(word)], int(roll))


class OneHot(Problem):
    title = "One-hot encoding"

    task = Aside("vector")
    theme = Aside(between(0, len(THEMES) - 1))
    rolls, roll = Aside(between(0, 9999), size=40), Aside(between(0, 9999))
    lines = Aside(3)
    vocabulary_source = Text("sentences", of="sentences", draw=made(sentences, "theme rolls lines"),
                             instead="vocabulary")
    stop_words = Text("stop words", draw=STOP_WORDS, optional=True)
    vocabulary = Text("vocabulary, in its order", optional=True)
    order = Choice("order of the vocabulary", *IN_ORDER, draw=oneof(*IN_ORDER), default="alphabetical")
    word = Text("word", of="one word", draw=made(telling_word, "vocabulary_source stop_words roll"))
    s = Index("tokens")

    index_from = Convention("0", "1", when="task != 'vector'", says={
        "0": "indices count from 0", "1": "indices count from 1"})
    symbols = {"tokens": r"\text{words}", "vocabulary": r"\text{vocabulary}", "size": "V", "place": "k", "index": "i",
               "one_hot": "e", "rows": "m", "columns": "n", "zeros": "n_0",
               "dot_product_two_different_words": r"\text{dot product}",
               "euclidean_distance_two_words": r"\text{distance}"}
    also = {"one_hot": "one-hot vector, one-hot", "size": "length", "index": "place"}
    answers = ("tokens vocabulary size place index one_hot rows columns zeros dot_product_two_different_words "
               "euclidean_distance_two_words")
    impossible = {"place == 0": "word: it is not in the vocabulary"}
    accept = ("4 <= count(vocabulary)", "count(vocabulary) <= 10")
    levels = {
        "easy": Level("index one_hot", task="given", vocabulary_source=None, stop_words=None, order="first appearance",
                      vocabulary=made(some_words, "theme rolls lines"), word=pick("vocabulary"), lines=2),
        "medium": (Level("one_hot"), Level("size index", task="size")),
        "hard": Level("rows columns zeros index", task="matrix", lines=4),
    }

    def work(self, w):
        corpus = w.has("vocabulary_source")
        if corpus:
            raw = "vocabulary_source stop_words" if w.has("stop_words") else "vocabulary_source"
            w.procedure("tokens", clean, raw, "Words left, sentence by sentence", text=True)
            w.procedure("vocabulary", distinct, "tokens order", "Vocabulary", "Each word once.", text=True)
        w.procedure("size", len, "vocabulary", "Size $size$ of the vocabulary", "The vector has a slot for each.",
                    places=0)
        w.procedure("place", place_of, "vocabulary word", "Place in the vocabulary (from 1)", places=0)
        w.step("index", {"0": "place - 1", "1": "place"}, "Index $index$ of the word", by="index_from", places=0)
        w.procedure("one_hot", one_hot, "vocabulary word" + " tokens"*corpus, "One-hot vector",
                    "1 at the word's place, else 0.", places=0)
        if corpus:
            w.procedure("rows", how_many, "tokens", "Number $rows$ of rows", "One for each word that is left.",
                        places=0)
            w.step("columns", "size", "Number $columns$ of columns", "One for each word of the vocabulary.", places=0)
            w.step("zeros", "rows*columns - rows", "Number $zeros$ of zeros", "Each row has a single 1.", places=0)
        w.step("dot_product_two_different_words", "0", "Dot product of two different words",
               "Their ones stand in different places.", places=0)
        w.step("euclidean_distance_two_words", "sqrt(1 + 1)", "Distance of two different words",
               "They differ by 1 in two places.")

    mistakes = (
        Mistake("index_from_1", "One place too far: the first word stands at index 0.", "index_from == '0'",
                index="place", one_hot=shifted),
        Mistake("label_encoding", "That is the index itself: a one-hot vector has one 1 and a 0 for every other word.",
                one_hot=lambda vocabulary, word, *tokens: [vocabulary.index(word)]),
        Mistake("vocabulary_counts_duplicates", "A word that occurs again has its slot already.", "count(tokens) > 0",
                size="sum(count(tokens[s]), s)"),
        Mistake("order_of_first_appearance", "Sort the words first.", "order == 'alphabetical' and count(tokens) > 0",
                vocabulary=other_order),
        Mistake("sorted_first", "The words stay in the order in which they first appear: do not sort them.",
                "order == 'first appearance' and count(tokens) > 0", vocabulary=other_order),
        Mistake("word_count_not_one", "The entry is 1, however often the word occurs.", "count(tokens) > 0",
                one_hot=how_often),
        Mistake("all_entries_counted", "Each row holds a 1, which is no zero.", zeros="rows*columns"),
    )
    nudge = "One slot for each distinct word."
    stories = {
        "task == 'given'": (
            "The vocabulary, in this order, is {vocabulary}. Encode the word “{word}” as a one-hot vector.",
            "A toy model knows only the words {vocabulary}, in this order. How is “{word}” put in?",
            "Words are numbered in this order: {vocabulary}. Where is “{word}”, and what is its one-hot vector?",
            "The input units of a network stand for {vocabulary}, in this order. Which one is on for “{word}”?"),
        **{f"task == '{task}' and order == '{order}'": tuple(story.replace("{sorted}", words) for story in told)
           for order, words in IN_ORDER.items() for task, told in SCENES.items()},
    }
