"""Learning rates on a quadratic loss: the factor of a step, where the iterates go, and how fast."""

from math import ceil

from quizgen.authoring import (Aside, Choice, Convention, Level, Mistake, Number, Problem, Whole, between, computed,
                               oneof)

MOST = 100
EVERY = " ".join(f"w_{k}" for k in range(1, MOST + 1))
HALF = "quadratic == 'a/2 w^2'"
STEEP = f"(1 if {HALF} else 2)*eta*a"  # how much of w one step takes away
KINDS = "converge monotonically, oscillate and converge, or oscillate and diverge"
SCENES = ("Gradient descent with learning rate {eta} runs on a parabola; {quadratic}, a = {a}.",
          "A weight is trained by gradient descent with η = {eta}; {quadratic} with a = {a}.",
          "A ball rolls in steps of gradient descent, η = {eta}, towards the bottom of a bowl; {quadratic}, a = {a}.",
          "Near its minimum a network is trained with η = {eta}; {quadratic} with a = {a}.")
TASKS = {
    "classify": f"By what factor does each step multiply w, and does w {KINDS}?",
    "iterate": "It starts at $w0$ = {w0}. What is w after {k} steps? Do not work them out one by one.",
    "both": "It starts at $w0$ = {w0}. What is w after {k} steps, worked out at once, and does w "
            f"{KINDS}?",
    "limits": "It starts at $w0$ = {w0}. Below which learning rate does it converge, which rate reaches the minimum in "
              "one step, and after how many steps with η = {eta} is |w| at most {tol} for the first time?",
    "tolerance": "It starts at $w0$ = {w0}. After how many steps is |w| at most {tol} for the first time?",
}


BEHAVIOURS = ("converges monotonically", "oscillates and converges", "oscillates and diverges",
              "reaches 0 in one step", "oscillates forever")


def behaviour(factor):
    one_side, closing, growing, jump, forever = BEHAVIOURS
    if factor in (0, -1):
        return forever if factor else jump
    return one_side if factor > 0 else closing if factor > -1 else growing


def whole(needed):
    return max(ceil(needed - 1e-9), 0)


