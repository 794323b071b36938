"""What bagged models say together: the majority of votes, the mean of outputs, how often a majority is right."""

from quizgen.authoring import (Aside, Index, Labels, Level, Mistake, Number, Problem, Vector, Whole, between,
                               computed, oneof)

RIGHT = "half + j"  # how many models are right in the j-th way to a majority
CHANCE = f"comb(k, {RIGHT})*p_correct_independent**({RIGHT})*(1 - p_correct_independent)**(k - ({RIGHT}))"


def most_frequent(votes):
    """The label with the most votes."""
    return max(dict.fromkeys(votes), key=votes.count)


class BaggingAggregate(Problem):
    title = "Aggregating bagged models"

    task, size = Aside("votes"), Aside(oneof(5, 7, 9, 11))
    names = Aside(oneof(("cat", "dog", "fox"), ("ripe", "green", "rotten"), ("oak", "elm", "fir"),
                        ("jazz", "rock", "folk")))
    ballot = Aside(oneof(1, 1, 1, 2, 2, 3), size=computed("size"))
    tally = Aside(computed("sum((1 if ballot[m] == 1 else 0), m)"))
    runner = Aside(computed("max(sum((1 if ballot[m] == 2 else 0), m), sum((1 if ballot[m] == 3 else 0), m))"))
    votes = Labels("votes of the models", draw=computed("names[ballot[m]]", "m"), series=True, optional=True)
    regression_outputs = Vector("outputs of the models", size=computed("size"), fewest=2, series=True, optional=True)
    k = Whole("number of models", optional=True, least=1, most=1001)
    p_correct_independent = Number("chance that a model is right", optional=True, above=0, below=1)
    m, i, j = Index("ballot"), Index("votes"), Index(upto="k - floor(k/2)")
    r = Index("regression_outputs")

    symbols = {"p_correct_independent": "p", "average": r"\bar y", "p_majority_correct": "P", "vote_share": "s",
               "chances": "c", "half": "h",
               "regression_outputs": "y"}
    also = {"majority": "label, vote, winner", "average": "mean, ensemble", "p_majority_correct": "probability"}
    answers = "majority vote_share average p_majority_correct"
    accept = ("vote_share < 1", "tally > runner", "abs(average - median(regression_outputs)) >= 0.01",
              "abs(p_correct_independent - 0.5) > 0.01")
    none = {"votes": None, "ballot": None, "tally": None, "runner": None}
    levels = {
        "easy": Level("majority vote_share"),
        "medium": Level("average", task="outputs", **none, size=oneof(5, 6, 7, 8),
                        regression_outputs=between(2, 9, 0.1)),
        "hard": Level("p_majority_correct", task="chance", **none, k=oneof(3, 5, 7, 9, 11),
                      p_correct_independent=between(0.3, 0.9, 0.005)),
    }

    def work(self, w):
        w.procedure("majority", most_frequent, "votes", "Majority of the votes", "The most frequent label.", text=True)
        w.step("vote_share", "sum(1 if votes[i] == majority else 0, i)/count(votes)", "Share of the votes")
        w.step("average", "sum(regression_outputs[r], r)/count(regression_outputs)", "Mean of the outputs",
               "Numbers are averaged.")
        w.step("half", "floor(k/2)", "Half of the models", "Rounded down.", places=0)
        w.step("chances[j]", CHANCE, "Chances of so many right models", "A majority is more than half of them.")
        w.step("p_majority_correct", "sum(chances[j], j)", "Probability of a right majority", "All majorities count.")

    mistakes = (
        Mistake("used_median", "Regression averages: the mean, not the median.", average="median(regression_outputs)"),
        Mistake("divided_by_k-1", "Divide by the number of models.",
                average="sum(regression_outputs[r], r)/(count(regression_outputs) - 1)"),
        Mistake("p_unchanged", "That is a single model's chance.", p_majority_correct="p_correct_independent"),
        Mistake("p_all_correct", "Not all need to be right: a majority is enough.",
                p_majority_correct="p_correct_independent**k"),
        Mistake("only_exactly_three", "Larger majorities are right too: add their terms.",
                p_majority_correct="chances[1]"),
        Mistake("binomial_coefficient_forgotten", "Each term counts in how many ways j of the k models can be right.",
                chances=CHANCE.partition("*")[2]),
        Mistake("at_least_one_correct", "One right model is no majority.",
                p_majority_correct="1 - (1 - p_correct_independent)**k"),
        Mistake("others_counted", "That is the share of all other labels.",
                vote_share="1 - sum(1 if votes[i] == majority else 0, i)/count(votes)"),
    )
    nudge = "Classification votes, regression averages; a majority is more than half of the models."
    stories = {
        "task == 'votes'": (
            "The trees of a random forest vote {votes}. Which label does the forest return, and which share of the "
            "votes does it get? Give {ask}.",
            "Bagged classifiers say {votes}. The ensemble returns the most frequent label.",
            "A panel of trees looks at one example and votes {votes}. What is the forest's answer, and how clear is "
            "it?",
            "Each of some trees was trained on its own bootstrap sample. To a new example they say {votes}.",
        ),
        "task == 'outputs'": (
            "Bagged regression trees predict {regression_outputs} t/ha. What does the ensemble predict?",
            "A forest estimates the price of a flat; its trees say {regression_outputs} (in 100,000 €).",
            "Models trained on bootstrap samples predict delays of {regression_outputs} min. What does the ensemble "
            "say?",
            "The outputs of some bagged models for the same day's temperature are {regression_outputs} °C.",
        ),
        "task == 'chance'": (
            "{k} models err independently; each is right with probability {p_correct_independent}. With which "
            "probability is the majority right?",
            "{k} trees vote on a yes-or-no question, each right with probability {p_correct_independent}, "
            "independently of the others. How often is the majority right?",
            "Would {k} independent voters, each right with probability {p_correct_independent}, decide better than "
            "one? Find how likely a right majority is.",
            "An alarm follows the majority of {k} independent sensors, each of which is right with probability "
            "{p_correct_independent}.",
        ),
    }
