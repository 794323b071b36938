"""A simple recurrent unit, step by step: net input from the present input and the last state, state, read-out."""

from quizgen.authoring import (Aside, Choice, Index, Level, Matrix, Mistake, Number, Problem, Vector, between,
                               computed, oneof)
from quizgen.errors import ImpossibleData

ACTIVATIONS = {"tanh": "tanh(Z)", "sigmoid": "sigmoid(Z)", "ReLU": "relu(Z)"}
WEIGHT, BIAS = (oneof(between(-most, -0.1, 0.1), between(0.1, most, 0.1)) for most in (1, 0.5))
READ, OLD_STATE = oneof(-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2), oneof(-0.5, -0.3, 0.2, 0.4, 0.5)
RULE = "$h_t == tanh(w_x*x_t + w_h*h_old + b)$, $w_x$ = {w_x}, $w_h$ = {w_h}, b = {b}"
LAYER = "$W_x$ = {W_x}, $W_h$ = {W_h} (a row holds the weights into one unit), b = {b}"
JORDAN = ("$h_t == tanh(w_x*x_t + w_h*y_old + b)$, $y_t == w_y*h_t + b_y$, with $w_x$ = {w_x}, $w_h$ = {w_h}, b = {b}, "
          "$w_y$ = {w_y}, $b_y$ = {b_y}, $y0$ = {y0}.")
LAYERS = (
    f"A layer of two recurrent tanh units has {LAYER}. Its old states are {{h_prev}}, the inputs are {{x}}.",
    f"Two tanh units read a text; a word is coded as {{x}}, the states before were {{h_prev}}. {LAYER}.",
    f"The state of two tanh units was {{h_prev}}; now comes x = {{x}}. {LAYER}.",
    f"Price and volume, x = {{x}}, enter two recurrent tanh units in the state {{h_prev}}: {LAYER}.")
READOUT = "The read-out is $y_t == w_y*h_t + b_y$ with $w_y$ = {w_y}, $b_y$ = {b_y}."
OLD = "(h{0} if feedback == 'state' else y{0})"


def net(k, old=OLD, w_x="w_x", w_h="w_h"):
    """The net input of step k."""
    return f"{w_x}*x[{k}] + {w_h}*{old.format(k - 1)} + b"


def later(slip, right):
    """The formula of a mistake in step k that is made from the second step on; where there is but one, in it."""
    return lambda k: slip(k) if k > 1 else f"{slip(k)} if count(x) == 1 else {right(k)}"


def in_each(step, formula, steps=(1, 2, 3)):
    return {f"{step}{k}": formula(k) for k in steps}


