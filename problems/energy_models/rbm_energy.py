"""Energy, free energy and probability of a restricted Boltzmann machine's states."""

import math

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Vector, computed,
                               made, oneof)

from ._states import BIASES, WEIGHTS, energy_table, states

WEIGHT = {"visible": "W[i][j]", "hidden": "W[j][i]"}
EACH = "(W[i][j] if rows == 'visible' else W[j][i])"


def all_energies(W, a, b, rows):
    """The energy of every joint state (v, h), the last hidden unit changing fastest."""
    by_visible = W if rows == "visible" else [*zip(*W)]
    found = []
    for state in states(len(a) + len(b)):
        v, h = state[:len(a)], state[len(a):]
        linked = math.fsum(weight*one*other for row, one in zip(by_visible, v) for weight, other in zip(row, h))
        found.append(-linked - math.fsum(bias*unit for bias, unit in zip([*a, *b], state)))
    return found


def partition(W, a, b, rows):
    """Z as it stands in a question."""
    return round(math.fsum(math.exp(-energy) for energy in all_energies(W, a, b, rows)), 4)


class RbmEnergy(Problem):
    title = "Energy of an RBM"

    task = Aside("energy")
    nv, nh = Aside(3), Aside(2)
    rows = Convention("visible", "hidden", says={
        "visible": "W has a row for each visible unit, a column for each hidden one",
        "hidden": "W has a row for each hidden unit, a column for each visible one"})
    v = Vector("visible units, 0 or 1", draw=oneof(0, 1), size=computed("nv"))
    h = Vector("hidden units, 0 or 1", draw=oneof(0, 1), size=computed("nh"), optional=True)
    W = Matrix("weights", draw=oneof(*WEIGHTS), size=(computed("nv if rows == 'visible' else nh"),
                                                      computed("nh if rows == 'visible' else nv")))
    a = Vector("visible biases", draw=oneof(*BIASES), size=computed("nv"), entries="count(v)")
    b = Vector("hidden biases", draw=oneof(*BIASES), size=computed("nh"))
    Z = Number("partition function", draw=None, above=0, optional=True)
    i, j, r = Index("v"), Index("b"), Index(upto="2**(count(a) + count(b))")

    symbols = {"visible_term": "E_a", "hidden_term": "E_b", "interaction": "E_W", "energies": r"\epsilon", "h_in": "x",
               "free_energy": "F", "P_vh": "P_{vh}", "P_v": "P_v"}
    also = {"E": "E(v,h)", "P_vh": "P, p", "free_energy": "F(v)", "visible_term": "-a.v", "hidden_term": "-b.h",
            "interaction": "-vWh, -v^T W h"}
    answers = "E free_energy Z P_vh P_v"
    impossible = {
        "max(abs(v[i]*(v[i] - 1)), i) > 0": "v: each unit is 0 or 1",
        "max(abs(h[j]*(h[j] - 1)), j) > 0": "h: each unit is 0 or 1",
        "count(h) != count(b)": "h and b must have as many entries",
        "count(W) != (count(v) if rows == 'visible' else count(b))": "W: there must be a row for each visible unit "
        "(rows=hidden: for each hidden one)",
        "count(W[1]) != (count(b) if rows == 'visible' else count(v))": "W: a row has not the right number of entries"}
    accept = ("sum(v[i], i) >= 1", "sum(v[i], i) < count(v)", "sum(h[j], j) >= 1",
              "abs(visible_term + hidden_term) >= 0.05", "abs(interaction) >= 0.05", "abs(E) >= 0.05")
    levels = {
        "easy": Level("E"),
        "medium": (Level("free_energy", task="free", h=None),
                   Level("P_vh", task="Z given", Z=made(partition, "W a b rows"))),
        "hard": Level("Z P_vh", task="Z asked", nv=2, nh=oneof(1, 2)),
    }

    def work(self, w):
        weight = WEIGHT[w.rows]
        w.step("visible_term", "-sum(a[i]*v[i], i)", "Visible biases", "Only units that are on count.")
        if w.has("h"):
            w.step("hidden_term", "-sum(b[j]*h[j], j)", "Hidden biases", "Only units that are on count.")
            w.step("interaction", f"-sum(sum({weight}*v[i]*h[j], j), i)", "Links",
                   "A link counts where both its units are on.")
            w.step("E", "visible_term + hidden_term + interaction", "Energy", "The lower, the likelier.")
        w.step("h_in[j]", f"b[j] + sum({weight}*v[i], i)", "Net inputs of the hidden units", "Given v.")
        w.step("free_energy", "visible_term - sum(ln(1 + exp(h_in[j])), j)", "Free energy",
               "It has all hidden states summed up: $exp(-free_energy)$ is the sum of $exp(-E)$ over h.")
        if w.has("Z") or w.count("a") + w.count("b") <= 10:
            if not w.has("Z"):
                w.procedure("energies", all_energies, "W a b rows", "Energies of all states",
                            "In the order of binary counting, v before h: the last hidden unit changes fastest.")
                w.step("Z", "sum(exp(-energies[r]), r)", "Partition function", "Over all joint states.")
            if w.has("h"):
                w.step("P_vh", "exp(-E)/Z", "Probability $P_vh$ of the joint state",
                       "All of them together have the probability 1.")
            w.step("P_v", "exp(-free_energy)/Z", "Probability $P_v$ of v", "Whatever h is.")

    mistakes = (
        Mistake("sign_forgotten", "Each of the three parts has a minus sign.",
                E="-visible_term - hidden_term - interaction"),
        Mistake("biases_forgotten", "The biases of the units that are on belong to the energy too.", E="interaction"),
        Mistake("all_weights_summed", "A link counts only where both its units are on.",
                interaction=f"-sum(sum({EACH}, j), i)"),
        Mistake("P_with_exp(+E)", "A low energy makes a state likely: the exponent is −E.",
                P_vh=("exp(E)/sum(exp(energies[r]), r)", "exp(E)/Z")),
        Mistake("P_not_normalised", "Divide by Z: all states together must have the probability 1.", P_vh="exp(-E)",
                P_v="exp(-free_energy)"),
        Mistake("free_energy_without_1+", "A hidden unit may be off, too: that is the 1 beside the power of e.",
                free_energy="visible_term - sum(h_in[j], j)"),
        Mistake("hidden_biases_forgotten", "Add the hidden biases b to the net inputs.", h_in=f"sum({EACH}*v[i], i)"),
        Mistake("logarithms_added", "The logarithms are taken away: hidden units lower the free energy.",
                free_energy="visible_term + sum(ln(1 + exp(h_in[j])), j)"),
    )
    nudge = "Three parts: visible biases, hidden biases, and a weight for each linked pair of units that are both on."
    stories = {
        "task == 'energy'": (
            "An RBM with units that are 0 or 1 has the weights W = {W}, visible biases a = {a} and hidden biases b = "
            "{b}. What is the energy E(v, h) of v = {v}, h = {h}?",
            "Liked films and hidden tastes: v = {v}, h = {h}. The RBM that links them has W = {W}, visible biases a = "
            "{a}, hidden biases b = {b}. How high is the energy?",
            "Find the energy of the joint state v = {v}, h = {h} of a restricted Boltzmann machine with W = {W}, "
            "visible biases a = {a} and hidden biases b = {b}.",
            "Two hidden units h = {h} look at the pixels v = {v}. Weights W = {W}, visible biases a = {a}, hidden "
            "biases b = {b}. Which energy does this RBM have?",
        ),
        "task == 'free'": (
            "Find the free energy F(v) of v = {v} in an RBM with W = {W}, visible biases a = {a} and hidden biases b = "
            "{b} (natural logarithm).",
            "An RBM with units that are 0 or 1 has W = {W}, visible biases a = {a} and hidden biases b = {b}. With all "
            "hidden states summed up, which free energy has v = {v}? Use the natural logarithm.",
            "How well does the film list v = {v} fit an RBM (W = {W}, visible biases a = {a}, hidden biases b = {b})? "
            "Give its free energy, natural logarithm.",
            "Anomaly score: the free energy (natural logarithm) of v = {v} in an RBM with the weights W = {W}, visible "
            "biases a = {a} and hidden biases b = {b}.",
        ),
        "task == 'Z given'": (
            "Films liked: v = {v}; hidden tastes: h = {h}. The RBM has W = {W}, visible biases a = {a}, hidden biases "
            "b = {b} and the partition function Z = {Z}. How probable is the pair (v, h)?",
            "An RBM has W = {W}, visible biases a = {a}, hidden biases b = {b}; summing over all its states gave Z = "
            "{Z}. Find the probability of v = {v} with h = {h}.",
            "The partition function of an RBM (W = {W}, visible biases a = {a}, hidden biases b = {b}) is Z = {Z}. "
            "With what probability is it in the joint state v = {v}, h = {h}?",
            "In which share of the time is an RBM that runs for long in the state v = {v}, h = {h}? W = {W}, visible "
            "biases a = {a}, hidden biases b = {b}, and Z = {Z}.",
        ),
        "task == 'Z asked'": (
            "A small RBM has W = {W}, visible biases a = {a} and hidden biases b = {b}. List the energies of all its "
            "joint states and find Z and the probability of v = {v}, h = {h}.",
            "How probable is v = {v} with h = {h} in an RBM with W = {W}, visible biases a = {a}, hidden biases b = "
            "{b}? Work out the partition function over all joint states first.",
            "Pixels v = {v}, a hidden layer h = {h}: W = {W}, visible biases a = {a}, hidden biases b = {b}. Find the "
            "partition function of this RBM and the probability of the state.",
            "Sum over all joint states of an RBM with the weights W = {W}, visible biases a = {a} and hidden biases b "
            "= {b} to find Z, and with it the probability of v = {v}, h = {h}.",
        ),
    }

    def solution_figure(self, v):
        return None if v.energies is None else energy_table("v, h", v.energies)
