"""Forward pass of a network with one hidden layer, and its error."""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Matrix, Mistake, Problem, Story, Vector,
                               between, computed, oneof)

from ._descent import ERROR_HALF
from ._layers import ACTIVATIONS, activated, bias, drawn, listed

ROWS, ROWS_MEAN = "layout == 'Wx'", {"Wx": "row i of a weight matrix holds the weights into unit i",
                                     "xW": "column i of a weight matrix holds the weights into unit i"}
FIRST, SECOND = (f"(W{n}[{to}][{start}] if {ROWS} else W{n}[{start}][{to}])" for n, to, start in ("1ji", "2kj"))
TURNED = f"sum((W1[i][j] if {ROWS} else W1[j][i])*x[i], i)"
ONE = f"(count(W2) if {ROWS} else count(W2[1]))"


def slips(when, net, output, off):
    """Mistakes in the output, of one unit or of several."""
    apart = f"abs({net} - {output})" if net == "z2" else f"max(abs({net} - {output}), k)"
    return (
        Mistake("linear_output", "The activation of the output is missing.", f"{when} and {apart} > 0", y=net),
        Mistake("error_without_half", "The square is halved.", f"{when} and error_half == 'yes'",
                E=off.replace("y[k])", "y[k])**2") if net != "z2" else f"{off}**2"),
        Mistake("error_not_squared", "Each difference is squared.", when, E=off),
    )


def nonzero(far):
    return oneof(between(-far, -0.1, 0.1), between(0.1, far, 0.1))


