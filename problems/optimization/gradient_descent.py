"""Gradient descent in one variable: so many steps, or until the updates are small."""

from quizgen.authoring import (Aside, Expression, Index, Level, Mistake, Number, Problem, Story, Whole, between, made,
                               oneof)

from ._loss import put_in, quadratic, slope, until

QUARTICS = {f"w**4 - {b}*w**2".replace(" 1*", " "): f"4*w**3 - {2*b}*w" for b in range(1, 7)}
CUBICS = {f"w**3 - {3*b}*w": f"3*w**2 - {3*b}" for b in range(1, 5)}
SLOPES = QUARTICS | CUBICS
SCENES = ("The cost of a machine setting w is f(w) = {f}, and the setting is $w0$ = {w0}.",
          "You stand at $w0$ = {w0} in a valley of height f(w) = {f}.",
          "A training loss is f(w) = {f}; the weight starts at $w0$ = {w0}.",
          "Minimize f(w) = {f} from $w0$ = {w0}.")
TASKS = {"one": "Make one step of gradient descent with learning rate {eta}.",
         "steps": "Where do {steps} steps of gradient descent with learning rate {eta} lead?",
         "path": "Make {steps} steps of gradient descent with η = {eta} and note slope and point of each.",
         "curve": "Make {steps} steps of gradient descent with η = {eta} and note slope and point of each.",
         "tolerance": "Gradient descent has learning rate {eta}. Before each update η times the slope is worked out; "
                      "as soon as its absolute value is below {tol}, the descent stops without updating."}


def down(w0, eta, tol, a, c):
    return until(lambda w: 2*a*(w - c), w0, eta, tol)


def down_half(w0, eta, tol, a, c):
    return until(lambda w: a*(w - c), w0, eta, tol)


def down_formula(w0, eta, tol, f):
    from quizgen.formula import Formula

    number = Formula(SLOPES.get(f) or slope(f)).number
    return until(lambda w: number({"w": w}), w0, eta, tol)


def made_of(moves, tol):
    return sum(abs(move) >= tol for move in moves)


def each(step, formula, numbers):
    """The formula of a mistake in each of some steps: {k} is its number, {j} the one before."""
    return {step.format(k=k): formula.format(k=k, j=k - 1) for k in numbers}


