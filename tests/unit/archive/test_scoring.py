"""How alike two sentences are, and in which way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.archive.scoring import kind, score
from reader.matching.model import Kind

words = some.lists(some.integers(0, 5), min_size=1, max_size=9)
texts = some.tuples(some.text(), some.text())


@given(some.floats(0, 1), texts, words, words)
def test_a_score_is_between_0_and_100_and_the_same_both_ways(
    cosine: float, both: tuple[str, str], a: list[int], b: list[int]
) -> None:
    points = score(cosine, both, (a, b))
    assert 0 <= points <= 100
    assert score(cosine, both[::-1], (b, a)) == pytest.approx(points)


@given(words)
def test_what_is_the_same_scores_100(a: list[int]) -> None:
    assert score(1, ("the same words", "the same words"), (a, a)) == pytest.approx(100)


@given(words, words, words)
def test_words_in_one_run_score_more_than_the_same_words_apart(
    run: list[int], before: list[int], after: list[int]
) -> None:
    other = [10 + number for number in range(6)]
    whole = [*other, *before, *run, *after]
    apart = [number for word in run for number in (word, 99)]
    same = ("a", "a")
    assert score(0.5, same, (whole, run)) >= score(0.5, same, (whole, apart)) - 1e-9


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The lock was sealed.", "The lock was sealed!", Kind.VERBATIM),
        ("The lock was sealed at noon.", "The lock was sealed by noon.", Kind.NEAR_DUPLICATE),
        (
            "“We sealed the lock before the tide,” she said.",
            "She told us that we sealed the lock before the tide came.",
            Kind.QUOTE,
        ),
        (
            "The lock was sealed at noon by divers.",
            "Divers closed it: at noon the lock was shut.",
            Kind.SAME_FACT,
        ),
        ("He spoke of “a lock” that divers sealed.", "Divers, he says, have sealed a lock.", Kind.SAME_FACT),
    ],
)
def test_the_kind_says_how_it_is_told(a: str, b: str, expected: Kind) -> None:
    assert kind(a, b) is expected
    assert kind(b, a) is expected
