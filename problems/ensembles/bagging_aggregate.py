"""How a bagged ensemble decides: by its majority, by its mean, and how likely a majority is right."""

from quizgen.authoring import (Aside, Convention, Index, Labels, Level, Matrix, Mistake, Number, Problem, Vector, Whole,
                               between, computed, made, oneof)

CLASSES = ("cat", "dog", "fox"), ("oak", "ash", "elm"), ("rain", "sun", "fog"), ("jazz", "rock", "folk")


def ranked(votes):
    return sorted({vote: votes.count(vote) for vote in votes}.items(), key=lambda found: -found[1])


def majority(votes):
    """The most frequent label. ValueError where two are equally frequent."""
    (first, most), *others = ranked(votes)
    if others and others[0][1] == most:
        raise ValueError(f"{first} and {others[0][0]} have equally many votes")
    return str(first)


def rarest(votes):
    return str(ranked(votes)[-1][0])


def votes_for(votes, majority):
    return [str(vote) for vote in votes].count(majority)


def thirds(cuts, rows):
    """Probabilities of three classes in percent, one model a row."""
    return [[a, b - a, 100 - b] for a, b in (sorted(cuts[2*k:2*k + 2]) for k in range(rows))]


class BaggingAggregate(Problem):
    title = "Aggregating bagged models"

    task = Aside("vote")
    models = Aside(oneof(5, 7, 9))
    names = Aside(oneof(*CLASSES))
    ballot = Aside(oneof(1, 1, 2, 2, 3), size=computed("models"))
    c, r = Index("ballot"), Index(upto="models")
    votes = Labels("votes, one a model", draw=computed("names[ballot[c]]", "c"), when="vote == 'hard'", series=True,
                   optional=True)
    cuts = Aside(between(2, 98), size=18)
    percents = Aside(made(thirds, "cuts models"))
    d = Index("percents", of_row=True)
    probabilities = Matrix("probabilities of the classes, one model a row", least=0, most=1, series=True, optional=True,
                           draw=computed("percents[r][d]/100", "r", "d", places=2), when="vote == 'soft'")
    regression_outputs = Vector("outputs, one a model", size=computed("models"), fewest=2, series=True,
                                optional=True)
    k = Whole("number of models", least=1, most=200, optional=True)
    p_correct_independent = Number("chance that one model is right", least=0, most=1, optional=True)
    i, m, n = Index("regression_outputs"), Index("probabilities"), Index("probabilities", of_row=True)
    j = Index(upto="k - floor(k/2)")

    vote = Convention("hard", "soft", says={
        "hard": "each model has one vote",
        "soft": "the probabilities are averaged, and the class with the largest mean wins"})
    symbols = {"regression_outputs": "y", "average": r"\bar y", "p_correct_independent": "p", "vote_share": "s",
               "votes_for_it": "v", "mean_probability": r"\bar P", "probabilities": "P", "majorities": "m",
               "exactly": "q", "p_majority_correct": "p_{maj}"}
    also = {"average": "mean, ensemble output", "p_majority_correct": "P, probability, chance", "vote_share": "share",
            "majority": "label, vote, forest"}
    answers = "majority vote_share mean_probability average p_majority_correct"
    accept = ("max(ballot) > min(ballot)", "abs(average - median(regression_outputs)) >= 0.01",
              "abs(p_correct_independent - 0.5) >= 0.01", "max(mean_probability) - median(mean_probability) >= 0.02")
    impossible = {"max(abs(sum(probabilities[m][n], n) - 1), m) > 0.001": "probabilities: each row must add up to 1"}
    none = {"votes": None, "probabilities": None}
    levels = {
        "easy": Level("majority vote_share mean_probability"),
        "medium": Level("average", task="average", regression_outputs=between(2, 9, 0.1), models=between(4, 7), **none),
        "hard": Level("p_majority_correct", task="chance", k=oneof(3, 5, 7, 9, 11),
                      p_correct_independent=between(0.3, 0.9, 0.005), **none),
    }

    def work(self, w):
        if w.vote == "hard":
            w.procedure("majority", majority, "votes", "Label of the ensemble", "The most frequent one.", text=True)
            w.procedure("votes_for_it", votes_for, "votes majority", "Votes for it", places=0)
            w.step("vote_share", "votes_for_it/count(votes)", "Share $vote_share$ of the votes")
        else:
            w.step("mean_probability[n]", "sum(probabilities[m][n], m)/count(probabilities)",
                   "Mean probability of each class")
            w.step("majority", "argmax(mean_probability[n], n)", "Class of the ensemble, counted from 1",
                   "The one with the largest mean.")
        w.step("average", "sum(regression_outputs[i], i)/count(regression_outputs)", "Output $average$ of the ensemble",
               "Regression averages.")
        w.step("majorities[j]", "floor(k/2) + j", "Numbers of right models that make a majority", "More than half.",
               places=0)
        w.step("exactly[j]", "comb(k, majorities[j])*p_correct_independent**majorities[j]"
               "*(1 - p_correct_independent)**(k - majorities[j])", "Chance that exactly so many are right",
               "Binomial: which ones they are, that they are right, that the others are wrong.")
        w.step("p_majority_correct", "sum(exactly[j], j)", "Chance $p_majority_correct$ that the majority is right")

    mistakes = (
        Mistake("rarest_label", "The label with the most votes wins.", when="vote == 'hard'", majority=rarest),
        Mistake("used_median", "Regression averages: take the mean, not the median.",
                average="median(regression_outputs)"),
        Mistake("divided_by_k-1", "Divide by the number of models.",
                average="sum(regression_outputs[i], i)/(count(regression_outputs) - 1)"),
        Mistake("p_unchanged", "That is the chance of one model, not of the majority.",
                p_majority_correct="p_correct_independent"),
        Mistake("p_all_correct", "Not all need to be right: more than half will do.",
                p_majority_correct="p_correct_independent**k"),
        Mistake("only_exactly_three", "Larger majorities are right too: add their chances.",
                p_majority_correct="exactly[1]"),
        Mistake("binomial_coefficient_forgotten", "Any of the models may be the ones that are right: the binomial "
                "coefficient counts the ways.", p_majority_correct="sum(p_correct_independent**majorities[j]"
                "*(1 - p_correct_independent)**(k - majorities[j]), j)"),
        Mistake("at_least_one_correct", "That is the chance that at least one is right; a majority is needed.",
                p_majority_correct="1 - (1 - p_correct_independent)**k"),
    )
    nudge = "Classification votes, regression averages; a majority is more than half."
    stories = {
        "task == 'vote' and vote == 'hard'": (
            "The trees of a forest vote {votes}; {vote}.",
            "A committee of bagged networks labels a picture: {votes}. Its answer is the most frequent one; {vote}.",
            "One case, judged by the trees of a random forest: {votes}; {vote}.",
            "Classifiers trained on bootstrap samples call the same example {votes}; {vote}."),
        "task == 'vote' and vote == 'soft'": (
            "The trees of a forest give three classes the probabilities {probabilities}, one tree a row; {vote}.",
            "A committee of bagged networks gives {probabilities} (one network a row, one class a column); {vote}.",
            "One case, judged by the trees of a random forest: {probabilities}, a row for each tree; {vote}.",
            "Classifiers trained on bootstrap samples give the classes {probabilities}, one classifier a row; {vote}."),
        "task == 'average'": (
            "Bagged regression trees predict {regression_outputs} t/ha. What does the ensemble predict?",
            "The trees of a forest put the price of a flat at {regression_outputs} (in 100,000 €). What is the "
            "forest's price?",
            "Networks trained on bootstrap samples forecast winds of {regression_outputs} m/s. What is their forecast?",
            "The models of a bagged ensemble answer {regression_outputs} to the same input. What is its answer?"),
        "task == 'chance'": (
            "{k} models err independently; each is right with probability {p_correct_independent}.",
            "{k} bagged trees vote. Suppose that their errors are independent and that each is right with probability "
            "{p_correct_independent}.",
            "A jury of {k} networks decides by majority. Each is right with probability {p_correct_independent}, "
            "independently of the others.",
            "{k} doctors judge a picture independently; each is right with probability {p_correct_independent}. Their "
            "majority decides."),
    }
