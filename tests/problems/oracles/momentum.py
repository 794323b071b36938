"""Velocities as explicit sums over all gradients so far, on slopes by complex steps."""

from ._complex_step import gradient


def expected(givens, conventions):
    form, beta, eta, v0 = conventions["momentum"], givens["beta"], givens["eta"], givens["v0"]
    share = {"ema": 1 - beta, "classic": 1, "eta-inside": eta, "nesterov": eta}[form]
    rate = eta if form in ("ema", "classic") else 1
    letters = "w" if "w0" in givens else "xy"
    a, c = givens.get("a"), givens.get("c", 0)
    losses = {"w": f"{a}*(w - {c})**2", "x": f"{a}*w**2", "y": f"{givens.get('b')}*w**2"}
    found = {}
    for letter in letters:
        loss = losses[letter] if "a" in givens else givens["f"]
        g, v = ("g", "v") if letter == "w" else (f"g{letter}", f"v{letter}")
        slopes, velocities, path = [], [v0], [givens[f"{letter}0"]]
        for k in range(1, givens["steps"] + 1):
            look = path[-1] - beta * velocities[-1]
            slopes.append(gradient(loss, look if form == "nesterov" else path[-1])[0])
            velocities.append(beta**k * v0 + share * sum(beta ** (k - 1 - n) * slope for n, slope in enumerate(slopes)))
            path.append(path[0] - rate * sum(velocities[1:]))
            found |= {f"ahead{letter}{k}": look, f"{g}{k}": slopes[-1], f"{v}{k}": velocities[-1], f"{letter}{k}": path[-1]}
        found |= {"v": velocities[1:], "w": path}
    return found | {"f": givens.get("f")}
