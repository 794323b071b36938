"""A simulation for the tail: of two samples, one above and one below the claimed mean, which speaks for the alternative?
A table of key words for what is asked, and the rule of thumb worked as a table of cases."""

ASKED = {  # whether a mean above, and one below, is what the question looks for
    **dict.fromkeys(("different", "changed", "equal", "still", "as stated"), (True, True)),
    **dict.fromkeys(("more than", "greater", "exceeds", "above", "increased", "longer", "taller"), (True, False)),
    **dict.fromkeys(("less than", "below", "fewer", "decreased", "shorter", "smaller"), (False, True)),
    **dict.fromkeys(("at most", "no more than", "does not exceed"), (True, False)),  # a mean above breaks the claim
    **dict.fromkeys(("at least", "no less than", "minimum"), (False, True)),  # a mean below breaks the claim
}
TAIL = {(True, True): ("two", "!="), (True, False): ("greater", ">"), (False, True): ("less", "<")}
RULES = {  # by rule, whether sigma is known, whether n is above 30
    "sigma-known-or-n>30": {(True, True): "z", (True, False): "z", (False, True): "z", (False, False): "t"},
    "n>30 only": {(True, True): "z", (True, False): "t", (False, True): "z", (False, False): "t"},
    "sigma-known only": {(True, True): "z", (True, False): "z", (False, True): "t", (False, False): "t"},
}


def expected(givens, conventions):
    tail, sign = TAIL[ASKED[givens["claim"]]]
    test = RULES[conventions["size_rule"]]["sigma" in givens, givens["n"] > 30]
    found = {"test": test, "tail": tail, "H0": f"mu = {givens['mu0']}", "H1": f"mu {sign} {givens['mu0']}"}
    return found if test == "z" else found | {"df": givens["n"] - 1}
