"""Backpropagation through time: how far a state is felt, and the gradient of a weight that acts at every step."""

from quizgen.authoring import Aside, Choice, Convention, Index, Level, Mistake, Number, Problem, Vector, between, oneof

LOSSES = {"1/2 (h3 - t)^2": "yes", "(h3 - t)^2": "no"}
TWO = "(1 if error_half == 'yes' else 2)"
UNIT = "$h_t == tanh(w_x*x_t + w_h*h_old)$, $w_x$ = {w_x}, $w_h$ = {w_h}, $h0$ = {h0}"
SCENES = (f"A recurrent unit, {UNIT}, reads the inputs {{x}}.",
          f"Unroll the unit {UNIT} over the inputs {{x}}.",
          f"The inputs {{x}} are fed to a unit with memory: {UNIT}.",
          f"Three words, coded as {{x}}, are read by one recurrent unit: {UNIT}.")
TASKS = {"states": "Work out its states, and by what factors a change passes from $h1$ to $h2$, from $h2$ to $h3$.",
         "reach": "By what factor does a small change of $h1$ reach $h3$?",
         "linear": "By what factor does a small change of $h1$ reach $h3$, and what would it be without the tanh?",
         "last": "The loss is taken at the last step only, against the target {target}; {error_half}.",
         "share": "The loss is taken at the last step only, against the target {target}; {error_half}. What share of "
                  "the gradient of $w_h$ comes from the last step alone?",
         "summed": "The targets of the three steps are {targets}, and the losses of all steps are added; {error_half}."}


def of_steps(name, count):
    """The name of a list that runs from the last step back to the first: deltas_t3_t2_t1."""
    return "_".join([name, *(f"t{k}" for k in range(count, 0, -1))])


