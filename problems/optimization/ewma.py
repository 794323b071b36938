"""Exponentially weighted moving average: the old average keeps a share, the new value gets the rest."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole, between,
                               computed, oneof)

ZERO, FIRST = "ewma_start == 'zero'", "ewma_start == 'first-value'"
RULE = "$v_new == beta*v_old + (1 - beta)*theta_new$"
SCENES = (f"Noon temperatures of successive days were {{theta}} °C. They are smoothed by {RULE} with β = {{beta}}; ",
          f"A step counter shows {{theta}} thousand steps, day by day. Its average moves by {RULE}, β = {{beta}}; ",
          f"The price of a share on successive days is {{theta}} €. It is averaged by {RULE}, β = {{beta}}; ",
          f"The losses of successive batches are {{theta}}. They are averaged by {RULE} with β = {{beta}}; ")
WEIGHTS = " ".join(f"weight_on_theta_{i}_in_v{t}" for t in range(3, 7) for i in range(1, t + 1))
MOST = 20  # weights are listed for so many values
SMALL, LARGE = between(1, 40), between(1, 40, 0.1)


class Ewma(Problem):
    title = "Exponentially weighted moving average"

    task = Aside("average")
    many = Aside(4)
    theta = Vector("values", draw=SMALL, size=computed("many"), series=True, instead="t")
    beta = Number("share of the old average", draw=oneof(0.5, 0.6, 0.7, 0.8, 0.9, 0.95), above=0, below=1)
    v0 = Number("average before the first value, 0 if left out", optional=True)
    t = Whole("number of values", least=1, most=1000, default="count(theta)")
    i = Whole("place of the value whose weight is asked", least=1, most=1000, optional=True)
    j, n = Index("theta"), Index(upto="count(theta) - 1")

    ewma_start = Convention("zero", "first-value", says={
        "zero": "the average starts at $v0 == 0$", "first-value": "the first average is the first value itself"})
    symbols = {"v_corrected": r"\hat v", "window": "N", "weight": r"\text{weight}", "v_new": "v_{new}",
               "v_old": "v_{old}", "theta_new": r"\theta_{new}"} | {
        f"weight_on_theta_{i}_in_v{t}": f"a_{{{i}}}" for t in range(3, MOST + 1) for i in range(1, t + 1)}
    also = {"weight": "w"} | {f"weight_on_theta_{i}_in_v{t}": f"w{i}"
                              for t in range(3, MOST + 1) for i in range(1, t + 1)}
    answers = "v1 v2 v3 v4 v5 v6 v v_corrected weight window"
    impossible = {f"v0 != 0 and {FIRST}": "v0: where the first value starts the average, there is none",
                  "i > t": "i: there are not so many values"}
    accept = ("min(abs(theta[n + 1] - theta[n]), n) > 0", "weight >= 0.001", "beta != 0.5 or task != 'weight'")
    levels = {
        "easy": (Level("v1 v2", many=2), Level("v1 v2", many=2, theta=LARGE)),
        "medium": (Level("v4"), Level("v4", theta=LARGE), Level("v", many=between(3, 6))),
        "hard": (Level("v v_corrected", task="corrected", many=between(3, 6)),
                 Level(WEIGHTS, task="weights", many=between(3, 6)),
                 Level("weight window", task="weight", theta=None, t=between(4, 20), i=between(2, "t - 1"))),
    }

    def work(self, w):
        zero = w.ewma_start == "zero"
        last = w.count("theta")
        start = "theta[1]" if not zero else "beta*v0 + (1 - beta)*theta[1]" if w.has("v0") else "(1 - beta)*theta[1]"
        for k in range(1, last + 1):
            w.step(f"v{k}", start if k == 1 else f"beta*v{k - 1} + (1 - beta)*theta[{k}]", f"Average $v{k}$",
                   "" if k > 1 or w.has("v0") else "Nothing is there to keep." if zero else "It starts here.")
        if last:
            w.step("v", f"({', '.join(f'v{k}' for k in range(1, last + 1))},)", "Averages $v$ in order", marks=(0, 1))
        if last and zero and not (w.has("v0") and w.v0):
            w.step("v_corrected[j]", "v[j]/(1 - beta**j)", "Bias-corrected averages",
                   "The weights so far add up to $1 - beta**j$ only.")
        w.step("window", "1/(1 - beta)", "Window $window$", "About so many values make the average.", places=2)
        places = [("weight", "i", "t")] if w.has("i") else [
            (f"weight_on_theta_{i}_in_v{last}", f"{i}", f"{last}") for i in range(1, last + 1) if 3 <= last <= MOST]
        for name, i, t in places:
            share = "" if zero else f" if {i} > 1 else beta**({t} - 1)"
            w.step(name, f"(1 - beta)*beta**({t} - {i}){share}",
                   "Weight" if t == "t" else f"Weight ${name}$ of value {i} in $v{t}$",
                   "Each later value multiplies it by β once more." if i in ("i", "1") else "")

    mistakes = (
        Mistake("swapped_weights", "β is the share of the old average, 1 − β that of the new value.", "beta != 0.5",
                v1=f"beta*theta[1] if {ZERO} else theta[1]",
                **{f"v{k}": f"(1 - beta)*v{k - 1} + beta*theta[{k}]" for k in range(2, 7)}),
        Mistake("started_at_theta1", "The average starts at 0: of the first value it takes 1 − β only.", ZERO,
                v1="theta[1]"),
        Mistake("started_at_zero", "The first average is the first value itself.", FIRST, v1="(1 - beta)*theta[1]"),
        Mistake("plain_mean", "That is the plain mean; here the old average counts β, the new value 1 − β.",
                **{f"v{k}": f"sum(theta[j], j)/{k} if count(theta) == {k} else beta*v{k - 1} + (1 - beta)*theta[{k}]"
                   for k in range(2, 7)}),
        Mistake("correction_without_power", "Divide by $1 - beta**j$: the power counts the values so far.",
                "count(theta) > 1", v_corrected="v[j]/(1 - beta)"),
        Mistake("window_1/beta", "The window is $1/(1 - beta)$: the larger β, the longer.", "beta != 0.5",
                window="1/beta"),
        Mistake("weight_without_1-beta", "The value came in with the factor 1 − β.", "i > 1", weight="beta**(t - i)"),
        Mistake("weight_without_1-beta", "The value came in with the factor 1 − β.",
                **{f"weight_on_theta_{i}_in_v{t}": f"beta**({t} - {i})" for t in range(3, 7) for i in range(2, t + 1)}),
        Mistake("weight_one_power_more", "Only the values after it count: $t - i$ of them.", "i > 1",
                weight="(1 - beta)*beta**(t - i + 1)"),
    )
    nudge = "The old average keeps the share β, the new value gets the rest."
    stories = {
        "task == 'average'": tuple(f"{scene}{{ewma_start}}." for scene in SCENES),
        "task == 'corrected'": tuple(f"{scene}{{ewma_start}}. How do the first averages change when their start is "
                                     "corrected for?" for scene in SCENES),
        "task == 'weights'": tuple(f"{scene}{{ewma_start}}. How much does each value count in the last average? Give "
                                   "{ask}." for scene in SCENES),
        "task == 'weight'": (
            f"An average moves by {RULE} with β = {{beta}}; {{ewma_start}}. Which weight does value {{i}} have in "
            "average {t}, and over about how many values does this average?",
            f"Daily sales are smoothed by {RULE}, β = {{beta}}; {{ewma_start}}. How much does day {{i}} count in the "
            "average of day {t}, and how long is the window?",
            f"A sensor's readings are averaged by {RULE}, β = {{beta}}; {{ewma_start}}. How much of reading {{i}} is "
            "left in the average after reading {t}? Over about how many readings does it average?",
            f"Momentum averages gradients by {RULE} with β = {{beta}}; {{ewma_start}}. What share does gradient {{i}} "
            "have in average {t}? About how many gradients make it up?",
        ),
    }

    def solution_figure(self, v):
        from ._curves import smoothed

        if v.theta is None or v.v is None or len(v.theta) < 3:
            return None
        return smoothed(v.theta, v.v, ("step", "value"))
