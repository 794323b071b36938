"""Losses of regression: squared and absolute errors, and their means."""

from quizgen.authoring import Aside, Index, Level, Mistake, Problem, Vector, between, computed, made, oneof


def spread(errors, place, factor):
    """The errors, one of them some times larger."""
    return [round(error*factor, 1) if k == place - 1 else error for k, error in enumerate(errors)]


class MseRmse(Problem):
    title = "Losses of regression"

    task, n, factor = Aside("mse"), Aside(oneof(3, 4)), Aside(1)
    low, high = Aside(1), Aside(9)
    small = Aside(between(-2, 2, 0.1), size=computed("n"))
    place = Aside(between(1, "n"))
    off = Aside(made(spread, "small place factor"))
    a = Index("small")
    y = Vector("measured values", draw=between("low", "high", 0.1), size=computed("n"), series=True)
    y_hat = Vector("predicted values", draw=computed("y[a] - off[a]", "a", places=1), entries="count(y)", series=True)
    i = Index("y")

    symbols = {"y_hat": r"\hat y", "errors": "e", "sse": r"\text{SSE}", "mse": r"\text{MSE}", "rmse": r"\text{RMSE}",
               "mae": r"\text{MAE}", "half_sse": "E", "largest_share_sse": "s", "largest_share_mae": "a"}
    also = {"errors": "differences, residuals", "sse": "sum of squares, sum of squared errors", "half_sse": "1/2 SSE",
            "mse": "mean squared error", "rmse": "root mean squared error", "mae": "mean absolute error"}
    answers = "errors sse mse rmse mae half_sse largest_share_sse largest_share_mae"
    largest = "sum(1 if abs(abs(errors[i]) - max(abs(errors[i]), i)) < 0.001 else 0, i)"
    accept = ("mse >= 0.05", "abs(mse - 1) >= 0.01", "abs(sum(errors[i], i)) > 0.01", "min(y_hat) > 0",
              "max(abs(errors[i]), i) - min(abs(errors[i]), i) > 0.01", f"{largest} == 1",
              "factor == 1 or abs(small[place]) >= 1")
    levels = {
        "easy": Level("mse"),
        "medium": (Level("rmse mae", task="weather", n=between(4, 5), low=8, high=24),
                   Level("mse rmse mae", task="pixels", n=between(4, 5))),
        "hard": (Level("half_sse mse", task="prices", n=between(4, 6), factor=between(3, 6)),
                 Level("largest_share_sse largest_share_mae", task="outlier", n=between(4, 6), factor=between(3, 6),
                       low=12, high=40)),
    }

    def work(self, w):
        w.step("errors[i]", "y[i] - y_hat[i]", "Errors", "Measured minus predicted.", places=2,
               signless="vector")
        w.step("sse", "sum(errors[i]**2, i)", "Sum of squared errors")
        w.step("mse", "sse/count(y)", "Mean squared error")
        w.step("rmse", "sqrt(mse)", "Root mean squared error", "It has the unit of the values.")
        w.step("mae", "sum(abs(errors[i]), i)/count(y)", "Mean absolute error")
        w.step("half_sse", "sse/2", "Halved sum of squared errors")
        w.step("largest_share_sse", "max(errors[i]**2, i)/sse", "Share $s$ of the largest error in the squared errors",
               spare=True)
        w.step("largest_share_mae", "max(abs(errors[i]), i)/sum(abs(errors[i]), i)",
               "Share $a$ of the largest error in the absolute errors", spare=True)

    mistakes = (
        Mistake("divided_by_n-1", "The mean of the squares has the divisor n: nothing is estimated here.",
                "count(y) > 1", mse="sse/(count(y) - 1)"),
        Mistake("mean_error_squared", "Square each error before you add: this is the square of the mean error.",
                mse="(sum(errors[i], i)/count(y))**2"),
        Mistake("sse_not_averaged", "That is the sum of the squares: divide it by n.", "count(y) > 1", mse="sse"),
        Mistake("rmse_sqrt_then_mean(mae)", "That is the MAE: the root is taken last, of the mean of the squares.",
                rmse="sum(abs(errors[i]), i)/count(y)"),
        Mistake("forgot_square_root", "That is the MSE: take its root.", "mse != 1", rmse="mse"),
        Mistake("root_of_sse", "Divide by n before you take the root.", "count(y) > 1", rmse="sqrt(sse)"),
        Mistake("mae_signs_cancel", "Errors of different sign cancel: take the absolute values first.",
                "min(errors[i], i) < 0", mae="sum(errors[i], i)/count(y)"),
        Mistake("half_forgotten", "That is the whole sum of the squares: half of it is asked.", half_sse="sse"),
        Mistake("share_not_squared", "Both the largest error and the others are squared.",
                largest_share_sse="max(abs(errors[i]), i)/sum(abs(errors[i]), i)"),
    )
    nudge = "Take each error first; square it, or take its absolute value, before averaging."
    stories = {
        "task == 'mse'": (
            "Measured: {y}; predicted: {y_hat}. The mean of the squares has the divisor n.",
            "A network should answer {y} and answers {y_hat}. Its loss is the mean of the squared errors, divisor n.",
            "A scale shows {y_hat} kg; the true weights are {y} kg. Give {ask}, in kg², with the divisor n.",
            "For a few plants a model predicts {y_hat} dm; {y} dm were measured. Give {ask}, in dm²; divisor n."),
        "task == 'weather'": (
            "A forecast for the next days says {y_hat} °C; it was {y} °C. Give {ask}, in °C; divisor n.",
            "A thermometer shows {y_hat} °C where {y} °C are right. Give {ask}, in °C; divisor n.",
            "At noon it was {y} °C on the test days; a network had predicted {y_hat} °C. Give {ask}, in °C; divisor n.",
            "A greenhouse had {y} °C where its model expected {y_hat} °C. Give {ask}, in °C; divisor n."),
        "task == 'pixels'": (
            "An autoencoder turns the pixels {y} into {y_hat}. The mean has the divisor n.",
            "A few pixels of a picture are {y}; the reconstruction has {y_hat}. The mean has the divisor n.",
            "A sensor line reads {y}; the decoder rebuilds {y_hat} from the code. The mean has the divisor n.",
            "A compressed sound has the samples {y_hat} where {y} were recorded. The mean has the divisor n."),
        "task == 'prices'": (
            "House prices (in 100 000) are {y}; a model says {y_hat}. $half_sse == 1/2*sse$; the mean has divisor n.",
            "For some flats the rents are {y} (in 100), predicted were {y_hat}. $half_sse == 1/2*sse$; the mean has "
            "divisor n.",
            "Used cars were sold at {y} (in 1000); a network had said {y_hat}. It is trained on $half_sse == 1/2*sse$ "
            "and judged by the mean, divisor n.",
            "Grain prices were {y}, a forecast said {y_hat}. $half_sse == 1/2*sse$; the mean has the divisor n."),
        "task == 'outlier'": (
            "One prediction is far off: measured {y}, predicted {y_hat}. How much do the losses depend on it?",
            "Delivery times were {y} min; a model said {y_hat} min, once quite wrongly.",
            "A network guesses ages: {y_hat} for people who are {y} years old. One guess is quite wrong.",
            "Of the predictions {y_hat} for the measured values {y} one is an outlier. How heavily does it weigh?"),
    }
