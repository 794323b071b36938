"""The user's own numbers: any that make sense are worked, the others refused in one line that says what is wrong and where."""

import json
import math
import random
import statistics

import pytest

from quizgen.cli import main

NETWORK = "w1=.15 w2=.35 w3=.25 w4=.45 w5=.55 w6=.3 w7=.65 w8=.2 b1=.2 b2=.3 t=.05,.95 eta=.5"
CHAIN = "x=.8 w1=.5 b1=.1 w2=-.4 b2=.3 t=1 eta=.5"
GATES = "W_i=1,2,3 W_g=1,2,3 W_o=1,2,3"
RBF = "centres=[0,0;1,1] w=1,1 threshold=.9"


def run(capsys, line, *options):
    problem, *givens = line.split()
    code = main(["solve", problem, *(f"--given={given}" for given in givens), *options])
    return code, *capsys.readouterr()


def solved(capsys, line):
    code, out, err = run(capsys, line, "--json")
    assert (code, err) == (0, ""), err
    return {step["name"]: step["value"] for step in json.loads(out)["steps"]}


def near(value, wanted):
    if isinstance(wanted, list):
        return len(value) == len(wanted) and all(map(near, value, wanted))
    return value == wanted if isinstance(wanted, str) else math.isclose(value, wanted, rel_tol=1e-10, abs_tol=1e-12)


