"""Gaussian neighborhood of a self-organizing map: how a unit beside the winner is drawn along, and how that shrinks."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, between, computed,
                               oneof)

ALONG = {"g2/(2 sigma2)": "exp(-grid_distance**2/(2*SIGMA**2))", "g2/sigma2": "exp(-grid_distance**2/SIGMA**2)"}
TIMES = "(2 if neighbourhood == 'g2/(2 sigma2)' else 1)"
SHRUNK = {"exponential": "exp(-t/tau)", "linear": "(1 - t/tau)"}


def along(text):
    """A neighborhood of the radius given, or of that at step t."""
    return text.replace("SIGMA", "sigma"), text.replace("SIGMA", "sigma_t")


class SomNeighbourhood(Problem):
    title = "Neighborhood of a self-organizing map"

    task = Aside("update")
    grid_distance = Number("grid distance from the winner", draw=between(2, 5), least=0, optional=True)
    sigma = Number("radius of the neighborhood", draw=between(1.1, 3, 0.1), above=0, optional=True)
    eta = Number("learning rate", draw=between(0.1, 0.6, 0.05), above=0, most=1, optional=True)
    size = Aside(oneof(2, 2, 3))
    w = Vector("weights of the unit", draw=between(0, 1, 0.1), size=computed("size"), optional=True)
    x = Vector("sample", draw=between(0, 1, 0.1), size=computed("size"), entries="count(w)", optional=True)
    eta0 = Number("learning rate at the start", above=0, most=1, optional=True)
    sigma0 = Number("radius at the start", above=0, optional=True)
    tau = Number("time constant, or number of steps in all", above=0, optional=True)
    share = Aside(oneof(0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.8))
    t = Number("steps done", least=0, optional=True)
    i = Index("w")

    neighbourhood = Convention(*ALONG, says={
        name: f"the neighborhood is $theta == {text.replace('SIGMA', 'sigma')}$ at grid distance $grid_distance$"
        for name, text in ALONG.items()})
    schedule = Convention(*SHRUNK, says={
        "exponential": "$eta_t == eta0*exp(-t/tau)$ and $sigma_t == sigma0*exp(-t/tau)$",
        "linear": "$eta_t == eta0*(1 - t/tau)$ and $sigma_t == sigma0*(1 - t/tau)$"})
    symbols = {"grid_distance": "g", "eta_t": r"\eta_t", "sigma_t": r"\sigma_t", "step": "s", "w_new": "w^{new}",
               "eta0": r"\eta_0", "sigma0": r"\sigma_0"}
    also = {"theta": "h, neighborhood", "step": "eta*theta", "w_new": "w, new weights",
            "eta_t": "eta, eta(t), learning rate", "sigma_t": "sigma, sigma(t), radius"}
    answers = "eta_t sigma_t theta step w_new"
    impossible = {"schedule == 'linear' and t >= tau": "t: all steps are done, nothing is left to learn with"}
    accept = ("0.02 <= theta and theta <= 0.95", "min(abs(x[i] - w[i]), i) >= 0.15",
              "step*min(abs(x[i] - w[i]), i) >= 0.001", "abs(sum((x[i] - w[i])**2, i) - grid_distance**2) > 0.1")
    levels = {
        "easy": Level("theta step", task="theta", w=None, x=None),
        "medium": Level("theta w_new"),
        "hard": Level("eta_t sigma_t theta w_new", task="schedule", eta=None, sigma=None, eta0=between(0.3, 0.9, 0.1),
                      sigma0=between(2, 5, 0.5), tau=oneof(100, 200, 250, 400, 500),
                      t=computed("share*tau", places=0), grid_distance=between(2, 4)),
    }

    def work(self, w):
        eta, sigma = ("eta" if w.has("eta") else "eta_t"), ("sigma" if w.has("sigma") else "sigma_t")
        for name, start, title in (("eta_t", "eta0", "Learning rate"), ("sigma_t", "sigma0", "Radius")):
            w.step(name, {way: f"{start}*{text}" for way, text in SHRUNK.items()}, f"{title} ${name}$ at step t",
                   by="schedule")
        w.step("theta", {name: text.replace("SIGMA", sigma) for name, text in ALONG.items()},
               "Neighborhood $theta$", "1 for the winner itself, less the farther the unit stands from it on the grid.",
               by="neighbourhood")
        w.step("step", f"{eta}*theta", "Share $step$ of the way", "Learning rate times neighborhood.")
        w.step("w_new[i]", "w[i] + step*(x[i] - w[i])", "New weights", "The unit goes this share of the way.")

    mistakes = (
        Mistake("theta_without_2", "The 2 in the exponent is missing.", when="neighbourhood == 'g2/(2 sigma2)'",
                theta=along("exp(-grid_distance**2/SIGMA**2)")),
        Mistake("theta_linear", "The grid distance is squared in the exponent.",
                theta=along(f"exp(-grid_distance/({TIMES}*SIGMA**2))")),
        Mistake("sigma_not_squared", "The radius is squared in the exponent.",
                theta=along(f"exp(-grid_distance**2/({TIMES}*SIGMA))")),
        Mistake("data_distance_used", "What counts is the distance on the grid, not that between the data.",
                theta=along(f"exp(-sum((x[i] - w[i])**2, i)/({TIMES}*SIGMA**2))")),
        Mistake("radius_not_shrunk", "By now the radius has shrunk: put in that of step t.",
                when="sigma_t < sigma0", theta=(f"exp(-grid_distance**2/({TIMES}*sigma0**2))",)),
        Mistake("schedule_linear", "The schedule is exponential, not a straight line.",
                when="schedule == 'exponential' and t > 0",
                eta_t="eta0*(1 - t/tau)", sigma_t="sigma0*(1 - t/tau)"),
        Mistake("only_winner", "In a neighborhood the units beside the winner learn too.", w_new="w[i]"),
        Mistake("theta_forgotten", "Only the winner goes the share η: this unit goes ηθ.", when="grid_distance > 0",
                w_new=("w[i] + eta*(x[i] - w[i])", "w[i] + eta_t*(x[i] - w[i])")),
    )
    nudge = "What counts is the distance on the grid, not that between the data."
    stories = {
        "task == 'theta'": (
            "On a chain of units the winner is {grid_distance} places away; {neighbourhood}, with σ = {sigma}. How "
            "strongly is this unit drawn along, and what share of the way does it go at η = {eta}?",
            "A map sorts wines. The neuron of a dry white wine stands {grid_distance} grid steps from the one that has "
            "just won; {neighbourhood}, σ = {sigma}, and the learning rate is {eta}.",
            "In a map {neighbourhood}, the radius being σ = {sigma}. How much does a unit {grid_distance} grid steps "
            "from the winner learn from a sample, when the winner goes η = {eta} of the way?",
            "A unit stands {grid_distance} grid steps beside the winner. The radius is σ = {sigma}, the learning rate "
            "η = {eta}, and {neighbourhood}.",
        ),
        "task == 'update'": (
            "A unit with the weights {w} stands {grid_distance} grid steps from the winner for x = {x}. The learning "
            "rate is {eta}, the radius σ = {sigma}, and {neighbourhood}.",
            "The sample {x} has been won by a neuron {grid_distance} grid steps from one with the weights {w}. How "
            "does this one move? Its learning rate is {eta}, the radius σ = {sigma}, and {neighbourhood}.",
            "A map of spices shows x = {x}. Beside the winner, {grid_distance} grid steps away, is a unit at {w}. It "
            "moves with η = {eta} and σ = {sigma}; {neighbourhood}.",
            "With learning rate {eta} and radius σ = {sigma} a map learns x = {x}; {neighbourhood}. Where does a unit "
            "go that was at {w}, {grid_distance} grid steps from the winner?",
        ),
        "task == 'schedule'": (
            "Learning rate and radius shrink: {schedule}, with $eta0$ = {eta0}, $sigma0$ = {sigma0}, τ = {tau}. At t = "
            "{t} the sample x = {x} comes; a unit at {w} is {grid_distance} grid steps from the winner, and "
            "{neighbourhood}.",
            "A map has learned for t = {t} steps with {schedule}, $eta0$ = {eta0}, $sigma0$ = {sigma0}, τ = {tau}. Now "
            "it is shown {x}. Move the unit at {w}, {grid_distance} grid steps from the winner; {neighbourhood}.",
            "How fast and how widely does a map still learn after t = {t} steps, if {schedule}, $eta0$ = {eta0}, "
            "$sigma0$ = {sigma0}, τ = {tau}? Apply it to a unit at {w}, {grid_distance} grid steps from the winner for "
            "x = {x}, where {neighbourhood}.",
            "In a map {schedule}; $eta0$ = {eta0}, $sigma0$ = {sigma0} and τ = {tau}. In step t = {t} the winner for x "
            "= {x} is {grid_distance} grid steps from a unit with the weights {w}; {neighbourhood}.",
        ),
    }