class MlpForward(Problem):
    title = "Forward pass of a small network"

    task, inputs, outputs = Aside("two activations"), Aside(2), Aside(1)
    activation = Choice("activation of the hidden units", *ACTIVATIONS, draw="sigmoid", default="sigmoid")
    output_activation = Choice("activation of the output", *ACTIVATIONS, optional=True)
    x = Vector("inputs", draw=oneof(between(0.2, 1, 0.1), nonzero(1)), size=computed("inputs"))
    offsets, aims = Aside(nonzero(0.5), size=2), Aside(oneof(0, 1, 0.01, 0.05, 0.95, 0.99), size=2)
    W1 = Matrix("weights into the hidden units", draw=nonzero(1),
                size=(computed(f"2 if {ROWS} else inputs"), computed(f"inputs if {ROWS} else 2")))
    b1 = Vector("biases of the hidden units, or one for all", draw=nonzero(0.5), size=2, flat=True, optional=True)
    W2 = Matrix("weights into the output units", draw=nonzero(1),
                size=(computed(f"outputs if {ROWS} else 2"), computed(f"2 if {ROWS} else outputs")))
    b2 = Vector("biases of the output units, or one for all", draw=computed("offsets[1]"), flat=True, optional=True)
    t = Vector("targets", draw=None, flat=True, optional=True)
    i, k = Index("x"), Index(upto=f"count(W2) if {ROWS} else count(W2[1])")
    j = Index(upto=f"count(W1) if {ROWS} else count(W1[1])")

    layout = Convention("Wx", "xW", says=ROWS_MEAN)
    error_half = ERROR_HALF
    symbols = {"y": r"\hat y"}
    also = {"z1": "hidden net input, net1, h#_in, net_h#, z_h#", "h": "hidden outputs, hidden",
            "z2": "output net input, net2, y#_in, net_y#, z_y#", "y": "output, yhat, y_out", "E": "error, loss"}
    answers = "h y E"
    impossible = {
        f"{ROWS} and count(W1[1]) != count(x) or layout == 'xW' and count(W1) != count(x)": "W1 does not fit x",
        f"{ROWS} and count(W2[1]) != count(W1) or layout == 'xW' and count(W2) != count(W1[1])": "W2 does not fit W1",
        f"count(b1) > 1 and count(b1) != (count(W1) if {ROWS} else count(W1[1]))": "b1 does not fit W1",
        f"count(b2) > 1 and count(b2) != {ONE}": "b2 does not fit W2", f"count(t) != {ONE}": "t does not fit W2"}
    accept = ("x[1] != x[2]", "x[1] != x[count(x)]", "x[2] != x[count(x)] or count(x) == 2", "W1[1][2] != W1[2][1]",
              "activation != 'ReLU' or min(z1)*max(z1) < 0 and min(abs(z1[j]), j) >= 0.05", "E >= 0.01")
    levels = {
        "easy": Level("y", task="regression", activation="ReLU", output_activation="identity"),
        "medium": Level("y E", task="one activation", t=computed("aims[1]")),
        "hard": (Level("h y E", outputs=2, b2=computed("offsets"), t=computed("aims"), output_activation="sigmoid",
                       activation=oneof("sigmoid", "tanh")),
                 Level("y E", inputs=3, t=computed("aims[1]"), output_activation="sigmoid",
                       activation=oneof("sigmoid", "tanh"))),
    }

    def work(self, w):
        one = (w.count("W2") if w.layout == "Wx" else w.count("W2", of_row=True)) == 1
        unit, axis = ("1", "") if one else ("k", "[k]")
        target = "t[1]" if one and w.count("t") else f"t{axis}"
        w.step("z1[j]", {"Wx": f"sum(W1[j][i]*x[i], i){bias(w, 'b1', 'j')}",
                         "xW": f"sum(x[i]*W1[i][j], i){bias(w, 'b1', 'j')}"}, "Hidden net inputs", by="layout")
        w.step("h[j]", activated("z1[j]"), "Hidden outputs", by="activation")
        w.step(f"z2{axis}", {"Wx": f"sum(W2[{unit}][j]*h[j], j){bias(w, 'b2', unit)}",
                             "xW": f"sum(h[j]*W2[j][{unit}], j){bias(w, 'b2', unit)}"}, "Output net input", by="layout")
        w.step(f"y{axis}", activated(f"z2{axis}"), "Network output",
               by="output_activation" if w.has("output_activation") else "activation")
        square = f"({target} - y{axis})**2" if one else f"sum(({target} - y[k])**2, k)"
        w.step("E", {"yes": f"1/2*{square}", "no": square}, "Error" if one else "Total error", by="error_half")

    mistakes = (
        Mistake("used_W1_transposed", "The weights are taken the other way round: look at what a row of $W1$ means.",
                "count(W1) == count(W1[1])", z1=(f"{TURNED} + b1[j]", TURNED)),
        Mistake("linear_hidden", "The hidden activation is missing.", "activation != 'identity'", h="z1[j]"),
        Mistake("biases_forgotten", "Each net input contains a bias.", z1=f"sum({FIRST}*x[i], i)",
                z2=(f"sum({SECOND}*h[j], j)", f"sum({SECOND.replace('[k]', '[1]')}*h[j], j)")),
        *(mistake for ways in ((f"{ONE} == 1", "z2", "y", "(t - y)"),
                               (f"{ONE} > 1", "z2[k]", "y[k]", "sum((t[k] - y[k]), k)")) for mistake in slips(*ways)),
    )
    nudge = "Work layer by layer, from the inputs to the output."
    stories = {
        "task == 'regression'": (
            "A network has $W1$ = {W1}, $b1$ = {b1} (hidden units, activation {activation}) and $W2$ = {W2}, $b2$ = "
            "{b2} (output, activation {output_activation}). Present x = {x}.",
            "Two {activation} units and an output with the activation {output_activation} estimate a price from x = "
            "{x}. $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2}.",
            "The inputs x = {x} pass through two hidden units ({activation}) with $W1$ = {W1} and $b1$ = {b1}, then "
            "through the output ({output_activation}) with $W2$ = {W2} and $b2$ = {b2}.",
            "A dosing pump is set by a small network: $W1$ = {W1}, $b1$ = {b1}, hidden activation {activation}; $W2$ = "
            "{W2}, $b2$ = {b2}, output activation {output_activation}. Its sensors read x = {x}."),
        "task == 'one activation'": (
            "All units of a network are {activation} units; $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2}. For "
            "x = {x} the target is t = {t}.",
            Story("The table lists the weights of a network of {activation} units. Present x = {x}; the target is t = "
                  "{t}.", tabled="W1 b1 W2 b2"),
            "A network judges a loan: $W1$ = {W1}, $b1$ = {b1}, $W2$ = {W2}, $b2$ = {b2}, all units {activation}. The "
            "application is x = {x}, the right answer t = {t}.",
            Story("A touch sensor's network, all of {activation} units, has the weights of the table. It sees x = {x} "
                  "and should answer t = {t}.", tabled="W1 b1 W2 b2")),
        "task == 'two activations'": (
            "Two {activation} units with $W1$ = {W1}, $b1$ = {b1} feed the output layer with $W2$ = {W2}, $b2$ = {b2}; "
            "its activation is {output_activation}. For x = {x} the target is t = {t}.",
            "A rain predictor sees x = {x} and should say t = {t}. Its hidden units ({activation}) have $W1$ = {W1}, "
            "$b1$ = {b1}, its output layer ({output_activation}) has $W2$ = {W2}, $b2$ = {b2}.",
            "A gesture reader has the hidden activation {activation} with $W1$ = {W1}, $b1$ = {b1}, and the output "
            "activation {output_activation} with $W2$ = {W2}, $b2$ = {b2}. Present x = {x}; the target is t = {t}.",
            Story("The table lists the weights of a network with the hidden activation {activation} and the output "
                  "activation {output_activation}. Present x = {x}; the target is t = {t}.", tabled="W1 b1 W2 b2")),
    }

    def question_table(self, v):
        return listed(v, v.layout == "Wx")

    def question_figure(self, v):
        return drawn(v, v.layout == "Wx")
