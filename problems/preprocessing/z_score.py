"""Standardization: how many standard deviations a value lies from the mean, and on which side."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               oneof, pick, shuffled)

WHOLE_SIGMA = (  # deviations that add to 0 and have a whole standard deviation (divisor n)
    (-3, -1, -1, 5), (-5, 1, 1, 3), (-6, -3, 1, 3, 5), (-5, -2, -1, 1, 7), (-4, -4, 0, 2, 3, 3), (-5, -2, -1, 2, 2, 4),
    (-3, -2, -2, 0, 1, 6), (-5, -3, -2, 0, 3, 7), (-3, -3, 0, 1, 1, 2, 2), (-6, -3, -2, -1, 2, 3, 7),
    (-2, -2, -1, -1, 0, 3, 3), (-3, -1, -1, -1, 0, 0, 2, 4), (-3, -2, -2, -2, -1, 0, 5, 5), (-4, -2, -1, 1, 1, 1, 2, 2),
)


def score(text):
    """A z-score of a value X with mean M and standard deviation S: of a column, of one value, with both given."""
    names = (("data[i]", "mean", "sd"), ("target", "mean", "sd"), ("target", "mu", "sigma"))
    return tuple(text.replace("X", x).replace("M", m).replace("S", s) for x, m, s in names)


class ZScore(Problem):
    title = "Standardization"

    task = Aside("from data")
    pattern = Aside(oneof(*WHOLE_SIGMA))
    scale = Aside(between(1, 3))
    middle = Aside(between("8*scale", "8*scale + 90"))
    size = Aside(between(4, 8))
    away = Aside(between("-middle/3", "middle/3"), size=computed("size"))
    others = Aside(computed("sum(away[k], k) - away[size]"))
    distance = Aside(between(0.25, 3.5, 0.01))
    side = Aside(oneof(1, -1))
    mu = Number("mean", instead="data")
    sigma = Number("standard deviation", above=0, instead="data")
    data = Vector("values", draw=shuffled(computed("middle + scale*pattern[j]", "j")), fewest=2, series=True,
                  instead="mu and sigma")
    target = Number("value to standardize", draw=pick("data"), optional=True)
    z = Number("z-score", optional=True)
    i, j, k = Index("data"), Index("pattern"), Index("away")

    sigma_divisor = Convention("n", "n-1", says={"n": "the standard deviation has divisor $n$",
                                                 "n-1": "the standard deviation has divisor $n - 1$"})
    symbols = {"mean": r"\mu", "sd": r"\sigma", "variance": r"\sigma^2", "data": "x", "target": "x_0", "original": "x"}
    also = {"variance": "var, s^2"}
    answers = "mean sd z original"
    impossible = {"max(data) == min(data)": "all values are alike: the standard deviation is 0, and z does not exist"}
    accept = ("min(data) > 0", "sd >= 2", "0.25 <= abs(target - mean)/sd", "0.25 <= abs(target - mu)/sigma <= 3.5")

    any_sigma = {"middle": between(20, 150),
                 "data": shuffled(computed("middle + (away[k] if k < size else -others)", "k"))}
    levels = {
        "easy": Level("z", task="given", data=None, mu=between(20, 150), sigma=between(2, "min(25, mu/4)", 0.1),
                      target=computed("mu + side*distance*sigma", places=0)),
        "medium": Level("z"),
        "hard": (Level("mean sd z", task="column", target=None, **any_sigma),
                 Level("original", task="inverse", target=None, z=computed("side*distance", places=1), **any_sigma)),
    }

    def work(self, w):
        mean, sd = "mu" if w.has("mu") else "mean", "sigma" if w.has("sigma") else "sd"
        squares = f"sum((data[i] - {mean})**2, i)"
        w.step(mean, "sum(data[i], i)/count(data)", "Mean")
        if w.has("data") or not w.has("sigma"):
            w.step("variance", {"n": f"{squares}/count(data)", "n-1": f"{squares}/(count(data) - 1)"}, "Variance",
                   "The mean squared distance from the mean.", by="sigma_divisor")
            w.step(sd, "sqrt(variance)", "Standard deviation", "Back to the unit of the values.")
        if w.has("z") and not w.has("target"):
            w.step("original", f"{mean} + z*{sd}", "Original value", "From the mean, z standard deviations.")
        elif w.has("target") or not w.has("data"):
            w.step("z", f"(target - {mean})/{sd}", "Standardized value", "The distance in standard deviations.")
        else:
            w.step("z[i]", f"(data[i] - {mean})/{sd}", "Standardized values", "Each distance in standard deviations.")

    mistakes = (
        Mistake("divided_by_variance", "Divide by the standard deviation, not by its square, the variance.",
                z=score("(X - M)/S**2")),
        Mistake("mean_not_subtracted", "Subtract the mean before you divide: z counts from the mean.", z=score("X/S")),
        Mistake("sign_flipped", "The value minus the mean, in this order: above the mean z is positive.",
                z=score("(M - X)/S")),
        Mistake("used_range", "Divide by the standard deviation, not by the range of the values.",
                z=score("(X - M)/(max(data) - min(data))")),
        Mistake("median_for_mean", "z counts from the mean, not from the median.", z=score("(X - median(data))/S")),
        Mistake("absolute_deviations", "Square the deviations, average and take the root; you averaged their sizes.",
                sd="sum(abs(data[i] - mean), i)/count(data)"),
        Mistake("inverse_minus", "Go z standard deviations up from the mean (down where z is negative): plus zσ.",
                original=("mean - z*sd", "mu - z*sigma")),
    )
    nudge = "How many standard deviations does the value lie from the mean, and on which side?"
    stories = {
        "task == 'given'": (
            "An exam has mean {mu} points and standard deviation {sigma} points. Standardize a result of {target} "
            "points.",
            "The length of a plant has mean {mu} cm and standard deviation {sigma} cm. Standardize a plant of {target} "
            "cm.",
            "Parcels take {mu} hours on average, with standard deviation {sigma} hours. One took {target} hours.",
            "Before training, a feature with mean {mu} kg and standard deviation {sigma} kg is standardized. What "
            "becomes of {target} kg?",
        ),
        "task == 'from data'": (
            "Delivery times in minutes: {data}. Standardize the time {target} with the mean and the standard deviation "
            "of these values.",
            "The marks of a class are {data} points. How does the mark {target} lie among them? Standardize it.",
            "A weather station logs wind speeds {data} km/h. Standardize the reading {target} with the mean and the "
            "standard deviation of the log.",
            "The trees of a plot are {data} years old. Express the age {target} in standard deviations from the mean "
            "of the plot.",
        ),
        "task == 'column'": (
            "Replace the column {data} (mmHg) by its z-scores, in the given order.",
            "A feature 'delivery time' has the training values {data} min. Standardize the column, order kept.",
            "The results of an exam are {data} points. Turn all of them into z-scores, in the given order.",
            "A rower's pulse on successive mornings was {data} beats a minute. Standardize the series.",
        ),
        "task == 'inverse'": (
            "A further reading to the data {data} was reported only as z = {z}, standardized with these values. Which "
            "reading is it?",
            "A network was trained on rents of {data} € that had been standardized. It predicts z = {z}. What rent is "
            "that?",
            "The plants of a bed are {data} cm tall. A further one is said to stand at z = {z} by the mean and the "
            "standard deviation of the bed. How tall is it?",
            "An alarm rings at z = {z}, measured by the loads {data} kN of healthy days. At which load does it ring?",
        ),
    }
