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


class SomUpdate(Problem):
    title = "One step of a self-organizing map"

    entries = Aside(4)
    units = Aside(2)
    x = Matrix("sample, or samples one a row", draw=oneof(0, 1), size=computed("entries"), flat=True)
    W = Matrix("weights, one unit a row", draw=between(0.1, 0.9, 0.1), size=(computed("units"), computed("entries")))
    eta = Number("learning rate", draw=oneof(0.1, 0.2, 0.25, 0.3, 0.4, 0.6), above=0)
    i, j = Index("x"), Index("W")

    distance = Convention("squared", "root", says={"squared": "squared distances", "root": "distances, root taken"})
    symbols = {"d2": "d^2", "winner": "c", "w_new": r"w_c^{new}", "d2_after": r"d_c^{2,new}"}
    answers = "winner w_new W_new d2_after"
    accept = (
        "sum(x) > 0",
        "runner_up(d2) - min(d2) >= 0.05",
        "min(d2) >= 0.05",
        "runner_up(d)**2 - min(d)**2 >= 0.05",
        "min(d) >= 0.23",
        "sum(1 if abs(x[i] - W[winner][i]) > 0.001 else 0, i) >= 2",
    )
    levels = {
        "easy": Level("d2 d winner w_new", entries=3),
        "medium": Level("d2 d winner w_new W_new"),
        "hard": Level("winner w_new W_new d2_after", units=oneof(3, 4), x=between(0, 1, 0.1)),
    }

    def work(self, w):
        for _ in w.rounds("x", "Sample", W="W_new"):
            near = "d2" if w.distance == "squared" else "d"
            total = "sum((x[i] - W[j][i])**2, i)"
            if near == "d2":
                w.step("d2[j]", total, "Squared distance to each unit")
            else:
                w.step("d[j]", f"sqrt({total})", "Distance to each unit")
            w.step("winner", f"argmin({near}[j], j)", "Winning unit", "The nearest unit wins.")
            w.step(
                "w_new[i]",
                "W[winner][i] + eta*(x[i] - W[winner][i])",
                "New weights of the winner",
                "It moves a fraction η of the way to the sample.",
            )
            w.step(
                "W_new[j][i]",
                "w_new[i] if j == winner else W[j][i]",
                "New weight matrix",
                "The other units stay.",
                marks=(0, 1),
            )
            w.step("d2_after", "sum((x[i] - w_new[i])**2, i)", "Winner's new squared distance")

    mistakes = (
        Mistake(
            "sign_flipped",
            "Plus: the winner moves towards the sample.",
            w_new="W[winner][i] - eta*(x[i] - W[winner][i])",
        ),
        Mistake("eta_forgotten", "The winner goes only the fraction η of the way.", w_new="x[i]"),
        Mistake(
            "added_eta_x",
            "The step is η times the difference x − w, not η times x.",
            w_new="W[winner][i] + eta*x[i]",
        ),
        Mistake(
            "old_weight_dropped",
            "The step η(x − w) is added to the old weight.",
            w_new="eta*(x[i] - W[winner][i])",
        ),
        Mistake(
            "absolute_difference",
            "The difference keeps its sign: a weight above x comes down.",
            w_new="W[winner][i] + eta*abs(x[i] - W[winner][i])",
            when="max(W[winner][i] - x[i], i) > 0.001",
        ),
        Mistake("eta_times_old", "η and 1 − η are exchanged.", w_new="eta*W[winner][i] + (1 - eta)*x[i]"),
        Mistake(
            "largest_distance_wins",
            "The nearest unit wins: the smallest distance.",
            winner="argmax(sum((x[i] - W[j][i])**2, i), j)",
        ),
        Mistake(
            "d2_not_squared",
            "Each difference is squared before they are added.",
            d2="sum(abs(x[i] - W[j][i]), i)",
        ),
        Mistake(
            "updated_loser",
            "Only the nearest unit moves.",
            w_new="W[argmax(sum((x[k] - W[j][k])**2, k), j)][i] + eta*(x[i] - W[argmax(sum((x[k] - W[j][k])**2, k), j)][i])",
            when="count(W) == 2",
        ),
    )
    k = Index("x")
    nudge = "Compare the sample with each unit, and move one unit only."
    stories = (
        Story(
            "Customers are coded by yes/no habits. The map's units hold {W} (one a row). Present the customer {x} with "
            "η = {eta}: give {ask}. Only the winner moves."
        ),
        Story(
            "A map of measuring stations has the unit weights {W}, one unit a row. It is shown the reading {x}. Learning rate "
            "{eta}, neighborhood 0. Give {ask}."
        ),
        Story("Gene switches {x} are shown to a map with weight rows {W}; η = {eta}, winner only. Give {ask}."),
        Story(
            "Shoppers are described by their habits. The units of a map start at {W}. Present the shopper {x}; η = {eta}, "
            "only the winner learns. Give {ask}."
        ),
    )