class LearningRateStability(Problem):
    title = "Learning rates on a quadratic loss"

    task = Aside("iterate")
    a = Number("factor of the loss", draw=oneof(0.2, 0.4, 0.5, 1, 1.25, 1.6, 2, 2.5, 4, 5, 8, 10, 16, 20,
                                               25, 40, 50), above=0)
    product = Aside(oneof(between(0.1, 0.9, 0.05), between(1.1, 1.9, 0.05), between(2.1, 3, 0.05)))
    eta = Number("learning rate", draw=computed(f"round(product/(a if {HALF} else 2*a), 6)"), above=0, optional=True)
    w0 = Number("start", draw=oneof(between(-5, -1), between(1, 5)), optional=True)
    k = Whole("number of steps", draw=between(2, 5), least=1, most=MOST, optional=True)
    tol = Number("tolerance", above=0, optional=True)
    f = Choice("loss", "(a/2) w^2", "a w^2", optional=True)

    quadratic = Convention("a/2 w^2", "a w^2", says={"a/2 w^2": "the loss is $f == a/2*w**2$",
                                                     "a w^2": "the loss is $f == a*w**2$"})
    symbols = {"factor": "r", "eta_max": r"\eta_{max}", "eta_optimal": r"\eta_{opt}", "needed": "n",
               "steps_to_tol": r"\text{steps}", "behaviour": r"\text{behavior}"}
    also = {"behaviour": "behavior"}
    iterates = " ".join(f"w_{k}" for k in range(2, 6))
    answers = f"factor behaviour {EVERY} eta_max eta_optimal steps_to_tol"
    impossible = {"f == '(a/2) w^2' and quadratic == 'a w^2' or f == 'a w^2' and quadratic == 'a/2 w^2'":
                  "f: another loss than the convention quadratic says",
                  f"tol > 0 and {STEEP} >= 2": "the learning rate is too large ever to come down to tol",
                  f"tol > 0 and {STEEP} == 1": "at this learning rate one step reaches 0: leave tol out",
                  "tol > 0 and w0 == 0": "w0 = 0 is the minimum already"}
    accept = ("abs(factor)**k*abs(w0) >= 0.001", "needed >= 1", "abs(needed - round(needed)) >= 0.03")
    slow = {"k": None, "tol": oneof(0.1, 0.01, 0.001),
            "product": oneof(between(0.1, 0.9, 0.05), between(1.1, 1.9, 0.05))}
    levels = {
        "easy": Level("factor behaviour", task="classify", w0=None, k=None),
        "medium": (Level(f"factor {iterates}"), Level(f"factor behaviour {iterates}", task="both")),
        "hard": (Level("eta_max eta_optimal steps_to_tol", task="limits", **slow),
                 Level("factor steps_to_tol", task="tolerance", **slow)),
    }

    def work(self, w):
        half = w.quadratic == "a/2 w^2"
        w.remark("One step", f"The slope of the loss is ${'a' if half else '2*a'}*w$: a step takes η times that from w "
                             f"and so multiplies w by ${'1 - eta*a' if half else '1 - 2*eta*a'}$.")
        w.step("factor", {"a/2 w^2": "1 - eta*a", "a w^2": "1 - 2*eta*a"}, "Factor $factor$ of a step", by="quadratic")
        w.procedure("behaviour", behaviour, "factor", "Behavior", "Its sign says whether w changes sides, its size "
                    "whether w shrinks (below 1) or grows.", words=BEHAVIOURS)
        if w.has("k"):
            w.step(f"w_{w.k}", "factor**k*w0", f"Iterate $w_{w.k}$", "The factor, once for each step.")
        w.step("eta_max", {"a/2 w^2": "2/a", "a w^2": "1/a"}, "Limit $eta_max$ of the learning rate", by="quadratic",
               why="There the factor is −1; below it its size is below 1.")
        w.step("eta_optimal", {"a/2 w^2": "1/a", "a w^2": "1/(2*a)"}, "Best rate $eta_optimal$", by="quadratic",
               why="There the factor is 0.")
        if w.has("tol"):
            w.step("needed", "ln(tol/abs(w0))/ln(abs(factor))", "Solution of $abs(factor)**needed*abs(w0) == tol$",
                   "Take logarithms.")
            w.procedure("steps_to_tol", whole, "needed", "Number of steps", "Rounded up.", places=0)

    mistakes = (
        Mistake("factor_1-2*eta*a", "The slope of $a/2*w**2$ is $a*w$: the 2 of the square cancels the ½.", HALF,
                factor="1 - 2*eta*a"),
        Mistake("factor_1-eta*a", "The slope of $a*w**2$ is $2*a*w$: the square brings a 2.", "quadratic == 'a w^2'",
                factor="1 - eta*a"),
        Mistake("factor_1+eta*a", "Downhill is against the slope: minus η times it.", factor=f"1 + {STEEP}"),
        Mistake("absolute_factor_only", "The factor has a sign: below 0, each step changes sides.", f"{STEEP} > 1",
                factor=f"abs(1 - {STEEP})"),
        Mistake("w_k_times_instead_of_power", "Each step multiplies once more: a power of the factor.",
                **{f"w_{k}": "k*factor*w0" for k in range(2, 6)}),
        Mistake("eta_max_1/a", "That rate reaches the minimum in one step; twice as large ones just fail to converge.",
                eta_max=f"1/a if {HALF} else 1/(2*a)"),
        Mistake("one_step_short", "Round up: with one step less, |w| is still above the tolerance.",
                steps_to_tol=lambda needed: whole(needed) - 1),
    )
    nudge = "What does one step do to w?"
    stories = {f"task == '{task}'": tuple(f"{scene} {what}" for scene in SCENES) for task, what in TASKS.items()}

    def solution_figure(self, v):
        from ._curves import way_down

        if v.w0 is None or v.eta is None:
            return None
        points = [v.w0*v.factor**k for k in range(min(v.k or 6, 8) + 1)]
        return way_down(f"{v.a}*w**2" if v.quadratic == "a w^2" else f"{v.a}/2*w**2", points)
