"""How many weights word2vec has, how much memory they take, and the largest embedding that a budget allows."""

from quizgen.authoring import Aside, Level, Mistake, Problem, Whole, between, computed, oneof


class Word2vecParams(Problem):
    title = "Sizes of a word2vec model"

    task = Aside("total")
    wanted = Aside(None)
    V = Whole("words in the vocabulary", draw=between(1000, 50000, 500), least=1)
    N = Whole("embedding size", draw=oneof(50, 64, 100, 128, 150, 200, 256, 300), least=1, instead="B")
    window = Whole("words of context on each side", draw=oneof(2, 3, 4, 5), default=1, least=1)
    B = Whole("weights allowed", optional=True, least=1)

    symbols = {"input_matrix": r"n_{in}", "output_matrix": "n_{out}", "total": "n", "megabytes_float32": "M",
               "one_hot_memory_per_word": r"\text{one-hot}", "embedding_per_word": r"\text{dense}"}
    also = {"total": "weights, parameters", "megabytes_float32": "memory, MB, megabytes", "N": "embedding size"}
    answers = "N input_matrix output_matrix total megabytes_float32 one_hot_memory_per_word embedding_per_word"
    impossible = {"B < 2*V": "B is less than two weights a word: not even embeddings of size 1 fit"}
    accept = ("task != 'budget' or N < B/(2*V)",)
    levels = {
        "easy": Level("total"),
        "medium": Level("megabytes_float32", task="memory"),
        "hard": Level("N", task="budget", N=None, wanted=between(40, 320),
                      B=computed("100000*ceil(2*V*wanted/100000)")),
    }

    def work(self, w):
        w.step("N", "floor(B/(2*V))", "Largest embedding size",
               "Each unit of N costs $V$ weights in each of the two matrices; round down.", places=0)
        w.step("input_matrix", "V*N", "Weights in the input matrix", "A row of N numbers for each word.", places=0)
        w.step("output_matrix", "N*V", "Weights in the output matrix", "A column of N numbers for each word.", places=0)
        w.step("total", "input_matrix + output_matrix", "Number $total$ of weights in all",
               "The window does not matter: all places share one matrix.", places=0)
        w.step("megabytes_float32", "4*total/10**6", "Memory $megabytes_float32$ in MB",
               "4 bytes a number, 10⁶ bytes a megabyte.", places=2)
        w.step("one_hot_memory_per_word", "V", "Numbers in a one-hot vector", "One slot a word.", places=0)
        w.step("embedding_per_word", "N", "Numbers in an embedding", places=0)

    mistakes = (
        Mistake("one_matrix", "There are two matrices: one in, one out.", total="V*N", N="floor(B/V)"),
        Mistake("with_biases", "Word2vec has no biases.", total="2*V*N + V + N", N="floor((B - V)/(2*V + 1))"),
        Mistake("V_plus_N", "A matrix of V rows and N columns holds V times N numbers.", total="V + N"),
        Mistake("output_matrix_V_by_V", "The output matrix leads from N hidden units to V words: N × V.",
                output_matrix="V**2"),
        Mistake("window_multiplied", "All places of the window share the same matrices.",
                total="2*window*(input_matrix + output_matrix)", N="floor(B/(4*window*V))"),
        Mistake("rounded_up", "With one more the budget is exceeded: round down.", N="ceil(B/(2*V))"),
        Mistake("not_rounded", "An embedding has a whole number of entries: round down.", N="B/(2*V)"),
        Mistake("bytes_forgotten", "Each number takes 4 bytes.", megabytes_float32="total/10**6"),
        Mistake("one_byte_is_a_bit", "That is in megabits: a number takes 4 bytes, not 32.",
                megabytes_float32="32*total/10**6"),
    )
    nudge = "One matrix leads in, one leads out."
    stories = {
        "task == 'total'": (
            "A word2vec model has {V} words and embeddings of size {N}, no biases; its window is {window} words on "
            "each side. How many weights has it in all?",
            "A skip-gram model learns embeddings of size {N} for the {V} words of a ship's logs, with a window of "
            "{window} words on each side and without biases. How many weights are trained?",
            "For recipes, word2vec is set to {V} words, {N} hidden units and {window} words of context on each side; "
            "there are no biases. Count the weights of both matrices.",
            "CBOW reads {window} words on each side of a gap, knows {V} words and has {N} hidden units, no biases. "
            "How many weights are there?"),
        "task == 'memory'": (
            "How many megabytes (10⁶ bytes, 4 bytes a number) do both word2vec matrices take for {V} words and "
            "embeddings of size {N}? The window is {window} words on each side.",
            "A phone is to hold both matrices of a word2vec model, {V} words and {N} hidden units, no biases, at 4 "
            "bytes a number. It was trained with {window} words of context on each side. Memory in MB of 10⁶ bytes?",
            "A news archive with {V} different words is embedded in {N} dimensions by skip-gram, window {window} on "
            "each side. Both matrices are saved, 4 bytes a number. How large is the file, in MB of 10⁶ bytes?",
            "CBOW with {window} words on each side, {V} words and embeddings of size {N}, no biases: what do both "
            "weight matrices take in memory, at 4 bytes a number and 10⁶ bytes a megabyte?"),
        "task == 'budget'": (
            "At most {B} weights are allowed for a word2vec model of {V} words (two matrices, no biases), whose window "
            "is {window} words on each side. How large may the embedding size be at most?",
            "A sensor has room for {B} weights. How large can the embeddings of a skip-gram model with {V} words be, "
            "both matrices counted, no biases, {window} words of context on each side?",
            "For {V} words of a dialect a CBOW model (no biases, {window} words on each side) may have {B} weights "
            "in its two matrices. How many hidden units can it have at most?",
            "A rule in a competition: at most {B} weights. A team embeds {V} words by word2vec with a window of "
            "{window} words on each side and no biases. What is the largest embedding size?"),
    }
