"""Why pixels are not fed to a dense layer: the parameters of a dense and of a convolutional layer on the same image."""

from quizgen.authoring import Aside, Choice, Level, Mistake, Problem, Vector, Whole, computed, oneof

SCENES = (
    "An image of {image} (height, width, channels) can be flattened into a dense layer of {dense_units} units, or meet "
    "{filters} filters of {k}×{k}.",
    "For X-rays of {image} (height, width, channels) a dense layer of {dense_units} units is weighed against a "
    "convolution of {filters} filters {k}×{k}.",
    "A network for pictures of {image} (height, width, channels) may begin with {dense_units} dense units or with "
    "{filters} filters of {k}×{k}.",
    "To save memory, {filters} filters of {k}×{k} are to take the place of {dense_units} dense units on images of "
    "{image} (height, width, channels).",
)


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
    also = {"inputs_flattened": "inputs, flattened inputs", "dense_params": "dense", "conv_params": "conv, convolution",
            "dense_to_same_output_volume": "dense, dense params"}
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
        w.step("dense_params", f"(inputs_flattened{one})*dense_units", "Parameters of the dense layer",
               f"A unit has a weight for every input{own}", places=0)
        w.step("conv_params", f"(k**2*image[3]{one})*filters", "Parameters of the convolution",
               f"A filter has a weight for every one of its places and channels{own}", places=0)
        w.step("ratio", "dense_params/conv_params", "Ratio of dense to convolution", places=1)
        w.step("outputs", "image[1]*image[2]*filters", "Number of outputs of the convolution",
               "Each filter makes a map as large as the image.", places=0)
        w.step("dense_to_same_output_volume", f"(inputs_flattened{one})*outputs",
               "Parameters of a dense layer with as many outputs", "One unit for each output.", places=0)

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
            "How many inputs does an image of {image} (height, width, channels) have after flattening, and how many "
            "parameters has a dense layer of {dense_units} units on it, biases included?",
            "Photos of {image} (height, width, channels) are flattened and fed to a dense layer of {dense_units} "
            "units, each with a bias.",
            "A leaf scanner delivers pictures of {image} (height, width, channels). A first try flattens them for a "
            "dense layer of {dense_units} units with biases.",
            "Camera frames of {image} (height, width, channels) become one long vector, which enters a dense layer of "
            "{dense_units} units with biases.",
        ),
        **{f"task == '{task}'": tuple(f"{scene} {words}" for scene in SCENES) for task, words in {
            "both": "Both have biases. How many parameters would each have?",
            "no bias": "Neither has biases. How many parameters would each have?",
            "ratio": "Both have biases. How many times more parameters has the dense layer?"}.items()},
        "task == 'same volume'": (
            "A convolution of {filters} filters {k}×{k} with biases (stride 1, padding 'same') is applied to {image} "
            "images (height, width, channels). What would a dense layer with as many outputs need, biases included?",
            "On pictures of {image} (height, width, channels) {filters} filters of {k}×{k} work with stride 1 and "
            "'same' padding. Compare with a dense layer that has one unit for each of their outputs; both have biases.",
            "A layer of {filters} filters {k}×{k} keeps the height and width of its {image} input (height, width, "
            "channels). Could a dense layer do its work? Count the parameters of both, biases included.",
            "Imagine a convolution ({filters} filters of {k}×{k}, stride 1, 'same' padding) on images of {image} "
            "(height, width, channels) replaced by a dense layer with an equally large output. Both have biases.",
        ),
    }
