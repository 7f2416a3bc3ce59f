"""Average linkage, on items that are only numbers."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reader.story.linkage import average_linkage


def linked(pairs: dict[tuple[int, int], float], items: int, cutoff: float = 0.4) -> list[list[int]]:
    return average_linkage(pairs, range(items), cutoff)


def test_items_that_are_all_alike_are_one_group() -> None:
    assert linked({(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7}, 3) == [[0, 1, 2]]


def test_a_chain_does_not_glue_two_groups() -> None:
    pairs = {(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}
    assert linked(pairs, 4) == [[0, 1], [2, 3]]


def test_what_resembles_nothing_stays_alone() -> None:
    assert linked({(0, 2): 0.9}, 3) == [[0, 2], [1]]


def test_a_missing_pair_is_made_up_for_by_the_others() -> None:
    pairs = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (0, 3): 0.9, (1, 3): 0.9}
    assert linked(pairs, 4) == [[0, 1, 2, 3]]


def test_items_that_must_stay_apart_never_join_however_alike() -> None:
    pairs = {(0, 1): 1.0, (0, 2): 0.9, (1, 2): 0.8}
    assert average_linkage(pairs, ["same", "same", "other"], 0.1) == [[0, 2], [1]]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[tuple[int, int], float], list[int]]:
    apart = draw(st.lists(st.integers(0, 5), min_size=1, max_size=10))
    every = list(combinations(range(len(apart)), 2))
    some = draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    return {pair: draw(st.floats(0.01, 1)) for pair in some}, apart


@given(graphs(), st.floats(0.05, 1))
def test_every_item_is_in_one_group_and_every_group_holds_together(
    graph: tuple[dict[tuple[int, int], float], list[int]], cutoff: float
) -> None:
    pairs, apart = graph
    groups = average_linkage(pairs, apart, cutoff)
    assert sorted(item for group in groups for item in group) == list(range(len(apart)))
    for group in groups:
        assert len({apart[item] for item in group}) == len(group)
        if len(group) > 1:
            assert all(any(tuple(sorted((a, b))) in pairs for b in group) for a in group)
    for one, other in combinations(groups, 2):
        total = sum(pairs.get((min(a, b), max(a, b)), 0.0) for a in one for b in other)
        may_join = not {apart[item] for item in one} & {apart[item] for item in other}
        assert not may_join or total / (len(one) * len(other)) < cutoff + 1e-9
