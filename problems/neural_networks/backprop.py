"""Backpropagation in a 2-2-2 network: forward, deltas, gradients, new weights."""

from quizgen.authoring import Level, Mistake, Number, Problem, Vector, Whole, between, oneof

from ._descent import BIAS_UPDATE, DELTA_SIGN, ERROR_HALF, UPDATE_ORDER, descend, squared_error

HIDDEN = {"w1": ("x[1]", "h1"), "w2": ("x[2]", "h1"), "w3": ("x[1]", "h2"), "w4": ("x[2]", "h2")}  # weight: from, to
OUTPUT = {"w5": ("h1", "y1"), "w6": ("h2", "y1"), "w7": ("h1", "y2"), "w8": ("h2", "y2")}
WEIGHTS = HIDDEN | OUTPUT
BACK, OTHER = {"h1": ("w5", "w7"), "h2": ("w6", "w8")}, {"h1": "h2", "h2": "h1"}
BIAS = {"h1": "b1", "h2": "b1", "y1": "b2", "y2": "b2"}
TARGETS = (0.01, 0.05, 0.95, 0.99)
SIGN = "(1 if delta_sign == 'y-t' else -1)"  # δ times this is a derivative
HALF, AT_ONCE = "error_half == 'yes'", "update_order == 'simultaneous'"
NETWORK = (" All units are sigmoid units; $w1$, $w2$ lead into $h1$, $w3$, $w4$ into $h2$, $w5$, $w6$ into $y1$, $w7$, "
           "$w8$ into $y2$; $b1$ is the bias of the hidden, $b2$ of the output units.")


def net(unit, new="", after=""):
    """The weighted sum that enters a unit."""
    wires = [(weight, start) for weight, (start, to) in WEIGHTS.items() if to == unit]
    return " + ".join(f"{weight}{new}*{start}{after * (start[0] == 'h')}" for weight, start in wires)


