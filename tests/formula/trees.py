"""Random trees of arithmetic, the numbers put in for their names, and what they are worth, computed here."""

import math

from hypothesis import strategies as st

from quizgen.formula.nodes import Binary, Call, Name, Number, Unary

NAMES = "abcd"
names = st.sampled_from(NAMES)
texts = st.decimals(-9, 9, places=2).map(str) | st.sampled_from(["0", "20", "-3", "1.5e-07", "-2e3"])
numbers = st.fixed_dictionaries(dict.fromkeys(NAMES, texts))
trees = st.recursive(
    names.map(Name) | st.sampled_from(["1", "2", "3", "9", "0.5"]).map(Number),
    lambda inner: (
        st.builds(Binary, st.sampled_from("+-*/"), inner, inner)
        | st.builds(lambda base, k: Binary("**", base, Number(k)), inner, st.sampled_from(["2", "3", "0.5"]))
        | st.builds(lambda base, top: Binary("**", base, top), inner, inner)
        | st.builds(lambda arg: Unary("-", arg), inner)
        | st.builds(lambda function, arg: Call(function, (arg,)), st.sampled_from(["abs", "sqrt", "exp", "ln"]), inner)
    ),
    max_leaves=12,
)
FUNCTIONS = {"abs": abs, "sqrt": math.sqrt, "exp": math.exp, "ln": math.log}


def worth(node, values):
    """The value of a tree. ArithmeticError or ValueError where it has none."""
    match node:
        case Name(name):
            return values[name]
        case Number(text):
            return float(text)
        case Unary("-", arg):
            return -worth(arg, values)
        case Call(function, (arg,)):
            return FUNCTIONS[function](worth(arg, values))
        case Binary("**", base, top):
            return math.pow(worth(base, values), worth(top, values))
        case Binary(op, left, right):
            a, b = worth(left, values), worth(right, values)
            return a + b if op == "+" else a - b if op == "-" else a * b if op == "*" else a / b


def worth_of(tree, texts):
    """The value with numbers put in; None where it has none, or none that is finite."""
    try:
        value = worth(tree, {name: float(text) for name, text in texts.items()})
    except (ArithmeticError, ValueError):
        return None
    return value if math.isfinite(value) else None
