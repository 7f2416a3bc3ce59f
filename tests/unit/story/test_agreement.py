"""Numbers that agree: the pairs that are found connect what all pairs would."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from reader.claims.amounts import Quantity
from reader.claims.clause import Clause
from reader.matching.model import DifferenceKind, Passage
from reader.story.agreement import agreeing_pairs
from reader.story.model import Value
from reader.story.values import Figure, TypedValue

CLAUSE = Clause("", ())


def figure(place: int, article: int, low: int, wide: int, measure: str = "") -> Figure:
    """A number of an article from `low` on, so many wide."""
    value = Value(article, str(low), Passage(str(article), place, place + 1))
    quantity = Quantity((0, 0), low, low + wide, "", 1, "", frozenset(), "", measure)
    return Figure(TypedValue(DifferenceKind.NUMBER, value), quantity, CLAUSE)


def connected(pairs: Iterable[tuple[TypedValue, TypedValue]]) -> set[frozenset[TypedValue]]:
    """What is connected by pairs."""
    groups: set[frozenset[TypedValue]] = set()
    for pair in pairs:
        touched = {group for group in groups if group & set(pair)}
        groups = (groups - touched) | {frozenset(pair).union(*touched)}
    return groups


def meet(a: Figure, b: Figure) -> bool:
    """Whether two numbers are of two articles, and at most a twentieth apart if their measures differ."""
    slack = 0.05 if a.quantity.measure != b.quantity.measure else 0
    low, high = sorted((a.quantity, b.quantity), key=lambda quantity: quantity.low)
    return a.typed.value.article != b.typed.value.article and low.high >= (1 - slack) * high.low


MADE = st.tuples(
    st.integers(0, 3), st.integers(100, 160), st.sampled_from((0, 0, 3, 30)), st.sampled_from(("mile", "km"))
)


@example([(0, 100, 3, ""), (0, 100, 30, ""), (1, 101, 0, ""), (1, 120, 0, "")])
@given(st.lists(MADE, max_size=14))
def test_the_pairs_connect_what_all_pairs_of_numbers_that_meet_connect(
    made: list[tuple[int, int, int, str]],
) -> None:
    figures = [figure(place, *values) for place, values in enumerate(made)]
    every = ((a.typed, b.typed) for a, b in combinations(figures, 2) if meet(a, b))
    assert connected(agreeing_pairs(figures, lambda _: ("thing",))) == connected(every)


def test_the_pairs_are_few_where_all_numbers_are_the_same() -> None:
    figures = [figure(place, place % 3, 100, 0) for place in range(300)]
    pairs = list(agreeing_pairs(figures, lambda _: ("thing",)))
    assert len(connected(pairs)) == 1
    assert len(pairs) < 3 * len(figures)


def test_numbers_of_other_things_do_not_agree() -> None:
    figures = [figure(place, place, 100, 0) for place in range(3)]
    assert not list(agreeing_pairs(figures, lambda number: (number.typed.value.article,)))