class Backprop(Problem):
    title = "Backpropagation in a 2-2-2 network"

    x = Vector("inputs", draw=between(0.05, 1, 0.05, distinct=True), size=2, entries="2", instead="h1 and h2")
    w1, w2, w3, w4, w5, w6, w7, w8 = (
        Number(f"weight from {start} to {to}", draw=between(0.1, 0.9, 0.05), instead=to if to[0] == "h" else "y1")
        for start, to in WEIGHTS.values())
    b1 = Number("bias of both hidden units", draw=between(0.1, 0.7, 0.05), instead="h1 and h2")
    b2 = Number("bias of both output units", draw=between(0.1, 0.7, 0.05), instead="y1")
    h1, h2, y1, y2 = (Number(f"output of unit {unit}", above=0, below=1, optional=True) for unit in BIAS)
    t = Vector("targets", draw=oneof(*((a, b) for a in TARGETS for b in TARGETS if a != b)), entries="2")
    eta = Number("learning rate", draw=oneof(0.1, 0.5, 0.6, 1), above=0)
    epochs = Whole("number of epochs", default=1, least=1, most=100)

    error_half, update_order = ERROR_HALF, UPDATE_ORDER
    bias_update, delta_sign = BIAS_UPDATE, DELTA_SIGN
    also = {f"{unit}_in": f"net_{unit}, z_{unit}" for unit in BIAS} | {
        f"delta_y{k}": f"delta{k}, delta_o{k}" for k in (1, 2)} | {"E_after": "E_new, E', new error"}
    answers = "dE_dw5 dE_dh1 w1_new w2_new w3_new w4_new w5_new w6_new w7_new w8_new b1_new b2_new E E_after"
    accept = ("abs(h1 - h2) >= 0.005", *(f"abs(dE_d{weight}) >= 0.001" for weight in OUTPUT),
              *(f"abs(dE_d{weight}) >= 0.0005" for weight in HIDDEN))
    output = between(0.55, 0.85, 0.0001)
    half_way = {**dict.fromkeys(("x", "b1", "b2", *WEIGHTS)), "w5": w5.draw, "h1": output, "h2": output, "y1": output}
    levels = {"easy": Level("dE_dw5 w5_new", **half_way), "medium": Level("w5_new w6_new w7_new w8_new"),
              "hard": (Level("dE_dh1 w1_new"), Level("E E_after", epochs=2),
                       Level(" ".join(f"{name}_new" for name in (*WEIGHTS, "b1", "b2")) + " E E_after"))}

    def work(self, w):
        each, kept = w.bias_update == "per-unit", w.bias_update == "off"
        moving = [*WEIGHTS] if kept else [*WEIGHTS, "b1", "b2"]
        for epoch in w.rounds(w.epochs, "Epoch", **{name: f"{name}_new" for name in moving}):
            bias = {unit: name + f"[{unit[1]}]" * (each and epoch > 1) for unit, name in BIAS.items()}
            for layer in (("h1", "h2"), ("y1", "y2")):
                for unit in layer:
                    w.step(f"{unit}_in", f"{net(unit)} + {bias[unit]}", f"Net input of ${unit}$")
                for unit in layer:
                    w.step(unit, f"sigmoid({unit}_in)", f"Output of ${unit}$")
            self.error(w)
            self.backward(w, bias)
        for unit, name in BIAS.items():
            new = name if kept else f"{name}_new" + f"[{unit[1]}]" * each
            w.step(f"{unit}_after", f"sigmoid({net(unit, '_new', '_after')} + {new})", f"New ${unit}$", places=6)
        self.error(w, "_after", " after training")

    def error(self, w, after="", title=""):
        for k in (1, 2):
            squared_error(w, f"E{k}{after}", f"t[{k}]", f"y{k}{after}", f"Error of $y{k}${title}")
        w.step(f"E{after}", f"E1{after} + E2{after}", f"Total error $E{after}${title}", places=6)

    def backward(self, w, bias):
        minus, new = "" if w.delta_sign == "y-t" else "-", "" if w.update_order == "simultaneous" else "_new"
        back = None if new else "E"  # behind new weights nothing is a derivative of E
        def gradients(weights, of):
            for name, (start, to) in weights.items():
                w.step(f"dE_d{name}", f"{minus}delta_{to}*{start}", f"Gradient of ${name}$", places=6, of=of, wrt=name)
            descend(w, weights if new else ())
        for k in (1, 2):
            slope = f"(t[{k}] - y{k})*y{k}*(1 - y{k})" if minus else f"(y{k} - t[{k}])*y{k}*(1 - y{k})"
            w.step(f"delta_y{k}", {"yes": slope, "no": f"2*{slope}"}, f"Delta of $y{k}$", by="error_half", places=6,
                   of=None if minus else "E", wrt=f"y{k}_in")
        gradients(OUTPUT, "E")
        for unit, (a, b) in BACK.items():
            w.step(f"dE_d{unit}", f"{minus}delta_y1*{a}{new} {minus or '+'} delta_y2*{b}{new}",
                   f"Error $dE_d{unit}$ that reaches ${unit}$", "Through both outputs.", places=6, of=back, wrt=unit)
        for unit in BACK:
            w.step(f"delta_{unit}", f"{minus}dE_d{unit}*{unit}*(1 - {unit})", f"Delta of ${unit}$", places=6,
                   of=None if minus else back, wrt=f"{unit}_in")
        gradients(HIDDEN, back)
        descend(w, () if new else WEIGHTS)
        for b, (u, v) in {} if w.bias_update == "off" else {"b1": ("h1", "h2"), "b2": ("y1", "y2")}.items():
            if w.bias_update == "shared":
                w.step(f"dE_d{b}", f"{minus}delta_{u} {minus or '+'} delta_{v}", f"Gradient of ${b}$", places=6)
                descend(w, (b,))
            else:
                w.step(f"dE_d{b}", f"({minus}delta_{u}, {minus}delta_{v})", f"Gradient of ${b}$", places=6)
                moved = ", ".join(f"{bias[unit]} {'+' if minus else '-'} eta*delta_{unit}" for unit in (u, v))
                w.step(f"{b}_new", f"({moved})", f"New ${b}$", places=6)

    mistakes = (
        Mistake("forgot_sigma_prime", "The slope of the sigmoid, y(1 − y), is missing from δ.",
                **{f"delta_y{k}": f"{SIGN}*(1 if error_half == 'yes' else 2)*(y{k} - t[{k}])" for k in (1, 2)}),
        Mistake("sign_flipped", "Downhill is against the gradient: minus η times the derivative.",
                **{f"{weight}_new": f"{weight} + eta*dE_d{weight}" for weight in WEIGHTS}),
        Mistake("used_net_input_as_h", "The weight multiplies the unit's output h, not its net input.",
                **{f"dE_d{weight}": f"{SIGN}*delta_{to}*{start}_in" for weight, (start, to) in OUTPUT.items()}),
        Mistake("used_h2", "Look at the wiring again: this weight starts at the other hidden unit.",
                **{f"dE_d{weight}": f"{SIGN}*delta_{to}*{OTHER[start]}" for weight, (start, to) in OUTPUT.items()}),
        Mistake("doubled_error_slope", "The ½ of E cancels the 2 of the square: the slope is y − t.", HALF,
                **{f"delta_y{k}": f"2*{SIGN}*(y{k} - t[{k}])*y{k}*(1 - y{k})" for k in (1, 2)}),
        Mistake("used_updated_output_weights", "Go back through the old weights: all change at once.", AT_ONCE,
                **{f"dE_d{unit}": f"{SIGN}*(delta_y1*({a} - eta*dE_d{a}) + delta_y2*({b} - eta*dE_d{b}))"
                   for unit, (a, b) in BACK.items()}),
        Mistake("only_one_output_path", "The hidden unit feeds both outputs: add both paths.",
                **{f"dE_d{unit}": f"{SIGN}*delta_y1*({a} if {AT_ONCE} else {a}_new)" for unit, (a, _) in BACK.items()}),
        Mistake("forgot_hidden_derivative", "The slope of the hidden sigmoid, h(1 − h), is missing.",
                **{f"delta_{unit}": f"{SIGN}*dE_d{unit}" for unit in BACK}),
        Mistake("E_total_without_half", "Each squared error is halved.", HALF,
                **{f"E{k}": f"(t[{k}] - y{k})**2" for k in (1, 2)}),
    )
    nudge = "Which quantities does the weight influence, and through how many outputs?"
    stories = {
        "epochs == 1": [text + NETWORK for text in (
            "The forward pass gave $h1$ = {h1}, $h2$ = {h2}, $y1$ = {y1}; the targets are {t}, $w5$ = {w5}, η = {eta}.",
            "For the targets {t} a network has found $h1$ = {h1}, $h2$ = {h2}, $y1$ = {y1}; $w5$ = {w5}, η = {eta}.",
            "A classifier finds $h1$ = {h1}, $h2$ = {h2}, $y1$ = {y1}, targets {t}. Correct $w5$ = {w5}, η = {eta}.",
            "Half the work is done: $h1$ = {h1}, $h2$ = {h2}, $y1$ = {y1}, targets {t}. Move $w5$ = {w5}, η = {eta}.",
            "Two sensor readings {x} should become {t}. Make one step of backpropagation with η = {eta}.",
            "A classifier with two outputs is shown {x}; the targets are {t}, the learning rate is {eta}.",
            "Train a 2-2-2 network once on the inputs {x} with the targets {t}, η = {eta}.",
            "A controller turns two readings {x} into two valve settings, which should be {t}; η = {eta}.",
        )],
        "epochs > 1": [text + NETWORK for text in (
            "Train all weights for {epochs} epochs on one example: inputs {x}, targets {t}, η = {eta}.",
            "Two sensors read {x}; this should become {t}. Make {epochs} steps in turn on all weights, η = {eta}.",
            "A classifier sees {x}, targets {t}, {epochs} times; each time all weights are updated, η = {eta}.",
            "A controller sees {x} and should answer {t}. Correct all its weights {epochs} times, η = {eta}.",
        )],
    }

    def question_figure(self, v):
        from .._figures import network, weight

        ways = [weight(f"w{'₁₂₃₄₅₆₇₈'[k - 1]}", getattr(v, f"w{k}")) for k in range(1, 9)]
        return network((("x₁", "x₂"), ("h₁", "h₂"), ("y₁", "y₂")), (ways[:4], ways[4:]))
