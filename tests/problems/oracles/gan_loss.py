"""Binary cross-entropy on labels 1 and 0, in numpy."""

import numpy as np


def cross_entropy(label, outputs):
    outputs = np.array(outputs, float)
    return float(np.mean(-(label * np.log(outputs) + (1 - label) * np.log1p(-outputs))))


def expected(givens, conventions):
    fake = givens["D_fake"]
    minimax, other = -cross_entropy(0, fake), cross_entropy(1, fake)
    found = {
        "mean_log_1_minus_D_fake": minimax,
        "L_G": minimax if conventions["generator_loss"] == "minimax" else other,
        "L_G_minimax": minimax,
        "L_G_nonsaturating": other,
        "D_at_equilibrium": 0.5,
        "V_at_equilibrium": -np.log(4),
    }
    if "D_real" in givens:
        loss = cross_entropy(1, givens["D_real"]) + cross_entropy(0, fake)
        share = {"sum": 1, "half": 0.5}[conventions["discriminator_loss"]]
        found |= {"mean_log_D_real": -cross_entropy(1, givens["D_real"]), "V": -loss, "L_D": share * loss}
    return found
