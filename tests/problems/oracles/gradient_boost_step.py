"""numpy masks on both sides of each split."""

import numpy as np


def expected(givens, conventions):
    x, y = np.array(givens["x"], float), np.array(givens["y"], float)
    start = float(np.average(y))
    found = {"F0": start, "residuals": list(y - start)}
    F = np.full(len(y), start)
    several = "splits" in givens
    splits = givens["splits"] if several else [givens["stump_split"]] if "stump_split" in givens else []
    for number, split in enumerate(splits, 1):
        end = f".{number}" if several else ""
        residuals, left = y - F, x < split
        leaves = residuals[left].mean(), residuals[~left].mean()
        F = F + givens["learning_rate"] * np.where(left, *leaves)
        found |= {f"residuals{end}": list(residuals), f"left_leaf{end}": leaves[0], f"right_leaf{end}": leaves[1]}
        found |= {f"F_new{end}": list(F), "F1": list(F), "new_residuals": list(y - F)}
        found |= {"sse_before": float(residuals @ residuals), "sse_after": float((y - F) @ (y - F))}
    return found
