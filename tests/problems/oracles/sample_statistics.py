"""Python's statistics, which works with exact fractions."""

import statistics


def expected(givens, conventions):
    data = givens["data"]
    n = len(data)
    by_n = conventions["s_divisor"] == "n"
    found = {
        "n": n,
        "sum": sum(data),
        "sum_sq": sum(value * value for value in data),
        "mean": statistics.mean(data),
        "ss": float(statistics.pvariance(data) * n),
        "s2": float((statistics.pvariance if by_n else statistics.variance)(data)),
        "s": (statistics.pstdev if by_n else statistics.stdev)(data),
        "se": statistics.stdev(data) / n**0.5,
    }
    return found if by_n else found | {"sigma_n": statistics.pstdev(data)}
