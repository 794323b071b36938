"""How many parameters recurrent layers learn: blocks of weights that serve every time step."""

from quizgen.authoring import Aside, Convention, Level, Mistake, Problem, Whole, oneof

BLOCKS = {"rnn": 1, "gru": 3, "lstm": 4}
NAMES = {"rnn": "a simple recurrent layer", "gru": "a GRU layer", "lstm": "an LSTM layer"}
WHOLE = {"rnn": "One block: so many for each unit.",
         "gru": "Reset gate, update gate and candidate: three blocks of the same size.",
         "lstm": "Forget, input and output gate and the candidate: four blocks of the same size."}
TWO = {"rnn": "rnn_pytorch", "gru": "gru_keras_reset_after", "lstm": "lstm_pytorch_two_biases"}
BIASES = "(1 if rnn_bias == 'one' else 2)"
SCENES = ("{Cell} with input size {input_size} and {hidden_size} units reads sequences of length {sequence_length}; "
          "{rnn_bias}.",
          "A series of {sequence_length} time steps, a vector of size {input_size} in each, is fed to {cell} with "
          "{hidden_size} units; {rnn_bias}.",
          "Words are coded as vectors of size {input_size}. Sentences of {sequence_length} words are read by {cell} "
          "with hidden size {hidden_size}; {rnn_bias}.",
          "Windows of {sequence_length} sensor readings, input size {input_size}, enter {cell} of {hidden_size} units; "
          "{rnn_bias}.")
TAILS = {"": "",
         "out": "A dense layer with output size {output_size} and biases follows on the last state.",
         "two": "Compare with two bias vectors in each block, as PyTorch has them."}


def story(scene, cell, tail):
    name = NAMES[cell]
    return f"{scene.replace('{Cell}', name[0].upper() + name[1:]).replace('{cell}', name)} {TAILS[tail]}".strip()


def times(number, text):
    return text if number == 1 else f"{number}*{text}"


class RnnParams(Problem):
    title = "Parameters of recurrent layers"

    cell, tail = Aside("rnn"), Aside("")
    input_size = Whole("inputs in a time step", draw=oneof(1, 2, 3, 4, 5, 8, 10, 12, 16, 20, 28, 32, 50, 64, 100, 128),
                       least=1)
    hidden_size = Whole("hidden units", draw=oneof(2, 3, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 128, 256), least=1)
    sequence_length = Whole("time steps in a sequence", draw=oneof(5, 10, 20, 50), least=1, optional=True)
    output_size = Whole("outputs of the dense layer", least=1, optional=True)

    rnn_bias = Convention("one", "two", says={
        "one": "the input and the recurrent part of a block share one bias vector",
        "two": "the input and the recurrent part of a block have a bias vector each"})
    symbols = {"input_size": "D", "hidden_size": "H", "sequence_length": "T", "output_size": "K", "per_unit": "u",
               "output_layer": r"\text{dense}"} | {cell: rf"\text{{{cell.upper()}}}" for cell in BLOCKS} | {
        f"{cell}_with_output": r"\text{total}" for cell in BLOCKS} | {
        name: rf"\text{{{cell.upper()} with two biases}}" for cell, name in TWO.items()}
    also = {f"{cell}_with_output": "sum" for cell in BLOCKS} | dict.fromkeys(BLOCKS, "one bias") | dict.fromkeys(
        TWO.values(), "two biases, with two biases, PyTorch")
    answers = " ".join([*BLOCKS, "output_layer", *(f"{cell}_with_output" for cell in BLOCKS), *TWO.values()])
    accept = ("input_size != hidden_size",)
    out = {"tail": "out", "output_size": oneof(1, 2, 3, 5, 10)}
    levels = {
        "easy": Level("rnn"),
        "medium": (Level("lstm", cell="lstm"), Level("gru", cell="gru"), Level("rnn_with_output", **out)),
        "hard": (Level("lstm_with_output", cell="lstm", **out), Level("gru_with_output", cell="gru", **out),
                 Level("lstm lstm_pytorch_two_biases", cell="lstm", tail="two"),
                 Level("gru gru_keras_reset_after", cell="gru", tail="two")),
    }

    def work(self, w):
        one = w.rnn_bias == "one"
        w.step("per_unit", {"one": "input_size + hidden_size + 1", "two": "input_size + hidden_size + 2"},
               "Weights into one unit, in one block", "From the inputs and from the old states, and "
               f"{'a bias' if one else 'two biases'}; every time step uses the same.", by="rnn_bias", places=0)
        for cell, blocks in BLOCKS.items():
            w.step(cell, times(blocks, "hidden_size*per_unit"),
                   f"Number of parameters of the {NAMES[cell].partition(' ')[2]}", WHOLE[cell], places=0)
        w.step("output_layer", "output_size*(hidden_size + 1)", "Number of parameters of the dense layer",
               "From each state to each output, and a bias.", places=0)
        for cell in BLOCKS:
            w.step(f"{cell}_with_output", f"{cell} + output_layer", "Number of parameters in all", places=0)
        for cell, blocks in BLOCKS.items() if one else ():
            w.step(TWO[cell], times(blocks, "hidden_size*(input_size + hidden_size + 2)"),
                   "Number of parameters with two biases", "A second bias in each block of each unit.", places=0)

    mistakes = (
        Mistake("times_sequence_length", "The same weights serve every time step: the length does not count.",
                **{cell: f"{blocks}*hidden_size*per_unit*sequence_length" for cell, blocks in BLOCKS.items()}),
        Mistake("no_recurrent_matrix", "The units also have weights from all old states.",
                per_unit=f"input_size + {BIASES}"),
        Mistake("lstm_three_gates_only", "The candidate is a block too: four in all.", lstm="3*hidden_size*per_unit"),
        Mistake("gru_two_gates_only", "The candidate is a block too: three in all.", gru="2*hidden_size*per_unit"),
        Mistake("gru_four_blocks", "That is an LSTM: a GRU has three blocks.", gru="4*hidden_size*per_unit"),
        Mistake("lstm_one_bias_vector_for_all", "Each of the four blocks has its own bias vector.", "rnn_bias == 'one'",
                lstm="4*hidden_size*(input_size + hidden_size) + hidden_size"),
        *(Mistake(f"bias_forgotten_{cell}", "Each unit has a bias in each block.",
                  **{cell: f"{blocks}*hidden_size*(input_size + hidden_size)"}) for cell, blocks in BLOCKS.items()),
        *(Mistake(f"sizes_swapped_{cell}", "There are as many units as hidden states: multiply by H.",
                  **{cell: f"{blocks}*input_size*per_unit"}) for cell, blocks in BLOCKS.items()),
        Mistake("bias_counted_twice", "The two parts of a block share one bias vector.", "rnn_bias == 'one'",
                per_unit="input_size + hidden_size + 2"),
        Mistake("second_bias_forgotten", "Each block has two bias vectors here.", "rnn_bias == 'two'",
                per_unit="input_size + hidden_size + 1"),
        Mistake("output_without_bias", "Each output has a bias too.", output_layer="output_size*hidden_size"),
    )
    nudge = "The same weights serve every time step; the length does not matter."
    stories = {f"cell == '{cell}' and (tail if rnn_bias == 'one' or tail == 'out' else '') == '{tail}'":
               tuple(story(scene, cell, tail) for scene in SCENES) for cell in BLOCKS for tail in TAILS}
