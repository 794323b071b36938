"""How many weights and biases a convolutional layer has, and how many multiplications it needs."""

from quizgen.authoring import Aside, Choice, Index, Level, Mistake, Problem, Vector, Whole, between, computed, oneof

POSITIONS = "output_hw[1]*output_hw[2]"
BIASES = "(filters if bias == 'yes' else 0)"
SCENES = (
    "{filters} filters of size {kernel} slide over {input}, {biases}; their maps are {output_hw}.",
    "A flower classifier has {filters} filters of {kernel} for {input}, {biases}. Their output is {output_hw}.",
    "How much is there to learn in {filters} filters of {kernel} on {input}, {biases}? The output is {output_hw}.",
    "Maps of {output_hw} are made of {input} by {filters} filters of {kernel}, {biases}.",
)
LAYER = "{filters} filters of {kernel} on {in_channels} channels with an output of {output_hw}"
STACK = "{filters} filters, all of {kernel} and with a bias, on RGB images ({in_channels} channels)"


class ConvParams(Problem):
    title = "Parameters of a convolutional layer"

    task = Aside("gray")
    side, o, layers = Aside(oneof(2, 3, 5, 7)), Aside(between(8, 64)), Aside(oneof(2, 3))
    several = Aside(oneof(4, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64), size=computed("layers"))
    m = Index(upto="layers")
    in_channels = Whole("channels of the input", draw=oneof(3, 4, 6, 8, 12, 16, 24, 32, 64), least=1)
    filters = Vector("number of filters of each layer", draw=computed("several[1]"), least=1, flat=True,
                     series=True, whole=True)
    kernel = Vector("height and width of a filter", draw=computed("(side, side)"), entries="2", least=1, series="×",
                    whole=True)
    bias = Choice("whether each filter has a bias", "yes", "no", draw="yes", default="yes")
    output_hw = Vector("height and width of the output", draw=computed("(o, o)"), entries="2", least=1, series="×",
                       whole=True, optional=True)

    symbols = {"in_channels": "C", "filters": "F", "kernel": "k", "output_hw": "o", "per_filter": "w",
               "maps": "C_{out}"}
    also = {"per_filter": "per filter, weights per filter, one filter", "maps": "channels",
            "weights": "number of weights", "biases": "number of biases", "total": "parameters, params"}
    answers = "weights biases total multiplications"
    small = oneof(1, 2, 3, 5, 7)
    levels = {
        "easy": Level("total", in_channels=1),
        "medium": (Level("weights biases", task="color", in_channels=3),
                   Level("total", task="maps", side=small), Level("total", task="no bias", side=small, bias="no")),
        "hard": (Level("multiplications", task="multiplications", side=small),
                 Level("total", task="stack", in_channels=3, output_hw=None,
                       filters=computed("several[m]", "m"))),
    }

    def work(self, w):
        for _ in w.rounds("filters", "Layer", each=True, in_channels="maps"):
            w.step("per_filter", "kernel[1]*kernel[2]*in_channels", "Weights of one filter",
                   "A filter sees all channels of its input.", places=0)
            w.step("weights", "filters*per_filter", "Number of weights", "Every position uses the same filters.",
                   places=0)
            if w.bias == "yes":
                w.step("biases", "filters", "Number of biases", "One for each filter.", places=0)
            w.step("total", "weights + biases" if w.bias == "yes" else "weights", "Number of parameters", places=0)
            if w.count("filters"):
                w.step("maps", "filters", "Channels of the output", "Each filter makes one, which the next layer sees.",
                       places=0)
            w.step("multiplications", f"weights*{POSITIONS}", "Number of multiplications",
                   "Each position of the output needs every weight once.", places=0)

    mistakes = (
        Mistake("channels_forgotten", "A filter has weights for every channel of its input.", when="in_channels > 1",
                per_filter="kernel[1]*kernel[2]"),
        Mistake("no_bias", "Each filter has a bias too.", when="bias == 'yes'", total="weights"),
        Mistake("times_output_positions", "The filters are shared: the same parameters serve every position.",
                when=f"{POSITIONS} > 1", total=f"(weights + {BIASES})*{POSITIONS}"),
        Mistake("one_bias_total", "Each filter has a bias of its own.", when="bias == 'yes' and filters > 1",
                total="weights + 1", biases="1"),
        Mistake("bias_counted", "These filters have no biases.", when="bias == 'no'", total="weights + filters"),
        Mistake("positions_forgotten", "The filters are applied at every position of the output.",
                when=f"{POSITIONS} > 1", multiplications="weights"),
        Mistake("biases_multiplied", "A bias is added, not multiplied.",
                multiplications=f"(weights + filters)*{POSITIONS}"),
    )
    nudge = "A filter sees all channels of its input at once, and every position uses the same filter."
    stories = {f"task == '{task}'": tuple(scene.replace("{input}", words).replace("{biases}", bias) for scene in SCENES)
               for task, words, bias in (
                   ("gray", "a gray image ({in_channels} channel)", "one bias a filter"),
                   ("color", "an RGB image ({in_channels} channels)", "one bias a filter"),
                   ("maps", "an input with {in_channels} channels", "one bias a filter"),
                   ("no bias", "an input with {in_channels} channels", "without biases"))}
    stories["task == 'multiplications'"] = (
        f"How many multiplications does a layer of {LAYER} need? Biases are not counted.",
        f"A phone is to run a layer: {LAYER}. Count the products of weights and inputs.",
        f"A chip multiplies each weight with an input. How often must it do so for {LAYER}?",
        f"To tell how slow a layer is, its multiplications are counted, biases left out: {LAYER}.",
    )
    stories["task == 'stack'"] = (
        f"Convolutional layers follow one another, of {STACK}. How many parameters has each layer?",
        f"A small network consists of convolutional layers of {STACK}. What does each layer learn?",
        f"To plan the memory of a network, its parameters are counted layer by layer: {STACK}.",
        f"One layer after the other, a photo passes {STACK}.",
    )
