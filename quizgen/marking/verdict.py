"""The verdict on one answer: how it agrees with what is right, with what rounding allows, and with what follows."""

from __future__ import annotations

from ..formula.interval import Undecided, ends
from ..record import Record
from ..rounding import shown
from .expressions import Expression, same
from .handed_in import Unreadable
from .signless import turned
from .spread import agreement, unit_asked
from .texts import Words, says_same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..answers import Written
    from ..plan import Step
    from .handed_in import HandedIn, SetUp

ORDER = ("right", "rounded", "follows", "other-convention", "undefined", "missing", "unreadable", "wrong")
TOO_EARLY = "moved by rounding too early: keep more places on the way"
NO_FIGURE = "no significant figure is left"
ENOUGH = 3


class Truths(Record):
    """What a step's value may be: the right value, and the spreads that it is compared with."""

    key: Any
    fine: Any
    coarse: Any
    own: Any

    def all(self) -> tuple[Any, ...]:
        """In order."""
        return (self.key, self.fine, self.coarse, self.own)

    def at(self, place: int) -> Truths:
        """The truths of one entry."""
        return Truths(*(entry_of(part, place) for part in self.all()))


def entry_of(values: Any, place: int) -> Any:
    """The entry of a list at a place, from 0; None where there is none."""
    return values[place] if isinstance(values, list) and place < len(values) else None


def verdict_on(step: Step, answer: HandedIn, truths: Truths, asked: bool) -> tuple[str, str, Any]:
    """The verdict, why, and the verdicts of the entries of a vector or matrix. `asked`: whether places were asked for."""
    if isinstance(answer.read, Words):
        return (*_in_words(answer.read, truths, step.unordered), None)
    if isinstance(answer.read, Expression):
        right = step.formula is not None and same(answer.read.node, step.formula.node)
        return ("right" if right else "wrong"), "", None
    if step.signless:
        truths = Truths(*(turned(truth, answer.read, step.signless) for truth in truths.all()))
    if not isinstance(truths.key, list):
        return (*_single(step, answer.read, truths, answer.set_ups, asked), None)
    components, whys = _entries(step, answer.read, truths, answer.set_ups, (), asked)
    flat = [verdict for verdict in _flat(components) if verdict != "missing"]
    verdict = max(flat, key=ORDER.index) if flat else "missing"
    return verdict, whys.get(verdict, ""), components


def _in_words(read: Words, truths: Truths, unordered: bool) -> tuple[str, str]:
    if says_same(read, truths.key, unordered):
        return "right", ""
    if truths.own is None:
        return "undefined", "an earlier value makes it impossible"
    return ("follows", "") if says_same(read, truths.own, unordered) else ("wrong", "")


def _flat(components: Any) -> list[str]:
    return [verdict for part in components for verdict in _flat(part)] if isinstance(components, list) else [components]


def _entries(
    step: Step, read: list[Any], truths: Truths, set_ups: tuple[SetUp, ...], place: tuple[int, ...], asked: bool
) -> tuple[list[Any], dict[str, str]]:
    components: list[Any] = []
    whys: dict[str, str] = {}
    for index, part in enumerate(read):
        here, at = truths.at(index), (*place, index + 1)
        if isinstance(part, list):
            inner, reasons = _entries(step, part, here, set_ups, at, asked)
            components.append(inner)
        else:
            own = tuple(set_up for set_up in set_ups if set_up.place == at)
            verdict, why = _entry(step, part, here, own, asked)
            components.append(verdict)
            reasons = {verdict: why}
        for verdict, why in reasons.items():
            whys.setdefault(verdict, why)
    return components, whys


def _entry(step: Step, read: Any, truths: Truths, set_ups: tuple[SetUp, ...], asked: bool) -> tuple[str, str]:
    if read is None:
        return "missing", ""
    return ("unreadable", read.fault) if isinstance(read, Unreadable) else _single(step, read, truths, set_ups, asked)


