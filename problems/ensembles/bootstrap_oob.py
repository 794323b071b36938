"""Bootstrap samples: how likely a record is drawn, how many different ones there are, how many models never saw one."""

from quizgen.authoring import Aside, Index, Level, Mistake, Problem, Whole, between, oneof


class BootstrapOob(Problem):
    title = "Bootstrap sample"

    task = Aside("not drawn")
    n = Whole("size of the sample, and of the data", draw=between(3, 600), least=2, most=10**6)
    models = Whole("number of models", optional=True, least=1)
    i = Index(upto="n")

    symbols = {"p_not_drawn": "q", "p_included": "p", "expected_distinct": "d", "models": "B", "limit": "p_l",
               "expected_out_of_bag_models": "b", "number_of_ordered_samples": "N", "all_distinct_probability": "a"}
    also = {"p_not_drawn": "probability, out of bag", "p_included": "probability, drawn",
            "expected_distinct": "distinct"}
    answers = "p_not_drawn p_included expected_distinct expected_out_of_bag_models limit number_of_ordered_samples "\
              "all_distinct_probability"
    bag = Level("p_not_drawn expected_out_of_bag_models", task="models", n=between(3, 200),
                models=oneof(10, 20, 25, 50, 100, 200, 500))
    levels = {
        "easy": (Level("p_not_drawn"), Level("p_included", task="drawn")),
        "medium": Level("expected_distinct", task="distinct"),
        "hard": (bag, bag, Level("p_included limit", task="limit", n=between(3, 300)),
                 Level("number_of_ordered_samples all_distinct_probability", task="orders", n=between(3, 8))),
    }

    def work(self, w):
        w.step("p_not_drawn", "(1 - 1/n)**n", "Probability $p_not_drawn$ never to be drawn",
               "Each of the n draws must miss the record.")
        w.step("p_included", "1 - p_not_drawn", "Probability $p_included$ to be drawn", "At least once.")
        w.step("expected_distinct", "n*p_included", "Expected number $expected_distinct$ of different records",
               "Each of the n records counts with its probability to be drawn.")
        w.step("expected_out_of_bag_models", "models*p_not_drawn",
               "Expected number $expected_out_of_bag_models$ of models without the record",
               "Each model has its own sample.")
        w.step("limit", "1 - exp(-1)", "Limit $limit$ of the probability to be drawn", "(1 − 1/n)ⁿ goes to 1/e.")
        w.step("number_of_ordered_samples", "n**n", "Number $number_of_ordered_samples$ of ordered samples",
               "n choices at each of n draws.", places=0, spare=True)
        w.step("all_distinct_probability", "prod(i/n, i)",
               "Probability $all_distinct_probability$ that all are different",
               "The orders of n different records among all ordered samples: n!/nⁿ.", spare=True)

    mistakes = (
        Mistake("without_replacement", "With replacement a record may be missed: it is not sure to be drawn.",
                p_included="1", expected_distinct="n"),
        Mistake("used_limit", "That is the limit for large n; here n is known.", p_not_drawn="exp(-1)"),
        Mistake("complement", "That is the other event: subtract from 1.", p_included="p_not_drawn"),
        Mistake("complement", "That is the other event: it must be missed n times.", p_not_drawn="1 - (1 - 1/n)**n"),
        Mistake("single_draw", "That is the chance of one draw; there are n.", p_included="1/n"),
        Mistake("single_draw", "That is the chance to be missed by one draw; there are n.", p_not_drawn="1 - 1/n"),
        Mistake("power_n-1", "All n draws must miss it: the power is n.", p_not_drawn="(1 - 1/n)**(n - 1)"),
        Mistake("expected_missing", "So many are missing on average.", expected_distinct="n*p_not_drawn"),
        Mistake("models_that_saw_it", "So many models saw the record.", expected_out_of_bag_models="models*p_included"),
        Mistake("limit_of_the_other", "That is the limit of the probability never to be drawn.", limit="exp(-1)"),
        Mistake("without_order", "Each draw has n choices, whatever was drawn before.",
                number_of_ordered_samples="prod(i, i)"),
        Mistake("one_order_only", "Different records can come in n! orders.", all_distinct_probability="1/n**n"),
    )
    nudge = "Draws are with replacement: each one can miss the record."
    stories = {
        "task == 'not drawn'": (
            "From {n} records {n} are drawn with replacement. What is the probability that a given one is never drawn?",
            "A tree is grown on a bootstrap sample of {n} of {n} patients. How likely is it that a given patient is "
            "out of bag?",
            "{n} balls lie in an urn; {n} times one is drawn, noted and put back. How likely is it that ball 1 never "
            "comes?",
            "A bootstrap sample of size {n} is taken from {n} measurements. How likely is the first one to be missing?",
        ),
        "task == 'drawn'": (
            "From {n} records {n} are drawn with replacement. What is the probability that a given one is drawn?",
            "A tree is grown on a bootstrap sample of {n} of {n} patients. How likely is it that it sees a given "
            "patient?",
            "{n} balls lie in an urn; {n} times one is drawn, noted and put back. How likely is ball 1 to come at all?",
            "A bootstrap sample of size {n} is taken from {n} measurements. How likely is the first one to be in it?",
        ),
        "task == 'distinct'": (
            "A bootstrap sample of size {n} is drawn from {n} seeds. How many different seeds does it hold on average "
            "(the exact formula, not the limit)?",
            "{n} of {n} songs are drawn with replacement. How many different ones are to be expected, exactly?",
            "How many of {n} customers appear in a bootstrap sample of the same size, on average and exactly?",
            "Each of {n} days picks a card from the same {n} cards and puts it back. How many cards are picked at "
            "least once, on average?",
        ),
        "task == 'models'": (
            "{models} trees are bagged on {n} samples. For how many trees, on average, is a given sample out of bag?",
            "A forest of {models} trees uses bootstrap samples of all {n} patients. How likely is a tree to miss "
            "a given patient, and how many trees miss her on average?",
            "To test without a test set, a record is judged by the models that never saw it. There are {n} records and "
            "{models} bootstrap models.",
            "{models} networks are each trained on {n} draws with replacement from {n} images. How many never see "
            "image 1, on average?",
        ),
        "task == 'limit'": (
            "How likely is a given one of {n} records to be in a bootstrap sample of that size, exactly and in the "
            "limit of many records?",
            "Textbooks say 63.2 %. What is the exact probability to be drawn for {n} records and as many draws, and "
            "what is its limit for more and more records?",
            "A bootstrap sample of {n} from {n}: compare a record's probability to be drawn with its limit for large "
            "n.",
            "With {n} draws with replacement from {n} records, how near is the probability to be drawn to its limit? "
            "Give both.",
        ),
        "task == 'orders'": (
            "{n} times one of {n} cards is drawn and put back. How many ordered results are there, and how likely are "
            "all cards different?",
            "How many ordered bootstrap samples of {n} records are there, and how likely is the one draw in which "
            "every record comes once?",
            "A playlist of {n} picks from {n} songs, repeats allowed: how many are there, and how likely is one "
            "without a repeat?",
            "In a bootstrap sample of {n} of {n} mice, how many orders of draws are possible, and how likely is it "
            "that every mouse comes exactly once?",
        ),
    }