WORKED = [
    ("t-test n=3 xbar=4 s=2 mu0=2", {"df": 2, "t": math.sqrt(3)}),
    ("t-test n=2 xbar=4 s=2 mu0=2", {"df": 1, "t": math.sqrt(2)}),
    ("t-test n=1000000 xbar=2.001 s=1 mu0=2", {"df": 999999, "t": 1}),
    ("t-test n=20 xbar=4 s=2 mu0=4", {"t": 0, "p": 1}),
    ("t-test n=20 xbar=-4 s=2 mu0=-2 alpha=5% tail=left", {"t": -math.sqrt(20), "decision": "reject H0"}),
    ("t-test n=20 xbar=42 s=6 mu0=44 tail=less", {"decision": "fail to reject H0"}),
    ("t-test n=20 xbar=46 s=6 mu0=44 tail=greater", {"decision": "fail to reject H0"}),
    ("t-test n=20 xbar=40 s=6 mu0=44 tail=greater", {"decision": "fail to reject H0"}),
    ("t-test n=20 xbar=40 s=6 mu0=44 tail=greater one_sided_rule=absolute", {"decision": "reject H0"}),
    ("t-test n=20 xbar=4 s2=4 mu0=2", {"s": 2, "t": math.sqrt(20)}),
    ("t-test data=1,2,4 s=1.53 mu0=2", {"se": 1.53 / math.sqrt(3)}),
    ("t-test data=1,5;2,5;3 mu0=2", {"xbar": 7 / 3}),
    ("rbf-xor x=3 centres=[1;2;5] w=1,1,2 gamma2=1 threshold=0", {"d2": [4, 1, 4], "class": 1}),
    ("rbf-xor x=0,0,1 centres=[0,0,1;1,1,0] w=1,-2 gamma2=1 threshold=0", {"output": 1 - 2 * math.exp(-3)}),
    ("rbf-xor x=0,0 centres=[0,0] w=1 gamma2=1 threshold=0", {"h": [1], "output": 1}),
    ("rbf-xor x=0,0 centres=[0,0;1,1] w=1,1 bias=-.5 gamma2=1 threshold=0", {"output": 0.5 + math.exp(-2)}),
    (f"rbf-xor x=0,0 sigma=1 {RBF}", {"output": 1 + math.exp(-1)}),
    (f"rbf-xor x=0,0 gamma=1 {RBF}", {"output": 1 + math.exp(-2)}),
    (f"rbf-xor x=0,0 rbf_exponent=d2/2 {RBF}", {"output": 1 + math.exp(-1)}),
    (f"rbf-xor x=[1,1;0,1;1,0;0,0] gamma2=1 {RBF}", {"class.1": 1, "class.2": 0, "gate": "XNOR"}),
    (f"rbf-xor x=[0,0;0,1] gamma2=1 {RBF}", {"class.1": 1, "class.2": 0}),
    ("rbf-xor x=0,0 centres=[0,0;1,1] gamma2=2", {"h": [1, math.exp(-1)]}),
    ("som-update x=1,0 W=[.3,.5;.6,.7;.1,.1;.5,.5;.9,.9;0,0] eta=.6", {"winner": 4, "w_new": [0.8, 0.2]}),
    ("som-update x=1 W=[.3;.6] eta=.6", {"winner": 2, "w_new": [0.84]}),
    ("som-update x=1,0 W=[.3,.5] eta=.6", {"winner": 1, "w_new": [0.72, 0.2]}),
    ("som-update x=-5,12.5 W=[-3,5;6,-7] eta=1/2", {"winner": 1, "w_new": [-4, 8.75]}),
    ("som-update x=[1,0;0,1] W=[.3,.5;.6,.7] eta=.6", {"winner.1": 2, "winner.2": 1, "w_new.2": [0.12, 0.8]}),
    ("backprop h1=.6 h2=.7 y1=.8 t=.05,.95 w5=.3 eta=.5", {"dE_dw5": 0.75 * 0.16 * 0.6, "w5_new": 0.3 - 0.036}),
    (
        "backprop h1=.6 h2=.7 y1=.8 y2=.5 t=.05,.95 w5=.3 w6=.1 w7=-.2 w8=.5 eta=.5",
        {"dE_dw8": -0.45 * 0.25 * 0.7, "dE_dh1": 0.75 * 0.16 * 0.3 + 0.45 * 0.25 * 0.2, "w8_new": 0.5 + 0.039375},
    ),
    ("backprop h1=.5 h2=.5 w5=0 w6=0 w7=0 w8=0 b2=0 t=0,1 eta=1", {"y1": 0.5, "dE_dw5": 0.0625, "dE_dw8": -0.0625}),
    (f"backprop x=.4,.8 epochs=3 {NETWORK}", {"E.1": 0.242474896305, "E.2": 0.233498042934}),
    (f"backprop x=.4,.8 h1=.6318 {NETWORK}", {"y1_in": 0.55 * 0.6318 + 0.3 / (1 + math.exp(-0.66)) + 0.3}),
    ("backprop-chain h_out=.5 w2=0 b2=0 t=1 eta=1", {"y_out": 0.5, "dE_dw2": -0.0625, "w2_new": 0.0625}),
    ("backprop-chain x=8 w1=-50 b1=.1 w2=-400 b2=.3 t=1 eta=.5", {"h_out": math.exp(-399.9)}),
    ("mlp-forward x=1,2 W1=[1,0;0,1] W2=1,1 b1=-1 b2=1 activation=ReLU t=1", {"h": [0, 1], "y": 2, "E": 0.5}),
    ("maxout x=1,-2 W=[1,0;0,1]", {"z": [1, -2], "output": 1}),
    ("rnn-step x=1,2 w_x=1 w_h=1 b=0 h0=0 w_y=2 activation=ReLU", {"y1": 2, "y2": 6}),
    (
        "gru-step x_t=1 H_prev=1,1 W_r=[0,0,0,0;0,0,0,0] W_z=[0,0,0,0;0,0,0,0] W_n=[0,0,0,0;0,0,0,0]",
        {"r_t": [0.5, 0.5], "h_t": [0.5, 0.5]},
    ),
    ("min-max data=20,35,50,80 target=95", {"scaled": 1.25}),
    ("min-max data=20,35,50,80 target=5", {"scaled": -0.25}),
    ("min-max data=20,35,50,80 target=95 clip=yes", {"scaled": 1}),
    ("min-max data=20,35,50,80 target=95 low=-1 high=3 clip=yes", {"unit": 1.25, "scaled": 3}),
    ("min-max data=20,35,50,80 target=5 low=-1 high=3 clip=yes", {"unit": -0.25, "scaled": -1}),
    ("min-max data=-5,0,5,5", {"scaled": [0, 0.5, 1, 1]}),
    ("min-max data=20,35,50,80 scaled=0.4", {"original": 44}),
    ("z-score mu=100 sigma=15 z=-2", {"original": 70}),
    ("z-score data=2,4,4,4,5,5,7,9 mu=5 sigma=2 target=9", {"z": 2}),
    ("confusion-matrix TP=40 FP=10 FN=20", {"precision": 0.8, "recall": 2 / 3, "f1": 8 / 11, "f2": 20 / 29}),
    ("confusion-matrix N=200 TP=40 FP=10 FN=20", {"TN": 130, "accuracy": 0.85}),
    ("confusion-matrix actual_positive=60 predicted_positive=50 TP=40", {"FP": 10, "FN": 20, "f1": 8 / 11}),
    ("confusion-matrix TP=40 FP=10 FN=20 TN=0", {"specificity": 0, "fpr": 1}),
]


