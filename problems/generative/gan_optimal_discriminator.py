"""The best discriminator for a generator: D* = p/(p + g), the value of the game, the Jensen-Shannon divergence."""

from quizgen.authoring import Aside, Index, Level, Mistake, Number, Problem, Vector, between, computed, made

from .._shares import shares


class GanOptimalDiscriminator(Problem):
    title = "Optimal discriminator"

    task, outcomes, parts = Aside("table"), Aside(between(3, 4)), Aside(20)
    cuts, others = (Aside(between(1, 19, distinct=True), size=computed("outcomes - 1")) for _ in "pg")
    p, g = (Number(f"density of {what} data there", above=0, optional=True) for what in ("real", "generated"))
    p_data = Vector("distribution of real data", draw=made(shares, "cuts parts"), least=0, most=1, instead="p")
    p_g = Vector("distribution of generated data", draw=made(shares, "others parts"), entries="count(p_data)", least=0,
                 most=1, instead="g")
    i = Index("p_data")

    symbols = {"p_data": "p", "p_g": "g", "D_star": "D^*", "parts": "v", "V_at_D_star": "V", "jsd": r"\text{JSD}",
               "D_formula": r"\text{D*(x)}"}
    also = {"D_formula": "formula", "D_star": "D, D*, optimal discriminator", "V_at_D_star": "V, value",
            "jsd": "Jensen-Shannon divergence"}
    answers = "D_formula D_star V_at_D_star jsd"
    impossible = {"min(p_data[i] + p_g[i], i) == 0": "p_data and p_g: a type that neither has, has no best output",
                  "abs(sum(p_data) - 1) > 0.001": "the probabilities of the real data do not add up to 1",
                  "abs(sum(p_g) - 1) > 0.001": "the probabilities of the generated data do not add up to 1"}
    accept = ("p != g", "max(abs(p_data[i] - p_g[i]), i) >= 0.1", "jsd >= 0.005")
    point = {"p_data": None, "p_g": None, "p": between(0.02, 0.6, 0.01), "g": between(0.02, 0.6, 0.01)}
    levels = {
        "easy": Level("D_star", task="point", **point),
        "medium": Level("D_star"),
        "hard": (Level("V_at_D_star jsd", task="game"), Level("D_formula D_star", task="formula", **point)),
    }

    def work(self, w):
        if w.has("p") and w.has("g"):
            w.expression("D_formula", "p/(p + g)", "Optimal discriminator as a formula",
                         "$p*ln(D) + g*ln(1 - D)$ is largest where $p/D == g/(1 - D)$.")
            w.step("D_star", "p/(p + g)", "Best output", "The share of real ones among all examples found there.")
        else:
            w.step("D_star[i]", "p_data[i]/(p_data[i] + p_g[i])", "Best output $D_star$ for each type",
                   "The share of real ones among all examples of this type.")
            w.step("parts[i]", "p_data[i]*ln(D_star[i]) + p_g[i]*ln(1 - D_star[i])",
                   "What each type adds to $V_at_D_star$", "Real ones are called real, forged ones forged.", spare=True)
            w.step("V_at_D_star", "sum(parts[i], i)", "Value $V_at_D_star$ of the game",
                   "The best that a discriminator can reach.", spare=True)
            w.step("jsd", "(V_at_D_star + ln(4))/2", "Jensen-Shannon divergence",
                   "0 when both distributions are equal.", spare=True)

    mistakes = (
        Mistake("ratio_p_over_g", "Divide by the sum of both: D* is a probability.",
                D_formula="p/g", D_star=("p/g", "p_data[i]/p_g[i]")),
        Mistake("always_half", "½ is right only where both are equally frequent.", D_formula="1/2", D_star="1/2"),
        Mistake("swapped", "The discriminator gives the chance of a real example: p stands above.",
                D_formula="g/(p + g)", D_star=("g/(p + g)", "p_g[i]/(p_data[i] + p_g[i])")),
        Mistake("difference", "Not the difference counts but the share of real ones.",
                D_formula="p - g", D_star=("p - g", "p_data[i] - p_g[i]")),
        Mistake("p_data_itself", "How frequent fakes are counts too: divide by the sum.", D_formula="p",
                D_star=("p", "p_data[i]")),
        Mistake("jsd_without_half", "V = −ln 4 + 2 JSD: halve the sum.", jsd="V_at_D_star + ln(4)"),
        Mistake("jsd_without_ln4", "V = −ln 4 + 2 JSD: add ln 4 first.", jsd="V_at_D_star/2"),
    )
    nudge = "What share of the examples found there is real?"
    stories = {
        "task == 'table'": (
            "Coins of several types appear with the probabilities {p_data} among real and {p_g} among forged ones. "
            "What does the optimal discriminator say? Give {ask}.",
            "Real images fall into classes with the probabilities {p_data}, generated ones with {p_g}. What should a "
            "perfect discriminator say to each class?",
            "A generator makes letters with the frequencies {p_g}; in real texts they have {p_data}. Find the best "
            "output of the discriminator for each letter.",
            "For the outcomes of an experiment p_data = {p_data} and p_g = {p_g}. Find the optimal discriminator.",
        ),
        "task == 'point'": (
            "At one x the density of real data is p = {p}, that of generated data g = {g}. What is the best output of "
            "the discriminator there? Give {ask}.",
            "Where a certain image lies, real images have the density {p}, generated ones {g}. What should the "
            "discriminator say?",
            "Real measurements near x have the density {p}, simulated ones {g}. Find the optimal discriminator at x.",
            "p = {p} and g = {g} are the densities of the real data and of the generator at the same point. Find D* "
            "there.",
        ),
        "task == 'game'": (
            "Real coins have the types' probabilities {p_data}, forged ones {p_g}. With the optimal discriminator, "
            "give {ask} (natural logarithms).",
            "For p_data = {p_data} and p_g = {p_g} compute the value of the game under the optimal discriminator and "
            "the Jensen-Shannon divergence, with natural logarithms.",
            "How far is a generator with the distribution {p_g} from the data with {p_data}? Find the best value a "
            "discriminator reaches, and from it the Jensen-Shannon divergence (natural logarithms).",
            "The discriminator has been trained to the end. Real classes: {p_data}; generated classes: {p_g}. "
            "Logarithms are natural.",
        ),
        "task == 'formula'": (
            "Which D maximizes p ln D + g ln(1 − D)? Give the optimal discriminator as a formula in p and g, and its "
            "value at p = {p}, g = {g}.",
            "Derive the optimal discriminator from p ln D + g ln(1 − D), in the densities p (real) and g (generated). "
            "What is it where p = {p} and g = {g}?",
            "Write the best output of a discriminator where real data have the density p and generated ones g; then "
            "take p = {p} and g = {g}.",
            "Set the derivative of p ln D + g ln(1 − D) to 0 and solve for D, in p and g. Then put in p = {p} and g = "
            "{g}.",
        ),
    }
