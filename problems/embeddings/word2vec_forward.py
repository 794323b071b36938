"""The forward pass of word2vec: skip-gram from one word, CBOW from the mean of its context, with the loss."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Problem, Vector, Whole, between,
                               computed, oneof)

BY_ROWS = "word_vectors == 'rows'"
ADDED = f"sum(W[cbow_context[m] + 1][i] if {BY_ROWS} else W[i][cbow_context[m] + 1], m)"
EVERY_WORD, EVERY_UNIT = (f"count({a}) if {BY_ROWS} else count({b})" for a, b in (("W", "W_out"), ("W_out", "W")))


def row(W, word):
    """The word's row, counted from 0; IndexError where there is none."""
    return list(W[word])


def column(W, word):
    """The word's column, counted from 0; IndexError where there is none."""
    return [line[word] for line in W]


def forward(w, start, h, target, rows):
    """Lays down scores, probabilities and loss behind a hidden vector; `start` begins the names of the steps."""
    u, probs = f"{start}u", f"{start}probs"
    w.step(f"{u}[j]", f"sum({h}[i]*W_out[i][j], i)" if rows else f"sum({h}[i]*W_out[j][i], i)", "Scores",
           f"The hidden vector times each word's {'column' if rows else 'row'} of W′.")
    w.step(f"{probs}[j]", f"exp({u}[j])/sum(exp({u}[k]), k)", "Probabilities", "The softmax of the scores.")
    w.step(f"{start}loss", f"-ln({probs}[{target} + 1])", "Loss", "Minus the log of the true word's probability.")


