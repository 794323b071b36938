"""Contrastive divergence CD-1: how the weights and biases of an RBM change with one image and its reconstruction."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Number, Problem, Vector, Whole,
                               between, oneof)

from ._states import BIASES, WEIGHTS

ONE, MORE = "task == 'one weight'", "task != 'one weight'"


class RbmCd1(Problem):
    title = "Contrastive divergence (CD-1)"

    task = Aside("weights")
    cd_statistics = Convention("probabilities", "samples", when="W[1][1] > -10**9", says={
        "probabilities": "both phases use the probabilities of the hidden units",
        "samples": "the data phase uses the sample of the hidden units, the model phase their probabilities"})
    v = Vector("visible units in the data, v0", draw=oneof(0, 1), size=3)
    v_recon = Vector("visible units in the reconstruction, v1", draw=oneof(0, 1), size=3, entries="count(v)",
                     least=0, most=1)
    p_h0, p_h1 = (Vector(f"hidden probabilities given the {what}", draw=between(0.05, 0.95, 0.01), size=2, when=ONE,
                         least=0, most=1, optional=True) for what in ("data", "reconstruction"))
    W = Matrix("weights, one visible unit a row", draw=oneof(*WEIGHTS), size=(3, 2), when=MORE, instead="p_h0 and p_h1")
    a = Vector("visible biases", draw=oneof(*BIASES), size=3, when="task == 'all' or task == 'back'",
               entries="count(v)", optional=True)
    b = Vector("hidden biases", draw=oneof(*BIASES), size=2, when=MORE, entries="count(W[1])",
               instead="p_h0 and p_h1")
    h_sample = Vector("hidden sample in the data phase", draw=oneof(0, 1), size=2, least=0, most=1, optional=True,
                      when="cd_statistics == 'samples' and task != 'one weight' or task == 'back'")
    eta = Number("learning rate", draw=oneof(0.05, 0.1, 0.2, 0.5), above=0)
    visible = Whole("visible unit asked about, counted from 1", least=1, optional=True)
    hidden = Whole("hidden unit asked about, counted from 1", least=1, optional=True)
    i, j, k = Index("v"), Index("b"), Index("p_h0")

    symbols = {"v": "v_0", "v_recon": "v_1", "p_h0": "p_0", "p_h1": "p_1", "h_sample": "h_0", "p_v1": "q",
               "positive": r"\text{pos}", "negative": r"\text{neg}", "dW": r"\text{ΔW}", "da": r"\text{Δa}",
               "db": r"\text{Δb}", "W_new": "W^{new}", "a_new": "a^{new}", "b_new": "b^{new}", "dw": r"\text{Δw}",
               "visible": "m", "hidden": "n"}
    also = {"p_h0": "p(h|v0), p(h=1|v0)", "p_h1": "p(h|v1), p(h=1|v1)", "p_v1": "p(v|h0), p(v=1|h0)",
            "positive": "positive phase, v0 p0^T", "negative": "negative phase, v1 p1^T"}
    answers = "p_v1 dw dW da db W_new a_new b_new"
    impossible = {"count(W) != count(v)": "v and W: there must be a row of W for each visible unit",
                  "max(abs(v[i]*(v[i] - 1)), i) > 0": "v: each unit is 0 or 1",
                  "visible > count(v)": "visible: there are not so many visible units",
                  "hidden > count(p_h0)": "hidden: there are not so many hidden units"}
    accept = ("max(v) > 0", "max(v_recon) > 0", "max(abs(v[i] - v_recon[i]), i) > 0", "max(h_sample) > 0",
              "min(abs(p_h0[k] - 0.5), k) >= 0.012", "min(abs(p_h1[k] - 0.5), k) >= 0.012",
              "min(abs(p_h0[k] - p_h1[k]), k) >= 0.01", "v[visible] + v_recon[visible] > 0")
    levels = {
        "easy": Level("dw", task="one weight", visible=between(1, 3), hidden=between(1, 2)),
        "medium": (Level("dW"), Level("p_v1 dW", task="back")),
        "hard": Level("W_new a_new b_new", task="all"),
    }

    def work(self, w):
        if w.has("W"):
            w.step("p_h0[j]", "sigmoid(b[j] + sum(v[i]*W[i][j], i))", "Data phase",
                   "Probabilities of the hidden units given the data.")
        if w.has("a") and w.has("h_sample"):
            w.step("p_v1[i]", "sigmoid(a[i] + sum(W[i][j]*h_sample[j], j))",
                   "Probabilities $p_v1$ of the reconstruction", "From these it was drawn.")
        if w.has("W"):
            w.step("p_h1[j]", "sigmoid(b[j] + sum(v_recon[i]*W[i][j], i))", "Model phase",
                   "Probabilities of the hidden units given the reconstruction.")
        h0 = "h_sample" if w.cd_statistics == "samples" and (w.has("W") or w.has("h_sample")) else "p_h0"
        if w.has("visible"):
            w.step("dw", f"eta*(v[visible]*{h0}[hidden] - v_recon[visible]*p_h1[hidden])", "Change $dw$ of the weight",
                   "Data minus model, times the learning rate.")
        w.step("positive[i][k]", f"v[i]*{h0}[k]", "Positive statistics",
               "A row of zeros for each visible unit that is off.")
        w.step("negative[i][k]", "v_recon[i]*p_h1[k]", "Negative statistics", "The same for the reconstruction.")
        w.step("dW[i][k]", "eta*(positive[i][k] - negative[i][k])", "Change $dW$ of the weights", "Data minus model.")
        w.step("da[i]", "eta*(v[i] - v_recon[i])", "Change $da$ of the visible biases", "Data minus model.")
        w.step("db[k]", f"eta*({h0}[k] - p_h1[k])", "Change $db$ of the hidden biases", "Data minus model.")
        w.step("W_new[i][k]", "W[i][k] + dW[i][k]", "New weights")
        w.step("a_new[i]", "a[i] + da[i]", "New visible biases")
        w.step("b_new[k]", "b[k] + db[k]", "New hidden biases")

    mistakes = (
        Mistake("sign_swapped", "Data minus model, not the reverse: the data are to become likelier.",
                dW="eta*(negative[i][k] - positive[i][k])", da="eta*(v_recon[i] - v[i])",
                db=("eta*(p_h1[k] - h_sample[k])", "eta*(p_h1[k] - p_h0[k])"),
                dw="eta*(v_recon[visible]*p_h1[hidden] - v[visible]*p_h0[hidden])"),
        Mistake("positive_only", "Take away the reconstruction's statistics.", dW="eta*positive[i][k]"),
        Mistake("positive_only", "Take away the reconstruction's statistics.", "v_recon[visible] > 0",
                dw="eta*v[visible]*p_h0[hidden]"),
        Mistake("eta_forgotten", "Times the learning rate η.", dW="positive[i][k] - negative[i][k]",
                da="v[i] - v_recon[i]", dw="v[visible]*p_h0[hidden] - v_recon[visible]*p_h1[hidden]"),
        Mistake("negative_used_p_h0", "It goes with its own probabilities.", negative="v_recon[i]*p_h0[k]"),
        Mistake("negative_used_p_h0", "With the reconstruction go its own probabilities.",
                when="v_recon[visible] > 0", dw="eta*(v[visible]*p_h0[hidden] - v_recon[visible]*p_h0[hidden])"),
        Mistake("negative_used_v0", "The negative phase has the reconstruction's units.", negative="v[i]*p_h1[k]"),
        Mistake("negative_used_v0", "The negative phase has the reconstruction's units.",
                when="v[visible] != v_recon[visible]", dw="eta*v[visible]*(p_h0[hidden] - p_h1[hidden])"),
    )
    nudge = "Learning lowers the energy of the data and raises that of the reconstruction: data minus model."
    stories = {
        "task == 'one weight'": (
            "In CD-1 the hidden units of an RBM are on with the probabilities {p_h0} given the data v0 = {v}, and "
            "{p_h1} given the reconstruction v1 = {v_recon}. By how much does the weight between visible unit "
            "{visible} and hidden unit {hidden} change, η = {eta}?",
            "One training image is v0 = {v}, its reconstruction v1 = {v_recon}. The hidden probabilities are {p_h0} "
            "with the image and {p_h1} with the reconstruction. How does CD-1 with η = {eta} change the weight from "
            "visible unit {visible} to hidden unit {hidden}?",
            "An RBM sees v0 = {v} (hidden probabilities {p_h0}) and dreams v1 = {v_recon} (hidden probabilities "
            "{p_h1}). Find the CD-1 change of the weight between visible unit {visible} and hidden unit {hidden} for η "
            "= {eta}.",
            "A recommender learns from the likes v0 = {v} by CD-1, η = {eta}; its reconstruction is v1 = {v_recon}. "
            "Hidden probabilities: {p_h0} before, {p_h1} after. What is added to the weight of film {visible} and "
            "taste {hidden}?",
        ),
        "task == 'weights'": (
            "One training image is v0 = {v}, its reconstruction after one Gibbs step v1 = {v_recon}. The RBM has W = "
            "{W} (rows visible, columns hidden) and hidden biases b = {b}. By how much does CD-1 change the weights, η "
            "= {eta}?",
            "An RBM with W = {W} (one visible unit a row) and hidden biases b = {b} reconstructs v0 = {v} as v1 = "
            "{v_recon}. Find the CD-1 change of its weights for η = {eta}.",
            "Learn from the likes v0 = {v} by contrastive divergence: the reconstruction is v1 = {v_recon}, W = {W} "
            "(one film a row), hidden biases b = {b}, η = {eta}. How do the weights change?",
            "Do the weight update of CD-1 for v0 = {v}, v1 = {v_recon} with η = {eta} in an RBM with W = {W} (rows "
            "visible, columns hidden) and hidden biases b = {b}. What is added to W?",
        ),
        "task == 'back'": (
            "An RBM has W = {W} (rows visible, columns hidden), a = {a} for the visible and b = {b} for the hidden "
            "units. From v0 = {v} it drew h0 = {h_sample} and from that v1 = {v_recon}. Find p(v = 1 | h0) and the "
            "CD-1 change of the weights, η = {eta}.",
            "The image v0 = {v} made an RBM draw h0 = {h_sample}, and from it v1 = {v_recon}. W = {W} (one pixel a "
            "row), visible biases a = {a}, hidden biases b = {b}, η = {eta}. How probable was each pixel, given h0, "
            "and what does CD-1 add to W?",
            "CD-1 with η = {eta}: v0 = {v}, h0 = {h_sample}, v1 = {v_recon}; W = {W} (one visible unit a row), visible "
            "biases a = {a}, hidden biases b = {b}. With which probabilities was v1 drawn from h0, and how do the "
            "weights change?",
            "A recommender's RBM (W = {W}, one film a row; film biases a = {a}, taste biases b = {b}) draws h0 = "
            "{h_sample} from v0 = {v} and v1 = {v_recon} from h0. Find p(v = 1 | h0), and by how much CD-1 with η = "
            "{eta} changes W.",
        ),
        "task == 'all'": (
            "One training image is v0 = {v}, its reconstruction v1 = {v_recon}. The RBM has W = {W} (rows visible, "
            "columns hidden), visible biases a = {a} and hidden biases b = {b}. What are they after this CD-1 step "
            "with η = {eta}?",
            "An RBM with W = {W} (one visible unit a row), visible biases a = {a}, hidden biases b = {b} reconstructs "
            "v0 = {v} as v1 = {v_recon}. Update all its parameters by CD-1, η = {eta}.",
            "Do one step of CD-1, η = {eta}, weights and biases: data v0 = {v}, reconstruction v1 = {v_recon}, W = {W} "
            "(rows visible, columns hidden), visible biases a = {a}, hidden biases b = {b}.",
            "A recommender's RBM (W = {W}, one film a row; film biases a = {a}, taste biases b = {b}) learns from the "
            "likes v0 = {v}, which it reconstructs as v1 = {v_recon}. Find its parameters after CD-1 with η = {eta}.",
        ),
    }
