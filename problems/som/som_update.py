"""One step of a self-organizing map: the nearest unit moves towards the sample."""

from quizgen.authoring import (
    Aside,
    Convention,
    Index,
    Level,
    Matrix,
    Mistake,
    Number,
    Problem,
    Story,
    between,
    computed,
    oneof,
)

SQUARES = "sum((x[i] - W[j][i])**2, i)"
LOSER = "argmin(sum((x[m] - W[k][m])**2, m) if k != winner else count(x)*10**6, k)"


class SomUpdate(Problem):
    title = "One step of a self-organizing map"

    entries = Aside(4)
    units = Aside(2)
    x = Matrix(
        "sample, or samples one a row", draw=oneof(0, 1), size=computed("entries"), entries="count(W[1])", flat=True
    )
    W = Matrix("weights, one unit a row", draw=between(0.1, 0.9, 0.1), size=(computed("units"), computed("entries")))
    eta = Number("learning rate", draw=oneof(0.1, 0.2, 0.25, 0.3, 0.4, 0.6), above=0)
    i, j, k, m = Index("x"), Index("W"), Index("W"), Index("x")

    distance = Convention(
        "squared",
        "root",
        says={
            "squared": "compare squared distances, $d2[j] == sum((x[i] - W[j][i])**2, i)$",
            "root": "compare distances with the root taken, $d[j] == sqrt(sum((x[i] - W[j][i])**2, i))$",
        },
    )
    symbols = {"d2": "d^2", "winner": "c", "w_new": "w_c^{new}", "d2_after": "d_c^{2,new}"}
    answers = "d2 d winner w_new W_new d2_after"
    accept = (
        "max(x) > 0",
        "runner_up(d2) - min(d2) >= 0.05",
        "runner_up(d)**2 - min(d)**2 >= 0.05",
        "min(d2) >= 0.05",
        "min(d)**2 >= 0.05",
        "sum(1 if abs(x[i] - W[winner][i]) > 0.01 else 0, i) >= 2",
    )
    levels = {
        "easy": Level("d2 d winner w_new", entries=3),
        "medium": Level("d2 d winner w_new W_new"),
        "hard": Level("winner w_new W_new d2_after", units=oneof(3, 4), x=between(0, 1, 0.1)),
    }

    def work(self, w):
        for _ in w.rounds("x", "Sample", W="W_new"):
            if w.distance == "squared":
                w.step("d2[j]", SQUARES, "Squared distance to each unit")
                w.step("winner", "argmin(d2[j], j)", "Winning unit", "The nearest unit wins.")
            else:
                w.step("d[j]", f"sqrt({SQUARES})", "Distance to each unit")
                w.step("winner", "argmin(d[j], j)", "Winning unit", "The nearest unit wins.")
            w.step(
                "w_new[i]",
                "W[winner][i] + eta*(x[i] - W[winner][i])",
                "New weights of the winner",
                "Each weight goes the fraction η of the way to the sample.",
            )
            w.step(
                "W_new[j][i]",
                "w_new[i] if j == winner else W[j][i]",
                "New weight matrix",
                "The other units stay where they are.",
                marks=(0, 1),
            )
            w.step(
                "d2_after",
                "sum((x[i] - w_new[i])**2, i)",
                "Winner's new squared distance",
                "A check: it is $(1 - eta)**2$ times the old one.",
            )

    mistakes = (
        Mistake(
            "sign_flipped",
            "Plus η(x − w): the winner moves towards the sample, not away from it.",
            w_new="W[winner][i] - eta*(x[i] - W[winner][i])",
        ),
        Mistake(
            "updated_loser",
            "These are the new weights of another unit: only the nearest one moves.",
            w_new=f"W[{LOSER}][i] + eta*(x[i] - W[{LOSER}][i])",
            W_new=f"w_new[i] if j == {LOSER} else W[j][i]",
            when="count(W) > 1",
        ),
        Mistake(
            "eta_forgotten", "The winner goes only the fraction η of the way, not to the sample itself.", w_new="x[i]"
        ),
        Mistake(
            "added_eta_x", "The step is η times the difference x − w, not η times x.", w_new="W[winner][i] + eta*x[i]"
        ),
        Mistake(
            "old_weight_dropped",
            "η(x − w) is only the step: add it to the old weight.",
            w_new="eta*(x[i] - W[winner][i])",
        ),
        Mistake(
            "absolute_difference",
            "The difference x − w keeps its sign: a weight above x comes down.",
            when="max(W[winner][i] - x[i], i) > 0.001",
            w_new="W[winner][i] + eta*abs(x[i] - W[winner][i])",
        ),
        Mistake(
            "eta_times_old",
            "η and 1 − η are exchanged: the old weight keeps the share 1 − η.",
            w_new="eta*W[winner][i] + (1 - eta)*x[i]",
        ),
        Mistake(
            "largest_distance_wins",
            "The nearest unit wins: look for the smallest distance.",
            winner=("argmax(d2[j], j)", "argmax(d[j], j)"),
        ),
        Mistake(
            "d2_not_squared",
            "Square each difference before you add; you added their sizes.",
            d2="sum(abs(x[i] - W[j][i]), i)",
            d="sum(abs(x[i] - W[j][i]), i)",
        ),
        Mistake("root_forgotten", "That is the squared distance: take its root.", d=SQUARES),
    )
    nudge = "Which unit is nearest to the sample? That one alone moves, and only part of the way."
    stories = (
        Story(
            "Customers are coded by three yes/no habits. The map's units hold {W} (one a row). Present the customer "
            "{x} with η = {eta}: give {ask}. Units are counted from 1; only the winner moves.",
            when="entries == 3",
        ),
        Story(
            "A color {x} (shares of red, green, blue) meets a map with the unit colors {W}, one a row. Learning rate "
            "{eta}, neighborhood 0. Which unit wins, and what is its color afterwards? Give {ask}.",
            when="entries == 3",
        ),
        Story(
            "Three lamps are on (1) or off (0): {x}. A map of lamp patterns holds {W}, one unit a row. Make one "
            "learning step with η = {eta} in which only the winner moves. Give {ask}.",
            when="entries == 3",
        ),
        Story(
            "Mushrooms are sorted by three yes/no marks: gills, ring, smell. The map's units stand at {W} (one a "
            "row). Present the mushroom {x}; η = {eta}, only the winner learns. Give {ask}.",
            when="entries == 3",
        ),
        Story(
            "Customers are coded by four yes/no habits. The map's units hold {W} (one a row). Present the customer "
            "{x} with η = {eta}: give {ask}. Units are counted from 1; only the winner moves.",
            when="entries == 4 and units == 2",
        ),
        Story(
            "Shoppers are described by four yes/no habits. Two map units start at {W}. Present the shopper {x}; η = "
            "{eta}, winner only. Give {ask}.",
            when="entries == 4 and units == 2",
        ),
        Story(
            "Gene switches {x} are shown to a map with weight rows {W}; η = {eta}, winner only. Give {ask}.",
            when="units == 2",
        ),
        Story(
            "A patient's four symptoms, present (1) or absent (0), are {x}. A map has the weight rows {W}. Make one "
            "step with learning rate {eta} and neighborhood 0: give {ask}.",
            when="entries == 4 and units == 2",
        ),
        Story(
            "A map has the weights {W}, one unit a row. Make one step with x = {x} and η = {eta}, winner only. How "
            "far is the winner from x now? Give {ask}.",
            asks="d2_after",
        ),
        Story(
            "A wine is described by four measurements, each scaled to 0 to 1: {x}. The units of a map stand at {W} "
            "(one a row). Learning rate {eta}, neighborhood 0. Give {ask}.",
            asks="d2_after",
        ),
        Story(
            "A song's loudness, tempo, pitch and length, each scaled to 0 to 1, are {x}. It is shown to a map with "
            "weight rows {W}; η = {eta}, only the winner moves. Give {ask}.",
            asks="d2_after",
        ),
        Story(
            "A station's four readings, scaled to 0 to 1, are {x}. Present them to the map {W} (one unit a row) with "
            "learning rate {eta}, winner only, and check how near the winner has come. Give {ask}.",
            asks="d2_after",
        ),
    )
