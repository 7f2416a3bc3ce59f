from __future__ import annotations

import pytest

from reader.differences.compare import compare
from tests.benchmarks.matching import pair


@pytest.fixture(scope="module")
def long() -> tuple[int, int, int]:
    """The number of sentences that b took from a, of those that are matched, and of other matches."""
    a, b = pair(900)
    matches = compare(a, b).above(56)
    taken = {s.start for n, s in enumerate(b.sentences) if n % 3 == 0}
    own = [s.start for n, s in enumerate(b.sentences) if n % 3]
    matched = {start for start in taken if any(start <= m.b.start < start + 400 for m in matches)}
    ends = {s.start: s.end for s in b.sentences}
    false = sum(any(start <= m.b.start < ends[start] for m in matches) for start in own)
    return len(taken), len(matched), false


def test_in_texts_too_long_to_compare_all_pairs_nearly_all_shared_sentences_are_found(
    long: tuple[int, int, int],
) -> None:
    taken, matched, _ = long
    assert matched >= 0.97 * taken


def test_in_long_texts_hardly_any_other_sentence_is_matched(long: tuple[int, int, int]) -> None:
    taken, _, false = long
    assert false <= 0.01 * taken
