"""Parameters of a dense autoencoder: a layer has (inputs + 1)·units of them; tied weights, the two heads of a VAE."""

from quizgen.authoring import Aside, Index, Level, Mistake, Problem, Vector, between, made, oneof


def mirrored(taken, hidden, code, deep):
    """The sizes of an autoencoder's layers, with or without hidden layers around the code."""
    return [taken, hidden, code, hidden, taken] if deep else [taken, code, taken]


class AutoencoderParams(Problem):
    title = "Parameters of an autoencoder"

    task = Aside("total")
    taken = Aside(oneof(16, 20, 32, 49, 64, 100, 128, 196, 256, 400, 784))
    hidden, code = Aside(oneof(8, 10, 12, 16, 20, 24, 32, 48, 64, 100, 128)), Aside(between(2, 16))
    deep = Aside(oneof(0, 1, 1, 1))
    layers = Vector("sizes of the layers, the input first", draw=made(mirrored, "taken hidden code deep"), fewest=3,
                    whole=True, least=1, most=10**6)
    k, h = Index(upto="count(layers) - 1"), Index(upto="(count(layers) - 1)/2")

    symbols = {"layers": "n", "per_layer": "p", "total": "P", "compression_ratio": r"\text{ratio}",
               "tied_weights_total": "P_t", "vae_heads_total": "P_v"}
    also = {"total": "parameters, number of parameters", "compression_ratio": "compression",
            "tied_weights_total": "tied, parameters, number of parameters", "vae_heads_total": "VAE, with two heads"}
    answers = "per_layer total compression_ratio tied_weights_total vae_heads_total"
    impossible = {
        "count(layers) != 2*floor(count(layers)/2) + 1": "the code stands in the middle: give an odd number of layers",
        "max(abs(layers[k] - layers[count(layers) + 1 - k]), k) > 0":
            "the decoder must mirror the encoder, as in 64, 16, 4, 16, 64"}
    accept = ("hidden < taken", "code < hidden", "layers[1] != min(layers)")
    levels = {
        "easy": Level("compression_ratio", task="ratio", code=between(2, 24)),
        "medium": Level("per_layer total"),
        "hard": (Level("tied_weights_total", task="tied"), Level("total vae_heads_total", task="vae")),
    }

    def work(self, w):
        w.step("per_layer[k]", "(layers[k] + 1)*layers[k + 1]", "Parameters $per_layer$ of each layer",
               "Each unit has a weight for each input, and a bias.", places=0)
        w.step("total", "sum(per_layer[k], k)", "Number $total$ of parameters", places=0)
        w.step("compression_ratio", f"layers[1]/layers[{(w.count('layers') + 1)//2}]", "Compression ratio",
               "How many times smaller the code is than the input.", places=2)
        w.step("tied_weights_total", "sum(layers[h]*layers[h + 1], h) + sum(layers[k + 1], k)",
               "Number $tied_weights_total$ of parameters with tied weights",
               "The weights of the encoder once, the biases of all layers.", places=0)
        w.step("vae_heads_total", f"total + per_layer[{(w.count('layers') - 1)//2}]",
               "Number $vae_heads_total$ of parameters with two heads",
               "The code layer is there twice: for μ, and for log σ².", places=0)

    mistakes = (
        Mistake("encoder_only", "That is the encoder alone: the decoder has parameters too.",
                total="sum(per_layer[h], h)"),
        Mistake("no_bias", "Each unit has a bias as well: (inputs + 1) × units.", per_layer="layers[k]*layers[k + 1]"),
        Mistake("compression_by_first_layer", "The code is the smallest layer, not the first hidden one.",
                when="layers[2] != min(layers)", compression_ratio="layers[1]/layers[2]"),
        Mistake("encoder_doubled", "The decoder's layers have other numbers of biases than the encoder's.",
                total="2*sum(per_layer[h], h)"),
        Mistake("input_units_given_biases", "The input has no biases: it is not computed.",
                total="sum(per_layer[k], k) + layers[1]"),
        Mistake("one_bias_a_layer", "Each unit has its own bias, not each layer.",
                per_layer="layers[k]*layers[k + 1] + 1"),
        Mistake("compression_inverted", "The ratio is input to code: it is above 1.",
                compression_ratio="min(layers)/layers[1]"),
        Mistake("tied_biases_too", "Only weights are tied: the decoder has its own biases.",
                tied_weights_total="sum((layers[h] + 1)*layers[h + 1], h)"),
        Mistake("tied_halved", "Only weights are shared: all biases stay.",
                tied_weights_total="sum((layers[k] + 1)*layers[k + 1], k)/2"),
        Mistake("second_head_forgotten", "A VAE's code layer is there twice: for μ and for log σ².",
                vae_heads_total="total"),
    )
    nudge = "Encoder and decoder both count; list the pairs of neighboring sizes."
    stories = {
        "task == 'total'": (
            "A dense autoencoder has layers of {layers} units, input first, with biases everywhere. Give {ask}.",
            "Handwritten digits are squeezed through dense layers of {layers} units (input first; each computed unit "
            "has a bias).",
            "To find odd heartbeats, a dense autoencoder with biases is trained; its layers, from the input on, have "
            "the sizes {layers}.",
            "A network of dense layers gives back what it takes: {layers} units, input first, biases in every layer "
            "that is computed.",
        ),
        "task == 'ratio'": (
            "How many times smaller is the code than the input in the autoencoder with layers of {layers} units?",
            "An autoencoder stores pictures as the output of its smallest layer; its layers have the sizes {layers}.",
            "A sensor sends only the code of its autoencoder, whose layers have {layers} units, input first.",
            "Input and output of the autoencoder {layers} (sizes of its layers) are alike; its code is the narrow "
            "middle.",
        ),
        "task == 'tied'": (
            "The decoder of the autoencoder with layers of {layers} units reuses the transposed weights of the encoder"
            " (tied weights) but has its own biases.",
            "To save memory the weights of an autoencoder are tied: layers of {layers} units, biases everywhere, the "
            "decoder's weights those of the encoder transposed.",
            "An autoencoder for star spectra has layers of {layers} units. Its decoder uses the encoder's weights, "
            "transposed; no bias is shared.",
            "Layers of {layers} units, weights tied between encoder and decoder, a bias for each computed unit.",
        ),
        "task == 'vae'": (
            "Layers of {layers} units form an autoencoder with biases. It is turned into a VAE: the code layer is "
            "replaced by two heads of the same size, for μ and log σ².",
            "An autoencoder (layers of {layers} units, biases everywhere) becomes a VAE by a second head beside its "
            "code layer, of the same size. How many parameters had it, and how many has it now?",
            "A dense VAE has the layer sizes {layers}, where the middle layer is there twice, as the heads μ and log "
            "σ², both fed by the layer before. Count the parameters first with a single middle layer.",
            "Faces are to be sampled, so the code layer of the autoencoder {layers} (sizes, input first, biases "
            "everywhere) is doubled: one head gives μ, one log σ².",
        ),
    }
