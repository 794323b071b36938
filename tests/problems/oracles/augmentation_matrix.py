"""numpy's flips, turns and clip."""

import numpy as np

OPERATIONS = {
    "horizontal flip": np.fliplr,
    "vertical flip": np.flipud,
    "quarter turn clockwise": lambda image: np.rot90(image, -1),
    "quarter turn counterclockwise": np.rot90,
    "half turn": lambda image: np.rot90(image, 2),
    "transposition": np.transpose,
}


def expected(givens, conventions):
    found = {}
    if "N" in givens:
        kept = 1 if conventions["originals"] == "kept" else 0
        found["dataset_size"] = len(range(givens["N"] * (kept + givens["k"])))
    if "image" not in givens:
        return found
    image = np.array(givens["image"])
    found |= {
        "flip_horizontal": np.fliplr(image).tolist(),
        "flip_vertical": np.flipud(image).tolist(),
        "rot90_cw": np.rot90(image, -1).tolist(),
        "rot90_ccw": np.rot90(image).tolist(),
        "rot180": np.rot90(image, 2).tolist(),
        "mean": float(np.mean(image)),
    }
    if "crop_rows" in givens:
        found["crop"] = image[np.ix_(givens["crop_rows"], givens["crop_cols"])].tolist()
    if "brightness" in givens:
        found["brightness_clipped"] = np.clip(image + givens["brightness"], 0, 255).tolist()
    if "contrast" in givens:
        about = conventions["contrast_about"]
        middle = image.mean() if about == "mean" else 128
        changed = np.clip(givens["contrast"] * image + (1 - givens["contrast"]) * middle, 0, 255)
        rounded = np.where(changed % 1 >= 0.5, np.ceil(changed), np.floor(changed))
        found[f"contrast_about_{about}_clipped"] = (rounded if conventions["pixels"] == "rounded" else changed).tolist()
    if "first" in givens:
        found["after_first"] = OPERATIONS[givens["first"]](image).tolist()
        found["result"] = OPERATIONS[givens["second"]](np.array(found["after_first"])).tolist()
    return found
