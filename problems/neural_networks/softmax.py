"""Softmax: logits become probabilities; the cross-entropy of the true class and its gradient."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole, between,
                               computed, oneof)


def in_base(text):
    """A formula in natural logarithms, for each base."""
    return {"e": text, "2": f"{text}/ln(2)", "10": f"{text}/ln(10)"}


class Softmax(Problem):
    title = "Softmax and cross-entropy"

    task = Aside("probabilities")
    classes, away = Aside(oneof(3, 4)), Aside(between(1, "classes - 1"))
    z = Vector("logits", draw=between(-2, 3, 0.5, distinct=True), size=computed("classes"),
               fewest=2)
    top = Aside(computed("argmax(z[j], j) - 1"))
    other = Aside(computed("top + away - (classes if top + away >= classes else 0)"))
    target_class = Whole("number of the true class, counted from 0", least=0, optional=True)
    T = Number("temperature", above=0, optional=True)
    j, k = Index("z"), Index("z")

    log_base = Convention("e", "2", "10", says={
        "e": "the logarithm is natural", "2": "the logarithm has base 2", "10": "the logarithm has base 10"})
    symbols = {"exps": "e", "sum": r"\Sigma", "probs": "p", "argmax": r"\hat c", "target_class": "c",
               "cross_entropy": "L", "grad_z": r"\partial L/\partial z"}
    also = {"exps": "exponentials, exp z, e^z", "sum": "S, total",
            "probs": "probabilities, softmax, P", "argmax": "class, predicted class",
            "cross_entropy": "loss, cross-entropy, CE", "grad_z": "gradient, grad, p - y, dL/dz, dz"}
    answers = "probs argmax cross_entropy grad_z"
    impossible = {"target_class >= count(z)": "target_class: classes are counted from 0, and there are not so many"}
    accept = ("max(z) - max(z[j] if j != top + 1 else -9, j) >= 0.5", "sum(z[j], j) != 0")
    target = {"task": "loss", "target_class": oneof(computed("top"), computed("other"))}
    levels = {
        "easy": Level("probs", z=between(-1, 4)),
        "medium": Level("probs argmax", task="class"),
        "hard": (Level("cross_entropy", **target), Level("grad_z", **target),
                 Level("probs cross_entropy grad_z", **target)),
    }

    def work(self, w):
        heat = "/T" if w.has("T") else ""
        w.step("exps[j]", f"exp(z[j]{heat})", "Exponentials", "They make every logit positive and keep the order.")
        w.step("sum", "sum(exps[j], j)", "Sum of the exponentials")
        w.step("probs[j]", "exps[j]/sum", "Probabilities", "Each exponential's share of the sum: they add up to 1.")
        w.step("argmax", "argmax(probs[j], j) - 1", "Predicted class", "The most probable, counted from 0.", places=0)
        w.step("y[j]", "1 if j == target_class + 1 else 0", "One-hot target", "1 for the true class, else 0.", places=0)
        w.step("cross_entropy", in_base("-sum(y[j]*ln(probs[j]), j)"), "Cross-entropy",
               "Only the probability of the true class is left: $L$ is minus its logarithm.", by="log_base")
        w.step("grad_z[j]", in_base(f"(probs[j] - y[j]){heat}") | ({} if heat else {"e": "probs[j] - y[j]"}),
               "Gradient $grad_z$ of the cross-entropy", "Probabilities minus target.", by="log_base")

    mistakes = (
        Mistake("ratio_without_exp", "These are the logits over their sum: take the exponentials first.",
                when="sum(z[k], k) != 0", probs="z[j]/sum(z[k], k)"),
        Mistake("elementwise_sigmoid", "These are sigmoids: they do not add up to 1.", probs="sigmoid(z[j])"),
        Mistake("max_normalised", "Divide by the sum of all, not by the largest.", probs="exps[j]/max(exps)"),
        Mistake("log10_cross_entropy", "That is the logarithm to base 10; the natural one is asked.",
                when="log_base == 'e'", cross_entropy="-sum(y[j]*ln(probs[j]), j)/ln(10)"),
        Mistake("cross_entropy_without_minus", "The minus is missing: a loss is not negative.",
                cross_entropy="sum(y[j]*ln(probs[j]), j)"),
        Mistake("cross_entropy_of_other_classes", "Take the probability of the true class, not that of all others.",
                cross_entropy="-sum(y[j]*ln(1 - probs[j]), j)"),
        Mistake("gradient_sign_flipped", "It is p − y, not y − p.", grad_z="y[j] - probs[j]"),
    )
    nudge = "The outputs must add up to 1, and none is negative."
    stories = {
        "task == 'probabilities'": (
            "A classifier gives the logits {z}. Turn them into probabilities by softmax.",
            "The output layer of a network has the net inputs {z}; its activation is softmax.",
            "A program that names the genre of a song gives its genres the scores {z}. What does softmax make of them?",
            "The last layer of a digit reader answers {z} before softmax."),
        "task == 'class'": (
            "An output layer has the net inputs {z}. Which class, counted from 0, does softmax predict, and how sure "
            "is it of each?",
            "A camera trap gives the animals that it knows the logits {z}; classes are counted from 0. Work out its "
            "softmax output.",
            "For the next word a language model has the candidates 0, 1, 2, …, with the logits {z}. Find their "
            "probabilities and the word that it chooses.",
            "A song gets the logits {z} for the genres 0, 1, 2, …; the output layer is softmax. Which one wins?"),
        "task == 'loss'": (
            "For the logits {z} the true class is number {target_class}, counted from 0. The output layer is softmax.",
            "A softmax classifier answers a picture of class {target_class} (classes are counted from 0) with the "
            "logits {z}.",
            "A language model with softmax output gives the words 0, 1, 2, … the logits {z}; the word that "
            "follows is number {target_class}.",
            "In training, a softmax layer with the net inputs {z} should have named class {target_class}, counted "
            "from 0."),
    }
