"""Augmenting a small gray image: flips, turns, crops, brightness and contrast, and how many images that makes."""

from quizgen.authoring import (Aside, Choice, Convention, Index, Level, Matrix, Mistake, Number, Problem, Story, Vector,
                               Whole, between, computed, made, oneof)

from . import _images as images

BRIGHT = "image[i][j] + brightness"
CONTRAST = {about: f"contrast*(image[i][j] - {about}) + {about}" for about in ("mean", "128")}
NEW = [f"contrast_about_{about}_clipped" for about in CONTRAST]


def clipped(text):
    """A gray value in its bounds."""
    return f"min(max({text}, 0), 255)"


def beyond(text):
    """How many gray values need clipping."""
    return f"sum(sum(1 if {text} > 255 or {text} < 0 else 0, j), i)"


def told(*tasks):
    """Stories for a task, with the image in the text and in a table."""
    return (f"{tasks[0]}: {{image}}.", f"A tiny gray image is {{image}}. {tasks[1]}.",
            Story(f"{tasks[0]}.", tabled="image"), Story(f"Here is a tiny gray image. {tasks[1]}.", tabled="image"))


class AugmentationMatrix(Problem):
    title = "Augmenting a small image"

    task = Aside("turn")
    side = Aside(oneof(3, 4))
    raw = Aside(between(0, 255), size=(computed("side"), computed("side")))
    image = Matrix("gray values, row by row", draw=made(images.of_whole_mean, "raw"), least=0, most=255, whole=True,
                   optional=True)
    high, wide = Aside(between(2, "side - 1")), Aside(between(2, "side - 1"))
    top, left = Aside(between(0, "side - high")), Aside(between(0, "side - wide"))
    crop_rows = Vector("rows kept, counted from 0", least=0, series=True, whole=True, optional=True)
    crop_cols = Vector("columns kept, counted from 0", least=0, series=True, whole=True, optional=True)
    brightness = Whole("what is added to each gray value", optional=True)
    contrast = Number("contrast factor", above=0, optional=True)
    flip, turn, flip_first = (Aside(oneof(*options)) for options in (images.FLIPS, images.TURNS, (0, 1)))
    first, second = (Choice(f"{name} operation", *images.OPERATIONS, optional=True) for name in ("first", "second"))
    N = Whole("number of images", least=1, optional=True)
    k = Whole("altered versions of each image", least=0, optional=True)
    i, j = Index("image"), Index("image", of_row=True)

    originals = Convention("kept", "dropped", says={
        "kept": "the originals stay in the set", "dropped": "the originals do not stay in the set"})
    contrast_about = Convention("mean", "128", says={
        "mean": "contrast is about the mean of the image: $contrast*(image - mean) + mean$",
        "128": "contrast is about 128: $contrast*(image - 128) + 128$"})
    pixels = Convention("decimals", "rounded", says={"decimals": "gray values may keep a decimal",
                                                     "rounded": "gray values are rounded to whole numbers"})
    new = (*images.WAYS, "crop", "brightness_clipped", *NEW)
    symbols = {name: f"A^{{{name.replace('flip_', '').replace('rot90_', '').split('_')[0]}}}" for name in new}
    symbols |= {"image": "A", "after_first": "A^{(1)}", "result": "A^{(2)}", "brightness": "b", "contrast": "c",
                "mean": r"\bar A", "dataset_size": "M"}
    also = dict.fromkeys((*new, "result"), "A', new image, result") | {"dataset_size": "size, images, total"}
    answers = " ".join((*new, "result", "dataset_size"))
    impossible = {condition.format(rows=rows, size=size): f"{rows}: {words}"
                  for rows, size in (("crop_rows", "count(image)"), ("crop_cols", "count(image[1])"))
                  for condition, words in {
                      "max({rows}) >= {size}": "counted from 0, some lie beyond the image",
                      "max({rows}) - min({rows}) != count({rows}) - 1": "a crop keeps neighbors"}.items()}
    accept = tuple(f"{unless}1 <= {beyond(text)} and 2*{beyond(text)} <= side*side" for unless, text in (
        ("", BRIGHT), *(("contrast < 1 or ", text) for text in CONTRAST.values())))
    counted = {"image": None, "N": between(50, 5000), "k": between(2, 8)}
    levels = {
        "easy": (Level("flip_horizontal", task="horizontal"), Level("flip_vertical", task="vertical")),
        "medium": (Level("rot90_cw", task="clockwise"), Level("rot90_ccw", task="counterclockwise"),
                   Level("crop", task="crop", crop_rows=made(images.span, "top high"),
                         crop_cols=made(images.span, "left wide")),
                   Level("dataset_size", task="size", **counted)),
        "hard": (Level("brightness_clipped", task="brightness", brightness=oneof(10, 20, 40, 60, -10, -20, -40, -60)),
                 Level(" ".join(NEW), task="contrast", contrast=oneof(0.5, 1.5, 2)),
                 Level("result", task="two", first=computed("flip if flip_first == 1 else turn"),
                       second=computed("turn if flip_first == 1 else flip"))),
    }

    def work(self, w):
        for name, (function, title, why) in images.WAYS.items():
            w.procedure(name, function, "image", title, why, places=0)
        w.procedure("crop", images.cropped, "image crop_rows crop_cols", "Cropped image",
                    "What stands in these rows and columns.", places=0)
        w.step("brightness_clipped[i][j]", clipped(BRIGHT), "Brightened image",
               "What would leave the bounds is 0 or 255.", places=0, marks=(1, 1))
        if w.contrast_about == "mean":
            w.step("mean", "sum(sum(image[i][j], j), i)/(count(image)*count(image[1]))", "Mean gray value", places=1)
        text = clipped(CONTRAST[w.contrast_about])
        w.step(f"contrast_about_{w.contrast_about}_clipped[i][j]",
               {"decimals": text, "rounded": f"floor({text} + 0.5)"}, "Image of new contrast", by="pixels",
               why="Each value's distance from the middle is multiplied.", places=0 if w.pixels == "rounded" else 1)
        w.procedure("after_first", images.operated, "image first", "Image after the first operation", places=0)
        w.procedure("result", images.operated, "after_first second image first", "Image after both operations",
                    "It is applied to what the first has made.", places=0)
        w.step("dataset_size", {"kept": "N*(1 + k)", "dropped": "N*k"}, "Number of images", by="originals", places=0)

    mistakes = (
        Mistake("transposed_for_rot90_cw", "The transpose: write its rows backwards too.", rot90_cw=images.transposed),
        Mistake("rotated_the_other_way", "That is the turn the other way: follow the top left corner.",
                rot90_cw=images.counterclockwise, rot90_ccw=images.clockwise),
        Mistake("flip_axes_swapped", "A horizontal flip exchanges left and right, a vertical one top and bottom.",
                flip_horizontal=images.upside_down, flip_vertical=images.mirrored),
        Mistake("rotated_180_for_flip", "Both directions are reversed here: a flip reverses one.",
                flip_horizontal=images.half_turn, flip_vertical=images.half_turn),
        Mistake("crop_end_left_out", "The last row and column named belong to the crop.", crop=images.without_last),
        Mistake("crop_axes_exchanged", "The rows are counted from the top, the columns from the left.",
                crop=images.axes_exchanged),
        *(Mistake("clipping_forgotten", "A gray value lies between 0 and 255: clip what leaves these bounds.",
                  when=f"{beyond(text)} > 0", **{name: text})
          for name, text in zip(["brightness_clipped", *NEW], [BRIGHT, *CONTRAST.values()])),
        Mistake("wrapped_around_256", "Values beyond the bounds stop at 0 or 255, they do not start again.",
                when=f"{beyond(BRIGHT)} > 0", brightness_clipped=f"{BRIGHT} - 256*floor(({BRIGHT})/256)"),
        Mistake("middle_forgotten", "Only the distance from the middle is multiplied, not the gray value itself.",
                **dict.fromkeys(NEW, clipped("contrast*image[i][j]"))),
        Mistake("order_exchanged", "The order matters: what is named first is done first.", result=images.exchanged),
        Mistake("second_on_the_original", "The second operation is applied to what the first has made.",
                result=images.second_alone),
        Mistake("dataset_without_originals", "Count the originals.", when="originals == 'kept'", dataset_size="N*k"),
    )
    nudge = "What changes: the places of the pixels, their gray values, or the number of images?"
    stories = {
        "task == 'horizontal'": told("Write the horizontal mirror image, left and right swapped",
                                     "A horizontal flip, left for right, is to make a second one"),
        "task == 'vertical'": told("Flip the image vertically, top and bottom swapped",
                                   "Its scanner drew the page in upside down: exchange top and bottom, without a turn"),
        **{f"task == '{way}'": told(f"Rotate the image by 90° {way}", f"Make another by a turn of 90° {way}")
           for way in ("clockwise", "counterclockwise")},
        "task == 'crop'": told("Crop the image to the rows {crop_rows} and the columns {crop_cols}, counted from 0",
                               "Only its rows {crop_rows} and columns {crop_cols} (both counted from 0) are kept"),
        "task == 'brightness'": told("Add {brightness} to the brightness; gray values are clipped to 0 to 255",
                                     "To imitate another time of day, {brightness} is added to each gray value; what "
                                     "leaves the range from 0 to 255 is clipped"),
        "task == 'contrast'": told("Multiply the contrast by {contrast}; gray values are clipped to 0 to 255",
                                   "To imitate another light, its contrast is multiplied by {contrast}; what leaves "
                                   "the range from 0 to 255 is clipped"),
        "task == 'two'": told("Apply a {first}, then a {second}", "A {first} and after it a {second} make another one"),
        "task == 'size'": (
            "A set of {N} photos is enlarged by {k} altered versions of each photo. How many images are there in all?",
            "{N} leaf scans are too few. Of each, {k} further ones are made by flips, turns and crops.",
            "From each of {N} radiographs {k} altered versions are made. On how many is the network trained?",
            "A student has {N} pictures of handwritten digits and makes {k} slightly turned copies of each."),
    }

    def question_table(self, v):
        from .._figures import gray_table

        return gray_table(v.image, 0 if v.crop_rows else 1)
