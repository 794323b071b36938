"""A step of a GRU: two gates, a candidate that sees the old state through the reset gate, the mixture of both."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Story, Vector,
                               between, computed, oneof)

from ._gates import BIAS, WEIGHT, layer_net, misfits, net, weights_table

NAMES = {"r": "reset gate", "z": "update gate", "n": "candidate"}
DEEP = oneof(between(-0.95, -0.05, 0.05), between(0.05, 0.95, 0.05))
CELL = "h_prev == h_prev"  # a single cell, not a layer
KEEPS = "gru_gate == '(1-z)n+zh'"
MIXES = {"(1-z)n+zh": "(1 - z_t{at})*n_t{at} + z_t{at}*{old}", "zn+(1-z)h": "z_t{at}*n_t{at} + (1 - z_t{at})*{old}"}
TABLE = ("The table lists $w_x$, $w_h$ and b of reset gate, update gate (sigmoid) and candidate (tanh); {gru_reset}, "
         "and {gru_gate}.")


def mix(new="n_t", old="h_prev", z="z_t"):
    """The new state in the form in force, with other values in it."""
    return f"(1 - {z})*{new} + {z}*{old} if {KEEPS} else {z}*{new} + (1 - {z})*{old}"


class GruStep(Problem):
    title = "One step of a GRU"

    task = Aside("one")
    inputs = Aside(WEIGHT, size=2)
    weights, biases = Aside(WEIGHT, size=6), Aside(BIAS, size=3)
    x_t = Vector("input, or one for each step", draw=WEIGHT, flat=True, series=True, instead="z_t and n_t or X")
    X = Matrix("inputs of a layer, one step a row", optional=True)
    h_prev = Number("old state", draw=WEIGHT, instead="H_prev")
    H_prev = Vector("old states of a layer", optional=True)
    W_r, W_z, W_n = (
        Matrix(f"weights of the {name}: of input and old state, and bias", flat=True, instead=f"{gate}_t",
               entries="count(x_t) + count(H_prev) + 1",
               draw=computed(f"(weights[{2*k - 1}], weights[{2*k}], biases[{k}])", places=1))
        for k, (gate, name) in enumerate(NAMES.items(), 1))
    r_t, z_t = (Number(NAMES[gate], above=0, below=1, optional=True) for gate in "rz")
    n_t = Number("candidate", above=-1, below=1, optional=True)
    i, j, m, n = Index("x_t"), Index("H_prev"), Index("H_prev"), Index("X")

    gru_gate = Convention(*MIXES, says={
        "(1-z)n+zh": "the new state is $h_t == (1 - z_t)*n_t + z_t*h_prev$",
        "zn+(1-z)h": "the new state is $h_t == z_t*n_t + (1 - z_t)*h_prev$"})
    gru_reset = Convention("before", "after", when="task != 'gates'", says={
        "before": "in the candidate the old state is multiplied by the reset gate first, then by its weight",
        "after": "in the candidate the old state is multiplied by its weight first, then by the reset gate"})
    symbols = {"h_prev": "h_{old}", "H_prev": "h_{old}", "net_r": "a_r", "net_z": "a_z", "net_n": "a_n"}
    also = {"r_t": "r, reset", "z_t": "z, update", "n_t": "n, h tilde, g", "h_t": "h, new state, hidden state"}
    answers = "r_t z_t n_t h_t"
    impossible = misfits(NAMES)
    accept = ("abs(z_t - 0.5) >= 0.02", "abs(r_t - z_t) >= 0.02", "abs(n_t) >= 0.05", "abs(n_t - h_prev) >= 0.1")
    unknown = {f"W_{gate}": None for gate in NAMES} | {"x_t": None}
    levels = {
        "easy": Level("h_t", task="gates", **unknown, h_prev=DEEP, z_t=between(0.05, 0.95, 0.05), n_t=DEEP),
        "medium": (Level("r_t z_t n_t h_t"), Level("n_t h_t")),
        "hard": (Level("h_t", task="two", x_t=computed("inputs")),
                 Level("h_t", task="two", x_t=computed("inputs"), h_prev=0)),
    }

    def work(self, w):
        layer, x, k = w.has("H_prev"), *(("X", "n") if w.has("X") else ("x_t", "i" if w.count("x_t") else ""))
        at, old, before = "[j]" if layer else "", "H_prev[j]" if layer else "h_prev", w.gru_reset == "before"
        if layer:
            nets = {"r": layer_net("W_r", x, k), "z": layer_net("W_z", x, k),
                    "n": layer_net("W_n", x, k, *("r_t[m]*", "") if before else ("", "r_t[j]*"))}
        else:
            nets = {"r": net("W_r"), "z": net("W_z"), "n": "W_n[1]*x_t + W_n[2]*(r_t*h_prev) + W_n[3]" if before else
                    "W_n[1]*x_t + r_t*(W_n[2]*h_prev) + W_n[3]"}
        carried = {"H_prev": "h_t"} if layer else {"h_prev": "h_t"}
        for _ in w.rounds("X" if layer else "x_t", "Time step", each=not layer, **carried):
            for gate, name in NAMES.items():
                w.step(f"net_{gate}{at}", nets[gate], f"Net input of the {name}",
                       "The reset gate lets only part of the old state through." if gate == "n" else "")
                w.step(f"{gate}_t{at}", f"{'tanh' if gate == 'n' else 'sigmoid'}(net_{gate}{at})", name.capitalize())
            w.step(f"h_t{at}", {form: text.format(at=at, old=old) for form, text in MIXES.items()}, "State $h_t$",
                   "A mixture of the candidate and the old state.", by="gru_gate")

    mistakes = (
        Mistake("reset_ignored", "The candidate sees the old state through the reset gate: times r.", CELL,
                net_n=("W_n[1]*x_t + W_n[2]*h_prev + W_n[3]",)),
        Mistake("r_and_z_swapped", "The reset gate acts inside the candidate, the update gate mixes.", CELL,
                net_n=("W_n[1]*x_t + W_n[2]*(z_t*h_prev) + W_n[3]",), h_t=(mix(z="r_t"),)),
        Mistake("candidate_with_sigmoid", "The candidate has tanh: it may be negative.", CELL, n_t="sigmoid(net_n)"),
        Mistake("z_swapped", "z and 1 − z are exchanged: look at the form of the mixture again.", CELL,
                h_t=mix(z="(1 - z_t)")),
        Mistake("candidate_given_as_state", "That is the candidate: mix it with the old state.", CELL, h_t="n_t"),
        Mistake("reset_applied_to_old_state_too", "The mixture takes the old state itself, without the reset gate.",
                CELL, h_t=(mix(old="r_t*h_prev"),)),
    )
    nudge = "Two gates come first; the reset gate touches the old state only inside the candidate."
    stories = {
        "task == 'gates'": (
            "A GRU has update gate z = {z_t}, candidate n = {n_t} and old state {h_prev}; {gru_gate}.",
            "While a GRU reads a sentence its state is {h_prev}. The next word makes the candidate {n_t} and opens the "
            "update gate to {z_t}; {gru_gate}.",
            "How much of its old state {h_prev} does a GRU keep? The update gate is {z_t}, the candidate {n_t}; "
            "{gru_gate}.",
            "The update gate of a GRU stands at {z_t}; the old state is {h_prev} and the candidate {n_t}. In this text "
            "{gru_gate}.",
        ),
        "task == 'one'": tuple(Story(f"{text} {TABLE}", tabled="W_r W_z W_n") for text in (
            "A scalar GRU makes one step from $h_prev$ = {h_prev} on the input $x_t$ = {x_t}.",
            "While reading a sentence a GRU of one unit is in the state {h_prev}. The next word is coded as {x_t}.",
            "A GRU is a lighter LSTM. One of a single unit stands at $h_prev$ = {h_prev} and gets $x_t$ = {x_t}.",
            "A demand forecast uses a GRU of one unit. Today $x_t$ = {x_t} comes in; yesterday's state was {h_prev}.")),
        "task == 'two'": tuple(Story(f"{text} {TABLE}", tabled="W_r W_z W_n") for text in (
            "Run a scalar GRU for two steps on {x_t}, from $h_prev$ = {h_prev}.",
            "Two words, coded as {x_t}, are read one after the other by a GRU of one unit; it starts at $h_prev$ = "
            "{h_prev}.",
            "A GRU of a single unit is fed {x_t}, first one, then the other. At the start $h_prev$ = {h_prev}.",
            "A demand forecast uses a GRU of one unit. Two days bring {x_t}; before them the state is {h_prev}.")),
    }

    def question_table(self, v):
        return weights_table([*NAMES.values()], [v.W_r, v.W_z, v.W_n])
