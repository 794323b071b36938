"""Gradient descent in two variables: gradient, new point, and the way the loss goes."""

from quizgen.authoring import (Aside, Expression, Index, Level, Mistake, Number, Problem, Story, Vector, Whole, between,
                               made, oneof)

from ._loss import put_in, quadratic_form, slope

SCENES = ("The cost of two weights is f(x, y) = {f}; they stand at (x, y) = {start}.",
          "You stand at the point {start} of a landscape of height f(x, y) = {f}.",
          "Minimize f(x, y) = {f} from (x, y) = {start}.",
          "A loss of two parameters is f(x, y) = {f}; training starts at (x, y) = {start}.")
TASKS = {"point": "Take one step of gradient descent with η = {eta}; both coordinates are updated from the same point.",
         "gradient": "What is the gradient there, and where does one step of gradient descent, learning rate {eta}, "
                     "lead? Both coordinates are updated at once.",
         "two": "Take {steps} steps of gradient descent with η = {eta}, both coordinates at once. How does f change?"}
FORM = {"a": "a != 0", "b": "b != 0"}


def at(point, formula):
    """A formula in x and y, at a point of the path."""
    return put_in(formula, x=f"{point}[1]", y=f"{point}[2]")


def point(k):
    return f"point_{k}" if k else "start"


def moved(formula, most=2):
    """The formula of a mistake in each new point: p is the point before, g the gradient there."""
    return {f"point_{k}": formula.replace("p[", f"{point(k - 1)}[").replace("g[", f"grad_{k - 1}[")
            for k in range(1, most + 1)}


def steep(formula, most=2):
    """The formula of a mistake in each gradient, in x and y."""
    return {f"grad_{k}": at(point(k), formula) for k in range(most)}


class GradientDescent2d(Problem):
    title = "Gradient descent in two variables"

    task = Aside("point")
    a = Number("factor of x²", draw=between(1, 4), instead="f")
    b = Number("factor of xy", draw=oneof(-3, -2, -1, 1, 2, 3), instead="f")
    c = Number("factor of y²", draw=between(1, 4), instead="f")
    f = Expression("loss, a formula in x and y", of="x y", draw=made(quadratic_form, "a b c"), instead="a and b and c")
    start = Vector("starting point", draw=oneof(between(-4, -1), between(1, 4)), size=2, entries="2")
    eta = Number("learning rate", draw=oneof(0.05, 0.1, 0.2), above=0)
    steps = Whole("number of steps", draw=1, default=1, least=1, most=100)
    i = Index("start")

    symbols = {"start": "p_0", "f_path": "f"} | {
        name: sign for k in range(101) for name, sign in (
            (f"grad_{k}", rf"g_{{{k}}}"), (f"point_{k}", f"p_{{{k}}}"), (f"f_{k}", f"f_{{{k}}}"))}
    also = {"f_path": "f values"} | {f"{name}_{k}": f"{said}(p{k}), {said}{k}" for k in range(11)
                                     for name, said in (("f", "f"), ("grad", "grad f"))}
    answers = " ".join(f"grad_{k} point_{k + 1}" for k in range(100)) + " f_path"
    accept = ("4*a*c > b**2", "eta*(a + c + sqrt((a - c)**2 + b**2)) < 1.9", "grad_0[1]*grad_0[2] != 0",
              "grad_0[1] != grad_0[2]", "grad_1[1]*grad_1[2] != 0", "f_0 > 4")
    levels = {
        "easy": (Level("point_1", b=0), Level("grad_0 point_1", task="gradient", b=0)),
        "medium": (Level("point_1"), Level("grad_0 point_1", task="gradient")),
        "hard": Level("point_1 point_2 f_path", task="two", steps=2),
    }

    def work(self, w):
        if w.has("f") and w.has("a"):
            w.procedure("f", quadratic_form, "a b c", "Loss", text=True)
        if w.has("a"):
            loss, across, up = "a*x**2 + b*x*y + c*y**2", "2*a*x + b*y", "b*x + 2*c*y"
            w.remark("Slopes", f"The loss is ${loss}$ with a = {{a}}, b = {{b}} and c = {{c}}. Along x, with y held "
                               f"still, its slope is ${across}$; along y, with x held still, it is ${up}$.")
        else:
            loss, across, up = w.f, slope(w.f, "x"), slope(w.f, "y")
            w.remark("Slopes", f"Along x, with y held still, the slope is ${across}$; along y it is ${up}$.")
        for k in range(1, w.steps + 1):
            here = point(k - 1)
            w.step(f"grad_{k - 1}", at(here, f"({across}, {up})"), f"Gradient $grad_{k - 1}$ at ${here}$",
                   "A slope for each coordinate." if k == 1 else "")
            title = f"Point $point_{k}$ after {k} step{'s'*(k > 1)}"
            w.step(f"point_{k}[i]", f"{here}[i] - eta*grad_{k - 1}[i]", title,
                   "Both coordinates go against their slopes, at once." if k == 1 else "")
        for k in range(w.steps + 1):
            w.step(f"f_{k}", at(point(k), loss), f"Loss at ${point(k)}$")
        values = ", ".join(f"f_{k}" for k in range(w.steps + 1))
        w.step("f_path", f"({values})", "Values $f_path$ of the loss from the start on", marks=(0, 1))

    one_by_one = "p[i] - eta*(g[1] if i == 1 else b*(p[1] - eta*g[1]) + 2*c*p[2])"
    mistakes = (
        Mistake("coordinates_updated_one_after_another", "Both slopes are those at the old point: y sees the old x.",
                FORM["b"], **moved(one_by_one)),
        Mistake("ascent", "Downhill is against the gradient: minus η times it.", **moved("p[i] + eta*g[i]")),
        Mistake("cross_term_ignored", "The term in xy has slopes too: by along x, bx along y.", FORM["b"],
                **steep("(2*a*x, 2*c*y)")),
        Mistake("eta_forgotten", "The gradient is scaled by the learning rate.", **moved("p[i] - g[i]")),
        Mistake("partials_swapped", "The slope along x moves x, that along y moves y.", FORM["a"],
                **steep("(b*x + 2*c*y, 2*a*x + b*y)")),
        Mistake("gradient_given_as_point", "That is the gradient; the point moves by −η times it.", **moved("g[i]")),
    )
    nudge = "There is one slope for each coordinate, the other coordinate held still."
    stories = {f"task == '{task}'": tuple(Story(f"{scene} {what}", tabled="a b c") for scene in SCENES)
               for task, what in TASKS.items()}

    def solution_figure(self, v):
        from ._curves import level_curves

        if v.a is None:
            return None
        return level_curves(v.a, v.b, v.c, [getattr(v, f"point_{k}") if k else v.start for k in range(v.steps + 1)])
