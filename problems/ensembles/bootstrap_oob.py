"""Bootstrap samples: which records a sample drawn with replacement holds, and which it leaves out of the bag."""

from quizgen.authoring import Aside, Convention, Index, Level, Mistake, Problem, Whole, between, oneof


class BootstrapOob(Problem):
    title = "Bootstrap sample"

    task = Aside("as many")
    n = Whole("number of records", draw=between(3, 200), least=1, most=1000)
    m = Whole("number of draws, where it is not n", least=1, most=1000, optional=True)
    models = Whole("number of models", optional=True, least=1)
    i = Index(upto="n")

    chance = Convention("exact", "limit", says={
        "exact": "chances are exact, not those of the limit for many records",
        "limit": "chances are those of the limit for many records, in which $(1 - 1/n)**n$ becomes $exp(-1)$"})
    symbols = {"p_not_drawn": "p_{out}", "p_included": "p_{in}", "expected_distinct": "d", "models": "B",
               "expected_out_of_bag_models": "b", "limit": "p_{lim}", "number_of_ordered_samples": "N",
               "all_distinct_probability": "q"}
    also = {"p_not_drawn": "not drawn, out of bag", "p_included": "drawn, included", "expected_distinct": "distinct",
            "expected_out_of_bag_models": "models, trees, out of bag", "limit": "1 - 1/e, limit"}
    answers = ("p_not_drawn p_included expected_distinct expected_out_of_bag_models limit number_of_ordered_samples "
               "all_distinct_probability")
    accept = ("task != 'subsample' or m != n", "p_not_drawn >= 0.01")
    other = {"task": "subsample", "m": between("ceil(n/2)", "2*n")}
    levels = {
        "easy": (Level("p_not_drawn p_included"), Level("p_not_drawn p_included", **other)),
        "medium": (Level("expected_distinct"), Level("expected_distinct", **other)),
        "hard": Level("expected_out_of_bag_models limit", task="models", models=oneof(10, 20, 25, 50, 100, 200, 500)),
    }

    def work(self, w):
        m = "m" if w.has("m") else "n"
        w.step("p_not_drawn", {"exact": f"(1 - 1/n)**{m}", "limit": "exp(-m/n)" if w.has("m") else "exp(-1)"},
               "Chance that a given record is not drawn", "Each draw misses it with the chance $1 - 1/n$, "
               f"independently, and there are ${m}$ draws.", by="chance")
        w.step("p_included", "1 - p_not_drawn", "Chance that a given record is drawn", "At least once.")
        w.step("expected_distinct", "n*p_included", "Mean number of different records drawn",
               "Each of them is in the sample with the same chance.")
        w.step("expected_out_of_bag_models", "models*p_not_drawn", "Mean number of models without a given record",
               "Each model has a bootstrap sample of its own.")
        w.step("limit", "1 - exp(-1)", "Limit of the share drawn when n grows",
               "$(1 - 1/n)**n$ tends to $exp(-1)$.")
        w.step("number_of_ordered_samples", f"n**{m}", "Number of ordered samples", "Each draw has n outcomes.",
               places=0, spare=True)
        if not w.has("m"):
            w.step("all_distinct_probability", "prod(i/n, i)", "Chance that all records are drawn",
                   "Of the ordered samples n! hold each record once.", places=6)

    mistakes = (
        Mistake("without_replacement", "Draws are with replacement: a record may come twice, another never.",
                p_not_drawn=("max(1 - m/n, 0)", "0"), p_included=("min(m/n, 1)", "1")),
        Mistake("used_limit", "That is the limit for many records; the exact chance is asked.",
                when="chance == 'exact'", p_not_drawn=("exp(-m/n)", "exp(-1)")),
        Mistake("used_exact", "That is the exact chance; the limit for many records is asked.",
                when="chance == 'limit'", p_not_drawn=("(1 - 1/n)**m", "(1 - 1/n)**n")),
        Mistake("complement", "That is the chance of the opposite.", limit="exp(-1)", p_not_drawn=(
            "1 - ((1 - 1/n)**m if chance == 'exact' else exp(-m/n))",
            "1 - ((1 - 1/n)**n if chance == 'exact' else exp(-1))")),
        Mistake("single_draw", "That is the chance in a single draw.", p_not_drawn="1 - 1/n", p_included="1/n"),
        Mistake("power_n-1", "There is one draw more: the power is the number of draws.",
                p_not_drawn=("(1 - 1/n)**(m - 1)", "(1 - 1/n)**(n - 1)")),
    )
    nudge = "The draws are with replacement, so each of them can miss the record."
    stories = {
        "task == 'as many'": (
            "From {n} records {n} are drawn with replacement; {chance}.",
            "A bootstrap sample of size {n} is drawn from {n} seeds; {chance}.",
            "For a bagged tree {n} patients are drawn with replacement from the {n} of a study; {chance}.",
            "A bag holds {n} marbles, all different. One is drawn, noted and put back, {n} times; {chance}."),
        "task == 'subsample'": (
            "From {n} records {m} are drawn with replacement; {chance}.",
            "A forest grows each tree on {m} samples, drawn with replacement from {n}; {chance}.",
            "To study {n} seeds, {m} are drawn one by one, and each is put back before the next draw; {chance}.",
            "A network sees {m} pictures, each drawn anew from the same {n}; {chance}."),
        "task == 'models'": (
            "{models} trees are bagged on {n} samples, each on a bootstrap sample of this size; {chance}.",
            "{models} networks are trained, each on a bootstrap sample of the {n} records; {chance}.",
            "A forest has {models} trees. Each is grown on {n} draws with replacement from the {n} patients; {chance}.",
            "{models} forecasters each learn from {n} days, drawn with replacement from the {n} of a log; {chance}."),
    }