class RnnStep(Problem):
    title = "Forward pass of a simple recurrent unit"

    task, length, biases, reads = Aside("states"), Aside(3), Aside(None, size=2), Aside(None, size=2)
    x = Matrix("inputs, one after the other", draw=READ, flat=True, series=True, size=computed("length"),
               entries="count(W_x[1])")
    w_x = Number("weight of the input", draw=WEIGHT, instead="W_x")
    w_h = Number("weight of the old state", draw=WEIGHT, instead="W_h")
    W_x = Matrix("weights of the inputs, one unit a row", size=(2, 2), optional=True)
    W_h = Matrix("weights of the old states, one unit a row", size=(2, 2), entries="count(W_x)", optional=True)
    b = Vector("bias", draw=BIAS, flat=True, entries="count(W_x)")
    h0 = Number("first state", draw=oneof(-0.5, 0, 0.5), instead="h_prev or y0")
    h_prev = Vector("old state", size=2, entries="count(W_x)", optional=True)
    y0 = Number("first output that is fed back", optional=True)
    w_y = Vector("weight of the read-out", flat=True, entries="count(W_x)", optional=True)
    b_y = Number("bias of the read-out", optional=True)
    activation = Choice("activation", *ACTIVATIONS, default="tanh")
    feedback = Choice("what is fed back", "state", "output", default="state")
    i, j, m = Index("x"), Index("W_x"), Index("W_h")
    symbols = {"h_old": "h_{old}", "y_old": "y_{old}", "h_prev": "h_{old}"}
    also = {"z": "a, net", "h": "h_t, h_new", "y": "y_t"} | {f"z{k}": f"a{k}, net{k}" for k in range(1, 101)}
    answers = "h1 h2 h3 y1 y2 y3 z h y"
    impossible = {"feedback == 'output' and count(h_prev) > 0": "feedback=output is for a single unit",
                  "count(W_h) != count(W_x)": "W_x and W_h must have as many rows as there are units"}
    accept = (*(f"0.15 <= abs(z{k}) <= 2" for k in (1, 2, 3)), "min(abs(z[j]), j) >= 0.15", "max(abs(z[j]), j) <= 2",
              "w_x != w_h", "abs(sum(w_y[j]*(z[j] - h[j]), j)) >= 0.001", "abs(h_prev[1] - h_prev[2]) > 0")
    layer = {"task": "layer", "length": 2, "w_x": None, "w_h": None, "h0": None, "W_x": WEIGHT, "W_h": WEIGHT,
             "h_prev": OLD_STATE, "biases": BIAS, "b": computed("biases")}
    levels = {
        "easy": Level("h1", task="one", length=1, h0=OLD_STATE),
        "medium": (Level("h1 h2 h3"), Level("y3", task="read-out", h0=0, w_y=READ, b_y=BIAS)),
        "hard": (Level("h", **layer), Level("h y", **layer | {"task": "layer, read-out"}, reads=READ, b_y=BIAS,
                                            w_y=computed("reads")),
                 Level("y1 y2 y3", task="Jordan", h0=None, y0=0, feedback="output", w_y=READ, b_y=BIAS)),
    }

    def work(self, w):
        last, off = w.feedback == "state", " + b_y" if w.has("b_y") else ""
        for name in ("b", "w_y"):
            if w.has(name) and bool(w.count(name)) != w.has("W_x"):
                raise ImpossibleData(f"{name}: one number for a single unit, a list for a layer")
        if w.has("W_x"):
            for _ in w.rounds("x", "Time step", h_prev="h"):
                w.step("z[j]", "sum(W_x[j][i]*x[i], i) + sum(W_h[j][m]*h_prev[m], m) + b[j]", "Net inputs $z$",
                       "Of each unit: from the inputs, the old states and the bias.")
                state = {name: text.replace("Z", "z[j]") for name, text in ACTIVATIONS.items()}
                w.step("h[j]", state, "New states $h$", by="activation")
                w.step("y", f"sum(w_y[j]*h[j], j){off}", "Read-out $y$", "It has no activation.")
            return
        steps = range(1, w.count("x") + 1)
        for k in steps:
            w.step(f"z{k}", net(k, "h{}" if last else "y{}"), f"Net input $z{k}$",
                   f"The present input and what was fed back from the {'state' if last else 'output'} before.")
            state = {name: text.replace("Z", f"z{k}") for name, text in ACTIVATIONS.items()}
            w.step(f"h{k}", state, f"State $h{k}$", by="activation")
            if w.has("w_y"):
                w.step(f"y{k}", f"w_y*h{k}{off}", f"Output $y{k}$", "It has no activation.")
        for name, title in (("z", "Net inputs"), ("h", "States")) + (("y", "Outputs"),)*w.has("w_y"):
            w.step(name, f"({', '.join(f'{name}{k}' for k in steps)},)", f"{title} ${name}$ in order", marks=(0, 1))

    mistakes = (
        Mistake("without_feedback", "The last state counts too, with its own weight.",
                z=("sum(W_x[j][i]*x[i], i) + b[j]",), **in_each("z", later(lambda k: f"w_x*x[{k}] + b", net))),
        Mistake("fed_back_z", "The state is fed back, after the activation, not the net input.", "feedback == 'state'",
                **in_each("z", lambda k: net(k, "z{}"), (2, 3))),
        Mistake("fed_back_state", "Here the output is fed back, not the state.", "feedback == 'output'",
                **in_each("z", lambda k: net(k, "h{}"), (2, 3))),
        Mistake("weights_swapped", "$w_x$ belongs to the input, $w_h$ to what is fed back.",
                **in_each("z", later(lambda k: net(k, OLD, "w_h", "w_x"), net))),
        Mistake("rows_and_columns_swapped", "A row holds the weights into one unit, not out of one.",
                "count(h_prev) > 1 and count(h_prev) == count(x)",
                z=("sum(W_x[i][j]*x[i], i) + sum(W_h[m][j]*h_prev[m], m) + b[j]",)),
        Mistake("no_activation", "That is the net input: the state is its tanh.", "activation == 'tanh'",
                h=("z[j]",), **in_each("h", later(lambda k: f"z{k}", lambda k: f"tanh(z{k})"))),
        Mistake("bias_forgotten", "Add the bias to the net input.",
                z=("sum(W_x[j][i]*x[i], i) + sum(W_h[j][m]*h_prev[m], m)",),
                **in_each("z", lambda k: net(k).removesuffix(" + b"))),
        Mistake("sigmoid", "The activation is tanh, not the sigmoid.", "activation == 'tanh'",
                h=("sigmoid(z[j])",), **in_each("h", lambda k: f"sigmoid(z{k})")),
        Mistake("from_z", "The read-out takes the state, after the activation.", "activation == 'tanh'",
                y=("sum(w_y[j]*z[j], j) + b_y",), **in_each("y", lambda k: f"w_y*z{k} + b_y")),
    )
    nudge = "The unit has two inputs: the present x, and what it feeds back from the step before."
    stories = {
        "task == 'one'": (
            f"After a word the state of a recurrent unit is $h0$ = {{h0}}. The next word is x = {{x}}; {RULE}.",
            f"A recurrent unit is in the state $h0$ = {{h0}} and receives x = {{x}}: {RULE}.",
            f"A unit remembers yesterday's price as $h0$ = {{h0}}. Today's input is x = {{x}}; {RULE}.",
            f"The cell {RULE}, stands at $h0$ = {{h0}}. Its next input is x = {{x}}."),
        "task == 'states'": (
            f"A recurrent unit computes {RULE}. It starts at $h0$ = {{h0}} and is fed {{x}}.",
            f"Three words are coded as {{x}} and read by one recurrent unit: {RULE}; $h0$ = {{h0}}.",
            f"Feed the inputs {{x}}, in this order, to the unit {RULE}. It starts in the state $h0$ = {{h0}}.",
            f"Three daily readings, {{x}}, pass a unit with memory: {RULE}, $h0$ = {{h0}}. How does its state move?"),
        "task == 'read-out'": tuple(f"{text} {READOUT}" for text in (
            f"Price changes of three days, {{x}}, pass a recurrent unit: {RULE}, $h0$ = {{h0}}.",
            f"Three words are coded as {{x}}; a unit reads them: {RULE}, $h0$ = {{h0}}.",
            f"The unit {RULE}, starts at $h0$ = {{h0}} and is fed {{x}}.",
            f"A sensor delivers {{x}} to a recurrent unit: {RULE}, $h0$ = {{h0}}.")),
        "task == 'Jordan'": tuple(f"{text} {JORDAN}" for text in (
            "Price changes of three days, {x}, pass a Jordan network of one unit, which hears its own last output.",
            "Three words are coded as {x}; a Jordan unit reads them. Its output, not its state, is fed back.",
            "A Jordan unit is fed {x}, one after the other. It feeds back what it put out.",
            "A sensor delivers {x} to a unit whose last output is fed back to it (a Jordan network).")),
        "task == 'layer, read-out'": tuple(f"{text} {READOUT}" for text in LAYERS),
        "task == 'layer'": LAYERS,
    }

    def question_figure(self, v):
        from ._unrolled import unrolled

        if v.W_x is not None or len(v.x) < 2:
            return None
        return unrolled(len(v.x), v.w_y is not None, v.feedback == "output")
