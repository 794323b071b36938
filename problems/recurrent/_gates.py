"""What recurrent cells with gates share: the net input of a gate, of one unit or of several, and the table of weights."""

from quizgen.authoring import between, oneof
from quizgen.document import Table


def nonzero(far=1):
    """Tenths from -far to far, without 0."""
    return oneof(between(-far, -0.1, 0.1), between(0.1, far, 0.1))


def net(gate, state="h_prev[k]"):
    """The net input of a gate, of several units and of one; `state` is what the weights of the old states meet."""
    rest = f"sum(W_{gate}[j][count(x_t) + k]*{state}, k) + W_{gate}[j][count(x_t) + count(h_prev) + 1]"
    return (f"sum(W_{gate}[j][i]*x_t[i], i) + {rest}",
            f"W_{gate}[1]*x_t + W_{gate}[2]*{state.replace('[k]', '')} + W_{gate}[3]")


def without_feedback(gate):
    """The same without the old state."""
    return f"sum(W_{gate}[j][i]*x_t[i], i) + W_{gate}[j][count(x_t) + count(h_prev) + 1]", f"W_{gate}[1]*x_t + W_{gate}[3]"


def both(text):
    """A formula for several units, with [j], and for one."""
    return text, text.replace("[j]", "")


def table(v, gates):
    """The weights of one unit's gates; None where they are no three numbers."""
    rows = [(name, getattr(v, f"W_{gate}")) for gate, name in gates.items()]
    if any(row is None or isinstance(row[0], list) for _, row in rows):
        return None
    cells = tuple(((name,), *((f"{number:g}".replace("-", "−"),) for number in row)) for name, row in rows)
    words = "; ".join(f"{name}: {', '.join(f'{number:g}' for number in row)}" for name, row in rows)
    return Table((("",), ("input weight",), ("state weight",), ("bias",)), cells, f"Weights and biases. {words}.", stub=True)