class BpttGradient(Problem):
    title = "Backpropagation through time"

    task = Aside("states")
    w_x = Number("weight of the input", draw=oneof(between(-1, -0.1, 0.1), between(0.1, 1, 0.1)))
    w_h = Number("weight of the old state", draw=oneof(between(-1.5, -0.3, 0.1), between(0.3, 1.5, 0.1)))
    x = Vector("inputs", draw=oneof(-1, -0.5, 0.5, 1), size=3, series=True)
    h0 = Number("first state", draw=0, default=0)
    target = Number("target of the last step", optional=True)
    targets = Vector("targets of all steps", size=3, entries="count(x)", series=True, optional=True)
    loss = Choice("loss", *LOSSES, optional=True)
    k, m = Index("x"), Index(upto="count(x) - 1")

    error_half = Convention("yes", "no", when="task == 'last' or task == 'share' or task == 'summed'", says={
        "yes": "the loss of a step is $1/2*(h_t - target)**2$",
        "no": "the loss of a step is $(h_t - target)**2$, without ½"})
    symbols = {"h_old": "h_{old}", "tanh_prime": "s", "jacobians": "J", "dL_dw_h": r"\partial L/\partial w_h",
               "dL_dw_x": r"\partial L/\partial w_x", "last_share": r"\text{share}",
               "w_h_squared": r"\text{without tanh}"} | {
        f"dh{n}_dh1": rf"\partial h_{{{n}}}/\partial h_1" for n in range(2, 101)} | {
        f"delta{n}": rf"\delta_{{{n}}}" for n in range(1, 101)} | {
        of_steps(name, n): sign for n in range(1, 101)
        for name, sign in (("deltas", r"\delta"), ("terms", r"\text{terms}"))}
    also = {"jacobians": "dh#+1/dh#", "w_h_squared": "w_h^2"}
    answers = f"h jacobians {' '.join(f'dh{n}_dh1' for n in range(2, 101))} dL_dw_h dL_dw_x last_share"
    impossible = {f"loss == '{loss}' and error_half != '{half}'": "loss: another one than error_half says"
                  for loss, half in LOSSES.items()} | {
        "count(targets) > 0 and abs(target) >= 0": "target or targets: one number for the last step, or one for each"}
    accept = ("abs(w_h) != 1", "min(abs(h[k]), k) >= 0.05", "max(abs(h[k]), k) <= 0.95", "abs(dh3_dh1) >= 0.001",
              "abs(h3 - target) >= 0.1", "abs(h3 - targets[3]) >= 0.1", "abs(dL_dw_h) >= 0.001",
              "abs(dL_dw_h - terms_t3_t2_t1[1]) >= 0.0005", "abs(dL_dw_x) >= 0.001", "abs(last_share) <= 20")
    aim = between(-0.9, 0.9, 0.1)
    levels = {
        "easy": Level("h1 h2 h3 jacobians"),
        "medium": (Level("dh3_dh1", task="reach"), Level("dh3_dh1 w_h_squared", task="linear")),
        "hard": (Level("deltas_t3_t2_t1 dL_dw_h", task="last", target=aim),
                 Level("dL_dw_h dL_dw_x", task="last", target=aim),
                 Level("dL_dw_x last_share", task="share", target=aim), Level("dL_dw_h", task="summed", targets=aim)),
    }

    def work(self, w):
        count, two = w.count("x"), "" if w.error_half == "yes" else "2*"
        steps, back = range(1, count + 1), range(count, 0, -1)
        for k in steps:
            w.step(f"h{k}", f"tanh(w_x*x[{k}] + w_h*h{k - 1})", f"State $h{k}$")
        w.step("h", f"({', '.join(f'h{k}' for k in steps)},)", "States $h$ in order", marks=(0, 1))
        w.step("tanh_prime[k]", "1 - h[k]**2", "Slopes $tanh_prime$ of the tanh", "At each step, from its own state.")
        if count > 1:
            w.step("jacobians[m]", "w_h*tanh_prime[m + 1]", "Step factors $jacobians$",
                   f"From each state to the next: $h1$ to $h2${', and so on' * (count > 2)}.")
            w.step(f"dh{count}_dh1", "prod(jacobians[m], m)", f"Factor from $h1$ to $h{count}$",
                   "Along a path, factors multiply.", places=6)
        if count == 3:
            w.step("w_h_squared", "w_h**2", "Factor without the tanh", "Only the weight, once for each step.")
        for k in back:
            own = f"{two}(h{k} - {f'targets[{k}]' if w.has('targets') else 'target'})"
            later = f"delta{k + 1}*w_h" if k < count else ""
            error = f"({own} + {later})" if later and w.has("targets") else later or own
            w.step(f"delta{k}", f"{error}*tanh_prime[{k}]", f"Error $delta{k}$ at the net input of step {k}",
                   "Back through the recurrent weight and the slope." if later else "Where the loss is taken.",
                   places=6)
        w.step(of_steps("deltas", count), f"({', '.join(f'delta{k}' for k in back)},)", "Errors, last step first",
               marks=(0, 1), places=6)
        w.step(of_steps("terms", count), f"({', '.join(f'delta{k}*h{k - 1}' for k in back)},)",
               "Terms of the gradient of $w_h$, last step first", "At each step $w_h$ multiplies the state before.",
               places=6)
        w.step("dL_dw_h", f"sum({of_steps('terms', count)}[k], k)", "Gradient $dL_dw_h$", "All steps count.", places=6)
        w.step("dL_dw_x", " + ".join(f"delta{k}*x[{k}]" for k in back), "Gradient $dL_dw_x$",
               "At each step $w_x$ multiplies the input.", places=6)
        w.step("last_share", f"{of_steps('terms', count)}[1]/dL_dw_h", "Share of the last step", spare=True)

    mistakes = (
        Mistake("h_not_squared", "The slope of the tanh is $1 - h**2$.", tanh_prime="1 - h[k]"),
        Mistake("forgot_tanh_prime", "Each step also passes through the slope of the tanh.", jacobians="w_h"),
        Mistake("slope_at_old_state", "Take the slope where the tanh acts: at the new state of the step.",
                jacobians="w_h*tanh_prime[m]"),
        Mistake("sum_of_factors", "Along a path, factors multiply.", dh3_dh1="sum(jacobians[m], m)"),
        Mistake("one_factor_too_many", "From $h1$ to $h3$ there are two steps: the slope at $h1$ is not on the way.",
                dh3_dh1="prod(w_h*tanh_prime[k], k)"),
        Mistake("sign_t_minus_h", "The slope of the loss is h − t, in this order.", "abs(target) >= 0",
                delta3=f"{TWO}*(target - h3)*tanh_prime[3]"),
        Mistake("doubled_error_slope", "The ½ of the loss cancels the 2 of the square.",
                "abs(target) >= 0 and error_half == 'yes'", delta3="2*(h3 - target)*tanh_prime[3]"),
        Mistake("recurrent_weight_left_out", "The way back leads through $w_h$: times it.", "abs(target) >= 0",
                delta2="delta3*tanh_prime[2]", delta1="delta2*tanh_prime[1]"),
        Mistake("last_step_only", "The weight acts at every step: earlier steps count too.",
                dL_dw_h="terms_t3_t2_t1[1]", dL_dw_x="delta3*x[3]"),
    )
    nudge = "The weight acts at every step, so every step contributes; a path over several steps multiplies."
    stories = {f"task == '{task}'": tuple(f"{scene} {what}" for scene in SCENES) for task, what in TASKS.items()}

    def question_figure(self, v):
        from ._unrolled import unrolled

        return unrolled(len(v.x))
