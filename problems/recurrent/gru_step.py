"""A step of a GRU: reset and update gate, the candidate, and the mixture of old state and candidate."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Story, Vector,
                               between, computed)

from ._gates import both, net, nonzero, table

GATES = {"r": "reset gate (σ)", "z": "update gate (σ)", "n": "candidate (tanh)"}
TOLD = "W_r W_z W_n"
MIXED = {"(1-z)n+zh": "(1 - z_t[j])*n_t[j] + z_t[j]*h_prev[j]", "zn+(1-z)h": "z_t[j]*n_t[j] + (1 - z_t[j])*h_prev[j]"}
AFTER = ("sum(W_n[j][i]*x_t[i], i) + r_t[j]*sum(W_n[j][count(x_t) + k]*h_prev[k], k)"
         " + W_n[j][count(x_t) + count(h_prev) + 1]", "W_n[1]*x_t + r_t*(W_n[2]*h_prev) + W_n[3]")


def told(*texts):
    """Stories with a table of the weights."""
    return tuple(Story(text, tabled=TOLD) for text in texts)


class GruStep(Problem):
    title = "A step of a GRU"

    task = Aside("step")
    r_t, z_t = (Number(f"{name} gate", optional=True, least=0, most=1) for name in ("reset", "update"))
    n_t = Number("candidate", optional=True, least=-1, most=1)
    first, second = Aside(nonzero()), Aside(nonzero())
    x_t = Vector("input, or one a step", draw=nonzero(), flat=True, instead="n_t", series=True)
    h_prev = Vector("old state", draw=nonzero(), flat=True)
    wx, wh, bias = (Aside(nonzero(), size=3), Aside(nonzero(), size=3), Aside(between(-0.5, 0.5, 0.1), size=3))
    W_r, W_z, W_n = (
        Matrix(f"weights of the {name}: of the input, of the old state, bias", flat=True, instead=part,
               draw=computed(f"(wx[{k}], wh[{k}], bias[{k}])", places=1))
        for k, (name, part) in enumerate((("reset gate", "n_t"), ("update gate", "z_t"), ("candidate", "n_t")), 1))
    i, j, k = Index("x_t"), Index("h_prev"), Index("h_prev")

    gru_gate = Convention(*MIXED, says={
        "(1-z)n+zh": "the new state is (1 − z)·candidate + z·old state",
        "zn+(1-z)h": "the new state is z·candidate + (1 − z)·old state"})
    gru_reset = Convention("before", "after", when="task != 'gates'", says={
        "before": "the reset gate multiplies the old state before its weight does",
        "after": "the reset gate multiplies the weighted old state"})
    symbols = {"x_t": "x_t", "h_prev": "h", "a_r": "a_r", "a_z": "a_z", "a_n": "a_n", "r_t": "r", "z_t": "z",
               "n_t": "n",
               "h_t": "h'"}
    also = {"r_t": "reset gate", "z_t": "update gate", "n_t": "candidate", "h_t": "state, new state, h"}
    answers = "r_t z_t n_t h_t"
    accept = ("abs(z_t - 0.5) >= 0.02", "abs(r_t - z_t) >= 0.02", "abs(n_t) >= 0.05", "abs(n_t - h_prev) >= 0.1",
              "abs((1 - r_t)*tanh(W_n[1]*x_t + W_n[2]*z_t*h_prev + W_n[3]) + r_t*h_prev - h_t) >= 0.005")
    levels = {
        "easy": Level("h_t", task="gates", x_t=None, W_r=None, W_z=None, W_n=None, z_t=between(0.05, 0.95, 0.05),
                      n_t=between(-0.95, 0.95, 0.05), h_prev=between(-0.95, 0.95, 0.05)),
        "medium": Level("r_t z_t n_t h_t"),
        "hard": Level("h_t", task="steps", x_t=computed("(first, second)", places=1)),
    }

    def work(self, w):
        several = w.count("h_prev") > 0
        unit, one = ("[j]", 0) if several else ("", 1)
        reset = {"before": net("n", "(r_t[k]*h_prev[k])")[one], "after": AFTER[one]}
        for _ in [1] if several else w.rounds("x_t", "Step", each=True, h_prev="h_t"):
            if not w.has("n_t"):
                w.step(f"a_r{unit}", net("r")[one], "Net input of the reset gate")
                w.step(f"r_t{unit}", both("sigmoid(a_r[j])")[one], "Reset gate")
            if not w.has("z_t"):
                w.step(f"a_z{unit}", net("z")[one], "Net input of the update gate")
                w.step(f"z_t{unit}", both("sigmoid(a_z[j])")[one], "Update gate")
            if not w.has("n_t"):
                w.step(f"a_n{unit}", reset, "Net input of the candidate",
                       "The reset gate says how much of the old state is seen.", by="gru_reset")
                w.step(f"n_t{unit}", both("tanh(a_n[j])")[one], "Candidate")
            w.step(f"h_t{unit}", {name: both(text)[one] for name, text in MIXED.items()}, "New state",
                   "The update gate mixes old state and candidate.", by="gru_gate")

    mistakes = (
        Mistake("reset_ignored", "The old state is multiplied by the reset gate first.", a_n=net("n")),
        Mistake("r_and_z_swapped", "Reset and update gate are exchanged.", when="gru_gate == '(1-z)n+zh'",
                a_n=tuple(text.replace("r_t", "z_t") for text in net("n", "(r_t[k]*h_prev[k])")),
                h_t=both("(1 - r_t[j])*n_t[j] + r_t[j]*h_prev[j]")),
        Mistake("candidate_with_sigmoid", "The candidate goes through tanh, not σ.", n_t=both("sigmoid(a_n[j])")),
        Mistake("z_swapped", "The gate weighs the other part.", when="gru_gate == '(1-z)n+zh'",
                h_t=both(MIXED["zn+(1-z)h"])),
        Mistake("z_swapped", "The gate weighs the other part.", when="gru_gate == 'zn+(1-z)h'",
                h_t=both(MIXED["(1-z)n+zh"])),
        Mistake("candidate_given_as_state", "That is the candidate: mix it with the old state.", h_t=both("n_t[j]")),
        Mistake("reset_applied_to_old_state_too", "The reset gate is for the candidate alone.",
                when="gru_gate == '(1-z)n+zh'", h_t=both("(1 - z_t[j])*n_t[j] + z_t[j]*r_t[j]*h_prev[j]")),
    )
    nudge = "Two gates first; the reset gate touches the old state only inside the candidate."
    stories = {
        "task == 'gates'": (
            "A GRU has the update gate z = {z_t}, the candidate {n_t} and the old state {h_prev}. Give {ask}.",
            "While it reads a word a GRU, lighter than an LSTM, finds the candidate {n_t}; its update gate is {z_t}, "
            "its old state {h_prev}.",
            "Old state {h_prev}, candidate {n_t}, update gate {z_t}: what is the new state of the GRU?",
            "The update gate {z_t} of a GRU mixes the old state {h_prev} with the candidate {n_t}.",
        ),
        "task == 'step'": told(
            "The table lists the weights of a scalar GRU. For the input {x_t} and the old state {h_prev} give {ask}.",
            "A scalar GRU (weights in the table) has the state {h_prev} when the next word, coded {x_t}, comes.",
            "A price moves by {x_t}; a scalar GRU with the weights of the table had the state {h_prev}.",
            "Do one step of the scalar GRU in the table: input {x_t}, old state {h_prev}.",
        ),
        "task == 'steps'": told(
            "Run the scalar GRU of the table for two steps on {x_t}, from the state {h_prev} on. Give {ask}.",
            "Two words, coded {x_t}, are read one after the other by a scalar GRU (weights in the table) with the "
            "state {h_prev}.",
            "What is the state of a scalar GRU (table) after each of the inputs {x_t}, if it is {h_prev} before?",
            "A scalar GRU with the weights of the table has the state {h_prev}. It is fed {x_t}, in this order.",
        ),
    }

    def question_table(self, v):
        return table(v, GATES)
