"""A user's own numbers in problems on samples, components and energies: worked by hand here, or refused in a line."""

import math

import pytest

from tests.problems.test_own_numbers import near, run, solved

SYMMETRIC = "W=[0,1;1,0] b=1,1"
WORKED = [
    ("explained-variance eigenvalues=5,3,0 target=.6", {"k": 1, "dropped_variance": 3}),
    ("explained-variance eigenvalues=3,1 component=2", {"ratio": 0.25}),
    ("pca-reconstruction mean=1,2 v1=0,1 x=4,6", {"score": 4, "reconstruction": [1, 6], "squared_error": 9}),
    ("pca-fit X=[-1,-1;0,0;1,1;2,0] pca_divisor=n", {"mean": [0.5, 0], "covariance": [[1.25, 0.5], [0.5, 0.5]]}),
    (
        "adaboost-round n=4 misclassified_indices=0;1;2;0,3",
        {
            "error.1": 1 / 4,
            "new_weights.1": [1 / 2, 1 / 6, 1 / 6, 1 / 6],
            "error.2": 1 / 6,
            "error.3": 1 / 10,
            "error.4": 2 / 9,
            "alpha.4": math.log(3.5) / 2,
            "new_weights.4": [3 / 8, 5 / 28, 9 / 28, 1 / 8],
        },
    ),
    ("adaboost-round w=.5,.2,.3 misclassified_indices=1", {"new_weights": [5 / 16, 1 / 2, 3 / 16]}),
    ("pca-fit X=[1,2;4,6]", {"eigenvalues": [12.5, 0], "scores": [[-2.5, 0], [2.5, 0]], "rank1_sse": 0}),
    ("pca-fit X=[1,2;2,4;3,6;4.5,9]", {"eigenvalues": [5 * 6.6875 / 3, 0], "rank1_sse": 0}),
    (
        "gradient-boost-step x=1,2 y=0,4 learning_rate=.5 splits=1.5,1.5,1.5",
        {"F_new.1": [1, 3], "F_new.2": [0.5, 3.5], "F_new.3": [0.25, 3.75]},
    ),
    (
        "momentum f=x^2+x*y+y^2 x0=1 y0=0 beta=.5 eta=.1 steps=2 momentum=classic",
        {"x1": 0.8, "y1": -0.1, "x2": 0.55, "y2": -0.21},
    ),
    ("gradient-descent-2d f=x^2+y^2 start=8,4 eta=.25 steps=3", {"point_3": [1, 0.5]}),
    ("sample-statistics data=-2.5,3.5", {"sum": 1, "mean": 0.5, "s2": 18, "sigma_n": 3}),
    ("z-test data=1,2,3,4 sigma=1 mu0=2", {"xbar": 2.5, "se": 0.5, "z": 1, "decision": "fail to reject H0"}),
    ("hypothesis-setup n=14 mu0=12.5 s=2 claim=Exceeds", {"test": "t", "H1": "mu > 12.5", "df": 13}),
    ("hypothesis-setup n=31 mu0=12.5 s=2 claim=minimum", {"test": "z", "H1": "mu < 12.5"}),
    ("batch-norm batch=[1,3;0,4] eps=0", {"x_hat.1": [-1, 1], "x_hat.2": [-1, 1]}),
    ("batch-norm running_mean=1 running_var=4 gamma=2 beta=1 x_inference=5", {"y_inference": 5}),
    ("rbm-connections visible=784 hidden=500", {"rbm_connections": 392000, "rbm_parameters": 393284}),
    (f"boltzmann-energy s=1,1 {SYMMETRIC}", {"E": -3, "energies": [0, -1, -1, -3]}),
    (f"boltzmann-energy s=1,-1 {SYMMETRIC} units=-1/1", {"E": 1}),
    ("rbm-energy v=1,1 h=1 W=[1;2] a=0,0 b=1", {"E": -4}),
    ("rbm-gibbs v=0,0 W=[1;2] b=0", {"p_h": [0.5]}),
    ("som-epoch X=[1] W=[0;-9] eta0=.01 epochs=500", {"W_trained": [[1 - 0.99**500], [-9]], "classes": [1]}),
    ("som-epoch X=[1] W=[0] eta0=.5 epochs=500 eta_schedule=halve-per-epoch", {"W_trained": [[0.7112119049]]}),
    ("som-epoch X=[1;1] W=[0] eta0=.5 epochs=250 eta_schedule=per-sample", {"quantization_error": 0.2887880951}),
    ("som-epoch X=[1;0] W=[.5] eta0=.5 epochs=300 decay_per_epoch=1", {"W_trained": [[1 / 3]]}),
    ("rbm-cd1 v=1 v_recon=0 p_h0=.5 p_h1=.25 eta=.1", {"dW": [[0.05]], "db": [0.025]}),
]
REFUSED = [
    ("explained-variance eigenvalues=3,5", "eigenvalues: give the largest first"),
    ("explained-variance eigenvalues=0,0", "no variance"),
    ("pca-reconstruction mean=1,2 v1=1,1 x=4,6", "v1: a direction of length 1 is needed"),
    ("pca-fit X=[0,0;2,0;0,2;2,2]", "X: the columns are uncorrelated"),
    ("adaboost-round n=4 misclassified_indices=0;4", "point 4 does not exist: the points are numbered from 0 to 3"),
    ("adaboost-round n=4 misclassified_indices=2,2", "a point is named twice"),
    ("adaboost-round n=4 w=.5,.5 misclassified_indices=1", "n: there is one weight in w for each point"),
    ("pca-fit X=[1,2]", "X: at least two points are needed"),
    (
        "gradient-boost-step x=1,2 y=1,2 learning_rate=.1 splits=1.5,9",
        "splits: a split leaves one side without a point",
    ),
    ("one-hot vocabulary=cat,dog,cat word=cat", "cat stands twice in the vocabulary"),
    ("cosine-similarity query=1,2 candidates=[1,2;2,4]", "candidates: two of them are equally near"),
    ("sample-statistics data=3,3,3", "all values are alike"),
    ("sample-statistics data=1000000.1,1000000.3,1000000.2", "subtract a number near their mean"),
    ("z-test n=20 xbar=4 s=2 mu0=3", "this calls for a t-test"),
    ("hypothesis-setup n=14 mu0=12 s=2 claim=foo", "claim: 'foo' is none of"),
    ("batch-norm batch=1,1,1 eps=0", "division by zero"),
    (f"boltzmann-energy s=1,1,1 {SYMMETRIC}", "b must have 3 entries"),
    ("boltzmann-energy s=1,1 W=[0,1;2,0] b=1,1", "W: the weights must be symmetric"),
    ("rbm-energy v=1,0 W=[1,2] a=1,1 b=1,1", "W: there must be a row for each visible unit"),
    ("som-epoch X=[1;0] W=[.5] eta0=.5 epochs=60000", "more than 100000 samples would be shown"),
    ("rbm-cd1 v=1,0 v_recon=0,1 p_h0=.1 p_h1=.3 eta=.1 visible=3 hidden=1", "visible: there are not so many"),
]


@pytest.mark.parametrize(("line", "wanted"), WORKED)
def test_numbers_that_make_sense_are_worked(capsys, line, wanted):
    found = solved(capsys, line)
    assert [name for name, value in wanted.items() if name not in found or not near(found[name], value)] == []


@pytest.mark.parametrize(("line", "words"), REFUSED)
def test_the_rest_is_refused_in_one_line(capsys, line, words):
    code, out, err = run(capsys, line)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
