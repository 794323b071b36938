"""The weighted vote of boosted stumps, and whether a plain majority would decide otherwise."""

from quizgen.authoring import Aside, Index, Level, Mistake, Problem, Vector, between, computed, oneof


class AdaboostVote(Problem):
    title = "Weighted vote of boosted stumps"

    task = Aside("vote")
    stumps = Aside(3)
    h = Vector("votes, 1 or −1", draw=oneof(1, -1), size=computed("stumps"), least=-1, most=1, whole=True)
    light, heavy = Aside(between(0.1, 0.75, 0.01), size=5), Aside(between(0.55, 1.5, 0.01), size=5)
    alpha = Vector("weights of the stumps", draw=between(0.1, 1.5, 0.01, distinct=True), size=computed("stumps"),
                   entries="count(h)")
    i, j = Index("h"), Index("h")

    symbols = {"alpha": r"\alpha", "score": "S", "majority_unweighted": "m", "sign": "c"}
    also = {"sign": "decision, class, weighted decision", "majority_unweighted": "majority, plain majority",
            "score": "sum"}
    answers = "score sign majority_unweighted"
    impossible = {"min(h[i]**2, i) == 0": "a vote is 1 or -1",
                  "abs(score) < 0.000000001": "the weighted votes are tied"}
    accept = ("abs(sum(h[i], i)) < count(h)", "abs(score) >= 0.05",
              "min(min(abs(alpha[i] - alpha[j]) if i != j else 1, j), i) > 0.001", "abs(score - sum(h[i], i)) > 0.001",
              "task != 'otherwise' or sign*majority_unweighted < 0")
    levels = {
        "easy": Level("score sign"),
        "medium": Level("score sign", stumps=5),
        "hard": Level("score sign majority_unweighted", task="otherwise", stumps=oneof(3, 5, 5), alpha=computed(
            "heavy[i] if h[i]*sum(h[j], j) < 0 else light[i]", "i", places=2)),
    }

    def work(self, w):
        w.step("score", "sum(alpha[i]*h[i], i)", "Score", "Each vote counts with its stump's weight.")
        w.step("sign", "sign(score)", "Weighted decision", "The sign of the score.", places=0)
        w.step("majority_unweighted", "sign(sum(h[i], i))", "Decision of a plain majority",
               "Every vote counts alike; 0 would be a tie.", places=0)

    mistakes = (
        Mistake("unweighted", "The votes do not count alike: multiply each by its weight.", score="sum(h[i], i)"),
        Mistake("took_largest_alpha", "Not the strongest stump alone decides: add all weighted votes.",
                when="h[argmax(alpha[j], j)] != sign(score)", sign="h[argmax(alpha[j], j)]"),
        Mistake("sum_of_alphas", "A vote of −1 subtracts its weight.", score="sum(alpha[i], i)"),
        Mistake("votes_0_1", "A vote of −1 subtracts its weight; it does not count as 0.",
                score="sum(alpha[i] if h[i] == 1 else 0, i)"),
        Mistake("averaged", "Add the weighted votes; they are not divided by their number.",
                score="sum(alpha[i]*h[i], i)/count(h)"),
        Mistake("majority_of_the_weighted", "In a plain majority the weights do not count.",
                when="sign*majority_unweighted < 0", majority_unweighted="sign"),
    )
    nudge = "The votes do not count alike."
    stories = {
        "task == 'vote'": (
            "Stumps with weights α = {alpha} vote h = {h} on a mushroom (1 edible, −1 poisonous).",
            "A boosted alarm has stump weights {alpha} and outputs {h}; 1 means alarm, −1 none. Does it go off?",
            "AdaBoost has learned stumps that judge whether a mail is spam (1) or not (−1). They say {h}; their "
            "weights are {alpha}.",
            "The boosted stumps of a bank vote {h} on a loan (1 grant, −1 refuse), with weights {alpha}."),
        "task == 'otherwise'": (
            "Would a plain majority of the votes {h} decide otherwise than AdaBoost with weights {alpha}?",
            "Stumps with weights α = {alpha} vote h = {h} on a mushroom (1 edible, −1 poisonous). Compare the weighted "
            "vote with a plain majority.",
            "A boosted alarm has stump weights {alpha} and outputs {h}; 1 means alarm, −1 none. Does it go off, and "
            "would it if every stump counted alike?",
            "On a loan the stumps of a bank vote {h} (1 grant, −1 refuse), with the weights {alpha}. What does "
            "AdaBoost decide, and what would a majority?"),
    }