class Word2vecForward(Problem):
    title = "Forward pass of word2vec"

    task = Aside("skip-gram")
    V = Aside(oneof(3, 4))
    words = Aside(between(0, "V - 1", distinct=True), size=3)
    tall, wide = Aside(computed(f"V if {BY_ROWS} else 2")), Aside(computed(f"2 if {BY_ROWS} else V"))
    W = Matrix("input weights", draw=between(-0.8, 0.8, 0.1), size=(computed("tall"), computed("wide")))
    W_out = Matrix("output weights", draw=between(-0.8, 0.8, 0.1), size=(computed("wide"), computed("tall")),
                   entries="count(W)")
    input_word = Whole("input word, counted from 0", draw=computed("words[1]"), instead="cbow_context")
    target = Whole("true context word, counted from 0", optional=True)
    cbow_context = Vector("context words, counted from 0", whole=True, least=0, optional=True)
    cbow_target = Whole("true center word, counted from 0", optional=True)
    i, j, k = Index(upto=EVERY_UNIT), Index(upto=EVERY_WORD), Index(upto=EVERY_WORD)
    m, r, c = Index("cbow_context"), Index("W"), Index("W_out")

    word_vectors = Convention("rows", "columns", says={
        "rows": "each word is a row of W and a column of W′",
        "columns": "each word is a column of W and a row of W′"})
    context = Convention("mean", "sum", when="task == 'CBOW'", says={
        "mean": "the context vectors are averaged", "sum": "the context vectors are added"})
    symbols = {"W_out": "W'", "input_word": "w", "target": "c", "probs": "p", "loss": "L", "cbow_context": "C",
               "cbow_target": "t", "cbow_h": "h", "cbow_u": "u", "cbow_probs": "p", "cbow_loss": "L"}
    also = {"h": "hidden vector, hidden layer", "probs": "softmax, y", "cbow_probs": "softmax, y"}
    answers = "h u probs loss cbow_h cbow_u cbow_probs cbow_loss"
    impossible = {
        "count(W_out) != count(W[1])": "W′ must have as many rows as W has columns: it leads back to the words",
        **{f"{word} >= ({EVERY_WORD})": f"{word}: there is no such word; the first is word 0"
           for word in ("input_word", "target", "cbow_target", "max(cbow_context)")}}
    accept = ("min(max(abs(W[r][c]), c), r) > 0", "min(max(abs(W_out[c][r]), r), c) > 0",
              "min(abs(u[j]), j) >= 0.005", "min(abs(cbow_u[j]), j) >= 0.005",
              *(f"min(min(abs({p}[j] - {p}[k]) if j != k else 1, k), j) >= 0.005" for p in ("probs", "cbow_probs")))
    levels = {
        "easy": Level("h u"),
        "medium": (Level("h probs"), Level("loss", task="skip-gram loss", target=computed("words[2]"))),
        "hard": Level("cbow_h cbow_probs cbow_loss", task="CBOW", input_word=None,
                      cbow_context=computed("(words[1], words[3])"), cbow_target=computed("words[2]")),
    }

    def work(self, w):
        rows = w.word_vectors == "rows"
        if w.has("input_word"):
            w.procedure("h", row if rows else column, "W input_word", "Hidden vector",
                        f"A one-hot input picks the word's {'row' if rows else 'column'} of W.")
            forward(w, "", "h", "target", rows)
        if w.has("cbow_context"):
            total = f"sum({'W[cbow_context[m] + 1][i]' if rows else 'W[i][cbow_context[m] + 1]'}, m)"
            w.step("cbow_h[i]", {"mean": f"{total}/count(cbow_context)", "sum": total}, "Hidden vector",
                   f"The {w.context} of the context words' {w.word_vectors} of W.", by="context")
            forward(w, "cbow_", "cbow_h", "cbow_target", rows)

    mistakes = (
        Mistake("h_is_column", "That is a column of W: the word has a row.", BY_ROWS, h=column),
        Mistake("h_is_row", "That is a row of W: the word has a column.", "word_vectors == 'columns'", h=row),
        Mistake("cbow_sum", "The context words are averaged: divide by their number.", "context == 'mean'",
                cbow_h=ADDED),
        Mistake("cbow_mean", "The context words are added, not averaged.", "context == 'sum'",
                cbow_h=f"{ADDED}/count(cbow_context)"),
        Mistake("loss_log10", "The logarithm is the natural one.", loss="-ln(probs[target + 1])/ln(10)",
                cbow_loss="-ln(cbow_probs[cbow_target + 1])/ln(10)"),
        Mistake("scores_without_exp", "Softmax puts each score into e to the power of it first.",
                probs="u[j]/sum(u[k], k)", cbow_probs="cbow_u[j]/sum(cbow_u[k], k)"),
        Mistake("loss_of_the_input_word", "The loss asks for the probability of the context word, not of the input.",
                loss="-ln(probs[input_word + 1])"),
        Mistake("probability_as_loss", "That is the probability: take minus its logarithm.", loss="probs[target + 1]",
                cbow_loss="cbow_probs[cbow_target + 1]"),
        Mistake("score_for_probability", "That is minus the score: the softmax comes before the logarithm.",
                loss="-u[target + 1]", cbow_loss="-cbow_u[cbow_target + 1]"),
    )
    nudge = "A one-hot vector only picks the numbers of its word from W; what comes out goes through W′ and softmax."
    stories = {
        "task == 'skip-gram'": (
            "Skip-gram with W = {W} and W′ = {W_out}, where {word_vectors}. The input is word {input_word}; words "
            "are counted from 0.",
            "A toy word2vec has learned W = {W} and W′ = {W_out}; {word_vectors}. Word {input_word}, counted from 0, "
            "is put in.",
            "The words of a small vocabulary are counted from 0. In a skip-gram network W = {W}, W′ = {W_out}, and "
            "{word_vectors}. Run word {input_word} through it.",
            "Skip-gram, with W = {W} and W′ = {W_out}, where {word_vectors}, is asked for the neighbors of word "
            "{input_word}, counted from 0."),
        "task == 'skip-gram loss'": (
            "With W = {W} and W′ = {W_out}, the input word is {input_word} and the true context word is {target}, "
            "both counted from 0; {word_vectors}. The loss is −ln p.",
            "In one step of skip-gram training the center word is {input_word} and its neighbor {target} (counted from "
            "0). Now W = {W} and W′ = {W_out}, where {word_vectors}. The loss is −ln p of the neighbor.",
            "A skip-gram pair is (word {input_word}, word {target}), counted from 0. The weights are W = {W} and "
            "W′ = {W_out}; {word_vectors}. The loss is −ln p.",
            "How surprised is a skip-gram network when word {input_word} is followed by word {target}, both counted "
            "from 0? The measure is −ln p; W = {W}, W′ = {W_out}, and {word_vectors}."),
        "task == 'CBOW'": (
            "CBOW is to find word {cbow_target} from the words {cbow_context} (counted from 0); {context}. W = {W}, "
            "W′ = {W_out}, and {word_vectors}. The loss is −ln p.",
            "A CBOW network with W = {W} and W′ = {W_out}, where {word_vectors}, sees the words {cbow_context}, "
            "counted from 0; {context}. The missing word is {cbow_target}; the loss is −ln p.",
            "The gap between the words {cbow_context} holds word {cbow_target}, all counted from 0. Let CBOW guess "
            "it: {context}, W = {W}, W′ = {W_out}; {word_vectors}. The loss is −ln p.",
            "One training example for CBOW is {cbow_context} → {cbow_target}, words counted from 0; {context}. "
            "W = {W}, W′ = {W_out}, and {word_vectors}. The loss is −ln p of the true word."),
    }
