"""Backpropagation in any network with one hidden layer: forward, deltas, gradients, new weights."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Vector, between,
                               computed, oneof)

from ._descent import BIAS_UPDATE, DELTA_SIGN, ERROR_HALF, UPDATE_ORDER
from ._layers import bias, drawn

OUTPUTS = {"sigmoid": "sigmoid({})", "tanh": "tanh({})", "relu": "relu({})", "identity": "{}"}
SLOPES = {"sigmoid": "{0}*{1}*(1 - {1})", "tanh": "{0}*(1 - {1}**2)", "relu": "{0} if {2} > 0 else 0",
          "identity": "{0}"}  # times an error
KINDS = {"sigmoid": "sigmoid units", "tanh": "tanh units", "relu": "ReLU units", "identity": "linear"}
SIGN, HALF, AT_ONCE = "(1 if delta_sign == 'y-t' else -1)", "error_half == 'yes'", "update_order == 'simultaneous'"
STEEP = "(y[k]*(1 - y[k]) if output_activation == 'sigmoid' else 1 - y[k]**2 if output_activation == 'tanh' else 1)"
BENT = "activation != 'relu' or min(h_in[j], j) < 0"
ROWS = " Each row of $W1$ leads into a hidden unit, each row of $W2$ into an output unit."


def rows(formulas, *names, of=OUTPUTS):
    """The formulas of some activations, with names put in."""
    return {name: formulas[name].format(*names) for name in of}


class BackpropNetwork(Problem):
    title = "Backpropagation in a network with one hidden layer"

    task, inputs, hidden, outputs = Aside("output"), Aside(2), Aside(2), Aside(1)
    weight, small = (oneof(between(a, -0.1, 0.1), between(0.1, b, 0.1)) for a, b in ((-0.6, 0.9), (-0.5, 0.5)))
    first, second = Aside(small, size=computed("hidden")), Aside(small, size=computed("outputs"))
    x = Vector("inputs", draw=between(0.1, 1, 0.1, distinct=True), size=computed("inputs"))
    W1 = Matrix("weights into the hidden units", draw=weight, size=(computed("hidden"), computed("inputs")),
                entries="count(x)")
    b1 = Vector("biases of the hidden units, or one for all", entries="count(W1)", flat=True, optional=True)
    W2 = Matrix("weights into the output units", draw=weight, size=(computed("outputs"), computed("hidden")),
                entries="count(W1)")
    b2 = Vector("biases of the output units, or one for all", entries="count(W2)", flat=True, optional=True)
    aims = Aside(oneof(0, 1, 0.05, 0.95), size=2)
    t = Vector("targets", draw=computed("aims if outputs > 1 else aims[1]"), entries="count(W2)", flat=True)
    eta = Number("learning rate", draw=oneof(0.1, 0.5, 0.9), above=0)
    i, j, k = Index("x"), Index("W1"), Index("W2")

    activation = Convention("sigmoid", "tanh", "relu", says={
        kind: f"the hidden units are {KINDS[kind]}" for kind in ("sigmoid", "tanh", "relu")})
    output_activation = Convention(*OUTPUTS, says={kind: f"the output units are {KINDS[kind]}" for kind in KINDS})
    error_half, update_order, bias_update, delta_sign = ERROR_HALF, UPDATE_ORDER, BIAS_UPDATE, DELTA_SIGN
    symbols = {"h_in": "h_{in}", "y_in": "y_{in}"}
    also = {"h_in": "h#_in, net_h#, z_h#", "y_in": "y#_in, net_y#, z_y#", "delta_y": "delta, delta_o",
            "E_after": "E_new, E', new error"}
    answers = "y E delta_y dE_dW2 dE_dh delta_h dE_dW1 W1_new W2_new b1_new b2_new E_after"
    accept = ("max(h) >= 0.05", "activation != 'relu' or min(abs(h_in[j]), j) >= 0.01",
              "output_activation != 'relu' or min(y_in) >= 0.05", "min(abs(delta_y[k]), k) >= 0.005",
              "max(abs(delta_h[j]), j) >= 0.002")
    each_bias = {"b1": computed("first[1] if bias_update == 'shared' else first"),
                 "b2": computed("second[1] if bias_update == 'shared' or outputs == 1 else second")}
    levels = {
        "easy": Level("delta_y W2_new"),
        "medium": (Level("dE_dh W1_new", task="hidden", inputs=3, **each_bias),
                   Level("delta_h W1_new", task="hidden", outputs=2, **each_bias)),
        "hard": (Level("W1_new W2_new b1_new b2_new E E_after", task="all", inputs=3, **each_bias),
                 Level("E E_after", task="all", hidden=3, **each_bias),
                 Level("W1_new W2_new b1_new b2_new E_after", task="all", outputs=2, **each_bias)),
    }

    def work(self, w):
        minus, new = "" if w.delta_sign == "y-t" else "-", "" if w.update_order == "simultaneous" else "_new"
        target, six = "t[k]" if w.count("t") else "t", {"places": 6}
        self.forward(w, target)
        w.step("delta_y[k]", rows(SLOPES, f"{'' if w.error_half == 'yes' else '2*'}e[k]", "y[k]", "y_in[k]"),
               "Deltas of the output units", "Error slope times slope of the unit.", by="output_activation", **six)
        w.step("dE_dW2[k][j]", f"{minus}delta_y[k]*h[j]", "Gradient of $W2$", "Output before, delta behind.", **six)
        w.step("W2_new[k][j]", "W2[k][j] - eta*dE_dW2[k][j]", "New $W2$", **six)
        w.step("dE_dh[j]", f"{minus}sum(delta_y[k]*W2{new}[k][j], k)", "Error $dE_dh$ that reaches the hidden units",
               f"Back through the {'new' if new else 'old'} weights.", **six)
        w.step("delta_h[j]", rows(SLOPES, f"{minus}dE_dh[j]", "h[j]", "h_in[j]", of=("sigmoid", "tanh", "relu")),
               "Deltas of the hidden units", by="activation", **six)
        w.step("dE_dW1[j][i]", f"{minus}delta_h[j]*x[i]", "Gradient of $W1$", **six)
        w.step("W1_new[j][i]", "W1[j][i] - eta*dE_dW1[j][i]", "New $W1$", **six)
        for name, delta, at in (("b1", "delta_h", "j"), ("b2", "delta_y", "k")):
            old, own = f"{name}[{at}]" if w.count(name) else name, f"[{at}]" if w.count(name) else ""
            if w.bias_update == "shared" and w.has(name):
                w.step(f"dE_d{name}", f"{minus}sum({delta}[{at}], {at})", f"Gradient of ${name}$", **six)
                w.step(f"{name}_new{own}", f"{old} - eta*dE_d{name}", f"New ${name}$", **six)
            if w.bias_update == "per-unit" and w.has(name):
                w.step(f"{name}_new[{at}]", f"{old} {'+' if minus else '-'} eta*{delta}[{at}]", f"New ${name}$",
                       "A bias is a weight whose input is 1.", **six)
        self.forward(w, target, "_new", "_after")

    def forward(self, w, target, new="", after=""):
        """The forward pass, with the old or the new weights."""
        moved = "" if w.bias_update == "off" else new
        off = [f" + {name}_new[{at}]" if moved and w.has(name) and w.bias_update == "per-unit" else
               bias(w, name, at).replace(name, name + moved) for name, at in (("b1", "j"), ("b2", "k"))]
        title, six = " with the new weights" if new else "", {"places": 6}
        w.step(f"h_in{after}[j]", f"sum(W1{new}[j][i]*x[i], i){off[0]}", f"Hidden net inputs{title}", **six)
        w.step(f"h{after}[j]", rows(OUTPUTS, f"h_in{after}[j]", of=("sigmoid", "tanh", "relu")),
               f"Hidden outputs{title}", by="activation", **six)
        w.step(f"y_in{after}[k]", f"sum(W2{new}[k][j]*h{after}[j], j){off[1]}", f"Output net inputs{title}", **six)
        w.step(f"y{after}[k]", rows(OUTPUTS, f"y_in{after}[k]"), f"Outputs{title}", by="output_activation", **six)
        if not new:
            w.step("e[k]", {"y-t": f"y[k] - {target}", "t-y": f"{target} - y[k]"}, "Errors of the outputs",
                   by="delta_sign", **six)
        squares = f"sum(({target} - y{after}[k])**2, k)" if new else "sum(e[k]**2, k)"
        w.step(f"E{after}", {"yes": f"1/2*{squares}", "no": squares}, "Total error after the step" if new else
               "Total error", by="error_half", **six)

    mistakes = (
        Mistake("forgot_sigma_prime", "The slope of the output unit is missing from δ.",
                "output_activation == 'sigmoid' or output_activation == 'tanh'", delta_y=f"(1 if {HALF} else 2)*e[k]"),
        Mistake("sign_flipped", "Downhill is against the gradient: minus η times the derivative.",
                W1_new="W1[j][i] + eta*dE_dW1[j][i]", W2_new="W2[k][j] + eta*dE_dW2[k][j]"),
        Mistake("used_net_input_as_h", "The weight multiplies h itself.", BENT, dE_dW2=f"{SIGN}*delta_y[k]*h_in[j]"),
        Mistake("doubled_error_slope", "The ½ of E cancels the 2 of the square: the slope is y − t.", HALF,
                delta_y=f"2*e[k]*{STEEP}"),
        Mistake("used_updated_output_weights", "Go back through the old weights: all change at once.", AT_ONCE,
                dE_dh=f"sum({SIGN}*delta_y[k]*(W2[k][j] - eta*dE_dW2[k][j]), k)"),
        Mistake("only_one_output_path", "A hidden unit feeds every output: add up all paths.", "count(W2) > 1",
                dE_dh=f"{SIGN}*delta_y[1]*(W2[1][j] if {AT_ONCE} else W2_new[1][j])"),
        Mistake("forgot_hidden_derivative", "The hidden slope is missing.", BENT, delta_h=f"{SIGN}*dE_dh[j]"),
        Mistake("E_total_without_half", "The sum of the squares is halved.", HALF, E="sum(e[k]**2, k)"),
    )
    nudge = "Which quantities does the weight influence, and through how many outputs?"
    stories = {
        "task == 'output'": [text + ROWS for text in (
            "A network without biases has $W1$ = {W1} and $W2$ = {W2}. It sees x = {x}; the target is {t}, η = {eta}.",
            "Train the output weights once: x = {x}, t = {t}, $W1$ = {W1}, $W2$ = {W2}, no biases, η = {eta}.",
            "A thermostat with $W1$ = {W1}, $W2$ = {W2} and no biases turns {x} into a setting, which should be {t}. "
            "Correct its output weights with η = {eta}.",
            "Make one step, η = {eta}, on the output weights; x = {x}, t = {t}, $W1$ = {W1}, $W2$ = {W2}, no bias.")],
        "task == 'hidden'": [text + ROWS for text in (
            "A network has $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2}. It sees x = {x}; the target is {t}, η = "
            "{eta}. Trace the error back to the hidden layer.",
            "How does the error of a network reach its hidden layer? $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = "
            "{b2}, x = {x}, t = {t}, η = {eta}.",
            "A fruit grader with $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2} measures {x} and should say {t}. "
            "Correct its hidden weights with η = {eta}.",
            "One example, x = {x} with the target {t}, trains a network with $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, "
            "$b2$ = {b2}. Find out what happens to its hidden weights; η = {eta}.")],
        "task == 'all'": [text + ROWS for text in (
            "Train a network with $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2} once on x = {x}, t = {t} with η = "
            "{eta}, then present x again.",
            "By how much does one step lower the error? $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2}, x = {x}, "
            "t = {t}, η = {eta}.",
            "A crane's controller with $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2} sees {x} and should answer "
            "{t}. Make one step with η = {eta} and try again.",
            "Make one step of backpropagation, η = {eta}, for x = {x}, t = {t}, and run x forward again. $W1$ = {W1}, "
            "$b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2}.")],
    }

    def question_figure(self, v):
        return drawn(v)