def _single(step: Step, read: Any, truths: Truths, set_ups: tuple[SetUp, ...], asked: bool) -> tuple[str, str]:
    if step.kind == "choice":
        return _choice(getattr(read, "value", read), truths)
    return _written(step, read, truths, set_ups, asked)


def _choice(picked: Any, truths: Truths) -> tuple[str, str]:
    if picked == truths.key or (isinstance(truths.fine, Undecided) and picked in truths.fine.options):
        return "right", ""
    if truths.own is None:
        return "undefined", "an earlier value makes it impossible"
    if picked == truths.own or (isinstance(truths.own, Undecided) and picked in truths.own.options):
        return "follows", ""
    return "wrong", ""


def _written(step: Step, number: Written, truths: Truths, set_ups: tuple[SetUp, ...], asked: bool) -> tuple[str, str]:
    key = truths.key
    agreed = _agreement(step, number, key) or _agreement(step, number, truths.fine)
    if agreed and number.figures == 0 and key != 0:
        return "rounded", f"{NO_FIGURE}: give it {_form(step, key)}"
    if agreed and is_short(step, number, key, asked):
        return "rounded", f"{number.text} is right; it was asked {_form(step, key)}"
    if agreed:
        return "right", "cut off, not rounded" if agreed == "truncated" else _odd_set_up(number, truths, set_ups)
    if _agreement(step, number, truths.coarse):
        return "rounded", TOO_EARLY
    if truths.own is None:
        return "undefined", "an earlier value makes it impossible"
    if _agreement(step, number, truths.own):
        return "follows", ""
    return "wrong", set_up_fault(number, truths, set_ups)


def _agreement(step: Step, number: Written, truth: Any) -> str | None:
    """As `agreement`; a whole number is never cut off."""
    found = agreement(number, truth)
    return None if found == "truncated" and step.kind == "integer" else found


def set_up_is_right(truths: Truths, set_ups: tuple[SetUp, ...]) -> bool:
    """Whether a substitution comes to what is right, or to what follows; of a vector's entries one each."""
    places = dict.fromkeys(set_up.place for set_up in set_ups)
    return bool(places) and all(
        any(_within(one.value, truth, one.place) for one in set_ups if one.place == place for truth in truths.all())
        for place in places
    )


def _within(value: float, truth: Any, place: tuple[int, ...]) -> bool:
    for index in place if isinstance(truth, list) else ():
        truth = entry_of(truth, index - 1)
    if truth is None or isinstance(truth, (str, list)):
        return False
    low, high = ends(truth)
    slack = 1e-6 * max(abs(low), abs(high))
    return bool(low - slack <= value <= high + slack)


def set_up_fault(number: Written, truths: Truths, set_ups: tuple[SetUp, ...]) -> str:
    """What a wrong number's own substitution says about it."""
    if not set_ups:
        return ""
    set_up = set_ups[0]
    if set_up_is_right(truths, set_ups):
        return f"the set-up is right; there is a slip in the arithmetic: {set_up.text} does not come to {number.text}"
    if any(agreement(number, one.value) for one in set_ups):
        return f"the arithmetic is right; the set-up {set_up.text} is not"
    return f"the set-up {set_up.text} is wrong, and it does not come to {number.text}"


def _odd_set_up(number: Written, truths: Truths, set_ups: tuple[SetUp, ...]) -> str:
    if set_ups and not set_up_is_right(truths, set_ups):
        return f"the value is right, but {set_ups[0].text} does not come to it"
    return ""


def is_short(step: Step, number: Written, key: float, asked: bool) -> bool:
    """Whether fewer places are written than are asked, and some are lost by it. On the way three figures will do."""
    if not asked and (number.figures or ENOUGH) >= ENOUGH:
        return False
    if step.kind != "number" or not number.unit or abs(number.value - key) <= 1e-9 * abs(key):
        return False
    return number.unit > 1.5 * unit_asked(key, step.places)


def _form(step: Step, key: float) -> str:
    """How a number is asked: to so many decimals, or figures where it is small."""
    places = len(shown(key, step.places).partition(".")[2])
    return "to 2 significant figures" if places > step.places else f"to {step.places} decimals"
