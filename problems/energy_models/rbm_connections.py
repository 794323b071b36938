"""Connections, parameters and states of a Boltzmann machine and of its restricted form."""

from quizgen.authoring import Aside, Level, Mistake, Problem, Whole, between


class RbmConnections(Problem):
    title = "Connections of a Boltzmann machine"

    task = Aside("kept")
    visible = Whole("visible units", draw=between(3, 50), least=1, most=6000)
    hidden = Whole("hidden units", draw=between(2, 20), least=1, most=6000)

    symbols = {"visible": "n_v", "hidden": "n_h", "units": "n", "boltzmann_connections": r"\text{BM links}",
               "rbm_connections": r"\text{RBM links}", "removed": r"\text{links cut}",
               "rbm_parameters": r"\text{RBM parameters}", "boltzmann_parameters": r"\text{BM parameters}",
               "joint_states": r"\text{states}"}
    also = {"boltzmann_connections": "BM, full", "rbm_connections": "RBM, restricted", "removed": "cut, removed",
            "rbm_parameters": "RBM, restricted", "boltzmann_parameters": "BM, full", "joint_states": "number of states"}
    answers = "boltzmann_connections rbm_connections removed rbm_parameters boltzmann_parameters joint_states"
    accept = ("visible != hidden", "(visible - hidden)**2 != visible + hidden")
    levels = {
        "easy": Level("rbm_connections"),
        "medium": Level("boltzmann_connections rbm_connections removed", task="cut"),
        "hard": (Level("rbm_parameters boltzmann_parameters", task="parameters"),
                 Level("joint_states", task="states", hidden=between(2, "min(20, 40 - visible)"),
                       visible=between(3, 30))),
    }

    def work(self, w):
        w.step("units", "visible + hidden", "Number of units", places=0)
        w.step("boltzmann_connections", "units*(units - 1)/2", "Connections of the full machine",
               "Each unit is linked with every other, and each pair has one link.", places=0)
        w.step("rbm_connections", "visible*hidden", "Connections of the restricted machine",
               "Only pairs of a visible and a hidden unit are linked.", places=0)
        w.step("removed", "boltzmann_connections - rbm_connections", "Connections cut",
               "The links between visible units and those between hidden units.", places=0)
        w.step("rbm_parameters", "rbm_connections + units", "Parameters of the restricted machine",
               "A weight for each link and a bias for each unit.", places=0)
        w.step("boltzmann_parameters", "boltzmann_connections + units", "Parameters of the full machine",
               "A weight for each link and a bias for each unit.", places=0)
        w.step("joint_states", "2**units", "Number of joint states", "Each unit is off or on, whatever the others are.",
               places=0, spare=True)

    mistakes = (
        Mistake("ordered_pairs", "A link from i to j is also the one from j to i: each pair counts once.",
                boltzmann_connections="units*(units - 1)"),
        Mistake("with_self_loops", "No unit is linked with itself.", boltzmann_connections="units*(units + 1)/2"),
        Mistake("units_added", "Each visible unit is linked with each hidden one: multiply.",
                rbm_connections="visible + hidden"),
        Mistake("removed_only_visible_visible", "The links between hidden units go as well.",
                removed="visible*(visible - 1)/2"),
        Mistake("parameters_without_biases", "Each unit has a bias too.", rbm_parameters="rbm_connections",
                boltzmann_parameters="boltzmann_connections"),
        Mistake("states_of_visible_only", "The hidden units have states too.", joint_states="2**visible"),
    )
    nudge = "Which pairs of units may be linked in each machine?"
    stories = {
        "task == 'kept'": (
            "A restricted Boltzmann machine has {visible} visible and {hidden} hidden units. How many connections does "
            "it have?",
            "Films are recommended by an RBM with {visible} visible and {hidden} hidden units. How many weighted links "
            "join its two layers?",
            "An RBM looks at {visible} yes/no answers of a survey and has {hidden} hidden units. How many connections "
            "does it have?",
            "In a restricted Boltzmann machine {visible} black-and-white pixels are the visible layer, and {hidden} "
            "units are hidden. How many weights does it have, biases not counted?",
        ),
        "task == 'cut'": (
            "A Boltzmann machine has {visible} visible and {hidden} hidden units, every unit linked with every other. "
            "How many connections does it have, how many remain in the restricted machine, and how many are cut?",
            "A full Boltzmann machine with {visible} visible and {hidden} hidden units is to become an RBM. Count its "
            "connections, those that stay and those that must go.",
            "Of a Boltzmann machine with {visible} visible and {hidden} hidden units a student wants to keep only the "
            "links between the layers. How many are there before, how many afterwards, and how many fall away?",
            "Compare a full Boltzmann machine and an RBM, both with {visible} visible and {hidden} hidden units: how "
            "many connections has each, and how many does the restriction save?",
        ),
        "task == 'parameters'": (
            "An RBM has {visible} visible and {hidden} hidden units. How many parameters does it learn, biases "
            "included, and how many would a full Boltzmann machine with these units learn?",
            "A Boltzmann machine, full or restricted, with {visible} visible and {hidden} hidden units is to be "
            "stored: one number for each weight and each bias. How many numbers are that in each case?",
            "How many weights and biases together has an RBM with {visible} visible and {hidden} hidden units, and how "
            "many has a full Boltzmann machine with the same units?",
            "To see what the restriction saves, count all trainable parameters (weights and biases) of an RBM and of a "
            "full Boltzmann machine with {visible} visible and {hidden} hidden units.",
        ),
        "task == 'states'": (
            "How many joint states (v, h) of binary units does the partition function of an RBM with {visible} visible "
            "and {hidden} hidden units sum over? A power of 2 will do.",
            "An RBM has {visible} visible and {hidden} hidden units, each 0 or 1. How many joint states can it be in? "
            "A power may be left as it is.",
            "Why is Z hard to work out? Say how many terms it has for an RBM with {visible} visible and {hidden} "
            "hidden units that are 0 or 1. The answer may be written as a power.",
            "A program lists every joint state of the {visible} visible and {hidden} hidden units of an RBM, each of "
            "them 0 or 1. How many rows does the list have? A power of 2 will do.",
        ),
    }
