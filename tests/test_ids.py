import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import ids
from quizgen.errors import InputError

seeds = st.integers(0, ids.SEEDS - 1)
revisions = st.text(ids.ALPHABET, min_size=2, max_size=2)
slugs = st.sampled_from(["t-test", "rbf-xor", "backprop", "backprop-chain", "confusion-matrix", "z-score"])


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


@given(encoded(), st.booleans(), st.booleans())
def test_a_round_trip(made, hyphens, lower):
    text, (slug, level, revision, conventions, seed) = made
    assert len(text) <= 24
    text = text if hyphens else text.replace("-", "")
    parts = ids.decode(text.lower() if lower else text)
    assert (parts.code, parts.level, parts.revision) == (ids.code(slug), level, revision)
    assert ids.tail(parts.tail, [count for _, count in conventions]) == ([at for at, _ in conventions], seed)


@given(encoded(), st.data())
def test_any_one_character_slip_is_refused(made, data):
    text, _ = made
    at = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from(ids.ALPHABET + "01OI-").filter(lambda sign: sign != text[at]))
    with pytest.raises(InputError):
        ids.decode(text[:at] + sign + text[at + 1 :])


@given(encoded(), st.data())
def test_any_swap_of_neighbors_is_refused(made, data):
    text, _ = made
    at = data.draw(st.integers(0, len(text) - 2))
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if swapped != text:
        with pytest.raises(InputError):
            ids.decode(swapped)
