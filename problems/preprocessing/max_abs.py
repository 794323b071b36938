"""Max-abs scaling: every value is divided by the largest magnitude, so that signs and zeros stay."""

from quizgen.authoring import Aside, Index, Level, Mistake, Problem, Vector, between, computed, oneof, shuffled


class MaxAbs(Problem):
    title = "Max-abs scaling"

    side = Aside(1)  # of the entry that is farthest from 0
    size = Aside(between(3, 5))
    biggest = Aside(between(5, 20))
    others = Aside(between("1 - biggest", "biggest - 1", distinct=True), size=computed("size"))
    data = Vector("values", draw=shuffled(computed("side*biggest if k == 1 else others[k - 1]", "k")), series=True)
    i, k = Index("data"), Index(upto="size + 1")

    symbols = {"data": "x", "max_abs": "m", "scaled": "x'"}
    also = {"max_abs": "max|x|, max, maximum, largest value"}
    answers = "max_abs scaled"
    impossible = {"max_abs == 0": "all values are 0: there is no magnitude to divide by"}
    accept = ("min(abs(data[i]), i) > 0", "min(others)*max(others) < 0 or min(data) > 0")
    levels = {
        "easy": Level("scaled", others=between(1, "biggest - 1", distinct=True), biggest=between(8, 20)),
        "medium": Level("scaled"),
        "hard": Level("scaled", side=-1, size=between(4, 6), biggest=oneof(6, 7, 9, 11, 12, 13, 14, 15, 17, 18, 19)),
    }

    def work(self, w):
        w.step("max_abs", "max(abs(data[i]), i)", "Largest magnitude", "The distance from 0 of the farthest entry.",
               places=2)
        w.step("scaled[i]", "data[i]/max_abs", "Scaled values", "Signs stay, and the farthest entry becomes 1 or −1.")

    mistakes = (
        Mistake("divided_by_max", "The maximum is not the largest magnitude: a negative entry lies farther from 0.",
                when="max(data) != max(abs(data[i]), i)", max_abs="max(data)"),
        Mistake("divided_by_signed_extreme", "Divide by the magnitude, without its sign: the signs must stay.",
                when="max(data) != max(abs(data[i]), i)", max_abs="min(data)"),
        Mistake("absolute_values_kept", "Only the divisor is a magnitude: each entry keeps its own sign.",
                when="min(data) < 0", scaled="abs(data[i])/max_abs"),
        Mistake("divided_by_range", "Divide by the largest magnitude, not by the range of the values.",
                scaled="data[i]/(max(data) - min(data))"),
        Mistake("min_max_done", "That is min-max scaling; here nothing is subtracted, so that 0 stays 0.",
                scaled="(data[i] - min(data))/(max(data) - min(data))"),
    )
    nudge = "Which entry lies farthest from 0, on whichever side?"
    stories = {
        "min(data) > 0": (
            "Parcels weigh {data} kg. Scale the weights by max-abs scaling, in the given order.",
            "A bridge counted {data} bicycles in successive hours. What does max-abs scaling make of these counts?",
            "A rower needs {data} s more than her best time in successive races. Max-abs scale these, order kept.",
            "Before training, the feature 'age of the tree' with the values {data} years is max-abs scaled.",
        ),
        "min(data) < 0": (
            "Audio samples read {data}. Scale them by max-abs scaling, in the given order.",
            "Profits and losses of some shops in 1000 €: {data}. Divide so that the largest magnitude becomes 1 and "
            "the zero line does not move, order kept.",
            "Sensor errors in mm: {data}. What does max-abs scaling make of them?",
            "A night's temperatures were {data} °C. Bring them into the range −1 to 1 by max-abs scaling, order kept.",
            "A chess player's ratings changed by {data} points. Max-abs scale the changes, in the given order.",
        ),
    }
