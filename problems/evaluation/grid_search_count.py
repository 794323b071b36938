"""How many fits a grid search and a random search take, how long, and how likely random search is to do well."""

from quizgen.authoring import Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole, between, oneof


class GridSearchCount(Problem):
    title = "Cost of grid and random search"

    task = Aside("combinations")
    grid_sizes = Vector("number of values of each hyperparameter", draw=between(2, 6), size=between(2, 5), least=1,
                        whole=True, series=True)
    folds = Whole("number of folds", least=2, most=10**6, optional=True)
    minutes_per_fit = Number("minutes per fit", above=0, optional=True)
    random_trials = Whole("settings that random search draws", least=1, most=10**6, optional=True)
    top = Number("share of all settings that counts as the best", above=0, below=1, default=0.05)
    i = Index("grid_sizes")

    refit = Convention("not counted", "counted", says={
        "not counted": "a final refit is not counted", "counted": "the final refit on all data counts as one more fit"},
        when="folds > 0")
    symbols = {"combinations": "C", "fits_with_cv": "F", "fits_with_refit": "F_{all}", "hours": "h", "folds": "k",
               "grid_sizes": "n", "minutes_per_fit": "m", "random_trials": "T", "random_fits": "F_{random}",
               "saving_fraction": "s", "random_hit": "p", "top": "q"}
    also = {"combinations": "settings", "fits_with_cv": "fits", "fits_with_refit": "fits", "hours": "time",
            "random_hit": "probability, chance", "saving_fraction": "saving, saved, share saved"}
    answers = "combinations fits_with_cv fits_with_refit hours random_fits saving_fraction random_hit"
    accept = ("count(grid_sizes) > 2 or max(grid_sizes) > 2", "random_trials*folds <= 0.9*combinations*folds",
              "abs(top*random_trials - 1) > 0.001", "hours <= 200")
    levels = {
        "easy": Level("combinations", grid_sizes=between(2, 8)),
        "medium": Level("combinations fits_with_cv fits_with_refit", task="folds", folds=oneof(3, 5, 10)),
        "hard": (
            Level("hours", task="time", folds=oneof(3, 5, 10), minutes_per_fit=between(0.5, 20, 0.5)),
            Level("random_fits saving_fraction random_hit", task="random", folds=oneof(3, 5, 10),
                  grid_sizes=oneof(3, 4, 5, 6), random_trials=between(10, 60), top=oneof(0.02, 0.05, 0.1)),
        ),
    }

    def work(self, w):
        w.step("combinations", "prod(grid_sizes[i], i)", "Number of combinations", "Every value meets every other.",
               places=0)
        w.step("fits_with_cv", "combinations*folds", "Number of fits", "Every combination once a fold.",
               places=0)
        fits, more = "fits_with_cv", ""
        if w.refit == "counted":
            w.step("fits_with_refit", "fits_with_cv + 1", "Number of fits with the refit",
                   "The best setting is fitted again.", places=0)
            fits, more = "fits_with_refit", " + 1"
        w.step("hours", f"{fits}*minutes_per_fit/60", "Time in hours", "An hour has 60 minutes.", places=2)
        w.step("random_fits", f"random_trials*folds{more}", "Number $random_fits$ of fits of the random search",
               "Each setting once a fold.", places=0)
        w.step("saving_fraction", f"1 - random_fits/{fits}", "Share $saving_fraction$ of the fits saved")
        w.step("random_hit", "1 - (1 - top)**random_trials", "Chance $random_hit$ that at least one draw is among "
               "the best", "All draws miss with the chance $(1 - top)**random_trials$.")

    mistakes = (
        Mistake("sizes_added", "Every value meets every other: multiply the sizes.",
                combinations="sum(grid_sizes[i], i)"),
        Mistake("one_size_to_the_number", "The sizes differ: multiply them, each as it is.",
                when="max(grid_sizes) > min(grid_sizes)", combinations="grid_sizes[1]**count(grid_sizes)"),
        Mistake("folds_forgotten", "Each setting is fitted once for every fold.", fits_with_cv="combinations",
                random_fits="random_trials"),
        Mistake("folds_added", "Each setting is fitted once for every fold: multiply by the folds.",
                fits_with_cv="combinations + folds"),
        Mistake("minutes_given_as_hours", "Those are minutes: divide by 60.",
                hours=("fits_with_refit*minutes_per_fit", "fits_with_cv*minutes_per_fit")),
        Mistake("chance_q_times_T", "Chances of several draws do not add: 1 minus the chance that all miss.",
                random_hit="top*random_trials"),
        Mistake("chance_of_all_misses", "That is the chance that no draw is among the best.",
                random_hit="(1 - top)**random_trials"),
        Mistake("share_needed_given", "That is the share still needed: the saving is the rest.",
                saving_fraction=("random_fits/fits_with_refit", "random_fits/fits_with_cv")),
    )
    nudge = "Every value of one hyperparameter meets every value of the others."
    stories = {
        "task == 'combinations'": (
            "Grid search tries {grid_sizes} values of its hyperparameters, every combination.",
            "To tune a network overnight, a student lists {grid_sizes} values of the hyperparameters. All combinations "
            "are tried.",
            "The hyperparameters of a model have {grid_sizes} values to choose from. Grid search tries all settings.",
            "Learning rate, batch size and the like are varied together, with {grid_sizes} values each in this order, "
            "every value with every other."),
        "task == 'folds'": (
            "Grid search tries {grid_sizes} values of its hyperparameters, every combination, with {folds}-fold "
            "cross-validation; {refit}.",
            "A student lists {grid_sizes} values of a network's hyperparameters and judges every combination by "
            "{folds}-fold cross-validation; {refit}.",
            "Hyperparameters with {grid_sizes} values are searched as a grid. Each setting is compared by "
            "cross-validation with {folds} folds; {refit}.",
            "A team searches a whole grid, {grid_sizes} values of the hyperparameters, with {folds} folds for each "
            "setting; {refit}."),
        "task == 'time'": (
            "Each fit takes {minutes_per_fit} min, one after the other. A grid of {grid_sizes} values of the "
            "hyperparameters is searched with {folds}-fold cross-validation; {refit}. How many hours does it take?",
            "A student tunes a network: {grid_sizes} values of the hyperparameters, every combination, {folds} folds, "
            "{minutes_per_fit} min a fit. Nothing runs in parallel; {refit}.",
            "Will a grid search be done overnight? The hyperparameters have {grid_sizes} values, there are {folds} "
            "folds, a fit takes {minutes_per_fit} min, and only one runs at a time; {refit}.",
            "One computer works through all settings of a grid, {grid_sizes} values of its hyperparameters, {folds} "
            "folds for each setting, {minutes_per_fit} min a fit; {refit}."),
        "task == 'random'": (
            "Instead of a whole grid, {grid_sizes} values of the hyperparameters, random search draws {random_trials} "
            "settings independently, with {folds}-fold cross-validation too; {refit}. The best settings are a fraction "
            "{top} of all.",
            "A grid of {grid_sizes} values of the hyperparameters takes too long. {random_trials} settings are drawn "
            "at random and independently instead, with {folds} folds as in the grid; {refit}. A fraction {top} of all "
            "settings counts as the best.",
            "Compare random search, {random_trials} independent draws, with a grid of {grid_sizes} values of the "
            "hyperparameters, both with {folds} folds; {refit}. The best are a fraction {top} of all settings.",
            "A grid search ({grid_sizes} values of the hyperparameters, {folds} folds) is replaced by {random_trials} "
            "settings, drawn independently and judged alike; {refit}. The best fraction {top} of all settings would "
            "do."),
    }
