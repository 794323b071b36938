"""The weighted vote of AdaBoost: the sum of the stumps' weights with the signs of their votes."""

from quizgen.authoring import Aside, Index, Level, Mistake, Problem, Vector, between, computed, oneof, shuffled


class AdaboostVote(Problem):
    title = "Weighted vote of AdaBoost"

    task, size, side = Aside("score"), Aside(3), Aside(oneof(1, -1))
    ahead = Aside(None)  # which of five stumps are the few strong ones
    strong, weak = (Aside(None, size=5) for _ in range(2))
    alpha = Vector("weights of the stumps", draw=between(0.1, 1.5, 0.01, distinct=True), size=computed("size"))
    h = Vector("votes, 1 or −1", draw=oneof(1, -1), size=computed("size"), entries="count(alpha)", whole=True, least=-1,
               most=1)
    t, a = Index("alpha"), Index("ahead")

    symbols = {"alpha": r"\alpha", "score": "S", "sign": "y", "majority_unweighted": "m"}
    also = {"score": "sum", "sign": "decision, class", "majority_unweighted": "majority, plain majority"}
    answers = "score sign majority_unweighted"
    impossible = {"min(abs(h[t]), t) == 0": "a vote is 1 or −1",
                  "abs(score) < 0.000000001": "both sides weigh the same: no decision"}
    accept = ("min(h) < max(h)", "abs(score) >= 0.05", "task != 'both' or sum(h)*score < 0",
              "abs(sum(h) - score) > 0.005")
    levels = {
        "easy": Level("score sign"),
        "medium": Level("score sign", size=5),
        "hard": Level("score sign majority_unweighted", task="both", size=5, ahead=shuffled((1, 1, -1, -1, -1)),
                      strong=between(0.7, 1.5, 0.01), weak=between(0.1, 0.55, 0.01),
                      alpha=computed("strong[a] if ahead[a] == 1 else weak[a]", "a", places=2),
                      h=computed("side*ahead[a]", "a")),
    }

    def work(self, w):
        w.step("score", "sum(alpha[t]*h[t], t)", "Score", "A vote counts as much as its stump's weight.")
        w.step("sign", "sign(score)", "Decision", "The sign of the score.", places=0)
        w.step("majority_unweighted", "sign(sum(h[t], t))", "Decision $majority_unweighted$ of a plain majority",
               "Every vote counts the same.", places=0)

    mistakes = (
        Mistake("unweighted", "Votes do not count alike: multiply each by its stump's weight.", score="sum(h[t], t)"),
        Mistake("took_largest_alpha", "The strongest stump does not decide alone.",
                when="h[argmax(alpha[t], t)]*score < 0", sign="h[argmax(alpha[t], t)]"),
        Mistake("sum_of_alphas", "The votes −1 count against.", score="sum(alpha[t], t)"),
        Mistake("votes_0_1", "A vote of −1 is −1, not 0.", score="sum(alpha[t]*(h[t] + 1)/2, t)"),
        Mistake("averaged", "The sum is asked, not the mean.", score="sum(alpha[t]*h[t], t)/count(alpha)"),
        Mistake("weighted_majority", "In a plain majority each vote counts the same.",
                majority_unweighted="sign(score)"),
    )
    nudge = "Votes do not count alike: multiply each by its weight, add, and look at the sign."
    stories = {
        "task == 'score'": (
            "Stumps with weights {alpha} vote {h} (+1 edible, −1 poisonous). Give {ask} (1 or −1).",
            "A boosted alarm has stump weights {alpha} and outputs {h}; +1 means alarm, −1 none. Does it go off? Give "
            "{ask} (1 or −1).",
            "AdaBoost has trained stumps with α = {alpha}. For a new loan they say {h} (+1 will be repaid, −1 will "
            "not). Give {ask} (1 or −1).",
            "Weak classifiers with the weights {alpha} judge a picture {h}: +1 cat, −1 no cat. What does the ensemble "
            "say? Give {ask} (1 or −1).",
        ),
        "task == 'both'": (
            "Would a plain majority of the votes {h} decide otherwise than AdaBoost with the weights {alpha}? Give "
            "{ask} (1 or −1).",
            "Five stumps vote {h} on a mushroom (+1 edible, −1 poisonous); their weights are {alpha}. Decide by "
            "weights and by heads: give {ask} (1 or −1).",
            "Stumps with α = {alpha} say {h}. What does AdaBoost decide, and what would an equal vote decide? "
            "Give {ask} (1 or −1).",
            "Does it matter that the stumps weigh {alpha}? They vote {h}. Give {ask} (1 or −1).",
        ),
    }
