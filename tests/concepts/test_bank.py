"""The concept items that come with quizgen: enough of them, fair, and each of them askable in every form."""

import re
from collections import Counter

import pytest

from quizgen.catalogue import BUILTIN, Catalogue, catalogue, content
from quizgen.closed.forms import Blank, Choice, Match, Order, Truth
from quizgen.concepts.load import load
from quizgen.notes import headings
from quizgen.render import latex, markdown, text, typst
from quizgen.render.pdf import through_typst
from quizgen.render.text import TextRenderer
from quizgen.sheet import sheet

FOUND = Catalogue([content(BUILTIN)])
ITEMS = [item for path in FOUND.subjects.values() for item in load(path).values()]
CHOICES = [item for item in ITEMS if isinstance(item.form, Choice)]
SEEDS = range(40)
PLAIN = TextRenderer(78)
WRITTEN_OR_TO_BE_WRITTEN = """
    activation activation-derivative softmax neuron-forward mlp-forward backprop-chain backprop vanishing-gradient maxout
    dense-params mse-rmse gradient-descent gradient-descent-2d learning-rate-stability gd-variants minibatch-count momentum
    ewma rbf-activation rbf-xor rbf-weights sample-statistics hypothesis-setup critical-value t-test z-test
    confidence-interval min-max z-score max-abs batch-norm data-split-count confusion-matrix confusion-from-labels
    multiclass-metrics threshold-classification fit-diagnosis bias-variance grid-search-count l1-l2-cost l1-l2-update
    dropout early-stopping augmentation-matrix noise-injection lagrangian-norm-penalty parameter-tying bagging-aggregate
    bagging-variance bootstrap-oob adaboost-round adaboost-vote gradient-boost-step pca-fit pca-reconstruction
    explained-variance conv-output-size conv-params dense-vs-conv-params conv2d zero-padding max-pool transposed-conv
    upsampling gaussian-blur rnn-step rnn-params bptt-gradient lstm-step gru-step bigrams one-hot word2vec-pairs
    word2vec-forward word2vec-params cosine-similarity som-update som-epoch som-neighbourhood reconstruction-loss
    anomaly-threshold autoencoder-params vae-kl reparameterization vae-loss kl-divergence gan-loss
    gan-optimal-discriminator boltzmann-energy rbm-energy rbm-gibbs rbm-cd1 rbm-connections backprop-network
"""
FAMILIES = set(WRITTEN_OR_TO_BE_WRITTEN.split())


def option_texts(item):
    """The options as they stand on paper, the right one first."""
    return [PLAIN.inline(option) for option in item.form.options]


def typed(form, read):
    """An answer as a student writes it."""
    if isinstance(form, Truth):
        return "true" if read else "false"
    if isinstance(form, Choice):
        return form.value(read)
    if isinstance(form, Order):
        return " ".join(map(str, read))
    if isinstance(form, Match):
        return ", ".join(f"{left}-{letter}" for left, letter in enumerate(form.value(read), 1))
    return read


def other(form):
    """A wrong answer."""
    key = form.key()
    if isinstance(form, Truth):
        return not key
    if isinstance(form, Choice):
        return (key + 1) % len(form.options)
    if isinstance(form, (Order, Match)):
        return key[1:] + key[:1] if key[1:] + key[:1] != key else key[::-1]
    return "zebra"


def test_there_are_enough():
    assert len(ITEMS) >= 320
    assert len({item.name for item in ITEMS}) == len(ITEMS)
    assert {f"Q{number:03d}" for number in range(1, 269)} <= {item.name for item in ITEMS}
    assert {Choice, Truth, Blank, Order, Match} == {type(item.form) for item in ITEMS}


def test_no_two_ask_the_same():
    assert [ask for ask, count in Counter(PLAIN.inline(item.ask) for item in ITEMS).items() if count > 1] == []


def test_the_longest_option_is_right_in_at_most_a_third():
    longest = [max(map(len, option_texts(item))) for item in CHOICES]
    alone = [
        len(right) == most and all(len(option) < most for option in wrong)
        for (right, *wrong), most in zip(map(option_texts, CHOICES), longest)
    ]
    by_length = [
        (len(texts[0]) == most) / sum(len(text) == most for text in texts)
        for texts, most in zip(map(option_texts, CHOICES), longest)
    ]
    assert sum(alone) <= len(CHOICES) / 3
    assert sum(by_length) <= len(CHOICES) / 3