class GradientDescent(Problem):
    title = "Gradient descent in one variable"

    task = Aside("one")
    limit = Aside(10**6)
    a = Number("factor of the square", draw=oneof(1, 2, 3), instead="f")
    c = Number("place of the minimum", draw=between(-5, 5), instead="f")
    d = Number("least loss", draw=between(-5, 5), instead="f")
    f = Expression("loss, a formula in w", of="w", draw=made(quadratic, "a c d"), instead="a and c and d")
    w0 = Number("start", draw=between(-5, 5))
    eta = Number("learning rate", draw=oneof(0.05, 0.1, 0.15, 0.2, 0.3, 0.4), above=0)
    steps = Whole("number of steps", draw=1, least=1, most=1000, optional=True)
    tol = Number("tolerance", above=0, optional=True)
    k, n = Index("path"), Index("gradients")

    symbols = {"gradients": "g", "w_path": "w", "path": "p", "slopes": "g", "moves": r"\text{step}",
               "tol": r"\text{tol}", "updates": r"\text{updates}"}
    also = {"f_final": "f(w), loss, " + ", ".join(f"f(w{k})" for k in range(1, 11)), "gradients": "slopes",
            "w_path": "path", "moves": "eta*g, eta*slope", "updates": "n, number of steps", "w_final": "w"} | {
        f"g{k}": f"f'(w{k}), slope{k}" for k in range(11)}
    answers = "w1 w2 w3 gradients w_path f_final path updates w_final"
    impossible = {"steps > 0 and tol > 0": "steps or tol: give one of them, not both"}
    accept = ("w0 != c", "a*(w0 - c) != 1", "a*(w0 - c)**2 + d != 0", "eta*a < 0.475",
              "max(w_path) <= limit", "min(w_path) >= -limit", "min(gradients[n]*gradients[1], n) > 0",
              "min(abs(gradients[n]), n) >= 0.05", "eta*a >= 0.1 or task != 'tolerance'", "2 <= updates <= 8",
              "min(abs(abs(moves[k])/tol - 1), k) >= 0.05")
    whole = "gradients w_path f_final"
    steep = {"task": "curve", "a": None, "c": None, "d": None, "steps": oneof(2, 3)}
    levels = {
        "easy": Level("w1"),
        "medium": (Level("w3 f_final", task="steps", steps=3), Level(whole, task="path", steps=3)),
        "hard": (Level(whole, f=oneof(*QUARTICS), w0=between(-1.9, 1.9, 0.1), eta=between(0.01, 0.05, 0.01), limit=2,
                       **steep),
                 Level(whole, f=oneof(*CUBICS), w0=between(0.1, 3, 0.1), eta=oneof(0.01, 0.02, 0.05, 0.1), limit=3,
                       **steep),
                 Level("updates w_final", task="tolerance", steps=None, tol=oneof(0.01, 0.05, 0.1, 0.2, 0.5))),
    }

    def work(self, w):
        square = w.has("a") and w.has("c") and w.has("d")
        loss, gradient, values = "a*(w - c)**2 + d", "2*a*(w - c)", ", with a = {a}, c = {c} and d = {d}"
        if w.has("f") and square:
            w.procedure("f", quadratic, "a c d", "Loss", text=True)
        elif w.has("f"):
            loss, gradient, values = w.f, SLOPES.get(w.f) or slope(w.f), ""
        w.remark("Slope", f"The loss is ${loss}${values}; its slope is ${gradient}$.")
        if w.has("tol"):
            function, uses = (down, "w0 eta tol a c") if square else (down_formula, "w0 eta tol f")
            w.procedure("path", function, uses, "Points $path$ up to where it stops",
                        "The first is the start; each is the one before less η times the slope there.")
            w.step("slopes[k]", put_in(gradient, w="path[k]"), "Slopes $slopes$ at the points")
            w.step("moves[k]", "eta*slopes[k]", "Steps", "Only the last is below the tolerance: it is not made.")
            w.procedure("updates", made_of, "moves tol", "Number of updates", "Steps that are not below it.", places=0)
            w.step("w_final", "path[updates + 1]", "Final point")
            return
        last = w.steps or 1
        for k in range(1, last + 1):
            w.step(f"g{k - 1}", put_in(gradient, w=f"w{k - 1}"), f"Slope $g{k - 1}$ at $w{k - 1}$")
            w.step(f"w{k}", f"w{k - 1} - eta*g{k - 1}", f"Point $w{k}$", "Against the slope." if k == 1 else "")
        slopes, points = ([f"{name}{k}" for k in range(last)] for name in "gw")
        w.step("gradients", f"({', '.join(slopes)},)", "Slopes $gradients$ on the way", marks=(0, 1))
        w.step("w_path", f"({', '.join(points)}, w{last})", "Path $w_path$ from $w0$ on", marks=(0, 1))
        w.step("f_final", put_in(loss, w=f"w{last}"), "Final loss")

    mistakes = (
        Mistake("ascent", "Downhill is against the slope: minus η times the slope.",
                **each("w{k}", "w{j} + eta*g{j}", (1, 2, 3))),
        Mistake("eta_forgotten", "The slope is scaled by the learning rate.", **each("w{k}", "w{j} - g{j}", (1, 2, 3))),
        Mistake("used_f_not_gradient", "That is the loss itself: take its slope.", "a != 0",
                **each("g{k}", "a*(w{k} - c)**2 + d", (0, 1, 2))),
        Mistake("factor_2_lost", "The square brings a factor 2 when it is differentiated.", "a*(w0 - c) != 0",
                path=down_half, slopes="a*(path[k] - c)", **each("g{k}", "a*(w{k} - c)", (0, 1, 2))),
        Mistake("same_gradient_every_step", "Work out the slope anew at each point.",
                **each("w{k}", "w{j} - eta*g0", (2, 3))),
        Mistake("one_step_too_few", "That is the point before: one more step is asked.", "steps == 3", w3="w2"),
        Mistake("updated_after_stopping", "This step is smaller than the tolerance: it is not made any more.",
                updates=lambda moves, tol: len(moves), w_final="path[updates] - moves[updates]"),
    )
    nudge = "Downhill is against the slope; how large is the slope where you stand?"
    stories = {f"task == '{task}'": tuple(Story(f"{scene} {what}", tabled="" if task == "curve" else "a c d")
                                          for scene in SCENES) for task, what in TASKS.items()}

    def solution_figure(self, v):
        from ._curves import way_down

        points = v.path or [v.w0, *(getattr(v, f"w{k}") for k in range(1, (v.steps or 1) + 1))]
        return way_down(v.f if v.a is None else f"{v.a}*(w - {v.c})**2 + {v.d}", points)
