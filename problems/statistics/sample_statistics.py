"""Mean, variance, standard deviation and standard error of a sample."""

from quizgen.authoring import Aside, Convention, Index, Level, Mistake, Problem, Vector, between, computed

SQUARES = "sum((data[i] - sum(data[i], i)/count(data))**2, i)"
TOTALS = "(sum(data[i]**2, i) - sum(data[i], i)**2/count(data))"


class SampleStatistics(Problem):
    title = "Mean and standard deviation of a sample"

    task = Aside("mean and s")
    size, base = Aside(5), Aside(between(5, 60))
    data = Vector("measurements", draw=between("base", "base + 12"), size=computed("size"), fewest=2, series=True)
    i = Index("data")

    s_divisor = Convention("n-1", "n", says={"n-1": "s has divisor $n - 1$", "n": "s has divisor $n$"})
    symbols = {"data": "x", "sum": r"\Sigma_x", "sum_sq": r"\Sigma_{xx}", "ss": r"\text{SS}", "mean": r"\bar x",
               "s2": "s^2", "sigma_n": r"\sigma_n", "se": r"\text{SE}"}
    also = {"mean": "xbar, m", "se": "SEM", "sum": "sum x, Σx", "sum_sq": "sum x^2, sum of x^2, Σx², sum of squares",
            "ss": "sum of squares, sum of squared differences, squared deviations, Σ(x-x̄)², Sxx"}
    answers = "mean s2 s sigma_n se"
    impossible = {"max(data) == min(data)": "data: all values are alike, so they have no spread",
                  f"abs({TOTALS} - {SQUARES}) > 10**-6*{SQUARES}": "data: the values differ too little for their size; "
                  "subtract a number near their mean from each first"}
    accept = ("s >= 1.2",)
    levels = {
        "easy": Level("mean s"),
        "medium": Level("mean s2 s", task="variance", size=between(6, 9)),
        "hard": Level("s sigma_n se", task="error", size=between(8, 12)),
    }

    def work(self, w):
        w.procedure("n", len, "data", "Number of values", places=0)
        w.step("sum", "sum(data[i], i)", "Sum of the values", places=2)
        w.step("sum_sq", "sum(data[i]**2, i)", "Sum of their squares", "Square each value first, then add.",
               places=2)
        w.step("mean", "sum/n", "Mean")
        w.step("ss", "sum_sq - sum**2/n", "Sum of squared deviations",
               "The same as the sum of $(x - mean)**2$, by two totals only.")
        w.step("s2", {"n-1": "ss/(n - 1)", "n": "ss/n"}, "Variance", by="s_divisor")
        w.step("s", "sqrt(s2)", "Standard deviation", "Back to the unit of the values.")
        if w.s_divisor == "n-1":
            w.step("sigma_n", "sqrt(ss/n)", "Standard deviation $sigma_n$ with divisor n",
                   "For values that are all there are, not a sample.")
        w.step("se", {"n-1": "s/sqrt(n)", "n": "s/sqrt(n - 1)"}, "Standard error of the mean",
               "A mean of n values spreads √n times less than a single value.", by="s_divisor")

    mistakes = (
        Mistake("divisor_n", "That is the divisor n; a sample's variance is divided by n − 1.",
                when="s_divisor == 'n-1'", s2="ss/n"),
        Mistake("divisor_n-1", "That is the divisor n − 1; n is asked for here.",
                when="s_divisor == 'n'", s2="ss/(n - 1)"),
        Mistake("forgot_square_root", "That is the variance; s is its root.", s="s2",
                sigma_n=("ss/n",)),
        Mistake("sum_sq_minus_sum", "The sum is squared and divided by n before it is subtracted.",
                ss="sum_sq - sum"),
        Mistake("absolute_deviations", "That is the mean size of the deviations; s squares them, and takes the root.",
                s="sum(abs(data[i] - mean), i)/n"),
        Mistake("mean_divided_by_n-1", "The mean is the sum over n: n − 1 belongs elsewhere.", mean="sum/(n - 1)"),
        Mistake("se_divided_by_n", "Divide by √n, not by n.", se="s/n"),
        Mistake("se_root_n", "A standard deviation with divisor n goes with √(n − 1).", when="s_divisor == 'n'",
                se="s/sqrt(n)"),
        Mistake("forgot_divide_by_n_in_correction", "Divide the squared sum by n before you subtract it: a variance is "
                "never negative.", ss="sum_sq - sum**2"),
    )
    nudge = "Two running totals are enough: of the values and of their squares."
    stories = {
        "task == 'mean and s'": (
            "A tester runs some batteries to the end; they last {data} hours. Find the mean and the standard deviation "
            "of this sample, in hours.",
            "A bus was late by {data} minutes on successive days. What are the mean and the standard deviation of the "
            "delay, in minutes?",
            "Seeds of a new sort sprouted after {data} days. Take them as a sample of the sort.",
            "A judge's marks for a sample of dives, in points: {data}. How high are they on average, and how far do "
            "they spread?",
        ),
        "s_divisor == 'n' and task != 'error'": (
            "These marks are all the marks of a class, not a sample of it: {data}. Describe them in numbers.",
            "A town has just these bridges, with widths in m of {data}: the whole population, no sample.",
        ),
        "task == 'variance'": (
            "Rain on some days of a wet month, in mm: {data}. Treat the days as a sample. Find the mean in mm, the "
            "variance in mm² and the standard deviation in mm.",
            "Eggs from a farm, weighed in g: {data}. Treat them as a sample and find mean, variance and standard "
            "deviation.",
            "A counter at a path noted {data} walkers in sampled hours. What are the mean, the variance and the "
            "standard deviation of the number an hour?",
            "Clay pots of one kind hold {data} cl. Find mean (cl), variance (cl²) and standard deviation (cl) of this "
            "sample.",
        ),
        "task == 'error'": (
            "Drivers brake after {data} hundredths of a second. Estimate the standard deviation of all drivers from "
            "this sample and the standard error of the mean.",
            "A sample of cups from a vending machine holds {data} cl. How far do the cups spread, and how uncertain is "
            "their mean?",
            "Trout from a lake measure {data} cm. Find the spread of this sample and the standard error of its mean.",
            "Pulse after a walk, beats in 30 s, in a sample of walkers: {data}. Give the spread, and the standard "
            "error of the mean.",
        ),
    }