def test_the_shortest_option_is_right_in_at_most_a_third():
    shortest = [min(map(len, option_texts(item))) for item in CHOICES]
    by_length = [
        (len(texts[0]) == least) / sum(len(text) == least for text in texts)
        for texts, least in zip(map(option_texts, CHOICES), shortest)
    ]
    assert sum(by_length) <= len(CHOICES) / 3


def test_the_right_letter_is_evenly_spread():
    fours = [item for item in CHOICES if len(item.form.options) == 4]
    assert len(fours) > 0.8 * len(CHOICES)
    letters = Counter(item.asked(seed).form.place for item in fours for seed in SEEDS)
    share = len(fours) * len(SEEDS) / 4
    assert all(abs(letters[place] - share) < 4 * (share * 3 / 4) ** 0.5 for place in range(4))


def test_neither_true_nor_false_can_be_counted_on():
    truths = [item.form.true for item in ITEMS if isinstance(item.form, Truth)]
    assert 1 / 3 <= sum(truths) / len(truths) <= 2 / 3


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_an_item_can_be_asked_answered_and_printed(item):
    for seed in SEEDS[:6]:
        asked = item.asked(seed)
        form = asked.form
        assert asked.mark(typed(form, form.key())).all_right
        if isinstance(form, (Choice, Order)):
            assert asked.mark(PLAIN.inline(form.told(form.key())).partition(": ")[0].partition(")")[0]).all_right
        assert not asked.mark(typed(form, other(form))).all_right
    for renderer in (PLAIN, TextRenderer(60, ascii_only=True)):
        lines = list(renderer.question(asked.posed(1)))
        assert max(map(len, lines)) <= renderer.width
        why = "".join(renderer.inline(item.why_).split())
        assert why.endswith((".", "!", ")"))
        assert why not in "".join("".join(lines).split())
        assert why in "".join("".join(renderer.solved(asked.question(1))).split())


@pytest.fixture(scope="module")
def page():
    """A sheet of all items."""
    return sheet([item.asked(1) for item in ITEMS], "Concepts", None, None, None)


@pytest.mark.parametrize("to", [text, markdown, latex, typst], ids=lambda to: to.__name__.rpartition(".")[2])
def test_a_sheet_of_all_items_gives_nothing_away(to, page):
    questions, key = to.sheet(page), to.key(page)
    told = [to.inline(item.why_) for item in ITEMS] if to in (latex, markdown) else []
    assert [why for why in told if why not in key or why in questions] == []
    assert key.count("true") > 40


def test_a_sheet_of_all_items_is_a_pdf(page):
    assert through_typst(typst.sheet(page), False).startswith(b"%PDF")
    assert through_typst(typst.key(page), False).startswith(b"%PDF")


def test_every_heading_of_the_notes_is_covered():
    found, items = headings(FAMILIES), {item.name for item in ITEMS}
    assert [heading.number for heading in found] == list(range(1, 84))
    assert [heading.about for heading in found if len(set(heading.items) & items) < 5] == []
    assert {name for heading in found for name in heading.items} == items


def test_every_problem_stands_under_a_heading():
    raw = (catalogue().paths.keys() | FAMILIES, FAMILIES)
    assert [{slug for heading in headings(present) for slug in heading.problems} for present in raw] == [FAMILIES] * 2
    assert catalogue().paths.keys() <= FAMILIES


def test_headings_name_only_problems_that_there_are():
    assert {slug for heading in headings({"t-test", "gan-loss"}) for slug in heading.problems} == {"t-test", "gan-loss"}
    assert headings(()) != [] and not any(heading.problems for heading in headings(()))


def test_errata_are_numbered():
    tagged = [item.erratum for item in ITEMS if item.erratum]
    assert len(set(tagged)) > 40
    assert all(re.fullmatch("X[0-9]{2}", tag) for tag in tagged)
