"""Backpropagation on a chain of one input, one hidden unit and one output."""

from quizgen.authoring import Convention, Level, Mistake, Number, Problem, Story, between, oneof

SLOPES = {"sigmoid": "y_out*(1 - y_out)", "tanh": "1 - y_out**2", "relu": "1 if y_in > 0 else 0", "identity": "1"}
OUTPUTS = {"sigmoid": "sigmoid(y_in)", "tanh": "tanh(y_in)", "relu": "relu(y_in)", "identity": "y_in"}
PARAMETERS = ("w2", "b2", "w1", "b1")
weight = oneof(between(-1, -0.1, 0.1), between(0.1, 1, 0.1))


class BackpropChain(Problem):
    title = "Backpropagation on a chain of two units"

    x = Number("input", draw=between(0.1, 0.9, 0.1))
    w1 = Number("weight from x to h", draw=weight)
    b1 = Number("bias of h", draw=between(-0.5, 0.5, 0.1))
    w2 = Number("weight from h to y", draw=weight)
    b2 = Number("bias of y", draw=between(-0.5, 0.5, 0.1))
    t = Number("target", draw=oneof(0, 1))
    eta = Number("learning rate", draw=oneof(0.1, 0.5, 1), above=0)

    output_activation = Convention(
        "sigmoid",
        "tanh",
        "relu",
        "identity",
        says={
            "sigmoid": "h and y are sigmoid units",
            "tanh": "h is a sigmoid unit, y a tanh unit",
            "relu": "h is a sigmoid unit, y a ReLU unit",
            "identity": "h is a sigmoid unit, y is linear",
        },
    )
    error_half = Convention("yes", "no", says={"yes": "$E == 1/2*(t - y)**2$", "no": "$E == (t - y)**2$"})
    update_order = Convention(
        "simultaneous",
        "sequential",
        says={
            "simultaneous": "every derivative takes the old weights",
            "sequential": "the output weight is updated first, and the derivatives for $h$ take the new one",
        },
    )
    symbols = {
        "h_in": "h_{in}",
        "h_out": "h_{out}",
        "y_in": "y_{in}",
        "y_out": "y_{out}",
        "dE_dy": r"\partial E/\partial y_{out}",
        "dy_dyin": r"\partial y_{out}/\partial y_{in}",
        "dE_dh": r"\partial E/\partial h_{out}",
        "dh_dhin": r"\partial h_{out}/\partial h_{in}",
    }
    answers = "h_out y_out E dE_dw2 dE_db2 dE_dw1 dE_db1 w2_new b2_new w1_new b1_new E_after"
    accept = (
        "abs(dE_dw2) >= 0.002",
        "abs(dE_dw1) >= 0.002",
        "abs(y_out - t) >= 0.05",
        "y_in >= 0.05 or output_activation != 'relu'",
    )
    levels = {
        "easy": Level("dE_dw2"),
        "medium": (Level("dE_dw2 dE_dw1 w2_new w1_new"), Level("dE_dy dE_dh dE_dw1")),
        "hard": Level("w2_new b2_new w1_new b1_new E E_after"),
    }

    def work(self, w):
        w.step("h_in", "w1*x + b1", "Net input of the hidden unit")
        w.step("h_out", "sigmoid(h_in)", "Output of the hidden unit")
        w.step("y_in", "w2*h_out + b2", "Net input of the output unit")
        w.step("y_out", OUTPUTS, "Output", by="output_activation")
        error = {"yes": "1/2*(t - y_out)**2", "no": "(t - y_out)**2"}
        w.step("E", error, "Error", by="error_half", places=6)

        def slope(name, formula, title, of, wrt, why="", **how):
            w.step(name, formula, title, why, of=of, wrt=wrt, places=6, **how)

        slope("dE_dy", {"yes": "y_out - t", "no": "2*(y_out - t)"}, "Slope of the error", "E", "y_out", by="error_half")
        slope("dy_dyin", SLOPES, "Slope of the output unit", "y_out", "y_in", by="output_activation")
        slope("dE_dw2", "dE_dy*dy_dyin*h_out", "Gradient of the output weight", "E", "w2")
        slope(
            "dE_db2", "dE_dy*dy_dyin", "Gradient of the output bias", "E", "b2", "The net input grows as the bias does."
        )
        if w.update_order == "sequential":
            self.update(w, "w2", "b2")
            w.step("dE_dh", "dE_dy*dy_dyin*w2_new", "Error that reaches h", "Back through the new weight.", places=6)
        else:
            slope("dE_dh", "dE_dy*dy_dyin*w2", "Error that reaches h", "E", "h_out", "Back through the old weight.")
        slope("dh_dhin", "h_out*(1 - h_out)", "Slope of the hidden unit", "h_out", "h_in")
        through = {} if w.update_order == "sequential" else {"of": "E"}
        for name, last in (("w1", "*x"), ("b1", "")):
            title = "Gradient of the hidden weight" if last else "Gradient of the hidden bias"
            wrt = {"wrt": name} if through else {}
            w.step(f"dE_d{name}", f"dE_dh*dh_dhin{last}", title, places=6, **through, **wrt)
        self.update(w, *(PARAMETERS if w.update_order == "simultaneous" else ("w1", "b1")))
        w.step("h_after", "sigmoid(w1_new*x + b1_new)", "Hidden output with the new weights", places=6)
        after = {name: text.replace("y_in", "(w2_new*h_after + b2_new)") for name, text in OUTPUTS.items()}
        w.step("y_after", after, "Output with the new weights", by="output_activation", places=6)
        error = {choice: text.replace("y_out", "y_after") for choice, text in error.items()}
        w.step(
            "E_after",
            error,
            "Error after the step",
            "Smaller than before: the step went downhill.",
            by="error_half",
            places=6,
        )

    def update(self, w, *names):
        """Lays down a step of gradient descent on some parameters."""
        for name in names:
            w.step(f"{name}_new", f"{name} - eta*dE_d{name}", f"New ${name}$", places=6)

    mistakes = (
        Mistake(
            "forgot_sigma_prime",
            "The slope of the output unit is missing: the path from E to the weight passes through it.",
            when="output_activation == 'sigmoid' or output_activation == 'tanh'",
            dE_dw2="dE_dy*h_out",
            dE_db2="dE_dy",
            dE_dh="dE_dy*w2",
        ),
        Mistake(
            "ascent",
            "Downhill is against the gradient: minus η times the derivative.",
            **{f"{name}_new": f"{name} + eta*dE_d{name}" for name in PARAMETERS},
        ),
        Mistake(
            "doubled_error_slope",
            "The ½ of E cancels the 2 of the square: the slope is y − t.",
            when="error_half == 'yes'",
            dE_dy="2*(y_out - t)",
        ),
        Mistake(
            "used_updated_w2",
            "Go back through the old weight: all updates are made at the same time.",
            when="update_order == 'simultaneous'",
            dE_dh="dE_dy*dy_dyin*(w2 - eta*dE_dw2)",
        ),
        Mistake("skipped_w2", "The path back to h passes through the weight: times it.", dE_dh="dE_dy*dy_dyin"),
        Mistake(
            "forgot_hidden_slope",
            "The slope of the hidden unit, h(1 − h), is missing.",
            dE_dw1="dE_dh*x",
            dE_db1="dE_dh",
        ),
        Mistake("forgot_x", "The hidden weight multiplies x: so does its gradient.", dE_dw1="dE_dh*dh_dhin"),
    )
    nudge = "Follow the path from E back to the weight, and collect one factor at each station."
    stories = (
        "A chain x → h → y of two units has $w1$ = {w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}. For x = {x} and the target "
        "t = {t} give {ask}.",
        "A chain of two units (weights {w1} and {w2}, biases {b1} and {b2}) is shown x = {x} and should answer {t}. Trace "
        "the error back: give {ask}.",
        "A dimmer is controlled by two units in a row: $w1$ = {w1}, $b1$ = {b1} in the first, $w2$ = {w2}, $b2$ = {b2} in "
        "the second. The light sensor reads {x}; the target is {t}. Give {ask}.",
        "One unit wide and two deep: a network with the weights {w1}, {w2} and the biases {b1}, {b2} (first layer first) "
        "misses its target {t} on the input {x}. By how much would each small change help? Give {ask}.",
        Story(
            "Do one step of gradient descent with learning rate {eta} on the chain x → h → y with $w1$ = {w1}, $b1$ = {b1}, "
            "$w2$ = {w2}, $b2$ = {b2}, for x = {x} and t = {t}. Give {ask}.",
            asks="w2_new",
        ),
        Story(
            "A chain of two units has the weights {w1} (into h) and {w2} (into y) and the biases {b1} and {b2}. Train it once "
            "on the example x = {x}, t = {t} with η = {eta}. Give {ask}.",
            asks="w2_new",
        ),
        Story(
            "A valve's two-unit controller ($w1$ = {w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}) saw the pressure {x} and "
            "should have said {t}. Correct it by one step with learning rate {eta}: give {ask}.",
            asks="w2_new",
        ),
        Story(
            "Update $w1$ = {w1}, $w2$ = {w2}, $b1$ = {b1} and $b2$ = {b2} at the same time with η = {eta} for the example "
            "x = {x}, t = {t}, then run the example forward again. Give {ask}.",
            asks="E_after",
            when="update_order == 'simultaneous'",
        ),
    )

    def question_figure(self, v):
        from .._figures import network, weight

        return network((("x",), ("h",), ("y",)), ((weight("w₁", v.w1),), (weight("w₂", v.w2),)))
