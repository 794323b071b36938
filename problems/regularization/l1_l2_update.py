"""One gradient step on a weight with an L1 or L2 penalty: the penalty pulls it towards 0."""

from quizgen.authoring import Aside, Convention, Level, Mistake, Number, Problem, between, computed, oneof


class L1L2Update(Problem):
    title = "Weight update with an L1 or L2 penalty"

    task = Aside("L2")
    eta = Number("learning rate", draw=oneof(0.01, 0.1, 0.5), above=0)
    lambda_ = Number("strength of the penalty", draw=oneof(0.01, 0.1, 0.2), least=0)
    dJ_dw = Number("gradient of the loss", draw=oneof(between(-1, -0.1, 0.1), between(0.1, 1, 0.1)), optional=True)
    inside = Aside(None)
    w = Number("weight", draw=oneof(between(-2, -0.05, 0.01), between(0.05, 2, 0.01)), optional=True)
    w_small = Number("second, smaller weight with the same gradient", optional=True)

    l2_half = Convention("no", "yes", says={"no": "the L2 penalty is $lambda_*w**2$, without ½",
                                            "yes": "the L2 penalty is $1/2*lambda_*w**2$"})
    symbols = {"dJ_dw": "g", "decay_factor": "f", "l2_gradient": "p_2", "l1_gradient": "p_1", "no_penalty": "u",
               "l2_update": "w_2^{new}", "l1_update": "w_1^{new}", "prox_l1_soft_threshold": "w^{new}",
               "w_small": "v", "l1_update_w_small": "v_1^{new}", "prox_l1_w_small": "v^{new}"}
    also = {"l2_gradient": "penalty gradient, gradient of the penalty", "l1_gradient": "penalty gradient, subgradient",
            "l2_update": "w_new, w', new weight", "l1_update": "w_new, w', new weight",
            "prox_l1_soft_threshold": "w_new, w', new weight", "no_penalty": "w - eta*g"}
    answers = ("decay_factor l2_update l1_update no_penalty prox_l1_soft_threshold l1_update_w_small "
               "prox_l1_w_small")
    accept = ("abs(w) != 1", "abs(w) != 0.5", "abs(w) >= 0.05", "eta*lambda_*min(abs(w), 1) >= 0.0002",
              "abs(no_penalty) >= 0.005", "abs(abs(no_penalty)/(eta*lambda_) - 1) >= 0.05")

    shrinks = {"task": "soft", "eta": oneof(0.1, 0.5), "lambda_": oneof(0.1, 0.2)}
    levels = {
        "easy": Level("decay_factor l2_update", task="factor"),
        "medium": (Level("l2_gradient l2_update"), Level("l1_gradient l1_update", task="L1")),
        "hard": (Level("no_penalty prox_l1_soft_threshold", **shrinks),
                 Level("no_penalty prox_l1_soft_threshold", **shrinks, w=computed("eta*dJ_dw + inside", places=2),
                       inside=between("-eta*lambda_", "eta*lambda_", 0.01))),
    }

    def work(self, w):
        w.step("decay_factor", {"no": "1 - 2*eta*lambda_", "yes": "1 - eta*lambda_"}, "Decay factor",
               "By this factor the penalty alone shrinks the weight.", by="l2_half")
        w.step("l2_gradient", {"no": "2*lambda_*w", "yes": "lambda_*w"}, "Gradient $l2_gradient$ of the L2 penalty",
               "It grows with the weight.", by="l2_half")
        w.step("l2_update", "w - eta*(dJ_dw + l2_gradient)", "New weight $l2_update$ with the L2 penalty",
               "Against the gradient of loss and penalty.")
        w.step("l1_gradient", "lambda_*sign(w)", "Subgradient $l1_gradient$ of the L1 penalty",
               "It has the same size for every weight.")
        w.step("l1_update", "w - eta*(dJ_dw + l1_gradient)", "New weight $l1_update$ with the L1 penalty",
               "Against the gradient of loss and penalty.")
        w.step("no_penalty", "w - eta*dJ_dw", "Weight $no_penalty$ after the step of the loss alone",
               "The penalty comes afterwards.")
        w.step("prox_l1_soft_threshold", "sign(no_penalty)*max(abs(no_penalty) - eta*lambda_, 0)",
               "New weight $prox_l1_soft_threshold$ by soft thresholding",
               "Towards 0 by $eta*lambda_$, and no farther than to 0.")
        alone = "(w_small - eta*dJ_dw)"
        w.step("l1_update_w_small", "w_small - eta*(dJ_dw + lambda_*sign(w_small))",
               "New second weight $l1_update_w_small$ with the L1 penalty", "The subgradient may carry it past 0.")
        w.step("prox_l1_w_small", f"sign({alone})*max(abs({alone}) - eta*lambda_, 0)",
               "New second weight $prox_l1_w_small$ by soft thresholding", "It stops at 0.")

    mistakes = (
        Mistake("penalty_added_with_plus", "The penalty pulls towards 0: its gradient is subtracted too.",
                l2_update="w - eta*dJ_dw + eta*l2_gradient", l1_update="w - eta*dJ_dw + eta*l1_gradient",
                decay_factor=("1 + 2*eta*lambda_",)),
        Mistake("l1_times_w", "The slope of $lambda_*abs(w)$ is λ with the sign of w: its size does not count.",
                l1_gradient="lambda_*w"),
        Mistake("eta_missing_on_penalty", "η multiplies both gradients, the penalty's too.",
                l2_update="w - eta*dJ_dw - l2_gradient", l1_update="w - eta*dJ_dw - l1_gradient"),
        Mistake("lambda_w_squared_not_differentiated", "$lambda_*w**2$ is the penalty; the step needs its derivative.",
                l2_gradient="lambda_*w**2"),
        Mistake("gradient_forgotten", "The loss has a gradient too: add g to the penalty's.",
                l2_update="w - eta*l2_gradient", l1_update="w - eta*l1_gradient"),
        Mistake("gradient_ascent", "Downhill is against the gradient: minus η times it.",
                l2_update="w + eta*(dJ_dw + l2_gradient)", l1_update="w + eta*(dJ_dw + l1_gradient)",
                no_penalty="w + eta*dJ_dw"),
        Mistake("eta_missing_in_threshold", "The threshold is ηλ, not λ: the penalty makes a step of size η too.",
                when="abs(no_penalty) > eta*lambda_",
                prox_l1_soft_threshold="sign(no_penalty)*max(abs(no_penalty) - lambda_, 0)"),
        Mistake("went_past_0", "The weight stops at 0 where the threshold would carry it past.",
                when="abs(no_penalty) < eta*lambda_",
                prox_l1_soft_threshold="sign(no_penalty)*(abs(no_penalty) - eta*lambda_)"),
    )
    nudge = "The loss moves the weight against its gradient; the penalty draws it towards 0."
    stories = {
        "task == 'factor'": (
            "A weight w = {w} has the loss gradient g = {dJ_dw}. With η = {eta} and λ = {lambda}, by what factor does "
            "the L2 penalty alone shrink the weight in one step, and where does the whole step take it?",
            "Weight decay: the weight {w} is trained with η = {eta} and an L2 penalty of strength {lambda}. The loss "
            "has the gradient g = {dJ_dw} there.",
            "A spam filter's weight for the word 'prize' is {w}, and the loss gradient is g = {dJ_dw}. Each step (η = "
            "{eta}) the L2 penalty, λ = {lambda}, shrinks it by a factor.",
            "One step of gradient descent with an L2 penalty starts at w = {w}; the loss has the slope g = {dJ_dw}, η "
            "= {eta}, λ = {lambda}.",
        ),
        "task == 'L2'": (
            "A weight w = {w} has the loss gradient g = {dJ_dw}. It makes one step with η = {eta} and the L2 penalty, "
            "λ = {lambda}.",
            "A ridge model's weight is {w}; the loss alone has the gradient g = {dJ_dw} there. Do one step of "
            "gradient descent on the penalized loss, η = {eta}, λ = {lambda}.",
            "The weight of a sensor in a linear model is {w}. The squared error has the slope g = {dJ_dw}; an L2 "
            "penalty with λ = {lambda} keeps weights small. Update the weight once, η = {eta}.",
            "Shrink a weight: w = {w}, loss gradient g = {dJ_dw}, η = {eta}, and λ = {lambda} for the L2 penalty.",
        ),
        "task == 'L1'": (
            "A weight w = {w} has the loss gradient g = {dJ_dw}. It makes one step with η = {eta} and the L1 penalty "
            "$lambda_*abs(w)$, λ = {lambda}, by its subgradient.",
            "A lasso model's weight is {w}; the loss alone has the gradient g = {dJ_dw} there. Do one subgradient "
            "step on the penalized loss, η = {eta}, λ = {lambda}.",
            "The weight of a sensor in a linear model is {w}. The squared error has the slope g = {dJ_dw}; an L1 "
            "penalty with λ = {lambda} pushes useless weights to 0. Update the weight once by the subgradient, η = "
            "{eta}.",
            "One gradient step with an L1 penalty: w = {w}, loss gradient g = {dJ_dw}, η = {eta}, λ = {lambda}, "
            "subgradient $lambda_*sign(w)$.",
        ),
        "task == 'soft'": (
            "Lasso by soft thresholding: w = {w}, loss gradient g = {dJ_dw}, η = {eta}, λ = {lambda}.",
            "A weight w = {w} with the loss gradient g = {dJ_dw} makes one proximal step for the L1 penalty "
            "$lambda_*abs(w)$, η = {eta}, λ = {lambda}. Does it become exactly 0?",
            "A lasso model keeps a weight of {w} for a pixel. The loss gradient is g = {dJ_dw}; train it once with η "
            "= {eta}, then shrink it by the soft threshold of the L1 penalty, λ = {lambda}.",
            "ISTA takes a gradient step on the loss, then thresholds softly. Do it once for w = {w}, loss gradient g "
            "= {dJ_dw}, η = {eta}, L1 penalty with λ = {lambda}.",
        ),
    }
