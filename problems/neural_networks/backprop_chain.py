"""Backpropagation on a chain of one input, one hidden unit and one output."""

from quizgen.authoring import Aside, Convention, Level, Mistake, Number, Problem, between, oneof

from ._descent import ERROR_HALF, UPDATE_ORDER, descend, squared_error

SLOPES = {"sigmoid": "y_out*(1 - y_out)", "tanh": "1 - y_out**2", "relu": "1 if y_in > 0 else 0", "identity": "1"}
OUTPUTS = {"sigmoid": "sigmoid(y_in)", "tanh": "tanh(y_in)", "relu": "relu(y_in)", "identity": "y_in"}
CHAIN = {"sigmoid": "y_out*(1 - y_out)", "tanh": "(1 - y_out**2)", "identity": "1"}
FACTORS = "(y_out - t)", "y_out*(1 - y_out)", "w2", "h_out*(1 - h_out)", "x"
WEIGHT = "(w2 if update_order == 'simultaneous' else w2_new)"  # through which the error goes back
weight = oneof(between(-1, -0.1, 0.1), between(0.1, 1, 0.1))


class BackpropChain(Problem):
    title = "Backpropagation on a chain of two units"

    task = Aside("gradients")
    x = Number("input", draw=between(0.1, 0.9, 0.1), instead="h_out")
    w1 = Number("weight from x to h", draw=weight, instead="h_out")
    b1 = Number("bias of h", draw=between(-0.5, 0.5, 0.1), instead="h_out")
    w2 = Number("weight from h to y", draw=weight)
    b2 = Number("bias of y", draw=between(-0.5, 0.5, 0.1), instead="y_out")
    h_out, y_out = Number("output of h", above=0, below=1, optional=True), Number("output of y", optional=True)
    t = Number("target", draw=oneof(0, 1))
    eta = Number("learning rate", draw=oneof(0.1, 0.5, 1), above=0)

    output_activation = Convention(*OUTPUTS, says={
        "sigmoid": "h and y are sigmoid units", "tanh": "h is a sigmoid unit, y a tanh unit",
        "relu": "h is a sigmoid unit, y a ReLU unit", "identity": "h is a sigmoid unit, y is linear"})
    error_half, update_order = ERROR_HALF, UPDATE_ORDER
    symbols = {"h_in": "h_{in}", "h_out": "h_{out}", "y_in": "y_{in}", "y_out": "y_{out}",
               "dE_dy": r"\partial E/\partial y_{out}", "dy_dyin": r"\partial y_{out}/\partial y_{in}",
               "dE_dh": r"\partial E/\partial h_{out}", "dh_dhin": r"\partial h_{out}/\partial h_{in}"}
    also = {"chain": "product, formula, chain rule", "h_in": "net_h, z_h, z1", "h_out": "h, a1",
            "y_in": "net_y, z_y, z2", "y_out": "y, a2, output", "E_after": "E_new, E', new error"}
    answers = "chain h_out y_out E dE_dy dE_dw2 dE_db2 dE_dh dE_dw1 dE_db1 w2_new b2_new w1_new b1_new E_after"
    accept = ("abs(dE_dw2) >= 0.002", "abs(dE_dw1) >= 0.002", "y_in >= 0.05 or output_activation != 'relu'",
              "abs(y_out - t) >= 0.05 or output_activation == 'sigmoid'")
    levels = {
        "easy": Level("dE_dw2"),
        "medium": (Level("dE_dw2 dE_dw1 w2_new w1_new", task="step"), Level("dE_dy dE_dh dE_dw1")),
        "hard": (Level("w2_new b2_new w1_new b1_new E E_after", task="step and check"),
                 Level("chain dE_dw1", task="formula")),
    }

    def work(self, w):
        at_once = w.update_order == "simultaneous"
        back = "E" if at_once else None  # behind the new weight nothing is a derivative of E
        w.step("h_in", "w1*x + b1", "Net input of the hidden unit")
        w.step("h_out", "sigmoid(h_in)", "Output of the hidden unit")
        w.step("y_in", "w2*h_out + b2", "Net input of the output unit")
        w.step("y_out", OUTPUTS, "Output", by="output_activation")
        squared_error(w, "E", "t", "y_out", "Error")
        w.step("dE_dy", {"yes": "y_out - t", "no": "2*(y_out - t)"}, "Slope $dE_dy$ of the error", of="E", wrt="y_out",
               by="error_half", places=6)
        w.step("dy_dyin", SLOPES, "Slope of the output unit", of="y_out", wrt="y_in", by="output_activation")
        w.step("dE_dw2", "dE_dy*dy_dyin*h_out", "Gradient of $w2$", of="E", wrt="w2", places=6)
        w.step("dE_db2", "dE_dy*dy_dyin", "Gradient of $b2$", "The net input grows as the bias does.", of="E", wrt="b2",
               places=6)
        descend(w, () if at_once else ("w2", "b2"))
        w.step("dE_dh", f"dE_dy*dy_dyin*{'w2' if at_once else 'w2_new'}", "Error $dE_dh$ that reaches h",
               f"Back through the {'old' if at_once else 'new'} weight.", of=back, wrt="h_out", places=6)
        w.step("dh_dhin", "h_out*(1 - h_out)", "Slope of the hidden unit", of="h_out", wrt="h_in")
        if w.has("x") and w.output_activation != "relu":  # whose slope is no formula in y
            two, through = "" if w.error_half == "yes" else "2*", "w2" if at_once else "w2_new"
            w.expression("chain", {unit: f"{two}(y_out - t)*{slope}*{through}*h_out*(1 - h_out)*x".replace("*1*", "*")
                                   for unit, slope in CHAIN.items()}, "Chain of factors from E back to $w1$",
                         "Error, output unit, weight, hidden unit, input.", by="output_activation")
        w.step("dE_dw1", "dE_dh*dh_dhin*x", "Gradient of $w1$", of=back, wrt="w1", places=6)
        w.step("dE_db1", "dE_dh*dh_dhin", "Gradient of $b1$", of=back, wrt="b1", places=6)
        descend(w, ("w2", "b2", "w1", "b1") if at_once else ("w1", "b1"))
        w.step("h_after", "sigmoid(w1_new*x + b1_new)", "Hidden output with the new weights", places=6)
        after = {name: text.replace("y_in", "(w2_new*h_after + b2_new)") for name, text in OUTPUTS.items()}
        w.step("y_after", after, "Output with the new weights", by="output_activation", places=6)
        squared_error(w, "E_after", "t", "y_after", "Error $E_after$ after the step")

    mistakes = (
        Mistake("forgot_sigma_prime", "The slope of the output unit is missing: the path leads through it.",
                when="output_activation == 'sigmoid' or output_activation == 'tanh'",
                dE_dw2="dE_dy*h_out", dE_db2="dE_dy", dE_dh=f"dE_dy*{WEIGHT}"),
        Mistake("ascent", "Downhill is against the gradient: minus η times the derivative.",
                **{f"{name}_new": f"{name} + eta*dE_d{name}" for name in ("w1", "b1", "w2", "b2")}),
        Mistake("doubled_error_slope", "The ½ of E cancels the 2 of the square: the slope is y − t.",
                when="error_half == 'yes'", dE_dy="2*(y_out - t)"),
        Mistake("used_updated_w2", "Go back through the old weight: all updates are made at the same time.",
                when="update_order == 'simultaneous'", dE_dh="dE_dy*dy_dyin*(w2 - eta*dE_dw2)"),
        Mistake("skipped_w2", "The path back to h passes through the weight: times it.", dE_dh="dE_dy*dy_dyin"),
        Mistake("forgot_hidden_slope", "The slope of the hidden unit, h(1 − h), is missing.",
                dE_dw1="dE_dh*x", dE_db1="dE_dh"),
        Mistake("forgot_x", "The hidden weight multiplies x: so does its gradient.", dE_dw1="dE_dh*dh_dhin"),
        *(Mistake(name, f"A factor is missing: {what}.", "output_activation == 'sigmoid' and error_half == 'yes' and "
                  "update_order == 'simultaneous'", chain="*".join(part for part in FACTORS if part != lost))
          for name, lost, what in (("forgot_sigma_prime", FACTORS[1], "the slope of the output unit"),
                                   ("skipped_w2", "w2", "the weight on the way back"),
                                   ("forgot_hidden_slope", FACTORS[3], "the slope of the hidden unit"),
                                   ("forgot_x", "x", "the input that the weight multiplies"))),
    )
    nudge = "Follow the path from E back to the weight, and collect one factor at each station."
    stories = {
        "task == 'gradients'": (
            "A chain x → h → y of two units has $w1$ = {w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}. It is shown x = "
            "{x}; the target is t = {t}.",
            "A chain of two units ($w1$ = {w1} and $b1$ = {b1} into h, $w2$ = {w2} and $b2$ = {b2} into y) is shown x "
            "= {x} and should answer {t}. Trace the error back.",
            "A dimmer is controlled by two units in a row: $w1$ = {w1}, $b1$ = {b1} in the first, $w2$ = {w2}, $b2$ = "
            "{b2} in the second. The light sensor reads {x}; the target is {t}.",
            "A network one unit wide, with the weights $w1$ = {w1}, $w2$ = {w2} and the biases $b1$ = {b1}, $b2$ = "
            "{b2}, misses its target {t} on the input {x}. Trace the error back.",
        ),
        "task == 'step'": (
            "Do one step of gradient descent with learning rate {eta} on both weights of the chain x → h → y with $w1$ "
            "= {w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}, for x = {x} and t = {t}.",
            "A chain of two units has $w1$ = {w1}, $b1$ = {b1} (into h) and $w2$ = {w2}, $b2$ = {b2} (into y). Train "
            "its weights once on the example x = {x}, t = {t}, with η = {eta}.",
            "A valve's two-unit controller ($w1$ = {w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}) saw the pressure {x} "
            "and should have said {t}. Correct its weights by one step with learning rate {eta}.",
            "By how much do the weights of the chain x → h → y move? They are $w1$ = {w1} and $w2$ = {w2}, the biases "
            "$b1$ = {b1} and $b2$ = {b2}; x = {x}, t = {t}, η = {eta}.",
        ),
        "task == 'step and check'": (
            "Do one step of gradient descent, η = {eta}, on the weights and biases of the chain x → h → y with $w1$ = "
            "{w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}, then run x = {x} (t = {t}) forward again.",
            "A chain of two units has $w1$ = {w1}, $b1$ = {b1} (into h) and $w2$ = {w2}, $b2$ = {b2} (into y). Train "
            "all four once on x = {x}, t = {t}, with η = {eta}. By how much does the error change?",
            "A valve's two-unit controller ($w1$ = {w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}) saw the pressure {x} "
            "and should have said {t}. Correct weights and biases once, η = {eta}, and try again.",
            "Update $w1$ = {w1}, $w2$ = {w2}, $b1$ = {b1} and $b2$ = {b2} with η = {eta} for the example x = {x}, t = "
            "{t}, then run the example forward again.",
        ),
        "task == 'formula'": [text + " Formulas are written in $y_out$, $h_out$, $w2$, t and x." for text in (
            "A chain x → h → y of two units has $w1$ = {w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}. For x = {x} and t "
            "= {t} trace the error back to $w1$, factor by factor.",
            "How does the error of a chain x → h → y move with its first weight? $w1$ = {w1}, $b1$ = {b1}, $w2$ = "
            "{w2}, $b2$ = {b2}, x = {x}, t = {t}.",
            "Multiply the slopes on the way from E back to $w1$ = {w1} in a chain x → h → y ($b1$ = {b1}, $w2$ = {w2}, "
            "$b2$ = {b2}), first as letters, then for x = {x} and t = {t}.",
            "Write down the chain rule for the first weight of a network one unit wide, then put in numbers: x = {x}, "
            "t = {t}, $w1$ = {w1}, $b1$ = {b1}, $w2$ = {w2}, $b2$ = {b2}.")],
    }

    def question_figure(self, v):
        from .._figures import network, weight

        return network((("x",), ("h",), ("y",)), ((weight("w₁", v.w1),), (weight("w₂", v.w2),)))
