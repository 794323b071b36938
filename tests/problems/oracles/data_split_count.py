"""Exact fractions, and numpy's array_split for the folds."""

from fractions import Fraction

import numpy as np


def expected(givens, conventions):
    found = {}
    if "train" in givens:
        n, train, validation = (Fraction(str(givens[name])) for name in ("N", "train", "validation"))
        base = n if givens["validation_of"] == "whole" else n * (1 - train)
        sizes = n * train, base * validation, n - n * train - base * validation
        assert all(size.denominator == 1 for size in sizes)
        found = dict(zip(("train_size", "validation_size", "test_size"), map(int, sizes)))
        if "test" in givens:
            assert Fraction(str(givens["test"])) * n == found["test_size"]
    if "k_fold" in givens:
        whole = "train" not in givens and "train_size" not in givens
        samples = givens["N"] if whole else givens.get("train_size") or found["train_size"]
        folds = {len(fold) for fold in np.array_split(np.arange(samples), givens["k_fold"])}
        assert len(folds) == 1
        name = "k_fold_train_size" if whole else "k_fold_train_size_of_train_set"
        found |= {"k_fold_val_size": min(folds), name: samples - min(folds)}
    return found
