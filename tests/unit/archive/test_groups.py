"""Where many say the same, pairs become a group."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from reader.archive.groups import TOGETHER, SentencePair, grouped

CLOSE, FAR = TOGETHER, TOGETHER - 0.01

pairs = some.lists(
    some.builds(
        lambda ends, cosine, score: SentencePair(min(ends), max(ends), cosine, score),
        some.sets(some.integers(0, 9), min_size=2, max_size=2),
        some.floats(0, 1),
        some.floats(50, 100),
    ),
    unique_by=lambda pair: (pair.a, pair.b),
)


def test_a_chain_of_near_duplicates_is_one_group_with_its_best_pair() -> None:
    best = SentencePair(2, 3, CLOSE, 99)
    assert grouped([SentencePair(1, 2, CLOSE, 90), best, SentencePair(5, 6, CLOSE, 80)]) == [
        (best, [1, 2, 3]),
        (SentencePair(5, 6, CLOSE, 80), [5, 6]),
    ]


def test_what_only_contains_another_glues_no_groups() -> None:
    bridge = SentencePair(2, 3, FAR, 85)
    groups = grouped([SentencePair(1, 2, CLOSE, 90), bridge, SentencePair(3, 4, CLOSE, 90)])
    assert [members for _, members in groups] == [[1, 2], [3, 4], [2, 3]]
    assert (bridge, [2, 3]) in groups


def test_a_weaker_pair_inside_a_group_is_told_by_the_group() -> None:
    groups = grouped(
        [SentencePair(1, 2, CLOSE, 90), SentencePair(2, 3, CLOSE, 90), SentencePair(1, 3, FAR, 60)]
    )
    assert [members for _, members in groups] == [[1, 2, 3]]


@given(pairs)
def test_every_pair_is_in_a_group_and_groups_of_near_duplicates_share_no_sentence(
    pairs_drawn: list[SentencePair],
) -> None:
    groups = grouped(pairs_drawn)
    assert all(any({pair.a, pair.b} <= set(members) for _, members in groups) for pair in pairs_drawn)
    near = [set(members) for best, members in groups if best.cosine >= TOGETHER]
    assert not any(a & b for a, b in combinations(near, 2))
