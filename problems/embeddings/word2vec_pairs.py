"""Training pairs of word2vec: skip-gram's (center, context word) and CBOW's (context words → center)."""

from quizgen.authoring import Aside, Convention, Level, Mistake, Problem, Text, Whole, between, computed, made, oneof

from ._corpus import THEMES, cleaned, cleaned_sentences
from ._windows import (cbow, cbow_joined, counted, first_skipped, half_cbow, half_skipgrams, joined, skipgrams,
                       to_the_right, turned_round, uncut, with_itself)

HALF = "floor(window/2)"
SIZE = "the window size is {window} ({window_means})"


class Word2vecPairs(Problem):
    title = "Training pairs of word2vec"

    task = Aside("pairs")
    theme, rolls = Aside(between(0, len(THEMES) - 1)), Aside(between(0, 9999), size=20)
    shape, side = Aside(oneof("a s v o", "a s v a o", "s v o s v o")), Aside(1)
    tokens = Text("words of one sentence", draw=made(cleaned, "theme rolls shape"), instead="n or corpus")
    corpus = Text("sentences", of="sentences", optional=True)
    n = Whole("number of words", default="count(tokens)", optional=True, least=2)
    window = Whole("window", draw=computed("side if window_means == 'each side' else 2*side + 1"), least=1)

    window_means = Convention("each side", "total width", says={
        "each side": "words on each side", "total width": "words in all, the center among them"})
    symbols = {"window": "w", "reach": "r", "skipgram_pairs": r"\text{skip-gram}", "skipgram_count": r"n_{pairs}",
               "count_formula": "n_{pairs}", "cbow_examples": r"\text{CBOW}", "cbow_count": r"n_{examples}"}
    also = dict.fromkeys(("skipgram_count", "count_formula"), "n, count, pairs, number of pairs") | {
        "cbow_examples": "examples", "skipgram_pairs": "pairs"}
    answers = "reach skipgram_pairs skipgram_count cbow_examples cbow_count count_formula"
    impossible = {"reach != floor(reach)": "a total width is odd: the center, and as many words on each side",
                  "reach < 1": "the window holds no word beside the center",
                  "count(skipgram_pairs) == 0": "no word has a neighbor: there is no pair"}
    levels = {
        "easy": (Level("skipgram_pairs"), Level("cbow_examples", task="examples")),
        "medium": (Level("skipgram_count", task="counts", side=2,
                         shape=oneof("a s v a o", "s v o s v o", "a s v o s v o", "a s v a o s v o")),
                   Level("count_formula", task="formula", tokens=None, n=between(6, 60), side=between(2, 5))),
        "hard": Level("skipgram_count cbow_examples", task="sentences", tokens=None, side=2,
                      shape=oneof("a s v o/s v o", "s v a o/a s v o", "a s v a o/s v o", "s v o/a s v o/s v o"),
                      corpus=made(cleaned_sentences, "theme rolls shape")),
    }

    def work(self, w):
        r = "reach" if w.window_means == "total width" else "window"
        if r == "reach":
            w.step("reach", "(window - 1)/2", "Words on each side", "Without the center, half on each side.", places=0)
        if w.has("n"):
            w.step("count_formula", f"n*(n - 1) if n <= {r} else 2*{r}*n - {r}*({r} + 1)",
                   "Number $count_formula$ of skip-gram pairs",
                   f"Two times {r[0]} for each word, less what the two ends lack.", places=0)
        source = "tokens" if w.has("tokens") else "corpus" if w.has("corpus") else ""
        if source:
            w.procedure("skipgram_pairs", skipgrams, f"{source} {r}", "Skip-gram pairs",
                        "Each word is the center once; the ends have fewer neighbors.", text=True, unordered=True)
            w.procedure("skipgram_count", counted, f"skipgram_pairs {source} {r}",
                        "Number $skipgram_count$ of skip-gram pairs", places=0)
            w.procedure("cbow_examples", cbow, f"{source} {r}", "CBOW examples",
                        "Each word once: its context goes in, the word is to come out.", text=True, unordered=True)
            w.procedure("cbow_count", counted, f"cbow_examples {source} {r}", "Number of CBOW examples",
                        "One for each center.", places=0)

    mistakes = (
        Mistake("window_total_not_each_side", "The window counts the words on each side, not on both together.",
                "window_means == 'each side' and window > 1", skipgram_pairs=half_skipgrams, cbow_examples=half_cbow,
                count_formula=f"2*{HALF}*n - {HALF}*({HALF} + 1)"),
        Mistake("edges_not_cut", "At the ends there are fewer neighbors.", skipgram_count=uncut,
                count_formula=("2*reach*n", "2*window*n")),
        Mistake("one_direction_only", "The window reaches to the left too.", skipgram_pairs=to_the_right,
                count_formula=("reach*n - reach*(reach + 1)/2", "window*n - window*(window + 1)/2")),
        Mistake("cbow_and_skipgram_swapped", "In CBOW the context words are put in and the center is to come out.",
                cbow_examples=turned_round),
        Mistake("word_paired_with_itself", "No word is its own context.", skipgram_pairs=with_itself,
                count_formula=("2*reach*n - reach*(reach + 1) + n", "2*window*n - window*(window + 1) + n")),
        Mistake("edge_centres_skipped", "The first word is a center too, with fewer neighbors.",
                cbow_examples=first_skipped),
        Mistake("across_sentences", "The window ends where the sentence ends.", "count(corpus) > 1",
                skipgram_pairs=joined, cbow_examples=cbow_joined),
    )
    nudge = "Which word is given, and which is predicted? Go through the centers one by one."
    stories = {
        "task == 'pairs'": (
            "List the skip-gram pairs (center, context word) of the words {tokens}; {size}.",
            "Skip-gram is trained on one sentence, already cleaned: {tokens}. Which pairs (center, context word) are "
            "learned, if {size}?",
            "Slide a window along {tokens} and write down each pair (center, context word); {size}.",
            "Which pairs (center, context word) does skip-gram make of {tokens}, if {size}?"),
        "task == 'examples'": (
            "Write down the CBOW training examples (context words → center) of {tokens}; {size}.",
            "CBOW is trained on one sentence, already cleaned: {tokens}. Which examples (context words → center) are "
            "learned, if {size}?",
            "A cloze test is made of {tokens}: each word is left out once, and the words around it are shown; {size}. "
            "List the examples (context words → center).",
            "For each word of {tokens} CBOW sees the words around it; {size}. List its examples (context words → "
            "center)."),
        "task == 'counts'": (
            "How many skip-gram pairs do the words {tokens} give, if {size}?",
            "Skip-gram is trained on one sentence, already cleaned: {tokens}. How many pairs (center, context word) "
            "are there, if {size}?",
            "Count the pairs (center, context word) that a sliding window finds in {tokens}; {size}.",
            "A caption reads, without stop words, {tokens}. How many skip-gram pairs does it hold, if {size}?"),
        "task == 'formula'": (
            "How many skip-gram pairs do {n} words in a row give, if {size}?",
            "A sentence of {n} words, all different, is read by skip-gram; {size}. How many pairs (center, context "
            "word) come out?",
            "Skip-gram runs over a text of {n} words without a break; {size}. How many training pairs does it meet?",
            "A log has {n} words in one line. How many skip-gram pairs do they make, if {size}?"),
        "task == 'sentences'": (
            "Make skip-gram pairs and CBOW examples of {corpus}, already cleaned, and never across sentences; {size}.",
            "A toy corpus without stop words: {corpus}; {size}, and no window goes beyond its sentence. How many "
            "skip-gram pairs are there, and which are the CBOW examples (context words → center)?",
            "Both kinds of word2vec are trained on {corpus} (stop words are gone), each sentence for itself; {size}. "
            "Count the skip-gram pairs and list the CBOW examples.",
            "Slide a window along each of the sentences {corpus}, which are clean already; {size}. How many pairs are "
            "there for skip-gram, and which examples for CBOW?"),
    }
    stories = {when: tuple(story.replace("{size}", SIZE) for story in told) for when, told in stories.items()}
