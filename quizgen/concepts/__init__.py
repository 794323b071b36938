"""Concept items: what cannot be asked with numbers. They are data, one TOML file a subject, beside the topic's problems.

    problems/<topic>/<subject>.toml

So `gan.toml` in `problems/generative` holds the subject `gan`, of the topic `generative`: `quizgen practice gan` asks its
items, `practice generative` mixes them with the topic's problems. A subject may be called like a problem (`dropout.toml`
beside `dropout.py`); in practice the name then means both. A subject's name gives the letters of its items' ids.

A file begins with the subject's title. Each item is a table called Q and a number below 1024, which no other item has:

    title = "Generative adversarial networks"

    [Q109]
    ask = "What does the discriminator output?"
    right = "the probability that its input is real"
    wrong = ["a hard decision, exactly 0 or exactly 1", "the class label of the image it is shown"]
    why = "D(x) lies between 0 and 1."
    erratum = "X67"

Which keys stand beside `why` says what kind of item it is:

    ask, right, wrong   multiple choice; options are shuffled, "all of the above" and "none of the above" stay last
    claim, true         true or false
    ask, blank          fill in: `ask` holds ____; `blank` is the answer, or a list of spellings with the shown one first
    ask, order          put in order: the entries, first to last
    ask, pairs          match: a list of [left, right]

`$...$` is a formula, written as in problem files: `$delta[k]*w[k]$`. `erratum` names the error that students make here.
`load` reads and checks a file, `item` makes a question of an item and a seed, `pool` finds items by name.
"""
