"""Energy of a Boltzmann machine's state, the probability that a unit is on, and that of a whole state."""

from math import fsum

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Vector, Whole,
                               between, computed, oneof)

from ._states import BIASES, WEIGHTS, energy_table, states

NEIGHBORS = "sum(W[unit][j]*s[j] if j != unit else 0, j)"
FIELD = f"{NEIGHBORS} + b[unit]"


def all_energies(W, b, units):
    """The energy of every state, the last unit changing fastest."""
    places = range(len(b))
    return [-fsum(W[i][j]*s[i]*s[j] for i in places for j in places if i < j) - fsum(b[i]*s[i] for i in places)
            for s in states(len(b), 0 if units == "0/1" else -1)]


class BoltzmannEnergy(Problem):
    title = "Energy of a Boltzmann machine"

    task = Aside("energy")
    size = Aside(oneof(3, 4))
    upper = Aside(oneof(*WEIGHTS), size=(computed("size"), computed("size")))
    i, j, m = Index("s"), Index("s"), Index("s")
    p, q, r = Index(upto="size"), Index(upto="size"), Index(upto="2**count(s)")
    s = Vector("state of the units, 1 for on and 0 for off", draw=oneof(0, 1), size=computed("size"))
    W = Matrix("symmetric weights", draw=computed("0 if p == q else upper[p][q] if p < q else upper[q][p]", "p", "q"),
               entries="count(W)")
    b = Vector("biases", draw=oneof(*BIASES), size=computed("size"), entries="count(s)")
    unit = Whole("unit asked about, counted from 1", least=1, optional=True)
    T = Number("temperature", above=0, optional=True)

    units = Convention("0/1", "-1/1", says={"0/1": "units are 0 (off) or 1 (on)",
                                            "-1/1": "units are −1 (off, written 0 in s) or +1 (on)"})
    symbols = {"spins": "u", "unit": "k", "pair_terms": "S_W", "bias_terms": "S_b", "energy_gap": r"\Delta",
               "p_on": "p", "P_s": "P", "energies": r"\epsilon"}
    also = {"E": "E(s)", "energy_gap": "gap, delta_E", "p_on": "p, P(on)", "P_s": "P, P(s)"}
    answers = "E energy_gap p_on Z P_s"
    impossible = {"count(W) != count(s)": "W and s: there must be a row of W for each unit",
                  "units == '0/1' and max(abs(s[i]*(s[i] - 1)), i) > 0": "s: each unit is 0 or 1",
                  "max(abs(s[i]), i) > 1": "s: each unit is on (1) or off (0, or −1)",
                  "max(max(abs(W[i][j] - W[j][i]), j), i) > 0": "W: the weights must be symmetric",
                  "max(abs(W[i][i]), i) > 0": "W: no unit is linked with itself, so the diagonal is 0",
                  "unit > count(s)": "unit: there are not so many units"}
    accept = ("sum(s[i], i) >= 2", "sum(s[i], i) < count(s)", "abs(pair_terms) >= 0.05", "abs(bias_terms) >= 0.05",
              "abs(E) >= 0.05", "abs(abs(pair_terms) - abs(bias_terms)) >= 0.05", "abs(energy_gap) >= 0.1")
    levels = {
        "easy": Level("E"),
        "medium": Level("energy_gap p_on", task="unit", unit=between(1, "size"), T=oneof(1, 2, 0.5)),
        "hard": Level("Z P_s", task="all", size=3),
    }

    def work(self, w):
        u = "s"
        if w.units == "-1/1":
            u = "spins"
            w.step("spins[i]", "1 if s[i] > 0 else -1", "Units as −1 and +1", places=0)
        over_T = "/T" if w.has("T") else ""
        w.step("pair_terms", f"sum(sum(W[i][j]*{u}[i]*{u}[j] if j > i else 0, j), i)", "Sum over the pairs",
               "Each pair once; it counts only where both are on." if u == "s" else "Each pair once.")
        w.step("bias_terms", f"sum(b[i]*{u}[i], i)", "Sum of the biases",
               "Of the units that are on." if u == "s" else "")
        w.step("E", "-pair_terms - bias_terms", "Energy", "The lower, the likelier.")
        if w.has("unit"):
            field = FIELD.replace("s[", f"{u}[")
            w.step("energy_gap", {"0/1": field, "-1/1": f"2*({field})"}, "Energy gap",
                   "How much lower the energy is with the unit on than with it off.", by="units")
            w.step("p_on", f"sigmoid(energy_gap{over_T})", "Probability $p_on$ that the unit is on")
        if w.count("s") <= 10:
            w.procedure("energies", all_energies, "W b units", "Energies of all states",
                        "In the order of binary counting: the last unit changes fastest.")
            w.step("Z", f"sum(exp(-energies[r]{over_T}), r)", "Partition function", "Over all states.")
            w.step("P_s", f"exp(-E{over_T})/Z", "Probability $P_s$ of the state",
                   "All states together have the probability 1.")

    pairs = "sum(sum(W[i][j]*{}[i]*{}[j], j), i)"
    mistakes = (
        Mistake("pairs_counted_twice", "Each pair counts once: the link from i to j is the one from j to i.",
                pair_terms=(pairs.format("spins", "spins"), pairs.format("s", "s"))),
        Mistake("sign_forgotten", "The energy has a minus before both sums.", E="pair_terms + bias_terms"),
        Mistake("bias_forgotten", "The biases belong to the energy too.", E="-pair_terms"),
        Mistake("off_units_counted", "Only what is on counts: links of two units that are on, biases of one that is.",
                when="units == '0/1'", E="-sum(sum(W[i][j] if j > i else 0, j), i) - sum(b[i], i)"),
        Mistake("p_without_bias", "The unit's own bias belongs to the gap.",
                energy_gap=("2*" + NEIGHBORS.replace("s[", "spins["), NEIGHBORS)),
        Mistake("factor_2_forgotten", "From −1 to +1 a unit changes by 2: double the sum.", when="units == '-1/1'",
                energy_gap=(FIELD.replace("s[", "spins["),)),
        Mistake("temperature_forgotten", "Divide the gap by T.", when="T != 1", p_on="sigmoid(energy_gap)"),
        Mistake("p_sign_flipped", "That is the probability that the unit is off.",
                p_on=("sigmoid(-energy_gap/T)", "sigmoid(-energy_gap)")),
        Mistake("P_not_normalised", "Divide by Z: all states together must have the probability 1.",
                P_s=("exp(-E/T)", "exp(-E)")),
    )
    nudge = "A pair counts only when both its units are on; lower energy means likelier."
    stories = {
        "task == 'energy'": (
            "A Boltzmann machine has the symmetric weights W = {W} and the biases b = {b}. Its energy is E = −Σ w_ij "
            "s_i s_j − Σ b_i s_i, where the first sum counts each pair once. What is it for s = {s}?",
            "Neighbors like to agree or to differ, as the weights W = {W} and the biases b = {b} of a Boltzmann "
            "machine say. How high is the energy of the state s = {s}, each pair counted once?",
            "Units of a Boltzmann machine are on or off: s = {s}. With symmetric weights W = {W} and biases b = {b}, "
            "find the energy of this state, each pair counted once.",
            "Find the energy of s = {s} in a network of stochastic units (a Boltzmann machine) with weights W = {W} "
            "and biases b = {b}. Each pair counts once.",
        ),
        "task == 'unit'": (
            "Units of a Boltzmann machine like to agree or to differ, as W = {W} and b = {b} say. With the others "
            "fixed as in s = {s}, how much lower is the energy with unit {unit} on than off, and with what probability "
            "is it on at T = {T}?",
            "In a Boltzmann machine with W = {W} and b = {b} the state is s = {s}. Unit {unit} is drawn anew at "
            "temperature T = {T}. Find its energy gap, E(off) − E(on), and its probability to be on.",
            "One Gibbs step: unit {unit} of a Boltzmann machine is updated while the others stay as in s = {s}. "
            "Weights W = {W}, biases b = {b}, temperature T = {T}. How large is its gap E(off) − E(on), and how "
            "probably does it turn on?",
            "At temperature T = {T} unit {unit} of a Boltzmann machine looks at the others, s = {s}. With W = {W} and "
            "b = {b}, what is the energy gap E(off) − E(on), and what is the probability of on?",
        ),
        "task == 'all'": (
            "List all 8 states of a Boltzmann machine with W = {W} and b = {b} with their energies, each pair counted "
            "once. Find Z at T = 1 and the probability of s = {s}.",
            "How probable is the state s = {s} of a Boltzmann machine with the weights W = {W} and the biases b = {b} "
            "at T = 1? Sum over all 8 states for Z; each pair counts once in the energy.",
            "Three units, W = {W}, b = {b}: work out the partition function of this Boltzmann machine at T = 1 (each "
            "pair counted once) and with it the probability of s = {s}.",
            "A Boltzmann machine with W = {W} and b = {b} has run for long at T = 1. In which share of the time is it "
            "in the state s = {s}? Work out Z first; each pair counts once.",
        ),
    }

    def solution_figure(self, v):
        shown = v.energies is not None and v.T in (None, 1)
        return energy_table("state", v.energies, 0 if v.units == "0/1" else -1) if shown else None