@pytest.mark.parametrize(("line", "wanted"), WORKED)
def test_numbers_that_make_sense_are_worked(capsys, line, wanted):
    found = solved(capsys, line)
    assert [name for name, value in wanted.items() if name not in found or not near(found[name], value)] == []


@pytest.mark.parametrize("line", [line for line, _ in WORKED])
def test_they_are_shown_in_every_format(capsys, line):
    for form in ("text", "markdown", "latex", "typst"):
        code, out, err = run(capsys, line, "--format", form)
        assert (code, err) == (0, "") and out.strip()


LEFT_OUT = [
    ("confusion-matrix TP=40 FP=0 FN=0 TN=0", "specificity fpr balanced_accuracy mcc"),
    ("confusion-matrix TP=40 FP=10 FN=20", "accuracy specificity fpr balanced_accuracy mcc"),
    ("rbf-xor x=0,0 centres=[0,0;1,1] gamma2=2", "output class"),
    ("rbf-xor x=0,0 centres=[0,0;1,1] w=1,1 gamma2=2", "class"),
    ("backprop h1=.6 h2=.7 y1=.8 t=.05,.95 w5=.3 eta=.5", "y2 E w6_new dE_dh1 w1_new E_after"),
    ("bootstrap-oob n=100000", "number_of_ordered_samples"),
    ("threshold-classification scores=.2,.9 labels=1,1 thresholds=.5", "fpr auc"),
    ("threshold-classification scores=.2,.9 labels=0,1 thresholds=.95", "precision"),
]


@pytest.mark.parametrize(("line", "names"), LEFT_OUT)
def test_what_the_givens_do_not_allow_is_left_out(capsys, line, names):
    assert not solved(capsys, line).keys() & {*names.split()}


