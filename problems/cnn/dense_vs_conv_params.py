"""Why pixels are not fed to a dense layer: parameters of a dense and of a convolutional layer on the same image."""

from quizgen.authoring import Aside, Choice, Level, Mistake, Problem, Vector, Whole, computed, oneof

IMAGE, FILTERS = "{image} (height, width, channels)", "{filters} filters of {k}×{k}"
SCENES = (
    f"An image of {IMAGE} can be flattened into a dense layer of {{dense_units}} units, or meet {FILTERS}.",
    f"For scans of {IMAGE}, {{dense_units}} dense units are weighed against a convolution of {FILTERS}.",
    f"A network for pictures of {IMAGE} may begin with {{dense_units}} dense units or with {FILTERS}.",
    f"{FILTERS} are to take the place of {{dense_units}} dense units on images of {IMAGE}.",
)
SAME = f"{FILTERS}, stride 1, padding 'same', on images of {IMAGE}"


class DenseVsConvParams(Problem):
    title = "Dense against convolutional layer"

    task = Aside("flatten")
    side = Aside(oneof(8, 16, 20, 24, 28, 32, 48, 64, 96, 128, 224))
    shape, channels = Aside(oneof(0.75, 1, 1.25, 1.5, 2)), Aside(oneof(1, 3, 3))
    image = Vector("height, width and channels of the image", draw=computed("(side, side*shape, channels)"),
                   entries="3", least=1, whole=True, series="×")
    dense_units = Whole("units of the dense layer", draw=oneof(10, 16, 32, 50, 64, 100, 128, 256), least=1,
                        optional=True)
    filters = Whole("number of filters", draw=oneof(4, 8, 16, 32, 64), least=1, optional=True)
    k = Whole("side of a filter", draw=oneof(3, 5, 7), least=1, optional=True)
    bias = Choice("whether units and filters have biases", "yes", "no", draw="yes", default="yes")

    symbols = {"image": "s", "dense_units": "u", "filters": "F", "inputs_flattened": "n", "outputs": "m",
               "dense_params": "P_{dense}", "conv_params": "P_{conv}", "dense_to_same_output_volume": "P_{same}"}
    also = {"inputs_flattened": "inputs, flattened inputs, flatten", "dense_params": "dense",
            "conv_params": "conv, convolution", "dense_to_same_output_volume": "dense, dense params"}
    answers = "inputs_flattened dense_params conv_params ratio dense_to_same_output_volume"
    levels = {
        "easy": Level("inputs_flattened dense_params", filters=None, k=None),
        "medium": (Level("dense_params conv_params", task="both"),
                   Level("dense_params conv_params", task="no bias", bias="no")),
        "hard": (Level("ratio", task="ratio"),
                 Level("conv_params dense_to_same_output_volume", task="same volume", dense_units=None,
                       side=oneof(8, 16, 20, 24, 28, 32, 48, 64))),
    }

    def work(self, w):
        one = " + 1" if w.bias == "yes" else ""
        own = ", and a bias." if w.bias == "yes" else "."
        w.step("inputs_flattened", "image[1]*image[2]*image[3]", "Number of inputs after flattening",
               "Every pixel in every channel.", places=0)
        w.step("dense_params", f"(inputs_flattened{one})*dense_units", "Number of parameters of the dense layer",
               f"A unit has a weight for every input{own}", places=0)
        w.step("conv_params", f"(k**2*image[3]{one})*filters", "Number of parameters of the convolution",
               f"A filter has a weight for each of its places in every channel{own}", places=0)
        w.step("ratio", "dense_params/conv_params", "Ratio of dense to convolution", places=1)
        w.step("outputs", "image[1]*image[2]*filters", "Number of outputs of the convolution",
               "Each filter makes a map as large as the image.", places=0)
        w.step("dense_to_same_output_volume", f"(inputs_flattened{one})*outputs",
               "Number of parameters of a dense layer with as many outputs", "One unit for each output.", places=0)

    mistakes = (
        Mistake("flatten_without_channels", "Each pixel has a value in every channel: times the channels.",
                when="image[3] > 1", inputs_flattened="image[1]*image[2]"),
        Mistake("conv_counts_pixels", "A filter is shared by all positions: the size of the image does not count.",
                conv_params="(k**2*image[3] + (1 if bias == 'yes' else 0))*filters*image[1]*image[2]"),
        Mistake("ratio_inverted", "Dense divided by convolution, not the other way round.",
                ratio="conv_params/dense_params"),
        Mistake("dense_biases_forgotten", "Each unit has a bias too.", when="bias == 'yes'",
                dense_params="inputs_flattened*dense_units", dense_to_same_output_volume="inputs_flattened*outputs"),
        Mistake("conv_channels_forgotten", "A filter has weights for every channel.", when="image[3] > 1",
                conv_params="(k**2 + (1 if bias == 'yes' else 0))*filters"),
        Mistake("one_bias_for_the_layer", "Each unit has a bias of its own.", when="bias == 'yes'",
                dense_params="inputs_flattened*dense_units + 1",
                dense_to_same_output_volume="inputs_flattened*outputs + 1"),
        Mistake("conv_biases_forgotten", "Each filter has a bias too.", when="bias == 'yes'",
                conv_params="k**2*image[3]*filters"),
        Mistake("one_map_only", "Every filter makes a map: times the number of filters.", when="filters > 1",
                outputs="image[1]*image[2]"),
    )
    nudge = "Which of the two layers has one weight for every pixel and unit, and which shares its weights?"
    stories = {
        "task == 'flatten'": (
            f"An image of {IMAGE} is flattened for a dense layer of {{dense_units}} units, each with a bias.",
            f"Photos of {IMAGE} are laid out in one row and fed to {{dense_units}} dense units with biases.",
            f"A leaf scanner's pictures of {IMAGE} are flattened and read by {{dense_units}} dense units with biases.",
            f"Camera frames of {IMAGE} become one long vector, which enters {{dense_units}} dense units with biases.",
        ),
        **{f"task == '{task}'": tuple(f"{scene} {words}" for scene in SCENES) for task, words in {
            "both": "Both have biases. How many parameters would each have?",
            "no bias": "Neither has biases. How many parameters would each have?",
            "ratio": "Both have biases. How many times more parameters has the dense layer?"}.items()},
        "task == 'same volume'": tuple(f"{scene}. Biases are included." for scene in (
            f"Count what a dense layer with as many outputs needs in place of {SAME}",
            f"Compare with a dense layer that has a unit for each output: {SAME}",
            f"Count the parameters of {SAME}, and of a dense layer with as many outputs",
            f"A dense layer with an equally large output is to replace {SAME}")),
    }
