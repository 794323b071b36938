"""Under a convention that rounds on the way, a line written to those places is the very number that is carried on."""

import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw
from quizgen.marking import mark_answers

LINES = [("d2", "2.0, 0.0, 1.0, 1.0"), ("h", "0.4, 1.0, 0.6, 0.6")]


@pytest.mark.parametrize(
    ("output", "verdict"),
    [("0.24", "right"), ("0.2400", "right"), ("0.35", "wrong"), ("0.13", "wrong"), ("0.2", "rounded")],
)
def test_output_of_rounded_hidden_values(output, verdict):
    """1.0·0.4 + 1.1·1 − 1.1·0.6 − 1.0·0.6 comes to 0.24, with full precision in h to another number."""
    variant = draw(catalogue().problem("rbf-xor"), "medium", {"round_steps": "1"}, 0)
    found = mark_answers(variant, [*LINES, ("output", output)])
    verdicts = {step.judged.step.key: step.verdict for step in found.steps if step.judged.handed}
    assert verdicts == {"d2": "right", "h": "right", "output": verdict}
