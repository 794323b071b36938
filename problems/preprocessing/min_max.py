"""Min-max normalization: the smallest value goes to the lower end of a range, the largest to the upper."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               oneof, shuffled)


def stretched(text):
    """The scaled value of a [0, 1] value U, for a column and for one value."""
    return text.replace("U", "unit[i]"), text.replace("U", "unit")


def share(text):
    """The [0, 1] value of a value X, of a column and of one value: `scaled` itself, or `unit` before another range."""
    made = text.replace("X", "data[i]"), text.replace("X", "target")
    return {"unit": made, "scaled": (*stretched("low + U*(high - low)"), *made)}


class MinMax(Problem):
    title = "Min-max normalization"

    task = Aside("one value")
    size = Aside(between(4, 8))
    bottom = Aside(between(2, 60))
    reach = Aside(oneof(10, 20, 40, 50, 60, 100))
    wide = Aside(oneof(5, 10))
    inner = Aside(between("bottom + 1", "bottom + reach - 1", distinct=True), size=computed("size"))
    place = Aside(between(3, "size"))
    data = Vector("values", fewest=2, series=True,
                  draw=shuffled(computed("bottom if k == 1 else bottom + reach if k == 2 else inner[k]", "k")))
    target = Number("value to scale", draw=computed("inner[place]"), optional=True)
    low = Number("lower end of the range", default=0)
    high = Number("upper end of the range", default=1)
    scaled = Number("scaled value", optional=True)
    i, k = Index("data"), Index("inner")

    clip = Convention("no", "yes", when="target < min or target > max", says={
        "no": "values outside the range of the data are not clipped",
        "yes": "values outside the range of the data are clipped to its ends"})
    symbols = {"min": r"x_{min}", "max": r"x_{max}", "span": "R", "low": "a", "high": "b", "target": "x_0", "data": "x",
               "scaled": "x'", "unit": "u", "original": "x"}
    also = {"scaled": "x''"}
    answers = "scaled original"
    impossible = {"max - min == 0": "all values are alike: the span is 0, and nothing can be divided by it",
                  "high <= low": "low must be less than high: they are the ends of the range"}
    accept = ("abs(target - (min + max)/2) > 0.01", "abs(original - (min + max)/2) > 0.01",
              "abs(target - min)/(span*(span + 1)) >= 0.0005", "min*abs(max - target)/(max*span) >= 0.0005")

    ranges = {"low": oneof(-1, -1, 0), "high": computed("1 if low < 0 else wide")}
    levels = {
        "easy": Level("scaled"),
        "medium": Level("scaled", task="column", target=None),
        "hard": (
            Level("scaled", **ranges),
            Level("scaled", task="column", target=None, **ranges),
            Level("scaled", task="new value", target=oneof(between("bottom + reach + 1", "bottom + 1.4*reach"),
                                                           between("bottom/2", "bottom - 1"))),
            Level("original", task="inverse", target=None, reach=oneof(10, 20, 40, 50, 100), **ranges,
                  scaled=computed("low + (inner[place] - bottom)/reach*(high - low)", places=3)),
        ),
    }

    def work(self, w):
        w.step("min", "min(data[i], i)", "Smallest value", places=2)
        w.step("max", "max(data[i], i)", "Largest value", places=2)
        w.step("span", "max - min", "Span", places=2)
        other = (w.low, w.high) != (0, 1)
        if w.has("scaled") and not w.has("target"):
            back = "(scaled - low)/(high - low)" if other else "scaled"
            w.step("original", f"min + {back}*span", "Original value", "The share of the span, above the minimum.")
            return
        axis, value, s = ("", "target", "") if w.has("target") else ("[i]", "data[i]", "s")
        found, why = f"({value} - min)/span", "How far above the smallest value, as a share of the span."
        if other:
            w.step(f"unit{axis}", found, f"Value{s} scaled to 0 to 1", why)
            found, why = f"low + unit{axis}*(high - low)", "Stretched to the new range, from its lower end on."
        if axis:
            w.step("scaled[i]", found, "Scaled values", why)
        else:
            ends = "low), high" if other else "0), 1"
            w.step("scaled", {"no": found, "yes": f"min(max({found}, {ends})"}, "Scaled value", why, by="clip")

    mistakes = (
        Mistake("divided_by_max", "Dividing by the maximum does not bring the smallest value to the end: subtract the "
                "minimum, divide by the span.", **share("X/max")),
        Mistake("min_not_subtracted", "Subtract the minimum before you divide by the span.", **share("X/span")),
        Mistake("span_plus_one", "The span is max − min, without adding 1.", **share("(X - min)/(span + 1)")),
        Mistake("max_minus_x", "Measure up from the minimum, not down from the maximum.", **share("(max - X)/span")),
        Mistake("low_not_added", "The range begins at its lower end: add that after you have stretched.",
                when="low != 0", scaled=stretched("U*(high - low)")),
        Mistake("times_high_only", "Stretch by the width of the range, upper minus lower end, not by the upper end.",
                when="low != 0", scaled=stretched("low + U*high")),
        Mistake("inverse_forgot_min", "Scaling subtracted the minimum: add it again.",
                original=("(scaled - low)/(high - low)*span", "scaled*span")),
    )
    nudge = "The smallest value must go to the lower end of the range, the largest to the upper end."
    stories = {
        "task == 'one value'": (
            "Members' ages are {data} years. Scale the age {target} to the range {low} to {high} by min-max "
            "normalization.",
            "A weather station logs wind speeds {data} km/h. Scale the reading {target} so that the readings fill the "
            "range {low} to {high}.",
            "Rents in a street are {data} € per square meter and year. Bring the rent {target} to [{low}, {high}] by "
            "min-max normalization.",
            "Parcels weigh {data} kg. Where does the parcel of {target} kg lie on a scale from {low} (lightest) to "
            "{high} (heaviest)?",
        ),
        "task == 'column'": (
            "Prices in €: {data}. Replace the column by its min-max values in [{low}, {high}], in the given order.",
            "A counter at a bridge saw {data} bicycles on successive mornings. Bring these counts to the range {low} "
            "to {high} by min-max normalization, in the given order.",
            "The playing times of some films are {data} min. Normalize the column to [{low}, {high}] by its minimum "
            "and maximum, order kept.",
            "Before training, the feature 'age of the tree' with the values {data} years is min-max scaled to {low} to "
            "{high}. Write down the new column.",
        ),
        "task == 'new value'": (
            "A sensor's training counts were {data}. A new count of {target} arrives after the scaling to [{low}, "
            "{high}] has been fixed on these.",
            "A model was trained on delivery times of {data} min, min-max scaled to {low} to {high}. Today a delivery "
            "takes {target} min: scale it with the figures of the training data.",
            "Training prices were {data} €, scaled to {low} to {high} by their minimum and maximum. A test item costs "
            "{target} €. Scale it with the training figures.",
            "The scaler of a network saw the loads {data} kg and maps them to [{low}, {high}]. In use it meets "
            "{target} kg.",
        ),
        "task == 'inverse'": (
            "Counts {data} were scaled to [{low}, {high}]. Which count lies behind the scaled value {scaled}?",
            "The ages {data} years were min-max scaled to the range {low} to {high}. A row of the table shows "
            "{scaled}. Which age is it?",
            "A network predicts {scaled} for a temperature; its training temperatures {data} °C had been scaled to "
            "{low} to {high}. What does it predict in °C?",
            "Speeds of {data} km/h were brought to [{low}, {high}] by min-max normalization. Undo it for the value "
            "{scaled}.",
        ),
    }
