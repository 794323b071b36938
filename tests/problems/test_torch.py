"""PyTorch, where it is installed, against the problems whose layers it has: forward passes, and gradients by autograd."""

import pytest

from quizgen.catalogue import catalogue
from quizgen.drawing import draw

torch = pytest.importorskip("torch")
SEEDS = range(200)


def variants(slug, level, **conventions):
    problem = catalogue().problem(slug)
    return (draw(problem, level, conventions, seed) for seed in SEEDS)


def tensor(value):
    return torch.tensor(value, dtype=torch.float64)


def close(value, right):
    return torch.allclose(tensor(value), right.detach(), rtol=1e-9, atol=1e-12)


def test_softmax_with_its_loss_and_gradient():
    for variant in variants("softmax", "hard"):
        z = tensor(variant.givens["z"]).requires_grad_()
        assert close(variant.tape["probs"], torch.softmax(z, 0))
        target = torch.tensor(variant.givens["target_class"])
        loss = torch.nn.functional.cross_entropy(z[None], target[None])
        loss.backward()
        if "grad_z" in variant.tape:
            assert close(variant.tape["grad_z"], z.grad)
        if "cross_entropy" in variant.tape:
            assert close(variant.tape["cross_entropy"], loss)


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_convolution(level):
    for variant in variants("conv2d", level):
        given = variant.givens
        if "X2" in given or "bias" in given:
            continue
        image, kernel = tensor(given["X"])[None, None], tensor(given["K"])[None, None]
        made = torch.nn.functional.conv2d(image, kernel, stride=given["stride"], padding=given["pad"])
        assert close(variant.tape["output"], made[0, 0])


@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_pooling(level):
    for variant in variants("max-pool", level):
        image, sizes = tensor(variant.givens["X"])[None, None], (variant.givens["pool"], variant.givens["stride"])
        if "max" in variant.tape:
            assert close(variant.tape["max"], torch.nn.functional.max_pool2d(image, *sizes)[0, 0])
        if "average" in variant.tape:
            assert close(variant.tape["average"], torch.nn.functional.avg_pool2d(image, *sizes)[0, 0])


def cell(kind, given, order):
    """A cell of one unit; the biases stand with the inputs."""
    made = kind(1, 1).double()
    rows = [given[f"W_{gate}"] for gate in order]
    with torch.no_grad():
        made.weight_ih[:] = tensor([[row[0]] for row in rows])
        made.weight_hh[:] = tensor([[row[1]] for row in rows])
        made.bias_ih[:] = tensor([row[2] for row in rows])
        made.bias_hh[:] = 0
    return made


def test_lstm():
    for variant in variants("lstm-step", "medium"):
        given = variant.givens
        state = tensor([[given["h_prev"]]]), tensor([[given["c_prev"]]])
        h, c = cell(torch.nn.LSTMCell, given, "ifgo")(tensor([[given["x_t"]]]), state)
        assert close(variant.tape["h_t"], h[0, 0]) and close(variant.tape["C_t"], c[0, 0])


def test_gru_that_resets_behind_the_weight():
    for variant in variants("gru-step", "medium", gru_reset="after"):
        given = variant.givens
        h = cell(torch.nn.GRUCell, given, "rzn")(tensor([[given["x_t"]]]), tensor([[given["h_prev"]]]))
        assert close(variant.tape["h_t"], h[0, 0])


def test_recurrent_layer():
    for variant in variants("rnn-step", "hard"):
        given = variant.givens
        if "W_x" not in given:
            continue
        made = torch.nn.RNNCell(len(given["x"]), len(given["h_prev"])).double()
        with torch.no_grad():
            made.weight_ih[:], made.weight_hh[:] = tensor(given["W_x"]), tensor(given["W_h"])
            made.bias_ih[:], made.bias_hh[:] = tensor(given["b"]), 0
        assert close(variant.tape["h"], made(tensor([given["x"]]), tensor([given["h_prev"]]))[0])


def test_gradients_of_the_network_with_two_hidden_units():
    for variant in variants("backprop", "hard"):
        given = variant.givens
        if given["epochs"] != 1 or "dE_dw1" not in variant.tape:
            continue
        weights = {f"w{k}": tensor(given[f"w{k}"]).requires_grad_() for k in range(1, 9)}
        first, second = (torch.stack([weights[f"w{k}"] for k in range(n, n + 4)]).reshape(2, 2) for n in (1, 5))
        hidden = torch.sigmoid(first @ tensor(given["x"]) + given["b1"])
        output = torch.sigmoid(second @ hidden + given["b2"])
        (((tensor(given["t"]) - output) ** 2).sum() / 2).backward()
        for name, weight in weights.items():
            if f"dE_d{name}" in variant.tape:
                assert close(variant.tape[f"dE_d{name}"], weight.grad)

