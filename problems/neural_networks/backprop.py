"""Backpropagation in a 2-2-2 network: forward, deltas, gradients, new weights."""

from quizgen.authoring import Convention, Level, Mistake, Number, Problem, Vector, Whole, between, oneof

HIDDEN = {"w1": ("h1", "x[1]"), "w2": ("h1", "x[2]"), "w3": ("h2", "x[1]"), "w4": ("h2", "x[2]")}  # weight: to, from
OUTPUT = {"w5": ("y1", "h1"), "w6": ("y1", "h2"), "w7": ("y2", "h1"), "w8": ("y2", "h2")}
WEIGHTS = HIDDEN | OUTPUT
BACK = {"h1": ("w5", "w7"), "h2": ("w6", "w8")}  # the weights from a hidden unit to y1 and to y2
TARGETS = (0.01, 0.05, 0.95, 0.99)
FORWARD_ALONE = {name: None for name in ("x", "b1", "b2", *WEIGHTS) if name != "w5"}


def slope(k, sign=""):
    """∂E/∂y of output unit k, times the slope of its sigmoid."""
    return f"{sign}(y{k} - t[{k}])*y{k}*(1 - y{k})"


def each(units, text):
    """A formula for each of some units or weights: U is its name, T the unit it goes to, F the unit it comes from."""
    ways = {unit: WEIGHTS.get(unit, (unit, unit)) for unit in units}
    return {unit: text.replace("U", unit).replace("T", to).replace("F", start) for unit, (to, start) in ways.items()}


def named(pattern, formulas):
    """Formulas under the names of steps: U in the pattern is the unit or weight."""
    return {pattern.replace("U", unit): formula for unit, formula in formulas.items()}


