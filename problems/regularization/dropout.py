"""Dropout: which units a mask leaves, how they are scaled, how many stay on average, how many networks there are."""

from quizgen.authoring import (Aside, Convention, Index, Level, Mistake, Number, Problem, Vector, Whole, between,
                               computed, oneof)


class Dropout(Problem):
    title = "Dropout"

    task = Aside("mask")
    units = Aside(between(4, 6))
    h = Vector("outputs of the layer", draw=between(-3, 5, 0.1, distinct=True), size=computed("units"), optional=True)
    mask = Vector("dropout mask", draw=oneof(0, 1), size=computed("units"), entries="count(h)", least=0, most=1,
                  optional=True)
    n = Whole("units of the layer", default="count(h)", least=1, most=1000, optional=True)
    rate = Aside(oneof(0.1, 0.2, 0.25, 0.3, 0.4))
    p_drop = Number("drop probability", draw=computed("rate"), when="probability == 'drop'", least=0, below=1,
                    instead="p_keep")
    p_keep = Number("keep probability", draw=computed("1 - rate", places=2), when="probability == 'keep'",
                    above=0, most=1)
    layer_size = Whole("size of the layer", least=1, optional=True)
    i = Index("h")

    dropout_scaling = Convention("inverted", "classic", says={
        "inverted": "dropout is inverted: outputs are scaled in training",
        "classic": "dropout is classic: outputs are not scaled in training"})
    probability = Convention("drop", "keep", says={"drop": "", "keep": ""})
    symbols = {"p_drop": "p", "p_keep": "q", "mask": "m", "layer_size": "N", "classic_train_output": "a",
               "inverted_output": "h_{train}", "classic_test_output": "h_{test}", "expected_active": r"\mu",
               "sd_active": r"\sigma", "prob_all_kept": "P", "thinned_networks": "M"}
    also = {"inverted_output": "training output, output, scaled, h_tilde", "p_keep": "keep prob, keep",
            "classic_train_output": "masked output, h*m, masked, training output",
            "classic_test_output": "test output, output", "expected_active": "expected active units, active units",
            "sd_active": "sd, standard deviation", "thinned_networks": "networks, subnetworks, thinned networks, 2^n"}
    answers = ("classic_train_output inverted_output classic_test_output expected_active sd_active prob_all_kept "
               "thinned_networks")
    impossible = {"max(abs(mask[i]*(1 - mask[i])), i) > 0": "mask: an entry is 1 (kept) or 0 (dropped)"}
    accept = ("1 <= count(h) - sum(mask[i], i)", "count(h) - sum(mask[i], i) <= 3", "min(abs(h[i]), i) > 0")
    layer = {"task": "count", "h": None, "mask": None, "rate": between(0.05, 0.6, 0.05),
             "layer_size": between(20, 1000, 20)}
    levels = {
        "easy": Level("expected_active", **layer),
        "medium": Level("classic_train_output inverted_output"),
        "hard": (Level("classic_test_output thinned_networks prob_all_kept", task="test"),
                 Level("expected_active sd_active", **layer)),
    }

    def work(self, w):
        w.step("p_keep", "1 - p_drop", "Keep probability", "A unit that is not dropped is kept.")
        w.step("classic_train_output[i]", "h[i]*mask[i]", "Masked output", "A dropped unit gives 0.")
        if w.dropout_scaling == "inverted":
            w.step("inverted_output[i]", "classic_train_output[i]/p_keep", "Training output",
                   "The units kept are scaled up, so that the mean stays what it is without dropout.")
        w.step("classic_test_output[i]", "h[i]*p_keep", "Test output of classic dropout",
               "All units work, each scaled down to its mean in training.")
        w.step("expected_active", "layer_size*p_keep", "Mean number of active units", places=2)
        w.step("sd_active", "sqrt(layer_size*p_keep*(1 - p_keep))", "Standard deviation of their number",
               "Units are dropped independently: the number is binomial.")
        w.step("thinned_networks", "2**n", "Number of thinned networks", "Each unit is in or out.", places=0)
        w.step("prob_all_kept", "p_keep**n", "Probability that no unit is dropped", "All n are kept, independently.")

    mistakes = (
        Mistake("scaled_by_p", "Divide by the probability to be kept, not by that to be dropped.", when="p_keep != 0.5",
                inverted_output="classic_train_output[i]/(1 - p_keep)", classic_test_output="h[i]*(1 - p_keep)"),
        Mistake("expected_active_used_p", "That many are dropped: the others are active.", when="p_keep != 0.5",
                expected_active="layer_size*(1 - p_keep)"),
        Mistake("mask_inverted", "A mask of 1 keeps the unit, 0 drops it.", classic_train_output="h[i]*(1 - mask[i])"),
        Mistake("dropout_kept_at_test", "At test time no unit is dropped: the mask is for training alone.",
                classic_test_output="h[i]*mask[i]"),
        Mistake("multiplied_not_divided", "In training the units kept are scaled up: divide by the keep probability.",
                inverted_output="classic_train_output[i]*p_keep", classic_test_output="h[i]/p_keep"),
        Mistake("scaled_but_not_masked", "Put 0 for the dropped units before you scale.",
                inverted_output="h[i]/p_keep"),
        Mistake("thinned_networks_2n", "Each unit doubles the number of networks: 2 to the power n, not 2n.",
                when="n > 2", thinned_networks="2*n"),
        Mistake("root_forgotten", "That is the variance: take its root.", sd_active="layer_size*p_keep*(1 - p_keep)"),
        Mistake("prob_all_dropped", "That is the probability that all are dropped.", when="p_keep != 0.5",
                prob_all_kept="(1 - p_keep)**n"),
    )
    nudge = "Decide first what is given: the probability that a unit is switched off, or that it is kept?"
    stories = {
        "task == 'mask' and probability == 'drop'": (
            "A layer gives h = {h}; the dropout mask is {mask} (1 = kept), the drop probability {p_drop}. What goes "
            "on to the next layer in training?",
            "In one training step the hidden units answer {h}. Dropout with drop probability {p_drop} has drawn the "
            "mask {mask}, where 1 means kept.",
            "A speech model drops hidden units with probability {p_drop}. For one word its layer gives {h}, and the "
            "mask is {mask} (0 = dropped).",
            "Apply the dropout mask {mask} (1 = kept) to the layer outputs {h}. Each unit is dropped with probability "
            "{p_drop}.",
        ),
        "task == 'mask' and probability == 'keep'": (
            "A layer gives h = {h}; the dropout mask is {mask} (1 = kept), the keep probability {p_keep}. What goes "
            "on to the next layer in training?",
            "Apply the dropout mask {mask} (1 = kept) to the layer outputs {h}. Each unit is kept with probability "
            "{p_keep}.",
        ),
        "task == 'test' and probability == 'drop'": (
            "A layer of {n} units was trained with classic dropout (no scaling in training), drop probability "
            "{p_drop}; its last mask was {mask}. A test input gives h = {h}. What does the layer pass on at test "
            "time, and how many thinned networks can dropout make of it?",
            "Classic dropout, which scales nothing in training, switched units off with probability {p_drop}; the "
            "last mask was {mask}. Now the network is used, and its {n} units answer {h}.",
            "A trained network meets a test picture; its {n} hidden units give {h}. In training classic dropout "
            "(unscaled) dropped each unit with probability {p_drop}, the last time by the mask {mask}.",
            "In training, masks such as {mask} were drawn for a layer of {n} units, drop probability {p_drop}, and "
            "nothing was scaled (classic dropout). At test time the layer gives {h}.",
        ),
        "task == 'test' and probability == 'keep'": (
            "A layer of {n} units was trained with classic dropout (no scaling in training), keep probability "
            "{p_keep}; its last mask was {mask}. A test input gives h = {h}. What does the layer pass on at test time?",
        ),
        "task == 'count' and probability == 'drop'": (
            "A hidden layer has {layer_size} units, and each is dropped with probability {p_drop}.",
            "Dropout with drop probability {p_drop} is applied to a layer of {layer_size} units. How many are at work "
            "in a training step, on average?",
            "In each training step {layer_size} units draw lots: each is switched off with probability {p_drop}.",
            "A translator's layer of {layer_size} units is thinned by dropout, drop probability {p_drop}.",
        ),
        "task == 'count' and probability == 'keep'": (
            "A hidden layer has {layer_size} units, and each is kept with probability {p_keep}.",
            "In each training step {layer_size} units draw lots: each stays on with probability {p_keep}.",
        ),
    }
