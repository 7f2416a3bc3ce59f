from __future__ import annotations

import random

from reader.matching.landmarks import landmarks
from reader.matching.model import Kind, Match, Passage


def _match(a: int, b: int, score: float = 80, length: int = 10) -> Match:
    return Match(Passage("a", a, a + length), Passage("b", b, b + length), Kind.SAME_FACT, score)


def _places(matches: list[Match]) -> list[tuple[int, int]]:
    return [(match.a.start, match.b.start) for match in landmarks(matches)]


def test_no_matches_have_no_landmarks() -> None:
    assert landmarks([]) == ()


def test_matches_in_order_are_all_landmarks() -> None:
    assert _places([_match(0, 0), _match(20, 30), _match(50, 60)]) == [(0, 0), (20, 30), (50, 60)]


def test_a_moved_passage_is_left_out_if_it_weighs_less() -> None:
    assert _places([_match(0, 90), _match(20, 10), _match(40, 30)]) == [(20, 10), (40, 30)]


def test_one_heavy_match_outweighs_two_light_ones_that_cross_it() -> None:
    heavy = _match(0, 90, score=100, length=200)
    assert landmarks([_match(20, 10, 30), heavy, _match(40, 30, 30)]) == (heavy,)


def test_of_matches_of_one_sentence_only_one_is_a_landmark() -> None:
    assert _places([_match(0, 0, 60), _match(0, 40, 90), _match(0, 80, 60)]) == [(0, 40)]


def test_the_order_in_which_matches_come_is_of_no_account() -> None:
    matches = [_match(a, (a * 7) % 60) for a in range(0, 60, 5)]
    shuffled = random.Random(4).sample(matches, len(matches))
    assert landmarks(matches) == landmarks(shuffled)
