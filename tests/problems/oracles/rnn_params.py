"""The arrays that a layer holds, laid out and counted."""

from math import prod


def count(shapes):
    return sum(prod(shape) for shape in shapes)


def expected(givens, conventions):
    inputs, hidden, outputs = givens["input_size"], givens["hidden_size"], givens.get("output_size", 0)
    found = {"output_layer": count([(hidden, outputs), (outputs,)])}
    gates = {"rnn": ["state"], "gru": ["reset", "update", "new"], "lstm": ["input", "forget", "cell", "output"]}
    two = {"rnn": "rnn_pytorch", "gru": "gru_keras_reset_after", "lstm": "lstm_pytorch_two_biases"}

    def layer(cell, biases):
        shapes = [(inputs, hidden), (hidden, hidden), *[(hidden,)] * biases]
        return count([shape for _ in gates[cell] for shape in shapes])

    biases = 1 if conventions["rnn_bias"] == "one" else 2
    found["per_unit"] = count([(inputs, 1), (hidden, 1), *[(1,)] * biases])
    for cell in gates:
        found[cell] = layer(cell, biases)
        found[f"{cell}_with_output"] = found[cell] + found["output_layer"]
        found[two[cell]] = layer(cell, 2)
    return found
