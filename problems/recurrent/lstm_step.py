"""A step of an LSTM: three gates and a candidate, the new content of the cell, the new state."""

from quizgen.authoring import (Aside, Index, Level, Matrix, Mistake, Number, Problem, Story, Vector, between, computed,
                               oneof)

from ._gates import BIAS, WEIGHT, layer_net, misfits, net, weights_table

NAMES = {"f": "forget gate", "i": "input gate", "g": "candidate", "o": "output gate"}
VALUES = {"f": "f_t", "i": "i_t", "g": "c_tilde", "o": "o_t"}
GATE, DEEP = between(0.05, 0.95, 0.05), oneof(between(-0.95, -0.05, 0.05), between(0.05, 0.95, 0.05))
CELL = "c_prev == c_prev"  # a single cell, not a layer
APART = "o_t*abs(C_t - tanh_C_t) >= 0.003"  # the state with tanh and without
TABLE = "The table lists $w_x$, $w_h$ and b of the three gates (sigmoid) and of the candidate (tanh)."


class LstmStep(Problem):
    title = "One step of an LSTM"

    task = Aside("one")
    inputs = Aside(WEIGHT, size=2)
    weights, biases = Aside(WEIGHT, size=8), Aside(BIAS, size=4)
    x_t = Vector("input, or one for each step", draw=WEIGHT, flat=True, series=True, instead="f_t and i_t and o_t or X")
    X = Matrix("inputs of a layer, one step a row", optional=True)
    h_prev = Number("old state", draw=WEIGHT, instead="f_t and i_t and o_t or H_prev")
    c_prev = Number("old content of the cell", draw=WEIGHT, instead="C_prev")
    H_prev = Vector("old states of a layer", optional=True)
    C_prev = Vector("old contents of a layer's cells", entries="count(H_prev)", optional=True)
    W_f, W_i, W_g, W_o = (
        Matrix(f"weights of the {name}: of input and old state, and bias", flat=True, instead=VALUES[gate],
               entries="count(x_t) + count(H_prev) + 1",
               draw=computed(f"(weights[{2*k - 1}], weights[{2*k}], biases[{k}])", places=1))
        for k, (gate, name) in enumerate(NAMES.items(), 1))
    f_t, i_t, o_t = (Number(NAMES[gate], above=0, below=1, optional=True) for gate in "fio")
    c_tilde = Number("candidate", above=-1, below=1, optional=True)
    i, j, m, n = Index("x_t"), Index("H_prev"), Index("H_prev"), Index("X")

    symbols = {"c_tilde": r"\tilde C_t", "f_times_c_prev": r"\text{kept}", "i_times_c_tilde": r"\text{let in}",
               "tanh_C_t": r"\text{squashed}", "c_prev": "C_{old}", "h_prev": "h_{old}", "H_prev": "h_{old}",
               "C_prev": "C_{old}"}
    also = {"f_t": "f, forget", "i_t": "i, input", "c_tilde": "g, g_t, C tilde, a", "o_t": "o, output",
            "C_t": "C, cell state, cell, memory", "h_t": "h, hidden state, output state"}
    answers = "f_t i_t c_tilde o_t C_t h_t"
    impossible = misfits(NAMES)
    accept = ("h_prev != c_prev or task == 'two'", "abs(f_t - i_t) >= 0.02", "abs(f_t - o_t) >= 0.02",
              "abs(i_t - o_t) >= 0.02", "abs(f_t - 0.5) >= 0.02", "abs(c_tilde) >= 0.1", "abs(C_t) >= 0.05",
              "abs(c_tilde - c_prev) >= 0.05")
    unknown = {f"W_{gate}": None for gate in NAMES} | {"x_t": None, "h_prev": None}
    levels = {
        "easy": Level("C_t h_t", task="gates", **unknown, c_prev=oneof(between(-2, -0.1, 0.1), between(0.1, 2, 0.1)),
                      f_t=GATE, i_t=GATE, o_t=GATE, c_tilde=DEEP),
        "medium": (Level("C_t h_t"), Level("f_t i_t c_tilde o_t C_t h_t")),
        "hard": (Level("C_t h_t", task="two", x_t=computed("inputs")),
                 Level("C_t h_t", task="two", x_t=computed("inputs"), h_prev=0, c_prev=0)),
    }

    def work(self, w):
        layer, x, k = w.has("H_prev"), *(("X", "n") if w.has("X") else ("x_t", "i" if w.count("x_t") else ""))
        at, old = ("[j]", "C_prev[j]") if layer else ("", "c_prev")

        def gate(letter, function):
            weights = f"W_{letter}"
            w.step(f"z_{letter}{at}", layer_net(weights, x, k) if layer else net(weights),
                   f"Net input of the {NAMES[letter]}")
            w.step(f"{VALUES[letter]}{at}", f"{function}(z_{letter}{at})", NAMES[letter].capitalize())

        carried = {"H_prev": "h_t", "C_prev": "C_t"} if layer else {"h_prev": "h_t", "c_prev": "C_t"}
        for _ in w.rounds("X" if layer else "x_t", "Time step", each=not layer, **carried):
            for letter in NAMES:
                gate(letter, "tanh" if letter == "g" else "sigmoid")
            w.step(f"f_times_c_prev{at}", f"f_t{at}*{old}", "Kept of the old content")
            w.step(f"i_times_c_tilde{at}", f"i_t{at}*c_tilde{at}", "Let in of the candidate")
            w.step(f"C_t{at}", f"f_times_c_prev{at} + i_times_c_tilde{at}", "Content $C_t$ of the cell")
            w.step(f"tanh_C_t{at}", f"tanh(C_t{at})", "Squashed content")
            w.step(f"h_t{at}", f"o_t{at}*tanh_C_t{at}", "State $h_t$", "What the output gate lets out.")

    mistakes = (
        Mistake("f_and_i_swapped_C", "The forget gate keeps the old content, the input gate lets in the candidate.",
                CELL, f_times_c_prev="i_t*c_prev", i_times_c_tilde="f_t*c_tilde"),
        Mistake("c_tilde_with_sigmoid_C", "The candidate has tanh: it may be negative.", CELL, c_tilde="sigmoid(z_g)"),
        Mistake("one_minus_f_C", "The forget gate says what share is kept: f, not 1 − f.", CELL,
                f_times_c_prev="(1 - f_t)*c_prev"),
        Mistake("h_prev_for_c_prev_C", "The forget gate acts on the old content of the cell, not on the old state.",
                CELL, f_times_c_prev="f_t*h_prev"),
        Mistake("feedback_forgotten_C", "The old state enters each net input, with its own weight.", CELL,
                **{f"z_{gate}": f"W_{gate}[1]*x_t + W_{gate}[3]" for gate in NAMES}),
        Mistake("h_without_tanh", "The content passes tanh before the output gate.", f"{CELL} and {APART}",
                h_t="o_t*C_t"),
        Mistake("used_c_prev_in_h", "The state comes from the new content, not from the old.", CELL,
                h_t="o_t*tanh(c_prev)"),
        Mistake("i_and_o_swapped_h", "The input gate lets the candidate in, the output gate lets the state out.",
                f"{CELL} and abs(o_t*tanh_C_t - i_t*tanh(f_t*c_prev + o_t*c_tilde)) >= 0.005",
                h_t="i_t*tanh(f_t*c_prev + o_t*c_tilde)"),
    )
    nudge = "There are three sigmoid gates and a tanh candidate, all from the input and the old state."
    given = "$x_t$ = {x_t}, $h_prev$ = {h_prev} and $c_prev$ = {c_prev}"
    stories = {
        "task == 'gates'": (
            "An LSTM cell has forget gate {f_t}, input gate {i_t}, output gate {o_t} and candidate {c_tilde}; the old "
            "content of the cell is {c_prev}.",
            "While an LSTM reads a sentence, its cell holds {c_prev}. The next word opens the forget gate to {f_t}, "
            "the input gate to {i_t} and the output gate to {o_t}; the candidate is {c_tilde}.",
            "How does the long-term memory {c_prev} of an LSTM cell change? Candidate {c_tilde}, forget gate {f_t}, "
            "input gate {i_t}, output gate {o_t}.",
            "The gates of an LSTM cell stand at f = {f_t} (forget), i = {i_t} (input) and o = {o_t} (output); its old "
            "content is {c_prev}, the candidate {c_tilde}.",
        ),
        "task == 'one'": tuple(Story(f"{text} {TABLE}", tabled="W_f W_i W_g W_o") for text in (
            f"A scalar LSTM (no peepholes) makes one step: {given}.",
            "While reading a sentence an LSTM of one cell (no peepholes) holds $c_prev$ = {c_prev} and $h_prev$ = "
            "{h_prev}. The next word is coded as $x_t$ = {x_t}.",
            f"One step of an LSTM cell without peepholes starts from {given}.",
            "A demand forecast uses an LSTM of one cell, no peepholes. Today $x_t$ = {x_t} comes in; yesterday left "
            "$h_prev$ = {h_prev} and $c_prev$ = {c_prev}.")),
        "task == 'two'": tuple(Story(f"{text} {TABLE}", tabled="W_f W_i W_g W_o") for text in (
            "Run a scalar LSTM (no peepholes) for two steps on {x_t}, from $h_prev$ = {h_prev}, $c_prev$ = {c_prev}.",
            "Two words, coded as {x_t}, are read one after the other by an LSTM of one cell (no peepholes), which "
            "starts at $h_prev$ = {h_prev}, $c_prev$ = {c_prev}.",
            "An LSTM cell without peepholes is fed {x_t}, first one, then the other. At the start $h_prev$ = {h_prev}, "
            "$c_prev$ = {c_prev}.",
            "A demand forecast uses an LSTM of one cell, no peepholes. Two days bring {x_t}; before them $h_prev$ = "
            "{h_prev} and $c_prev$ = {c_prev}.")),
    }

    def question_table(self, v):
        return weights_table([NAMES[gate] for gate in NAMES], [getattr(v, f"W_{gate}") for gate in NAMES])
