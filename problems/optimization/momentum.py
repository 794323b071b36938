"""Gradient descent with momentum: averaging, classic, heavy-ball and Nesterov's form, in one and two variables."""

from quizgen.authoring import (Aside, Convention, Expression, Level, Mistake, Number, Problem, Story, Whole, between,
                               made, oneof)
from quizgen.errors import InputError

from ._loss import bowl, put_in, quadratic, slope

EMA, INSIDE = "momentum == 'ema'", "(momentum == 'eta-inside' or momentum == 'nesterov')"
VELOCITIES = {"ema": "beta*V + (1 - beta)*G", "classic": "beta*V + G", "eta-inside": "beta*V + eta*G",
              "nesterov": "beta*V + eta*G"}
MOVES = {"ema": "W - eta*V", "classic": "W - eta*V", "eta-inside": "W - V", "nesterov": "W - V"}
KNOWN = {"w": ", with a = {a} and c = {c}", "x": ", with a = {a}", "y": ", with b = {b}"}
SLOPES = {"w": "2*a*(w - c)", "x": "2*a*x", "y": "2*b*y"}
VALLEYS = ("Minimize f(w) = {f} with momentum; {momentum}. Start at $w0$ = {w0} with $v0$ = {v0}, β = {beta}, η = "
           "{eta}.",
           "A ball on f(w) = {f} starts at $w0$ = {w0} with $v0$ = {v0} (β = {beta}, η = {eta}); {momentum}.",
           "Momentum damps the zig-zag of a descent; {momentum}. The loss is f(w) = {f}, $w0$ = {w0}, $v0$ = {v0}, β = "
           "{beta}, η = {eta}.",
           "A weight starts at $w0$ = {w0} on the loss f(w) = {f}. It is trained with momentum, $v0$ = {v0}, β = "
           "{beta}, η = {eta}; {momentum}.")
BOWLS = tuple(text.replace("f(w)", "f(x, y)").replace("$w0$ = {w0}", "(x, y) = ({x0}, {y0})")
              .replace("with $v0$ = {v0}, ", "at rest, ").replace("with $v0$ = {v0} (", "at rest (")
              .replace("$v0$ = {v0}", "velocity 0") for text in VALLEYS)
DRAWN = [(letter, k) for letter, most in (("w", 3), ("x", 2), ("y", 2)) for k in range(1, most + 1)]


def names(letter):
    """How gradient and velocity of a variable are called: g and v, or gx and vx."""
    return ("g", "v") if letter == "w" else (f"g{letter}", f"v{letter}")


def each(part, formula):
    """The formula of a mistake in each "v" or "w": V is the old velocity in "v", the new one in "w"."""
    made = {}
    for letter, k in DRAWN:
        g, v = names(letter)
        old = f"{v}{k}" if part == "w" else f"{v}{k - 1}" if k > 1 else "v0"
        made[f"{v if part == 'v' else letter}{k}"] = put_in_step(formula, f"{letter}{k - 1}", old, f"{g}{k}")
    return made


def put_in_step(formula, w, v, g):
    """The formula with names for W, V and G."""
    return formula.replace("W", w).replace("V", v).replace("G", g)