REFUSED = [
    ("bagging-aggregate votes=cat,dog", "cat and dog have equally many votes"),
    ("adaboost-vote alpha=.1,.2,.3 h=1,1,-1", "both sides weigh the same"),
    ("bagging-variance variance=1 rho=.1 wanted_variance=.1", "wanted_variance must be larger"),
    # nonsense
    ("t-test n=1 xbar=4 s=2 mu0=2", "n: sample size must be at least 2, got 1"),
    ("t-test n=2.5 xbar=4 s=2 mu0=2", "n: '2.5' is no whole number"),
    ("t-test n=1e300 xbar=4 s=2 mu0=2", "n: '1e300' is too large"),
    ("t-test n=20 xbar=4 s=0 mu0=2", "s = 0"),
    ("t-test n=20 xbar=4 s=-1 mu0=2", "s: a standard deviation is never negative"),
    ("t-test n=20 xbar=4 s2=-1 mu0=2", "s2: a variance is never negative"),
    ("t-test n=20 xbar=4 s=2 mu0=2 alpha=0", "alpha: significance level must be above 0, got 0"),
    ("t-test n=20 xbar=4 s=2 mu0=2 alpha=1", "alpha: significance level must be below 0.5, got 1"),
    ("t-test n=20 xbar=4 s=2 mu0=2 alpha=5", "alpha"),
    ("t-test data=1,1,1 mu0=2", "all values are alike"),
    ("t-test data=5 mu0=2", "data (measurements): at least 2 values are needed, got 1"),
    ("t-test n=20 xbar=1e300 s=1e-300 mu0=2", "t (test statistic): the numbers grow too large"),
    ("t-test data=1,2,1e300 mu0=2", "s2 (sample variance): the numbers grow too large"),
    ("rbf-xor x=0,0 gamma2=0 " + RBF, "gamma2: squared width must be above 0, got 0"),
    ("rbf-xor x=0,0 sigma=-1 " + RBF, "sigma: width must be above 0, got -1"),
    ("rbf-xor x=1e300,0 gamma2=1 " + RBF, "d2 (squared distances): the numbers grow too large"),
    ("som-update x=1,0 W=[.3,.5;.6,.7] eta=0", "eta: learning rate must be above 0, got 0"),
    ("som-update x=1,0 W=[.3,.5;.6,.7] eta=2", "eta: learning rate must be at most 1, got 2"),
    (f"backprop x=.4,.8 epochs=0 {NETWORK}", "epochs: number of epochs must be at least 1, got 0"),
    (f"backprop x=.4,.8 epochs=1.5 {NETWORK}", "epochs: '1.5' is no whole number"),
    (
        f"backprop x=1e300,1 {NETWORK.replace('w1=.15', 'w1=1e300')}",
        "h1_in (net input of h1): the numbers grow too large",
    ),
    ("backprop h1=1.6 h2=.7 y1=.8 t=.05,.95 w5=.3 eta=.5", "h1: output of unit h1 must be below 1, got 1.6"),
    (f"backprop-chain output_activation=identity {CHAIN.replace('w2=-.4', 'w2=1e200')}", "E (error)"),
    ("min-max data=5,5,5 target=5", "the span is 0"),
    ("min-max data=20,80 low=1 high=1", "low must be less than high"),
    ("z-score data=3,3,3 target=3", "the standard deviation is 0"),
    ("z-score mu=100 sigma=0 target=130", "sigma: standard deviation must be above 0, got 0"),
    ("confusion-matrix TP=0 FP=0 FN=20 TN=130", "TP + FP = 0"),
    ("confusion-matrix TP=0 FP=10 FN=0 TN=130", "TP + FN = 0"),
    ("confusion-matrix TP=0 FP=10 FN=20 TN=130", "TP = 0"),
    ("confusion-matrix TP=-4 FP=10 FN=20 TN=130", "TP: true positives must be at least 0, got -4"),
    ("confusion-matrix TP=4.5 FP=10 FN=20 TN=130", "TP: '4.5' is no whole number"),
    ("confusion-matrix N=200 actual_positive=30 predicted_positive=50 TP=40", "FN would be negative"),
    ("confusion-matrix N=60 TP=40 FP=10 FN=20", "TN would be negative"),
    # contradictions
    ("t-test data=1,2,4 n=5 mu0=2", "n = 5 contradicts the other givens, which make it 3"),
    ("t-test data=1,2,4 xbar=5 mu0=2", "xbar = 5 contradicts"),
    ("t-test data=1,2,4 s=2 mu0=2", "s = 2 contradicts"),
    ("t-test data=1,2,4 s2=9 mu0=2", "s2 = 9 contradicts"),
    ("t-test n=20 xbar=4 s=2 s2=5 mu0=2", "s = 2 contradicts"),
    (f"rbf-xor x=0,0 gamma2=2 sigma=1 {RBF}", "sigma (width) has no place where rbf_exponent is d2/gamma2"),
    (f"rbf-xor x=0,0 sigma=1 rbf_exponent=d2/2 {RBF}", "sigma (width) has no place where rbf_exponent is d2/2"),
    (f"backprop x=.4,.8 h1=.7 {NETWORK}", "h1 = 0.7 contradicts the other givens, which make it 0.631812"),
    ("min-max data=20,35,50,80 target=35 scaled=0.4", "scaled = 0.4 contradicts the other givens, which make it 0.25"),
    ("min-max data=20,35,50,80 target=35 scaled=0.25", "nothing is left to work out beside what is given: scaled"),
    ("z-score data=2,4,4,4,5,5,7,9 mu=6 sigma=2 target=9", "mu = 6 contradicts"),
    ("z-score data=2,4,4,4,5,5,7,9 target=9 z=1", "z = 1 contradicts"),
    ("confusion-matrix N=200 TP=40 FP=10 FN=20 TN=131", "TN = 131 contradicts the other givens, which make it 130"),
    ("confusion-matrix predicted_positive=50 TP=40 FP=11 FN=20", "FP = 11 contradicts"),
    # shapes that do not fit
    (f"rbf-xor x=0,0,1 gamma2=1 {RBF}", "x must have 2 entries to fit centres, got 3"),
    ("rbf-xor x=0,0 centres=[0,0;1,1] w=1,1,1 gamma2=1 threshold=0", "w must have 2 entries to fit centres, got 3"),
    ("rbf-xor x=0,0 centres=[0,0;1] w=1,1 gamma2=1 threshold=0", "centres: row 2 has 1 ent"),
    ("rbf-xor x=0,0 centres=[] w=1,1 gamma2=1 threshold=0", "centres: ']' stands at character 2"),
    ("som-update x=1,0,1 W=[.3,.5;.6,.7] eta=.6", "x must have 2 entries to fit W, got 3"),
    ("som-update x=[1,0;0,1,1] W=[.3,.5;.6,.7] eta=.6", "x: row 2 has 3 entries, row 1 has 2"),
    ("som-update x=1,0 W=[.3,.5;.6] eta=.6", "W: row 2 has 1 ent"),
    ("som-update x=1,0 W=[;.3,.5] eta=.6", "W: ';' stands at character 2"),
    ("som-update x=[] W=[.3,.5;.6,.7] eta=.6", "x: ']' stands at character 2"),
    (f"backprop x=.4,.8,1 {NETWORK}", "x must have 2 entries, got 3"),
    (f"backprop x=.4,.8 {NETWORK.replace('t=.05,.95', 't=.05')}", "t must have 2 entries, got 1"),
    (f"lstm-step x_t=1 h_prev=0 c_prev=0 W_f=1,2 {GATES}", "W_f: a cell has three numbers"),
    (f"lstm-step x_t=1 h_prev=0 c_prev=0 W_f=1,2,3,4 {GATES}", "W_f: a cell has three numbers"),
    (f"lstm-step x_t=1,2 H_prev=0,0 C_prev=0,0 W_f=1,2,3 {GATES}", "W_f must have 5 entries to fit H_prev and x_t, got 3"),
    ("gru-step X=[1,2;3,4] H_prev=0,0 W_r=[1,2,3;1,2,3] W_z=[1,2;1,2] W_n=[1,2;1,2]", "W_r: a row has a number for each"),
    ("gru-step X=[1;2] H_prev=0,0 W_r=[1,2,3,4] W_z=[1,2,3,4] W_n=[1,2,3,4]", "W_r: a layer has a row for each unit"),
    ("rnn-step x=1 W_x=[1;2] W_h=[1,2;1,2] b=0,0 h_prev=0,0 w_y=1,2,3", "w_y must have 2 entries to fit W_x, got 3"),
    ("mlp-forward x=1,2 W1=[1,2;1,1] W2=1,1 b1=1,2,3", "b1 does not fit W1"),
    ("mlp-forward x=1,2 W1=[1,2;1,1] W2=1,1 t=1,0", "t does not fit W2"),
    ("vanishing-gradient w=-2 z=1 theta=.001", "theta: the depth is for a factor above 0"),
    # no numbers
    ("t-test data=1,2,nan mu0=2", "data: 'nan' at character 5 is no number"),
    ("t-test data=1,2,inf mu0=2", "data: 'inf' at character 5 is no number"),
    ("t-test data=1e300,2e300 mu0=2", "data: the number is too large"),
    ("t-test data= mu0=2", "data: nothing is written"),
    ("t-test n=20 xbar=4 s=2 mu0=1,234", "can be 1.234 or 1234"),
    ("t-test n=20 xbar=4 s=2 mu0=2 tail=up", "tail: 'up' is none of two, less, greater"),
    (f"rbf-xor x=a,b gamma2=1 {RBF}", "x: 'a' at character 1 is no number"),
    # something is missing, or there is no such thing
    ("t-test n=20 xbar=4 s=2", "missing: mu0 (claimed mean)"),
    ("t-test n=20 xbar=4 mu0=2", "missing: s (sample standard deviation; or data or s2)"),
    (f"rbf-xor x=0,0 {RBF}", "missing: gamma2 (squared width; or sigma or gamma)"),
    (f"backprop x=.4,.8 {NETWORK.replace('w8=.2', '')}", "missing: w8"),
    ("backprop h1=.6 t=.05,.95 w5=.3 eta=.5", "w6 (weight from h2 to y1; or y1)"),
    ("z-score mu=100 target=130", "missing: data (values; or mu and sigma)"),
    ("z-score mu=100 sigma=15", "missing: target (value to standardize)"),
    ("confusion-matrix TP=40 FP=10", "missing: FN (false negatives; or actual_positive)"),
    ("t-test n=20 xbar=4 s=2 mu0=2 df=19", "t-test has no given 'df'; it has"),
    ("min-max data=20,80 clip=maybe", "convention clip: 'maybe' is none of no, yes"),
]


