"""Backpropagation through time in a recurrent unit: states, step factors, deltas, gradients of the shared weights."""

from quizgen.authoring import Aside, Convention, Index, Level, Mistake, Number, Problem, Text, Vector, between, oneof

LOSSES = {"yes": "(h[count(x)] - target)", "no": "2*(h[count(x)] - target)"}


class BpttGradient(Problem):
    title = "Backpropagation through time"

    task = Aside("factors")
    w_h = Number("recurrent weight", draw=oneof(*(between(*ends, 0.1) for ends in (
        (-1.5, -1.1), (-0.9, -0.3), (0.3, 0.9), (1.1, 1.5)))))
    w_x = Number("input weight", draw=oneof(between(-1, -0.1, 0.1), between(0.1, 1, 0.1)))
    x = Vector("inputs, one a step", draw=oneof(-1, -0.5, 0.5, 1), size=3, fewest=2)
    target = Number("target at the last step", draw=between(-0.9, 0.9, 0.1), optional=True)
    loss = Text("the loss, half the squared difference at the last step", optional=True)
    k, m = Index("x"), Index(upto="count(x) - 1")

    error_half = Convention("yes", "no", when="task == 'loss'", says={
        "yes": "the loss is half the squared difference at the last step",
        "no": "the loss is the squared difference at the last step"})
    symbols = {"w_h": "w_h", "w_x": "w_x", "target": "t", "tanh_prime": "s", "jacobians": "J",
               "dh3_dh1": r"\text{dhₙ/dh₁}",
               "deltas": r"\delta", "terms": "g", "dL_dw_h": r"\text{dL/dw_h}", "dL_dw_x": r"\text{dL/dw_x}"}
    also = {"jacobians": "step factors, dh2/dh1 and dh3/dh2", "dh3_dh1": "dh3/dh1", "tanh_prime": "slopes"}
    answers = "h jacobians dh3_dh1 deltas dL_dw_h dL_dw_x"
    accept = ("min(abs(h[k]), k) >= 0.05", "max(abs(h[k]), k) <= 0.95", "abs(h[3] - target) >= 0.1",
              "abs(dh3_dh1) >= 0.001", "abs(dL_dw_h) >= 0.001", "abs(dL_dw_h - deltas[3]*h[2]) >= 0.0005",
              "abs(dh3_dh1 - w_h**2) >= 0.001")
    levels = {
        "easy": Level("h jacobians", target=None),
        "medium": Level("jacobians dh3_dh1", target=None),
        "hard": (Level("deltas dL_dw_h", task="loss"), Level("dL_dw_h dL_dw_x", task="loss")),
    }

    def work(self, w):
        steps = range(1, w.count("x") + 1)
        before = {1: "0"} | {n: f"h{n - 1}" for n in steps if n > 1}
        for n in steps:
            w.step(f"h{n}", f"tanh(w_x*x[{n}] + w_h*{before[n]})" if n > 1 else "tanh(w_x*x[1])", f"State of step {n}",
                   "The same weights at every step.")
        w.step("h", f"({', '.join(f'h{n}' for n in steps)})", "States")
        w.step("tanh_prime[k]", "1 - h[k]**2", "Slopes of tanh")
        w.step("jacobians[m]", "w_h*tanh_prime[m + 1]", "Step factors",
               "How much a change of one state moves the next.")
        w.step("dh3_dh1", "prod(jacobians[m], m)", "Factor from the first state to the last", "The factors multiply.",
               places=6)
        last = steps[-1]
        for n in reversed(steps):
            if n == last:
                w.step(f"delta{n}", {name: f"{text}*tanh_prime[{n}]" for name, text in LOSSES.items()},
                       f"Delta of step {n}", "The slope of the loss by the net input.", by="error_half", places=6)
            else:
                w.step(f"delta{n}", f"delta{n + 1}*w_h*tanh_prime[{n}]", f"Delta of step {n}", "One step back.",
                       places=6)
        w.step("deltas", f"({', '.join(f'delta{n}' for n in steps)})", "Deltas", places=6)
        w.step("terms[m]", "deltas[m + 1]*h[m]", "Share of each step from the second on",
               "At the first step the old state is 0.", places=6)
        w.step("dL_dw_h", "sum(terms[m], m)", "Gradient $dL_dw_h$", "The recurrent weight acts at every step.",
               places=6)
        w.step("dL_dw_x", "sum(deltas[k]*x[k], k)", "Gradient $dL_dw_x$", "The input weight acts at every step, too.",
               places=6)

    mistakes = (
        Mistake("last_step_only", "The weight acts at every step: add the shares of the earlier ones.",
                dL_dw_h="terms[count(x) - 1]"),
        Mistake("sign_t_minus_h", "The slope of the loss is state minus target.",
                delta3=("(target - h[3])*tanh_prime[3]*(2 if error_half == 'no' else 1)",)),
        Mistake("recurrent_weight_left_out", "A step back multiplies by the recurrent weight, too.",
                delta1="delta2*tanh_prime[1]", delta2=("delta3*tanh_prime[2]",)),
        Mistake("forgot_tanh_prime", "Each factor holds the slope of tanh as well.", dh3_dh1="w_h**(count(x) - 1)"),
        Mistake("sum_of_factors", "The factors of a path multiply.", dh3_dh1="sum(jacobians[m], m)"),
        Mistake("one_factor_too_many", "From the first state to the last there is one step fewer than states.",
                dh3_dh1="prod(w_h*tanh_prime[k], k)"),
        Mistake("slope_of_the_state_before", "The slope is that of the step that is reached.",
                jacobians="w_h*tanh_prime[m]"),
    )
    nudge = "The weights act at every step, so every step contributes; a path over several steps multiplies."
    stories = {
        "task == 'factors'": (
            "A recurrent unit computes h_t = tanh(w_x·x_t + w_h·h_(t−1)), with h_0 = 0, $w_x$ = {w_x}, $w_h$ = {w_h}. "
            "Its inputs are {x}. Give {ask}; the step factors are ∂h_2/∂h_1, ∂h_3/∂h_2, and so on.",
            "Three words, coded {x}, pass a unit with h_t = tanh(w_x·x_t + w_h·h_(t−1)) from h_0 = 0 on; $w_x$ = "
            "{w_x}, $w_h$ = {w_h}. How much does a change of one state move the next (the step factors, beginning with "
            "∂h_2/∂h_1)?",
            "Unroll the unit h_t = tanh(w_x·x_t + w_h·h_(t−1)) (h_0 = 0, $w_x$ = {w_x}, $w_h$ = {w_h}) over the inputs "
            "{x}. The step factors are the derivatives of each state by the one before, from ∂h_2/∂h_1 on.",
            "Does the gradient vanish or grow? h_t = tanh(w_x·x_t + w_h·h_(t−1)), h_0 = 0, $w_x$ = {w_x}, $w_h$ = "
            "{w_h}, inputs {x}; a step factor is ∂h_t/∂h_(t−1), the first ∂h_2/∂h_1.",
        ),
        "task == 'loss'": (
            "A recurrent unit computes h_t = tanh(w_x·x_t + w_h·h_(t−1)), with h_0 = 0, $w_x$ = {w_x}, $w_h$ = {w_h}, "
            "on the inputs {x}. The target of the last state is t = {target}. Give {ask}; delta is the derivative of "
            "the loss by the net input of a step.",
            "Three prices, {x}, pass a unit with h_t = tanh(w_x·x_t + w_h·h_(t−1)) from h_0 = 0 on; $w_x$ = {w_x}, "
            "$w_h$ = {w_h}. Its last state should be {target}. Find the gradients that backpropagation through time "
            "gives; delta is ∂L/∂z of a step's net input z.",
            "Unroll the unit h_t = tanh(w_x·x_t + w_h·h_(t−1)) (h_0 = 0, $w_x$ = {w_x}, $w_h$ = {w_h}) over {x}; the "
            "loss compares the last state with t = {target}. The weights act at every step. (Delta: slope of the loss "
            "by a step's net input.)",
            "Backpropagate through time: h_t = tanh(w_x·x_t + w_h·h_(t−1)), h_0 = 0, $w_x$ = {w_x}, $w_h$ = {w_h}, "
            "inputs {x}, target {target} at the last step; the delta of a step is the derivative of the loss by its "
            "net input.",
        ),
    }
