import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import ids
from quizgen.errors import InputError

seeds = st.integers(0, ids.SEEDS - 1)
revisions = st.text(ids.ALPHABET, min_size=2, max_size=2)
slugs = st.sampled_from(["t-test", "rbf-xor", "backprop", "backprop-chain", "confusion-matrix", "z-score", "ewma"])


@st.composite
def encoded(draw):
    choices = draw(st.lists(st.integers(1, 5), max_size=4))
    positions = [draw(st.integers(0, count - 1)) for count in choices]
    parts = (
        draw(slugs),
        draw(st.sampled_from(ids.LEVELS)),
        draw(revisions),
        list(zip(positions, choices)),
        draw(seeds),
    )
    return ids.encode(*parts), parts


@given(encoded(), st.data())
def test_a_round_trip(made, data):
    text, (slug, level, revision, conventions, seed) = made
    assert len(text) <= 24
    typed = text.replace("-", data.draw(st.sampled_from(["-", "", " ", "\u2011"])))
    typed = data.draw(st.sampled_from([str.lower, str.upper, str.title]))(typed)
    parts = ids.decode(f" {typed} ")
    assert ids.looks_like_id(typed)
    assert (parts.code, parts.level, parts.revision) == (ids.code(slug), level, revision)
    assert ids.tail(parts.tail, [count for _, count in conventions]) == ([at for at, _ in conventions], seed)


def refused(text):
    try:
        ids.decode(text)
    except InputError:
        return True
    return False


@settings(max_examples=40)
@given(encoded())
def test_every_one_character_slip_is_refused(made):
    text, _ = made
    for at, right in enumerate(text):
        for sign in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.":
            assert sign in (right, *"-_"[: 2 * (right == "-")]) or refused(text[:at] + sign + text[at + 1 :])


@settings(max_examples=40)
@given(encoded())
def test_every_one_character_slip_in_an_id_without_hyphens_is_refused(made):
    signs = made[0].replace("-", "")
    for at, right in enumerate(signs):
        for sign in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            assert sign == right or refused(signs[:at] + sign + signs[at + 1 :])


@given(encoded(), st.booleans())
def test_every_swap_of_neighbors_is_refused(made, hyphens):
    text = made[0] if hyphens else made[0].replace("-", "")
    for at in range(len(text) - 1):
        swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        assert swapped == text or refused(swapped)


NO_ID = [
    "",
    "TTEST",
    "3T",
    "TTEST-3U32",
    "\x1b[31m",
    "TTEST-3U32-3S2-",
    "-TTEST3U323S2",
    "TTEST--3U323S2",
    "TTEST-3U323S2",
]


@pytest.mark.parametrize("text", NO_ID)
def test_what_is_no_id_is_refused(text):
    assert refused(text)


@given(st.text(max_size=30) | st.text(ids.ALPHABET, max_size=30))
def test_nothing_but_an_input_error_comes_out(text):
    ids.looks_like_id(text)
    try:
        parts = ids.decode(text)
        ids.tail(parts.tail, [2, 3])
    except InputError:
        pass


# Every family of the syllabus, built or planned: codes must be told apart before the first id is printed.
SLUGS = [
    "activation",
    "activation-derivative",
    "softmax",
    "neuron-forward",
    "mlp-forward",
    "backprop-chain",
    "backprop",
    "backprop-network",
    "vanishing-gradient",
    "maxout",
    "dense-params",
    "mse-rmse",
    "gradient-descent",
    "gradient-descent-2d",
    "learning-rate-stability",
    "gd-variants",
    "minibatch-count",
    "momentum",
    "ewma",
    "rbf-activation",
    "rbf-xor",
    "rbf-weights",
    "sample-statistics",
    "hypothesis-setup",
    "critical-value",
    "t-test",
    "z-test",
    "confidence-interval",
    "min-max",
    "z-score",
    "max-abs",
    "batch-norm",
    "data-split-count",
    "confusion-matrix",
    "confusion-from-labels",
    "multiclass-metrics",
    "threshold-classification",
    "fit-diagnosis",
    "bias-variance",
    "grid-search-count",
    "l1-l2-cost",
    "l1-l2-update",
    "dropout",
    "early-stopping",
    "augmentation-matrix",
    "noise-injection",
    "lagrangian-norm-penalty",
    "parameter-tying",
    "bagging-aggregate",
    "bagging-variance",
    "bootstrap-oob",
    "adaboost-round",
    "adaboost-vote",
    "gradient-boost-step",
    "pca-fit",
    "pca-reconstruction",
    "explained-variance",
    "conv-output-size",
    "conv-params",
    "dense-vs-conv-params",
    "conv2d",
    "zero-padding",
    "max-pool",
    "transposed-conv",
    "upsampling",
    "gaussian-blur",
    "rnn-step",
    "rnn-params",
    "bptt-gradient",
    "lstm-step",
    "gru-step",
    "bigrams",
    "one-hot",
    "word2vec-pairs",
    "word2vec-forward",
    "word2vec-params",
    "cosine-similarity",
    "som-update",
    "som-epoch",
    "som-neighbourhood",
    "reconstruction-loss",
    "anomaly-threshold",
    "autoencoder-params",
    "vae-kl",
    "reparameterization",
    "vae-loss",
    "kl-divergence",
    "gan-loss",
    "gan-optimal-discriminator",
    "boltzmann-energy",
    "rbm-energy",
    "rbm-gibbs",
    "rbm-cd1",
    "rbm-connections",
]


def test_codes_are_short_unique_and_readable():
    codes = [ids.code(slug) for slug in SLUGS]
    assert len(set(codes)) == len(SLUGS) == 94
    assert all(0 < len(code) <= 6 and set(code) <= set(ids.ALPHABET[8:]) for code in codes)


def test_the_longest_id_of_each_problem_has_at_most_24_characters(problem):
    last = [(len(part.choices) - 1, len(part.choices)) for part in problem.conventions.values()]
    assert len(ids.encode(problem.slug, "hard", "ZZ", last, ids.SEEDS - 1)) <= 24