@pytest.mark.parametrize(("line", "words"), REFUSED)
def test_the_rest_is_refused_in_one_line(capsys, line, words):
    code, out, err = run(capsys, line)
    assert (code, out) == (2, "")
    assert err.startswith("quizgen: ") and err.count("\n") == 1
    assert words in err


COLUMNS = [
    ("v\n1\n2\n4\n", "", {"xbar": 7 / 3}),
    ("a,b\n1,10\n2,20\n4,40\n", ":b", {"xbar": 70 / 3}),
    ('"1,5"\n"2,5"\n', "", {"xbar": 2}),
    ("1 500\n2 500\n", "", {"xbar": 2000}),
    ("v\n1\n2\n3\n4\n5\nabc\n8\n", "", "row 7: 'abc' is no number"),
    ("v\n1\nnan\n3\n", "", "row 3: 'nan' is no number"),
    ("a,b\n1,2\n3\n", ":b", "row 3: nothing stands in column 2"),
    ("v\n1,5\n2,5\n", "", "decimal commas"),
    ("a,b\n1,2\n", "", "has 2 columns; name one"),
]


@pytest.mark.parametrize(("text", "column", "wanted"), COLUMNS)
def test_columns_are_read_from_files(capsys, tmp_path, text, column, wanted):
    path = tmp_path / "data.csv"
    path.write_text(text)
    line = f"t-test data=@{path}{column} mu0=2"
    if isinstance(wanted, dict):
        found = solved(capsys, line)
        assert all(near(found[name], value) for name, value in wanted.items())
    else:
        code, out, err = run(capsys, line)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert wanted in err


def test_a_column_of_three_hundred_values(capsys, tmp_path):
    values = [round(random.Random(seed).gauss(30, 4), 2) for seed in range(300)]
    path = tmp_path / "data.csv"
    path.write_text("v\n" + "\n".join(map(str, values)))
    found = solved(capsys, f"t-test data=@{path} mu0=28")
    mean, sd = statistics.fmean(values), statistics.stdev(values)
    assert near(found["t"], (mean - 28) / (sd / math.sqrt(300)))
    assert found["df"] == 299