class Backprop(Problem):
    title = "Backpropagation in a 2-2-2 network"

    x = Vector("inputs", draw=between(0.05, 1, 0.05, distinct=True), size=2, entries="2")
    w1, w2, w3, w4, w5, w6, w7, w8 = (Number(f"weight {k}", draw=between(0.1, 0.9, 0.05)) for k in range(1, 9))
    b1 = Number("bias of both hidden units", draw=between(0.1, 0.7, 0.05))
    b2 = Number("bias of both output units", draw=between(0.1, 0.7, 0.05))
    h1 = Number("output of hidden unit 1", optional=True)
    h2 = Number("output of hidden unit 2", optional=True)
    y1 = Number("output of output unit 1", optional=True)
    t = Vector("targets", draw=oneof(*((a, b) for a in TARGETS for b in TARGETS if a != b)), entries="2")
    eta = Number("learning rate", draw=oneof(0.1, 0.5, 0.6, 1), above=0)
    epochs = Whole("number of epochs", default=1, least=1, most=100)

    error_half = Convention(
        "yes",
        "no",
        says={
            "yes": "each output has the error $1/2*(t - y)**2$",
            "no": "each output has the error $(t - y)**2$, without ½",
        },
    )
    update_order = Convention(
        "simultaneous",
        "sequential",
        says={
            "simultaneous": "every derivative takes the old weights",
            "sequential": "the output weights are updated first, and the error goes back through the new ones",
        },
    )
    bias_update = Convention(
        "off",
        "per-unit",
        "shared",
        says={
            "off": "the biases are kept",
            "per-unit": "each unit's own bias is updated as well",
            "shared": "the bias that a layer shares is updated as well",
        },
    )
    delta_sign = Convention("y-t", "t-y", says={"y-t": "δ has the factor $y - t$", "t-y": "δ has the factor $t - y$"})
    answers = "w1_new w2_new w3_new w4_new w5_new w6_new w7_new w8_new b1_new b2_new E E_after"
    accept = (
        "abs(h1 - h2) >= 0.005",
        *(f"abs(dE_d{weight}) >= 0.001" for weight in OUTPUT),
        *(f"abs(dE_d{weight}) >= 0.0005" for weight in HIDDEN),
    )
    levels = {
        "easy": Level(
            "dE_dw5 w5_new",
            h1=between(0.55, 0.8, 0.0001),
            h2=between(0.55, 0.8, 0.0001),
            y1=between(0.6, 0.85, 0.0001),
            **FORWARD_ALONE,
        ),
        "medium": Level("w5_new w6_new w7_new w8_new"),
        "hard": (
            Level("dE_dh1 w1_new"),
            Level("w1_new w2_new w3_new w4_new w5_new w6_new w7_new w8_new E E_after"),
            Level("E E_after", epochs=2),
        ),
    }

    def work(self, w):
        last = w.epochs
        for epoch in w.rounds(last, "Epoch", **self.carried(w)) if last > 1 else (1,):
            own = epoch > 1 and w.bias_update == "per-unit"
            b1, b2 = (("b1[1]", "b1[2]"), ("b2[1]", "b2[2]")) if own else (("b1", "b1"), ("b2", "b2"))
            self.forward(w, b1, b2)
            self.backward(w, b1, b2)
            if epoch == last:
                self.check(w)

    def carried(self, w):
        """What the next epoch starts from."""
        biases = {} if w.bias_update == "off" else {"b1": "b1_new", "b2": "b2_new"}
        return {weight: f"{weight}_new" for weight in WEIGHTS} | biases

    def forward(self, w, b1, b2):
        """The outputs of all units, and the error."""
        for k, (u, v) in enumerate((("w1", "w2"), ("w3", "w4"))):
            w.step(f"h{k + 1}_in", f"{u}*x[1] + {v}*x[2] + {b1[k]}", f"Net input of hidden unit {k + 1}")
        for k in (1, 2):
            w.step(f"h{k}", f"sigmoid(h{k}_in)", f"Output of hidden unit {k}")
        for k, (u, v) in enumerate((("w5", "w6"), ("w7", "w8"))):
            w.step(f"y{k + 1}_in", f"{u}*h1 + {v}*h2 + {b2[k]}", f"Net input of output unit {k + 1}")
        for k in (1, 2):
            w.step(f"y{k}", f"sigmoid(y{k}_in)", f"Output of output unit {k}")
        self.error(w, "", "")

    def error(self, w, after, title):
        """The error of each output and their sum."""
        for k in (1, 2):
            off = f"(t[{k}] - y{k}{after})**2"
            w.step(
                f"E{k}{after}",
                {"yes": f"1/2*{off}", "no": off},
                f"Error of output unit {k}{title}",
                by="error_half",
                places=6,
            )
        w.step(f"E{after}", f"E1{after} + E2{after}", f"Total error{title}", places=6)

    def backward(self, w, b1, b2):
        """Deltas and gradients from the outputs to the inputs, and the new weights and biases."""
        minus, negative = ("", "") if w.delta_sign == "y-t" else ("-", "-")
        for k in (1, 2):
            right = slope(k) if not minus else f"(t[{k}] - y{k})*y{k}*(1 - y{k})"
            w.step(
                f"delta_y{k}",
                {"yes": right, "no": f"2*{right}"},
                f"Delta of output unit {k}",
                by="error_half",
                places=6,
                **({} if minus else {"of": "E", "wrt": f"y{k}_in"}),
            )
        self.gradients(w, OUTPUT, negative)
        simultaneous = w.update_order == "simultaneous"
        if not simultaneous:
            self.update(w, OUTPUT)
        for unit, (a, b) in BACK.items():
            ways = (a, b) if simultaneous else (f"{a}_new", f"{b}_new")
            w.step(
                f"dE_d{unit}",
                f"{minus}delta_y1*{ways[0]} {minus or '+'} delta_y2*{ways[1]}",
                f"Error that reaches hidden unit {unit[1]}",
                "A hidden unit feeds both outputs: both paths are added.",
                places=6,
                **({"of": "E", "wrt": unit} if simultaneous else {}),
            )
        for unit in BACK:
            w.step(
                f"delta_{unit}",
                f"{minus}dE_d{unit}*{unit}*(1 - {unit})",
                f"Delta of hidden unit {unit[1]}",
                places=6,
                **({"of": "E", "wrt": f"{unit}_in"} if simultaneous and not minus else {}),
            )
        self.gradients(w, HIDDEN, negative, simultaneous)
        self.update(w, WEIGHTS if simultaneous else HIDDEN)
        self.biases(w, b1, b2, minus)

    def gradients(self, w, weights, minus, derivative=True):
        """The gradient of each weight: the delta where it ends times the output where it starts."""
        for weight, (to, start) in weights.items():
            w.step(
                f"dE_d{weight}",
                f"{minus}delta_{to}*{start}",
                f"Gradient of ${weight}$",
                places=6,
                **({"of": "E", "wrt": weight} if derivative else {}),
            )

    def update(self, w, weights):
        """One step of gradient descent on some weights."""
        for weight in weights:
            w.step(f"{weight}_new", f"{weight} - eta*dE_d{weight}", f"New ${weight}$", places=6)

    def biases(self, w, b1, b2, minus):
        """Gradients and new values of the biases, where they are updated."""
        if w.bias_update == "off":
            return
        for bias, old, (one, two) in (("b1", b1, ("delta_h1", "delta_h2")), ("b2", b2, ("delta_y1", "delta_y2"))):
            if w.bias_update == "shared":
                w.step(f"dE_d{bias}", f"{minus}{one} {minus or '+'} {two}", f"Gradient of ${bias}$", places=6)
                w.step(f"{bias}_new", f"{bias} - eta*dE_d{bias}", f"New ${bias}$", places=6)
            else:
                w.step(f"dE_d{bias}", f"({minus}{one}, {minus}{two})", f"Gradient of ${bias}$", places=6)
                moved = ", ".join(f"{start} - eta*dE_d{bias}[{k}]" for k, start in enumerate(old, 1))
                w.step(f"{bias}_new", f"({moved})", f"New ${bias}$", places=6)

    def check(self, w):
        """The forward pass and the error with the new weights."""
        own = {"off": ("b1", "b1", "b2", "b2"), "shared": ("b1_new", "b1_new", "b2_new", "b2_new")}
        apart = ("b1_new[1]", "b1_new[2]", "b2_new[1]", "b2_new[2]")
        biases = own.get(w.bias_update, apart)
        ways = {
            "h1": ("w1", "x[1]", "w2", "x[2]"),
            "h2": ("w3", "x[1]", "w4", "x[2]"),
            "y1": ("w5", "h1_after", "w6", "h2_after"),
            "y2": ("w7", "h1_after", "w8", "h2_after"),
        }
        for (unit, (u, start, v, other)), bias in zip(ways.items(), biases):
            w.step(
                f"{unit}_after",
                f"sigmoid({u}_new*{start} + {v}_new*{other} + {bias})",
                f"Output of ${unit}$ with the new weights",
                places=6,
            )
        self.error(w, "_after", " after the step")

    mistakes = (
        Mistake(
            "forgot_sigma_prime",
            "The slope of the sigmoid, y(1 − y), is missing from δ.",
            delta_y1="y1 - t[1]",
            delta_y2="y2 - t[2]",
        ),
        Mistake(
            "sign_flipped",
            "Downhill is against the gradient: minus η times the derivative.",
            **named("U_new", each(WEIGHTS, "U + eta*dE_dU")),
        ),
        Mistake(
            "used_net_input_as_h",
            "The weight multiplies the unit's output h, not its net input.",
            **named("dE_dU", each(OUTPUT, "delta_T*F_in")),
        ),
        Mistake(
            "used_h2",
            "Look at the wiring again: this weight starts at the other hidden unit.",
            dE_dw5="delta_y1*h2",
            dE_dw6="delta_y1*h1",
            dE_dw7="delta_y2*h2",
            dE_dw8="delta_y2*h1",
        ),
        Mistake(
            "doubled_error_slope",
            "The ½ of E cancels the 2 of the square: the slope is y − t.",
            when="error_half == 'yes'",
            delta_y1=slope(1, "2*"),
            delta_y2=slope(2, "2*"),
        ),
        Mistake(
            "used_updated_output_weights",
            "Go back through the old output weights: all updates are made at the same time.",
            when="update_order == 'simultaneous'",
            dE_dh1="delta_y1*(w5 - eta*dE_dw5) + delta_y2*(w7 - eta*dE_dw7)",
            dE_dh2="delta_y1*(w6 - eta*dE_dw6) + delta_y2*(w8 - eta*dE_dw8)",
        ),
        Mistake(
            "only_one_output_path",
            "The hidden unit feeds both outputs: add both paths.",
            dE_dh1="delta_y1*w5",
            dE_dh2="delta_y1*w6",
        ),
        Mistake(
            "forgot_hidden_derivative",
            "The slope of the hidden sigmoid, h(1 − h), is missing.",
            delta_h1="dE_dh1",
            delta_h2="dE_dh2",
        ),
        Mistake(
            "E_total_without_half",
            "Each squared error is halved.",
            when="error_half == 'yes'",
            E1="(t[1] - y1)**2",
            E2="(t[2] - y2)**2",
        ),
    )
    nudge = "Which quantities does the weight influence, and through how many outputs?"
    stories = (
        "In a 2-2-2 sigmoid network ($w1$, $w2$ into $h1$; $w3$, $w4$ into $h2$; $w5$, $w6$ into $y1$; $w7$, $w8$ into $y2$) "
        "the forward pass gave $h1$ = {h1}, $h2$ = {h2} and $y1$ = {y1}. The targets are {t}, $w5$ = {w5} and η = {eta}. Give "
        "{ask}.",
        "A network with two hidden and two output units, all sigmoid, has worked out $h1$ = {h1}, $h2$ = {h2}, $y1$ = {y1} "
        "where the targets are {t}. The weight from $h1$ to $y1$ is $w5$ = {w5}, that from $h2$ to $y1$ is $w6$. With "
        "learning rate {eta} give {ask}.",
        "On its way forward a classifier with two outputs got {h1} and {h2} from its hidden units and {y1} from its first "
        "output, a sigmoid. It should have said {t}. How does the weight $w5$ = {w5} from $h1$ to $y1$ change with η = "
        "{eta}? Give {ask}.",
        "Half the work is done: $h1$ = {h1}, $h2$ = {h2}, $y1$ = {y1} in a sigmoid network with the targets {t}. Go back one "
        "step to the weight $w5$ = {w5} between $h1$ and $y1$, with η = {eta}: give {ask}.",
        "Two sensor readings {x} feed the 2-2-2 sigmoid network of the drawing, whose hidden units share the bias {b1} and "
        "whose outputs share {b2}. The targets are {t}, η = {eta}. Give {ask}.",
        "A classifier with two outputs ($w1$, $w2$ lead into $h1$; $w3$, $w4$ into $h2$; $w5$, $w6$ into $y1$; $w7$, $w8$ "
        "into $y2$; sigmoid units) is shown {x} with the targets {t}. Hidden bias {b1}, output bias {b2}, learning rate "
        "{eta}. Give {ask}.",
        "Train the sigmoid network of the drawing on one example: inputs {x}, targets {t}, learning rate {eta}, biases {b1} "
        "(hidden) and {b2} (output). Give {ask}.",
        "A greenhouse controller turns two readings {x} into two valve settings, which should be {t}. Its units are "
        "sigmoid, with biases {b1} in the hidden and {b2} in the output layer; η = {eta}. Give {ask}.",
    )

    def question_figure(self, v):
        from .._figures import network, weight

        ways = [weight(f"w{'₁₂₃₄₅₆₇₈'[k - 1]}", getattr(v, f"w{k}")) for k in range(1, 9)]
        return network((("x₁", "x₂"), ("h₁", "h₂"), ("y₁", "y₂")), (ways[:4], ways[4:]))
