"""Numbers that differ: other values of one thing, or the same one rounded."""

from __future__ import annotations

from math import isinf

from reader.claims.amounts import Quantity, quantities
from reader.claims.clause import Clause
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.matching.model import DifferenceKind

__all__ = ["number_differences", "toll_differences"]

_CONVERSION = 0.05
"""How far apart two measures in different units may be and still be one, each being rounded."""

_SHARE = 0.005
"""How far apart two shares of a whole may be and still be one: a third and 33 percent."""

_ROUNDED = 0.1
"""How far from the exact number a round one may be and still be called rounded."""


_OPEN = 4
"""How many times the one "at least" of a thing may be the other, or than "dozens", and be no difference."""

_APART = 10
"""How many times "at least" so many a number of the same thing may be, and be no difference."""


def number_differences(pair: ClausePair) -> list[ClauseDifference]:
    """Numbers of the same thing whose ranges do not meet, and those that agree only when rounded."""
    of_a, of_b = quantities(pair.a), quantities(pair.b)
    if not of_a or not of_b:
        return []
    left_a = [q for q in of_a if not any(_agree(q, other) for other in of_b)]
    left_b = [q for q in of_b if not any(_agree(q, other) for other in of_a)]
    found, used = [], set[int]()
    for q in left_a:
        likely = [o for o in left_b if id(o) not in used and _comparable(q, o)]
        likely = [o for o in likely if _same_thing(pair, q, o, alone=len(left_a) == len(left_b) == 1)]
        if likely:
            other = min(likely, key=lambda o: (not (q.things & o.things), abs(o.low - q.low)))
            used.add(id(other))
            found.append(_told(pair, q, other))
    return found


def toll_differences(pair: ClausePair) -> list[ClauseDifference]:
    """Numbers of people who met the same fate, where each clause tells one such number and they differ."""
    of_a, of_b = (_tolls(clause) for clause in (pair.a, pair.b))
    return [
        _told(pair, of_a[fate][0], of_b[fate][0])
        for fate in of_a
        if len(of_a[fate]) == len(of_b.get(fate, ())) == 1 and not _agree(of_a[fate][0], of_b[fate][0])
    ]


def _tolls(clause: Clause) -> dict[str, list[Quantity]]:
    tolls: dict[str, list[Quantity]] = {}
    for quantity in quantities(clause):
        if quantity.fate and not quantity.unit:
            tolls.setdefault(quantity.fate, []).append(quantity)
    return tolls


def _comparable(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit and not (a.fate and b.fate and a.fate != b.fate)


def _same_thing(pair: ClausePair, a: Quantity, b: Quantity, *, alone: bool) -> bool:
    if a.things & b.things or (a.fate and a.fate == b.fate):
        return True
    if pair.same_place(a.span, b.span):
        return True
    return alone and bool(a.unit) and a.unit != "ordinal"


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities say the same: ranges where they meet, exact numbers if they are equal."""
    if not _comparable(a, b) or _is_rounding(a, b):
        return False
    if _far_apart(a, b):
        return False
    if a.low <= b.high * (1 + 1e-9) and b.low <= a.high * (1 + 1e-9):
        return True
    if a.measure != b.measure and not isinf(max(a.high, b.high)):
        return abs(a.low - b.low) <= _CONVERSION * max(a.low, b.low)
    if a.unit == "%" and not (a.hedge or b.hedge):
        return abs(a.low - b.low) <= _SHARE
    return bool(a.hedge) and a.hedge == b.hedge and a.low == b.low


def _far_apart(a: Quantity, b: Quantity) -> bool:
    """Whether ranges that meet are yet of another size: "at least 1,000" and "more than 10,000"."""
    least, most = sorted((a, b), key=lambda q: q.low)
    if a.measure != b.measure or not isinf(least.high):
        return False
    return most.low > (_APART if most.digits and not isinf(most.high) else _OPEN) * least.low


def _is_rounding(a: Quantity, b: Quantity) -> bool:
    """Whether one is the other, rounded: "about 3,000" of 2,987, "2 million" of 2.1 million."""
    if isinf(a.high) or isinf(b.high) or not a.digits or not b.digits or "ordinal" in (a.unit, b.unit):
        return False
    if a.measure != b.measure or abs(a.low - b.low) < _SHARE:
        return False
    fewer, more = (a, b) if a.digits < b.digits else (b, a)
    if fewer.digits == more.digits or more.hedge:
        return False
    value, exact = _stated(fewer), more.low
    if value == exact or not exact:
        return False
    if fewer.hedge:
        return fewer.low <= exact <= fewer.high
    near = abs(exact - value) <= _ROUNDED * exact
    return near and float(f"{exact:.{fewer.digits - 1}e}") == value


def _stated(quantity: Quantity) -> float:
    """The number as it was said, before the hedge made a range of it."""
    return {"about": (quantity.low + quantity.high) / 2}.get(quantity.hedge, quantity.high)


def _told(pair: ClausePair, a: Quantity, b: Quantity) -> ClauseDifference:
    said_a, said_b = pair.a.text[slice(*a.span)], pair.b.text[slice(*b.span)]
    if _is_rounding(a, b):
        return ClauseDifference(
            DifferenceKind.ROUNDING, a.span, b.span, f"rounded: “{said_a}” and “{said_b}”"
        )
    return ClauseDifference(
        DifferenceKind.NUMBER, a.span, b.span, f"the number differs: “{said_a}” and “{said_b}”"
    )
