"""Numbers that differ: two values for one thing, or one value rounded."""

from __future__ import annotations

from math import isinf

from reader.claims.amounts import Quantity, quantities
from reader.claims.clause import Clause
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.matching.model import DifferenceKind

__all__ = ["casualty_differences", "number_differences"]

_CONVERSION = 0.05
"""Relative distance up to which measures in different units agree, since each is rounded."""

_SHARE = 0.005
"""Distance up to which two shares of a whole (0-1) agree: a third and 33 percent."""

_ROUNDED = 0.1
"""Relative distance from the exact number up to which a round number counts as that number rounded."""

_OPEN = 4
"""Ratio up to which "at least 1,000" agrees with another "at least", or with "dozens"."""

_APART = 10
"""Ratio up to which "at least 1,000" agrees with a plain number."""


def number_differences(pair: ClausePair) -> list[ClauseDifference]:
    """The numbers of one thing whose ranges do not meet, and those that agree only when rounded."""
    of_a, of_b = quantities(pair.a), quantities(pair.b)
    if not of_a or not of_b:
        return []
    left_a = [q for q in of_a if not any(_agree(q, other) for other in of_b)]
    left_b = [q for q in of_b if not any(_agree(q, other) for other in of_a)]
    differences, used = [], set[int]()
    for q in left_a:
        likely = [o for o in left_b if id(o) not in used and _comparable(q, o)]
        likely = [o for o in likely if _same_thing(pair, q, o, alone=len(left_a) == len(left_b) == 1)]
        if likely:
            other = min(likely, key=lambda o: (not (q.things & o.things), abs(o.low - q.low)))
            used.add(id(other))
            differences.append(_difference(pair, q, other))
    return differences


def casualty_differences(pair: ClausePair) -> list[ClauseDifference]:
    """The numbers of the dead, injured, … that differ, where each clause has exactly one of a kind."""
    of_a, of_b = (_casualties(clause) for clause in (pair.a, pair.b))
    return [
        _difference(pair, of_a[casualty][0], of_b[casualty][0])
        for casualty in of_a
        if len(of_a[casualty]) == len(of_b.get(casualty, ())) == 1
        and not _agree(of_a[casualty][0], of_b[casualty][0])
    ]


def _casualties(clause: Clause) -> dict[str, list[Quantity]]:
    casualties: dict[str, list[Quantity]] = {}
    for quantity in quantities(clause):
        if quantity.casualty and not quantity.unit:
            casualties.setdefault(quantity.casualty, []).append(quantity)
    return casualties


def _comparable(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and not (a.casualty and b.casualty and a.casualty != b.casualty)


def _same_thing(pair: ClausePair, a: Quantity, b: Quantity, *, alone: bool) -> bool:
    if a.things & b.things or (a.casualty and a.casualty == b.casualty):
        return True
    if pair.same_place(a.span, b.span):
        return True
    return alone and bool(a.unit) and a.unit != "ordinal"


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities agree: ranges if they meet, exact numbers if they are equal."""
    if not _comparable(a, b) or _is_rounding(a, b):
        return False
    if _hedged_alike(a, b):
        return (a.low, a.high) == (b.low, b.high)
    if _far_apart(a, b):
        return False
    if a.low <= b.high * (1 + 1e-9) and b.low <= a.high * (1 + 1e-9):
        return True
    if a.measure != b.measure and not isinf(max(a.high, b.high)):
        return abs(a.low - b.low) <= _CONVERSION * max(a.low, b.low)
    return a.unit == "%" and not (a.hedge or b.hedge) and abs(a.low - b.low) <= _SHARE


def _hedged_alike(a: Quantity, b: Quantity) -> bool:
    """Whether one word makes both numbers a bound: "at least 12" and "at least 21"."""
    bound = isinf(max(a.high, b.high)) or a.low == b.low == 0
    return bound and a.hedge == b.hedge != "" and a.measure == b.measure and bool(a.digits and b.digits)


def _far_apart(a: Quantity, b: Quantity) -> bool:
    """Whether ranges that meet are of different sizes: "at least 1,000" and "more than 10,000"."""
    least, most = sorted((a, b), key=lambda q: q.low)
    if a.measure != b.measure or not isinf(least.high):
        return False
    return most.low > (_APART if most.digits and not isinf(most.high) else _OPEN) * least.low


def _is_rounding(a: Quantity, b: Quantity) -> bool:
    """Whether one number is the other, rounded: "about 3,000" for 2,987, "2 million" for 2.1 million."""
    if isinf(a.high) or isinf(b.high) or not a.digits or not b.digits or "ordinal" in (a.unit, b.unit):
        return False
    if a.measure != b.measure or abs(a.low - b.low) < _SHARE:
        return False
    fewer, more = (a, b) if a.digits < b.digits else (b, a)
    if fewer.digits == more.digits or more.hedge:
        return False
    value, exact = _as_written(fewer), more.low
    if value == exact or not exact:
        return False
    if fewer.hedge:
        return fewer.low <= exact <= fewer.high
    near = abs(exact - value) <= _ROUNDED * exact
    return near and float(f"{exact:.{fewer.digits - 1}e}") == value


def _as_written(quantity: Quantity) -> float:
    """The number itself, before the hedge made a range of it."""
    return {"about": (quantity.low + quantity.high) / 2}.get(quantity.hedge, quantity.high)


def _difference(pair: ClausePair, a: Quantity, b: Quantity) -> ClauseDifference:
    kind = DifferenceKind.ROUNDING if _is_rounding(a, b) else DifferenceKind.NUMBER
    return pair.difference(kind, a.span, b.span)
