"""One step of a self-organizing map: the nearest unit moves towards the sample."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, between, computed,
                               oneof)

SQUARES = "sum((x[i] - W[j][i])**2, i)"
LOSER = "argmin(sum((x[m] - W[k][m])**2, m) if k != winner else count(x)*10**6, k)"


class SomUpdate(Problem):
    title = "One step of a self-organizing map"

    task = Aside("four entries")
    entries, units = Aside(4), Aside(2)
    first, second = (Aside(None, size=computed("entries")) for _ in range(2))
    x = Matrix("sample, or one a row", draw=oneof(0, 1), size=computed("entries"), entries="count(W[1])", flat=True,
               series=True)
    W = Matrix("weights, one unit a row", draw=between(0.1, 0.9, 0.1), size=(computed("units"), computed("entries")),
               series=True)
    eta = Number("learning rate", draw=oneof(0.1, 0.2, 0.25, 0.3, 0.4, 0.6), above=0, most=1)
    i, j, k, m = Index("x"), Index("W"), Index("W"), Index("x")

    distance = Convention("squared", "root", says={
        "squared": f"distances are compared squared, $d2[j] == {SQUARES}$",
        "root": f"distances are compared with the root taken, $d[j] == sqrt({SQUARES})$"})
    symbols = {"d2": "d^2", "winner": "c", "w_new": "w_c^{new}", "d2_after": "d_c^{2,new}"}
    also = {"d2": "d, D", "w_new": "w", "W_new": "w#, w#_new, w#', new w#"}
    answers = "d2 d winner w_new W_new d2_after"
    accept = ("max(x) > 0", "runner_up(d2) - min(d2) >= 0.05", "runner_up(d)**2 - min(d)**2 >= 0.05", "min(d2) >= 0.05",
              "min(d)**2 >= 0.05", "sum(1 if abs(x[i] - W[winner][i]) > 0.01 else 0, i) >= 2")
    levels = {
        "easy": Level("d2 d winner w_new", task="three entries", entries=3),
        "medium": Level("d2 d winner w_new W_new"),
        "hard": (Level("winner w_new W_new d2_after", task="check", units=oneof(3, 4), x=between(0, 1, 0.1)),
                 Level("winner W_new", task="two samples", first=between(0, 1, 0.1), second=between(0, 1, 0.1),
                       x=computed("(first, second)"))),
    }

    def work(self, w):
        for _ in w.rounds("x", "Sample", W="W_new"):
            if w.distance == "squared":
                w.step("d2[j]", SQUARES, "Squared distances", "From the sample to each unit.")
            else:
                w.step("d[j]", f"sqrt({SQUARES})", "Distances", "From the sample to each unit.")
            d = "d2" if w.distance == "squared" else "d"
            w.step("winner", f"argmin({d}[j], j)", "Winning unit", "The nearest unit wins.")
            w.step("w_new[i]", "W[winner][i] + eta*(x[i] - W[winner][i])", "Winner's new weights",
                   "Each weight goes the fraction η of the way to the sample.")
            w.step("W_new[j][i]", "w_new[i] if j == winner else W[j][i]", "New weight matrix",
                   "The other units stay where they are.", marks=(0, 1))
            w.step("d2_after", "sum((x[i] - w_new[i])**2, i)", "Winner's new squared distance",
                   "A check: it is $(1 - eta)**2$ times the old one.")

    mistakes = (
        Mistake("sign_flipped", "Plus η(x − w): the winner moves towards the sample, not away from it.",
                w_new="W[winner][i] - eta*(x[i] - W[winner][i])"),
        Mistake("updated_loser", "These are the new weights of another unit: only the nearest one moves.",
                when="count(W) > 1", w_new=f"W[{LOSER}][i] + eta*(x[i] - W[{LOSER}][i])",
                W_new=f"w_new[i] if j == {LOSER} else W[j][i]"),
        Mistake("eta_forgotten", "The winner goes only the fraction η of the way, not to the sample.", w_new="x[i]"),
        Mistake("added_eta_x", "The step is η times x − w, not η times x.", w_new="W[winner][i] + eta*x[i]"),
        Mistake("old_weight_dropped", "η(x − w) is only the step: add it to the old weight.",
                w_new="eta*(x[i] - W[winner][i])"),
        Mistake("absolute_difference", "The difference x − w keeps its sign: a weight above x comes down.",
                when="max(W[winner][i] - x[i], i) > 0.001", w_new="W[winner][i] + eta*abs(x[i] - W[winner][i])"),
        Mistake("eta_times_old", "η and 1 − η are exchanged: the old weight keeps the share 1 − η.",
                w_new="eta*W[winner][i] + (1 - eta)*x[i]"),
        Mistake("largest_distance_wins", "The nearest unit wins: look for the smallest distance.",
                winner=("argmax(d2[j], j)", "argmax(d[j], j)")),
        Mistake("d2_not_squared", "Square each difference before you add; you added their sizes.",
                d2="sum(abs(x[i] - W[j][i]), i)", d="sum(abs(x[i] - W[j][i]), i)"),
        Mistake("root_forgotten", "That is the squared distance: take its root.", d=SQUARES),
    )
    nudge = "Which unit is nearest to the sample? That one alone moves, and only part of the way."
    stories = {
        "task == 'three entries'": (
            "Customers are coded by three yes/no habits. The map's units hold {W}. Present the customer {x} with η = "
            "{eta}. Units are counted from 1; only the winner moves.",
            "A color {x} (shares of red, green, blue) meets a map with the unit colors {W}. Learning rate {eta}, "
            "neighborhood 0. Which unit wins, and what is its color afterwards?",
            "Three lamps are on (1) or off (0): {x}. The units of a map of lamp patterns hold {W}. Make one learning "
            "step with η = {eta} in which only the winner moves.",
            "Mushrooms are sorted by three yes/no marks: gills, ring, smell. A map's units stand at {W}. Present the "
            "mushroom {x}; η = {eta}, only the winner learns.",
        ),
        "task == 'four entries'": (
            "Customers are coded by four yes/no habits. The map's units hold {W}. Present the customer {x} with η = "
            "{eta}. Units are counted from 1; only the winner moves.",
            "Shoppers are described by four yes/no habits. Two map units start at {W}. Present the shopper {x}; η = "
            "{eta}, only the winner moves.",
            "Gene switches {x} are shown to a map with the weight rows {W}; η = {eta}, only the winner moves; "
            "{distance}.",
            "A patient's four symptoms, present (1) or absent (0), are {x}. A map's units stand at {W}. Make one step "
            "with learning rate {eta} and neighborhood 0.",
        ),
        "task == 'check'": (
            "A map's units have the weights {W}. Make one step with x = {x} and η = {eta}; only the winner moves. How "
            "far is the winner from x now?",
            "A wine is described by four measurements, each scaled to 0 to 1: {x}. The units of a map stand at {W}. "
            "Make one step with learning rate {eta} and neighborhood 0.",
            "A song's loudness, tempo, pitch and length, each scaled to 0 to 1, are {x}. It is shown to a map with the "
            "weight rows {W}; η = {eta}, only the winner moves.",
            "A station's four readings, scaled to 0 to 1, are {x}. Present them to a map with the units {W}, learning "
            "rate {eta}, winner only, and check how near the winner has come.",
        ),
        "task == 'two samples'": (
            "The samples {x} are shown to a map one after the other. Its units start at {W}; η = {eta}, and only the "
            "winner moves.",
            "Two shoppers, coded by four shares, come one after the other: {x}. Present both to a map whose units "
            "start at {W}, with learning rate {eta} and neighborhood 0.",
            "A map learns from two weather stations, each with four readings scaled to 0 to 1: {x}, in this order. Its "
            "units start at {W}; η = {eta}, only the winner moves.",
            "Train a map, units {W}, on the two songs {x} (loudness, tempo, pitch, length), first one, then the other; "
            "learning rate {eta}, winner only. Does the same unit win twice?",
        ),
    }
