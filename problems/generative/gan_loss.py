"""Losses of a generative adversarial network: what the discriminator and the generator pay for a batch."""

from quizgen.authoring import Aside, Convention, Index, Level, Mistake, Problem, Vector, between, computed, oneof

SATURATING, NON_SATURATING = "mean_log_1_minus_D_fake", "-sum(ln(D_fake[j]), j)/count(D_fake)"
OF_FAKES = "count(D_fake) > 1 and generator_loss == 'non-saturating'"


class GanLoss(Problem):
    title = "Losses of a GAN"

    task, size = Aside("batch"), Aside(between(2, 4))
    sure = oneof(between(0.05, 0.49, 0.01), between(0.51, 0.95, 0.01))
    D_real = Vector("outputs of the discriminator on real images", draw=oneof(sure, between(0.55, 0.95, 0.01)),
                    size=computed("size"), above=0, most=1, series=True, optional=True)
    D_fake = Vector("outputs of the discriminator on generated images", draw=oneof(sure, between(0.05, 0.45, 0.01)),
                    size=computed("size"), above=0, below=1, series=True)
    i, j = Index("D_real"), Index("D_fake")

    generator_loss = Convention("non-saturating", "minimax", says={
        "non-saturating": "the generator's loss is the non-saturating one, minus the mean of ln D(G(z))",
        "minimax": "the generator's loss is that of the minimax game, the mean of ln(1 − D(G(z)))"})
    discriminator_loss = Convention("sum", "half", says={"sum": "the discriminator's loss is −V",
                                                         "half": "the discriminator's loss is −V/2, half the sum"})
    symbols = {"D_real": "D", "D_fake": "F", "mean_log_D_real": "r", "mean_log_1_minus_D_fake": "f", "L_D": "L_D",
               "L_G": "L_G", "L_G_minimax": "G_m", "L_G_nonsaturating": "G_n", "V_at_equilibrium": "V_0",
               "D_at_equilibrium": "D_0"}
    also = {"L_D": "discriminator loss, LD", "L_G": "generator loss, LG", "V": "value",
            "mean_log_D_real": "real term, mean ln D(x)", "L_G_minimax": "minimax loss",
            "mean_log_1_minus_D_fake": "fake term, mean ln(1 - D(G(z)))", "L_G_nonsaturating": "non-saturating loss"}
    answers = "mean_log_D_real mean_log_1_minus_D_fake V L_D L_G L_G_minimax L_G_nonsaturating V_at_equilibrium"
    accept = ("count(D_real) == 1 or max(D_real) > min(D_real)", "count(D_fake) == 1 or max(D_fake) > min(D_fake)",
              "abs(mean(D_real) + mean(D_fake) - 1) > 0.005", "abs(sum(ln(D_fake[j]) - ln(1 - D_fake[j]), j)) > 0.01",
              "count(D_real) == 1 or abs(mean_log_D_real - ln(mean(D_real))) > 0.0002")
    levels = {
        "easy": (Level("L_D", task="pair", size=1), Level("L_G", task="fakes", size=2, D_real=None)),
        "medium": Level("L_D L_G"),
        "hard": (Level("V L_G_minimax L_G_nonsaturating", size=between(3, 4)),
                 Level("V L_D V_at_equilibrium", size=between(3, 4))),
    }

    def work(self, w):
        w.step("mean_log_D_real", "sum(ln(D_real[i]), i)/count(D_real)", "Mean logarithm on real images",
               "Logarithms first, then the mean.")
        w.step("mean_log_1_minus_D_fake", "sum(ln(1 - D_fake[j]), j)/count(D_fake)",
               "Mean logarithm of 1 − D(G(z)) on fakes",
               "$D_fake$ is D(G(z)), which the discriminator wants near 0.")
        w.step("V", "mean_log_D_real + mean_log_1_minus_D_fake", "Value $V$ of the game",
               "The discriminator raises it.")
        w.step("L_D", {"sum": "-V", "half": "-V/2"}, "Discriminator's loss $L_D$", "To raise V is to lower −V.",
               by="discriminator_loss")
        w.step("L_G", {"non-saturating": NON_SATURATING, "minimax": SATURATING}, "Generator's loss $L_G$",
               "The generator wants D(G(z)), here $D_fake$, near 1.", by="generator_loss")
        w.step("L_G_minimax", SATURATING, "Generator's loss $L_G_minimax$ of the minimax game",
               "The generator lowers V; the first term is not its own.")
        w.step("L_G_nonsaturating", NON_SATURATING, "Non-saturating generator's loss $L_G_nonsaturating$",
               "Its gradient does not vanish while the fakes are bad.")
        w.step("D_at_equilibrium", "0.5", "Discriminator's output at the equilibrium",
               "Fakes are like real images there: it cannot tell them apart.", marks=(0, 1))
        w.step("V_at_equilibrium", "ln(D_at_equilibrium) + ln(1 - D_at_equilibrium)",
               "Value $V_at_equilibrium$ at the equilibrium", "Both means are of one value only.")

    mistakes = (
        Mistake("minus_sign_forgotten", "V is negative; the loss is minus that.",
                when="discriminator_loss == 'sum'", L_D="V"),
        Mistake("log_D_fake_instead", "For the discriminator 1 − D(G(z)) counts on fakes.",
                mean_log_1_minus_D_fake="sum(ln(D_fake[j]), j)/count(D_fake)"),
        Mistake("log10", "Logarithms are natural.", when="discriminator_loss == 'sum'",
                L_D="-V/ln(10)"),
        Mistake("G_labelled_fake", "The generator wants its fakes taken for real: −ln D(G(z)).", when=OF_FAKES,
                L_G="-sum(ln(1 - D_fake[j]), j)/count(D_fake)", L_G_nonsaturating="-mean_log_1_minus_D_fake"),
        Mistake("minus_sign_forgotten", "Logarithms of numbers below 1 are negative; the loss is minus their mean.",
                when=OF_FAKES, L_G="sum(ln(D_fake[j]), j)/count(D_fake)"),
        Mistake("log_of_mean", "Take the logarithm of each value, then the mean.", when=OF_FAKES,
                L_G="-ln(mean(D_fake))", L_G_nonsaturating="-ln(mean(D_fake))"),
        Mistake("sum_not_mean", "Divide by the number of images.", when=OF_FAKES,
                L_G="-sum(ln(D_fake[j]), j)", L_G_nonsaturating="-sum(ln(D_fake[j]), j)"),
        Mistake("log_of_mean", "Take the logarithm of each value, then the mean.", when="count(D_fake) > 1",
                mean_log_D_real="ln(mean(D_real))", mean_log_1_minus_D_fake="ln(1 - mean(D_fake))"),
        Mistake("sum_not_mean", "Divide by the number of images.", when="count(D_fake) > 1",
                mean_log_D_real="sum(ln(D_real[i]), i)", mean_log_1_minus_D_fake="sum(ln(1 - D_fake[j]), j)"),
        Mistake("losses_exchanged", "That is the other one of the two.", L_G_minimax=NON_SATURATING,
                L_G_nonsaturating=SATURATING),
        Mistake("half_for_equilibrium", "At ½ both logarithms are ln ½, and they add up.", V_at_equilibrium="ln(1/2)"),
    )
    nudge = "The discriminator wants 1 on real and 0 on fake images; take the logarithm of each value first."
    stories = {
        "task == 'pair'": (
            "A discriminator says {D_real} to a real image and {D_fake} to a generated one. The value of the game is V"
            " = ln D(x) + ln(1 − D(G(z))). Give {ask}.",
            "An inspector takes a real banknote for real with probability {D_real} and a forged one with {D_fake}. "
            "What does the discriminator pay, with V = ln D(x) + ln(1 − D(G(z)))?",
            "D(x) = {D_real}, D(G(z)) = {D_fake}. The discriminator wants V = ln D(x) + ln(1 − D(G(z))) to be large.",
            "One real face gets {D_real}, one invented face {D_fake}, and V = ln D(x) + ln(1 − D(G(z))).",
        ),
        "task == 'fakes'": (
            "Two generated images get D(G(z)) = {D_fake} from the discriminator. Give {ask}, with natural logarithms.",
            "An inspector believes two forged coins with the probabilities {D_fake}. What does the forger (the "
            "generator) pay, with natural logarithms?",
            "The discriminator's outputs for a batch of two fakes are {D_fake}; logarithms are natural.",
            "Fakes of a GAN are taken for real with {D_fake}. Find the mean loss of the generator (natural "
            "logarithms).",
        ),
        "task == 'batch'": (
            "Discriminator outputs: {D_real} on real images, {D_fake} on generated ones. The value of the game is V = "
            "mean ln D(x) + mean ln(1 − D(G(z))). Give {ask}.",
            "In a batch the real coins get D(x) = {D_real}, the forged ones D(G(z)) = {D_fake}. The value of the game "
            "is V = mean ln D(x) + mean ln(1 − D(G(z))).",
            "A GAN for handwriting: D says {D_real} to real and {D_fake} to invented digits. With V = mean ln D(x) + "
            "mean ln(1 − D(G(z))), give {ask}.",
            "D(x) = {D_real} and D(G(z)) = {D_fake}. The discriminator maximizes V = mean ln D(x) + mean ln(1 − "
            "D(G(z))).",
        ),
    }
