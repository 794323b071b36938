"""A step of an LSTM: three gates and a candidate, the new cell content, the new state."""

from quizgen.authoring import (Aside, Index, Level, Matrix, Mistake, Number, Problem, Story, Vector, between, computed,
                               oneof)

from ._gates import both, net, nonzero, table, without_feedback

GATES = {"f": "forget gate (σ)", "i": "input gate (σ)", "g": "candidate (tanh)", "o": "output gate (σ)"}
TOLD = "W_f W_i W_g W_o"
LATER = "abs(10*c_prev - round(10*c_prev)) > 0.000001"  # not in the first step, whose content has one decimal


def told(*texts):
    """Stories with a table of the weights."""
    return tuple(Story(text, tabled=TOLD) for text in texts)


class LstmStep(Problem):
    title = "A step of an LSTM"

    task = Aside("step")
    gate = between(0.05, 0.95, 0.05)
    f_t, i_t, o_t = (Number(f"{name} gate", optional=True, least=0, most=1) for name in ("forget", "input", "output"))
    c_tilde = Number("candidate", optional=True, least=-1, most=1)
    first, second = Aside(nonzero()), Aside(nonzero())
    x_t = Vector("input, or one a step", draw=nonzero(), flat=True, instead="f_t", series=True)
    h_prev = Vector("old state", draw=nonzero(), flat=True, instead="f_t")
    c_prev = Vector("old cell content", draw=nonzero(), flat=True)
    wx, wh, bias = (Aside(nonzero(), size=4), Aside(nonzero(), size=4), Aside(between(-0.5, 0.5, 0.1), size=4))
    W_f, W_i, W_g, W_o = (
        Matrix(f"weights of the {name}: of the input, of the old state, bias", flat=True, instead=part,
               draw=computed(f"(wx[{k}], wh[{k}], bias[{k}])", places=1))
        for k, (name, part) in enumerate((("forget gate", "f_t"), ("input gate", "i_t"), ("candidate", "c_tilde"),
                                          ("output gate", "o_t")), 1))
    i, j, k = Index("x_t"), Index("h_prev"), Index("h_prev")

    symbols = {"x_t": "x_t", "h_prev": "h", "c_prev": "C", "z_f": "z_f", "z_i": "z_i", "z_g": "z_g", "z_o": "z_o",
               "f_t": "f", "i_t": "i", "o_t": "o", "c_tilde": r"\tilde C", "C_t": "C'", "h_t": "h'",
               "f_times_c_prev": "k", "i_times_c_tilde": "a", "tanh_C_t": "T"}
    also = {"c_tilde": "g, a, candidate, g_t", "C_t": "cell, C, new cell content", "h_t": "state, h, new state",
            "f_t": "forget gate", "i_t": "input gate", "o_t": "output gate"}
    answers = "f_t i_t c_tilde o_t C_t h_t"
    accept = ("abs(o_t*C_t - h_t) >= 0.0005", "abs(o_t*tanh(c_prev) - h_t) >= 0.005", *(
        f"{LATER} or {condition}" for condition in (
            "min(abs(f_t - i_t), abs(f_t - o_t), abs(i_t - o_t)) >= 0.02", "abs(f_t - 0.5) >= 0.02",
            "abs(c_tilde) >= 0.1", "abs(c_tilde - c_prev) >= 0.05", "h_prev != c_prev")))
    none = dict.fromkeys(("x_t", "h_prev", "W_f", "W_i", "W_g", "W_o"))
    levels = {
        "easy": Level("C_t h_t", task="gates", **none, f_t=gate, i_t=gate, o_t=gate, c_prev=nonzero(2),
                      c_tilde=between(-0.95, 0.95, 0.05)),
        "medium": Level("f_t i_t c_tilde o_t C_t h_t"),
        "hard": Level("C_t h_t", task="steps", x_t=computed("(first, second)", places=1),
                      c_prev=oneof(between(-1, -0.4, 0.1), between(0.4, 1, 0.1))),
    }

    def work(self, w):
        several = w.count("h_prev") > 0
        unit = "[j]" if several else ""
        one = 0 if several else 1
        steps = [1] if several else w.rounds("x_t", "Step", each=True, h_prev="h_t", c_prev="C_t")
        for _ in steps:
            if not w.has("f_t"):
                for gate, name in (("f", "Forget gate"), ("i", "Input gate"), ("g", "Candidate"), ("o", "Output gate")):
                    w.step(f"z_{gate}{unit}", net(gate)[one], f"Net input of the {name.lower()}")
                    made, title = ("c_tilde", "tanh") if gate == "g" else (f"{gate}_t", "sigmoid")
                    w.step(made + unit, f"{title}(z_{gate}{unit})", name)
            w.step(f"f_times_c_prev{unit}", both("f_t[j]*c_prev[j]")[one], "What is kept",
                   "The forget gate says how much.")
            w.step(f"i_times_c_tilde{unit}", both("i_t[j]*c_tilde[j]")[one], "What is added",
                   "The input gate says how much.")
            w.step(f"C_t{unit}", both("f_times_c_prev[j] + i_times_c_tilde[j]")[one], "New cell content")
            w.step(f"tanh_C_t{unit}", both("tanh(C_t[j])")[one], "Cell content squeezed")
            w.step(f"h_t{unit}", both("o_t[j]*tanh_C_t[j]")[one], "New state",
                   "The output gate says how much is put out.")

    mistakes = (
        Mistake("f_and_i_swapped_C", "The forget gate belongs to the old content, the input gate to the candidate.",
                C_t=both("i_t[j]*c_prev[j] + f_t[j]*c_tilde[j]")),
        Mistake("c_tilde_with_sigmoid_C", "The candidate goes through tanh, not σ.", c_tilde=both("sigmoid(z_g[j])")),
        Mistake("one_minus_f_C", "f itself says how much is kept.",
                C_t=both("(1 - f_t[j])*c_prev[j] + i_t[j]*c_tilde[j]")),
        Mistake("h_prev_for_c_prev_C", "The cell content is kept, not the old state.",
                C_t=both("f_t[j]*h_prev[j] + i_t[j]*c_tilde[j]")),
        Mistake("feedback_forgotten_C", "The old state feeds back into all gates.",
                **{f"z_{gate}": without_feedback(gate) for gate in "figo"}),
        Mistake("h_without_tanh", "The cell content goes through tanh before it is put out.",
                h_t=both("o_t[j]*C_t[j]")),
        Mistake("used_c_prev_in_h", "The new cell content is put out, not the old one.",
                h_t=both("o_t[j]*tanh(c_prev[j])")),
        Mistake("i_and_o_swapped_h", "Input and output gate are exchanged.",
                h_t=both("i_t[j]*tanh(f_t[j]*c_prev[j] + o_t[j]*c_tilde[j])")),
    )
    nudge = "Three sigmoid gates and a tanh candidate, all from the input and the old state."
    stories = {
        "task == 'gates'": (
            "An LSTM cell has the forget gate {f_t}, the input gate {i_t}, the output gate {o_t} and the candidate "
            "{c_tilde}; the old cell content is {c_prev}. Give {ask}.",
            "While it reads a sentence an LSTM holds the cell content {c_prev}. At the next word its gates are {f_t} "
            "(forget), {i_t} (input) and {o_t} (output), its candidate is {c_tilde}.",
            "Forget gate {f_t}, input gate {i_t}, output gate {o_t}, candidate {c_tilde}, old content {c_prev}: what "
            "does the cell hold and put out now?",
            "A memory cell with the content {c_prev} meets a new input: f = {f_t}, i = {i_t}, o = {o_t}, candidate "
            "{c_tilde}.",
        ),
        "task == 'step'": told(
            "The table lists an LSTM's weights (no peepholes). With the input {x_t}, the old state {h_prev} and the "
            "old cell content {c_prev} give {ask}.",
            "While reading a sentence a scalar LSTM (no peepholes) holds the cell content {c_prev} and the state "
            "{h_prev}. The next word is coded as {x_t}. Its weights stand in the table.",
            "A price moves by {x_t}. A scalar LSTM, weights in the table, had the state {h_prev} and the cell content "
            "{c_prev}.",
            "Do one step of a scalar LSTM without peepholes: input {x_t}, old state {h_prev}, old cell content "
            "{c_prev}, weights as in the table.",
        ),
        "task == 'steps'": told(
            "Run the scalar LSTM of the table (no peepholes) for two steps on {x_t}, from the state {h_prev} and the "
            "cell content {c_prev} on. Give {ask}.",
            "Two words, coded {x_t}, are read one after the other by a scalar LSTM (weights in the table). Before, its "
            "state is {h_prev} and its cell content {c_prev}.",
            "What does a scalar LSTM (table, no peepholes) hold and put out after each of the inputs {x_t}? It starts "
            "with the state {h_prev} and the cell content {c_prev}.",
            "A scalar LSTM with the weights of the table has the state {h_prev} and the cell content {c_prev}. It is "
            "fed {x_t}, in this order.",
        ),
    }

    def question_table(self, v):
        return table(v, GATES)
