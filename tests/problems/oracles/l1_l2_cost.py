"""numpy's norms; where λ is sought, the root of a straight line through the costs at λ = 0 and λ = 1."""

import numpy as np


def expected(givens, conventions):
    w = np.array(givens["w"], float)
    sizes = {"l1": np.linalg.norm(w, 1), "l2": np.linalg.norm(w) ** 2}
    found = {"l1_norm": sizes["l1"], "l2_norm_sq": sizes["l2"]}
    m, sse = givens.get("m"), givens.get("sse")
    if "y" in givens:
        residual = np.subtract(givens["y"], givens["y_hat"])
        m, sse = len(residual), float(residual @ residual)
        found |= {"residual": list(residual), "sse": sse, "mse": sse / m, "m": m}
    loss = found.get("mse", givens.get("mse")) if conventions["cost_form"] == "mse" else sse
    part = {"l1": 1, "l2": 0.5 if conventions["l2_half"] == "yes" else 1}

    def cost(penalty):
        return (loss + penalty) / (2 * m if conventions["cost_form"] == "over-2m" else 1)

    strengths = {}
    for name in ("l1", "l2"):
        strength = givens.get(f"lambda_{name[1]}", givens.get("lambda"))
        if strength is None and f"{name}_cost" in givens:
            at_0, at_1 = cost(0), cost(part[name] * sizes[name])
            strength = found["lambda"] = (givens[f"{name}_cost"] - at_0) / (at_1 - at_0)
            found[f"{name}_part"] = strength * part[name] * sizes[name]
        strengths[name] = strength
        if strength is not None:
            found[f"{name}_penalty"] = strength * part[name] * sizes[name]
            found[f"{name}_cost"] = cost(found[f"{name}_penalty"])
    if None not in strengths.values():
        found["elastic_net"] = cost(found["l1_penalty"] + found["l2_penalty"])
    return found
