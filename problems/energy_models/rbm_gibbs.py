"""Gibbs sampling in a restricted Boltzmann machine: the layers take turns, drawn with given random numbers."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Problem, Vector, between, computed,
                               oneof)

from ._states import BIASES, WEIGHTS

HIDDEN_TURNS = "max((p_h[j] - u_h[j])*(0.5 - p_h[j]), j)"  # positive where a sample is not its probability rounded
VISIBLE_TURNS = "max((p_v[i] - u_v[i])*(0.5 - p_v[i]), i)"


class RbmGibbs(Problem):
    title = "Gibbs sampling in an RBM"

    task = Aside("probabilities")
    nv, nh = Aside(3), Aside(oneof(2, 2, 3))
    v = Vector("visible units, 0 or 1", draw=oneof(0, 1), size=computed("nv"), instead="h_sample")
    W = Matrix("weights, one visible unit a row", draw=oneof(*WEIGHTS), size=(computed("nv"), computed("nh")))
    a = Vector("visible biases", draw=oneof(*BIASES), size=computed("nv"), when="task != 'probabilities'",
               entries="count(W)", optional=True)
    b = Vector("hidden biases", draw=oneof(*BIASES), size=computed("nh"), entries="count(W[1])", instead="h_sample")
    u_h = Vector("random numbers of the hidden units", draw=between(0.05, 0.95, 0.05), size=computed("nh"), most=1,
                 least=0, when="task == 'half' or task == 'whole'", entries="count(W[1])", optional=True)
    u_v = Vector("random numbers of the visible units", draw=between(0.05, 0.95, 0.05), size=computed("nv"), most=1,
                 least=0, when="task == 'whole'", entries="count(W)", optional=True)
    h_sample = Vector("hidden sample, 0 or 1", entries="count(W[1])", optional=True)
    i, j = Index("W"), Index("W", of_row=True)

    fed_on = Convention("samples", "probabilities", when="u_h[1] > 0", says={
        "samples": "the other layer is fed the sample", "probabilities": "the other layer is fed the probabilities"})
    symbols = {"h_in": "x", "p_h": "p", "h_sample": "h", "v_in": "y", "p_v": "q", "v_sample": "v^{new}",
               "h_in_after": "x^{new}", "p_h_after": "p^{new}", "u_h": "u", "u_v": "u^v"}
    also = {"p_h": "p(h|v), p(h=1|v), p_h0", "p_v": "p(v|h), p(v=1|h)", "h_in": "net h, net", "v_in": "net v, net",
            "p_h_after": "p(h|v'), p(h=1|v'), p(h|v new), p_h1"}
    answers = "p_h h_sample p_v v_sample p_h_after"
    impossible = {"count(v) != count(W)": "v and W: there must be a row of W for each visible unit",
                  "max(abs(v[i]*(v[i] - 1)), i) > 0": "v: each unit is 0 or 1",
                  "max(abs(h_sample[j]*(h_sample[j] - 1)), j) > 0": "h_sample: each unit is 0 or 1"}
    accept = ("sum(v) >= 1", "sum(v) < count(v)", "min(abs(h_in[j]), j) >= 0.05", "min(abs(v_in[i]), i) >= 0.05",
              "min(abs(h_in_after[j]), j) >= 0.05", "max(h_sample) > 0", "max(abs(v_sample[i] - v[i]), i) > 0",
              "min(abs(u_h[j] - p_h[j]), j) >= 0.03", "min(abs(u_v[i] - p_v[i]), i) >= 0.03",
              f"max({HIDDEN_TURNS}, {VISIBLE_TURNS}) > 0")
    levels = {
        "easy": Level("p_h"),
        "medium": (Level("p_h h_sample p_v", task="half"),
                   Level("p_v", task="back", v=None, b=None, h_sample=oneof((1, 0), (0, 1), (1, 1)), nh=2)),
        "hard": Level("p_h h_sample p_v v_sample p_h_after", task="whole", nh=2),
    }

    def work(self, w):
        fed = w.fed_on == "samples"
        if w.has("v"):
            w.step("h_in[j]", "b[j] + sum(v[i]*W[i][j], i)", "Net inputs of the hidden units",
                   "The bias, and the weights to the visible units that are on.")
            w.step("p_h[j]", "sigmoid(h_in[j])", "Probabilities $p_h$ of the hidden units", "To be on, given v.")
        if w.has("u_h"):
            w.step("h_sample[j]", "1 if u_h[j] < p_h[j] else 0", "Hidden sample",
                   "On where the random number is below the probability.", places=0)
        if not w.has("a") or not (w.has("u_h") or w.has("h_sample")):
            return
        h = "h_sample" if fed or not w.has("v") else "p_h"
        w.step("v_in[i]", f"a[i] + sum(W[i][j]*{h}[j], j)", "Net inputs of the visible units",
               "The same weights, read the other way.")
        w.step("p_v[i]", "sigmoid(v_in[i])", "Probabilities $p_v$ of the visible units", "To be on, given h.")
        if w.has("u_v"):
            w.step("v_sample[i]", "1 if u_v[i] < p_v[i] else 0", "Visible sample",
                   "On where the random number is below the probability.", places=0)
            if w.has("b"):
                v = "v_sample" if fed else "p_v"
                w.step("h_in_after[j]", f"b[j] + sum({v}[i]*W[i][j], i)", "New net inputs of the hidden units")
                w.step("p_h_after[j]", "sigmoid(h_in_after[j])", "New probabilities $p_h_after$ of the hidden units")

    mistakes = (
        Mistake("bias_forgotten", "Add the hidden biases b.", h_in="sum(v[i]*W[i][j], i)"),
        Mistake("sign_flipped", "That is the probability that the unit is off: the net input keeps its sign.",
                p_h="sigmoid(-h_in[j])"),
        Mistake("sign_flipped", "That is the probability that the unit is off: the net input keeps its sign.",
                p_v="sigmoid(-v_in[i])"),
        Mistake("h_rounded_at_0.5", "Compare with the random number, not with ½.", when=f"{HIDDEN_TURNS} > 0",
                h_sample="1 if p_h[j] > 0.5 else 0"),
        Mistake("h_sampled_with_u>p", "A unit is on where its random number is below its probability.",
                h_sample="1 if u_h[j] > p_h[j] else 0"),
        Mistake("v_rounded_at_0.5", "Compare with the random number, not with ½.", when=f"{VISIBLE_TURNS} > 0",
                v_sample="1 if p_v[i] > 0.5 else 0"),
        Mistake("v_sampled_with_u>p", "A unit is on where its random number is below its probability.",
                v_sample="1 if u_v[i] > p_v[i] else 0"),
        Mistake("p_v_from_p_h", "The sample of the hidden units is fed back, not their probabilities.",
                when="fed_on == 'samples'", v_in=("a[i] + sum(W[i][j]*p_h[j], j)",)),
        Mistake("p_v_without_a", "Add the visible biases a.",
                v_in=("sum(W[i][j]*h_sample[j], j)", "sum(W[i][j]*p_h[j], j)")),
        Mistake("W_not_transposed", "Here W is read along its columns: one hidden unit each.",
                when="count(W) == count(W[1])", h_in="b[j] + sum(W[j][i]*v[i], i)"),
    )
    nudge = "The layers take turns; given one, the units of the other are independent."
    stories = {
        "task == 'probabilities'": (
            "An RBM (units 0 or 1) has W = {W} (rows visible, columns hidden) and hidden biases b = {b}. With v = {v}, "
            "what is the probability that each hidden unit is on?",
            "A recommender knows the likes v = {v}. Its RBM has the weights W = {W}, a visible unit a row, and hidden "
            "biases b = {b}. How probable is each hidden taste?",
            "The pixels v = {v} are shown to an RBM with W = {W} (one visible unit a row) and hidden biases b = {b}. "
            "How probably is each hidden unit on?",
            "Find p(h = 1 | v) for v = {v} in a restricted Boltzmann machine with W = {W} (rows visible, columns "
            "hidden) and hidden biases b = {b}.",
        ),
        "task == 'half'": (
            "A recommender knows the likes v = {v}. A hidden unit of its RBM is set to 1 when its random number is "
            "below its probability; the numbers are {u_h}. W = {W} (rows visible, columns hidden), hidden biases b = "
            "{b}, visible biases a = {a}. Draw h and find how probable each like is then.",
            "An RBM has W = {W} (rows visible, columns hidden), visible biases a = {a} and hidden biases b = {b}. From "
            "v = {v} draw h with the random numbers {u_h} (1 when u < p), then find p(v = 1 | h).",
            "Start at v = {v}: find p(h = 1 | v), draw h with the numbers {u_h} (1 when u < p), and go back to p(v = 1 "
            "| h). The RBM has W = {W} (one visible unit a row), visible biases a = {a}, hidden biases b = {b}.",
            "Half a Gibbs step in an RBM with W = {W} (rows visible, columns hidden), visible biases a = {a}, hidden "
            "biases b = {b}: draw h from v = {v} with the random numbers {u_h} (1 when u < p), then work out the "
            "probabilities of the visible units.",
        ),
        "task == 'back'": (
            "The hidden sample of an RBM is h = {h_sample}. With W = {W} (rows visible, columns hidden) and visible "
            "biases a = {a}, find p(v = 1 | h).",
            "A taste profile h = {h_sample} is drawn. How probable is each film in the RBM with W = {W}, a film a row, "
            "and visible biases a = {a}?",
            "An RBM with the weights W = {W} (one visible unit a row) and visible biases a = {a} dreams of the hidden "
            "state h = {h_sample}. How probably is each visible unit on?",
            "Go from h = {h_sample} to the visible layer of an RBM: W = {W} (rows visible, columns hidden), visible "
            "biases a = {a}. Which probabilities do the visible units have?",
        ),
        "task == 'whole'": (
            "Do one full Gibbs step in an RBM with W = {W} (rows visible, columns hidden), visible biases a = {a}, "
            "hidden biases b = {b}: h from v = {v} with the random numbers {u_h}, then v from h with {u_v} (1 when u < "
            "p), then p(h = 1 | v) anew.",
            "A recommender's RBM has W = {W} (one film a row), visible biases a = {a} and hidden biases b = {b}. From "
            "the likes v = {v} draw the tastes with the numbers {u_h}, from them new likes with {u_v} (1 when u < p), "
            "and find how probable each taste is then.",
            "Run an RBM once around, v to h to v to h: W = {W} (rows visible, columns hidden), a = {a} for the visible "
            "units, b = {b} for the hidden ones. Start at v = {v}; a unit is on when its random number is below its "
            "probability, {u_h} for h and {u_v} for v.",
            "The image v = {v} is reconstructed by an RBM with W = {W} (one pixel a row), visible biases a = {a} and "
            "hidden biases b = {b}. Draw with {u_h} for the hidden and {u_v} for the visible units (1 when u < p) and "
            "go on to p(h = 1 | v).",
        ),
    }