class Momentum(Problem):
    title = "Gradient descent with momentum"

    task = Aside("three")
    a = Number("factor of the square", draw=oneof(0.5, 1, 2, 3), instead="f")
    b = Number("factor of y²", optional=True)
    c = Number("place of the minimum", draw=between(-3, 3), instead="f")
    f = Expression("loss, a formula in w, or in x and y", of="w x y", draw=made(quadratic, "a c"), instead="a and c")
    w0 = Number("start", draw=between(-5, 5), instead="x0 and y0")
    x0, y0 = Number("first coordinate of the start", optional=True), Number("second coordinate", optional=True)
    v0 = Number("first velocity", draw=0, default=0)
    beta = Number("share of the velocity that is kept", draw=oneof(0.5, 0.6, 0.7, 0.8, 0.9), least=0, below=1)
    eta = Number("learning rate", draw=oneof(0.01, 0.02, 0.05, 0.1, 0.2), above=0)
    steps = Whole("number of steps", draw=3, default=1, least=1, most=100)

    momentum = Convention("ema", "classic", "eta-inside", "nesterov", says={
        "ema": "the averaging form is $v == beta*v + (1 - beta)*g$, $w == w - eta*v$",
        "classic": "the form is $v == beta*v + g$, $w == w - eta*v$",
        "eta-inside": "the form is $v == beta*v + eta*g$, $w == w - v$",
        "nesterov": "Nesterov's form takes g at $w - beta*v$, then $v == beta*v + eta*g$, $w == w - v$"})
    symbols = {f"{part}{at}{k}": f"{part}_{{{at}{k}}}" for part in "gv" for at in "xy" for k in range(101)} | {
        f"ahead{letter}{k}": rf"\tilde {letter}_{{{k}}}" for letter in "wxy" for k in range(101)}
    answers = "v1 w1 v2 w2 v3 w3 v w " + " ".join(f"x{k} y{k}" for k in range(1, 101))
    accept = ("a*(w0 - c) != 0 and a*(w0 - c) != 1", "abs(v1) >= 0.1", "abs(w1 - c) >= 0.01", "a != b", "a*x0 != 1",
              "gy1 != 2 and gy1 != a and gy1 != x0")
    plane = {"task": "plane", "c": None, "w0": None, "b": oneof(0.5, 1, 2, 3, 4), "steps": 2,
             "f": made(bowl, "a b"), **dict.fromkeys(("x0", "y0"), oneof(between(-5, -1), between(1, 5)))}
    levels = {
        "easy": (Level("v1 w1", task="one", steps=1, v0=oneof(-2, -1, 1, 2)), Level("v2 w2", task="two", steps=2)),
        "medium": (Level("v3 w3"), Level("v w")),
        "hard": (Level("x2 y2", **plane), Level("x1 y1 x2 y2", **plane)),
    }

    def work(self, w):
        flat = not w.has("x0")
        if w.has("f") and w.has("a"):
            w.procedure("f", quadratic if flat else bowl, "a c" if flat else "a b", "Loss", text=True)
        elif not flat and not (w.has("f") or w.has("b")):
            raise InputError("b is missing: with x0 and y0 the loss is a*x^2 + b*y^2")
        letters = ("w",) if flat else ("x", "y")
        steep = {letter: SLOPES[letter] if w.has("a") else slope(w.f, letter) for letter in letters}
        for letter in letters:
            w.remark("Slope" if flat else f"Slope along {letter}",
                     f"The slope is ${steep[letter]}${KNOWN[letter]*w.has('a')}.")
        for k in range(1, w.steps + 1):
            self.step(w, letters, steep, k)
        if flat:
            for name, first in (("v", 1), ("w", 0)):
                path = ", ".join(f"{name}{k}" for k in range(first, w.steps + 1))
                w.step(name, f"({path},)", {"v": "Velocities $v$ in order", "w": "Path $w$ from $w0$ on"}[name],
                       marks=(0, 1))

    def step(self, w, letters, steep, k):
        here = {letter: f"{letter}{k - 1}" for letter in letters}
        old = {letter: f"{names(letter)[1]}{k - 1}" if k > 1 else "v0" for letter in letters}
        for letter in letters*(w.momentum == "nesterov"):
            w.step(f"ahead{letter}{k}", f"{here[letter]} - beta*{old[letter]}", f"Look ahead from ${here[letter]}$",
                   "Where the old velocity alone would lead.")
            here[letter] = f"ahead{letter}{k}"
        for letter in letters:
            g, v = names(letter)
            w.step(f"{g}{k}", put_in(steep[letter], **here), f"Gradient ${g}{k}$")
            forms = {name: put_in_step(text, "", old[letter], f"{g}{k}") for name, text in VELOCITIES.items()}
            w.step(f"{v}{k}", forms, f"Velocity ${v}{k}$", "The old velocity is kept in part."*(k == 1), by="momentum")
            moves = {name: put_in_step(text, f"{letter}{k - 1}", f"{v}{k}", "") for name, text in MOVES.items()}
            w.step(f"{letter}{k}", moves, f"{'Point' if letter == 'w' else 'New'} ${letter}{k}$", by="momentum")

    mistakes = (
        Mistake("beta_and_1-beta_swapped", "β is the share of the old velocity, 1 − β that of the gradient.",
                f"{EMA} and beta != 0.5", **each("v", "(1 - beta)*V + beta*G")),
        Mistake("classic_for_ema", "In the averaging form the gradient counts with 1 − β only.", EMA,
                **each("v", "beta*V + G")),
        Mistake("velocity_reset", "The old velocity is kept in part: add β times it.",
                f"{EMA} and (v0 != 0 or steps > 1)", **each("v", "(1 - beta)*G")),
        Mistake("no_momentum", "That is plain gradient descent: the old velocity counts too.",
                f"momentum != 'nesterov' and ({EMA} or v0 != 0 or steps > 1)",
                **each("v", "G*(eta if momentum == 'eta-inside' else 1)")),
        Mistake("eta_forgotten", "The velocity is scaled by the learning rate.", f"{EMA} or momentum == 'classic'",
                **each("w", "W - V")),
        Mistake("eta_forgotten", "The gradient is scaled by the learning rate.", INSIDE, **each("v", "beta*V + G")),
        Mistake("ascent", "Downhill is against the gradient: the velocity is subtracted.",
                **each("w", f"W + V*(1 if {INSIDE} else eta)")),
        Mistake("gradient_not_ahead", "Nesterov's form takes the gradient where the momentum leads, at w − βv.",
                "momentum == 'nesterov' and a != 0 and (v0 != 0 or steps > 1)",
                **{f"{names(letter)[0]}{k}": put_in(steep, **{letter: f"{letter}{k - 1}"})
                   for letter, k in DRAWN for steep in [SLOPES[letter]]}),
    )
    nudge = "First the gradient where you stand, then the velocity, then the move."
    stories = {
        "task == 'one'": tuple(Story(text + " Make one step.", tabled="a c") for text in VALLEYS),
        "task == 'two' or task == 'three'": tuple(
            Story(text + " Make {steps} steps.", tabled="a c") for text in VALLEYS),
        "task == 'plane'": tuple(Story(text + " Make {steps} steps; x and y move by the same rule, each in w's place.",
                                       tabled="a b v0") for text in BOWLS),
    }

    def solution_figure(self, v):
        from ._curves import level_curves, way_down

        if v.w0 is not None:
            return way_down(v.f or f"{v.a}*(w - {v.c})**2", [getattr(v, f"w{k}") for k in range(v.steps + 1)])
        path = [(getattr(v, f"x{k}"), getattr(v, f"y{k}")) for k in range(v.steps + 1)]
        return None if v.a is None else level_curves(v.a, 0, v.b, path)
