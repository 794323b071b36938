"""A loss with a bound on the size of the weights: the constraint, its multiplier, and how far the weights shrink."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               oneof, shuffled)

PAIRS = ((3, 4), (5, 12), (6, 8), (8, 15), (7, 24), (9, 12), (12, 16), (20, 21))
WAYS = {  # the constraint and the loss: what makes the gradient of the Lagrangian 0
    "squared plain": "2(θ − a) + 2αθ = 0, so θ = a/(1 + α)",
    "squared half": "(θ − a) + 2αθ = 0, so θ = a/(1 + 2α)",
    "norm plain": "2(θ − a) + αθ/‖θ‖ = 0; with ‖θ‖ = k, θ = a/(1 + α/(2k))",
    "norm half": "(θ − a) + αθ/‖θ‖ = 0; with ‖θ‖ = k, θ = a/(1 + α/k)",
}


class LagrangianNormPenalty(Problem):
    title = "Norm penalty as a constraint"

    task = Aside("solution")
    pair = Aside(shuffled(oneof(*PAIRS)))
    signs = Aside(oneof(1, -1), size=2)
    i, j = Index("a"), Index("pair")
    a = Vector("minimum of the loss without the constraint", draw=computed("pair[j]*signs[j]", "j"))
    length = Aside(computed("sqrt(sum(pair[j]**2, j))"))
    tight = Aside(1)
    radius = Aside(between("2 if tight == 1 else ceil(1.1*length)", "floor(0.9*length) if tight == 1 else 2*length"))
    k = Number("bound of the constraint", draw=computed("radius**2 if constraint == 'squared' else radius"), above=0)

    constraint = Convention("squared", "norm", says={
        "squared": "$Omega$(θ) = ‖θ‖²\u00a0≤\u00a0k", "norm": "$Omega$(θ) = ‖θ‖\u00a0≤\u00a0k"})
    loss = Convention("plain", "half", says={"plain": "J(θ) = ‖θ − a‖²", "half": "J(θ) = ½‖θ − a‖²"})
    symbols = {"Omega_unconstrained": r"\Omega_a", "alpha_star": r"\alpha^{opt}", "theta_star": r"\theta^{opt}",
               "Omega_star": r"\Omega^{opt}", "J_star": "J^{opt}", "L_star": "L^{opt}"}
    also = {"alpha_star": "alpha, multiplier, lambda", "theta_star": "theta, solution",
            "J_star": "J, loss, smallest loss", "Omega_unconstrained": "Omega, ||a||^2"}
    answers = "Omega_unconstrained active alpha_star theta_star Omega_star J_star L_star"
    levels = {
        "easy": Level("active J_star", task="active", tight=oneof(1, 1, 1, 0)),
        "medium": Level("theta_star"),
        "hard": Level("alpha_star theta_star Omega_star J_star", task="multiplier"),
    }

    def work(self, w):
        squares = "sum(a[i]**2, i)"
        w.step("Omega_unconstrained", {"squared": squares, "norm": f"sqrt({squares})"},
               "Size $Omega_unconstrained$ of the free minimum", "Without the constraint θ is a.", by="constraint")
        w.step("active", "Omega_unconstrained > k", "State of the constraint (active or inactive)", yes="active",
               no="inactive")
        w.remark("Lagrangian", f"L = J(θ) + α($Omega$(θ) − k) with α ≥ 0. Its gradient is 0 where "
                               f"{WAYS[f'{w.constraint} {w.loss}']}. An active constraint holds with equality; an "
                               "inactive one has α = 0.")
        w.step("alpha_star", {
            "squared plain": "max(sqrt(Omega_unconstrained)/sqrt(k) - 1, 0)",
            "squared half": "max(1/2*(sqrt(Omega_unconstrained)/sqrt(k) - 1), 0)",
            "norm plain": "max(2*(Omega_unconstrained - k), 0)", "norm half": "max(Omega_unconstrained - k, 0)",
        }, "Multiplier", "It makes θ as long as the constraint allows, and is never negative.",
               row=f"{w.constraint} {w.loss}")
        w.step("theta_star[i]", {
            "squared plain": "a[i]/(1 + alpha_star)", "squared half": "a[i]/(1 + 2*alpha_star)",
            "norm plain": "a[i]/(1 + alpha_star/(2*k))", "norm half": "a[i]/(1 + alpha_star/k)",
        }, "Solution", "It points where a points.", row=f"{w.constraint} {w.loss}")
        squares = "sum(theta_star[i]**2, i)"
        w.step("Omega_star", {"squared": squares, "norm": f"sqrt({squares})"}, "Size $Omega_star$ of the solution",
               "The check: an active constraint is used up.", by="constraint")
        squares = "sum((theta_star[i] - a[i])**2, i)"
        w.step("J_star", {"plain": squares, "half": f"1/2*{squares}"}, "Smallest loss", by="loss")
        w.step("L_star", "J_star + alpha_star*(Omega_star - k)", "Lagrangian at the solution",
               "Either α or the bracket is 0, so it is the loss.")

    active = "Omega_unconstrained > k"
    part = "(1/2 if loss == 'half' else 1)"
    mistakes = (
        Mistake("length_compared_with_k", "The constraint bounds the squared length: compare that with k.",
                when="constraint == 'squared' and Omega_unconstrained > k and sqrt(Omega_unconstrained) <= k",
                active="sqrt(Omega_unconstrained) > k"),
        Mistake("alpha_sign", "The sign is wrong: a multiplier of an inequality is never negative.", when=active,
                alpha_star=f"{part}*(2*(k - Omega_unconstrained) if constraint == 'norm' else "
                           "1 - sqrt(Omega_unconstrained)/sqrt(k))"),
        Mistake("alpha_ratio_without_minus_1", "1 + α is this ratio: take 1 off.",
                when=f"constraint == 'squared' and {active}",
                alpha_star=f"{part}*sqrt(Omega_unconstrained)/sqrt(k)"),
        Mistake("alpha_from_squares", "Compare the lengths, ‖a‖ with √k, not their squares.",
                when=f"constraint == 'squared' and {active}", alpha_star=f"{part}*(Omega_unconstrained/k - 1)"),
        Mistake("radius_used_k_not_sqrt_k", "θ gets the length √k, since k bounds its square.",
                when=f"constraint == 'squared' and {active}",
                theta_star="a[i]*k/sqrt(Omega_unconstrained)"),
        Mistake("ignored_constraint", "That is the free minimum a, which the constraint forbids.", when=active,
                theta_star="a[i]"),
        Mistake("coordinates_clipped", "The whole vector shrinks, not each coordinate alone.", when=active,
                theta_star="max(min(a[i], k if constraint == 'norm' else sqrt(k)), -(k if constraint == 'norm' else "
                           "sqrt(k)))"),
    )
    nudge = "Does the free minimum a already satisfy the constraint?"
    stories = {
        "task == 'active'": (
            "The size of θ is bounded by {constraint} with k = {k}; the loss is {loss} with a = {a}. Is the constraint "
            "active, and what is the smallest loss?",
            "A budget of k = {k} is set on the size of two weights: {constraint}. Without it the loss {loss} would "
            "take them to a = {a}. Does the budget bind?",
            "Near its minimum a = {a} a network's loss is {loss}. The norm of its weights is bounded, {constraint} "
            "with k = {k}.",
            "Minimize {loss}, a = {a}, where {constraint} must hold with k = {k}. Say whether the constraint is "
            "active, and how small the loss becomes.",
        ),
        "task == 'solution'": (
            "Minimize {loss} with a = {a} subject to {constraint} with k = {k}.",
            "A budget of k = {k} is set on the size of two weights: {constraint}. Without it the loss {loss} would "
            "take them to a = {a}. Where do they end?",
            "Near its minimum a = {a} a network's loss is {loss}. Which weights θ are best within the ball "
            "{constraint}, k = {k}?",
            "Instead of a norm penalty a bound is set, {constraint} with k = {k}. The loss is {loss} with a = {a}.",
        ),
        "task == 'multiplier'": (
            "Minimize {loss} with a = {a} subject to {constraint}, k = {k}, by the Lagrangian L = J + α($Omega$ − k), "
            "α ≥ 0. Check the solution.",
            "Which weight α of the penalty $Omega$ belongs to the bound {constraint}, k = {k}, when the loss is {loss} "
            "with a = {a}? It is the multiplier in L = J + α($Omega$ − k).",
            "A norm penalty is a constraint in disguise: {constraint}. For k = {k} and the loss {loss}, a = {a}, find "
            "the multiplier α of L = J + α($Omega$ − k) at the optimum, and check that the constraint is used up.",
            "The loss {loss} with a = {a} is minimized under {constraint}, k = {k}. Solve the KKT conditions of L = J "
            "+ α($Omega$ − k).",
        ),
    }

    def solution_figure(self, v):
        from .._figures import ball

        return ball(v.a, v.theta_star, v.k if v.constraint == "norm" else v.k**0.5) if len(v.a) == 2 else None
