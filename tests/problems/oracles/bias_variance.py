"""The errors against observations above and below the truth, averaged directly, and the statistics module."""

import math
import statistics


def expected(givens, conventions):
    f, noise = givens["true_f"], givens.get("noise_variance", 0)
    rows = givens["predictions_of_k_models"]
    several = isinstance(rows[0], list)
    found, order = {}, {}
    for number, row in enumerate(rows if several else [rows], 1):
        suffix = f".{number}" if several else ""
        observations = (f - math.sqrt(noise), f + math.sqrt(noise))
        error = statistics.fmean((y - p) ** 2 for p in row for y in observations)
        variance = statistics.pvariance(row)
        if conventions["divisor"] == "k-1":
            error += statistics.variance(row) - variance
            variance = statistics.variance(row)
        bias = statistics.fmean(p - f for p in row)
        found |= {
            f"mean_prediction{suffix}": statistics.mean(row),
            f"bias{suffix}": bias,
            f"bias2{suffix}": bias * bias,
            f"variance{suffix}": variance,
            f"mse_to_f{suffix}": statistics.fmean((f - p) ** 2 for p in row),
            f"expected_error{suffix}": error,
        }
        order[number] = abs(bias), variance, error
    found["larger_bias"] = max(order, key=lambda n: order[n][0])
    found["larger_variance"] = max(order, key=lambda n: order[n][1])
    found["smaller_error"] = min(order, key=lambda n: order[n][2])
    return found
